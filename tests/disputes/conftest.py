import datetime

import pytest

from township.figures.indicator import indicators
from township.figures.period import Period
from township.figures.reading import read


@pytest.fixture
def figure(world):
    """`figure(label)` is the township's figure of 2022 (or of `period`, or of another `area`)."""

    def _figure(label, period=None, area=None):
        indicator = indicators.by_label[label]
        period = period or Period.year(2022)
        return read([indicator], area=area or world.township, period=period)[indicator.key]

    return _figure


@pytest.fixture
def dated(make):
    """`dated(Model, day, closed_on="2022-05-01", …)` makes a record; texts that are dates become dates."""

    def _dated(model, day="2022-03-05", **values):
        for name, value in values.items():
            if value is not None and name.endswith("_on"):
                values[name] = datetime.date.fromisoformat(value)
        return make(model, date=datetime.date.fromisoformat(day), **values)

    return _dated
