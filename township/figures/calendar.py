"""The calendar of one place and year: every time of every item, with its last day and how it stands."""

import datetime
from dataclasses import dataclass
from enum import Enum

from township.records.working_days import working_days_near

from .duties import CellState, cells, duties
from .models import CalendarEntry, CalendarItem
from .period import Period

DUTY = "duty:"


class Standing(Enum):
    """How one time of an item stands."""

    DONE = "已办"
    AHEAD = "待办"
    PAST = "已过日子"


@dataclass(frozen=True)
class Occurrence:
    """One time of an item in `month`; `due` is its last day here, `done` whether it is answered."""

    item: CalendarItem
    month: Period
    due: datetime.date
    entry: CalendarEntry | None
    done: bool
    today: datetime.date

    @property
    def days_left(self):
        return (self.due - self.today).days

    @property
    def standing(self):
        if self.done:
            return Standing.DONE
        return Standing.AHEAD if self.days_left >= 0 else Standing.PAST

    @property
    def moved(self):
        """Whether this place has given it a day of its own."""
        return bool(self.entry and self.entry.due_on)

    @property
    def by_hand(self):
        """Whether somebody ticks it off, for nothing in the ledgers shows that it is done."""
        return not self.item.answered_by


def occurrences(*, area, year, gate, today, answers, wanted=lambda due: True):
    """[Occurrence] of a year in order, as the township of `area` keeps its calendar; `wanted(due)` leaves out the others.

    `answers` is {key: function of (area, year)} of what beside duties can show that an item is done. The
    number of queries is that of the duties asked about, never of items or months.
    """
    items = _items(area)
    entries = {
        (entry.item_id, entry.month): entry
        for entry in CalendarEntry.objects.filter(area__path=area.township_path, month__year=year)
    }
    due = _due_days(items, year, entries)
    chosen = [(item, month) for (item, month), day in due.items() if wanted(day)]
    answered = _answered({item.answered_by for item, _ in chosen}, area, year, gate, today, answers)
    found = []
    for item, month in chosen:
        entry = entries.get((item.pk, month.start))
        done = month.start in answered.get(item.answered_by, ()) or bool(entry and entry.done_on)
        found.append(Occurrence(item, month, due[item, month], entry, done, today))
    return sorted(found, key=lambda one: (one.due, one.item.rhythm, one.item.pk))


def _items(area):
    """The items that `area` has; villages those alone that every village answers."""
    items = list(CalendarItem.objects.for_area(area))
    if not area.is_village:
        return items
    return [item for item in items if (duty := duty_of(item)) and duty.each == "village"]


def duty_of(item):
    """The duty that answers an item; None where another thing does."""
    return duties.get(item.answered_by.removeprefix(DUTY)) if item.answered_by.startswith(DUTY) else None


def _due_days(items, year, entries):
    """{(item, month): last day}, working days where the item says so."""
    times = [(item, Period.month(year, number)) for item in items for number in item.months_of(year)]
    plain = {(item, month): _plain_day(item, month) for item, month in times}
    near = working_days_near(set(plain.values()))
    found = {}
    for (item, month), day in plain.items():
        before, after = near[day]
        shifted = {CalendarItem.Shift.BEFORE: before, CalendarItem.Shift.AFTER: after}.get(item.shift, day)
        entry = entries.get((item.pk, month.start))
        found[item, month] = entry.due_on if entry and entry.due_on else shifted
    return found


def _plain_day(item, month):
    return month.start.replace(day=min(item.day, month.end.day)) if item.day else month.end


def _answered(keys, area, year, gate, today, answers):
    """{key: the first days of the months in which it is answered}."""
    found, owed = {}, duties.for_area(area)
    for key in keys:
        if duty := owed.get(key.removeprefix(DUTY)) if key.startswith(DUTY) else None:
            found[key] = _months_reported(duty, area, year, gate, today)
        elif key in answers and answers[key](area, year):
            found[key] = {month.start for month in Period.year(year).months()}
    return found


def _months_reported(duty, area, year, gate, today):
    """The months in spans in which every unit has reported."""
    open_spans, spans = set(), set()
    for cell in cells(duty, area=area, period=Period.year(year), gate=gate, today=today):
        if cell.state is CellState.NOT_APPLICABLE:
            continue
        spans.add(cell.period)
        if not cell.state.is_done:
            open_spans.add(cell.period)
    return {month.start for span in spans - open_spans for month in span.months()}
