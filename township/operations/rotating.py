"""Sealing everything anew with the first key of DATA_KEYS, so that an older key can be taken out of use.

What is sealed with an older key stays readable all the while, and what is done already stays done: after an
interruption the command begins again and only reads what it had finished.
"""

from cryptography.fernet import Fernet, InvalidToken
from django.apps import apps
from django.conf import settings
from django.db import connection, transaction

from township.people.sealing import SealedTextField, seal, unseal

BATCH = 500


def sealed_columns():
    """[(model, fields)] of every table with sealed columns."""
    found = []
    for model in apps.get_models():
        fields = [field for field in model._meta.local_concrete_fields if isinstance(field, SealedTextField)]
        if fields:
            found.append((model, fields))
    return found


def rotate():
    """Re-seal what the first key does not open; yields (table, rows sealed anew) for each table."""
    newest = Fernet(settings.DATA_KEYS[0].strip())
    for model, fields in sealed_columns():
        yield model._meta.db_table, _rotate_table(model, fields, newest)


def _rotate_table(model, fields, newest):
    done, last = 0, None
    while True:
        number, last = _rotate_batch(model, fields, newest, last)
        if last is None:
            return done
        done += number


@transaction.atomic
def _rotate_batch(model, fields, newest, last):
    """(rows sealed anew, id to go on after); the id is None when there are no more rows."""
    table, key = connection.ops.quote_name(model._meta.db_table), model._meta.pk.column
    columns = [connection.ops.quote_name(field.column) for field in fields]
    after = "" if last is None else f"WHERE {key} > %s"
    lock = " FOR UPDATE" if connection.features.has_select_for_update else ""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {key}, {', '.join(columns)} FROM {table} {after} ORDER BY {key} LIMIT {BATCH}{lock}",
            [] if last is None else [last],
        )
        rows, number = cursor.fetchall(), 0
        for pk, *tokens in rows:
            fresh = [_fresh(token, newest) for token in tokens]
            if fresh != tokens:
                assigned = ", ".join(f"{column} = %s" for column in columns)
                cursor.execute(f"UPDATE {table} SET {assigned} WHERE {key} = %s", [*fresh, pk])
                number += 1
    return number, rows[-1][0] if rows else None


def _fresh(token, newest):
    """The token itself if the newest key made it, else the same text sealed by it."""
    if not token or _opens(newest, token):
        return token
    return seal(unseal(token))


def _opens(key, token):
    try:
        key.decrypt(token.encode())
    except InvalidToken:
        return False
    return True
