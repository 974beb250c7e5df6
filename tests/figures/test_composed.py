"""Statements of figures are composed once and answered by the database each time."""

import datetime

import pytest
from django.db.models import Count, Q, Sum
from django.db.models.functions import TruncMonth

from outreach.models import OutreachEvent
from township.figures.indicator import indicators
from township.figures.keeping import composed
from township.figures.keeping.composed import aggregated, listed
from township.figures.period import Period
from township.figures.reading import read
from township.people.gate import Gate
from township.people.models import Area


@pytest.fixture(autouse=True)
def nothing_composed():
    composed.statements.clear()


@pytest.fixture
def composing(monkeypatch):
    """The questions that were composed."""
    asked = []
    compose = composed.compose

    def noted(query, *nothing):
        asked.append(query)
        return compose(query, *nothing)

    monkeypatch.setattr(composed, "compose", noted)
    return asked


def test_a_question_is_composed_once_and_answered_anew(world, make, composing):
    events = indicators.get("outreach.events")
    asked = {"area": world.township, "period": Period.year(2022), "gate": Gate(world.coordinator)}
    told = []
    for _ in range(2):
        make(OutreachEvent)
        told.append(read([events], **asked)["outreach.events"].value)
    assert (told, len(composing)) == ([1, 2], 1)


def test_whatever_differs_is_another_question(world, make, composing):
    make(OutreachEvent, date=datetime.date(2022, 5, 1))
    make(OutreachEvent, area=world.b, date=datetime.date(2021, 5, 1))
    events = indicators.get("outreach.events")
    gate = Gate(world.coordinator)
    questions = [
        (world.township, 2022, gate),
        (world.township, 2021, gate),
        (world.b, 2021, gate),
        (world.county_area, 2022, Gate(world.county)),
        (world.township, 2021, Gate(world.clerk_a)),
        (world.township, 2022, None),
    ]
    told = [
        read([events], area=area, period=Period.year(year), gate=one)["outreach.events"].value
        for area, year, one in questions
    ]
    assert (told, len(composing)) == ([1, 1, 1, 1, None, 1], len(questions))


def test_a_village_that_is_added_is_counted(world, make):
    events = indicators.get("outreach.events")
    asked = {"area": world.township, "period": Period.year(2022), "gate": Gate(world.coordinator)}
    make(OutreachEvent)
    assert read([events], **asked)["outreach.events"].value == 1
    new = Area.objects.create(name="新村", level=Area.Level.VILLAGE, parent=world.township)
    make(OutreachEvent, area=new)
    assert read([events], **asked)["outreach.events"].value == 2


@pytest.mark.parametrize("rows", ["all", "none"])
def test_it_is_what_the_orm_makes_of_it(world, make, rows):
    make(OutreachEvent, attendance=3)
    make(OutreachEvent, attendance=4)
    found = getattr(OutreachEvent.objects, rows)()
    wanted = {
        "n": Count("pk", filter=Q(attendance__gt=3)),
        "s": Sum("attendance", filter=Q(attendance__gt=9), default=0),
        "empty": Count("pk", filter=Q(pk__in=[])),
        "places": Count("area", distinct=True),
    }
    assert aggregated("question", lambda: (found, wanted)) == found.aggregate(**wanted)


def test_rows_are_what_the_orm_makes_of_them(world, make, composing):
    def ask():
        return (
            OutreachEvent.objects.order_by()
            .values_list("area", "area__parent", TruncMonth("date"))
            .distinct()
        )

    make(OutreachEvent)
    for number in range(1, 3):
        assert sorted(listed("question", ask)) == sorted(ask())
        make(OutreachEvent, area=world.b, date=datetime.date(2022, number, 1))
    assert len(composing) == 1
    assert listed("nothing", OutreachEvent.objects.none().values_list) == []
