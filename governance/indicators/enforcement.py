"""Figures of enforcement: single cases, monthly totals, certificates."""

from django.db.models import Q

from township.figures.indicator import Indicator, indicators
from township.figures.measures import Count, Distinct, Ratio, Stock, Sum

from ..models import EnforcementCase, EnforcementMonth, OfficerCertificate

Kind = EnforcementCase.Kind
Month = EnforcementMonth.Kind
PENALTY = Q(kind=Kind.PENALTY, first_offence=False)
DECIDED_RULE = "按决定日期计，还没有决定的不计。"
MONEY_RULE = "以决定书上的金额为准，不看实缴，按决定日期计，没有填的不计。"
MONTH_RULE = "各月汇总相加，按月份计。"


def decided(key, label, definition, where, **options):
    """A number of cases, counted on the day of the decision; a case with two penalties is one."""
    return Indicator(
        f"enforcement.{key}",
        label,
        "件",
        f"{definition}{DECIDED_RULE}",
        EnforcementCase,
        where=where,
        date="decided_on",
        **options,
    )


def money(key, label, definition, field):
    """Yuan that written decisions of the span demand."""
    return Indicator(
        f"enforcement.{key}",
        label,
        "元",
        f"{definition}{MONEY_RULE}",
        EnforcementCase,
        Sum(field),
        where=PENALTY,
        date="decided_on",
    )


def monthly(key, label, unit, definition, field, *kinds):
    """A sum over the monthly totals, of some kinds of work only if they are named."""
    return Indicator(
        f"enforcement.{key}",
        label,
        unit,
        f"{definition}{MONTH_RULE}",
        EnforcementMonth,
        Sum(field),
        where=Q(kind__in=kinds) if kinds else Q(),
        category="domain",
    )


indicators.add(
    decided(
        "cases",
        "行政执法办案件数",
        "逐件录入的行政处罚、行政强制、责令改正、行政许可的决定件数，含首违不罚。",
        Q(),
        category="kind",
    ),
    decided(
        "penalties",
        "行政处罚件数",
        "行政处罚决定件数，一案并处两种仍是一件，按最重的处罚归类；首违不罚的不计。",
        PENALTY,
        category="heaviest",
    ),
    decided(
        "summary",
        "简易程序处罚件数",
        "行政处罚中适用简易程序（当场处罚）的件数。",
        PENALTY & Q(procedure=EnforcementCase.Procedure.SUMMARY),
        aliases=("简易程序案件数",),
    ),
    decided(
        "ordinary",
        "普通程序处罚件数",
        "行政处罚中适用普通程序的件数，原称一般程序。",
        PENALTY & Q(procedure=EnforcementCase.Procedure.ORDINARY),
        aliases=("普通程序案件数", "一般程序案件数"),
    ),
    decided("first_offences", "首违不罚件数", "作出首违不罚决定的件数。", Q(first_offence=True)),
    decided("coercion", "行政强制件数", "行政强制决定件数。", Q(kind=Kind.COERCION)),
    decided(
        "correction_orders",
        "责令改正决定件数",
        "逐件录入的责令改正决定件数，与按月汇总的责令改正件数是两个数，不相加。",
        Q(kind=Kind.CORRECTION),
    ),
    decided(
        "licences",
        "行政许可决定件数",
        "逐件录入的行政许可决定件数，与按月汇总的行政许可办件量不相加。",
        Q(kind=Kind.LICENCE),
    ),
    money("fines", "罚款金额", "行政处罚决定的罚款相加。", "fine"),
    money("confiscated", "没收金额", "行政处罚决定的没收金额相加。", "confiscated"),
    money("amount", "罚没金额", "行政处罚决定的罚款和没收金额相加。", "amount"),
    decided("hearings", "举行听证件数", "勾选“听证”的案件件数。", Q(hearing=True)),
    decided(
        "published",
        "执法决定公示件数",
        "统计期内作出的执法决定中已经公示的件数，以后公示的也计入决定的那一期。",
        Q(published_on__isnull=False),
    ),
    Indicator(
        "enforcement.published_rate",
        "执法决定公示率",
        "%",
        "执法决定公示件数÷行政执法办案件数；没有办案的不计算。",
        EnforcementCase,
        Ratio("enforcement.published", "enforcement.cases"),
        date="decided_on",
    ),
    Indicator(
        "enforcement.filed",
        "行政执法立案件数",
        "件",
        "统计期内立案的件数，按立案日期计，不论哪一年作出决定。",
        EnforcementCase,
        category="domain",
    ),
    Indicator(
        "enforcement.open",
        "在办执法案件数",
        "件",
        "截止日已立案、还没有作出决定的件数。",
        EnforcementCase,
        Stock(Count(), ends=("decided_on",)),
    ),
    monthly(
        "inspections",
        "行政检查次数",
        "次",
        "类型为“行政检查”的次数，与检查家（户）次是两个数。",
        "times",
        Month.INSPECTION,
    ),
    monthly("joint", "联合执法次数", "次", "类型为“联合执法”的次数。", "times", Month.JOINT),
    monthly("special", "专项执法行动次数", "次", "类型为“专项行动”的次数。", "times", Month.SPECIAL),
    monthly("reminders", "劝导次数", "次", "类型为“劝导”的次数。", "times", Month.REMINDER),
    monthly(
        "inspected",
        "检查家（户）次",
        "家次",
        "行政检查、联合执法、专项行动的检查对象相加，同一家查两次计两家次。",
        "inspected",
        Month.INSPECTION,
        Month.JOINT,
        Month.SPECIAL,
    ),
    monthly(
        "enterprise_inspections",
        "涉企行政检查次数",
        "次",
        "行政检查中涉企的次数，是行政检查次数的一部分。",
        "enterprise_times",
        Month.INSPECTION,
    ),
    monthly(
        "scanned",
        "扫码入企检查次数",
        "次",
        "行政检查中扫码入企的次数，是涉企行政检查次数的一部分。",
        "scanned_times",
        Month.INSPECTION,
    ),
    monthly("problems", "执法检查发现问题个数", "个", "各类汇总的发现问题相加。", "problems"),
    monthly(
        "corrections",
        "责令改正件数",
        "件",
        "类型为“责令改正”的次数，加上检查、行动中另填的责令改正件数；逐件录入的责令改正决定不计入。",
        "corrections",
    ),
    monthly(
        "corrected", "检查问题整改完成个数", "个", "当月发现的问题中已经整改完成的个数相加。", "corrected"
    ),
    Indicator(
        "enforcement.corrected_rate",
        "检查问题整改率",
        "%",
        "检查问题整改完成个数÷执法检查发现问题个数；没有发现问题的不计算。",
        EnforcementMonth,
        Ratio("enforcement.corrected", "enforcement.problems"),
    ),
    monthly("attendances", "执法出动人次", "人次", "各类汇总的出动人次相加，不是按人去重。", "attendances"),
    Indicator(
        "certificates.officers",
        "执法人员数",
        "人",
        "截止日在执法岗位的人数，按人去重，有没有领证都计；离岗、注销的不计。",
        OfficerCertificate,
        Stock(Distinct("person")),
        category="unit",
    ),
    Indicator(
        "certificates.certified",
        "持证执法人员数",
        "人",
        "截止日在岗、已经发证并且在有效期内的人数，按人去重；待考和已考待发的不计，有效期至当天仍算有效。",
        OfficerCertificate,
        Stock(Distinct("person"), begins=("date", "issued_on"), lasts=("expires_on",)),
        where=Q(issued_on__isnull=False),
        category="unit",
    ),
    Indicator(
        "certificates.rate",
        "执法人员持证率",
        "%",
        "持证执法人员数÷执法人员数，都按截止日；没有执法人员的不计算。",
        OfficerCertificate,
        Ratio("certificates.certified", "certificates.officers"),
    ),
    Indicator(
        "certificates.waiting",
        "待考证人员数",
        "人",
        "截止日在执法岗位、还没有发证的人数，含待考和已考待发，按人去重。",
        OfficerCertificate,
        Stock(Distinct("person"), ends=("valid_to", "issued_on")),
    ),
    Indicator(
        "certificates.issued",
        "新领执法证人数",
        "人",
        "统计期内发证的人数，按发证日期计，按人去重。",
        OfficerCertificate,
        Distinct("person"),
        date="issued_on",
    ),
    Indicator(
        "certificates.reviewers",
        "法制审核人员数",
        "人",
        "截止日在岗、勾选“法制审核人员”的人数，按人去重。",
        OfficerCertificate,
        Stock(Distinct("person")),
        where=Q(legal_reviewer=True),
    ),
)
