"""How figures of the test township are read."""

import pytest

from township.figures.indicator import indicators
from township.figures.period import Period
from township.figures.reading import read


@pytest.fixture
def figure(world):
    """`figure(label)` is the township's value of 2022."""

    def _figure(label, period=None, area=None):
        indicator = indicators.by_label[label]
        asked = {"area": area or world.township, "period": period or Period.year(2022)}
        return read([indicator], **asked)[indicator.key].value

    return _figure
