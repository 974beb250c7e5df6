"""Notices of the neighbour township's villages."""

import datetime

from django.utils import timezone

from township.operations.demo import neighbour_seeder

from ..models import PostingMatter, VillageNotice

POSTED = tuple((month, 8, village) for month in range(2, 11) for village in range(3))


@neighbour_seeder
def seed_neighbour(world):
    """Finances of each village for January to September."""
    subjects = list(PostingMatter.objects.filter(area=None, key__in=("income", "expenses")))
    for year in (2021, 2022, 2025, 2026):
        for number, (month, day, village) in enumerate(POSTED):
            date = datetime.date(year, month, day)
            if date <= timezone.localdate():
                world.add(
                    VillageNotice,
                    f"{date}-{village}",
                    area=world.villages[village],
                    date=date,
                    category="finance",
                    span="month",
                    period_start=datetime.date(year, month - 1, 1),
                    many={"subjects": subjects},
                    items=2 + number % 3,
                    forms=["board"],
                    supervisor=world.person((world.villages[village].name, "法治委员")),
                )
