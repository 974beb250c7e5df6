"""What a browser has posted, mended before a form reads it: rows added, gone, or given up for what is stored."""

from django import forms
from django.forms.utils import ErrorDict, ErrorList

from .forms import form_class, line_formsets
from .register import registry

CHOICE = "choice:"


def settled(data, instance, *, gate, locked):
    """A POST over a stored record, made to fit the record as it stands.

    Where the user chose what is stored now, that takes the place of what was typed; rows that somebody
    else has removed meanwhile become new rows, for their ids lead nowhere.
    """
    declaration = registry.of(type(instance))
    data = data.copy()
    chosen = {key.removeprefix(CHOICE) for key in data if key.startswith(CHOICE) and data[key] == "theirs"}
    stored = form_class(declaration)(instance=instance, gate=gate, locked=locked)
    for name in chosen & set(declaration.form_fields()):
        data.setlist(name, as_posted(stored[name]))
    for name, formset in line_formsets(declaration, instance, gate=gate).items():
        if name in chosen:
            put_rows(data, formset)
        else:
            _renumber_rows(data, formset)
    return data


def as_posted(bound):
    """The values that a browser would send for a field shown as it is."""
    value, widget = bound.value(), bound.field.widget
    if isinstance(widget, forms.CheckboxInput):
        return ["on"] if value else []
    shown = widget.format_value(value)
    if shown is None:
        return []
    return [str(item) for item in shown] if isinstance(shown, list | tuple) else [str(shown)]


def put_rows(data, formset):
    """Let `data` say of a sub-table exactly what an untouched `formset` shows."""
    for key in [key for key in data if key.startswith(f"{formset.prefix}-")]:
        del data[key]
    for row in formset.forms:
        for bound in row:
            data.setlist(bound.html_name, as_posted(bound))
    data[f"{formset.prefix}-TOTAL_FORMS"] = str(len(formset.forms))
    data[f"{formset.prefix}-INITIAL_FORMS"] = str(len(formset.initial_forms))


def _renumber_rows(data, formset):
    """Rows that still exist first, then all others without an id, as a formset wants them."""
    prefix = formset.prefix
    known = {str(row.instance.pk) for row in formset.initial_forms}
    try:
        total = min(int(data.get(f"{prefix}-TOTAL_FORMS", "")), formset.absolute_max)
    except ValueError:
        return
    numbers = range(total)
    existing = [number for number in numbers if data.get(f"{prefix}-{number}-id") in known]
    if existing == list(range(len(existing))) and data.get(f"{prefix}-INITIAL_FORMS") == str(len(existing)):
        return
    order = existing + [number for number in numbers if number not in existing]
    names = [*formset.empty_form.fields]
    rows = [
        {
            name: data.getlist(f"{prefix}-{number}-{name}")
            for name in names
            if f"{prefix}-{number}-{name}" in data
        }
        for number in order
    ]
    for number, row in enumerate(rows):
        for name in names:
            data.pop(f"{prefix}-{number}-{name}", None)
            if name in row:
                data.setlist(f"{prefix}-{number}-{name}", row[name])
        if number >= len(existing):
            data[f"{prefix}-{number}-id"] = ""
    data[f"{prefix}-INITIAL_FORMS"] = str(len(existing))


def with_one_more_row(data, formset):
    """`data` with one more row of `formset`, filled with what a new row starts with."""
    data = data.copy()
    total = f"{formset.prefix}-TOTAL_FORMS"
    number = int(data[total]) if data.get(total, "").isdecimal() else 0
    for bound in formset.empty_form:
        data.setlist(bound.html_name.replace("__prefix__", str(number)), as_posted(bound))
    data[total] = str(number + 1)
    return data


def without_errors(form):
    """A bound form that keeps what was typed and says nothing about it yet."""
    form._errors = ErrorDict()
    return form


def rows_without_errors(formset):
    """The same for all rows of a sub-table."""
    for row in formset.forms:
        without_errors(row)
    formset._errors, formset._non_form_errors = [{} for _ in formset.forms], ErrorList()
    return formset
