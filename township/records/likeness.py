"""Records that may tell of the same event: village, office and police station often each enter it once."""

import datetime
import re
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from .models import Apart
from .register import registry

DAYS_APART = datetime.timedelta(days=1)
# Share of common pairs of characters from which two titles speak of one thing.
LIKE_ENOUGH = 0.4
# What every title says, and so tells nothing apart: days, numbers, the words of the work itself.
_COMMON = re.compile(
    r"[0-9０-９年月日号第次场期、，。·“”\"'（）()\s]|法律|法治|普法|宣传|活动|开展|组织|举办|学习|进"
)


def twins_of(record, *, gate, villages=()):
    """Countable records within reach that may be the same event as `record`, saved or not.

    `villages` take part in a joint event that is not saved yet.
    """
    declaration = registry.of(type(record))
    if declaration.alike is None or not (record.area_id and record.date):
        return []
    near = gate.records(declaration).countable().filter(_near(record, declaration, villages))
    told_apart = Apart.objects.others(declaration.slug, record.pk) if record.pk else set()
    others = near.exclude(pk__in={record.pk, *told_apart} - {None}).select_related("area")
    sound = Sound.of(record)
    return [other for other in others if sound.like(Sound.of(other))]


def _near(record, declaration, villages):
    """Same place (or a village that takes part), at most a day apart, and alike as the register says."""
    same = {
        name: getattr(record, declaration.model._meta.get_field(name).attname) for name in declaration.alike
    }
    days = Q(date__range=(record.date - DAYS_APART, record.date + DAYS_APART))
    return (
        days
        & Q(**{_column(declaration, name): value for name, value in same.items()})
        & _places(declaration.model, {record.area_id, *(village.pk for village in villages)})
    )


def _column(declaration, name):
    return declaration.model._meta.get_field(name).attname


def _places(model, areas):
    there = Q(area__in=areas)
    if model.JOINT_FIELD:
        through = model._meta.get_field(model.JOINT_FIELD).remote_field.through
        link = f"{model._meta.model_name}_id"
        there |= Q(Exists(through.objects.filter(**{link: OuterRef("pk")}, area__in=areas)))
    return there


@dataclass(frozen=True)
class Sound:
    """What a record sounds like: the telling part of its title, and its first count; `nameless` without a
    title of its own, so that only place and day speak for it."""

    nameless: bool
    count: object
    text: str
    pairs: frozenset

    @classmethod
    def of(cls, record):
        totals = registry.of(type(record)).totals
        text = _COMMON.sub("", record.title.replace(record.area.name, ""))
        return cls(
            record.title in ("", record.default_title()),
            getattr(record, totals[0]) if totals else None,
            text,
            _pairs(text),
        )

    def like(self, other):
        """Whether two near records may be one by their titles or their counts."""
        if self.nameless or other.nameless or (self.count and self.count == other.count):
            return True
        return self.text == other.text or _share(self.pairs, other.pairs) >= LIKE_ENOUGH


def _pairs(text):
    return frozenset(text[n : n + 2] for n in range(len(text) - 1))


def _share(first, second):
    """How alike two sets of pairs are, from 0 to 1 (Dice)."""
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


@transaction.atomic
def tell_apart(record, others, *, by):
    """Remember that `record` is not the same event as any of `others`."""
    slug = registry.of(type(record)).slug
    for other in others:
        first, second = sorted((record.pk, other.pk))
        Apart.objects.get_or_create(register=slug, first=first, second=second, defaults={"by": by})
