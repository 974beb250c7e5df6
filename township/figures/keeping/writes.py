"""Noticing writes: a row in `TableWrite` for each table that a transaction writes to, in that transaction."""

import re
import secrets
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from itertools import islice

from django.apps import apps
from django.db import connections, transaction

from ..models import TableWrite

WRITE = re.compile(r'\s*(?:INSERT (?:OR IGNORE )?INTO|UPDATE|DELETE FROM)\s+"(\w+)"', re.IGNORECASE)
NO_WRITE = re.compile(
    r"[\s(]*(?:SELECT|SAVEPOINT|RELEASE|ROLLBACK|BEGIN|COMMIT|SET|SHOW|EXPLAIN|PRAGMA)\b", re.IGNORECASE
)
NAME = re.compile(r'"(\w+)"')
OWN = TableWrite._meta.db_table
# By chance once in so many rows they are folded, so that there are never many more of them.
FOLD_ONCE_IN = 500
# No figure reads these; tallying them would only cost a row whenever somebody signs in or opens a page.
UNTALLIED = {
    *("auth", "contenttypes", "sessions", "django_tasks_database", "workbooks"),
    *("people.user", "people.opensession", "people.usedpassword", "people.feedback"),
    *("people.secondfactor", "people.recoverycode", "people.settingchange"),
    *("people.auditevent", "people.seal", "people.sealedrow"),
    *("records.change", "records.job", "records.savedfilter", "figures.tablewrite"),
}

_tables_read = ContextVar("tables read in this block", default=None)
# The tally that this block has asked for, if any (`kept.at_one_moment`).
asked_for = ContextVar("tally of this moment", default=None)
_at_own_rows = ContextVar("this module is at its own rows", default=False)
# Whether `TableWrite` is there, and whether the migrations that make it are on their way.
_installed = {"known": False, "migrating": False}


# Where it is noticed --------------------------------------------------------------------------------


def notice_on(connection, **kwargs):
    """Notice from now on what is written on a connection, but for one that only makes databases (`__no_db__`)."""
    if connection.alias in connections and noticing not in connection.execute_wrappers:
        connection.execute_wrappers.append(noticing)


def noticing(execute, sql, params, many, context):
    """Send a statement; what it writes is tallied within its transaction, or else within one of its own."""
    text, connection = str(sql), context["connection"]
    if _at_own_rows.get():
        return execute(sql, params, many, context)
    if NO_WRITE.match(text):
        note_tables(all_tables().intersection(NAME.findall(text)) if _tables_read.get() is not None else ())
        return execute(sql, params, many, context)
    table = _table_written(text)
    if table in untallied_tables():
        return execute(sql, params, many, context)
    # Statements that do not say their table may be such as cannot stand in a transaction.
    if table == TableWrite.EVERY or connection.in_atomic_block:
        return _written(table, execute, sql, params, many, context)
    with transaction.atomic(connection.alias):
        result = _written(table, execute, sql, params, many, context)
        _fetch(context["cursor"])
    return result


def _table_written(text):
    """The table that a statement writes to; EVERY where it does not plainly say so, or takes tallies away."""
    found = WRITE.match(text)
    return found[1] if found and found[1] != OWN else TableWrite.EVERY


def _written(table, execute, sql, params, many, context):
    result = execute(sql, params, many, context)
    if OWN in str(sql):
        # Somebody empties the database or takes it back; perhaps `TableWrite` is gone.
        _installed["known"] = False
    if is_installed(context["connection"]):
        _tally(table, context["connection"])
    return result


class _Fetched:
    """The cursor of a statement whose rows (RETURNING) were fetched before they were asked for."""

    def __init__(self, cursor):
        self.cursor = cursor
        self.rows = iter(cursor.fetchall())

    def __getattr__(self, name):
        return getattr(self.cursor, name)

    def __iter__(self):
        return self.rows

    def fetchone(self):
        return next(self.rows, None)

    def fetchmany(self, size=1):
        return list(islice(self.rows, size))

    def fetchall(self):
        return list(self.rows)


def _fetch(wrapper):
    """Fetch what a statement returns, for SQLite does not commit while any of it is left."""
    if wrapper.db.vendor == "sqlite" and wrapper.cursor.description:
        wrapper.cursor = _Fetched(wrapper.cursor)


def note_tables(names):
    """Take down that these tables are read, for whoever wants to know."""
    if (tables := _tables_read.get()) is not None:
        tables.update(names)


@contextmanager
def tables_read():
    """The set of tables that statements name in this block; an enclosing block's as well."""
    outer, tables = _tables_read.get(), set()
    token = _tables_read.set(tables)
    try:
        yield tables
    finally:
        _tables_read.reset(token)
        if outer is not None:
            outer |= tables


@cache
def all_tables():
    """Names of the portal's tables."""
    return frozenset(model._meta.db_table for model in apps.get_models(include_auto_created=True))


@cache
def untallied_tables():
    """Names of those whose writes are not tallied."""
    return frozenset(
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if UNTALLIED & {model._meta.app_label, model._meta.label_lower}
    )


# Whether it can be ----------------------------------------------------------------------------------


def is_installed(connection):
    """Whether `TableWrite` is there; not asked for at every step of the migrations that make it."""
    if not _installed["known"] and not _installed["migrating"]:
        _installed["known"] = OWN in connection.introspection.table_names()
    return _installed["known"]


def before_migrating(using, **kwargs):
    """Do not look for the table until the migrations that make it have run."""
    _installed.update(known=False, migrating=False)
    _installed["migrating"] = not is_installed(connections[using])


def after_migrating(using, **kwargs):
    """Whatever was migrated (or emptied, `flush`): nothing that was read before is relied on."""
    _installed.update(known=False, migrating=False)
    if is_installed(connections[using]):
        _tally(TableWrite.EVERY, connections[using])


# The rows -------------------------------------------------------------------------------------------


class _Tallied:
    """Registered to run on commit, it tells as long as its transaction, or savepoint, lasts that `table` has its row."""

    def __init__(self, table, fold):
        self.table, self.fold = table, fold

    def __call__(self):
        if self.fold:
            fold()


def _tally(table, connection):
    """Add the row for `table`, unless this transaction has added it."""
    if (moment := asked_for.get()) is not None:
        moment.clear()
    hooks = (hook for _, hook, _ in connection.run_on_commit)
    if any(isinstance(hook, _Tallied) and hook.table == table for hook in hooks):
        return
    with at_own_rows():
        TableWrite.objects.using(connection.alias).create(table=table, weight=_weight())
    due = secrets.randbelow(FOLD_ONCE_IN) == 0
    transaction.on_commit(_Tallied(table, due), using=connection.alias, robust=True)


def _weight():
    return 1 + secrets.randbelow(TableWrite.LARGEST_WEIGHT)


def fold():
    """Fold the rows of each table into one of the same weight."""
    with at_own_rows(), transaction.atomic():
        # Rows that another process is folding are left to it.
        rows = list(TableWrite.objects.select_for_update(skip_locked=True))
        sums = {}
        for row in rows:
            sums[row.table] = sums.get(row.table, 0) + row.weight
        TableWrite.objects.filter(pk__in=[row.pk for row in rows]).delete()
        TableWrite.objects.bulk_create(
            TableWrite(table=table, weight=weight) for table, weight in sums.items()
        )


@contextmanager
def at_own_rows():
    """What is read and written in this block is the tally itself."""
    token = _at_own_rows.set(True)
    try:
        yield
    finally:
        _at_own_rows.reset(token)
