"""Statements composed once and sent again: the ORM takes longer to write them than the database to answer.

What is kept here is the question, never its answer: the text of a statement with the values in it. The same
indicators, place, span and reach give the same text, whatever the tables hold, and the key says all of these.
"""

from dataclasses import dataclass

from django.core.exceptions import EmptyResultSet
from django.db import connection

from .kept import Store

# Statements, of about 3 kB each.
statements = Store(4_000)


@dataclass(frozen=True)
class Composed:
    """A statement for rows of numbers, dates and ids; `converters` are those of its columns that need any, by position."""

    sql: str
    params: tuple
    converters: dict

    def rows(self):
        """[tuple] as the database has them now."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, self.params)
            found = cursor.fetchall()
        return [self._converted(row) for row in found] if self.converters else found

    def _converted(self, row):
        values = list(row)
        for position, converters in self.converters.items():
            for convert in converters:
                # None of such values is converted by a look at the expression that it comes from.
                values[position] = convert(values[position], None, connection)
        return tuple(values)


@dataclass(frozen=True)
class Foreknown:
    """The rows of a question that nothing can answer, so that the database is not asked."""

    found: tuple

    def rows(self):
        return list(self.found)


def aggregated(key, ask):
    """`rows.aggregate(**aggregates)`, with (rows, aggregates) from `ask()` where `key` is a new question."""
    names, statement = _known(key, lambda: compose_aggregates(*ask()))
    [row] = statement.rows()
    return dict(zip(names, row, strict=True))


def listed(key, ask):
    """[tuple] of a `values_list`, got from `ask()` where `key` is a new question."""
    return _known(key, lambda: compose(ask().query)).rows()


def _known(key, make):
    found = statements.get(key)
    if found is None:
        found = make()
        statements.put(key, found)
    return found


def compose_aggregates(rows, aggregates):
    """(names, statement) of `rows.aggregate(**aggregates)`."""
    query = rows.order_by().query.chain()
    query.default_cols = False
    for name, aggregate in aggregates.items():
        query.add_annotation(aggregate, name, select=True)
    query.group_by = None
    return tuple(aggregates), compose(query, lambda: [tuple(rows.none().aggregate(**aggregates).values())])


def compose(query, nothing=tuple):
    """The statement of a query; `nothing()` are the rows that it gives where no row can be found."""
    compiler = query.get_compiler(connection=connection)
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet:
        return Foreknown(tuple(nothing()))
    columns = [column for column, *_ in compiler.select]
    converters = compiler.get_converters(columns)
    return Composed(sql, params, {place: tuple(found) for place, (found, _) in converters.items()})
