"""Meetings, leading groups and reviews of the test township, and how its figures are read."""

import pytest

from governance.models import LeadingGroup, LegalReview, Meeting
from township.figures.indicator import indicators
from township.figures.period import Period
from township.figures.reading import read


@pytest.fixture
def meeting(make, world):
    """`meeting(kind, *types, **values)` makes a submitted meeting with one agenda item of each type."""

    def _meeting(kind, *types, **values):
        rows = [{"subject": f"议题{number}", "kind": item} for number, item in enumerate(types, start=1)]
        values = {"area": world.township, "title": "会议", "chair": world.person, **values}
        return make(Meeting, kind=kind, lines={"agenda": rows}, **values)

    return _meeting


@pytest.fixture
def group(make, world):
    """`group(title, *people, **values)` makes a leading group with members."""

    def _group(title, *people, **values):
        rows = [person if isinstance(person, dict) else {"person": person} for person in people]
        values = {"area": world.township, "head": world.person, "seat": world.office, **values}
        return make(LeadingGroup, title=title, lines={"members": rows}, **values)

    return _group


@pytest.fixture
def review(make, world):
    """`review(kind, method, **values)` makes a submitted legality review."""

    def _review(kind, method, **values):
        values = {"area": world.township, "title": "事项", "submitter": world.office, **values}
        return make(LegalReview, kind=kind, method=method, **values)

    return _review


@pytest.fixture
def figure(world):
    """`figure(label)` is the township's value of 2022."""

    def _figure(label, year=2022):
        indicator = indicators.by_label[label]
        return read([indicator], area=world.township, period=Period.year(year))[indicator.key].value

    return _figure
