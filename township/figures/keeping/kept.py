"""Values kept while the tables they were read from stay unchanged; why that is right says the package."""

import time
from collections import OrderedDict
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock

from django.db import connection
from django.db.models import Sum

from township.people.models import Area
from township.people.places import ids_within, remembered

from ..models import TableWrite
from .writes import asked_for, at_own_rows, is_installed, note_tables, noticing, tables_read, untallied_tables

# Values, of about 2 kB each: a county's townships in two years, as several roles see them.
MOST = 10_000
# Seconds until what was written past Django is seen at the latest.
AT_MOST = 600


@dataclass(frozen=True)
class Kept:
    """One value with the tally of each table that it was read from, and when that was."""

    value: object
    tallies: dict
    at: float

    def holds(self, tally):
        """Whether nothing it was read from has been written since."""
        unchanged = all(tally.get(table, 0) == weight for table, weight in self.tallies.items())
        return unchanged and time.monotonic() - self.at < AT_MOST


class Store:
    """The values of this process by their keys, the longest unused first."""

    def __init__(self, most):
        self.most = most
        self.values = OrderedDict()
        self.lock = Lock()

    def get(self, key):
        with self.lock:
            if found := self.values.get(key):
                self.values.move_to_end(key)
            return found

    def put(self, key, kept):
        with self.lock:
            self.values[key] = kept
            self.values.move_to_end(key)
            while len(self.values) > self.most:
                self.values.popitem(last=False)

    def clear(self):
        with self.lock:
            self.values.clear()


store = Store(MOST)


class Same:
    """A part of a key: these very objects, which are not compared but recognised (and live as long as the key)."""

    def __init__(self, things):
        self.things = tuple(things)

    def __hash__(self):
        return hash(tuple(map(id, self.things)))

    def __eq__(self, other):
        pairs = zip(self.things, other.things, strict=False)
        return len(self.things) == len(other.things) and all(one is two for one, two in pairs)


def question(name, *parts, area, gate, period=None):
    """The key of what `name` asks about `parts`, for a place, span and reader."""
    return name, parts, _place(area), period, gate and (gate.key, _place(gate.user.area))


def _place(area):
    """A place as conditions are made of it (`places.inside`)."""
    ids = ids_within(area) if area.level >= Area.Level.TOWNSHIP else ()
    return area.pk, area.path, ids


@contextmanager
def at_one_moment():
    """Ask for the tally, and for what lies within a place, at most once in the block."""
    if asked_for.get() is not None:
        yield
        return
    token = asked_for.set({})
    try:
        with remembered():
            yield
    finally:
        asked_for.reset(token)


def kept(key, compute):
    """`compute()`, or what it gave when nothing that it read was different; nobody may change it.

    `key` says all that the value depends on beside the database.
    """
    tally = current_tally()
    if tally is None:
        return compute()
    found = store.get(key)
    if found is None or not found.holds(tally):
        with tables_read() as tables:
            value = compute()
        tallies = {table: tally.get(table, 0) for table in (*tables, TableWrite.EVERY)}
        found = Kept(value, tallies, time.monotonic())
        if not tables & untallied_tables():
            store.put(key, found)
    else:
        note_tables(found.tallies)
    return found.value


def current_tally():
    """{table or EVERY: sum of its weights}; None where nothing may be kept or taken."""
    if connection.in_atomic_block:
        return None
    moment = asked_for.get()
    if moment:
        return moment["tally"]
    connection.ensure_connection()
    if noticing not in connection.execute_wrappers or not is_installed(connection):
        return None
    with at_own_rows():
        tally = dict(TableWrite.objects.order_by().values_list("table").annotate(Sum("weight")))
    if moment is not None:
        moment["tally"] = tally
    return tally
