"""Rows as lines of JSON: the same on every database, keys kept, sealed text as sealed as it lies there."""

import base64
import datetime
import decimal
import json
import uuid
from types import SimpleNamespace

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models
from django.db.models import ExpressionWrapper, F
from django.db.models.sql import InsertQuery

from township.people.sealing import SealedTextField

BATCH = 200
# Made anew by each installation (kinds of content, permissions) or of use for an hour (sessions, jobs).
LEFT_OUT_APPS = frozenset({"auth", "contenttypes", "sessions", "django_tasks_database"})
LEFT_OUT = frozenset(
    {
        "people.opensession",
        "people.user_groups",
        "people.user_user_permissions",
        "records.job",
        "figures.tablewrite",
    }
)


def kept_models():
    """Every model whose rows are kept. Their order does not matter: references are checked at the end."""
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if not (
            model._meta.app_label in LEFT_OUT_APPS
            or model._meta.label_lower in LEFT_OUT
            or model._meta.proxy
            or not model._meta.managed
        )
    ]


def columns(model):
    """The stored fields of one table, by which its rows are written and read."""
    return [_as_stored(field) for field in model._meta.local_concrete_fields if not field.generated]


def _as_stored(field):
    """The field itself; for sealed text a plain one on the same column, which neither opens nor seals."""
    if not isinstance(field, SealedTextField):
        return field
    plain = models.TextField(db_column=field.column)
    plain.set_attributes_from_name(field.name)
    plain.model = field.model
    return plain


def _stands_in(field, model):
    return field is not model._meta.get_field(field.name)


def lines(model):
    """The rows of one table in the order of their keys, a list in JSON for each."""
    names = {field: field.attname for field in columns(model)}
    sealed = {field: f"{field.attname}_as_stored" for field in names if _stands_in(field, model)}
    rows = (
        models.QuerySet(model)
        .order_by("pk")
        .annotate(
            **{
                name: ExpressionWrapper(F(field.attname), output_field=field)
                for field, name in sealed.items()
            }
        )
    )
    for row in rows.values_list(*(names | sealed).values()).iterator(chunk_size=BATCH):
        yield json.dumps(row, ensure_ascii=False, default=_plain, separators=(",", ":"))


def _plain(value):
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode()
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, decimal.Decimal | uuid.UUID):
        return str(value)
    raise TypeError(type(value).__name__)


def insert(model, names, rows):
    """Put `rows` (lists of values in the order of `names`) into the table, as they are."""
    known = {field.column: field for field in columns(model)}
    fields = [known[name] for name in names]
    size = min(BATCH, connection.ops.bulk_batch_size(fields, rows) or BATCH)
    for start in range(0, len(rows), size):
        query = InsertQuery(model)
        objects = [_object(fields, row) for row in rows[start : start + size]]
        query.insert_values(fields, objects, raw=True)
        query.get_compiler(connection=connection).execute_sql()


def _object(fields, row):
    values = zip(fields, row, strict=True)
    return SimpleNamespace(**{field.attname: field.to_python(value) for field, value in values})


def reset_sequences():
    """Let new rows be numbered after those that were put in."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), kept_models()):
            cursor.execute(statement)


def file_fields(model):
    """Where the columns that name stored files stand in a row."""
    return [place for place, field in enumerate(columns(model)) if isinstance(field, models.FileField)]
