"""Two people on one record: what stands now and what was typed, side by side in words."""

from dataclasses import dataclass

from .register import registry
from .values import EMPTY, display, in_words


@dataclass(frozen=True)
class Difference:
    """One part of a record that reads differently in the database (`theirs`) and in the form (`mine`)."""

    name: str
    label: str
    theirs: str
    mine: str


def differences(form, formsets, current):
    """Every field and sub-table in which a valid form differs from the record as it stands."""
    declaration = registry.of(type(current))
    sealed = declaration.sealed_fields()
    found = [
        Difference(name, declaration.field_label(name), display(current, name), _typed(form, name))
        for name in declaration.form_fields()
        if name not in sealed
    ]
    found += [
        Difference(name, formset.line_set.label, *_rows(formset, current))
        for name, formset in formsets.items()
    ]
    return [difference for difference in found if difference.theirs != difference.mine]


def _typed(form, name):
    """What the user has typed, in words; relations are not on the instance before it is saved."""
    if form._meta.model._meta.get_field(name).is_relation:
        value = form.cleaned_data.get(name)
        return in_words(list(value) if hasattr(value, "__iter__") else value)
    return display(form.instance, name)


def _rows(formset, current):
    """(theirs, mine): the rows of a sub-table as they stand, and as they would be after saving `formset`."""
    standing = list(getattr(current, formset.line_set.name).all())
    posted = {row.instance.pk for row in formset.forms}
    typed = [
        " ".join(_typed(row, name) for name in formset.line_set.fields)
        for row in formset.forms
        if (row.instance.pk or row.has_changed()) and not row.cleaned_data.get("DELETE")
    ]
    added = [line for line in standing if line.pk not in posted]
    return _text(_words(formset, standing)), _text(typed + _words(formset, added))


def _words(formset, lines):
    return [" ".join(display(line, name) for name in formset.line_set.fields) for line in lines]


def _text(rows):
    return "\n".join(rows) or EMPTY
