"""A workbook of any layout read by columns that the user chooses: where its table is, what each column may be."""

from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from township.workbooks.book import open_book
from township.workbooks.layout import choose_sheet
from township.workbooks.matching import match, remember, remembered_for

SAMPLES = 2


@dataclass(frozen=True)
class Column:
    """One column of the table for the page that asks what it is; `target` is what it fills, empty for nothing."""

    number: int
    header: str
    target: str
    samples: str

    @property
    def letter(self):
        return get_column_letter(self.number + 1)


@dataclass(frozen=True)
class Reading:
    """The table of a workbook and {column: target} as headers, memory or the user have it."""

    table: object
    sheets: list
    mapping: dict

    @property
    def columns(self):
        """[Column] that hold anything."""
        found = (self._column(number) for number in range(len(self.table.headers)))
        return [column for column in found if column.header or column.samples]

    def _column(self, number):
        held = (row.cell(number) for row in self.table.rows)
        samples = list(dict.fromkeys(text for cell in held if (text := words(cell))))[:SAMPLES]
        short = "；".join(text[:24] for text in samples)
        return Column(number, self.table.headers[number], self.mapping.get(number, ""), short)


def read_columns(content, targets, *, area, memory, sheet=None):
    """The `Reading` of a workbook's bytes; raises `Unreadable` with one sentence. `memory` names what is remembered."""
    book = open_book(content)
    remembered = remembered_for(area.path, memory)
    table = choose_sheet(book, targets, remembered, sheet)
    sheets = [one.name for one in book.sheets if one.rows and not one.hidden]
    return Reading(table, sheets, match(table.headers, targets, remembered))


def chosen_columns(data, reading, targets):
    """{column: target} as posted; a target is filled by one column only, the first."""
    chosen = {}
    for number in range(len(reading.table.headers)):
        name = data.get(f"column-{number}", "")
        if name in targets and name not in chosen.values():
            chosen[number] = name
    return chosen


def keep_choice(reading, chosen, targets, *, area, memory):
    """Remember the user's choice for the township's next workbook of the kind."""
    remember(area, memory, reading.table.headers, chosen, targets)


def words(cell):
    """A cell as text: whole numbers without a decimal point, nothing for errors and blanks."""
    if cell is None or isinstance(cell, dict):
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return str(cell).strip()
