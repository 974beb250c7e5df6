"""Figures of petitions: 件 of letters, 批 and 人次 of visits, 项 of what was accepted, never added up."""

from django.db.models import F, Q

from township.figures.indicator import Indicator, indicators
from township.figures.measures import Carried, Count, Ratio, Stock, Sum

from ..models import Petition

WRITTEN = Q(channel__in=["letter", "online", "phone"])
VISITS = Q(channel="visit")
# A 检举控告 is counted when it comes in; how it goes on is not the township's to follow.
OWN = ~Q(demand="report")
ACCEPTED = OWN & Q(accepted_on__isnull=False)
SKIPPED = Q(destination__in=["county", "city", "province", "capital"])
RATED = Q(satisfaction__in=["satisfied", "fair", "unsatisfied"])
REGISTERED_RULE = "按登记日期计。"
ITEM_RULE = "不论来信、来访还是网上、电话，反映的一个事项计一项；检举控告不在内。"
CLOSED_RULE = f"按办结日期计，不论哪一年受理。{ITEM_RULE}"


def registered(key, label, unit, definition, where, measure=None, **options):
    """A number of petitions that came in."""
    return Indicator(
        f"petitions.{key}",
        label,
        unit,
        f"{definition}{REGISTERED_RULE}",
        Petition,
        measure or Count(),
        where=where,
        **options,
    )


def closed(key, label, definition, where):
    """A number of accepted matters that were concluded in a certain way."""
    return Indicator(
        f"petitions.{key}",
        label,
        "项",
        f"{definition}{CLOSED_RULE}",
        Petition,
        where=ACCEPTED & where,
        date="closed_on",
    )


indicators.add(
    registered(
        "written",
        "信访件数",
        "件",
        "来信、网上信访和电话信访的件数；来访按批次、人次另计，不相加。",
        WRITTEN,
        category="channel",
    ),
    registered("letters", "来信件数", "件", "来信的件数。", Q(channel="letter")),
    registered("online", "网上信访件数", "件", "网上信访的件数。", Q(channel="online")),
    registered("phone", "电话信访件数", "件", "电话信访的件数。", Q(channel="phone")),
    registered(
        "visits",
        "来访批次",
        "批",
        "群众来访的批数，一批人来访一次计一批；不与来信、网上信访的件数相加。",
        VISITS,
        aliases=("接待来访批次",),
    ),
    registered(
        "visitors",
        "来访人次",
        "人次",
        "各批来访的人数相加，不是按人去重；不与件数相加。",
        VISITS,
        Sum("visitors"),
        aliases=("接待来访人次",),
    ),
    registered(
        "group_visits", "集体访批次", "批", "五人以上（含五人）来访的批数。", VISITS & Q(visitors__gte=5)
    ),
    registered("repeat_visits", "重访批次", "批", "同一事项重复来访的批数。", VISITS & Q(repeat="again")),
    registered(
        "skipped",
        "越级上访批次",
        "批",
        "到县级以上来访的批数；只作台账，不在村（社区）之间比较。",
        VISITS & SKIPPED,
        aliases=("越级上访起数",),
        category="destination",
    ),
    registered(
        "reports",
        "检举控告件数",
        "件",
        "检举控告类来信、网上和电话信访的件数，含在信访件数里；只计数，不录内容。",
        WRITTEN & Q(demand="report"),
    ),
    registered(
        "suggestions",
        "建议意见类信访件数",
        "件",
        "建议意见类来信、网上和电话信访的件数，含在信访件数里。",
        WRITTEN & Q(demand="suggestion"),
    ),
    Indicator(
        "petitions.accepted",
        "受理信访事项数",
        "项",
        f"统计期内受理的信访事项，按受理日期计。{ITEM_RULE}",
        Petition,
        where=OWN,
        date="accepted_on",
        category="problem",
    ),
    closed("closed", "办结信访事项数", "统计期内办结的信访事项。", Q(closed_on__isnull=False)),
    Indicator(
        "petitions.carried",
        "上期结转信访事项数",
        "项",
        f"统计期开始前已受理、还没有办结的信访事项。{ITEM_RULE}",
        Petition,
        Carried(Count(), begins=("accepted_on",), ends=("closed_on",)),
        where=ACCEPTED,
        aliases=("上年结转信访事项数",),
    ),
    Indicator(
        "petitions.open",
        "在办信访事项数",
        "项",
        f"截止日已受理、还没有办结的信访事项；上期结转＋本期受理＝本期办结＋结转下期。{ITEM_RULE}",
        Petition,
        Stock(Count(), begins=("accepted_on",), ends=("closed_on",)),
        where=ACCEPTED,
        aliases=("结转下期信访事项数", "结转下年信访事项数"),
    ),
    Indicator(
        "petitions.overdue",
        "到期未办结信访事项数",
        "项",
        "截止日办理期限已到（受理起60日，经批准可延长，最多30日）、还没有办结的申诉求决事项。",
        Petition,
        Stock(Count(), begins=("due_on",), ends=("closed_on",)),
        where=Q(due_on__isnull=False),
    ),
    closed(
        "with_limit",
        "有期限的办结信访事项数",
        "统计期内办结、有办理期限的申诉求决事项。",
        Q(due_on__isnull=False),
    ),
    closed(
        "on_time",
        "按期办结信访事项数",
        "统计期内在办理期限内办结的申诉求决事项（受理起60日，经批准可延长，最多30日）。",
        Q(closed_on__lte=F("due_on")),
    ),
    Indicator(
        "petitions.on_time_rate",
        "信访事项按期办结率",
        "%",
        "按期办结信访事项数÷有期限的办结信访事项数，按办结日期计；还没有办结的不进分母。",
        Petition,
        Ratio("petitions.on_time", "petitions.with_limit"),
        date="closed_on",
    ),
    closed(
        "settled",
        "化解信访事项数",
        "统计期内已化解的信访事项；已答复、已导入其他程序的不计。",
        Q(result="settled"),
    ),
    Indicator(
        "petitions.settled_rate",
        "信访事项化解率",
        "%",
        "化解信访事项数÷办结信访事项数，按办结日期计；在办的不进分母。",
        Petition,
        Ratio("petitions.settled", "petitions.closed"),
        date="closed_on",
    ),
    closed("rated", "作出评价的信访事项数", "统计期内办结、信访人作了满意度评价的信访事项。", RATED),
    closed(
        "satisfied",
        "信访人满意事项数",
        "统计期内办结、信访人评价满意或基本满意的信访事项。",
        Q(satisfaction__in=["satisfied", "fair"]),
    ),
    Indicator(
        "petitions.satisfaction",
        "信访事项满意率",
        "%",
        "评价满意和基本满意的信访事项数÷作出评价的信访事项数；没有评价的不进分母。",
        Petition,
        Ratio("petitions.satisfied", "petitions.rated"),
        date="closed_on",
    ),
    registered(
        "mediated",
        "信访转调解事项数",
        "项",
        "转为人民调解的信访事项，纠纷本身在调解台账里计一次，两边不相加。",
        OWN & Q(dispute__isnull=False),
    ),
)
