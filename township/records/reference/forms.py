"""The form of an entry of a list, made from its declaration."""

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet, inlineformset_factory

from township.people.readable import ReadableForm

from ..forms import choose_field
from ..uses import is_used


class EntryForm(ReadableForm, forms.ModelForm):
    """One entry of a list. Subclass per list only where a rule needs the user's input."""

    declaration = None

    def __init__(self, *args, gate, **kwargs):
        self.gate = gate
        super().__init__(*args, **kwargs)
        for name in self.declaration.fields:
            self.fields[name] = choose_field(self._meta.model._meta.get_field(name), gate=gate)
        self.arrange()
        self.name_errors()
        self.dress()

    def arrange(self):
        """Hook: narrow choices, put other fields in."""

    def _get_validation_exclusions(self):
        """The place an entry belongs to is set by the page, but its constraints hold all the same."""
        return super()._get_validation_exclusions() - {"area"}

    def clean(self):
        cleaned = super().clean()
        names = self.declaration.unique
        if names and all(cleaned.get(name) not in (None, "") for name in names):
            others = self.rivals().filter(**{name: cleaned[name] for name in names})
            if others.exclude(pk=self.instance.pk).exists():
                shown = cleaned[names[-1]]
                self.add_error(names[-1], f"已有“{shown}”，不用再加。")
        return cleaned

    def rivals(self):
        """Entries that a new one must differ from."""
        return self.declaration.entries(self.gate)


def form_class(declaration):
    """The form class of a list."""
    base = declaration.form_class or EntryForm
    meta = type("Meta", (), {"model": declaration.model, "fields": declaration.fields})
    return type(f"{declaration.model.__name__}Form", (base,), {"Meta": meta, "declaration": declaration})


class MemberForm(ReadableForm, forms.ModelForm):
    """One row."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "position" in self.fields:
            self.fields["position"].required = False
            self.fields["position"].widget = forms.NumberInput(attrs={"inputmode": "numeric"})
        self.name_errors()
        self.dress()

    def clean_position(self):
        return self.cleaned_data.get("position") or 0

    def has_changed(self):
        """A row with nothing but a number is none."""
        return super().has_changed() and set(self.changed_data) != {"position"}


class MemberFormSet(BaseInlineFormSet):
    """All rows of an entry; a row that records use is not removed."""

    members = None
    keys = ()

    def clean(self):
        super().clean()
        kept = [form for form in self.forms if form.cleaned_data and not form.cleaned_data.get("DELETE")]
        if len(kept) < self.members.min_rows:
            raise ValidationError(f"{self.members.label}至少填 {self.members.min_rows} 行。")
        names = [form.cleaned_data.get("name") for form in kept]
        if repeated := {name for name in names if name and names.count(name) > 1}:
            raise ValidationError(f"{self.members.label}里“{'、'.join(sorted(repeated))}”写了两遍。")
        for form in self.deleted_forms:
            if form.instance.pk and is_used(form.instance, but=self.members.parent):
                raise ValidationError(f"“{form.instance}”已有记录在用，不能删除；可以改名。")

    def save_new(self, form, commit=True):
        """A row copied from another year's entry keeps its key, so that the years can be compared."""
        key = self.keys.get(form.cleaned_data.get("name"))
        if key:
            form.instance.key = key
        return super().save_new(form, commit)


def member_formset(declaration, instance, *, data=None, source=None):
    """The rows of `instance`, or for a new entry those of `source` to begin with; None for lists without."""
    members = declaration.members
    if members is None:
        return None
    rows = list(getattr(source, accessor(members)).all()) if source is not None else []
    factory = inlineformset_factory(
        declaration.model,
        members.model,
        form=MemberForm,
        formset=MemberFormSet,
        fk_name=members.parent,
        fields=members.fields,
        extra=max(len(rows), 0 if instance.pk else 3),
        can_delete=True,
    )
    factory.members = members
    factory.keys = {row.name: row.key for row in rows}
    initial = [{name: getattr(row, name) for name in members.fields} for row in rows]
    # Against initial values a copied row would count as untouched, and not be saved.
    initial = initial if data is None else None
    return factory(data, instance=instance, prefix=accessor(members), initial=initial)


def accessor(members):
    """Name of the rows on the entry."""
    return members.model._meta.get_field(members.parent).remote_field.related_name
