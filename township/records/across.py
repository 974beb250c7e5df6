"""Records of all registers at once, in one UNION ALL through the gate."""

from dataclasses import dataclass

from django.db.models import F, Value
from django.urls import reverse

from .models import State
from .register import registry


@dataclass(frozen=True)
class Place:
    """One record among those of all registers: what it is, and where it is opened."""

    register: type
    pk: int
    title: str
    area: str
    date: object
    state: str
    row: dict

    @property
    def url(self):
        return reverse("records:detail", args=[self.register.slug, self.pk])

    @property
    def state_label(self):
        return State(self.state).label


def reachable(gate, power):
    """[(register, records)] of everything that the user has `power` over."""
    return [
        (register, gate.records(register, power))
        for register in registry.for_area(gate.user.area).all()
        if gate.can_in(register, power)
    ]


def united(parts):
    """One query for the rows of all parts; None when there is no part."""
    return parts[0].union(*parts[1:], all=True) if parts else None


def described(register, records):
    """`records` with what every row across registers tells."""
    return records.order_by().annotate(found_in=Value(register.slug), area_name=F("area__name"))


def across(gate, power, narrow, *extra):
    """All reachable records that `narrow(register, records)` leaves, as rows of one query; None without any.

    `narrow` answers None for registers with nothing to look for. `extra` are names of further columns.
    """
    names = ("found_in", "pk", "title", "area_name", "date", "state", *extra)
    parts = []
    for register, records in reachable(gate, power):
        narrowed = narrow(register, records)
        if narrowed is not None:
            parts.append(described(register, narrowed).values(*names))
    return united(parts)


def as_place(row, gate):
    """A row of `across` as a Place."""
    register = registry.for_area(gate.user.area).get(row["found_in"])
    return Place(register, row["pk"], row["title"], row["area_name"], row["date"], row["state"], row)
