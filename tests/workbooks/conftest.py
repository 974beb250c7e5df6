"""Workbooks made in the test, and the import as the pages and the shell use it."""

import csv
import datetime
import io
from types import SimpleNamespace

import openpyxl
import pytest

from township.people.gate import Gate
from township.records.register import registry
from township.workbooks.checking import counts
from township.workbooks.committing import Choices, commit
from township.workbooks.draft import draft_of

HEADERS = ["活动日期", "村", "活动名称", "法律进", "参加群众（人次）"]


def xlsx(*rows, sheet="台账", merged=(), hidden=()):
    """The bytes of a workbook of one sheet (and hidden ones)."""
    book = openpyxl.Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(list(row))
    for area in merged:
        book.active.merge_cells(area)
    for name in hidden:
        book.create_sheet(name).sheet_state = "hidden"
    return saved(book)


def saved(book):
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def csv_bytes(*rows, encoding="utf-8"):
    buffer = io.StringIO()
    csv.writer(buffer).writerows(rows)
    return buffer.getvalue().encode(encoding)


def event(number=1, **changes):
    """A good row under `HEADERS`."""
    cells = {
        "date": datetime.date(2022, 3, 1) + datetime.timedelta(days=3 * number),
        "area": "甲村",
        "title": f"第{number}场宣讲：{chr(0x4E00 + 37 * number)}{chr(0x5E00 + 53 * number)}",
        "setting": "进乡村",
        "attendance": 20 + number,
        **changes,
    }
    return list(cells.values())


@pytest.fixture
def bring(world):
    """`bring(content, …)` checks a file as a user and, with `write=True`, imports it."""

    def _bring(content, slug="outreach-events", user=None, write=False, year=None, sheet=None, **choices):
        gate = Gate(user or world.coordinator)
        declaration = registry.get(slug)
        update_twins = choices.pop("update_twins", False)
        draft = draft_of(declaration, gate, content, year=year, sheet=sheet)

        def check():
            return draft.checker(declaration, gate, update_twins=update_twins).check()

        if not write:
            verdicts, written = check(), None
        else:
            verdicts, written = commit(
                check, declaration=declaration, by=gate.user, choices=Choices(**choices)
            )
        return SimpleNamespace(
            draft=draft,
            verdicts=verdicts,
            written=written,
            counts={kind: number for kind, number in counts(verdicts).items() if number},
            problems=[problem for verdict in verdicts for problem in verdict.problems],
        )

    return _bring
