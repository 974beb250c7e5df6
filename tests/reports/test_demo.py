"""What the demonstration township shows of the county's assessment and of figures that others state."""

from collections import Counter

import pytest

from reports.agreement.comparing import compared
from reports.assessment.matching import counterpart, scored_before
from reports.assessment.sheet import TARGETS, items_of
from reports.assessment.standing import Standing, proven, waiting_for
from reports.columns import read_columns
from reports.models import Assessment, Item, StatedFigure
from township.people.gate import Gate
from township.people.models import User

pytestmark = pytest.mark.usefixtures("demonstration")


@pytest.fixture
def clerk(django_db_blocker):
    with django_db_blocker.unblock():
        yield Gate(User.objects.get(username="zonghe"))


def test_the_assessment_has_items_in_every_state_and_last_years_deductions(clerk):
    assessment = Assessment.objects.get(area=clerk.user.area, year=2026)
    rows = proven(assessment.items.all(), gate=clerk, assessment=assessment)
    states = Counter(row.standing for row in rows)
    assert len(rows) == 40
    assert set(states) == set(Standing)
    assert 10 < sum(row.item.own_points is not None for row in rows) < 40
    earlier = scored_before(assessment)
    before = [counterpart(row.item, earlier) for row in rows]
    assert sum(one is not None and one.deducted > 0 for one in before) == 4
    assert waiting_for(clerk)
    for item in Item.objects.all():
        item.full_clean()


def test_the_workbook_that_it_came_from_reads_as_its_items(clerk):
    assessment = Assessment.objects.get(area=clerk.user.area, year=2026)
    reading = read_columns(bytes(assessment.content), TARGETS, area=assessment.area, memory="test")
    read = items_of(reading.table, reading.mapping)
    names = ("number", "first", "second", "third", "standard", "points", "method")
    assert [[getattr(one, name) for name in names] for one in read] == [
        [getattr(one, name) for name in names] for one in assessment.items.all()
    ]


def test_stated_figures_agree_differ_and_are_explained(clerk):
    rows = compared(clerk, area=clerk.user.area, year=2021)
    assert [row.state for row in rows] == ["different"] * 3 + ["equal"] * 4
    assert [bool(row.stated.explanation) for row in rows[:3]] == [False, False, True]
    assert len(rows) == StatedFigure.objects.count()
