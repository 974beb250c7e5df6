"""Writing worksheets that no spreadsheet program misreads: text stays text, formulas stay dead."""

import datetime
import io
import re
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

HEAD_FILL = PatternFill("solid", fgColor="E8EEF5")
# One object each, for every cell of a ledger points to the same few.
_PLAIN, _BOLD, _TITLE = Font(), Font(bold=True), Font(bold=True, size=14)
_CELL = Alignment(vertical="center")
_WRAPPED = Alignment(vertical="center", wrap_text=True)
_FORBIDDEN_IN_TITLES = re.compile(r"[\[\]:*?/\\]")


def new_book():
    """An empty workbook that rows are streamed into."""
    return Workbook(write_only=True)


def book_bytes(book):
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def workbook_bytes(*, title, notes, headers, rows):
    """An .xlsx of one plain table with remarks above."""
    book = new_book()
    add_table(book, title=title, notes=notes, headers=headers, rows=rows, titled=False)
    return book_bytes(book)


def add_table(book, *, title, notes, headers, rows, totals=None, hidden=0, titled=True):
    """A worksheet with the notes above, one header row, all rows, and a 合计 row when there are totals.

    It prints in landscape, as wide as a page, with the header on each page; the last `hidden` columns are
    not shown. The first note is the title, unless nothing is `titled`.
    """
    sheet = book.create_sheet(sheet_title(book, title))
    head = len(notes) + 1
    for number, header in enumerate(headers, 1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width = max(12, min(40, len(header) * 2.4 + 4))
        dimension.hidden = number > len(headers) - hidden
    sheet.freeze_panes = f"A{head + 1}"
    sheet.print_title_rows = f"{head}:{head}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddFooter.center.text = "第 &P 页，共 &N 页"
    for number, text in enumerate(notes):
        sheet.append([cell(sheet, text, font=_TITLE if titled and number == 0 else _PLAIN)])
    sheet.append([cell(sheet, header, font=_BOLD, fill=HEAD_FILL, alignment=_WRAPPED) for header in headers])
    for row in rows:
        sheet.append([cell(sheet, value) for value in row])
    if totals:
        sheet.append([cell(sheet, value, font=_BOLD) for value in totals])
    return sheet


def sheet_title(book, title):
    """`title` as a worksheet may be called: short, without the forbidden characters, once in the book."""
    title = _FORBIDDEN_IN_TITLES.sub("", title)[:28] or "台账"
    taken = {sheet.title for sheet in book.worksheets}
    return next(
        name
        for number in range(1, 1000)
        if (name := title if number == 1 else f"{title}{number}") not in taken
    )


def cell(sheet, value, *, font=_PLAIN, fill=None, alignment=None):
    """One cell; anything that is not a number or a date is forced to be text."""
    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", value)[:32_767]
    made = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        made.data_type = "s"
        made.number_format = "@"
    elif isinstance(value, datetime.date):
        made.number_format = "yyyy-mm-dd"
    elif isinstance(value, Decimal):
        made.number_format = "0.00" if value.as_tuple().exponent <= -2 else "0.0"
    made.font = font
    made.alignment = alignment or (_WRAPPED if isinstance(value, str) and "\n" in value else _CELL)
    if fill is not None:
        made.fill = fill
    return made
