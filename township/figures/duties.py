"""Duties (应办事项): what is expected of whom and by when.

Coverage matrices, completeness, reminders and work lists are all readings of these; there is no second
mechanism.
"""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum

from django.db.models import Q
from django.db.models.functions import TruncMonth
from django.utils import timezone

from township.people.definitions import PerTownship
from township.people.models import Area
from township.people.roles import Power

from .keeping.composed import listed
from .keeping.kept import at_one_moment, kept, question
from .models import Exemption, NilReturn
from .period import Period
from .years import years_of


class CellState(Enum):
    """已报｜零报告｜未报 (the span is over, `Cell.due` says until when it is on time)｜待报 (the span runs)｜不适用."""

    DONE = "已报"
    NIL = "零报告"
    MISSING = "未报"
    AHEAD = "待报"
    NOT_APPLICABLE = "不适用"

    @property
    def is_done(self):
        return self in (CellState.DONE, CellState.NIL)

    @property
    def is_owed(self):
        """Whether it was due by now: neither ahead nor without concern for the unit."""
        return self.is_done or self is CellState.MISSING


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
    reason: str = ""  # why it is 不适用

    @property
    def due(self):
        """The last day on which it is on time."""
        return self.period.end + datetime.timedelta(days=self.duty.days)


class DutyRegistry(dict):
    """The duties that hold everywhere, by key; with what places have set for themselves `for_area`."""

    def __init__(self):
        super().__init__()
        self.sources = []

    def add(self, *found):
        for duty in found:
            if duty.key in self:
                raise ValueError(f"two duties with the key {duty.key}")
            self[duty.key] = duty

    def add_source(self, source):
        """`source(area)` gives {key: the duty as the place's own rules have it, None where it has none}."""
        self.sources.append(source)

    def for_area(self, area):
        """{key: duty} of all that is owed in `area`."""
        found = dict(self)
        for source in self.sources:
            found |= source(area)
        return {key: duty for key, duty in found.items() if duty is not None}


duties = DutyRegistry()
_exemptions = PerTownship(lambda path: list(Exemption.objects.touching(Area.objects.get(path=path))))


def units_of(duty, area):
    """The units within `area` that owe the duty."""
    level = Area.Level.VILLAGE if duty.each == "village" else Area.Level.TOWNSHIP
    return list(Area.objects.within(area).filter(level=level))


@at_one_moment()
def cells(duty, *, area, period, gate=None, today=None, years=None):
    """Every cell of `duty` within `area` for the whole spans that begin in `period`.

    `years` are the area's own, unless it is a county whose townships count theirs otherwise. Three queries,
    a fourth where records can be joint, one more above townships.
    """
    today = today or timezone.localdate()
    years = years or years_of(area)
    spans = years.spans(period, duty.every)
    if not spans:
        return []
    whole = Period(spans[0].start, spans[-1].end)
    answered = _answered(duty, area, whole, gate, years)
    nil = _nil_months(duty, area, whole)
    exemptions = [one for one in exemptions_within(area) if one.duty == duty.key]
    found = []
    for unit in units_of(duty, area):
        for span in spans:
            state, reason = CellState.MISSING if span.end < today else CellState.AHEAD, ""
            if span.start in answered.get(unit.pk, ()):
                state = CellState.DONE
            elif all(month.start in nil.get(unit.pk, ()) for month in span.months()):
                state = CellState.NIL
            elif exemption := next((one for one in exemptions if one.covers(unit, span)), None):
                state, reason = CellState.NOT_APPLICABLE, exemption.reason
            found.append(Cell(duty, unit, span, state, reason))
    return found


def exemptions_within(area):
    """What was said of `area`, of places in it and of those that it lies in; within a township no query while it holds."""
    if area.level < Area.Level.TOWNSHIP:
        return list(Exemption.objects.touching(area))
    return _exemptions.of(area) or []


def answering(duty, *, area, period, gate=None):
    """The records that answer `duty` for `area` or its villages in the spans of `period`."""
    records = duty.register.model.objects.countable().within(area)
    if gate is not None:
        records = records.filter(gate.scope(duty.register, Power.FIGURES))
    return records.between(period.start, period.end, field=duty.date).filter(duty.where)


def _answered(duty, area, period, gate, years):
    """{area id: {first day of an answered span}}.

    A township's duty is answered by any record of the township or its villages, a village's by its own
    records and by the joint ones that it takes part in.
    """
    key = question("answered", duty, years, area=area, period=period, gate=gate)
    return kept(key, lambda: _find_answered(key, duty, area, period, gate, years))


def _find_answered(key, duty, area, period, gate, years):
    def ask(place):
        records = answering(duty, area=area, period=period, gate=gate).order_by()
        return records.values_list(place, f"{place}__parent", TruncMonth(duty.date)).distinct()

    found = defaultdict(set)
    for place in filter(None, ("area", duty.register.model.JOINT_FIELD)):
        for *units, month in listed((place, key), lambda place=place: ask(place)):
            starts = {span.start for span in years.containing(month, duty.every)}
            for unit in units:
                found[unit] |= starts
    return found


def _nil_months(duty, area, period):
    """{area id: {first day of a month wholly covered by zero reports}}."""
    key = question("nil months", duty.register.slug, area=area, period=period, gate=None)
    return kept(key, lambda: _find_nil_months(duty, area, period))


def _find_nil_months(duty, area, period):
    found = defaultdict(set)
    reports = NilReturn.objects.filter(
        register=duty.register.slug,
        area__path__startswith=area.path,
        start__lte=period.end,
        end__gte=period.start,
    )
    for report in reports:
        covered = Period(report.start, report.end)
        found[report.area_id] |= {month.start for month in covered.spans("month") if month.end <= covered.end}
    return found


def open_cells(*, area, period, gate, today=None):
    """Cells of all duties that the user could answer and has not: missing ones, oldest first."""
    found = []
    for duty in duties.for_area(area).values():
        if gate.can_in(duty.register, Power.ENTER) or gate.can_in(duty.register, Power.REVIEW):
            found += [
                cell
                for cell in cells(duty, area=area, period=period, gate=gate, today=today)
                if cell.state is CellState.MISSING
            ]
    return sorted(found, key=lambda cell: (cell.due, cell.area.path, cell.duty.key))
