"""Demonstration records of legal outreach; titles, attendance and people are invented."""

import datetime
import random
from dataclasses import dataclass

from django.utils import timezone

from township.operations.demo import seeder
from township.people.models import Area
from township.records.models import Law, State

from ..models import DemonstrationSite, FiveItem, OutreachEvent, Team
from . import neighbour  # noqa: F401  registers the neighbour's seeder
from .people import seed_counsel_visits, seed_legal_aware_people
from .places import seed_culture_places, seed_published_items

TITLES = {
    "rural": (
        "赶圩日法治宣传",
        "屋场会普法夜谈",
        "土地承包政策法律进村讲解",
        "返乡人员普法座谈",
        "田间地头学法",
    ),
    "community": ("社区法律咨询日", "楼栋普法小课堂", "防范养老诈骗宣讲"),
    "school": ("法治副校长开学第一课", "未成年人保护法主题班会", "校园防欺凌宣讲", "模拟法庭观摩"),
    "organ": ("机关干部旁听庭审交流", "行政处罚法专题宣讲", "宪法宣誓与学习"),
    "enterprise": ("企业用工法律体检", "安全生产法进车间", "劳动合同订立讲解"),
    "hospital": ("医患关系法律讲解", "卫生院普法展板巡展"),
    "family": ("家庭教育促进法入户宣讲", "反家庭暴力入户走访"),
}
FORMS = {
    "rural": ("stall", "yard", "broadcast"),
    "community": ("stall", "lecture"),
    "school": ("lecture", "quiz"),
    "organ": ("lecture", "case"),
    "enterprise": ("checkup", "lecture"),
    "hospital": ("stall",),
    "family": ("visit",),
}
TOPICS = {
    1: "returning-workers",
    2: "returning-workers",
    3: "consumer-day",
    4: "national-security",
    5: "civil-code",
    6: "anti-drug",
    9: "school-start",
    12: "constitution-week",
}
# The reviewer goes through a month at a time; what came in after this day still waits.
STILL_UNREVIEWED = datetime.date(2026, 9, 25)
LAWS = {
    "rural": "土地承包",
    "school": "未成年人保护法",
    "enterprise": "安全生产法",
    "family": "家庭教育促进法",
}


@dataclass(frozen=True)
class Plan:
    """What one year's events add up to: how many per 进, and totals spread over them."""

    events: dict
    leaflets: int
    consultations: int
    readers: int
    months: int = 12


PLANS = {
    2021: Plan(
        {"rural": 11, "community": 2, "school": 5, "organ": 3, "enterprise": 2, "family": 1},
        leaflets=4310,
        consultations=268,
        readers=400,
    ),
    2022: Plan(
        {"rural": 14, "community": 3, "school": 6, "organ": 4, "enterprise": 3, "hospital": 2, "family": 2},
        leaflets=5036,
        consultations=326,
        readers=520,
    ),
    2023: Plan(
        {"rural": 5, "community": 1, "school": 2, "organ": 1, "enterprise": 1},
        leaflets=1980,
        consultations=137,
        readers=150,
        months=5,
    ),
    2025: Plan(
        {"rural": 9, "community": 3, "school": 4, "organ": 2, "enterprise": 2, "family": 2},
        leaflets=3120,
        consultations=205,
        readers=180,
    ),
    2026: Plan(
        {"rural": 9, "community": 3, "school": 4, "organ": 2, "enterprise": 2, "hospital": 1, "family": 1},
        leaflets=3360,
        consultations=231,
        readers=210,
        months=10,
    ),
}


@seeder
def seed(world):
    for year, plan in PLANS.items():
        seed_events(world, year, plan)
        seed_five_items(world, year)
    seed_unfinished(world)
    seed_teams(world)
    seed_sites(world)
    seed_legal_aware_people(world)
    seed_counsel_visits(world)
    seed_culture_places(world)
    seed_published_items(world)


# Events -------------------------------------------------------------------------------------------


def share(dice, total, parts):
    """`total` as `parts` numbers that add up to it exactly, none of them far from the mean."""
    weights = [dice.uniform(0.6, 1.4) for _ in range(parts)]
    numbers = [int(total * weight / sum(weights)) for weight in weights]
    numbers[-1] += total - sum(numbers)
    return numbers


def seed_events(world, year, plan):
    """The events of one year in order of their days, so that totals and topics are spread over it."""
    dice = random.Random(f"outreach {year}")
    settings = [key for key, number in plan.events.items() for _ in range(number)]
    dice.shuffle(settings)
    first, last = datetime.date(year, 1, 8), datetime.date(year, plan.months, 20)
    step = (last - first).days / (len(settings) - 1)
    days = [first + datetime.timedelta(days=round(step * number)) for number in range(len(settings))]
    leaflets = share(dice, plan.leaflets, len(settings))
    consulted = share(dice, plan.consultations, len(settings))
    with_readers = dice.sample(range(len(settings)), 8)
    readers = dict(zip(with_readers, share(dice, plan.readers, 8), strict=True))
    for number, (key, day) in enumerate(zip(settings, days, strict=True)):
        lines = materials(dice, leaflets[number], readers.get(number, 0))
        if day <= timezone.localdate():
            add_event(dice, world, f"{year}-{number:02d}", day, key, consulted[number], lines)


def materials(dice, leaflets, readers):
    """Rows of what was handed out: leaflets, handbooks and posters together make `leaflets`."""
    handbooks, posters = leaflets // 4, dice.choice([0, 0, 8, 12])
    rows = [
        {"kind_id": "leaflet", "quantity": leaflets - handbooks - posters, "unit": "份"},
        {"kind_id": "handbook", "quantity": handbooks, "unit": "册"},
    ]
    if posters:
        rows.append({"kind_id": "poster", "quantity": posters, "unit": "张"})
    if readers:
        rows.append({"kind_id": "reader", "quantity": readers, "unit": "本"})
    if dice.random() < 0.3:
        rows.append({"kind_id": "gift", "quantity": dice.randint(20, 80), "unit": "件"})
    return rows


def add_event(dice, world, key, day, setting, consulted, rows):
    area, office = place(dice, world, setting)
    name = dice.choice(TITLES[setting])
    # Every fifth village event is held together with two neighbours.
    joint = (
        dice.sample([v for v in world.villages if v != area], 2)
        if setting == "rural" and dice.random() < 0.2
        else []
    )
    reports = []
    if dice.random() < 0.25:
        reports.append({"headline": f"毛俊镇开展{name}", "outlet": "县融媒体中心", "published_on": day})
    topic = world.topics.get(("outreach", TOPICS.get(day.month)))
    law = Law.objects.filter(short_names__contains=LAWS[setting]).first() if setting in LAWS else None
    world.add(
        OutreachEvent,
        key,
        area=area,
        state=State.SUBMITTED if dice.random() < 0.12 or day >= STILL_UNREVIEWED else State.APPROVED,
        lines={"materials": rows, "reports": reports},
        many={"villages": joint, "topics": [topic] if topic else [], "laws": [law] if law else []},
        date=day,
        title=f"{area.name if area.is_village else '毛俊镇'}{name}",
        setting=world.settings[setting],
        attendance=dice.randint(40, 180) if setting != "family" else dice.randint(12, 40),
        consultations=consulted,
        forms=list(FORMS[setting]),
        banners=dice.randint(1, 4),
        boards=dice.randint(0, 6),
        staff=dice.randint(3, 9),
        vehicles=1 if setting == "rural" and dice.random() < 0.3 else None,
        online_reads=dice.randint(200, 1500) if dice.random() < 0.2 else None,
        office=office,
    )


def place(dice, world, setting):
    """Where an event of that 进 is held, and which office holds it."""
    villages = [village for village in world.villages if village.kind == Area.Kind.VILLAGE]
    if setting in ("rural", "family", "enterprise"):
        return dice.choice(villages), world.offices["司法所"] if setting == "enterprise" else None
    if setting == "community":
        return dice.choice([village for village in world.villages if village not in villages]), None
    return world.township, world.offices["中心学校" if setting == "school" else "司法所"]


def seed_unfinished(world):
    """A draft and a returned event of 2022 with large numbers, which no figure counts."""
    rows = {"materials": [{"kind_id": "leaflet", "quantity": 900, "unit": "份"}]}
    for village, state, reason in (
        ("毛俊村", State.DRAFT, ""),
        ("毛竹村", State.RETURNED, "参加人次与签到表不一致，请核对。"),
    ):
        world.add(
            OutreachEvent,
            f"2022 {state}",
            area=world.village(village),
            state=state,
            reason=reason,
            lines=rows,
            date=datetime.date(2022, 11, 3),
            title=f"{village}冬闲普法座谈",
            setting=world.settings["rural"],
            attendance=210,
            consultations=60,
        )


# The five items -----------------------------------------------------------------------------------


def seed_five_items(world, year):
    """Plan, materials and letter of every 进; there is no hospital letter, which is said, not left out."""
    day = datetime.date(year, 3, 10)
    school, justice = world.offices["中心学校"], world.offices["司法所"]
    for setting, member in world.settings.items():
        for item in ("plan", "materials", "letter"):
            presence = "na" if (setting, item) == ("hospital", "letter") else "present"
            if year == 2021 and setting in ("hospital", "family"):
                presence = "absent"
            world.add(
                FiveItem,
                f"{year} {setting} {item}",
                date=day,
                year=year,
                setting=member,
                responsible=school if setting == "school" else justice,
                item=item,
                presence=presence,
                handler=world.person("何建平"),
            )


# Teams --------------------------------------------------------------------------------------------


def seed_teams(world):
    """At the end of 2022 seven outreach teams with 30 seats held by 28 people."""
    officers = [world.person((village.name, "法治委员")) for village in world.villages]
    grid = [world.person((village.name, "网格员")) for village in world.villages]
    leaders = [world.person(name) for name in ("邓海涛", "何建平", "罗春燕", "彭立新")]
    gone = {"person": world.person("谢雨晴"), "left_on": datetime.date(2022, 8, 31)}
    add_team(world, "毛俊镇法治宣传队", "outreach", "2019-03-18", [*leaders, *officers[:2]], extra=[gone])
    lecturers = [world.person(name) for name in ("黄秀兰", "吴启明", "何建平", "罗春燕")]
    add_team(world, "毛俊镇普法讲师团", "lecturers", "2020-05-20", lecturers)
    founded = ("2021-06-10", "2021-06-10", "2022-03-15", "2022-03-15")
    for zone, day in enumerate(founded):
        first = 2 + 2 * zone
        members = [*officers[first : first + 2], *grid[first : first + 2]]
        add_team(world, f"第{'一二三四'[zone]}片区法律服务小分队", "service", day, members)
    add_team(world, "毛俊镇普法志愿队", "volunteers", "2021-11-05", officers[10:])
    add_team(world, "毛俊镇青年普法志愿队", "volunteers", "2025-03-05", [*grid[:2], *grid[10:12]])
    # Of other kinds, or closed before the year's end: in the register, not in the figure.
    add_team(world, "毛俊镇村（社区）法律顾问团", "counsel", "2020-01-10", [world.person("吴启明")])
    add_team(world, "毛俊镇农民工普法小分队", "outreach", "2018-04-02", grid[:3], closed="2022-02-28")


def add_team(world, name, kind, founded, members, *, closed=None, extra=()):
    rows = [{"person": person} for person in members] + list(extra)
    world.add(
        Team,
        name,
        lines={"members": rows},
        title=name,
        kind=kind,
        time="part",
        date=datetime.date.fromisoformat(founded),
        valid_to=datetime.date.fromisoformat(closed) if closed else None,
        leader=members[0],
        office=world.offices["司法所"],
    )


# Sites --------------------------------------------------------------------------------------------


REVIEWED = {
    ("茶园村", "household"): {"reviewed_on": datetime.date(2023, 4, 20), "conclusion": "kept"},
}


def seed_sites(world):
    """One village named in 2022 and a second in 2026; others are still on the way."""
    for place_name, programme, rank, applied, named in (
        ("毛俊村", "village", "city", "2022-02-20", "2022-09-16"),
        ("石桥村", "village", "county", "2022-03-01", ""),
        ("圩镇社区", "village", "county", "2025-04-10", "2026-05-12"),
        ("茶园村", "household", "county", "2021-05-06", "2021-11-30"),
        ("新田村", "venue", "county", "2021-03-12", "2021-10-08"),
    ):
        labels = {"village": "民主法治示范创建", "household": "学法用法示范户", "venue": "法治文化广场"}
        area = world.village(place_name)
        world.add(
            DemonstrationSite,
            f"{place_name} {programme}",
            area=area,
            title=f"{place_name}{labels[programme]}",
            programme=programme,
            rank=rank,
            stage="named" if named else "building",
            date=datetime.date.fromisoformat(applied),
            named_on=datetime.date.fromisoformat(named) if named else None,
            **REVIEWED.get((place_name, programme), {}),
            responsible=world.person((place_name, "党组织书记")),
            office=world.offices["司法所"],
        )
