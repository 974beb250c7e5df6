"""Form fields and widgets that clerks meet in every register."""

import itertools

from django import forms
from django.core.exceptions import ValidationError

from township.people.gate import is_id
from township.people.models import Person


class DateInput(forms.DateInput):
    """The browser's own date picker, which phones show large."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


class MonthInput(forms.DateInput):
    """The browser's own month picker; without one the month is typed as 2026-03."""

    input_type = "month"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m")


class MonthChoiceField(forms.DateField):
    """A calendar month; the value is its first day."""

    widget = MonthInput

    def __init__(self, **kwargs):
        super().__init__(**{"input_formats": ["%Y-%m", "%Y-%m-%d", "%Y年%m月"], **kwargs})
        self.error_messages["invalid"] = f"{self.label}请按 2026-03 这样填写年月。"

    def to_python(self, value):
        day = super().to_python(value)
        return day.replace(day=1) if day else day


class AreaChoiceField(forms.ModelChoiceField):
    """A village (community), or the township itself as 镇本级."""

    def label_from_instance(self, area):
        return area.choice_label


class PersonInput(forms.TextInput):
    """Typing with suggestions from the roster; works without any script."""

    template_name = "records/widgets/person.html"

    def __init__(self, people, attrs=None):
        super().__init__(attrs)
        self.people = people

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["list"] = "people-options"
        context["widget"]["attrs"]["autocomplete"] = "off"
        return context

    def format_value(self, value):
        if is_id(value):
            person = self.people.filter(pk=value).select_related("area").first()
            return person.choice_label if person else ""
        return value


class PersonField(forms.Field):
    """A person of the roster, typed as 姓名 or 姓名（职务）; an unknown name becomes a new roster entry.

    The entry is made only when the form is saved (`PersonField.resolve`): a form with errors leaves the
    roster alone.
    """

    def __init__(self, *, people, area, **kwargs):
        kwargs.pop("widget", None)
        super().__init__(widget=PersonInput(people), **kwargs)
        self.people, self.area = people, area

    def to_python(self, value):
        text = (value or "").strip()
        if not text:
            return None
        name, _, post = text.partition("（")
        if name == text:
            name, _, post = text.partition("(")
        name, post = name.strip(), post.rstrip("）)").strip()
        if not 2 <= len(name) <= 30:
            raise ValidationError("姓名请填 2 到 30 个字，可在后面用括号写职务。")
        matches = self.people.select_related("area").called(name)
        if post:
            matches = [person for person in matches if post in (person.position, person.area.name)] or matches
        if len(matches) > 1:
            choices = "、".join(person.choice_label for person in matches)
            raise ValidationError(f"名册里有同名人员，请写明职务：{choices}。")
        return matches[0] if matches else Person(area=self.area, name=name, position=post)

    def has_changed(self, initial, data):
        try:
            person = self.to_python(data)
        except ValidationError:
            return True
        joins_roster = person is not None and person.pk is None
        return joins_roster or getattr(person, "pk", None) != getattr(initial, "pk", initial)


class RosterInput(forms.SelectMultiple):
    """Boxes to tick, unit by unit; `static/js/roster.js` counts them and names who is missing."""

    template_name = "records/widgets/roster.html"
    present = expected = absences = ""

    def tell(self, present, expected, absences):
        """Name the fields that the script fills: those present, those expected and who was away."""
        self.present, self.expected, self.absences = present, expected, absences

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        chosen = set(context["widget"]["value"])
        context["units"] = [
            (
                unit,
                [(option, option["selected"]) for option in options],
                any(o["value"] in chosen for o in options),
            )
            for unit, options, _ in context["widget"]["optgroups"]
        ]
        context["filled"] = {"present": self.present, "expected": self.expected, "absences": self.absences}
        return context


class _ByUnit(forms.models.ModelChoiceIterator):
    """The people of a roster in groups, one for each unit."""

    def __iter__(self):
        for unit, people in itertools.groupby(self.queryset, key=lambda person: person.area):
            yield unit.choice_label, [self.choice(person) for person in people]


class RosterField(forms.ModelMultipleChoiceField):
    """People of the roster, to be ticked; the queryset is in the order of units."""

    iterator = _ByUnit
    widget = RosterInput

    def __init__(self, queryset, **kwargs):
        super().__init__(queryset, **{"required": False, **kwargs})

    def label_from_instance(self, person):
        return f"{person.name}（{person.position}）" if person.position else person.name


class MultipleFileInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class MultipleFileField(forms.FileField):
    """Several files in one post; the cleaned value is a list."""

    def __init__(self, **kwargs):
        kwargs.setdefault("required", False)
        # The intake refuses an empty file with its name.
        kwargs.setdefault("allow_empty_file", True)
        super().__init__(widget=MultipleFileInput(), **kwargs)

    def clean(self, data, initial=None):
        files = data if isinstance(data, list | tuple) else [data]
        return [super(MultipleFileField, self).clean(file, initial) for file in files if file]
