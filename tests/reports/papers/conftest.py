"""Texts of every kind over a few events of the world's township."""

import datetime

import pytest

from outreach.models import OutreachEvent
from reports.models import Manuscript
from reports.papers import papers

END = "\n毛俊镇人民政府\n2022年12月31日"
QUOTING = "一、主要工作\n全年开展普法活动{{普法活动场次}}场，参加{{普法活动参加人次}}人次。\n二、存在的问题\n人手少。\n三、下一步打算\n加强培训。"


@pytest.fixture
def events(world, make):
    """Two events of 甲村, of which 乙村 joined the second: 145 and 200 people; none in 乙村 alone."""
    make(OutreachEvent, attendance=145)
    joint = make(OutreachEvent, attendance=200, date=datetime.date(2022, 6, 1), state="approved")
    joint.villages.add(world.b)
    return joint


@pytest.fixture
def write_paper(world):
    """`write_paper(kind, text, **values)` is a stored text about 2022."""

    def _write(kind, text, **values):
        year = {"start": datetime.date(2022, 1, 1), "end": datetime.date(2022, 12, 31)}
        given = {"title": f"毛俊镇2022年{papers[kind].name}", "cutoff": datetime.date(2022, 12, 31), **values}
        if kind != "annual":
            given = {**year, **given}
        by = {"created_by": world.coordinator, "updated_by": world.coordinator}
        return Manuscript.objects.create(kind=kind, area=world.township, year=2022, text=text, **by, **given)

    return _write
