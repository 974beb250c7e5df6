"""Notices of the villages: finances every month, village affairs every quarter, party affairs every half-year."""

import datetime
import random

from django.utils import timezone

from township.figures.period import Period
from township.records.models import State

from ..models import DAYS_TO_POST, NoticeObjection, PostingMatter, VillageNotice

# First and last month of the spans posted in a year, and how many villages post.
YEARS = {2021: (3, 12, 11), 2022: (1, 12, 14), 2023: (1, 5, 14), 2025: (1, 12, 8), 2026: (1, 10, 12)}


# Only this year's boards are written out in full: seeding is to stay quick.
WRITTEN_OUT = 2026
FIGURES = {
    "income": "集体经济收入 {0} 元，其中土地流转管理费 {1} 元。",
    "expenses": "村组道路维护 {1} 元，环境卫生保洁 {2} 元。",
}


def seed(world):
    catalogue = {}
    for matter in PostingMatter.objects.filter(area=None).order_by("pk"):
        catalogue.setdefault(matter.category, []).append(matter)
    for year, (first, last, villages) in YEARS.items():
        dice = random.Random(f"notices {year}")
        whole = Period(datetime.date(year, first, 1), Period.month(year, last).end)
        for village in world.villages[:villages]:
            for category, span in (("finance", "month"), ("village", "quarter"), ("party", "half")):
                for period in whole.spans(span):
                    if period.end <= whole.end:
                        post(dice, world, village, category, span, period, catalogue[category])
    seed_unfinished(world)


def post(dice, world, village, category, span, period, catalogue):
    """One posting; about one in twenty comes late, and now and then a village misses one."""
    matters = dice.sample(catalogue, dice.randint(3, 4))
    roll, days = dice.random(), dice.randint(2, DAYS_TO_POST)
    objection = dice.random() < 0.01
    day = period.end + datetime.timedelta(days=days + DAYS_TO_POST if roll < 0.05 else days)
    if roll > 0.98 or day > timezone.localdate():
        return
    values = {
        "date": day,
        "category": category,
        "span": span,
        "period_start": period.start,
        "items": len(matters) + dice.randint(0, 4),
        "forms": ["board"] if dice.random() < 0.6 else ["board", "chat"],
        "shown_until": day + datetime.timedelta(days=15),
        "supervisor": world.person((village.name, "法治委员")) if category != "party" else None,
        "state": State.SUBMITTED if dice.random() < 0.08 else State.APPROVED,
    }
    notice = world.add(
        VillageNotice,
        f"{period.start:%Y-%m} {village.name} {category}",
        area=village,
        many={"subjects": matters},
        lines={
            "contents": contents(dice, matters)
            if category == "finance" and period.start.year == WRITTEN_OUT
            else []
        },
        **values,
    )
    if objection:
        object_to(world, notice)


def contents(dice, matters):
    """What the board says of finances."""
    rows = []
    for matter in sorted(matters, key=lambda one: one.pk):
        total = dice.randrange(2000, 60_000, 100)
        text = FIGURES.get(matter.key, "明细见附表，原始凭证在村务监督委员会备查。")
        rows.append({"matter": matter, "text": text.format(total, total // 4, total // 2), "amount": total})
    return rows


def object_to(world, notice):
    asked = notice.date + datetime.timedelta(days=2)
    if asked > timezone.localdate():
        return
    world.add(
        NoticeObjection,
        f"{notice.period_start:%Y-%m} {notice.area.name} {notice.category}",
        area=notice.area,
        date=asked,
        notice=notice,
        question="一户对补贴面积有疑问。",
        answered_on=min(asked + datetime.timedelta(days=3), timezone.localdate()),
        answer="已当面核对丈量记录并说明。",
    )


def seed_unfinished(world):
    """A draft and a returned posting of 2022, which no figure counts."""
    values = {"category": "party", "span": "half", "forms": ["board"], "items": 6}
    day, start = datetime.date(2022, 7, 8), datetime.date(2022, 1, 1)
    for village, state, reason in (
        ("毛俊村", State.DRAFT, ""),
        ("毛竹村", State.RETURNED, "请勾选公开事项。"),
    ):
        world.add(
            VillageNotice,
            f"2022 {state}",
            area=world.village(village),
            state=state,
            reason=reason,
            date=day,
            period_start=start,
            **values,
        )
