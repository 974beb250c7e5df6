"""Writing checked rows: all or nothing, in bulk, with the history that every other way of saving leaves."""

from dataclasses import dataclass
from functools import lru_cache

from django.db import IntegrityError, models, transaction
from django.db.models import F
from django.utils import timezone

from township.people.models import Area, Person
from township.records.history import beginnings, differences, note, snapshot
from township.records.models import Change, Record, State
from township.records.saving import Refused, keep_with_place, move_on

from .checking import CHANGED, DUPLICATE, NEW, WRONG
from .collection import no_collection

BATCH = 1000
REASON = "表格导入"


@dataclass(frozen=True)
class Choices:
    """What happens to each group of rows."""

    take_new: bool = True
    take_changed: bool = True
    add_duplicates: bool = False
    good_only: bool = False


@dataclass(frozen=True)
class Written:
    """Records that an import has made, and [(record, what it was before)] of those it has changed."""

    made: list
    changed: list


def chosen(verdicts, choices):
    """(rows to make, rows to change) under `choices`."""
    made = [
        verdict
        for verdict in verdicts
        if (verdict.kind == NEW and choices.take_new)
        or (verdict.kind == DUPLICATE and choices.add_duplicates)
    ]
    changed = [verdict for verdict in verdicts if verdict.kind == CHANGED and choices.take_changed]
    return made, changed


def hold_township(area):
    """Two imports of one township wait for each other, so that neither misses what the other writes."""
    # Whoever enters a record may still refer to the township meanwhile.
    Area.objects.select_for_update(no_key=True).get(pk=area.pk)


def commit(check, *, declaration, by, choices):
    """Run `check()` and write what it found good, in one transaction; returns (verdicts, `Written`).

    Raises `Refused` with one sentence, and then nothing is written: when a row is wrong (unless only good
    ones are wanted), or when somebody has just changed or taken what a row needs.
    """
    return finished(steps(check, declaration=declaration, by=by, choices=choices))


def steps(check, *, declaration, by, choices):
    """The same as a generator that yields (rows done, rows to do); closing it half way undoes all."""
    try:
        with transaction.atomic():
            hold_township(by.area)
            verdicts = check()
            wrong = sum(verdict.kind == WRONG for verdict in verdicts)
            if wrong and not choices.good_only:
                raise Refused(f"有 {wrong} 行有问题，一行都没有导入。请先改正，或选“只导入没有问题的行”。")
            made, changed = chosen(verdicts, choices)
            written = yield from Writer(declaration, by).write(made, changed)
            return verdicts, written
    except IntegrityError as error:
        raise Refused("刚才有人录入了相同的内容，这次一行都没有导入；请重新检查后再导入。") from error


def finished(generator):
    """What a generator returns when it has run to its end."""
    while True:
        try:
            next(generator)
        except StopIteration as stop:
            return stop.value


class Writer:
    """Writes the rows of one import."""

    def __init__(self, declaration, by):
        self.declaration, self.model = declaration, declaration.model
        # Somebody at the shell may have no account.
        self.user, self.by = by, by if by.pk else None
        self.now = timezone.now()

    def write(self, made, changed):
        """Write both kinds of rows; yields (rows done, rows to do) and returns `Written`."""
        total = len(made) + len(changed)
        for start in range(0, len(made), BATCH):
            with no_collection():
                self._make(made[start : start + BATCH])
            yield min(start + BATCH, len(made)), total
        pairs = []
        for number, verdict in enumerate(changed, len(made) + 1):
            self._join_roster([verdict])
            pairs.append(self._change(verdict))
            yield number, total
        return Written([verdict.record for verdict in made], pairs)

    # New records -----------------------------------------------------------------------------------

    def _make(self, verdicts):
        """Insert new records with their relations, sub-tables and history."""
        self._join_roster(verdicts)
        for verdict in verdicts:
            record = verdict.record
            record.state = State.SUBMITTED
            record.created_by = record.updated_by = self.by
            record.created_at = self.now
        self._insert([verdict.record for verdict in verdicts])
        self._insert_many(verdicts)
        self._insert_lines(verdicts)
        for verdict in verdicts:
            self.declaration.complete(verdict.record)
        self._note_new(verdicts)

    def _insert(self, records):
        if self.model.save is Record.save:
            # All that `save` adds is the title, and the check has given it.
            self.model.objects.bulk_create(records)
        else:
            for record in records:
                record.save()

    def _insert_many(self, verdicts):
        for field in self.model._meta.many_to_many:
            through, source, target = (
                field.remote_field.through,
                field.m2m_column_name(),
                field.m2m_reverse_name(),
            )
            through.objects.bulk_create(
                through(**{source: verdict.record.pk, target: one.pk})
                for verdict in verdicts
                for one in verdict.many.get(field.name, ())
            )

    def _insert_lines(self, verdicts):
        for line_set in self.declaration.lines:
            lines = []
            for verdict in verdicts:
                for line in verdict.lines.get(line_set.name, ()):
                    line.record = verdict.record
                    lines.append(line)
            _insert_rows(line_set.model, lines)

    def _note_new(self, verdicts):
        slug = self.declaration.slug
        changes = []
        for verdict in verdicts:
            details = beginnings(verdict.record, known=self._beside(verdict))
            changes.append(
                Change(
                    register=slug,
                    record_id=verdict.record.pk,
                    action=Change.Action.SUBMITTED,
                    by=self.by,
                    reason=REASON,
                    details=details,
                )
            )
        Change.objects.bulk_create(changes)

    def _beside(self, verdict):
        """What has just been written beside the record, so that its history asks nothing."""
        many = {field.name: verdict.many.get(field.name, ()) for field in self.model._meta.many_to_many}
        return many | {line.name: verdict.lines.get(line.name, ()) for line in self.declaration.lines}

    def _join_roster(self, verdicts):
        """Put people on the roster whom the rows name and nobody knows yet; the rest of the row holds them."""
        for verdict in verdicts:
            for thing in (verdict.record, *(line for lines in verdict.lines.values() for line in lines)):
                for name in _people_of(type(thing)):
                    person = thing._state.fields_cache.get(name)
                    if person is not None:
                        _save_person(person)
                        setattr(thing, name, person)
            for values in verdict.many.values():
                for one in values:
                    if isinstance(one, Person):
                        _save_person(one)

    # Changed records -------------------------------------------------------------------------------

    def _change(self, verdict):
        record = verdict.record
        self._hold(record)
        current = self.model.objects.get(pk=record.pk)
        before, values = snapshot(current), plain_values(current, self.declaration)
        action = move_on(record, by=self.user, submit=True, correcting=False)
        keep_with_place(record, current)
        if record.reviewed_by_id is None:
            record.reviewed_by = None
        record.updated_by, record.version = self.by, current.version
        record.save()
        for name, found in verdict.many.items():
            getattr(record, name).set(found)
        for line_set in self.declaration.lines:
            if line_set.name in verdict.lines:
                replace_lines(record, line_set, verdict.lines[line_set.name])
        self.declaration.complete(record)
        fresh = self.model.objects.get(pk=record.pk)
        note(fresh, action, by=self.by, reason=REASON, details=differences(before, snapshot(fresh)))
        return fresh, values

    def _hold(self, record):
        """Take the next version, or refuse when somebody else has taken it since the row was checked."""
        rows = self.model.objects.filter(pk=record.pk, version=record.version)
        if not rows.update(version=F("version") + 1):
            raise Refused(f"“{record}”刚被别人改过，这次一行都没有导入；请重新检查后再导入。")


@lru_cache(maxsize=256)
def _people_of(model):
    """Names of the fields that point to somebody of the roster."""
    return [field.name for field in model._meta.concrete_fields if field.related_model is Person]


def _save_person(person):
    if person.pk is None:
        stored, _ = Person.objects.get_or_create(area=person.area, name=person.name, position=person.position)
        person.pk, person._state.adding = stored.pk, False


def _insert_rows(model, lines):
    if model.save is models.Model.save:
        model.objects.bulk_create(lines, batch_size=BATCH)
    else:
        for line in lines:
            line.save()


def replace_lines(record, line_set, lines):
    """Put `lines` in the place of a sub-table's rows."""
    getattr(record, line_set.name).all().delete()
    for position, line in enumerate(lines):
        line.record, line.position = record, position
    _insert_rows(line_set.model, lines)


def plain_values(record, declaration):
    """All that an import may change of a record, as JSON can hold it, for undoing."""
    found = {"fields": {}, "many": {}, "lines": {}}
    names = [*declaration.form_fields(), "external_ref", "approximate", "title", "state", "reason"]
    for name in dict.fromkeys([*names, "keeper", "reviewed_by", "reviewed_at"]):
        field = record._meta.get_field(name)
        if field.many_to_many:
            found["many"][name] = [one.pk for one in getattr(record, name).all()]
        else:
            found["fields"][name] = field.value_to_string(record) if _is_given(field, record) else None
    for line_set in declaration.lines:
        found["lines"][line_set.name] = [
            {
                name: field.value_to_string(line) if _is_given(field, line) else None
                for name, field in ((name, line_set.model._meta.get_field(name)) for name in line_set.fields)
            }
            for line in getattr(record, line_set.name).all()
        ]
    return found


def _is_given(field, instance):
    return getattr(instance, field.attname) is not None
