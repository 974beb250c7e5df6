"""A few outreach events of the neighbour township."""

import datetime

from django.utils import timezone

from township.operations.demo import neighbour_seeder

from ..models import OutreachEvent

EVENTS = (
    (3, 16, "school", "法治副校长进校园", 120),
    (5, 20, "rural", "民法典宣讲进村", 65),
    (6, 26, "rural", "禁毒宣传赶圩日", 90),
    (9, 12, "family", "家庭教育促进法入户", 18),
)


@neighbour_seeder
def seed_neighbour(world):
    """Four events a year."""
    for year in (2021, 2022, 2025, 2026):
        for number, (month, day, setting, title, people) in enumerate(EVENTS):
            date = datetime.date(year, month, day)
            if date <= timezone.localdate():
                world.add(
                    OutreachEvent,
                    f"{date}-{title}",
                    area=world.villages[number % len(world.villages)],
                    date=date,
                    title=title,
                    setting=world.settings[setting],
                    attendance=people,
                )
