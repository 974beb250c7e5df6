"""The user's own file back with what is wrong: red cells with comments, and a 错误说明 column.

Formats, other sheets and formulas stay as they are; .xls and .csv come back as .xlsx. Mended there, the file
can be dropped in again: the column is not taken for one of the ledger's.
"""

import io
import zipfile

from openpyxl import Workbook, load_workbook
from openpyxl.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from .book import open_book
from .targets import EXPLANATIONS
from .values import shown

RED = PatternFill("solid", fgColor="F8CBC6")
AUTHOR = "门户"
# A file that unpacks to more is mostly empty formats, and would fill the memory: its values come back alone.
KEPT_WHOLE = 40 * 1024 * 1024


def annotated(content, *, sheet, header_row, wrong, corrections=None):
    """The bytes of an .xlsx: `wrong` is [(row number, [(column, sentence)])], columns counted from 0.

    `corrections` is {row number: {column: cell}} as typed in the page.
    """
    book = _as_xlsx(content)
    page = book[sheet] if sheet in book.sheetnames else book.active
    _put_corrections(page, corrections or {})
    column = _column(page, header_row)
    head = page.cell(header_row, column, EXPLANATIONS)
    head.font = Font(bold=True, color="B3261E")
    page.column_dimensions[get_column_letter(column)].width = 48
    for number, problems in wrong:
        _mark(page, number, problems)
        said = page.cell(number, column, "\n".join(sentence for _, sentence in problems))
        said.alignment, said.font = Alignment(wrap_text=True, vertical="top"), Font(color="B3261E")
        said.data_type = "s"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _as_xlsx(content):
    if content.startswith(b"PK") and _unpacked(content) <= KEPT_WHOLE:
        # Macros are not given back: nobody asked for them, and offices are warned of them.
        return load_workbook(io.BytesIO(content))
    book = Workbook()
    book.remove(book.active)
    for sheet in open_book(content).sheets:
        page = book.create_sheet(sheet.name or "台账")
        for number, cells in sheet.rows:
            for column, value in enumerate(cells, 1):
                _put(page, number, column, value)
        for top, left, bottom, right in sheet.merged:
            page.merge_cells(
                start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1
            )
        page.sheet_state = "hidden" if sheet.hidden else "visible"
    return book


def _unpacked(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return sum(entry.file_size for entry in package.infolist())


def _put(page, number, column, value):
    if value is None:
        return
    cell = page.cell(number, column)
    if isinstance(cell, MergedCell):
        return
    if isinstance(value, dict):
        value = shown(value)
    cell.value = value
    if isinstance(value, str):
        # Text never becomes a formula.
        cell.data_type = "s"


def _put_corrections(page, corrections):
    for number, cells in corrections.items():
        for column, value in cells.items():
            if not isinstance(page.cell(number, column + 1), MergedCell):
                page.cell(number, column + 1).value = None
                _put(page, number, column + 1, value)


def _column(page, header_row):
    """The column of the explanations: that of an earlier round, else the first free one beside the table."""
    for cell in page[header_row]:
        if cell.value == EXPLANATIONS:
            for row in range(header_row + 1, page.max_row + 1):
                page.cell(row, cell.column).value = None
            return cell.column
    used = [cell.column for row in page.iter_rows() for cell in row if cell.value is not None]
    return max(used, default=0) + 1


def _mark(page, number, problems):
    by_column = {}
    for column, sentence in problems:
        if column is not None:
            by_column.setdefault(column, []).append(sentence)
    for column, sentences in by_column.items():
        cell = page.cell(number, column + 1)
        cell.fill = RED
        if not isinstance(cell, MergedCell):
            cell.comment = Comment("\n".join(sentences), AUTHOR, height=90, width=260)
