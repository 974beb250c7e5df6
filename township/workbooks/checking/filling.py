"""Putting what a row says into a record, under all rules that the register's own form and model have.

One form object serves all rows: it lends its rules (`clean`, `complete`) without being built and rendered ten
thousand times, and the model's constraints are kept in Python (`rules`).
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.forms.utils import ErrorDict

from township.people.roles import Power
from township.records.fields import AmountField, CountField, QuantityField
from township.records.forms import form_class
from township.records.models import Record, SchemeMember

from ..rules import Rules
from .cleaning import Cleaner


class Filler:
    """Fills records of one register for one user."""

    def __init__(self, declaration, gate, targets, lookups):
        self.declaration, self.gate, self.targets, self.lookups = declaration, gate, targets, lookups
        model = declaration.model
        self.rules = Rules(model)
        self.form = form_class(declaration)(instance=model(), gate=gate)
        self.fields = [model._meta.get_field(name) for name in declaration.form_fields()]
        self.many = [field.name for field in self.fields if field.many_to_many]
        self.plain = [field for field in self.fields if not field.many_to_many]
        # The members of 法律进 differ from year to year.
        self.yearly = [field.name for field in self.fields if field.related_model is SchemeMember]
        self.text = {
            field.name for field in self.plain if isinstance(field, models.CharField | models.TextField)
        }
        self.asked = {
            field.name: "选择" if field.choices or field.is_relation else "填写"
            for field in self.fields
            if not field.blank or field.name in declaration.required
        }
        self.cleaner = Cleaner(field for field in self.plain if not field.is_relation)
        # Where a register is kept by offices, a place that is not named is the township's own.
        own = gate.user.area
        self.own_area = own if own.is_village or not declaration.village_entry else None
        self.defaults = self._defaults(model())

    def _defaults(self, blank):
        """What a new form starts with; a number that nobody typed stays empty."""
        found = {}
        for field in self.fields:
            if field.many_to_many:
                found[field.name] = []
            elif field.is_relation or isinstance(field, CountField | AmountField | QuantityField):
                found[field.name] = None
            else:
                found[field.name] = getattr(blank, field.name)
        return found

    def new(self, reading):
        """(record, {to-many field: values}) of a row that names no stored record."""
        record = self.declaration.model(source=Record.Source.WORKBOOK)
        self.form.unread, self.form.is_new = (), True
        many = self._fill(reading, record, dict(self.defaults))
        record.source = Record.Source.EXTERNAL if record.external_ref else Record.Source.WORKBOOK
        return record, many

    def change(self, reading, stored):
        """The same of a row that names `stored`, which is filled over."""
        self.form.unread, self.form.is_new = self._unread(stored), False
        values = {
            field.name: list(getattr(stored, field.name).all())
            if field.many_to_many
            else getattr(stored, field.name)
            for field in self.fields
        }
        return stored, self._fill(reading, stored, values)

    def _unread(self, stored):
        """Sealed values that the user may not read: a blank cell leaves them as they are."""
        if self.gate.may(self.declaration, Power.READ_PARTIES, stored):
            return ()
        return [name for name in self.declaration.sealed_fields() if getattr(stored, name)]

    def _fill(self, reading, record, values):
        had = dict(values)
        self._take(reading, values)
        self._ask(reading, values, had)
        cleaned = self._by_the_form(reading, record, values)
        for field in self.plain:
            if field.name not in reading.errors:
                value = cleaned.get(field.name)
                setattr(record, field.name, "" if value is None and field.name in self.text else value)
        if "external_ref" in self.targets and "external_ref" not in reading.errors:
            record.external_ref = reading.values.get("external_ref", "")
        record.approximate = bool(record.approximate or reading.approximate)
        self._by_the_model(reading, record)
        return {name: cleaned.get(name) or [] for name in self.many}

    def _take(self, reading, values):
        """Lay what the row says over `values`."""
        for name in self.targets:
            if name in values and name not in reading.errors:
                values[name] = reading.values.get(name, self.defaults[name])
        if values.get("area") is None and "area" not in reading.errors:
            values["area"] = self.own_area
        area, date = values.get("area"), values.get("date")
        if area is not None and date is not None:
            for name in self.yearly:
                if values.get(name):
                    values[name] = self.lookups.in_year(values[name], area, date.year)

    def _ask(self, reading, values, had):
        """Say what is missing: fields that the form asks for, rows of sub-tables."""
        for name, verb in self.asked.items():
            if values[name] in (None, "", []) and name not in reading.errors:
                reading.say(name, f"请{verb}{self.declaration.field_label(name)}。")
                # What was never given reads the same as before; what was taken out does not.
                reading.unreadable |= had[name] not in (None, "", [])
        for line_set in self.declaration.lines:
            rows = reading.lines.get(line_set.name)
            if rows is not None and len(rows) < line_set.min_rows and line_set.name not in reading.errors:
                reading.say(line_set.name, f"{line_set.label}至少填 {line_set.min_rows} 行。")

    def _by_the_form(self, reading, record, values):
        form = self.form
        for name in reading.errors:
            values.pop(name, None)
        form.instance, form.cleaned_data, form._errors = record, values, ErrorDict()
        try:
            cleaned = form.clean()
        except ValidationError as error:
            form.add_error(None, error)
            cleaned = None
        self._hear(reading)
        return form.cleaned_data if cleaned is None else cleaned

    def _hear(self, reading):
        """Take over what the form has found wrong."""
        for name, errors in self.form._errors.items():
            for sentence in errors:
                reading.say(name, sentence)
        self.form._errors = ErrorDict()

    def _by_the_model(self, reading, record):
        for name, sentences in self.cleaner.clean(record, skipped=reading.errors):
            for sentence in sentences:
                reading.say(name, sentence)
        if record.area_id is None or record.date is None:
            # Rules and titles speak of what is missing, and that has been said.
            return
        self.form.complete()
        self._hear(reading)
        if not record.title:
            record.title = default_title(record)
        try:
            record.clean()
        except ValidationError as error:
            reading.take(error)
        for name, sentences in self.rules.check(record).items():
            # Of a cell that has not been understood nothing more is said.
            for sentence in sentences if name not in reading.errors else ():
                reading.say(name, sentence)


def default_title(record):
    """The title that saving gives; empty where it would name something that is missing."""
    try:
        return record.default_title()[:120]
    except (AttributeError, TypeError, ValueError, record._meta.model.DoesNotExist):
        return ""
