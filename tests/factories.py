"""Records of any register, made from the declaration alone: whatever an app adds is covered at once."""

import datetime
import io
import itertools
import uuid

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.files.base import ContentFile
from django.db import models
from PIL import Image

from township.people.models import Area, Office, Person, User
from township.records.fields import MonthField, MultiChoiceField, YearField
from township.records.intake import cite
from township.records.models import Attachment, Record, SchemeMember, State
from township.records.register import registry

DAY = datetime.date(2022, 3, 5)
_numbers = itertools.count(1)


def registers():
    """All registers of the portal, for `pytest.mark.parametrize`."""
    return registry.all()


def make_record(register, world, *, area=None, lines=True, **values):
    """A saved, submitted record of `register`, ready to be approved, with one row in each sub-table."""
    record = build_record(register.model, world, area=area, **values)
    for name in register.missing(record):
        setattr(record, name, _sample(register.model._meta.get_field(name), world))
    record.save()
    if lines:
        for line_set in register.lines:
            add_line(record, line_set.model, world)
    return record


def build_record(model, world, *, area=None, **values):
    """The same, not yet saved."""
    area = area or world.a
    given = {
        "area": area,
        "keeper": values.pop("keeper", area),
        "state": State.SUBMITTED,
        "created_by": world.clerk_a,
        **values,
    }
    # A month that is summed up once has to be free to vary.
    if not isinstance(model._meta.get_field("date"), MonthField):
        given.setdefault("date", DAY)
    return _valid(model, world, given)


def add_line(record, model, world, **values):
    """One more row in a sub-table of `record`."""
    line = _valid(model, world, {"record": record, **values})
    line.save()
    return line


def _valid(model, world, given):
    """An instance that keeps the model's constraints: fields they ask for are filled, keys are varied."""
    filled = {field.name: _sample(field, world) for field in _needed(model) if field.name not in given}
    refusal = None
    for variant in range(12):
        instance = model(**{**filled, **given})
        try:
            instance.validate_constraints()
        except ValidationError as error:
            refusal = error
            broken = set(error.message_dict) - {NON_FIELD_ERRORS}
            for name in broken - set(given):
                filled[name] = _sample(model._meta.get_field(name), world)
            if not broken:
                filled |= _variation(model, world, variant + 1, given)
        else:
            return instance
    raise AssertionError(f"cannot fill {model.__name__}: {refusal}")


def _needed(model):
    """Fields that have to be given: neither nullable nor blank nor with a default."""
    return [
        field
        for field in model._meta.concrete_fields
        if not (field.null or field.blank or field.has_default() or field.primary_key)
    ]


def _variation(model, world, variant, given):
    """Other choices, so that what has to be unique differs."""
    return {
        field.name: _sample(field, world, variant)
        for field in _needed(model)
        if field.name not in given and (field.choices or isinstance(field, YearField | MonthField))
    }


def _sample(field, world, variant=0):
    if field.is_relation:
        return _related(field.related_model, world)
    if isinstance(field, MultiChoiceField):
        return [field.flatchoices[variant % len(field.flatchoices)][0]]
    if field.choices:
        return field.flatchoices[variant % len(field.flatchoices)][0]
    if isinstance(field, YearField):
        return 2022 + variant
    if isinstance(field, MonthField):
        return datetime.date(2022, (DAY.month + variant - 1) % 12 + 1, 1)
    if isinstance(field, models.DateField):
        return DAY
    if isinstance(field, models.BooleanField):
        return False
    if isinstance(field, models.IntegerField | models.DecimalField):
        return 1
    if isinstance(field, models.UUIDField):
        return uuid.uuid4()
    if isinstance(field, models.URLField):
        return f"https://example.com/{next(_numbers)}"
    text = f"{field.verbose_name}{next(_numbers)}"
    return text[-field.max_length :] if field.max_length else text


def _related(model, world):
    known = {
        Area: lambda: world.a,
        Office: lambda: world.justice_office,
        Person: lambda: world.person,
        SchemeMember: lambda: world.settings["rural"],
        User: lambda: world.clerk_a,
    }
    if model in known:
        return known[model]()
    if issubclass(model, Record):
        return make_record(registry.of(model), world)
    found = model.objects.first()
    if found is None:
        found = _valid(model, world, {})
        found.save()
    return found


def make_attachment(*records, by, image=True):
    """A stored file that `records` cite: a small photo with its thumbnail, or a PDF."""
    number = next(_numbers)
    attachment = Attachment(
        sha256=f"{number:064x}",
        name=f"材料{number}.{'jpg' if image else 'pdf'}",
        content_type="image/jpeg" if image else "application/pdf",
        size=1,
        keeper=by.area,
        uploaded_by=by,
    )
    content = photo_bytes(number) if image else b"%PDF-1.7\n%%EOF"
    attachment.file.save(attachment.name, ContentFile(content), save=False)
    if image:
        attachment.thumbnail.save(attachment.name, ContentFile(content), save=False)
    attachment.save()
    for record in records:
        cite(record, [attachment])
    return attachment


def photo_bytes(number=0):
    """A small JPEG; different numbers give different bytes."""
    buffer = io.BytesIO()
    Image.new("RGB", (16, 16), "steelblue").save(buffer, "JPEG", comment=f"No. {number}")
    return buffer.getvalue()


def form_data(response, **changes):
    """What the browser would post from the form page in `response`, with `changes` typed over it.

    A sub-table is changed as `materials=[{"quantity": 3}, …]`: the rows replace the form's rows in order.
    """
    data = {}
    form = response.context["form"]
    for name in form.fields:
        if name not in ("files", "kept_files"):
            data[name] = _posted(form[name].value())
    for line_set, formset in response.context["formsets"]:
        rows = changes.pop(line_set.name, [])
        data |= _formset_data(formset, rows)
    return {**data, **changes}


def _formset_data(formset, rows):
    prefix = formset.prefix
    data = {
        f"{prefix}-TOTAL_FORMS": max(formset.total_form_count(), len(rows)),
        f"{prefix}-INITIAL_FORMS": formset.initial_form_count(),
    }
    for number, form in enumerate(formset.forms):
        for name in form.fields:
            data[f"{prefix}-{number}-{name}"] = _posted(form[name].value())
    for number, row in enumerate(rows):
        for name, value in row.items():
            data[f"{prefix}-{number}-{name}"] = _posted(value)
    return data


def _posted(value):
    if isinstance(value, list | tuple | models.QuerySet):
        return [_posted(item) for item in value]
    if isinstance(value, models.Model):
        return value.pk
    return "" if value is None or value is False else value
