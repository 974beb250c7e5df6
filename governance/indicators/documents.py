"""Figures of legality reviews, normative documents and village rules."""

from django.db.models import Q

from township.figures.indicator import Indicator, indicators
from township.figures.measures import Count, Distinct, Ratio, Stock, Sum

from ..models import LegalReview, NormativeDocument, VillageRules

ENFORCEMENT = Q(kind=LegalReview.Kind.ENFORCEMENT)
BY_COUNSEL = Q(method=LegalReview.Method.COUNSEL)
# One matter is one of three: legality review, review of an enforcement decision, review by counsel.
LEGALITY = ~ENFORCEMENT & ~BY_COUNSEL
Action = NormativeDocument.Action
ISSUED_RULE = "按印发日期计，还没有印发的不计；一般红头文件不计。"


def issued(key, label, definition, **fields):
    """A number of acts on normative documents, counted on the day of issue."""
    return Indicator(
        f"normative.{key}",
        label,
        "件",
        f"{definition}{ISSUED_RULE}",
        NormativeDocument,
        where=Q(**fields),
        date="issued_on",
    )


indicators.add(
    Indicator(
        "governance.legality_reviews",
        "合法性审查件数",
        "件",
        "由司法所审查或报县司法局审查的事项件数，按送审日期计，同一事项审几稿计一件；"
        "重大执法决定法制审核和法律顾问审查的另计。",
        LegalReview,
        where=LEGALITY,
        category="kind",
    ),
    Indicator(
        "governance.legality_review_rounds",
        "合法性审查次数",
        "次",
        "合法性审查事项的审查次数相加，同一事项审两稿计两次；范围与合法性审查件数相同。",
        LegalReview,
        Sum("rounds"),
        where=LEGALITY,
    ),
    Indicator(
        "governance.enforcement_reviews",
        "重大执法决定法制审核件数",
        "件",
        "事项类别为“重大执法决定法制审核”的件数，按送审日期计；不计入合法性审查件数。",
        LegalReview,
        where=ENFORCEMENT,
    ),
    Indicator(
        "governance.counsel_reviews",
        "法律顾问参与重大事项审查件数",
        "件次",
        "审查方式为“法律顾问审查”的事项件数，按送审日期计，同一事项审几稿计一件；"
        "法制审核和法律顾问列席会议不计，也不计入合法性审查件数。",
        LegalReview,
        where=BY_COUNSEL & ~ENFORCEMENT,
        category="kind",
    ),
    Indicator(
        "governance.contracts",
        "合同审查份数",
        "份",
        "事项类别为“行政合同”的审查件数，含法律顾问审查的；同一合同审几稿计一份。",
        LegalReview,
        where=Q(kind=LegalReview.Kind.CONTRACT),
    ),
    Indicator(
        "governance.normative_documents",
        "规范性文件合法性审查件数",
        "件",
        "事项类别为“行政规范性文件”的审查件数，各种审查方式都计；红头文件不等于规范性文件。",
        LegalReview,
        where=Q(kind=LegalReview.Kind.NORMATIVE_DOCUMENT),
    ),
    Indicator(
        "governance.decisions",
        "重大行政决策合法性审查件数",
        "件",
        "事项类别为“重大行政决策”的审查件数，各种审查方式都计。",
        LegalReview,
        where=Q(kind=LegalReview.Kind.DECISION),
    ),
    Indicator(
        "governance.review_opinions",
        "合法性审查意见条数",
        "条",
        "各类审查事项提出的意见条数相加，含法制审核和法律顾问提出的；没有填的不计。",
        LegalReview,
        Sum("opinions"),
    ),
    Indicator(
        "governance.opinion_letters",
        "法律意见书份数",
        "份",
        "有意见书编号的审查事项件数，按出具日期计。",
        LegalReview,
        where=~Q(opinion_number=""),
        date="issued_on",
    ),
    issued("enacted", "制定规范性文件件数", "动作为“制定”的行政规范性文件件数。", action=Action.ENACT),
    issued("amended", "修改规范性文件件数", "动作为“修改”的行政规范性文件件数。", action=Action.AMEND),
    issued(
        "ended",
        "废止和宣布失效规范性文件件数",
        "动作为“废止”或“宣布失效”的行政规范性文件件数。",
        action__in=[Action.REPEAL, Action.LAPSE],
    ),
    issued(
        "issued",
        "印发规范性文件件数",
        "制定和修改的行政规范性文件件数，是备案率的分母。",
        action__in=NormativeDocument.ISSUING,
    ),
    issued(
        "filed",
        "规范性文件备案件数",
        "统计期内印发（制定、修改）的行政规范性文件中已经备案的件数，以后备案的也计入印发的那一期。",
        action__in=NormativeDocument.ISSUING,
        filed_on__isnull=False,
    ),
    Indicator(
        "normative.filed_rate",
        "规范性文件备案率",
        "%",
        "规范性文件备案件数÷印发规范性文件件数；没有印发的不计算，不写100%。",
        NormativeDocument,
        Ratio("normative.filed", "normative.issued"),
        date="issued_on",
    ),
    Indicator(
        "normative.cleaned",
        "清理规范性文件件数",
        "件",
        "动作为“清理”的行政规范性文件件数，按起草（清理）日期计，不论清理结论。",
        NormativeDocument,
        where=Q(action=Action.CLEANUP),
        category="conclusion",
    ),
    Indicator(
        "normative.in_force",
        "现行有效规范性文件件数",
        "件",
        "截止日已印发、仍在有效期内的行政规范性文件件数，有效期至当天仍算有效；修改不另计一件。",
        NormativeDocument,
        Stock(Count(), begins=("issued_on",), ends=(), lasts=("valid_to",)),
        where=Q(action=Action.ENACT, issued_on__isnull=False),
    ),
    Indicator(
        "village_rules.adopted",
        "制定修订村规民约份数",
        "份",
        "统计期内表决通过的村规民约份数，按通过日期计，制定和修订都计。",
        VillageRules,
        category="action",
    ),
    Indicator(
        "village_rules.filed",
        "村规民约备案份数",
        "份",
        "统计期内报镇备案的村规民约份数，按备案日期计。",
        VillageRules,
        date="filed_on",
    ),
    Indicator(
        "village_rules.villages",
        "有村规民约的村（社区）数",
        "个",
        "截止日有现行村规民约的村（社区）个数，一个村有两份仍计一个。",
        VillageRules,
        Stock(Distinct("area")),
        where=Q(area__level=3),
    ),
    Indicator(
        "village_rules.reviews",
        "村规民约审查件数",
        "件",
        "“合法性审查”里事项类别为“村规民约”的件数，各种审查方式都计，按送审日期计；同一份审几稿计一件。",
        LegalReview,
        where=Q(kind=LegalReview.Kind.VILLAGE_RULES),
    ),
)
