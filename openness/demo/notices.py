"""Notices of the villages: finances every month, village affairs every quarter, party affairs every half-year."""

import datetime
import random

from django.utils import timezone

from township.figures.period import Period
from township.records.models import State

from ..models import DAYS_TO_POST, VillageNotice

MATTERS = {
    "finance": ("income", "expenses", "assets", "debts", "allowances"),
    "village": ("decisions", "welfare", "homesteads", "land", "projects", "subsidies", "labour"),
    "party": ("resolutions", "members", "dues", "discipline"),
}
# First and last month of the spans posted in a year, and how many villages post.
YEARS = {2021: (3, 12, 11), 2022: (1, 12, 14), 2023: (1, 5, 14), 2025: (1, 12, 8), 2026: (1, 10, 12)}


def seed(world):
    for year, (first, last, villages) in YEARS.items():
        dice = random.Random(f"notices {year}")
        whole = Period(datetime.date(year, first, 1), Period.month(year, last).end)
        for village in world.villages[:villages]:
            for category, span in (("finance", "month"), ("village", "quarter"), ("party", "half")):
                for period in whole.spans(span):
                    if period.end <= whole.end:
                        post(dice, world, village, category, span, period)
    seed_unfinished(world)


def post(dice, world, village, category, span, period):
    """One posting; about one in twenty comes late, and now and then a village misses one."""
    matters = sorted(dice.sample(MATTERS[category], dice.randint(3, 4)))
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
        "matters": matters,
        "items": len(matters) + dice.randint(0, 4),
        "forms": ["board"] if dice.random() < 0.6 else ["board", "chat"],
        "shown_until": day + datetime.timedelta(days=15),
        "supervisor": world.person((village.name, "法治委员")) if category == "finance" else None,
        "state": State.SUBMITTED if dice.random() < 0.08 else State.APPROVED,
    }
    if objection:
        values |= {"objection": "raised", "objection_text": "一户对补贴面积有疑问，已当面核对说明。"}
        values["replied_on"] = min(day + datetime.timedelta(days=5), timezone.localdate())
    world.add(VillageNotice, f"{period.start:%Y-%m} {village.name} {category}", area=village, **values)


def seed_unfinished(world):
    """A draft and a returned posting of 2022, which no figure counts."""
    values = {"category": "village", "span": "quarter", "forms": ["board"], "items": 6}
    day, start = datetime.date(2022, 7, 8), datetime.date(2022, 4, 1)
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
