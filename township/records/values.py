"""How a field's value reads to people: in lists, details, history and workbooks alike."""

import datetime
from functools import lru_cache

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils import timezone

EMPTY = "—"
SEALED = "已修改"


def raw(instance, name):
    """The value of a field or property of `instance`; a list for a many-to-many field."""
    field = _field(type(instance), name)
    if field is not None and field.many_to_many:
        return list(getattr(instance, name).all()) if instance.pk else []
    return getattr(instance, name)


def _field(model, name):
    """The model field called `name`; None where that is a property of the model."""
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist:
        return None


def display(instance, name):
    """The value in words: choices as labels, dates as 2022-03-05, empty as —, zero as 0."""
    return speaker(type(instance), name)(instance)


# Lists, workbooks and histories ask for the same few fields a hundred thousand times over.
@lru_cache(maxsize=4096)
def speaker(model, name):
    """The function that puts `name` of an instance of `model` into words."""
    field, own_words = _field(model, name), f"get_{name}_display"
    if labels := getattr(field, "labels", None):
        return lambda instance: labels(getattr(instance, name)) or EMPTY
    if hasattr(model, own_words):
        return lambda instance: str(getattr(instance, own_words)() or EMPTY)
    if field is not None and field.many_to_many:
        return lambda instance: in_words(raw(instance, name))
    return lambda instance: in_words(getattr(instance, name))


def in_own_words(instance, name):
    """Whether the model words this field itself: its choices do, and any `get_…_display` method."""
    return hasattr(instance, f"get_{name}_display")


def in_words(value):
    """Any plain value in words."""
    if value is None:
        return EMPTY
    if isinstance(value, str):
        return str(value) or EMPTY
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime.datetime):
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, list | tuple | models.QuerySet):
        return "、".join(str(item) for item in value) or EMPTY
    return str(value)
