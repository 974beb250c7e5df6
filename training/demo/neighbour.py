"""A few study sessions of the neighbour township."""

import datetime

from django.utils import timezone

from township.operations.demo import neighbour_seeder

from ..models import StudySession

SESSIONS = ((2, 18), (5, 13), (8, 19), (11, 11))


@neighbour_seeder
def seed_neighbour(world):
    """One session of the central study group a quarter."""
    for year in (2021, 2022, 2025, 2026):
        for number, (month, day) in enumerate(SESSIONS):
            date = datetime.date(year, month, day)
            if date <= timezone.localdate():
                world.add(
                    StudySession,
                    f"{date}-{number}",
                    date=date,
                    kind=StudySession.Kind.CENTRAL_GROUP,
                    title="理论学习中心组学法",
                    expected=12,
                    attendance=12,
                )
