"""What records hold of people under seal, whichever app they are in: found through the sealed columns."""

from dataclasses import dataclass
from functools import cache

from django.apps import apps

from township.people.sealing import FingerprintField, SealedTextField

from .register import registry


@dataclass(frozen=True)
class Sealed:
    """The sealed `fields` of a record or of a row beneath it, and the `codes` by which they are found."""

    model: type
    register: type
    prefix: str
    fields: tuple
    codes: tuple

    def rows_of(self, record):
        """The rows of `record`: itself, or those beneath it."""
        return self.model.objects.filter(**{f"{self.prefix}pk": record.pk})


@cache
def sealed_parts():
    """Every `Sealed` in the portal."""
    found = []
    for register in registry.all():
        for model, prefix in _tables_of(register.model):
            if fields := _of_kind(model, SealedTextField):
                found.append(Sealed(model, register, prefix, fields, _of_kind(model, FingerprintField)))
    return tuple(found)


def _tables_of(record_model):
    """(model, path to the record) of the record's own table and of those whose rows lie beneath it."""
    yield record_model, ""
    for model in apps.get_models():
        links = [field for field in model._meta.concrete_fields if field.name == "record"]
        if any(field.related_model is record_model for field in links):
            yield model, "record__"


def _of_kind(model, kind):
    return tuple(field for field in model._meta.concrete_fields if isinstance(field, kind))


def parts_of(register):
    """The `Sealed` of one register."""
    return [part for part in sealed_parts() if part.register is register]


def registers_with_people():
    """The registers that hold people under seal, in the order of the registry."""
    return [register for register in registry.all() if parts_of(register)]
