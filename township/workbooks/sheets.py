"""Writing worksheets that no spreadsheet program misreads: text stays text, formulas stay dead."""

import datetime
import io
from decimal import Decimal
from urllib.parse import quote

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEAD_FILL = PatternFill("solid", fgColor="E8EEF5")


def _cell(sheet, value, *, bold=False, head=False):
    """One cell; anything that is not a number or a date is forced to be text."""
    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", value)
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"
        cell.number_format = "@"
    elif isinstance(value, datetime.date):
        cell.number_format = "yyyy-mm-dd"
    elif isinstance(value, Decimal):
        cell.number_format = "0.00"
    cell.font = Font(bold=bold or head)
    cell.alignment = Alignment(vertical="center", wrap_text=head)
    if head:
        cell.fill = HEAD_FILL
    return cell


def workbook_bytes(*, title, notes, headers, rows, totals=None):
    """An .xlsx with the notes above, one header row, all rows, and a 合计 row when there are totals."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    for number, header in enumerate(headers, 1):
        sheet.column_dimensions[get_column_letter(number)].width = max(12, min(40, len(header) * 2.4 + 4))
    sheet.freeze_panes = f"A{len(notes) + 2}"
    for note in notes:
        sheet.append([_cell(sheet, note)])
    sheet.append([_cell(sheet, header, head=True) for header in headers])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    if totals:
        sheet.append([_cell(sheet, value, bold=True) for value in totals])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def workbook_response(content, name):
    """`content` as a download under a Chinese name."""
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return response
