"""Figures of legal outreach."""

from django.db.models import Exists, OuterRef, Q

from township.figures.indicator import Indicator, indicators
from township.figures.measures import AreasCovered, Count, Distinct, Stock, Sum

from .models import DemonstrationSite, OutreachEvent, OutreachMaterial, Team, TeamMember

EVENT_RULE = "按活动日期计；一场活动只按主进计一次；几个村联合办的，全镇计一场。"
SETTINGS = (
    ("rural", "进乡村"),
    ("community", "进社区"),
    ("school", "进学校"),
    ("enterprise", "进企业"),
    ("organ", "进机关"),
    ("unit", "进单位"),
    ("family", "进家庭"),
    ("hospital", "进医院"),
)
MEMBER_ENDS = ("left_on", "record__valid_to")


def about(*keys):
    """Events tagged with any of the topics."""
    through = OutreachEvent.topics.through
    return Q(Exists(through.objects.filter(outreachevent_id=OuterRef("pk"), topic__key__in=keys)))


indicators.add(
    Indicator(
        "outreach.events",
        "普法活动场次",
        "场",
        f"普法活动的条数。{EVENT_RULE}",
        OutreachEvent,
        category="setting__name",
    ),
    Indicator(
        "outreach.attendance",
        "普法活动参加人次",
        "人次",
        "各场普法活动参加群众人次相加，不是按人去重。",
        OutreachEvent,
        Sum("attendance"),
    ),
    Indicator(
        "outreach.consultations",
        "接受群众咨询人次",
        "人次",
        "各场普法活动现场咨询人次相加。",
        OutreachEvent,
        Sum("consultations"),
    ),
    *(
        Indicator(
            f"outreach.events_{key}",
            f"法律{name}活动次数",
            "次",
            f"主进为“{name}”的普法活动次数。{EVENT_RULE}",
            OutreachEvent,
            where=Q(setting__key=key),
        )
        for key, name in SETTINGS
    ),
    Indicator(
        "outreach.events_constitution_week",
        "宪法宣传周活动场次",
        "场",
        f"节点选“宪法宣传周”或“国家宪法日”的普法活动场次。{EVENT_RULE}",
        OutreachEvent,
        where=about("constitution-week", "constitution-day"),
    ),
    Indicator(
        "outreach.events_migrant_workers",
        "返乡农民工普法活动场次",
        "场",
        f"节点选“返乡农民工”的普法活动场次。{EVENT_RULE}",
        OutreachEvent,
        where=about("returning-workers"),
    ),
    Indicator(
        "outreach.villages_covered",
        "开展普法活动的村（社区）数",
        "个",
        "统计期内作为牵头村至少办过一场普法活动的村（社区）个数。",
        OutreachEvent,
        AreasCovered(),
        where=Q(area__level=3),
    ),
    Indicator(
        "outreach.leaflets",
        "宣传资料发放份数",
        "份",
        "发放资料里品种为宣传资料、宣传手册、海报，单位为份、册、张的数量相加；法治读本和宣传品另计。",
        OutreachMaterial,
        Sum("quantity"),
        where=Q(kind__in=["leaflet", "handbook", "poster"], unit__in=["份", "册", "张"]),
    ),
    Indicator(
        "outreach.readers",
        "法治读本发放本数",
        "本",
        "发放资料里品种为法治读本的数量相加。",
        OutreachMaterial,
        Sum("quantity"),
        where=Q(kind="reader"),
    ),
    Indicator(
        "outreach.gifts",
        "宣传品发放件数",
        "件",
        "发放资料里品种为宣传品的数量相加。",
        OutreachMaterial,
        Sum("quantity"),
        where=Q(kind="gift"),
    ),
    Indicator(
        "outreach.teams",
        "法治宣传队伍支数",
        "支",
        "截止日在册的队伍数，含法治宣传队、讲师团、服务小分队和志愿队；撤销的不计。",
        Team,
        Stock(Count()),
        where=Q(kind__in=["outreach", "lecturers", "service", "volunteers"]),
        category="kind",
    ),
    Indicator(
        "outreach.team_members",
        "法治宣传队伍人数",
        "人",
        "截止日在册队伍的成员，按人去重，一人兼两队计一人；不含法律明白人。",
        TeamMember,
        Stock(Distinct("person"), begins=("record__date", "joined_on"), ends=MEMBER_ENDS),
        where=Q(record__kind__in=["outreach", "lecturers", "service", "volunteers"]),
    ),
    Indicator(
        "outreach.team_seats",
        "法治宣传队伍队员席位数",
        "个",
        "截止日在册队伍的成员席位，一人兼两队计两个。",
        TeamMember,
        Stock(Count(), begins=("record__date", "joined_on"), ends=MEMBER_ENDS),
        where=Q(record__kind__in=["outreach", "lecturers", "service", "volunteers"]),
    ),
    Indicator(
        "outreach.demonstration_villages",
        "民主法治示范村（社区）个数",
        "个",
        "截止日仍有效的民主法治示范村（社区），同村多级命名只计一次。",
        DemonstrationSite,
        Stock(Distinct("area"), begins=("named_on",)),
        where=Q(programme="village", stage__in=["named", "kept", "mending"], named_on__isnull=False),
    ),
    Indicator(
        "outreach.sites_named",
        "新命名法治示范创建个数",
        "个",
        "命名日期在统计期内的创建对象个数。",
        DemonstrationSite,
        date="named_on",
    ),
)
