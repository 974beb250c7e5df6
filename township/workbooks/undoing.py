"""Taking an import back: what it made is voided, what it changed reads as before; nothing half."""

import json

from django.db import models, transaction
from django.db.models import F
from django.utils import timezone

from township.records.history import differences, note, snapshot
from township.records.models import Change, RecordLock, State
from township.records.saving import Refused

from .committing import hold_township, replace_lines
from .models import Import
from .staging import register_of

REASON = "撤销表格导入"


def obstacles(imported):
    """[(record, sentence)] of what has been built on an import since; empty when it can be undone."""
    declaration = register_of(imported, imported.created_by)
    rows = {row.record_id: row for row in imported.imported.all()}
    records = {}
    for start in range(0, len(rows), 500):
        chunk = list(rows)[start : start + 500]
        records |= declaration.model.objects.select_related("area").in_bulk(chunk)
    locks = dict(RecordLock.objects.filter(register=declaration.slug).values_list("record_id", "label"))
    linked = _linked(declaration.model, {pk for pk, row in rows.items() if not row.before})
    found = []
    for pk, row in rows.items():
        if (record := records.get(pk)) is None:
            continue
        if pk in locks:
            found.append((record, f"已用于{locks[pk]}"))
        elif record.version != row.version:
            found.append((record, f"导入后又有改动，现在是“{record.get_state_display()}”"))
        elif pk in linked:
            found.append((record, f"已被{linked[pk]}引用"))
    return found


def _linked(model, pks):
    """{id: label of the kind of record} of records that others point to, sub-tables of their own apart."""
    found = {}
    for relation in model._meta.related_objects:
        field = relation.field
        if field.name == "record" and relation.on_delete is models.CASCADE:
            continue
        if field.many_to_many:
            continue
        pointed = relation.related_model._default_manager.filter(**{f"{field.name}__isnull": False})
        for pk in pointed.values_list(field.attname, flat=True):
            if pk in pks:
                found[pk] = relation.related_model._meta.verbose_name
    return found


@transaction.atomic
def undo(imported, *, by):
    """Undo a finished import; raises `Refused` when it is too late or something stands in the way."""
    hold_township(by.area)
    imported = Import.objects.select_for_update().get(pk=imported.pk)
    if not imported.may_be_undone:
        raise Refused("这次导入已撤销，或已超过 7 天，不能再撤销。")
    if found := obstacles(imported):
        raise Refused(f"有 {len(found)} 条记录在导入后又用过或改过，不能撤销；请先处理下面列出的记录。")
    declaration = register_of(imported, by)
    rows = list(imported.imported.all())
    _void([row.record_id for row in rows if not row.before], declaration, by)
    for row in rows:
        if row.before:
            _restore(row, declaration, by)
    imported.imported.all().delete()
    imported.state = Import.State.UNDONE
    imported.save(update_fields=["state"])


def _void(pks, declaration, by):
    """Nothing is ever deleted: what an import made stays as voided records with their history."""
    for start in range(0, len(pks), 500):
        some = pks[start : start + 500]
        declaration.model.objects.filter(pk__in=some).update(
            state=State.VOIDED,
            reason=REASON,
            version=F("version") + 1,
            updated_by=by,
            updated_at=timezone.now(),
        )
        Change.objects.bulk_create(
            Change(register=declaration.slug, record_id=pk, action=Change.Action.VOIDED, by=by, reason=REASON)
            for pk in some
        )


def _restore(row, declaration, by):
    record = declaration.model.objects.select_for_update().get(pk=row.record_id)
    before, values = snapshot(record), json.loads(row.before)
    for name, text in values["fields"].items():
        field = record._meta.get_field(name)
        setattr(record, field.attname, None if text is None else field.to_python(text))
    record.version, record.updated_by = record.version + 1, by
    record.save()
    for name, pks in values["many"].items():
        getattr(record, name).set(pks)
    for line_set in declaration.lines:
        replace_lines(record, line_set, [_line(line_set, row) for row in values["lines"][line_set.name]])
    declaration.complete(record)
    record = declaration.model.objects.get(pk=record.pk)
    details = differences(before, snapshot(record))
    note(record, Change.Action.EDITED, by=by, reason=REASON, details=details)


def _line(line_set, values):
    line = line_set.model()
    for name, text in values.items():
        field = line._meta.get_field(name)
        setattr(line, field.attname, None if text is None else field.to_python(text))
    return line
