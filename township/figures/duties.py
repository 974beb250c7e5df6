"""Duties (应办事项): what is expected of whom and by when.

Coverage matrices, completeness, reminders and work lists are all readings of these; there is no second
mechanism.
"""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum

from django.db.models import F, Q
from django.db.models.functions import TruncMonth
from django.utils import timezone

from township.people.models import Area
from township.people.roles import Power

from .models import NilReturn
from .period import Period


class CellState(Enum):
    """已报｜零报告｜未报｜待报 (not due yet)."""

    DONE = "已报"
    NIL = "零报告"
    MISSING = "未报"
    AHEAD = "待报"


@dataclass(frozen=True)
class Duty:
    """(register and condition) × (each village or the township) × (every month, quarter or year).

    `days` is the number of days allowed after the span ends. `date` is the field that says which span a
    record answers; `where` follows to-one relations only.
    """

    key: str
    label: str
    register: type
    each: str  # "village" or "township"
    every: str  # "month", "quarter", "half" or "year"
    days: int = 10
    where: Q = field(default_factory=Q)
    date: str = "date"


@dataclass(frozen=True)
class Cell:
    """One expectation: this duty of this unit in this span."""

    duty: Duty
    area: Area
    period: Period
    state: CellState

    @property
    def due(self):
        """The last day on which it is on time."""
        return self.period.end + datetime.timedelta(days=self.duty.days)


class DutyRegistry(dict):
    """All duties by key."""

    def add(self, *found):
        for duty in found:
            if duty.key in self:
                raise ValueError(f"two duties with the key {duty.key}")
            self[duty.key] = duty


duties = DutyRegistry()


def units_of(duty, area):
    """The units within `area` that owe the duty."""
    level = Area.Level.VILLAGE if duty.each == "village" else Area.Level.TOWNSHIP
    return list(Area.objects.within(area).filter(level=level))


def cells(duty, *, area, period, gate=None, today=None):
    """Every cell of `duty` within `area` for the spans that begin in `period`, three queries in all."""
    today = today or timezone.localdate()
    units = units_of(duty, area)
    answered = _answered(duty, area, period, gate)
    nil = _nil_returns(duty, area, period)
    found = []
    for unit in units:
        for span in period.spans(duty.every):
            if span.start in answered[unit.pk]:
                state = CellState.DONE
            elif span.start in nil[unit.pk]:
                state = CellState.NIL
            else:
                state = CellState.MISSING if span.end < today else CellState.AHEAD
            found.append(Cell(duty, unit, span, state))
    return found


def _answered(duty, area, period, gate):
    """{area id: {first day of an answered span}}; a township's duty is answered by any of its records."""
    records = duty.register.model.objects.countable().within(area)
    if gate is not None:
        records = records.filter(gate.scope(duty.register, Power.FIGURES))
    records = records.between(period.start, period.end, field=duty.date).filter(duty.where).order_by()
    found = defaultdict(set)
    units = records.values_list(
        F("area") if duty.each == "village" else F("area__parent"), F("area"), TruncMonth(duty.date)
    ).distinct()
    for unit, place, month in units:
        span = Period.containing(month, duty.every).start
        found[unit].add(span)
        found[place].add(span)
    return found


def _nil_returns(duty, area, period):
    """{area id: {first day of a span with a zero report}}; a report over several spans answers each."""
    found = defaultdict(set)
    reports = NilReturn.objects.filter(
        register=duty.register.slug,
        area__path__startswith=area.path,
        start__lte=period.end,
        end__gte=period.start,
    )
    for report in reports:
        for span in Period(report.start, report.end).spans(duty.every):
            found[report.area_id].add(span.start)
    return found


def open_cells(*, area, period, gate, today=None):
    """Cells of all duties that the user could answer and has not: missing ones, oldest first."""
    found = []
    for duty in duties.values():
        if gate.can_in(duty.register, Power.ENTER) or gate.can_in(duty.register, Power.REVIEW):
            found += [
                cell
                for cell in cells(duty, area=area, period=period, gate=gate, today=today)
                if cell.state is CellState.MISSING
            ]
    return sorted(found, key=lambda cell: (cell.due, cell.area.path, cell.duty.key))
