"""The constraints kept in Python give the database's own answer, whatever a row holds."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import models
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import registers
from township.records.fields import MultiChoiceField
from township.workbooks.rules import Unreadable, holds

MODELS = [
    model
    for register in registers()
    for model in (register.model, *(line_set.model for line_set in register.lines))
    if any(isinstance(rule, models.CheckConstraint) for rule in model._meta.constraints)
]


def values(field):
    """Values that a row may hold, None where the field may be empty."""
    if isinstance(field, MultiChoiceField):
        kinds = st.lists(st.sampled_from([key for key, _ in field.flatchoices]), max_size=2)
    elif field.choices:
        kinds = st.sampled_from([*(key for key, _ in field.flatchoices), ""])
    elif isinstance(field, models.BooleanField):
        kinds = st.booleans()
    elif isinstance(field, models.DateField):
        kinds = st.dates(datetime.date(2022, 3, 1), datetime.date(2022, 3, 4))
    elif isinstance(field, models.IntegerField | models.DecimalField) or field.is_relation:
        kinds = st.integers(0, 3)
    else:
        kinds = st.sampled_from(["", "文字"])
    return st.one_of(st.none(), kinds) if field.null else kinds


def instances(model):
    names = {
        field.attname: values(field)
        for field in model._meta.concrete_fields
        if not isinstance(field, models.UUIDField | models.DateTimeField | models.AutoField)
    }
    return st.fixed_dictionaries(names).map(lambda given: model(**given))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_python_and_database_agree(db, model):
    rules = [rule for rule in model._meta.constraints if isinstance(rule, models.CheckConstraint)]

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(instance=instances(model))
    def agree(instance):
        for rule in rules:
            try:
                rule.validate(model, instance)
                kept = True
            except ValidationError:
                kept = False
            assert (holds(rule.condition, instance) is not False) == kept, (rule.name, vars(instance))

    agree()


def test_every_condition_of_the_portal_can_be_read_without_the_database():
    for model in MODELS:
        for rule in model._meta.constraints:
            if isinstance(rule, models.CheckConstraint):
                try:
                    holds(rule.condition, model())
                except Unreadable:
                    pytest.fail(f"{rule.name} would cost a query a row")
