"""Petitions and reception days of the demonstration."""

import datetime
import random

from township.records.models import State

from ..models import Dispute, Petition, ReceptionDay
from .mediation import NAMES, reached

# Months with records: 2023 and 2026 stop where the demonstration stops.
MONTHS = {2021: 12, 2022: 12, 2023: 5, 2025: 12, 2026: 10}
# Petitions of a whole year by channel; a part of a year has its part of them.
CHANNELS = {"letter": 4, "online": 9, "phone": 3, "visit": 11}
LEADERS = ("陈志远", "周敏", "刘国栋")
SUBJECTS = {
    "land": ("反映宅基地审批进度慢", "反映林地界线登记有出入", "咨询征地补偿款发放时间"),
    "agriculture": ("反映机耕路塌方未修", "反映灌溉水渠渗漏影响下游"),
    "welfare": ("申请临时救助", "反映高龄补贴停发"),
    "labour": ("反映工程队拖欠工钱", "咨询社保转移手续"),
    "environment": ("反映养殖场气味扰民", "反映河道边堆放垃圾"),
    "traffic": ("反映通村路会车困难", "建议增设路口减速带"),
    "construction": ("反映危房改造补助标准", "反映圩镇下水道堵塞"),
}
MATTERS = (
    ("询问低保评议的程序和时间", "answered"),
    ("反映组道扩宽占用菜地", "settled"),
    ("反映邻里排水长期没有解决", "settled"),
    ("咨询退役军人优待政策", "answered"),
    ("反映山塘漏水影响灌溉", "assigned"),
    ("反映工钱结算有争议", "redirected"),
    ("希望调整圩日摊位", "settled"),
)


def seed(world):
    for year, months in MONTHS.items():
        seed_petitions(world, year, months)
        seed_receptions(world, year, months)
    seed_unfinished(world)


def mediated(year, place):
    """The `place`-th agreed dispute of a year, which a petition or a reception has led to."""
    found = Dispute.objects.filter(date__year=year, part="lead", result="agreed").order_by("date", "pk")
    return found[place : place + 1].first()


# Petitions ----------------------------------------------------------------------------------------


def seed_petitions(world, year, months):
    dice = random.Random(f"petitions {year}")
    last = datetime.date(year, months, 25)
    reach = (last - datetime.date(year, 1, 6)).days
    for channel, number in CHANNELS.items():
        for place in range(round(number * months / 12)):
            day = datetime.date(year, 1, 6) + datetime.timedelta(days=dice.randrange(reach))
            add_petition(dice, world, f"{year}-{channel}-{place}", day, channel)
    for place in (2, 5):
        if (dispute := mediated(year, place)) is not None:
            day = dispute.date - datetime.timedelta(days=2)
            add_petition(dice, world, f"{year}-mediated-{place}", day, "visit", dispute=dispute)
    report = {"area": world.township, "keeper": world.township, "channel": "letter", "demand": "report"}
    world.add(Petition, f"{year}-report", date=datetime.date(year, 3, 16), **report)


def add_petition(dice, world, key, day, channel, dispute=None):
    village = dispute.area if dispute else dice.choice(world.villages)
    problem = dice.choice(list(SUBJECTS))
    values = {
        "channel": channel,
        "demand": "suggestion" if dice.random() < 0.2 and dispute is None else "grievance",
        "problem": problem,
        "matter": dispute.get_kind_display() if dispute else dice.choice(SUBJECTS[problem]),
        "repeat": "again" if dice.random() < 0.15 else "first",
        "destination": "county" if dice.random() < 0.08 else "township",
        "office": world.offices["政法办"],
        "dispute": dispute,
    }
    if channel == "visit":
        values["visitors"] = 6 if dice.random() < 0.1 else dice.randint(1, 4)
    values |= course(dice, day, values["demand"], key)
    state = State.SUBMITTED if dice.random() < 0.1 else State.APPROVED
    world.add(Petition, key, area=village, keeper=world.township, date=day, state=state, **values)


def course(dice, day, demand, key):
    """How a petition went on, as far as it has come by today."""
    accepted = day + datetime.timedelta(days=dice.randint(0, 6))
    closed = accepted + datetime.timedelta(days=dice.randint(9, 58))
    slow = dice.random() < 0.08
    result = dice.choice(("settled", "settled", "answered", "answered", "redirected"))
    satisfaction = dice.choice(("", "satisfied", "satisfied", "fair"))
    if not reached(accepted):
        return {}
    values = {"accepted_on": accepted}
    if slow and demand == "grievance":
        values["extension"] = 30
        closed = accepted + datetime.timedelta(days=80)
    if reached(closed):
        values |= {"closed_on": closed, "result": result, "satisfaction": satisfaction}
        if demand == "grievance":
            values["reply_number"] = (
                f"毛信复〔{closed.year}〕{int.from_bytes(key.encode(), 'big') % 89 + 1}号"
            )
    return values


# Reception days -----------------------------------------------------------------------------------


def seed_receptions(world, year, months):
    """One reception a month, and now and then a second one out in a village."""
    dice = random.Random(f"receptions {year}")
    for month in range(1, months + 1):
        leader = world.person(LEADERS[month % len(LEADERS)])
        day = datetime.date(year, month, 15)
        add_reception(dice, world, f"{year}-{month}", day, leader, "office", world.township)
        if month % 4 == 2:
            out = datetime.date(year, month, 22)
            village = dice.choice(world.villages)
            add_reception(dice, world, f"{year}-{month}-out", out, leader, "field", village)


def add_reception(dice, world, key, day, leader, method, area):
    chosen = dice.sample(MATTERS, dice.randint(0, 3))
    visitors = [dice.randint(1, 3) for _ in chosen]
    if not reached(day):
        return
    matters = [matter_row(dice, world, day, *matter) for matter in chosen]
    if matters and method == "field":
        matters[0]["dispute"] = mediated(day.year, day.month)
    reception = world.add(
        ReceptionDay,
        key,
        area=area,
        keeper=world.township,
        date=day,
        leader=leader,
        method=method,
        place="镇群众接待室" if method == "office" else f"{area.name}村部",
        batches=len(chosen),
        people=sum(visitors),
        answered=0,
        assigned=0,
        settled=0,
        office=world.offices["政法办"],
        state=State.SUBMITTED if dice.random() < 0.1 else State.APPROVED,
        lines={"matters": matters, "visitors": [visitor(dice, n) for n in range(len(chosen))]},
    )
    reception.count_matters()


def matter_row(dice, world, day, summary, outcome):
    due = day + datetime.timedelta(days=30)
    settled = day + datetime.timedelta(days=dice.randint(5, 28))
    if outcome == "settled" and not reached(settled):
        outcome = "assigned"
    return {
        "summary": summary,
        "village": dice.choice(world.villages),
        "responsible": world.offices["政法办"],
        "due_on": due if outcome in ("assigned", "settled") else None,
        "outcome": outcome,
        "settled_on": settled if outcome == "settled" else None,
    }


def visitor(dice, number):
    return {
        "name": dice.choice(NAMES),
        "phone": f"130000000{dice.randrange(100):02d}",
        "address": f"{dice.randint(1, 12)}组",
        "matter": number + 1,
    }


# What never counts --------------------------------------------------------------------------------


def seed_unfinished(world):
    """A draft and a returned record of 2022, which no figure counts."""
    day = datetime.date(2022, 10, 13)
    values = {"area": world.village("毛竹村"), "keeper": world.township, "date": day}
    visit = {"channel": "visit", "demand": "grievance", "matter": "反映村道路灯不亮", "visitors": 2}
    world.add(Petition, "2022-draft", state=State.DRAFT, **values, **visit)
    reason = "请核对接待人次后再提交。"
    world.add(
        ReceptionDay,
        "2022-returned",
        state=State.RETURNED,
        reason=reason,
        leader=world.person("周敏"),
        batches=9,
        people=90,
        **values,
    )
