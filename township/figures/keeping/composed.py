"""Statements composed once and sent again: the ORM takes longer to write them than the database to answer.

What is kept here is the question, never its answer: the text of a statement with the values in it. The same
indicators, place, span and reach give the same text, whatever the tables hold, and the key says all of these.
"""

from dataclasses import dataclass

from django.core.exceptions import EmptyResultSet
from django.db import connection

from .kept import Store

# Statements, of about 10 kB each.
statements = Store(2_000)


@dataclass(frozen=True)
class Composed:
    """A statement that answers with one row; `converters` are those of the values that need any, by position."""

    sql: str
    params: tuple
    names: tuple
    converters: dict

    def row(self):
        """{name: value} as the database has it now."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, self.params)
            values = list(cursor.fetchone())
        for position, found in self.converters.items():
            for convert in found:
                # Numbers are converted without a look at the expression that they come from.
                values[position] = convert(values[position], None, connection)
        return dict(zip(self.names, values, strict=True))


@dataclass(frozen=True)
class Foreknown:
    """The row of a question that nothing can answer, so that the database is not asked."""

    values: dict

    def row(self):
        return self.values


def aggregated(key, ask):
    """`rows.aggregate(**aggregates)` of numbers, with (rows, aggregates) from `ask()` where `key` is a new question."""
    found = statements.get(key)
    if found is None:
        found = compose(*ask())
        statements.put(key, found)
    return found.row()


def compose(rows, aggregates):
    """The statement of `rows.aggregate(**aggregates)`."""
    query = rows.order_by().query.chain()
    query.default_cols = False
    for name, aggregate in aggregates.items():
        query.add_annotation(aggregate, name, select=True)
    query.group_by = None
    compiler = query.get_compiler(connection=connection)
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet:
        return Foreknown(rows.none().aggregate(**aggregates))
    converters = compiler.get_converters(query.annotation_select.values())
    return Composed(
        sql,
        params,
        tuple(query.annotation_select),
        {position: tuple(found) for position, (found, _) in converters.items()},
    )
