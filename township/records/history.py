"""Writing the history of a record: what each part of it read before and after, in the words of the form."""

from functools import lru_cache
from typing import NamedTuple

from .models import Attachment, Change, RecordLock
from .register import registry
from .values import EMPTY, SEALED, display, in_words, speaker

FILES_LABEL = "佐证材料"


class Part(NamedTuple):
    """One field, sub-table or the files of a record, in words; of a sealed part only a change is kept."""

    label: str
    text: str
    sealed: bool


def snapshot(record):
    """Every part of `record` as it stands in the database, to be compared with a later one."""
    declaration = registry.of(type(record))
    fields = [Part(label, words(record), sealed) for _, label, sealed, words in _fields_of(declaration)]
    tables = [
        Part(line_set.label, _rows(getattr(record, line_set.name).all(), line_set), sealed)
        for line_set, sealed in _tables_of(declaration)
    ]
    # The name of a file of a case may be the name of a party.
    return [*fields, *tables, Part(FILES_LABEL, _file_names(declaration, record), declaration.cases)]


def beginnings(record, *, known):
    """`differences` of a record that has just been written: nothing has to be asked.

    `known` holds its to-many relations and sub-tables ({name: objects}); it cites no file yet.
    """
    declaration = registry.of(type(record))
    values = record.__dict__
    texts = [
        (label, in_words(list(known[name])) if name in known else words(record), sealed)
        for name, label, sealed, words in _fields_of(declaration)
        # Most of a record is empty, and empty needs no words.
        if values.get(name, True) not in (None, "")
    ]
    texts += [
        (line_set.label, _rows(known.get(line_set.name, ()), line_set), sealed)
        for line_set, sealed in _tables_of(declaration)
    ]
    return [_beginning(*text) for text in texts if text[1] != EMPTY]


def _beginning(label, text, sealed):
    return [label, SEALED, SEALED] if sealed else [label, EMPTY, text]


# Townships change their own registers, and with them the classes.
@lru_cache(maxsize=256)
def _fields_of(declaration):
    """[(name, label, whether its values are secret, what puts them into words)] of the form's fields."""
    model = declaration.model
    return [
        (name, declaration.field_label(name), _holds_secrets(model, [name]), speaker(model, name))
        for name in declaration.form_fields()
    ]


@lru_cache(maxsize=256)
def _tables_of(declaration):
    return [
        (line_set, line_set.personal or _holds_secrets(line_set.model, line_set.fields))
        for line_set in declaration.lines
    ]


def _rows(lines, line_set):
    """All rows of a sub-table as one text, one row a line."""
    return "\n".join(" ".join(display(line, name) for name in line_set.fields) for line in lines) or EMPTY


def _file_names(declaration, record):
    files = Attachment.objects.cited_by(declaration.slug, record.pk)
    return "、".join(files.values_list("name", flat=True)) or EMPTY


def _holds_secrets(model, names):
    return any(getattr(model._meta.get_field(name), "sealed", False) for name in names)


def differences(before, after):
    """[label, before, after] of the parts that differ; a new record (`before` None) had none of them."""
    if before is None:
        return [_beginning(*part) for part in after if part.text != EMPTY]
    return [
        [old.label, SEALED, SEALED] if old.sealed else [old.label, old.text, new.text]
        for old, new in zip(before, after, strict=True)
        if old.text != new.text
    ]


def note(record, action, *, by, details=(), reason=""):
    """Put one act into the record's history."""
    return Change.objects.create(
        register=registry.of(type(record)).slug,
        record_id=record.pk,
        action=action,
        by=by,
        reason=reason,
        details=list(details),
    )


def is_locked(record):
    """Label of a locked report that counted this record, or an empty string."""
    slug = registry.of(type(record)).slug
    lock = RecordLock.objects.filter(register=slug, record_id=record.pk).first()
    return lock.label if lock else ""


def correctors(record):
    """Ids of whoever corrected the record since it was last approved."""
    changes = Change.objects.filter(register=registry.of(type(record)).slug, record_id=record.pk).order_by()
    approved = changes.filter(action=Change.Action.APPROVED).order_by("-pk").values_list("pk", flat=True)
    corrections = changes.filter(action=Change.Action.CORRECTED, pk__gt=approved.first() or 0)
    return set(corrections.values_list("by_id", flat=True))
