"""The named constraints of a model, kept in Python: the database is asked once, not once a row.

`CheckConstraint.validate` asks the database about every row, ten thousand rows ten thousand times. The same
condition is evaluated here with SQL's three values; what it cannot read falls back to the constraint itself.
"""

import operator
from dataclasses import dataclass
from functools import lru_cache

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.db.models import F, Q

_COMPARE = {
    "exact": operator.eq,
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
}


class Unreadable(Exception):
    """A condition with something in it that only the database can answer."""


def holds(condition, instance):
    """Whether `condition` holds for `instance`: True, False, or None where SQL would say NULL."""
    if not isinstance(condition, Q):
        raise Unreadable(condition)
    parts = [
        holds(child, instance) if isinstance(child, Q) else _compared(*child, instance)
        for child in condition.children
    ]
    answer = {Q.AND: _all, Q.OR: _any}.get(condition.connector, _unknown_connector)(parts)
    return _not(answer) if condition.negated else answer


def _all(parts):
    if False in parts:
        return False
    return None if None in parts else True


def _any(parts):
    if True in parts:
        return True
    return None if None in parts else False


def _unknown_connector(parts):
    raise Unreadable(parts)


def _not(answer):
    return None if answer is None else not answer


def _compared(path, wanted, instance):
    name, _, lookup = path.partition("__")
    try:
        field = instance._meta.get_field(name)
    except models.FieldDoesNotExist as error:
        raise Unreadable(path) from error
    value = _stored(field, instance)
    lookup = lookup or "exact"
    if lookup == "isnull" or (lookup == "exact" and wanted is None):
        return (value is None) == (wanted is None or bool(wanted))
    if lookup == "in" and not isinstance(wanted, F):
        return None if value is None else value in [_prepared(field, one) for one in wanted]
    if lookup == "contains" and isinstance(wanted, str):
        return None if value is None else wanted in str(value)
    if lookup not in _COMPARE:
        raise Unreadable(path)
    other = _other(field, wanted, instance)
    return None if value is None or other is None else _COMPARE[lookup](value, other)


def _other(field, wanted, instance):
    if isinstance(wanted, F):
        return _stored(instance._meta.get_field(wanted.name), instance)
    if hasattr(wanted, "resolve_expression"):
        raise Unreadable(wanted)
    return _prepared(field, wanted)


def _stored(field, instance):
    return _prepared(field, getattr(instance, field.attname))


def _prepared(field, value):
    if isinstance(value, models.Model):
        return value.pk
    return field.target_field.get_prep_value(value) if field.is_relation else field.get_prep_value(value)


@lru_cache(maxsize=256)
def _constraints(model):
    return [
        (owner, constraint) for owner, constraints in model().get_constraints() for constraint in constraints
    ]


@dataclass
class Rules:
    """All constraints of one model, for many rows: uniqueness is kept in sets, `existing` fills them."""

    model: type

    def __post_init__(self):
        self.taken = {
            constraint.name: self._keys_in_database(constraint)
            for _, constraint in _constraints(self.model)
            if self._is_plain_unique(constraint)
        }

    @staticmethod
    def _is_plain_unique(constraint):
        return isinstance(constraint, models.UniqueConstraint) and bool(constraint.fields)

    def _keys_in_database(self, constraint):
        """{key: id of the record that has it}, for a constraint of at most one row a key."""
        rows = self.model._default_manager.order_by()
        if constraint.condition is not None:
            rows = rows.filter(constraint.condition)
        attnames = [self.model._meta.get_field(name).attname for name in constraint.fields]
        return {tuple(key): pk for pk, *key in rows.values_list("pk", *attnames)}

    def check(self, instance):
        """{field: [sentence]} of the constraints that `instance` breaks."""
        errors = {}
        for owner, constraint in _constraints(self.model):
            try:
                self._check_one(owner, constraint, instance)
            except ValidationError as error:
                _add(errors, error)
        return errors

    def _check_one(self, owner, constraint, instance):
        if constraint.name in self.taken:
            return self._check_unique(constraint, instance)
        if isinstance(constraint, models.CheckConstraint):
            try:
                kept = holds(constraint.condition, instance)
            except (Unreadable, TypeError):
                return constraint.validate(owner, instance)
            if kept is False:
                message = constraint.get_violation_error_message()
                field = getattr(constraint, "field", None)
                raise ValidationError({field: message} if field else message)
            return None
        return constraint.validate(owner, instance)

    def _check_unique(self, constraint, instance):
        holder = self.taken[constraint.name].get(self._key(constraint, instance), instance)
        if holder not in (instance.pk, instance):
            message = constraint.get_violation_error_message()
            raise ValidationError({constraint.fields[-1]: message})

    def _key(self, constraint, instance):
        """What has to be unique, or None where the constraint does not ask."""
        if constraint.condition is not None and holds(constraint.condition, instance) is not True:
            return None
        key = tuple(getattr(instance, self.model._meta.get_field(name).attname) for name in constraint.fields)
        return None if None in key else key

    def claim(self, instance):
        """From now on the keys of `instance` are taken."""
        for _, constraint in _constraints(self.model):
            if constraint.name in self.taken and (key := self._key(constraint, instance)):
                self.taken[constraint.name].setdefault(key, instance.pk or instance)


def _add(errors, error):
    found = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
    for name, messages in found.items():
        errors.setdefault(name, []).extend(messages)
