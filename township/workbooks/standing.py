"""The records that stand already, as an import asks for them: by key, by outside number, by place and day."""

import datetime
import uuid
from functools import cached_property

from django.db.models import Q

from township.people.models import Person
from township.records.likeness import DAYS_APART, Sound
from township.records.models import RecordLock, State

from .lines import comparable

# Databases limit the parameters of one query.
CHUNK = 800
NEIGHBOURS = (datetime.timedelta(0), -DAYS_APART, DAYS_APART)


class Neighbour:
    """A record that a row may repeat: a stored one, or with `verdict` what an earlier row of the file makes."""

    def __init__(self, record, verdict=None):
        self.record, self.verdict = record, verdict
        self._states = {}

    @cached_property
    def sound(self):
        return Sound.of(self.record)

    def state(self, names, line_sets):
        """What the row is compared with. A stored record may be filled over meanwhile, a row stays as it is."""
        if self.verdict is None:
            return state_of(self.record, names), lines_of(self.record, line_sets)
        if len(names) not in self._states:
            self._states[len(names)] = row_state(self.verdict, names, line_sets)
        return self._states[len(names)]


class Standing:
    """Stored records within reach of `gate` that the rows of a file may stand for."""

    def __init__(self, declaration, gate, targets):
        self.declaration, self.gate = declaration, gate
        model = declaration.model
        fields = [target.field for target in targets.values() if target.field is not None]
        self.many = [field.name for field in fields if field.many_to_many]
        self.one = [field.name for field in fields if field.many_to_one]
        lines = [target.line_set for target in targets.values() if target.line_set is not None]
        self.records = (
            gate.records(declaration)
            .select_related("area", "keeper", *self.one)
            .prefetch_related(*self.many, *(line_set.name for line_set in lines))
            .order_by("pk")
        )
        self.locks = dict(
            RecordLock.objects.filter(register=declaration.slug).values_list("record_id", "label")
        )
        self.model = model
        self.alike = [model._meta.get_field(name).attname for name in declaration.alike or ()]
        self.by_key, self.by_ref, self.free_keys = {}, {}, set()
        self.by_day, self.by_kind = {}, {}

    def load(self, *, keys, refs, days):
        """Read what the rows of one file may stand for, in a number of queries that rows do not add to."""
        keys = {key for key in map(_uuid, keys) if key is not None}
        for some in _chunks(sorted(keys)):
            for record in self.records.filter(entry_id__in=some):
                self.by_key[str(record.entry_id)] = record
            # A key that somebody else's record has is not free, and nothing more is said of it.
            keys -= set(self.model.objects.filter(entry_id__in=some).values_list("entry_id", flat=True))
        self.free_keys = {str(key) for key in keys}
        alive = self.records.exclude(state=State.VOIDED)
        for some in _chunks(sorted(set(refs))):
            for record in alive.filter(external_ref__in=some):
                self.by_ref.setdefault(record.external_ref, record)
        if days:
            span = Q(date__gte=min(days) + NEIGHBOURS[1], date__lte=max(days) + NEIGHBOURS[2])
            for record in alive.filter(span):
                self.add(Neighbour(record))

    def add(self, neighbour):
        """From now on rows are compared with it."""
        record = neighbour.record
        self.by_day.setdefault((record.area_id, record.date), []).append(neighbour)
        self.by_kind.setdefault(self._kind(record, record.date), []).append(neighbour)

    def _kind(self, record, date):
        return record.area_id, date, *(getattr(record, column) for column in self.alike)

    def on_the_day(self, record):
        """`Neighbour`s of the same place and day."""
        return self.by_day.get((record.area_id, record.date), ())

    def repeated_by(self, neighbour):
        """`Neighbour`s of one place and kind, on the same day or beside it, that may tell of the same event."""
        record = neighbour.record
        if record.area_id is None or record.date is None:
            return
        for step in NEIGHBOURS:
            for other in self.by_kind.get(self._kind(record, record.date + step), ()):
                if neighbour.sound.like(other.sound):
                    yield other


def _uuid(text):
    try:
        return uuid.UUID(str(text))
    except ValueError:
        return None


def _chunks(values):
    return [values[start : start + CHUNK] for start in range(0, len(values), CHUNK)]


def state_of(record, names, values=None):
    """{name: what is compared} of the fields `names`; many-to-many ones from `values` for unsaved records."""
    found = {}
    for name in names:
        field = record._meta.get_field(name)
        if field.many_to_many:
            stored = values[name] if values is not None else getattr(record, name).all()
            found[name] = frozenset(_identity(one) for one in stored or ())
        elif field.many_to_one:
            found[name] = (
                _identity(getattr(record, name))
                if getattr(record, field.attname) is None
                else (getattr(record, field.attname))
            )
        else:
            value = getattr(record, name)
            found[name] = tuple(value) if isinstance(value, list) else value
    return found


def _identity(thing):
    if thing is not None and thing.pk is None and isinstance(thing, Person):
        return (thing.name, thing.position)
    return getattr(thing, "pk", None)


def lines_of(record, line_sets):
    """{sub-table: its stored rows as they are compared}."""
    return {
        line_set.name: [comparable(line, line_set.fields) for line in getattr(record, line_set.name).all()]
        for line_set in line_sets
    }


def row_state(verdict, names, line_sets):
    """The same two of what a row says."""
    lines = {
        line_set.name: [comparable(line, line_set.fields) for line in verdict.lines.get(line_set.name, ())]
        for line_set in line_sets
    }
    return state_of(verdict.record, names, verdict.many), lines
