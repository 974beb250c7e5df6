"""Ledgers as workbooks: the list as it is seen, and the whole ledger that can be brought in again."""

from itertools import islice

from django.utils import timezone

from township.people.models import Person
from township.privacy.guard import Item
from township.records.models import Record
from township.records.values import display, in_own_words, raw

from .cells import cell
from .lines import cell_of
from .printing import ledger_pdf
from .sheets import add_table, book_bytes, new_book
from .targets import KEY_LABEL

CHUNK = 1000


def notes_of(gate, label, words):
    """The head of a sheet: whose ledger it is, what it was narrowed to, who made it when."""
    now = timezone.localtime()
    return [
        f"{gate.user.area.name} {label}",
        words,
        f"{gate.user} 导出于 {now:%Y-%m-%d %H:%M}",
    ]


def list_table(gate, declaration, *, columns, records):
    """The list as seen, for the guard: its columns, rows and order; a hidden column knows the records again."""
    return _table(
        declaration,
        names=[column.name for column in columns],
        headers=[*(column.label for column in columns), KEY_LABEL],
        rows=(
            (*(seen_value(record, column) for column in columns), str(record.entry_id))
            for record in measured(declaration, records, gate=gate)
        ),
    )


def printed_table(declaration, *, columns, records):
    """The same list in words alone, as it is printed."""
    return _table(
        declaration,
        names=[column.name for column in columns],
        headers=[column.label for column in columns],
        rows=(
            tuple(display(record, column.name) for column in columns) for record in records.iterator(CHUNK)
        ),
    )


def whole_table(declaration, *, records):
    """Every field of the form and every sub-table that is not about people, as the import reads it back."""
    names = whole_fields(declaration)
    lines = [line_set for line_set in declaration.lines if not line_set.personal]
    labels = [declaration.field_label(name) for name in names]
    return _table(
        declaration,
        names=[*names, *(line_set.name for line_set in lines)],
        headers=[*labels, *(line_set.label for line_set in lines), KEY_LABEL],
        rows=(
            (
                *(cell(record, name) for name in names),
                *(cell_of(record, line_set) or None for line_set in lines),
                str(record.entry_id),
            )
            for record in with_everything(declaration, records).iterator(CHUNK)
        ),
    )


def _table(declaration, *, names, headers, rows):
    watched = frozenset(number for number, name in enumerate(names) if typed(declaration.model, name))
    return Item(declaration.label, headers=tuple(headers), rows=tuple(rows), watched=watched)


def typed(model, name):
    """Whether anybody can have typed a name or number into the column: choices and entries of lists hold none."""
    field = next((one for one in model._meta.get_fields() if one.name == name), None)
    if field is None or field.one_to_many:
        return True
    if field.is_relation:
        return issubclass(field.related_model, Record)
    return not field.choices and field.get_internal_type() in (
        "CharField",
        "TextField",
        "JSONField",
        "URLField",
    )


def measured(declaration, records, *, gate):
    """The records of a list, in portions, with what their columns compute."""
    found = records.iterator(CHUNK)
    while portion := list(islice(found, CHUNK)):
        declaration.measure(portion, gate=gate)
        yield from portion


def totals_of(declaration, columns):
    """The 合计 row of a list; None where nothing is added up."""
    return ["合计", *(column.total for column in columns[1:])] if declaration.totals else None


def seen_value(record, column):
    """Numbers and dates as such, everything else in words; an empty number stays empty, never 0."""
    value = raw(record, column.name)
    if (column.numeric or hasattr(value, "isoformat")) and not in_own_words(record, column.name):
        return value
    return display(record, column.name)


def table_bytes(gate, table, *, words, totals=None):
    """A workbook of one table."""
    book = new_book()
    add_ledger(book, gate, table, words=words, totals=totals)
    return book_bytes(book)


def add_ledger(book, gate, table, *, words, totals=None):
    """A table as one more sheet of `book`; its last column, the records' keys, is hidden."""
    add_table(
        book,
        title=table.label,
        notes=notes_of(gate, table.label, words),
        headers=table.headers,
        rows=table.rows,
        totals=[*totals, None] if totals else None,
        hidden=1,
    )


def table_pdf(gate, table, *, words, totals=None):
    """A PDF of one table for printing."""
    return ledger_pdf(
        notes=notes_of(gate, table.label, words), headers=table.headers, rows=table.rows, totals=totals
    )


def whole_bytes(gate, declaration, *, records, words):
    """A workbook of a whole ledger."""
    return table_bytes(gate, whole_table(declaration, records=records), words=words)


def whole_fields(declaration):
    """Names of the fields of a whole ledger; what is sealed never leaves in a workbook."""
    sealed = set(declaration.sealed_fields())
    names = [name for name in declaration.form_fields() if name not in sealed]
    return names + [name for name in ("external_ref", "approximate") if name not in names]


def with_everything(declaration, records):
    """`records` with all that a row of the whole ledger shows, in a fixed number of queries."""
    fields = [declaration.model._meta.get_field(name) for name in whole_fields(declaration)]
    lines = [line_set for line_set in declaration.lines if not line_set.personal]
    to_many = [path for field in fields if field.many_to_many for path in _paths(field)]
    for line_set in lines:
        links = [line_set.model._meta.get_field(name) for name in line_set.fields]
        paths = [path for field in links if field.many_to_one for path in _paths(field)]
        to_many += [line_set.name, *(f"{line_set.name}__{path}" for path in paths)]
    to_one = [path for field in fields if field.many_to_one for path in _paths(field)]
    return records.select_related("area", *to_one).prefetch_related(*to_many)


def _paths(field):
    """The field itself, and the place of people and records, which their names speak of."""
    placed = issubclass(field.related_model, Person | Record)
    return [field.name, f"{field.name}__area"] if placed else [field.name]
