"""Where the ledger is in a sheet: titles above, the header in one or two rows, rows, totals and notes.

Row numbers are those of the spreadsheet program, columns count from 0.
"""

import re
from dataclasses import dataclass, field

from .book import Unreadable
from .matching import fitness
from .targets import plain

# Titles and remarks seldom take more rows than this before the header comes.
HEADER_WITHIN = 30
TOTAL = re.compile(r"^(合计|小计|总计|共计|累计|本页合计|本页小计|合计数|.{1,8}(合计|小计))$")
NOTE = re.compile(
    r"^(注|备注|说明|填表说明|填报说明|填表人|填报人|制表|审核人|单位负责人|填报单位|联系电话)[:：\d一二三]"
)
TEXT_LENGTH = 200
_BRACKETS = re.compile(r"[（）()]")


@dataclass(frozen=True)
class Row:
    """One row of data; `merged` are the columns that a merged cell above has filled."""

    number: int
    cells: list
    merged: frozenset = frozenset()

    def cell(self, column):
        return self.cells[column] if column < len(self.cells) else None


@dataclass(frozen=True)
class Table:
    """The ledger found in a sheet; `skipped` is [(row number, text)] of rows that are no records."""

    sheet: str
    headers: list
    header_row: int
    rows: list
    skipped: list = field(default_factory=list)
    titles: str = ""


def choose_sheet(book, targets, remembered=None, name=None):
    """The table of the sheet `name`, or of the visible sheet whose header fits best."""
    if name is not None:
        return find_table(book.sheet(name), targets, remembered)
    visible = [sheet for sheet in book.sheets if not sheet.hidden and sheet.rows]
    if not visible:
        raise Unreadable("看得见的工作表里都没有内容；要导入隐藏的工作表，请先取消隐藏。")
    return max(
        (find_table(sheet, targets, remembered) for sheet in visible),
        key=lambda table: fitness(table.headers, targets, remembered),
    )


def find_table(sheet, targets, remembered=None):
    """The table of one sheet."""
    rows, merged = _unmerged(sheet)
    best, place, depth = -1, 0, 1
    for start in range(min(len(rows), HEADER_WITHIN)):
        for lines in (1, 2):
            headers = _headers(rows, merged, start, lines)
            # A second header row has to name something more than the first one did.
            score = fitness(headers, targets, remembered) - 0.3 * lines if headers else -1
            if score > best:
                best, place, depth = score, start, lines
    if best < 0.4:
        place, depth = _first_wide_row(rows), 1
    headers = _headers(rows, merged, place, depth) or []
    titles = " ".join(str(cell) for _, cells in rows[:place] for cell in cells if cell is not None)
    records, skipped = _records(sheet.errors, rows[place + depth :], merged, headers)
    return Table(sheet.name, headers, rows[place + depth - 1][0] if rows else 0, records, skipped, titles)


def _unmerged(sheet):
    """(rows, {row number: {column: "down" or "across"}}): what a merged cell holds stands in all of it."""
    by_number = {number: list(cells) for number, cells in sheet.rows}
    filled = {}
    for top, left, bottom, right in sheet.merged:
        source = by_number.get(top + 1)
        if source is None or left >= len(source) or source[left] is None:
            continue
        for number in range(top + 1, min(bottom + 1, top + 2000) + 1):
            if number not in by_number:
                continue
            for column in range(left, min(right, left + 300) + 1):
                if (number, column) != (top + 1, left):
                    _put(by_number[number], column, source[left])
                    way = "down" if column == left else "across"
                    filled.setdefault(number, {})[column] = way
    return sorted(by_number.items()), filled


def _put(cells, column, value):
    cells.extend([None] * (column + 1 - len(cells)))
    cells[column] = value


def _headers(rows, merged, start, lines):
    """Headers of one or two rows as text, the upper one before the lower; None where there are no such rows."""
    if start + lines > len(rows):
        return None
    parts = [cells for _, cells in rows[start : start + lines]]
    if lines == 2 and not _looks_like_headers(parts[1]):
        return None
    width = max(len(cells) for cells in parts)
    headers = []
    for column in range(width):
        words = []
        for cells in parts:
            word = str(cells[column]).strip() if column < len(cells) and cells[column] is not None else ""
            if word and word not in words:
                words.append(word)
        headers.append("".join(words)[:80])
    if lines == 1:
        # The title above a table is one cell over all columns: that is one header, not many.
        across = merged.get(rows[start][0], {})
        headers = ["" if across.get(column) == "across" else text for column, text in enumerate(headers)]
    return headers


def _looks_like_headers(cells):
    given = [cell for cell in cells if cell is not None]
    return bool(given) and all(isinstance(cell, str) and len(cell) <= 30 for cell in given)


def _first_wide_row(rows):
    for place, (_, cells) in enumerate(rows[:HEADER_WITHIN]):
        if sum(isinstance(cell, str) for cell in cells) >= 3:
            return place
    return 0


def _records(errors, rows, merged, headers):
    records, skipped = [], []
    failed = _by_row(errors)
    width = len(headers)
    # A column without a header repeats none.
    named = [header or None for header in headers]
    for number, cells in rows:
        filled = merged.get(number, {})
        own = [
            cell
            for column, cell in enumerate(cells[:width])
            if cell is not None and (not filled or filled.get(column) != "across") and cell != ""
        ]
        across = frozenset(column for column, way in filled.items() if way == "down")
        texts = [str(cell).strip() for cell in own[:6]]
        if not own or _is_numbering(own) or _is_header_again(own, cells, named):
            continue
        if _is_total(texts) or _is_note(texts, alone=cells[0] is not None or "across" in filled.values()):
            skipped.append((number, " ".join(texts)[:TEXT_LENGTH]))
            continue
        values = list(cells)
        for column, way in filled.items():
            if way == "across":
                values[column] = None
        for column in failed.get(number, ()):
            _put(values, column, {"error": True})
        records.append(Row(number, values, across))
    return records, skipped


def _by_row(errors):
    found = {}
    for address in errors:
        letters, number = re.fullmatch(r"([A-Z]+)([0-9]+)", address).groups()
        column = 0
        for letter in letters:
            column = column * 26 + ord(letter) - 64
        found.setdefault(int(number), []).append(column - 1)
    return found


def _is_numbering(own):
    """A row that only numbers the columns: 1 2 3 4, （1）（2）（3）."""
    return len(own) >= 3 and all(_BRACKETS.sub("", str(cell)) == str(n) for n, cell in enumerate(own, 1))


def _is_header_again(own, cells, named):
    """The header of a further printed page."""
    if not any(cell in named for cell in own[:3]):
        return False
    return sum(cell is not None and cell == name for cell, name in zip(cells, named, strict=False)) >= 3


def _is_total(texts):
    return any(TOTAL.match(plain(text)) for text in texts[:2])


def _is_note(texts, *, alone):
    """A remark under the table says what it is, or is a long sentence that stands alone from the first column."""
    if NOTE.match(texts[0]) and len(texts) <= 4:
        return True
    return len(texts) == 1 and alone and len(texts[0]) >= 20
