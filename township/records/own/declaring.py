"""From a stored definition to an ordinary register with an ordinary record model.

Each definition gets a model class of its own over the one table, with only its own fields under their own
labels; lists, forms, history, workbooks and figures work on it as on any other. The classes live in
app registries of their own: what Django knows of the portal's models does not change when a township
changes its register, and an outdated class is simply forgotten.
"""

from django.apps import apps as portal_apps
from django.apps.registry import Apps
from django.db import models

from township.people.definitions import PerTownship

from ..models.own import OwnField, OwnRecord, OwnRegister, column_field
from ..models.record import Record, RecordQuerySet
from ..register import Register, registry
from .telling import reading_of

# After the registers of the portal in each group of the menu.
FIRST_PLACE = 1000
LISTED = 4
SHOWN_IN_LISTS = (
    OwnField.Kind.COUNT,
    OwnField.Kind.AMOUNT,
    OwnField.Kind.CHOICE,
    OwnField.Kind.FLAG,
    OwnField.Kind.DATE,
)


class ApartApps(Apps):
    """An app registry for one model class, which finds the models that it points to in the portal's."""

    def __init__(self):
        super().__init__(())

    def get_registered_model(self, app_label, model_name):
        try:
            return super().get_registered_model(app_label, model_name)
        except LookupError:
            return portal_apps.get_registered_model(app_label, model_name)


class RecordsOfOne(models.Manager.from_queryset(RecordQuerySet)):
    """Only the records of one definition out of the common table."""

    def get_queryset(self):
        return super().get_queryset().filter(definition=self.model.own_register.definition_id)


def record_model(definition, fields):
    """The record model of one definition."""
    meta = {
        "app_label": OwnRecord._meta.app_label,
        "apps": ApartApps(),
        "db_table": OwnRecord._meta.db_table,
        "managed": False,
        "verbose_name": definition.label,
        "verbose_name_plural": definition.label,
    }
    columns = {
        one.column: column_field(
            one.kind, one.full_label, required=one.required and not one.retired, options=one.options or []
        )
        for one in fields
    }
    body = {
        "__module__": __name__,
        "Meta": type("Meta", (Record.Meta,), {**meta, "abstract": False}),
        "objects": RecordsOfOne(),
        "definition": models.ForeignKey(
            OwnRegister, models.PROTECT, related_name="+", editable=False, default=definition.pk
        ),
        **columns,
    }
    return type(f"OwnRecord{definition.pk}", (Record,), body)


def declare(definition, fields):
    """The register of one definition with its `fields` in order."""
    live = [one for one in fields if not one.retired]
    listed = [one.column for one in live if one.kind in SHOWN_IN_LISTS][:LISTED]
    attributes = {
        "model": record_model(definition, fields),
        "definition_id": definition.pk,
        "slug": definition.slug,
        "township_path": definition.area.path,
        "order": FIRST_PLACE + definition.pk,
        **{name: getattr(definition, name) for name in ("label", "menu", "unit", "intro")},
        "village_entry": definition.village_entry,
        "closed": definition.closed,
        "columns": ("date", "title", "area", *listed),
        "fieldsets": _fieldsets(live),
        "retired": tuple(one.column for one in fields if one.retired),
        "filters": tuple(
            one.column for one in live if one.kind in (OwnField.Kind.CHOICE, OwnField.Kind.FLAG)
        ),
        "search": ("title", "note", *(one.column for one in live if one.kind == OwnField.Kind.TEXT)),
        "totals": tuple(one.column for one in live if one.column in listed and one.is_number),
        "copied": ("office", *(one.column for one in live if one.kind == OwnField.Kind.CHOICE)),
    }
    made = type(f"OwnRegister{definition.pk}", (DeclaredRegister,), attributes)
    made.model.own_register = made
    made.reading = reading_of(made, live)
    return made


class DeclaredRegister(Register):
    """What the registers of townships have in common."""

    definition_id = None

    @classmethod
    def countable_fields(cls):
        """Retired fields are still asked about: the years in which they were filled in do not change."""
        return (*super().countable_fields(), *cls.retired)


def _fieldsets(fields):
    """Required fields and the first few on the first screen, the rest below."""
    columns = [one.column for one in fields]
    first = ("基本情况", ("date", "area", "title", *columns[:5]))
    more = ("更多内容", (*columns[5:], "office", "note"))
    return first, more


def load(township_path):
    """{slug: register} of what a township has set up."""
    definitions = OwnRegister.objects.filter(area__path=township_path).select_related("area")
    found = [
        declare(definition, list(definition.fields.all()))
        for definition in definitions.prefetch_related("fields")
    ]
    return {one.slug: one for one in found}


registry.defined = PerTownship(load)
