"""Saving one entry: the record, its sub-tables, its attachments and its history, all or nothing."""

from django.db import transaction
from django.db.models import F

from .intake import cite
from .models import Change, RecordLock, State
from .register import registry
from .values import EMPTY, SEALED, display


class Conflict(Exception):
    """Somebody saved the record since the form was opened; `current` is what stands now."""

    def __init__(self, current):
        super().__init__(f"record {current.pk} is at version {current.version}")
        self.current = current


def is_locked(record):
    """Label of a locked report that counted this record, or an empty string."""
    slug = registry.of(type(record)).slug
    lock = RecordLock.objects.filter(register=slug, record_id=record.pk).first()
    return lock.label if lock else ""


@transaction.atomic
def save_entry(*, form, formsets, attachments, by, submit):
    """Save a valid form with its valid formsets; returns the record.

    A second post of the same new form returns the first one's record. Raises `Conflict` when the record
    was changed after the form was opened.
    """
    model = type(form.instance)
    if form.instance.pk is None:
        twin = model.objects.filter(entry_id=form.cleaned_data.get("entry_id")).first()
        if twin is not None:
            return twin
        return _create(form, formsets, attachments, by=by, submit=submit)
    return _change(form, formsets, attachments, by=by, submit=submit)


def _create(form, formsets, attachments, *, by, submit):
    record = form.instance
    record.created_by = record.updated_by = by
    record.entry_id = form.cleaned_data.get("entry_id") or record.entry_id
    record.state = State.SUBMITTED if submit else State.DRAFT
    form.resolve_people()
    form.save()
    _save_lines(formsets, record)
    cite(record, attachments)
    act = Change.Action.SUBMITTED if submit else Change.Action.CREATED
    _note(record, act, by=by, details=_after(record, form))
    return record


def _change(form, formsets, attachments, *, by, submit):
    record = form.instance
    model = type(record)
    before = model.objects.select_for_update().get(pk=record.pk)
    if before.version != form.cleaned_data.get("version"):
        raise Conflict(before)
    names = form.declaration.form_fields()
    old = {name: display(before, name) for name in names}
    old_lines = {name: _line_texts(before, name) for name in formsets}
    correcting = bool(form.locked)
    if submit and (record.state in (State.DRAFT, State.RETURNED) or correcting):
        record.state = State.SUBMITTED
        record.reviewed_by = record.reviewed_at = None
    record.updated_by = by
    record.version = F("version") + 1
    form.resolve_people()
    form.save()
    _save_lines(formsets, record)
    cite(record, attachments)
    record = model.objects.get(pk=record.pk)
    details = [[_label(record, name), old[name], display(record, name)] for name in names]
    details += [
        [_line_label(form.declaration, name), old_lines[name], _line_texts(record, name)] for name in formsets
    ]
    action = Change.Action.CORRECTED if correcting else Change.Action.EDITED
    changed = [row for row in details if row[1] != row[2]]
    _note(
        record,
        action,
        by=by,
        details=_sealed(form.declaration, changed),
        reason=form.cleaned_data.get("correction", ""),
    )
    return record


def _save_lines(formsets, record):
    for formset in formsets.values():
        formset.instance = record
        for form in formset.forms:
            if form.has_changed() and not form.cleaned_data.get("DELETE"):
                form.resolve_people()
        formset.save()
        for position, form in enumerate(formset.forms):
            if form.instance.pk and form.instance.position != position:
                type(form.instance).objects.filter(pk=form.instance.pk).update(position=position)


def _label(record, name):
    return str(record._meta.get_field(name).verbose_name)


def _line_label(declaration, name):
    return next(line_set.label for line_set in declaration.lines if line_set.name == name)


def _line_texts(record, name):
    """All rows of a sub-table as one text, one row a line."""
    manager = getattr(record, name)
    line_set = next(line for line in registry.of(type(record)).lines if line.name == name)
    rows = [" ".join(display(line, field) for field in line_set.fields) for line in manager.all()]
    return "\n".join(rows) or EMPTY


def _after(record, form):
    """History of a new record: every field that was given."""
    rows = [[_label(record, name), EMPTY, display(record, name)] for name in form.declaration.form_fields()]
    return _sealed(form.declaration, [row for row in rows if row[2] != EMPTY])


def _sealed(declaration, rows):
    """Rows with personal values replaced: history keeps that they changed, never what they were."""
    labels = {line.label for line in declaration.lines if line.personal}
    labels |= {
        declaration.field_label(name)
        for name in declaration.form_fields()
        if getattr(declaration.model._meta.get_field(name), "sealed", False)
    }
    return [[label, SEALED, SEALED] if label in labels else [label, old, new] for label, old, new in rows]


def _note(record, action, *, by, details=(), reason=""):
    slug = registry.of(type(record)).slug
    Change.objects.create(
        register=slug, record_id=record.pk, action=action, by=by, reason=reason, details=list(details)
    )


def note_change(record, action, *, by, reason=""):
    """Put an act without field changes (submit, return, approve, void) into the record's history."""
    _note(record, action, by=by, reason=reason)
