"""The filter bar of a list, made from the register's declaration."""

import django_filters as filters
from django import forms
from django.db import models
from django.db.models import Q

from .fields import MultiChoiceField, holds
from .form_fields import AreaChoiceField, DateInput
from .forms import reachable
from .models import State


class AreaFilter(filters.ModelChoiceFilter):
    """Records of a place and everything below it, joint ones included."""

    field_class = AreaChoiceField

    def filter(self, queryset, area):
        return queryset.within(area) if area else queryset


class FilterForm(forms.Form):
    """The filters as typed: each may be wrong on its own, and the span has an order."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages["invalid"] = f"“{field.label}”看不懂，{hint(field)}。"
            field.error_messages["invalid_choice"] = f"“{field.label}”里没有这个选项，请重新选择。"
            chosen = isinstance(field.widget, forms.Select)
            field.widget.attrs["class"] = "form-select" if chosen else "form-control"

    def clean(self):
        cleaned = super().clean()
        start, end = cleaned.get("start"), cleaned.get("end")
        if start and end and start > end:
            self.add_error("end", "“到”比“从”还早，请改正。")
        return cleaned


def hint(field):
    """How a filter wants to be filled in."""
    return "请按 2026-03-05 这样填写日期" if isinstance(field, forms.DateField) else "请填数字，例如 2026"


class RecordFilterSet(filters.FilterSet):
    """Search, span, place and state, which every register has."""

    declaration = None
    # Voided records show only where they are asked for.
    hides_voided = True

    q = filters.CharFilter(method="search", label="搜索", widget=forms.SearchInput)
    start = filters.DateFilter(field_name="date", lookup_expr="gte", label="从", widget=DateInput)
    end = filters.DateFilter(field_name="date", lookup_expr="lte", label="到", widget=DateInput)
    area = AreaFilter(queryset=lambda request: request.gate.areas(), label="村（社区）", empty_label="全部")
    state = filters.ChoiceFilter(
        choices=State.choices, label="状态", empty_label="全部（不含已作废）", method="by_state"
    )

    def search(self, queryset, name, text):
        """Every word somewhere in the searched columns; personal data is never among them."""
        for word in text.split():
            found = Q()
            for column in self.declaration.search:
                found |= Q(**{f"{column}__icontains": word})
            queryset = queryset.filter(found)
        return queryset

    def by_state(self, queryset, name, value):
        return queryset.filter(state=value)

    def filter_queryset(self, queryset):
        queryset = super().filter_queryset(queryset)
        if self.hides_voided and not self.form.cleaned_data.get("state"):
            queryset = queryset.exclude(state=State.VOIDED)
        return queryset


def _multi_filter(field):
    def by_key(filterset, queryset, name, key):
        return queryset.filter(holds(name, key))

    return filters.ChoiceFilter(
        choices=field.flatchoices, label=field.verbose_name, empty_label="全部"
    ), by_key


def choices_of(field):
    """What the model lets a relation point to: a study session is tagged with topics of study only."""
    return field.remote_field.model.objects.complex_filter(field.get_limit_choices_to())


def filter_for(field):
    """The filter of one declared field."""
    label = field.verbose_name
    if field.is_relation:
        return filters.ModelChoiceFilter(
            queryset=lambda request: reachable(choices_of(field), gate=request.gate),
            label=label,
            empty_label="全部",
        )
    if isinstance(field, models.BooleanField):
        return filters.ChoiceFilter(choices=(("1", "是"), ("0", "否")), label=label, empty_label="全部")
    if field.choices:
        return filters.ChoiceFilter(choices=field.flatchoices, label=label, empty_label="全部")
    return filters.NumberFilter(label=label)


def filterset_class(declaration):
    """The filter set class of a register."""
    body = {"declaration": declaration}
    for name in declaration.filters:
        field = declaration.model._meta.get_field(name)
        if isinstance(field, MultiChoiceField):
            choice, method = _multi_filter(field)
            choice.method = method_name = f"by_{name}"
            body[method_name] = method
            body[name] = choice
        else:
            body[name] = filter_for(field)
    body["Meta"] = type("Meta", (), {"model": declaration.model, "fields": [], "form": FilterForm})
    return type(f"{declaration.model.__name__}FilterSet", (RecordFilterSet,), body)
