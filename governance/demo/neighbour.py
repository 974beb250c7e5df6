"""A few meetings of the neighbour township."""

import datetime

from django.utils import timezone

from township.operations.demo import neighbour_seeder

from ..models import Meeting

MEETINGS = ((1, 20), (3, 22), (5, 24), (7, 19), (9, 20), (10, 25))


@neighbour_seeder
def seed_neighbour(world):
    """Six liaison meetings a year."""
    for year in (2021, 2022, 2025, 2026):
        for number, (month, day) in enumerate(MEETINGS):
            date = datetime.date(year, month, day)
            if date <= timezone.localdate():
                world.add(
                    Meeting,
                    f"{date}-{number}",
                    date=date,
                    kind=Meeting.Kind.LIAISON,
                    title=f"{month}月法治建设联席会议",
                    present=14,
                    chair=world.person("欧阳明"),
                )
