"""What makes a submitted record worth a look of its own; everything else is reviewed in bulk."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When

from .fields import CountField
from .models import Apart, Verified
from .models.record import COUNTABLE
from .register import registry

# Eighteen-digit ID numbers and mobile numbers, as every database's regular expressions can say it.
NUMBERS = r"(^|[^0-9])([1-9][0-9]{16}[0-9Xx]|1[3-9][0-9]{9})([^0-9Xx]|$)"


@dataclass(frozen=True)
class Anomaly:
    """One kind: `condition(model)` is the rows that show it."""

    key: str
    sentence: str
    condition: object


def _crowd(model):
    """More people than live in the place."""
    fields = [field.name for field in model._meta.concrete_fields if counts_people(field)]
    found = Q(pk__in=[])
    for name in fields:
        found |= Q(**{f"{name}__gt": F("area__population")})
    return found


def counts_people(field):
    """Whether a count is one of people, which its label says by its unit."""
    return isinstance(field, CountField) and any(
        unit in field.verbose_name for unit in ("人次", "人数", "（人）")
    )


def _late(model):
    """Entered so long after the day it tells of that somebody should ask why."""
    late = F("date") + datetime.timedelta(days=settings.LATE_ENTRY_DAYS)
    return Q(created_at__date__gt=models.ExpressionWrapper(late, models.DateField()))


def _numbers(model):
    found = Q(title__regex=NUMBERS)
    for field in model._meta.concrete_fields:
        if isinstance(field, models.TextField) and not getattr(field, "sealed", False):
            found |= Q(**{f"{field.name}__regex": NUMBERS})
    return found


def _twin(model):
    """Another record of the same place, day and kind that counts, unless somebody has told the two apart.

    Titles are not compared here, for no database does that alike; a look at both is what is asked for.
    """
    register = registry.of(model)
    if register.alike is None:
        return Q(pk__in=[])
    same = {name: OuterRef(name) for name in ("area", "date", *register.alike)}
    pair = Q(first=OuterRef("pk"), second=OuterRef(OuterRef("pk"))) | Q(
        second=OuterRef("pk"), first=OuterRef(OuterRef("pk"))
    )
    told_apart = Apart.objects.filter(pair, register=register.slug)
    others = model.objects.countable().filter(~Exists(told_apart), **same).exclude(pk=OuterRef("pk"))
    return Q(state__in=COUNTABLE) & Q(Exists(others))


ANOMALIES = (
    Anomaly("twin", "同一天同一地点有相近的记录，可能是同一件事", _twin),
    Anomaly("crowd", "人数超过当地常住人口，请核对", _crowd),
    Anomaly("numbers", "文字里可能有身份证号或手机号，请核对后删去", _numbers),
    Anomaly("late", f"办理日期比录入早了 {settings.LATE_ENTRY_DAYS} 天以上，请核对", _late),
)


def with_anomalies(records):
    """`records` that show any anomaly that nobody has found right, each with a flag per kind."""
    model = records.model
    slug = registry.of(model).slug
    conditions = {
        anomaly.key: anomaly.condition(model) & ~Q(Exists(_verified(slug, anomaly.key)))
        for anomaly in ANOMALIES
    }
    found = Q(pk__in=[])
    for condition in conditions.values():
        found |= condition
    flags = {
        f"odd_{key}": Case(When(condition, then=Value(1)), default=Value(0))
        for key, condition in conditions.items()
    }
    return records.filter(found).annotate(**flags)


def _verified(slug, key):
    return Verified.objects.about(slug, key).filter(record_id=OuterRef("pk"))


def sentences(row):
    """What is odd about a row of `with_anomalies`, as values."""
    return [anomaly.sentence for anomaly in ANOMALIES if row[f"odd_{anomaly.key}"]]
