"""Figures of outreach events: how many, about what, with whom."""

from django.db.models import Exists, OuterRef, Q

from township.figures.indicator import Indicator, indicators
from township.figures.measures import AreasCovered, Distinct, Sum
from township.records.fields import holds

from ..models import MediaReport, OutreachEvent

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
# Forms of an event: an event in several forms counts under each, and once in the whole.
FORMS = (
    (OutreachEvent.Form.TALK, "法治宣讲", "场", ("法治宣讲次数", "普法宣讲场次")),
    (OutreachEvent.Form.LECTURE, "普法讲座", "场", ()),
    (OutreachEvent.Form.VISIT, "普法入户走访", "次", ()),
    (OutreachEvent.Form.SHOW, "普法文艺演出", "场", ()),
    (OutreachEvent.Form.FILM, "法治电影放映", "场", ()),
    (OutreachEvent.Form.BROADCAST, "普法广播", "次", ()),
    (OutreachEvent.Form.QUIZ, "法律知识竞赛", "场", ()),
    (OutreachEvent.Form.CASE, "以案释法", "场", ()),
    (OutreachEvent.Form.CHECKUP, "企业法治体检", "次", ()),
    (OutreachEvent.Form.ONLINE, "线上普法", "次", ()),
)
# Themes that a summary of their own is written of: (topics, how the topic reads, how the figures' names begin).
SUMMARISED = (
    (("national-security",), "4·15 国家安全", "国家安全普法"),
    (("civil-code",), "民法典宣传月", "民法典普法"),
    (("anti-drug",), "6·26 禁毒", "禁毒普法"),
    (("constitution-week", "constitution-day"), "宪法宣传周”或“国家宪法日", "宪法宣传周"),
)
THEMES = (
    ("national-security", "4·15 国家安全", "国家安全普法活动场次"),
    ("civil-code", "民法典宣传月", "民法典普法活动场次"),
    ("anti-drug", "6·26 禁毒", "禁毒普法活动场次"),
    ("consumer-day", "3·15", "消费者权益普法活动场次"),
    ("safe-production", "安全生产月", "安全生产普法活动场次"),
    ("cyber-security", "网络安全周", "网络安全普法活动场次"),
    ("school-start", "开学第一课", "开学法治第一课场次"),
    ("elder-fraud", "防范养老诈骗", "防范养老诈骗普法活动场次"),
)


def about(*keys):
    """Events tagged with any of the topics."""
    through = OutreachEvent.topics.through
    return Q(Exists(through.objects.filter(outreachevent_id=OuterRef("pk"), topic__key__in=keys)))


def beside(key):
    """Events that reach into a 进 beside their main one."""
    through = OutreachEvent.other_settings.through
    return Q(Exists(through.objects.filter(outreachevent_id=OuterRef("pk"), schememember__key=key)))


indicators.add(
    Indicator(
        "outreach.events",
        "普法活动场次",
        "场",
        f"普法活动的条数。{EVENT_RULE}",
        OutreachEvent,
        category="setting__name",
        glance="普法活动按“进”分",
        aliases=("法律进活动总场次",),
    ),
    Indicator(
        "outreach.events_hosted",
        "主办普法活动场次",
        "场",
        f"本镇主办的普法活动场次，县里部门下乡、本镇协办的不计。{EVENT_RULE}",
        OutreachEvent,
        where=Q(part=OutreachEvent.Part.HOST),
    ),
    Indicator(
        "outreach.events_cohosted",
        "协办普法活动场次",
        "场",
        f"县里部门等主办、本镇协办的普法活动场次，已含在普法活动场次里。{EVENT_RULE}",
        OutreachEvent,
        where=Q(part=OutreachEvent.Part.COHOST),
    ),
    Indicator(
        "outreach.attendance",
        "普法活动参加人次",
        "人次",
        "各场普法活动参加群众人次相加，不是按人去重。",
        OutreachEvent,
        Sum("attendance"),
        aliases=("宣传覆盖群众人次",),
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
    *(
        Indicator(
            f"outreach.events_beside_{key}",
            f"法律{name}兼顾活动次数",
            "次",
            f"“法律进（兼）”选了“{name}”的普法活动次数，单列，不计入法律{name}活动次数，也不与总场次相加。",
            OutreachEvent,
            where=beside(key),
        )
        for key, name in SETTINGS
    ),
    *(
        Indicator(
            f"outreach.events_{form}",
            f"{name}{'场次' if unit == '场' else '次数'}",
            unit,
            f"活动形式选“{form.label}”的普法活动场次，一场选几种形式的各计一次，不与总场次相加。",
            OutreachEvent,
            where=holds("forms", form),
            aliases=aliases,
        )
        for form, name, unit, aliases in FORMS
    ),
    *(
        Indicator(
            f"outreach.events_{key.replace('-', '_')}",
            label,
            "场",
            f"节点选“{topic}”的普法活动场次。{EVENT_RULE}",
            OutreachEvent,
            where=about(key),
        )
        for key, topic, label in THEMES
    ),
    Indicator(
        "outreach.events_constitution_week",
        "宪法宣传周活动场次",
        "场",
        f"节点选“宪法宣传周”或“国家宪法日”的普法活动场次。{EVENT_RULE}",
        OutreachEvent,
        where=about("constitution-week", "constitution-day"),
    ),
    *(
        Indicator(
            f"outreach.{field}_{keys[0].replace('-', '_')}",
            f"{stem}{name}",
            "人次",
            f"节点选“{topic}”的各场普法活动{said}相加。",
            OutreachEvent,
            Sum(field),
            where=about(*keys),
        )
        for keys, topic, stem in SUMMARISED
        for field, name, said in (
            ("attendance", "活动参加人次", "参加群众人次"),
            ("consultations", "咨询人次", "现场咨询人次"),
        )
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
        aliases=("普法覆盖村（社区）数", "覆盖村（社区）数"),
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
        aliases=("宣传横幅条数", "横幅条数"),
    ),
    Indicator(
        "outreach.boards",
        "展出宣传展板块数",
        "块",
        "各场普法活动展出展板块数相加。",
        OutreachEvent,
        Sum("boards"),
        aliases=("宣传展板块数", "展板块数"),
    ),
    Indicator(
        "outreach.vehicles",
        "出动宣传车台次",
        "台次",
        "各场普法活动出动宣传车台次相加。",
        OutreachEvent,
        Sum("vehicles"),
        aliases=("出动宣传车次数",),
    ),
    Indicator(
        "outreach.staff",
        "普法活动出动工作人员人次",
        "人次",
        "各场普法活动出动工作人员人数相加，不是按人去重。",
        OutreachEvent,
        Sum("staff"),
        aliases=("活动出动工作人员数",),
    ),
    Indicator(
        "outreach.online_reads",
        "普法线上阅读次数",
        "次",
        "各场普法活动线上阅读次数相加，不与参加人次相加。",
        OutreachEvent,
        Sum("online_reads"),
        aliases=("线上阅读次数",),
    ),
    Indicator(
        "outreach.media_reports",
        "普法信息报道条数",
        "条",
        "普法活动的信息报道条数，按活动日期计；同一篇被几家媒体采用的分别计。",
        MediaReport,
        category="rank",
    ),
)
