"""Merging two entries of the roster that are one person (合并同一人)."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from township.people.changes import note
from township.people.models import SettingChange

from .models import Line
from .uses import links_to, whole

SUBJECT = "people"


@transaction.atomic
def merge_people(kept, other, *, by):
    """Let everything that names `other` name `kept`; `other` goes, its spelling stays findable.

    Raises ValidationError where both stand in one place that holds each person once.
    """
    for model, field in links_to(type(kept)):
        if model._meta.auto_created:
            _drop_second_links(model, field, kept, other)
        _repoint(model, field.name, kept, other)
    before = {"姓名": f"{kept.choice_label} ＋ {other.choice_label}", "其他写法": kept.other_names}
    kept.other_names = "、".join(sorted((kept.spellings | other.spellings) - {kept.name}))
    _fill_gaps(kept, other)
    other.delete()
    kept.save()
    after = {"姓名": kept.choice_label, "其他写法": kept.other_names}
    note(SUBJECT, kept, SettingChange.Action.MERGED, by=by, before=before, after=after)


def _repoint(model, name, kept, other):
    if issubclass(model, Line):
        mine = model._base_manager.filter(**{name: kept}).values("record")
        if model._base_manager.filter(**{name: other}, record__in=mine).exists():
            raise _standing_twice(model)
    try:
        with transaction.atomic():
            model._base_manager.filter(**{name: other}).update(**{name: kept})
    except IntegrityError as error:
        raise _standing_twice(model) from error


def _standing_twice(model):
    return ValidationError(
        f"同一条“{whole(model)._meta.verbose_name}”里两个人都有，请先在那里去掉其中一个，再合并。"
    )


def _drop_second_links(through, field, kept, other):
    """Where a record is linked to both, one link of a many-to-many field is enough."""
    owner = next(f.attname for f in through._meta.fields if f.is_relation and f.name != field.name)
    both = through._base_manager.filter(**{field.name: kept}).values_list(owner, flat=True)
    through._base_manager.filter(**{field.name: other, f"{owner}__in": list(both)}).delete()


def _fill_gaps(kept, other):
    """What only the other entry said."""
    for name in ("office", "position", "joined_on", "left_on", "term_starts_on", "term_ends_on"):
        if getattr(kept, name) in (None, ""):
            setattr(kept, name, getattr(other, name))
    kept.principal = kept.principal or other.principal
