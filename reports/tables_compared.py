"""Cells of locked tables that would read differently today."""

from dataclasses import dataclass

from township.figures.indicator import indicators
from township.figures.reading import read
from township.figures.wording import with_unit

from .tables import TOTAL, fill_tables, plain
from .tokens import tables_of


@dataclass(frozen=True)
class Cell:
    """One cell: the table's number, the row, the figure, both values; None where a row is not there."""

    table: int
    row: str
    label: str
    unit: str
    frozen: object
    now: object

    @property
    def frozen_text(self):
        return "没有这一行" if self.frozen is None else with_unit(self.frozen, self.unit)

    @property
    def now_text(self):
        return "没有这一行" if self.now is None else with_unit(self.now, self.unit)


def cells_changed(revision):
    """[Cell] of a revision's tables that differ from the ledgers as they are now, 合计 apart."""
    area, period = revision.report.area, revision.period
    known = indicators.for_area(area)
    tables = [(frozen, tables_of(frozen["token"], known)) for frozen in revision.tables]
    kept = [(frozen, asked[0]) for frozen, asked in tables if asked]
    wanted = [asked for _, asked in kept]
    figures = (
        read(
            list({one.key: one for asked in wanted for one in asked.indicators}.values()),
            area=area,
            period=period,
        )
        if wanted
        else {}
    )
    filled = fill_tables(wanted, figures, area=area, period=period)
    return [cell for (frozen, _), now in zip(kept, filled, strict=True) for cell in _cells(frozen, now)]


def _cells(frozen, now):
    before = dict(frozen["rows"])
    after = {name: [plain(value) for value in values] for name, values in now.rows}
    for name in {**before, **after}:
        if name == TOTAL:
            continue
        for place, (label, unit) in enumerate(zip(frozen["labels"], frozen["units"], strict=True)):
            values = [side[name][place] if name in side else None for side in (before, after)]
            if values[0] != values[1]:
                yield Cell(frozen["number"], name, label, unit, *values)
