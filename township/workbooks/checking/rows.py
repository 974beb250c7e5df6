"""The cells of one row, read as values; what cannot be read is said at its cell."""

from dataclasses import dataclass, field

from django.core.exceptions import NON_FIELD_ERRORS
from django.db import models

from township.records.values import in_words

from ..blank import EXAMPLE, example_cells
from ..lines import LineReader
from ..targets import KEY
from ..values import Unfit, is_nothing, shown, text_of

# Different cells of one column that are remembered; a column of titles never repeats.
CELLS_KEPT = 1000


@dataclass
class Reading:
    """What the cells of one row said. `errors` is {target name: [sentence]}, "" for the row as a whole.

    `unreadable` says that a cell was not understood or is missing, so that the row equals nothing.
    """

    row: object
    key: str = ""
    values: dict = field(default_factory=dict)
    lines: dict = field(default_factory=dict)
    errors: dict = field(default_factory=dict)
    understood: dict = field(default_factory=dict)
    approximate: bool = False
    unreadable: bool = False

    def say(self, name, sentence):
        found = self.errors.setdefault("" if name == NON_FIELD_ERRORS else name, [])
        if sentence not in found:
            found.append(sentence)

    def take(self, error):
        """Put what a `ValidationError` says where it belongs."""
        found = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
        for name, sentences in found.items():
            for sentence in sentences:
                self.say(name, sentence)


class RowReader:
    """Reads the rows of one table by the columns that were matched."""

    def __init__(self, declaration, reader, targets, columns):
        self.reader, self.targets, self.columns = reader, targets, columns
        self.lines = {
            name: LineReader(target.line_set, reader)
            for name, target in targets.items()
            if target.line_set is not None
        }
        self.declaration = declaration
        self.known = {name: {} for name in targets}

    def read(self, row):
        """The `Reading` of a row; None for a template's example and for rows without any mapped value."""
        reading, written = Reading(row), False
        for name, target in self.targets.items():
            cell = row.cell(self.columns[name])
            if name == KEY:
                reading.key = text_of(cell).lower()
                continue
            written |= not is_nothing(cell)
            self._read_cell(reading, target, cell)
        year = reading.key.removeprefix(EXAMPLE)
        if not written or (year != reading.key and self._is_example(row, year)):
            return None
        return reading

    def _is_example(self, row, year):
        """Whether nobody has typed over the example row of a template of that year."""
        example = example_cells(self.declaration, int(year)) if year.isdecimal() else {}
        return all(
            shown(row.cell(column)) == shown(example.get(name))
            for name, column in self.columns.items()
            if name != KEY
        )

    def _read_cell(self, reading, target, cell):
        column = self.columns[target.name]
        try:
            if column in reading.row.merged and target.counted and not is_nothing(cell):
                raise Unfit(f"{target.label}在合并单元格里，几行会重复计算；请拆开，每行填自己的数。")
            if target.line_set is not None:
                rows, loose = self.lines[target.name].read(cell)
                reading.lines[target.name] = rows
                reading.approximate |= loose
                return
            value, approximate, note = self._understand(target, cell)
        except Unfit as error:
            reading.say(target.name, str(error))
            reading.unreadable = True
            return
        if value is not None:
            reading.values[target.name] = list(value) if isinstance(value, list) else value
            reading.approximate |= approximate
            if note:
                reading.understood[column] = note

    def _understand(self, target, cell):
        """(value, whether it was approximate, what to say of it); columns repeat their cells, so they are kept."""
        known = self.known[target.name]
        key = (type(cell), str(cell) if isinstance(cell, dict) else cell)
        if key not in known:
            found = self.reader.read(target.field, cell, target.label)
            told = "" if found.value is None else found.note or _understood(target.field, cell, found)
            if len(known) >= CELLS_KEPT:
                known.clear()
            known[key] = found.value, found.approximate, told
        return known[key]


def _understood(model_field, cell, found):
    """In words what was read, where the cell says it otherwise."""
    if isinstance(model_field, models.TextField):
        return ""
    if not isinstance(cell, str):
        counted_day = isinstance(model_field, models.DateField) and not isinstance(cell, dict)
        return in_words(found.value) if counted_day else ""
    if hasattr(model_field, "labels"):
        text = model_field.labels(found.value)
    elif model_field.choices:
        text = str(dict(model_field.flatchoices)[found.value])
    else:
        text = in_words(found.value)
    if found.approximate:
        return f"约 {text}（概数）"
    return "" if text == cell.strip() else text
