"""Merging records of the same event into one that keeps everybody's files, participants and history.

The record that stays takes, field by field, what was chosen; the others are voided and lead to it, so that
figures count the event once. What several people named (villages, laws, people) is put together.
"""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from .history import differences, is_locked, note, snapshot
from .intake import cite
from .models import Attachment, Change, Line, Merge, Record, State
from .register import registry
from .saving import Conflict, Refused
from .values import EMPTY, display

# The state of the one that stays, from what each of them was: what has been submitted goes on counting.
RANK = (State.APPROVED, State.SUBMITTED, State.RETURNED, State.DRAFT)


@dataclass(frozen=True)
class Choice:
    """A part that the records differ in: the texts by record, and whose is proposed."""

    name: str
    label: str
    texts: list
    proposed: int


def proposed_keeper(records):
    """The record that says most: approved before others, then by how many fields are filled."""
    names = registry.of(type(records[0])).form_fields()

    def filled(record):
        return sum(display(record, name) != EMPTY for name in names)

    return max(records, key=lambda record: (record.state == State.APPROVED, filled(record), -record.pk))


def choices_between(records, keeper):
    """The fields and sub-tables in which `records` differ and one has to be chosen."""
    declaration = registry.of(type(keeper))
    parts = [
        (name, declaration.field_label(name), [display(record, name) for record in records])
        for name in _single_fields(declaration)
    ]
    parts += [
        (line_set.name, line_set.label, [_rows(record, line_set) for record in records])
        for line_set in declaration.lines
    ]
    return [
        Choice(name, label, texts, _proposed(records, texts, keeper))
        for name, label, texts in parts
        if len(set(texts)) > 1
    ]


def _proposed(records, texts, keeper):
    """The keeper's own value, unless it has none and somebody else does."""
    own = texts[records.index(keeper)]
    if own != EMPTY:
        return keeper.pk
    return next(record.pk for record, text in zip(records, texts, strict=True) if text != EMPTY)


def _single_fields(declaration):
    return [name for name in declaration.form_fields() if not _field(declaration, name).many_to_many]


def _shared_fields(declaration):
    return [name for name in declaration.form_fields() if _field(declaration, name).many_to_many]


def _field(declaration, name):
    return declaration.model._meta.get_field(name)


def _rows(record, line_set):
    lines = getattr(record, line_set.name).all()
    return "\n".join(" ".join(display(line, name) for name in line_set.fields) for line in lines) or EMPTY


@transaction.atomic
def merge(records, *, keeper, choices, versions, by, reviews):
    """Merge `records` into `keeper`, one of them; returns it as it stands then.

    `choices` maps names of fields and sub-tables to the id of the record whose value is kept, `versions`
    ids to the version that was looked at; `reviews` says whether `by` may review the result. Raises
    `Refused` with a sentence, or `Conflict` when one of them was changed meanwhile.
    """
    model = type(keeper)
    declaration = registry.of(model)
    current = {record.pk: record for record in _locked(model, records)}
    keeper = current[keeper.pk]
    others = [record for pk, record in current.items() if pk != keeper.pk]
    if _merged_already(declaration, keeper, others):
        return keeper
    _check(current.values(), versions)
    before = snapshot(keeper)
    _put_together(declaration, keeper, others)
    taken = {name: current[pk] for name, pk in choices.items() if pk != keeper.pk}
    for name, source in taken.items():
        _take(declaration, keeper, source, name)
    if taken:
        _check_rules(keeper)
    state = min((record.state for record in current.values()), key=RANK.index)
    for other in others:
        _void(declaration, other, keeper, by=by)
    _settle(keeper, state if reviews or state != State.APPROVED else State.SUBMITTED, by=by)
    declaration.complete(keeper)
    titles = "、".join(f"“{other}”" for other in others)
    note(
        keeper,
        Change.Action.MERGED,
        by=by,
        reason=f"并入{titles}"[:200],
        details=differences(before, snapshot(keeper)),
    )
    return keeper


def _locked(model, records):
    """The rows as they stand, held until the merge is done, always in the same order."""
    return model.objects.select_for_update().filter(pk__in=[record.pk for record in records]).order_by("pk")


def _merged_already(declaration, keeper, others):
    """Whether a first click has done it."""
    ids = [other.pk for other in others]
    merged = Merge.objects.filter(register=declaration.slug, record_id__in=ids, into_id=keeper.pk)
    return merged.count() == len(ids)


def _check(records, versions):
    for record in records:
        if record.version != versions.get(record.pk):
            raise Conflict(record)
        if record.state == State.VOIDED:
            raise Refused(f"“{record}”已作废，不能合并。")
        if locked := is_locked(record):
            raise Refused(f"“{record}”已用于{locked}，不能合并。")


def _put_together(declaration, keeper, others):
    """What several people named, the villages that each entered it for, and everybody's files."""
    for name in _shared_fields(declaration):
        manager = getattr(keeper, name)
        for other in others:
            manager.add(*getattr(other, name).all())
    if joint := declaration.model.JOINT_FIELD:
        places = {other.area for other in others if other.area.is_village}
        getattr(keeper, joint).add(*(places - {keeper.area}))
        getattr(keeper, joint).remove(keeper.area)
    for other in others:
        cite(keeper, Attachment.objects.cited_by(declaration.slug, other.pk))
        _lead_to(keeper, other)


def _lead_to(keeper, other):
    """Let other records that point to `other` point to `keeper`."""
    for relation in type(keeper)._meta.get_fields(include_hidden=True):
        pointing = relation.related_model if relation.auto_created and relation.one_to_many else None
        if pointing and issubclass(pointing, Record | Line) and relation.field.name != "record":
            pointing.objects.filter(**{relation.field.name: other}).update(**{relation.field.name: keeper})


def _take(declaration, keeper, source, name):
    """Let `keeper` have the value or the rows that `source` has."""
    line_set = next((line_set for line_set in declaration.lines if line_set.name == name), None)
    if line_set is None:
        setattr(keeper, name, getattr(source, name))
        return
    getattr(keeper, name).all().delete()
    for row in getattr(source, name).all():
        row.pk, row._state.adding, row.record = None, True, keeper
        row.save()


def _check_rules(keeper):
    """Values of different records may contradict each other; what nobody chose stays as it was entered."""
    given = set(registry.of(type(keeper)).form_fields())
    others = [field.name for field in keeper._meta.fields if field.name not in given]
    try:
        keeper.full_clean(exclude=others, validate_unique=False)
    except ValidationError as error:
        raise Refused(f"合并后的内容不对：{''.join(error.messages)}") from error


def _void(declaration, other, keeper, *, by):
    reason = f"已合并到“{keeper}”"[:200]
    type(other).objects.filter(pk=other.pk).update(
        state=State.VOIDED, reason=reason, version=F("version") + 1, updated_by=by
    )
    note(other, Change.Action.MERGED, by=by, reason=reason)
    Merge.objects.create(register=declaration.slug, record_id=other.pk, into_id=keeper.pk, by=by)
    # What was merged into it before leads on to the one that is still there.
    Merge.objects.filter(register=declaration.slug, into_id=other.pk).update(into_id=keeper.pk)


def _settle(keeper, state, *, by):
    keeper.state, keeper.updated_by, keeper.version = state, by, keeper.version + 1
    if state != State.APPROVED:
        keeper.reviewed_by = keeper.reviewed_at = None
    keeper.save()
