"""A file taken for one register: which sheet, which columns, which year; ready to be checked."""

import re
from dataclasses import dataclass

from django.utils import timezone

from township.records.register import registry

from .blank import VERSION_SHEET
from .book import Unreadable, open_book
from .checking import Checker
from .layout import choose_sheet
from .matching import match, remembered_for
from .targets import targets_of

_YEAR = re.compile(r"(20[0-9]{2})\s*年")


@dataclass(frozen=True)
class Draft:
    """A table with its columns matched; `check` gives the verdicts."""

    table: object
    mapping: dict
    year: int
    date_1904: bool = False

    def checker(self, declaration, gate, *, update_twins=False):
        return Checker(
            declaration,
            gate,
            table=self.table,
            mapping=self.mapping,
            year=self.year,
            date_1904=self.date_1904,
            update_twins=update_twins,
        )


def draft_of(declaration, gate, content, *, sheet=None, year=None, name=""):
    """The `Draft` of a file's bytes; raises `Unreadable` with one sentence."""
    book = open_book(content)
    _check_template(book, declaration, gate)
    targets = targets_of(declaration, gate)
    remembered = remembered_for(gate.user.area.township_path, declaration.slug)
    table = choose_sheet(book, targets, remembered, sheet)
    if not table.rows:
        raise Unreadable(f"工作表{f'“{table.sheet}”' if table.sheet else ''}的表头下面没有可以导入的行。")
    return Draft(
        table,
        match(table.headers, targets, remembered),
        year or year_of(f"{table.titles} {table.sheet} {name}"),
        book.date_1904,
    )


def year_of(text):
    """The year that a title names, else this one; it completes days that were written without."""
    this_year = timezone.localdate().year
    years = [int(year) for year in _YEAR.findall(text) if int(year) <= this_year]
    return years[0] if years else this_year


def _check_template(book, declaration, gate):
    """A template says which register it is for; filling the wrong one would lose most of what was typed."""
    for sheet in book.sheets:
        if sheet.name == VERSION_SHEET:
            facts = {cells[0]: cells[1] for _, cells in sheet.rows if len(cells) > 1}
            other = registry.for_area(gate.user.area).get(str(facts.get("台账", "")))
            if other is not None and other.slug != declaration.slug:
                raise Unreadable(f"这是“{other.label}”的模板，请到“{other.label}”里导入。")
