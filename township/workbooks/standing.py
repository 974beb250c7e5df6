"""The records that stand already, as an import asks for them: by key, by outside number, by place and day."""

import datetime
import uuid

from django.db.models import Q

from township.people.models import Person
from township.records.likeness import DAYS_APART, sounds_alike
from township.records.models import RecordLock, State

from .lines import comparable

# Databases limit the parameters of one query.
CHUNK = 800
NEIGHBOURS = (datetime.timedelta(0), -DAYS_APART, DAYS_APART)


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
        self.by_key, self.by_ref, self.by_day, self.free_keys = {}, {}, {}, set()

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
                self.by_day.setdefault((record.area_id, record.date), []).append(record)

    def near(self, record):
        """Stored records of the same place on the same day and the days beside it."""
        if record.area_id is None or record.date is None:
            return []
        return [
            other
            for step in NEIGHBOURS
            for other in self.by_day.get((record.area_id, record.date + step), ())
        ]


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


def lines_of(record, line_set):
    """The stored rows of a sub-table as they are compared."""
    return [comparable(line, line_set.fields) for line in getattr(record, line_set.name).all()]


def alike(one, other, declaration):
    """Whether two records of one place and neighbouring days may tell of the same event."""
    if declaration.alike is None:
        return False
    columns = [declaration.model._meta.get_field(name).attname for name in declaration.alike]
    same = all(getattr(one, column) == getattr(other, column) for column in columns)
    return same and sounds_alike(one, other)
