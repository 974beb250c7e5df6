"""A report of the world's township with a few records behind it."""

import datetime

import pytest

from outreach.models import OutreachEvent
from reports.models import AnnualReport
from tests.reports.texts import PARTS, SIGNATURE

TEXT = (
    "一、成效\n全年开展“法律进乡村”活动{{法律进乡村活动次数}}次，参加{{普法活动参加人次|余:百}}人次。"
    + PARTS
    + SIGNATURE
)


@pytest.fixture
def report(world, make):
    """A draft for 2022 that quotes two figures: 2 events, 345 attendances."""
    make(OutreachEvent, attendance=145)
    make(OutreachEvent, area=world.b, attendance=200, date=datetime.date(2022, 6, 1), state="approved")
    return AnnualReport.objects.create(
        area=world.township,
        year=2022,
        title="毛俊镇2022年法治政府建设情况报告",
        text=TEXT,
        cutoff=datetime.date(2022, 12, 31),
        created_by=world.coordinator,
        updated_by=world.coordinator,
    )
