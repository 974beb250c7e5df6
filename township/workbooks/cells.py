"""A record's values as cells that the import reads back as the same values."""

from django.db import models

from township.people.models import Person
from township.records.fields import MonthField
from township.records.models import Record
from township.records.values import EMPTY, display, in_own_words, raw

from .lookups import link_text


def cell(record, name):
    """A number, a day or text for one field; None when it is empty."""
    field = record._meta.get_field(name)
    value = raw(record, name)
    if value is None or value == "" or value == []:
        return None
    if isinstance(field, MonthField):
        return cell_text(record, name)
    plain = isinstance(field, models.IntegerField | models.DecimalField | models.DateField)
    if plain and not field.choices and not isinstance(value, bool) and not in_own_words(record, name):
        return value
    return cell_text(record, name) or None


def cell_text(record, name):
    """The value of one field in words; people with their posts and records with their numbers."""
    field = record._meta.get_field(name)
    value = raw(record, name)
    if isinstance(value, list) and field.is_relation:
        return "、".join(_named(one) for one in value)
    if isinstance(value, models.Model):
        return _named(value)
    text = display(record, name)
    return "" if text == EMPTY else text


def _named(thing):
    if isinstance(thing, Person):
        return thing.choice_label
    return link_text(thing) if isinstance(thing, Record) else str(thing)
