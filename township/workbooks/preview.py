"""The waiting rows of an import as the page shows them."""

import json
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from .checking import KINDS, WRONG
from .targets import KEY, NUMBERING, plain, targets_of
from .values import shown
from .wording import KIND_LABELS


@dataclass(frozen=True)
class Column:
    """One column of the file: its letter and header, the field it fills, and all fields that it could fill."""

    number: int
    letter: str
    header: str
    target: str
    label: str
    choices: list
    samples: str = ""

    @property
    def missed(self):
        """Whether it fills nothing and somebody may have meant it to."""
        return bool(self.header) and not self.target and plain(self.header) not in NUMBERING


@dataclass(frozen=True)
class Cell:
    """One cell of a row: as written, as understood, and what is wrong with it."""

    column: Column
    text: str
    understood: str
    problems: list


@dataclass(frozen=True)
class RowView:
    """One waiting row with its verdict; `opened` rows show all their cells as inputs."""

    number: int
    kind: str
    label: str
    cells: list
    others: list
    changes: list
    twin: object
    twin_title: str
    twin_row: object
    opened: bool

    @property
    def wrong(self):
        return self.kind == WRONG


def tiles(counts, chosen):
    """[(kind, label, number, whether the page is narrowed to it)]."""
    return [(kind, KIND_LABELS[kind], counts.get(kind, 0), kind == chosen) for kind in KINDS]


def columns_for(staged, declaration, gate):
    """All columns of the file; those that fill nothing say so."""
    headers = json.loads(staged.layout)["headers"]
    targets = targets_of(declaration, gate)
    mapping = {int(column): name for column, name in staged.mapping.items()}
    width = max([len(headers), *(column + 1 for column in mapping)])
    choices = [(name, f"{target.label}{' *' if target.required else ''}") for name, target in targets.items()]
    samples = _samples(staged)
    return [
        Column(
            number,
            get_column_letter(number + 1),
            headers[number] if number < len(headers) else "",
            mapping.get(number, ""),
            targets[mapping[number]].label if number in mapping else "",
            choices,
            "、".join(samples.get(number, [])),
        )
        for number in range(width)
        if mapping.get(number) != KEY or headers[number]
    ]


def missing_for(staged, checker):
    """Labels of the fields that every new record needs and no column fills."""
    return [target.label for target in checker.missing] if staged.counts.get(WRONG) else []


def _samples(staged):
    """{column: a few of its texts}, which tell more than a header does."""
    found = {}
    for row in staged.rows.all()[:4]:
        for number, cell in enumerate(json.loads(row.cells)["cells"]):
            if cell is not None and len(found.setdefault(number, [])) < 2:
                found[number].append(shown(cell)[:16])
    return found


def rows_for(stored, columns, *, opened):
    """`RowView`s of one page."""
    columns = [column for column in columns if column.target]
    return [_row(row, columns, opened=opened == str(row.number)) for row in stored]


def _row(row, columns, *, opened):
    cells, verdict = json.loads(row.cells)["cells"], json.loads(row.verdict)
    by_column = {}
    for problem in verdict["problems"]:
        by_column.setdefault(problem["column"], []).append(problem["message"])
    shown_columns = {column.number for column in columns}
    return RowView(
        row.number,
        row.kind,
        KIND_LABELS[row.kind],
        [
            Cell(
                column,
                shown(cells[column.number]) if column.number < len(cells) else "",
                verdict["understood"].get(str(column.number), ""),
                by_column.get(column.number, []),
            )
            for column in columns
        ],
        [
            text
            for number, texts in by_column.items()
            if number is not None and number not in shown_columns
            for text in texts
        ],
        verdict["changes"],
        verdict["twin"],
        verdict["twin_title"],
        verdict["twin_row"],
        opened,
    )
