"""Model fields that speak like the forms: counts and amounts with their own sentences."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.functional import cached_property

from .form_fields import MonthChoiceField


class _Quantity:
    """Shared by counts and amounts: not below zero, not absurdly large, empty means 没填 (never 0)."""

    def __init__(self, verbose_name=None, *args, ceiling=None, required=False, **kwargs):
        self.ceiling = ceiling or self.default_ceiling
        self.required = required
        kwargs.setdefault("null", not required)
        kwargs.setdefault("blank", not required)
        super().__init__(verbose_name, *args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        if self.ceiling != self.default_ceiling:
            kwargs["ceiling"] = self.ceiling
        # Without it a migration would rebuild the field as optional, and the column as nullable.
        if self.required:
            kwargs["required"] = True
        return name, path, args, kwargs

    @cached_property
    def validators(self):
        label = self.verbose_name
        return [
            MinValueValidator(0, f"{label}不能为负数，请填 0 或正整数。"),
            MaxValueValidator(self.ceiling, f"{label}超过 {self.ceiling:,}，请核对是不是多打了几位。"),
        ]

    def formfield(self, **kwargs):
        field = super().formfield(**{**kwargs, **self.form_options()})
        # The model's validators speak for the form too; the field's own bounds would say it twice.
        field.validators = []
        field.error_messages["invalid"] = f"{self.verbose_name}请填数字，例如 120。"
        return field

    def form_options(self):
        return {"min_value": None, "max_value": None}


class CountField(_Quantity, models.PositiveIntegerField):
    """A number of people, attendances, items… from 0 to `ceiling` (default 100 000)."""

    default_ceiling = 100_000


class AmountField(_Quantity, models.DecimalField):
    """An amount of money in yuan, two decimals, from 0 to `ceiling` (default 1 000 000 000)."""

    default_ceiling = 1_000_000_000

    def __init__(self, verbose_name=None, *args, **kwargs):
        kwargs.setdefault("max_digits", 14)
        kwargs.setdefault("decimal_places", 2)
        super().__init__(verbose_name, *args, **kwargs)


class QuantityField(_Quantity, models.DecimalField):
    """A measured quantity (学时、分数) with one decimal, from 0 to `ceiling` (default 1 000)."""

    default_ceiling = 1_000

    def __init__(self, verbose_name=None, *args, **kwargs):
        kwargs.setdefault("max_digits", 6)
        kwargs.setdefault("decimal_places", 1)
        super().__init__(verbose_name, *args, **kwargs)


class MonthField(models.DateField):
    """A calendar month, kept as its first day and chosen in the browser's own month picker."""

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": MonthChoiceField, **kwargs})


class WebAddressField(models.URLField):
    """The address of a page; typed without a scheme it is one of https."""

    def formfield(self, **kwargs):
        field = super().formfield(**{"assume_scheme": "https", **kwargs})
        field.error_messages["invalid"] = (
            f"{self.verbose_name}请填完整的网址，例如 https://www.example.com/123.html。"
        )
        return field


class YearField(models.PositiveSmallIntegerField):
    """A calendar year, 2000 to 2100."""

    @cached_property
    def validators(self):
        message = "年度请填四位数，例如 2026。"
        return [MinValueValidator(2000, message), MaxValueValidator(2100, message)]


class MultiChoiceField(models.CharField):
    """Several of a fixed list of choices, kept as `,a,b,` so that `contains=",a,"` works on every database.

    In Python the value is a list of keys in the order of `choices`.
    """

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 200)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", list)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        # The default here is True, which the base class would take for the value that goes unsaid.
        kwargs["blank"] = self.blank
        return name, path, args, kwargs

    def from_db_value(self, value, expression, connection):
        return self.to_python(value)

    def to_python(self, value):
        if isinstance(value, str):
            return [key for key in value.split(",") if key]
        return list(value or [])

    def get_prep_value(self, value):
        if isinstance(value, str):
            return value
        chosen = set(value or [])
        return "".join(f",{key}" for key, _ in self.flatchoices if key in chosen) + ("," if chosen else "")

    def value_to_string(self, obj):
        return self.get_prep_value(self.value_from_object(obj))

    def validate(self, value, model_instance):
        if not value and not self.blank:
            raise ValidationError(f"请至少选一项{self.verbose_name}。", code="blank")
        known = dict(self.flatchoices)
        if any(key not in known for key in value):
            raise ValidationError(f"{self.verbose_name}里有不认识的选项，请重新选择。", code="invalid_choice")

    def run_validators(self, value):
        """The length limit is about the stored text, which the choices bound."""

    def formfield(self, **kwargs):
        return forms.MultipleChoiceField(
            choices=self.flatchoices,
            label=self.verbose_name,
            required=not self.blank,
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )

    def labels(self, value):
        """The chosen keys in words, joined by 、."""
        return "、".join(str(self._names.get(key, key)) for key in value)

    @cached_property
    def _names(self):
        return dict(self.flatchoices)


def holds(name, key):
    """Condition: the multi-choice field `name` contains `key`."""
    return models.Q(**{f"{name}__contains": f",{key},"})
