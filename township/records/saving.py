"""Saving one entry: the record, its sub-tables, its attachments and its history, all or nothing."""

import uuid

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from township.people.gate import Gate
from township.people.roles import Power

from .history import differences, is_locked, note, snapshot
from .intake import cite
from .models import Change, Citation, State
from .register import registry


class Conflict(Exception):
    """Somebody saved the record since the form was opened; `current` is what stands now."""

    def __init__(self, current):
        super().__init__(f"record {current.pk} is at version {current.version}")
        self.current = current


class Refused(Exception):
    """The act cannot be done now; the text is the sentence for the user."""


def save_entry(*, form, formsets, attachments, by, submit):
    """Save a valid form with its valid formsets; returns the record.

    A second post of the same new form returns the first one's record. Raises `Conflict` when the record
    was changed after the form was opened, and `ValidationError` when another entry has just taken what
    has to be unique.
    """
    is_new = form.instance.pk is None
    save = _create if is_new else _change
    try:
        with transaction.atomic():
            return (is_new and _earlier_post(form, by)) or save(
                form, formsets, attachments, by=by, submit=submit
            )
    except IntegrityError:
        # Another post at the same moment was faster; what it saved can be seen now.
        if is_new:
            form.instance.pk, form.instance._state.adding = None, True
            if twin := _earlier_post(form, by):
                return twin
        form.instance.validate_constraints()
        raise


def save_entries(entries, *, attachments, by, submit):
    """Save [(form, formsets)] all or nothing; returns the records. Raises what `save_entry` raises."""
    try:
        with transaction.atomic():
            return [
                save_entry(form=form, formsets=formsets, attachments=attachments, by=by, submit=submit)
                for form, formsets in entries
            ]
    except (IntegrityError, ValidationError):
        # What was new is not there after all, and its form will be shown as that of a new record.
        for form, _ in entries:
            if form.is_new:
                form.instance.pk, form.instance._state.adding = None, True
        raise


def _earlier_post(form, by):
    """The record that an earlier post of the same new form has made."""
    posted = form.cleaned_data.get("entry_id")
    return type(form.instance).objects.filter(entry_id=posted, created_by=by).first()


def _entry_id(form):
    """The id the form was opened with, unless somebody else's record has it already."""
    posted = form.cleaned_data.get("entry_id")
    taken = posted is None or type(form.instance).objects.filter(entry_id=posted).exists()
    return uuid.uuid4() if taken else posted


def _create(form, formsets, attachments, *, by, submit):
    record = form.instance
    record.created_by = record.updated_by = by
    record.entry_id = _entry_id(form)
    record.state = State.SUBMITTED if submit else State.DRAFT
    _write(form, formsets, attachments)
    record = type(record).objects.get(pk=record.pk)
    action = Change.Action.SUBMITTED if submit else Change.Action.CREATED
    note(record, action, by=by, details=differences(None, snapshot(record)))
    return record


def _change(form, formsets, attachments, *, by, submit):
    record, model = form.instance, type(form.instance)
    current = model.objects.select_for_update().get(pk=record.pk)
    correcting = bool(is_locked(current))
    if current.version != form.cleaned_data.get("version") or correcting != bool(form.locked):
        raise Conflict(current)
    # Read before anything is written: saving the form changes many-to-many fields and rows as well.
    before = snapshot(current)
    action = move_on(record, by=by, submit=submit, correcting=correcting)
    keep_with_place(record, current)
    record.updated_by = by
    record.version = F("version") + 1
    _write(form, formsets, attachments)
    record = model.objects.get(pk=record.pk)
    details = differences(before, snapshot(record))
    if details or action != Change.Action.EDITED:
        note(record, action, by=by, details=details, reason=form.cleaned_data.get("correction", ""))
    return record


def move_on(record, *, by, submit, correcting):
    """Set the state that follows from a change, and return the act that the history calls it."""
    if correcting:
        # Whatever was pressed: a correction of what a report has counted waits for a second person.
        record.state, record.reviewed_by, record.reviewed_at = State.SUBMITTED, None, None
        return Change.Action.CORRECTED
    if submit and record.state in (State.DRAFT, State.RETURNED):
        record.state, record.reason = State.SUBMITTED, ""
        return Change.Action.SUBMITTED
    if record.state == State.APPROVED:
        declaration = registry.of(type(record))
        carried_on = not Gate(by).may(declaration, Power.REVIEW, record)
        if carried_on or declaration.second_person:
            # What a reviewer stood for, or somebody else approved for publication, is no longer what is there.
            record.state, record.reviewed_by, record.reviewed_at = State.SUBMITTED, None, None
            return Change.Action.SUBMITTED if carried_on else Change.Action.EDITED
        # The changed record is the one that the reviewer stands for.
        record.reviewed_by, record.reviewed_at = by, timezone.now()
    return Change.Action.EDITED


def keep_with_place(record, current):
    """A village's own record that was entered for the wrong village moves to the right one's keeping."""
    if current.keeper_id == current.area_id != record.area_id and current.keeper.is_village:
        record.keeper = record.area


def _write(form, formsets, attachments):
    form.resolve_people()
    form.save()
    _save_lines(formsets, form.instance)
    registry.of(type(form.instance)).complete(form.instance)
    cite(form.instance, attachments)


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


@transaction.atomic
def remove_file(record, attachment, *, by):
    """Let `record` no longer cite `attachment`; the file itself stays, other records may cite it."""
    model = type(record)
    current = model.objects.select_for_update().get(pk=record.pk)
    if locked := is_locked(current):
        raise Refused(f"“{current}”已用于{locked}，佐证材料不能移除。")
    before = snapshot(current)
    citation = Citation.objects.filter(
        attachment=attachment, register=registry.of(model).slug, record_id=current.pk
    )
    if not citation.delete()[0]:
        return
    model.objects.filter(pk=current.pk).update(
        version=F("version") + 1, updated_by=by, updated_at=timezone.now()
    )
    note(current, Change.Action.EDITED, by=by, details=differences(before, snapshot(current)))
