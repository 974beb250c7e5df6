"""How far the year's tasks have come: the figures of the ledgers beside the targets.

Nothing here is stored. A figure is read through the gate of whoever looks, so it is the same that the
page of the indicator and the list behind it show to that user.
"""

from collections import defaultdict
from dataclasses import dataclass
from enum import Enum

from django.utils import timezone

from township.people.roles import Power

from .choosing import may_see_figure, span_of
from .drilldown import drill_url
from .reading import by_area, read
from .wording import number
from .years import years_of


class Standing(Enum):
    """Where a task stands; the last four are of tasks that are still open. Nobody is ranked by it."""

    DONE = "已完成"
    PARTLY = "部分完成"
    FAILED = "未完成"
    REACHED = "已达目标"
    OVERDUE = "已到时限"
    BEHIND = "未达进度"
    ON_TRACK = "进行中"


CLOSED = {"done": Standing.DONE, "partly": Standing.PARTLY, "failed": Standing.FAILED}
NEEDS_ATTENTION = (Standing.OVERDUE, Standing.BEHIND)


@dataclass(frozen=True)
class Progress:
    """One task's figure for the year so far beside its target; `url` opens the records behind it.

    `partial` says that the reader is bound to an office and so sees that office's part of the figure only.
    """

    value: object
    target: int
    unit: str
    url: str = ""
    partial: bool = False

    @property
    def share(self):
        """Per cent of the target, whole, rounded down: 100 only when it is reached."""
        return int((self.value or 0) * 100 / self.target)

    @property
    def shown_share(self):
        """For a bar, which ends at 100."""
        return min(self.share, 100)

    def __str__(self):
        done = "未填" if self.value is None else number(self.value)
        # Of a rate the share of the target would be a percentage of percentages.
        share = "" if self.unit == "%" or self.value is None else f"（{self.share}%）"
        return f"{done}／{self.target}{self.unit}{share}"


def measure(items, *, gate, today=None):
    """Put the progress of each item with an indicator within reach into `item.measured`.

    One reading per year for all townships' items of one township and one for its villages' items, however
    many items and indicators there are.
    """
    today = today or timezone.localdate()
    readings = defaultdict(list)
    for item in items:
        indicator = item.answered_by
        if indicator and item.target and may_see_figure(gate, indicator, item.area):
            above = item.area.parent if item.area.is_village else item.area
            readings[above, item.area.is_village, item.year].append(item)
    for (area, in_villages, year), found in readings.items():
        period = span_of(area, year, today)
        wanted = list({item.indicator: item.answered_by for item in found}.values())
        values = (_of_villages if in_villages else _of_whole)(wanted, area=area, period=period, gate=gate)
        for item in found:
            item.measured = _progress(item, values[item.indicator, item.area_id], period, gate)


def _of_whole(wanted, *, area, period, gate):
    figures = read(wanted, area=area, period=period, gate=gate)
    return {(key, area.pk): figure.value for key, figure in figures.items()}


def _of_villages(wanted, *, area, period, gate):
    values = by_area(wanted, area=area, period=period, gate=gate)
    return {(key, place.pk): value for key, row in values.items() for place, value in row.items()}


def _progress(item, value, period, gate):
    indicator = item.answered_by
    links = gate.can_in(indicator.register, Power.READ)
    url = drill_url(indicator, area=item.area, period=period) if links else ""
    partial = gate.bound_office(indicator.register) is not None
    return Progress(value, item.target, indicator.unit, url, partial)


def standing(item, *, today=None):
    """Where a measured item stands today."""
    today = today or timezone.localdate()
    if item.stage in CLOSED:
        return CLOSED[item.stage]
    progress = item.measured
    if progress and progress.value is not None and progress.value >= item.target:
        return Standing.REACHED
    if item.deadline and item.deadline < today:
        return Standing.OVERDUE
    if progress and not progress.partial and (progress.value or 0) < expected_by(item, today):
        return Standing.BEHIND
    return Standing.ON_TRACK


def expected_by(item, today):
    """What should be there today if the work goes on evenly until the deadline, whole units only.

    Stocks and rates do not grow with the days, so nothing is expected of them before the deadline.
    """
    indicator = item.answered_by
    if indicator.is_stock or indicator.is_ratio:
        return 0
    year = years_of(item.area).span(item.year)
    start = year.start
    end = max(item.deadline or year.end, start)
    passed = min(max((today - start).days, 0), (end - start).days + 1)
    return item.target * passed // ((end - start).days + 1)
