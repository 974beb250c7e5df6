"""Figures of village notices."""

from django.db.models import Q

from township.figures.indicator import Indicator, indicators
from township.figures.measures import AreasCovered, MonthsCovered, Ratio, Sum

from ..models import NoticeObjection, VillageNotice

POSTED_RULE = "按公开日期计；一次公开几项内容计一次。"
LATE_RULE = "所属期结束后在“三务公开频次”规定的天数内公开的为按期"

indicators.add(
    Indicator(
        "notices.months",
        "三务公开按月张贴月数",
        "个月",
        "统计期内有三务公开记录的月份个数，按所属期计，全年12个月都有才是每月公开；逾期补贴的也计。",
        VillageNotice,
        MonthsCovered(),
        date="period_start",
    ),
    Indicator(
        "notices.finance_months",
        "财务公开按月张贴月数",
        "个月",
        "统计期内有财务公开记录的月份个数，按所属期计；逾期补贴的也计。",
        VillageNotice,
        MonthsCovered(),
        where=Q(category="finance"),
        date="period_start",
    ),
    Indicator(
        "notices.postings",
        "三务公开次数",
        "次",
        f"村（社区）党务、村（居）务、财务公开的次数。{POSTED_RULE}",
        VillageNotice,
        category="category",
        glance="三务公开按类别分",
    ),
    Indicator(
        "notices.items",
        "三务公开条数",
        "条",
        "各次三务公开的条数相加，一次公开8项计8条；按公开日期计。",
        VillageNotice,
        Sum("items"),
    ),
    Indicator(
        "notices.party",
        "党务公开次数",
        "次",
        f"村（社区）党务公开的次数。{POSTED_RULE}",
        VillageNotice,
        where=Q(category="party"),
    ),
    Indicator(
        "notices.village",
        "村（居）务公开次数",
        "次",
        f"村（居）务公开的次数，不含党务和财务。{POSTED_RULE}",
        VillageNotice,
        where=Q(category="village"),
    ),
    Indicator(
        "notices.finance",
        "财务公开次数",
        "次",
        f"村（社区）财务公开的次数。{POSTED_RULE}",
        VillageNotice,
        where=Q(category="finance"),
    ),
    Indicator(
        "notices.villages",
        "开展三务公开的村（社区）数",
        "个",
        "统计期内至少公开过一次三务的村（社区）个数，按公开日期计。",
        VillageNotice,
        AreasCovered(),
        where=Q(area__level=3),
    ),
    Indicator(
        "notices.late",
        "三务公开逾期次数",
        "次",
        f"{LATE_RULE}，之后补贴的为逾期；逾期的仍计入三务公开次数。按公开日期计。",
        VillageNotice,
        where=Q(late=True),
    ),
    Indicator(
        "notices.on_time",
        "三务公开按期次数",
        "次",
        f"{LATE_RULE}。按公开日期计。",
        VillageNotice,
        where=Q(late=False),
    ),
    Indicator(
        "notices.on_time_rate",
        "三务公开按期率",
        "%",
        f"三务公开按期次数÷三务公开次数，{LATE_RULE}；没有公开的月份不在分母里，另看未报清单。",
        VillageNotice,
        Ratio("notices.on_time", "notices.postings"),
    ),
    Indicator(
        "notices.objections",
        "三务公开群众异议件数",
        "件",
        "群众对三务公开提出的异议，一件计一件，按提出日期计。",
        NoticeObjection,
    ),
    Indicator(
        "notices.objections_answered",
        "三务公开异议答复件数",
        "件",
        "已经答复的群众异议，按答复日期计。",
        NoticeObjection,
        where=Q(answered_on__isnull=False),
        date="answered_on",
    ),
)
