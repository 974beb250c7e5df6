"""The list of a register as data: columns, rows, totals; the page and the workbook both show it."""

from dataclasses import dataclass

from django.db import models
from django.db.models import Sum
from django.urls import reverse

from .values import display

PAGE_SIZE = 25


@dataclass(frozen=True)
class Column:
    """One column: `name` in the model, its label, whether it can be sorted by, and its total if it has one.

    `plain` values (the record's date, its place) need no label beside them; a second date does.
    """

    name: str
    label: str
    sortable: bool
    numeric: bool
    plain: bool
    dated: bool
    total: object = None

    @property
    def descending(self):
        """What the address says to sort by this column with the largest or newest first."""
        return f"-{self.name}"


def columns_of(declaration):
    """Columns of a register's list, without totals."""
    columns = []
    for name in (*declaration.columns, "state"):
        field = next((f for f in declaration.model._meta.get_fields() if f.name == name), None)
        concrete = field is not None and not field.many_to_many and field.concrete
        numeric = isinstance(field, models.IntegerField | models.DecimalField)
        # Chinese text sorts differently on each database, so only dates, numbers and places sort.
        plain = name in ("date", "area")
        dated = isinstance(field, models.DateField)
        sortable = concrete and (numeric or plain or dated)
        columns.append(Column(name, declaration.field_label(name), sortable, numeric, plain, dated))
    return columns


def with_totals(columns, declaration, queryset):
    """The columns with sums over all of `queryset` (not only one page), in one query."""
    if not declaration.totals:
        return columns
    sums = queryset.order_by().aggregate(**{name: Sum(name) for name in declaration.totals})
    return [Column(**{**column.__dict__, "total": sums.get(column.name)}) for column in columns]


def ordered(queryset, columns, wanted):
    """`queryset` in the order asked for by `wanted` (`date`, `-date` …), newest first otherwise."""
    names = {column.name for column in columns if column.sortable}
    name = wanted.removeprefix("-")
    if name not in names:
        return queryset.order_by("-date", "-pk")
    path = "area__path" if name == "area" else name
    return queryset.order_by(f"-{path}" if wanted.startswith("-") else path, "-pk")


@dataclass(frozen=True)
class Row:
    """One record of a list page; the cell of the column `head` links to it."""

    record: models.Model
    pairs: list
    head: str
    url: str


def rows(declaration, records, columns):
    """Rows of one page."""
    names = [column.name for column in columns]
    head = "title" if "title" in names else names[0]
    return [
        Row(
            record,
            [(column, display(record, column.name)) for column in columns],
            head,
            reverse("records:detail", args=[declaration.slug, record.pk]),
        )
        for record in records
    ]


def with_related(queryset, columns):
    """`queryset` with what its columns point to, so that a row costs no query of its own."""
    fields = [
        field
        for column in columns
        if (field := next((f for f in queryset.model._meta.get_fields() if f.name == column.name), None))
    ]
    # Without names `select_related` would follow every link there is, so "area" is always among them.
    to_one = {"area"} | {field.name for field in fields if field.many_to_one}
    to_many = [field.name for field in fields if field.many_to_many]
    return queryset.select_related(*to_one).prefetch_related(*to_many)
