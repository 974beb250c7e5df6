"""The fields' own rules (`Field.clean`), asked once for values that a column repeats."""

import datetime
from decimal import Decimal

from django.core.exceptions import ValidationError

PLAIN = (str, int, Decimal, datetime.date, bool)
# Different values of one field that are remembered; a column of titles never repeats.
VALUES_KEPT = 1000


class Cleaner:
    """Cleans fields of many records as `Model.clean_fields` cleans those of one; empty values are left alone."""

    def __init__(self, fields):
        self.fields = [(field, field.attname, {}) for field in fields]

    def clean(self, record, *, skipped):
        """[(field name, sentences)] of what is wrong; cleaned values are put into `record`."""
        wrong = []
        values = record.__dict__
        for field, attname, known in self.fields:
            value = values[attname]
            if value is None or value == "" or value == [] or field.name in skipped:
                continue
            try:
                values[attname] = _cleaned(field, value, record, known)
            except ValidationError as error:
                wrong.append((field.name, error.messages))
        return wrong


def _cleaned(field, value, record, known):
    if type(value) not in PLAIN:
        return field.clean(value, record)
    # True equals 1, and 1 equals Decimal(1).
    key = type(value), value
    if key not in known:
        if len(known) >= VALUES_KEPT:
            known.clear()
        known[key] = field.clean(value, record)
    return known[key]
