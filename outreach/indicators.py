"""Figures of legal outreach."""

from django.db.models import Exists, OuterRef, Q

from township.figures.indicator import Indicator, indicators
from township.figures.measures import AreasCovered, Count, Distinct, Stock, Sum
from township.records.fields import holds

from .models import (
    DemonstrationSite,
    FiveItem,
    MediaReport,
    OutreachEvent,
    OutreachMaterial,
    Team,
    TeamMember,
)

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
        "outreach.settings_covered",
        "开展活动的法律进个数",
        "个",
        "统计期内至少作为主进办过一场活动的“进”的个数，只作兼顾的不计。",
        OutreachEvent,
        Distinct("setting__key"),
    ),
    Indicator(
        "outreach.yard_meetings",
        "院坝会普法场次",
        "场",
        f"活动形式选“院坝会（屋场会）”的普法活动场次。{EVENT_RULE}",
        OutreachEvent,
        where=holds("forms", "yard"),
    ),
    Indicator(
        "outreach.banners",
        "悬挂宣传横幅条数",
        "条",
        "各场普法活动悬挂横幅条数相加。",
        OutreachEvent,
        Sum("banners"),
    ),
    Indicator(
        "outreach.boards",
        "展出宣传展板块数",
        "块",
        "各场普法活动展出展板块数相加。",
        OutreachEvent,
        Sum("boards"),
    ),
    Indicator(
        "outreach.vehicles",
        "出动宣传车台次",
        "台次",
        "各场普法活动出动宣传车台次相加。",
        OutreachEvent,
        Sum("vehicles"),
    ),
    Indicator(
        "outreach.staff",
        "普法活动出动工作人员人次",
        "人次",
        "各场普法活动出动工作人员人数相加，不是按人去重。",
        OutreachEvent,
        Sum("staff"),
    ),
    Indicator(
        "outreach.online_reads",
        "普法线上阅读次数",
        "次",
        "各场普法活动线上阅读次数相加，不与参加人次相加。",
        OutreachEvent,
        Sum("online_reads"),
    ),
    Indicator(
        "outreach.media_reports",
        "普法信息报道条数",
        "条",
        "普法活动的信息报道条数，按活动日期计；同一篇被几家媒体采用的分别计。",
        MediaReport,
        category="rank",
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
        "outreach.posters",
        "张贴宣传海报张数",
        "张",
        "发放资料里品种为海报的数量相加；已含在宣传资料发放份数里，不再相加。",
        OutreachMaterial,
        Sum("quantity"),
        where=Q(kind="poster"),
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
        "截止日已命名并仍有效的民主法治示范村（社区），同村多级命名只计一次；申报、创建中和已撤销的不计。",
        DemonstrationSite,
        Stock(Distinct("area"), begins=("named_on",)),
        where=Q(programme="village", named_on__isnull=False),
    ),
    Indicator(
        "outreach.five_items",
        "五有已落实项数",
        "项",
        "统计期内形成的工作方案、宣传资料、责任书中状态为已有的项数，按形成日期计；宣传活动、工作台账看活动场次。",
        FiveItem,
        where=Q(presence="present"),
        category="item",
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
