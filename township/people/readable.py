"""Forms that look alike and whose every message names its field and how to mend it."""

from django import forms


class Dressed:
    """Form mixin: every input has the look of the portal; errors show by `aria-invalid`, which Django sets."""

    def dress(self):
        for field in self.fields.values():
            # Whatever was sent instead of a choice may be a megabyte long: it is not said again.
            if "%(value)s" in str(field.error_messages.get("invalid_choice", "")):
                field.error_messages["invalid_choice"] = no_such_choice(field)
            widget = field.widget
            if isinstance(widget, forms.CheckboxInput | forms.CheckboxSelectMultiple | forms.RadioSelect):
                look = "form-check-input"
            else:
                look = "form-select" if isinstance(widget, forms.Select) else "form-control"
            widget.attrs["class"] = look
            if isinstance(widget, forms.SelectMultiple):
                widget.attrs["data-many"] = field.label


class ReadableForm(Dressed):
    """Form mixin: every standard message names its field and how to mend it."""

    def name_errors(self):
        for field in self.fields.values():
            choice = isinstance(field, forms.ChoiceField | forms.ModelChoiceField)
            field.error_messages["required"] = f"请{'选择' if choice else '填写'}{field.label}。"
            field.error_messages["invalid_choice"] = no_such_choice(field)


def no_such_choice(field):
    return f"{field.label}里没有这个选项，请重新选择。"


def problems_of(form):
    """[(anchor, sentence)] of every error of `form`, in the order of the fields."""
    found = [("", sentence) for sentence in form.non_field_errors()]
    for bound in form:
        anchor = bound.id_for_label or f"div_{bound.auto_id}"
        found += [("" if bound.is_hidden else anchor, sentence) for sentence in bound.errors]
    return found
