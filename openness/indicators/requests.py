"""Figures of requests for information, row by row as in the statutory yearly table (国办公开办函〔2021〕30号)."""

from django.db.models import F, Q

from township.figures.indicator import Indicator, indicators
from township.figures.measures import Carried, Count, Ratio, Stock

from ..models import DisclosureRequest, RequestRemedy

RESULT_RULE = "按答复日期计，不论哪一年收到。"
ANSWERED = Q(answered_on__isnull=False)


def answered(key, label, definition, where):
    """A row of 本年度办理结果."""
    return Indicator(
        f"requests.{key}",
        label,
        "件",
        f"{definition}{RESULT_RULE}",
        DisclosureRequest,
        where=ANSWERED & where,
        date="answered_on",
        category="result",
    )


def received(key, label, definition, where, **options):
    """A number of requests by the day they were received."""
    return Indicator(
        f"requests.{key}",
        label,
        "件",
        f"{definition}按收到日期计。",
        DisclosureRequest,
        where=where,
        **options,
    )


indicators.add(
    received(
        "received",
        "依申请公开件数",
        "统计期内新收的政府信息公开申请，是年报表里的“本年新收”。",
        Q(),
        category="applicant",
        aliases=("新收依申请公开件数",),
    ),
    received("persons", "自然人申请公开件数", "申请人是自然人的。", Q(applicant="person")),
    received("bodies", "法人或其他组织申请公开件数", "申请人是法人或其他组织的。", ~Q(applicant="person")),
    Indicator(
        "requests.carried",
        "上期结转依申请公开件数",
        "件",
        "统计期开始前已收到、还没有答复的申请，是年报表里的“上年结转”。",
        DisclosureRequest,
        Carried(Count(), ends=("answered_on",)),
        aliases=("上年结转依申请公开件数",),
    ),
    answered("answered", "办结依申请公开件数", "统计期内答复的申请，是年报表里办理结果的“总计”。", Q()),
    answered("granted", "予以公开件数", "处理结果为予以公开。", Q(result="granted")),
    answered("partial", "部分公开件数", "处理结果为部分公开，区分处理的只计这一情形。", Q(result="partial")),
    answered(
        "refused", "不予公开件数", "处理结果为不予公开，八种情形相加。", Q(result__startswith="refused_")
    ),
    answered("none", "无法提供件数", "处理结果为无法提供，三种情形相加。", Q(result__startswith="none_")),
    answered(
        "unhandled", "不予处理件数", "处理结果为不予处理，五种情形相加。", Q(result__startswith="unhandled_")
    ),
    answered(
        "other", "依申请公开其他处理件数", "处理结果为其他处理，三种情形相加。", Q(result__startswith="other")
    ),
    Indicator(
        "requests.open",
        "结转下期依申请公开件数",
        "件",
        "截止日已收到、还没有答复的申请，是年报表里的“结转下年度继续办理”；新收＋上期结转＝办结＋结转下期。",
        DisclosureRequest,
        Stock(Count(), ends=("answered_on",)),
        aliases=("结转下年依申请公开件数",),
    ),
    Indicator(
        "requests.overdue",
        "到期未答复依申请公开件数",
        "件",
        "截止日答复期限已到（收到起20个工作日，经批准可延长）、还没有答复的申请。",
        DisclosureRequest,
        Stock(Count(), begins=("due_on",), ends=("answered_on",)),
        where=Q(due_on__isnull=False),
    ),
    answered(
        "on_time",
        "按期答复依申请公开件数",
        "在答复期限内答复的申请（收到起20个工作日，经批准可延长）。",
        Q(answered_on__lte=F("due_on")),
    ),
    Indicator(
        "requests.on_time_rate",
        "依申请公开按期答复率",
        "%",
        "按期答复件数÷办结件数，按答复日期计；还没有答复的不进分母。",
        DisclosureRequest,
        Ratio("requests.on_time", "requests.answered"),
        date="answered_on",
    ),
)

# 年报表三: what each kind of applicant asked and was answered; results are the categories.
for applicant in DisclosureRequest.Applicant:
    of_applicant = Q(applicant=applicant.value)
    words = f"（{applicant.label}）"
    indicators.add(
        received(
            f"received.{applicant.value}",
            f"本年新收依申请公开件数{words}",
            "年报表三“本年新收”。",
            of_applicant,
        ),
        Indicator(
            f"requests.carried.{applicant.value}",
            f"上年结转依申请公开件数{words}",
            "件",
            "年报表三“上年结转”：统计期开始前已收到、还没有答复的。",
            DisclosureRequest,
            Carried(Count(), ends=("answered_on",)),
            where=of_applicant,
        ),
        answered(
            f"answered.{applicant.value}",
            f"办结依申请公开件数{words}",
            "年报表三“本年度办理结果”。",
            of_applicant,
        ),
        Indicator(
            f"requests.open.{applicant.value}",
            f"结转下年依申请公开件数{words}",
            "件",
            "年报表三“结转下年度继续办理”：截止日还没有答复的。",
            DisclosureRequest,
            Stock(Count(), ends=("answered_on",)),
            where=of_applicant,
        ),
    )


# 年报表四: each reconsideration or lawsuit is one case, counted in the year in which it was decided.
def remedies(key, label, definition, where=None, **options):
    """A number of reconsiderations or lawsuits."""
    return Indicator(f"requests.{key}", label, "件", definition, RequestRemedy, where=where or Q(), **options)


CONCLUDED = Q(concluded_on__isnull=False)
for kind, key, label in (
    ("review", "reviews", "信息公开行政复议件数"),
    ("lawsuit", "lawsuits", "信息公开行政诉讼件数（未经复议直接起诉）"),
    ("lawsuit_after", "lawsuits_after", "信息公开行政诉讼件数（复议后起诉）"),
):
    indicators.add(
        remedies(
            f"{key}.concluded",
            f"审结的{label}",
            "年报表四，按审结日期计。",
            CONCLUDED & Q(kind=kind),
            date="concluded_on",
            category="result",
        ),
        remedies(
            f"{key}.pending",
            f"尚未审结的{label}",
            "年报表四：截止日已受理（立案）、还没有审结的。",
            Q(kind=kind),
            measure=Stock(Count(), begins=("begun_on",), ends=("concluded_on",)),
        ),
    )

BEGUN_RULE = "按受理（立案）日期计。"
indicators.add(
    remedies(
        "reviews",
        "信息公开行政复议件数",
        f"因依申请公开引起的行政复议，{BEGUN_RULE}",
        Q(kind="review"),
        date="begun_on",
    ),
    remedies(
        "lawsuits",
        "信息公开行政诉讼件数",
        f"因依申请公开引起的行政诉讼，含复议后起诉，{BEGUN_RULE}",
        Q(kind__in=["lawsuit", "lawsuit_after"]),
        date="begun_on",
    ),
    remedies(
        "corrected",
        "信息公开复议诉讼纠错件数",
        "因依申请公开引起的复议、诉讼，结果为纠正的，按审结日期计。",
        Q(result="corrected"),
        date="concluded_on",
    ),
)
