"""The tables of the yearly report on openness, read from the ledgers cell by cell, and whether they add up."""

from dataclasses import dataclass

from township.figures.drilldown import drill_url
from township.figures.indicator import indicators
from township.figures.reading import by_category, read

from . import form

KEYS_OF_REQUESTS = {
    row: {applicant: f"requests.{part}.{applicant}" for applicant, _ in form.APPLICANTS}
    | {form.TOTAL: f"requests.{part}"}
    for row, part in form.BALANCE.items()
}


@dataclass(frozen=True)
class Cell:
    """One number of a table and the list of the records behind it (no address where there is none)."""

    value: int
    url: str = ""


@dataclass(frozen=True)
class Row:
    """One row: its name in the form, then its cells."""

    name: str
    cells: tuple

    @property
    def values(self):
        return tuple(cell.value for cell in self.cells)


@dataclass(frozen=True)
class Grid:
    """One table of the form."""

    number: int
    caption: str
    head: tuple
    rows: tuple

    def row(self, name):
        return next(row for row in self.rows if row.name == name)


@dataclass(frozen=True)
class Tables:
    """All tables of a year. `silent` are labels of ledgers that say nothing about it, whose cells stand at 0."""

    disclosed: tuple  # of grids
    requests: Grid
    remedies: Grid
    published: object
    silent: tuple

    @property
    def problems(self):
        """The identities of the form that do not hold, each in one sentence."""
        return [
            *_balance(self.requests),
            *_results(self.requests),
            *_columns(self.requests),
            *_remedies(self.remedies),
        ]


class _Reader:
    """Reads figures of one place and year, and gives them their addresses."""

    def __init__(self, area, period, gate, linked):
        self.asked = {"area": area, "period": period}
        self.gate, self.linked, self.known = gate, linked, indicators.for_area(area)
        keys = [
            *form.NORMATIVE,
            *(key for _, _, key in form.DECIDED),
            *(key for keys in KEYS_OF_REQUESTS.values() for key in keys.values()),
            *(f"requests.{key}.{part}" for _, key in form.REMEDIES for part in ("concluded", "pending")),
            "disclosures.published",
        ]
        wanted = [one for key in keys if (one := self.known.get(key)) is not None]
        self.figures = read(wanted, gate=gate, **self.asked)

    def cell(self, key):
        figure = self.figures.get(key)
        return self._cell(key, figure.value if figure else 0)

    def categories(self, key):
        """{category: Cell} of a figure."""
        found = by_category(self.known.get(key), gate=self.gate, **self.asked)
        return {label: self._cell(key, value, category=label) for label, value in found.items()}

    def _cell(self, key, value, **part):
        address = self.linked and value and drill_url(self.known.get(key), **self.asked, **part)
        return Cell(value or 0, address or "")

    def silent(self):
        """Labels of the ledgers without a record or a zero report in the year."""
        found = {one.indicator.register.label for one in self.figures.values() if one.value is None}
        return tuple(sorted(found))


def read_tables(*, area, period, gate=None, fees=None, linked=False):
    """`Tables` of the township `area`; `linked` gives cells the addresses of their records."""
    reader = _Reader(area, period, gate, linked)
    return Tables(
        disclosed=_disclosed(reader, fees),
        requests=_requests(reader),
        remedies=_remedy_table(reader),
        published=reader.cell("disclosures.published"),
        silent=reader.silent(),
    )


def _disclosed(reader, fees):
    nothing = (Cell(0),) * 3
    documents = Row("行政规范性文件", tuple(reader.cell(key) for key in form.NORMATIVE))
    first = Grid(
        1,
        "主动公开政府信息情况：第二十条第（一）项",
        ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
        (Row("规章", nothing), documents),
    )
    second = Grid(
        2,
        "主动公开政府信息情况：第二十条第（五）（六）项",
        ("信息内容", "本年处理决定数量"),
        tuple(Row(f"{article}{name}", (reader.cell(key),)) for article, name, key in form.DECIDED),
    )
    third = Grid(
        3,
        "主动公开政府信息情况：第二十条第（八）项",
        ("信息内容", "本年收费金额（万元）"),
        (Row("行政事业性收费", (Cell(fees or 0),)),),
    )
    return first, second, third


def _requests(reader):
    columns = [*(key for key, _ in form.APPLICANTS), form.TOTAL]
    given = {
        name: Row(name, tuple(reader.cell(keys[column]) for column in columns))
        for name, keys in KEYS_OF_REQUESTS.items()
    }
    by_result = [reader.categories(KEYS_OF_REQUESTS[form.ANSWERED][column]) for column in columns]
    results = [
        Row(name, tuple(found.get(label, Cell(0)) for found in by_result)) for name, label in form.RESULTS
    ]
    return Grid(
        4,
        "收到和处理政府信息公开申请情况",
        ("办理情况", *(label for _, label in form.APPLICANTS), form.TOTAL),
        (given[form.RECEIVED], given[form.CARRIED], *results, given[form.ANSWERED], given[form.OPEN]),
    )


def _remedy_table(reader):
    rows = []
    for name, key in form.REMEDIES:
        found = reader.categories(f"requests.{key}.concluded")
        cells = [found.get(label, Cell(0)) for label in form.REMEDY_RESULTS]
        cells.append(reader.cell(f"requests.{key}.pending"))
        rows.append(Row(name, (*cells, Cell(sum(cell.value for cell in cells)))))
    return Grid(
        5,
        "政府信息公开行政复议、行政诉讼情况",
        ("类别", *form.REMEDY_RESULTS, form.PENDING, form.TOTAL),
        tuple(rows),
    )


# Identities -------------------------------------------------------------------------------------------


def _balance(grid):
    rows = (grid.row(name).values for name in (form.RECEIVED, form.CARRIED, form.ANSWERED, form.OPEN))
    for column, received, carried, answered, left in zip(grid.head[1:], *rows, strict=True):
        if received + carried != answered + left:
            yield (
                f"“{column}”一栏：本年新收 {received} ＋ 上年结转 {carried} ＝ {received + carried}，"
                f"办理结果总计 {answered} ＋ 结转下年度 {left} ＝ {answered + left}，两边不相等。"
            )


def _results(grid):
    parts = [grid.row(name).values for name, _ in form.RESULTS]
    totals = grid.row(form.ANSWERED).values
    for column, total, *values in zip(grid.head[1:], totals, *parts, strict=True):
        if sum(values) != total:
            yield f"“{column}”一栏：各种办理结果相加是 {sum(values)}，总计是 {total}，不相等。"


def _columns(grid):
    for row in grid.rows:
        *parts, total = row.values
        if sum(parts) != total:
            yield f"“{row.name}”一行：各类申请人相加是 {sum(parts)}，总计是 {total}，不相等。"


def _remedies(grid):
    for row in grid.rows:
        *parts, total = row.values
        if sum(parts) != total:
            yield f"“{row.name}”：各种结果相加是 {sum(parts)}，总计是 {total}，不相等。"
