"""Deadlines (期限): by when something about a record has to be done, and how statutory terms run.

A register declares its `deadlines`; work lists read them all in one query. A model whose last day follows
from a `Term` stores that day, so that lists, figures and workbooks agree about it.
"""

import datetime
from dataclasses import dataclass

from django.db.models import F, Q, Value

from township.people.roles import Power

from .across import Place, as_place, described, reachable, united
from .models import State
from .models.record import FieldRule
from .working_days import add_working_days

# Records that still have something to be done about them.
ALIVE = (State.SUBMITTED, State.APPROVED, State.RETURNED)


@dataclass(frozen=True)
class Term:
    """A term that runs from the day after `since` for `days`, longer by what the field `extension` says.

    Calendar days, or working ones where the law in `basis` says so.
    """

    since: str
    days: int
    longest_extension: int
    basis: str
    working: bool = False
    extension: str = "extension"

    def last_day(self, record, *, begun=None, pause=0):
        """The last day of the term of `record`; None while it has not begun.

        `begun` is the day it runs from where that is not the day in `since`; it stands still for `pause` days.
        """
        begun = begun or getattr(record, self.since)
        if not begun:
            return None
        days = self.days + (getattr(record, self.extension) or 0) + pause
        return add_working_days(begun, days) if self.working else begun + datetime.timedelta(days=days)

    def within_limit(self, name, message):
        """The rule that no term is extended by more than the law allows; without an extension it is left empty."""
        longest = {f"{self.extension}__gte": 1, f"{self.extension}__lte": self.longest_extension}
        holds = Q(**{self.extension: None}) | Q(**longest)
        return FieldRule(condition=holds, name=name, field=self.extension, message=message)


@dataclass(frozen=True)
class Deadline:
    """What has to be done by a day, as long as `open` holds.

    `since` is the field with the day, `days` how many more are allowed after it. Both `since` and `open` may
    speak of the rows of one sub-table (`findings__due_on`): each open row is then a matter of its own, called
    by its field `row`. It is spoken of from `notice` days ahead until `memory` days after; `basis` is the law
    that sets the term. A `shortfall` is wanting whatever the day: a finding that is not put right.
    """

    act: str
    since: str
    open: Q
    days: int = 0
    notice: int = 30
    memory: int = 365
    basis: str = ""
    row: str = ""
    shortfall: bool = False

    def waiting(self, records, today):
        """The rows of `records` for which it is time, a row of the sub-table each."""
        ended = today - datetime.timedelta(days=self.days)
        first = ended - datetime.timedelta(days=self.memory)
        last = ended + datetime.timedelta(days=self.notice)
        return records.filter(self.open, state__in=ALIVE, **{f"{self.since}__range": (first, last)})


@dataclass(frozen=True)
class Pending:
    """One open deadline of one record; `row` names the row of the sub-table that it is about.

    `due` is None only of what `shortfalls` finds without a day.
    """

    deadline: Deadline
    place: Place
    due: datetime.date | None
    row: str = ""


def pending(gate, *, today):
    """[Pending] of all registers that are the user's to see to, in one query."""
    declared, parts = [], []
    for register, records in reachable(gate, Power.ENTER):
        for deadline in register.deadlines:
            found = described(register, deadline.waiting(records, today)).annotate(
                of=Value(len(declared)),
                since=F(deadline.since),
                row=F(deadline.row) if deadline.row else Value(""),
            )
            declared.append(deadline)
            parts.append(
                found.values("found_in", "pk", "title", "area_name", "date", "state", "of", "since", "row")
            )
    return [_pending(row, declared[row["of"]], gate) for row in united(parts) or ()]


def shortfalls(gate, power=Power.ENTER):
    """[Pending] of every open shortfall, its day near, far or not set."""
    declared, parts = [], []
    for register, records in reachable(gate, power):
        for deadline in (one for one in register.deadlines if one.shortfall):
            found = described(register, records.filter(deadline.open, state__in=ALIVE))
            told = found.annotate(of=Value(len(declared)), since=F(deadline.since), row=F(deadline.row))
            declared.append(deadline)
            parts.append(
                told.values("found_in", "pk", "title", "area_name", "date", "state", "of", "since", "row")
            )
    return [_pending(row, declared[row["of"]], gate) for row in united(parts) or ()]


def _pending(row, deadline, gate):
    due = row["since"] and row["since"] + datetime.timedelta(days=deadline.days)
    return Pending(deadline, as_place(row, gate), due, row["row"])
