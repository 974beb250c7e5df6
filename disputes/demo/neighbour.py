"""The few disputes of the neighbour township; every matter is invented."""

import datetime

from django.utils import timezone

from township.operations.demo import neighbour_seeder

from ..models import Dispute, DisputeKind

CASES = ((4, 12), (8, 23))


@neighbour_seeder
def seed_neighbour(world):
    """Two disputes a year: so few that the county is not told how many."""
    for year in (2021, 2022, 2025, 2026):
        for number, (month, day) in enumerate(CASES):
            date = datetime.date(year, month, day)
            if date <= timezone.localdate():
                world.add(
                    Dispute,
                    f"{date}-{number}",
                    area=world.villages[number],
                    date=date,
                    kind=DisputeKind.NEIGHBOURS,
                    summary="甲、乙两家因共用水沟清淤费用意见不一。",
                )
