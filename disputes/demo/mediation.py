"""Disputes, checks and opinions of the demonstration."""

import datetime
import random
from dataclasses import dataclass

from django.utils import timezone

from township.records.models import State

from ..models import Dispute, DisputeKind, Opinion, RiskCheck
from ..numbering import number_case
from .committees import in_charge

# What people quarrel about, by kind; 甲 and 乙 stand for the parties, as the form asks.
MATTERS = {
    DisputeKind.NEIGHBOURS: (
        "甲家屋檐滴水流到乙家院内，双方因排水沟走向发生争执。",
        "甲在两家共用的巷道堆放柴火，乙认为影响通行。",
        "甲家鸡鸭进入乙家菜地，乙要求赔偿菜苗损失。",
    ),
    DisputeKind.FAMILY: (
        "甲、乙夫妻因外出务工期间子女照料和家用开支发生矛盾。",
        "甲、乙兄弟因老人轮流赡养的时间和费用意见不一。",
    ),
    DisputeKind.HOUSING: (
        "甲翻建房屋，乙认为墙基超出了宅基地界线。",
        "甲、乙两家老屋相连，一方拆建影响另一方山墙。",
    ),
    DisputeKind.LAND: (
        "甲、乙对一块自留山的四至界线说法不一。",
        "甲流转土地到期后，乙对田埂恢复原状有异议。",
    ),
    DisputeKind.DAMAGES: ("甲的三轮车在村道倒车时碰坏乙家围墙。", "甲家果树喷药飘到乙家鱼塘，乙要求赔偿。"),
    DisputeKind.CONTRACT: ("甲请乙修建水泥坪，双方对验收和尾款有分歧。",),
    DisputeKind.WAGES: ("甲等人在乙承包的小工程做工，工钱拖欠两个月。",),
    DisputeKind.TRAFFIC: ("甲骑电动车与乙的小货车在路口轻微相撞，就修车费用协商不下。",),
    DisputeKind.CONSUMER: ("甲在圩场买的农资质量有问题，要求店主乙退换。",),
}
COMMON_KINDS = [*MATTERS, DisputeKind.NEIGHBOURS, DisputeKind.NEIGHBOURS, DisputeKind.LAND]
WISHES = {
    "roads": (
        "组里机耕路一段塌方，农机过不去，希望尽快修补。",
        "灌溉渠道淤塞，请组织清淤。",
        "路口缺少路灯。",
    ),
    "environment": ("垃圾桶不够，圩日后清运不及时。", "村口水塘水质变差，希望治理。"),
    "welfare": ("高龄补贴申请手续不清楚，请上门指导。", "独居老人需要送餐服务。"),
    "land": ("土地流转合同到期，请帮助核对面积。", "宅基地审批进度想了解。"),
    "safety": ("学校门口车速快，建议设减速带。", "夜间施工噪声影响休息。"),
    "other": ("希望增加去县城的班车。", "广播时间太早，建议调整。"),
}
OTHER_ENDS = ("explained", "explained", "explained", "explained", "passed_on", "not_now")
NAMES = ("周某一", "李某二", "王某三", "张某四", "刘某五", "陈某六", "黄某七", "吴某八")


@dataclass(frozen=True)
class Plan:
    """How many disputes accepted in a year end how; `carried` ones are agreed on early the next year."""

    agreed: int
    failed: int = 0
    withdrawn: int = 0
    referred: int = 0
    carried: int = 0
    ongoing: int = 0
    months: int = 12


DISPUTES = {
    2021: Plan(agreed=39, failed=2, withdrawn=1, carried=3),
    2022: Plan(agreed=31, withdrawn=1, referred=1, carried=3),
    2023: Plan(agreed=11, failed=1, months=5),
    2025: Plan(agreed=17, failed=1, referred=1, carried=2),
    2026: Plan(agreed=14, withdrawn=1, ongoing=4, months=10),
}
# Hidden disputes found by the monthly checks of a year, the villages checking, and the months checked.
CHECKS = {2021: (21, 12, 12), 2022: (16, 14, 12), 2023: (6, 14, 5), 2025: (7, 8, 12), 2026: (9, 12, 10)}
# (opinions, hardships among them solved in the year, hardships solved next January, months)
OPINIONS = {
    2021: (47, 27, 1, 12),
    2022: (56, 33, 2, 12),
    2023: (15, 8, 0, 5),
    2025: (24, 11, 1, 12),
    2026: (22, 9, 0, 10),
}


def seed(world):
    """Checks first, since some disputes come out of them."""
    found = {}
    for year, (hazards, villages, months) in CHECKS.items():
        found[year] = seed_checks(world, year, hazards, villages, months)
    for year, plan in DISPUTES.items():
        seed_disputes(world, year, plan, found[year])
    for year, numbers in OPINIONS.items():
        seed_opinions(world, year, *numbers)
    seed_unfinished(world)


def reached(day):
    return day <= timezone.localdate()


# Checks -------------------------------------------------------------------------------------------


def seed_checks(world, year, hazards, villages, months):
    """One check per village and month; returns the checks that found something."""
    dice = random.Random(f"checks {year}")
    places = [(month, village) for month in range(1, months + 1) for village in world.villages[:villages]]
    numbers = spread(dice, hazards, len(places))
    found = []
    for (month, village), number in zip(places, numbers, strict=True):
        day = datetime.date(year, month, dice.randint(5, 25))
        check = check_values(dice, world, village, day, number)
        if not reached(day):
            continue
        record = world.add(RiskCheck, f"{day:%Y-%m} {village.name}", area=village, **check)
        if number:
            found.append(record)
    return found


def spread(dice, total, places):
    """`total` single findings over `places` checks, most of which find nothing."""
    numbers = [0] * places
    for place in dice.sample(range(places), total):
        numbers[place] = 1
    return numbers


def check_values(dice, world, village, day, number):
    settled = number if dice.random() < 0.5 else 0
    values = {
        "date": day,
        "kind": "festival" if day.month in (1, 9) else "monthly",
        "found": number,
        "settled": settled,
        "reported": 1 if number and not settled and dice.random() < 0.3 else 0,
        "participants": dice.randint(2, 5),
        "households": dice.randint(8, 40),
        "organiser": f"{village.name}调委会",
    }
    if number:
        kind = dice.choice(COMMON_KINDS)
        values["lines"] = {
            "hazards": [
                {
                    "kind": kind,
                    "summary": dice.choice(MATTERS[kind])[:60],
                    "risk": dice.choice(["low", "low", "middle"]),
                    "responsible": world.person((village.name, "网格员")),
                    "due_on": day + datetime.timedelta(days=30),
                    "progress": "settled" if settled else "mediation",
                }
            ]
        }
    return values


# Disputes -----------------------------------------------------------------------------------------


def seed_disputes(world, year, plan, checks):
    """The disputes accepted in one year, each numbered by its committee in the order of their acceptance."""
    dice = random.Random(f"disputes {year}")
    results = [
        result
        for result in ("agreed", "failed", "withdrawn", "referred")
        for _ in range(getattr(plan, result))
    ]
    dice.shuffle(results)
    last = datetime.date(year, plan.months, 20)
    days = sorted(
        datetime.date(year, 1, 4)
        + datetime.timedelta(days=dice.randrange((last - datetime.date(year, 1, 4)).days - 30))
        for _ in results
    )
    cases = [
        (day, result, day + datetime.timedelta(days=dice.randint(2, 28)))
        for day, result in zip(days, results, strict=True)
    ]
    for number in range(plan.carried):
        closed = datetime.date(year + 1, 1, 9 + 5 * number)
        cases.append((datetime.date(year, 12, 14 + 3 * number), "agreed", closed))
    cases += [(last - datetime.timedelta(days=5 * number), "ongoing", None) for number in range(plan.ongoing)]
    waiting = [check for check in checks if not check.settled]
    for number, (day, result, closed) in enumerate(sorted(cases, key=lambda case: case[0]), 1):
        if reached(closed or day):
            check = next((check for check in waiting if 0 <= (day - check.date).days <= 25), None)
            if check is not None:
                waiting.remove(check)
            add_dispute(dice, world, f"{year}-{number:03d}", day, result, closed, check)
    # Cases that the police led and the township only helped with stay out of the township's own figures.
    for number in (1, 2):
        day = datetime.date(year, 3, 6 + number)
        add_dispute(
            dice, world, f"{year}-joined-{number}", day, "agreed", day, None, part="joined", origin="police"
        )


def add_dispute(dice, world, key, day, result, closed, check, **values):
    village = check.area if check is not None else dice.choice(world.villages)
    kind = dice.choice(COMMON_KINDS)
    record = {
        "date": day,
        "kind": kind,
        "summary": dice.choice(MATTERS[kind]),
        "origin": "check" if check is not None else dice.choice(["application", "application", "initiative"]),
        "risk_check": check,
        "organisation": dice.choice(["village", "village", "township"]),
        "people_involved": 6 if dice.random() < 0.06 else dice.randint(2, 4),
        "amount": dice.choice([None, 300, 800, 1500, 2600, 5200, 12000]),
        "difficulty": dice.choice(["simple", "simple", "ordinary", "ordinary", "difficult"]),
        "result": result,
        "closed_on": closed,
    }
    if result == "agreed":
        record |= agreement(dice, closed)
    if result == "failed":
        record |= {"failure": "双方分歧较大，未能达成一致。", "advice": ["court"]}
    if result == "referred":
        record["referred_to"] = "县劳动人事争议仲裁委员会"
    mediators = [world.person((village.name, post)) for post in ("法治委员", "党组织书记")]
    state = State.SUBMITTED if closed and dice.random() < 0.1 else State.APPROVED
    lines = {"parties": [party(dice, side) for side in (0, 1)], **proceedings(record, village)}
    record |= values
    if record.get("part") != "joined":
        record["committee"] = in_charge(world, record["organisation"], village)
    many = {"mediators": mediators}
    number_case(world.add(Dispute, key, area=village, state=state, lines=lines, many=many, **record))


def proceedings(record, village):
    """The session that ended the case, and the visit afterwards."""
    if record["closed_on"] is None or record["result"] in ("withdrawn", "referred"):
        return {}
    agreed = record["result"] == "agreed"
    session = {
        "held_on": record["closed_on"],
        "place": f"{village.name}调解室",
        "rights_told": True,
        "minutes": "甲、乙分别陈述经过，调解员现场查看并提出意见，"
        + ("双方同意。" if agreed else "双方未能一致。"),
        "outcome": "agreed" if agreed else "ended",
    }
    visits = []
    if day := record.get("followed_up_on"):
        visits = [{"visited_on": day, "performance": "done", "found": record["follow_up"]}]
    return {"sessions": [session], "follow_ups": visits}


def agreement(dice, closed):
    """How an agreement was made and kept; a quarter of them were followed up a month later."""
    form = dice.choice(["oral", "written"])
    values = {
        "agreement_form": form,
        "performance": dice.choice(["at_once", "done", "done", "under_way", "nothing_due"]),
        "confirmation": dice.choice(["none", "none", "none", "confirmed"]) if form == "written" else "none",
        "agreed_on": closed,
        "effective_on": closed,
        "terms": "一、双方互谅互让，就争议事项达成一致，当场说清。\n二、今后互不追究，和睦相处。",
    }
    after = closed + datetime.timedelta(days=30)
    if dice.random() < 0.25 and reached(after):
        values |= {"followed_up_on": after, "follow_up": "双方关系平稳，协议已按约定履行。"}
    return values


def party(dice, side):
    """An invented party; region 99 is assigned to nobody, so that no real person has such an ID number."""
    born = datetime.date(1955, 1, 1) + datetime.timedelta(days=dice.randrange(16000))
    return {
        "name": dice.choice(NAMES[side::2]),
        "gender": dice.choice(["male", "female"]),
        "age": 2022 - born.year,
        "id_number": id_number(f"990000{born:%Y%m%d}{dice.randrange(1000):03d}"),
        "phone": f"130000000{dice.randrange(100):02d}",
        "address": f"{dice.randint(1, 12)}组",
    }


def id_number(first_17):
    """The 17 digits with their check character (GB 11643-1999)."""
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(first_17))
    return first_17 + "10X98765432"[total % 11]


# Opinions -----------------------------------------------------------------------------------------


def seed_opinions(world, year, collected, solved, solved_later, months):
    """`collected` opinions, of which so many hardships were solved in the year and early in the next."""
    dice = random.Random(f"opinions {year}")
    last = datetime.date(year, months, 18)
    for number in range(1, collected + 1):
        later = solved < number <= solved + solved_later
        hardship = number <= solved + solved_later + 2
        if later:
            day = datetime.date(year, 12, 10 + number % 10)
            answered = datetime.date(year + 1, 1, 5 + number % 10)
        else:
            reach = (last - datetime.date(year, 1, 5)).days - 25
            day = datetime.date(year, 1, 5) + datetime.timedelta(days=dice.randrange(reach))
            answered = day + datetime.timedelta(days=dice.randint(2, 24))
        progress = "solved" if number <= solved + solved_later else dice.choice(OTHER_ENDS)
        if not reached(answered):
            continue
        add_opinion(dice, world, f"{year}-{number:03d}", day, answered, progress, hardship)


def add_opinion(dice, world, key, day, answered, progress, hardship):
    kind = dice.choice(list(WISHES))
    done = progress in ("solved", "explained")
    named = dice.random() < 0.5
    world.add(
        Opinion,
        key,
        area=dice.choice(world.villages),
        state=State.SUBMITTED if dice.random() < 0.1 else State.APPROVED,
        date=day,
        channel=dice.choice(Opinion.Channel.values),
        content=dice.choice(WISHES[kind]),
        kind=kind,
        is_hardship=hardship,
        progress=progress,
        answered_on=answered if done else None,
        outcome={"solved": "已现场查看并办结。", "explained": "已当面解释说明。"}.get(progress, ""),
        satisfaction="satisfied" if done else "",
        reporter=dice.choice(NAMES) if named else "",
        reporter_phone=f"130000000{dice.randrange(100):02d}" if named else "",
        office=world.offices["政法办"],
    )


# What never counts --------------------------------------------------------------------------------


def seed_unfinished(world):
    """Drafts and returned records of 2022: they are on the lists and in no figure."""
    village = world.village("毛竹村")
    dispute = {"kind": "neighbours", "origin": "application", "summary": MATTERS[DisputeKind.NEIGHBOURS][0]}
    day = datetime.date(2022, 10, 12)
    world.add(Dispute, "2022-draft", area=village, state=State.DRAFT, date=day, **dispute)
    returned = {"state": State.RETURNED, "reason": "案件来源请核对后再提交。"}
    world.add(Dispute, "2022-returned", area=village, date=day, **returned, **dispute)
    opinion = {"channel": "box", "content": WISHES["roads"][1], "is_hardship": True, "progress": "solved"}
    returned["reason"] = "请补充办理结果。"
    world.add(Opinion, "2022-returned", area=village, date=day, answered_on=day, **returned, **opinion)
    world.add(Opinion, "2022-draft", area=village, state=State.DRAFT, date=day, answered_on=day, **opinion)
    world.add(RiskCheck, "2022-draft", area=village, state=State.DRAFT, date=day, found=3)
