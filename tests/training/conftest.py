"""Study sessions and examinations of the test township, and how its figures are read."""

import pytest

from township.figures.indicator import indicators
from township.figures.period import Period
from township.figures.reading import read
from training.models import Exam, StudySession


@pytest.fixture
def session(make, world):
    """`session(kind, **values)` makes a submitted session of the township."""

    def _session(kind, **values):
        values = {"area": world.township, "title": "学习主题", "attendance": 10, **values}
        tags = {name: values.pop(name) for name in ("topics", "laws") if name in values}
        record = make(StudySession, kind=kind, **values)
        for name, items in tags.items():
            getattr(record, name).set(items)
        return record

    return _session


@pytest.fixture
def exam(make, world):
    """`exam(kind, expected, taken, passed)` makes a submitted examination of the township."""

    def _exam(kind, expected, taken, passed=None, **values):
        return make(
            Exam, area=world.township, kind=kind, expected=expected, taken=taken, passed=passed, **values
        )

    return _exam


@pytest.fixture
def figure(world):
    """`figure(label)` is the township's value of 2022."""

    def _figure(label, area=None, year=2022):
        indicator = indicators.by_label[label]
        return read([indicator], area=area or world.township, period=Period.year(year))[indicator.key].value

    return _figure
