"""The template of a register: an empty workbook that tells how to fill it, made from the declaration."""

import datetime
import hashlib
import io

from django.db import models
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from township.people.models import Area
from township.records.fields import MonthField, MultiChoiceField, YearField
from township.records.filters import choices_of
from township.records.forms import reachable
from township.records.models import Record

from .targets import KEY, targets_of

# With the year in the key's column of the example row, which is left out unless somebody has typed over it.
EXAMPLE = "示例"
VERSION_SHEET = "模板信息"
CHOICES_SHEET = "选项"
ROWS = 2000
HEAD_ROW = 4
_EDGE = Side(style="thin", color="C6D0D6")
_HEAD = PatternFill("solid", fgColor="DCEBEE")
_NEEDED = PatternFill("solid", fgColor="FBE9D0")
_PALE = Font(color="8A979F", italic=True)


def version(declaration):
    """A short mark of the columns that the register has now; files of older versions are still read."""
    names = ",".join([*declaration.form_fields(), *(line_set.name for line_set in declaration.lines)])
    return hashlib.sha256(names.encode()).hexdigest()[:8]


def template_bytes(declaration, gate, year):
    """The template as .xlsx: notes, header, example row, drop-downs, formats, and its hidden version."""
    book = Workbook()
    sheet = book.active
    sheet.title = declaration.label[:31]
    targets = list(targets_of(declaration, gate).values())
    _put_notes(sheet, declaration)
    choices = book.create_sheet(CHOICES_SHEET)
    choices.sheet_state = "hidden"
    example = example_cells(declaration, year)
    for column, target in enumerate(targets, 1):
        shown = f"{EXAMPLE}{year}" if target.name == KEY else example.get(target.name)
        _put_column(sheet, choices, column, target, shown, gate)
    sheet.freeze_panes = f"B{HEAD_ROW + 1}"
    sheet.column_dimensions[get_column_letter(len(targets))].hidden = True
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    _put_version(book, declaration)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _put_notes(sheet, declaration):
    sheet["A1"] = f"{declaration.label}导入模板"
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A2"] = declaration.intro
    sheet["A3"] = (
        "橙色表头必填；灰色是示例，填自己的内容时直接覆盖；日期写 2026-3-5 这样；不得填写涉密和工作秘密信息。"
    )
    for row in (2, 3):
        sheet.cell(row, 1).font = Font(color="55656F")


def _put_version(book, declaration):
    sheet = book.create_sheet(VERSION_SHEET)
    sheet.append(["台账", declaration.slug])
    sheet.append(["版本", version(declaration)])
    sheet.sheet_state = "hidden"


def _put_column(sheet, choices, column, target, example, gate):
    letter = get_column_letter(column)
    head = sheet.cell(HEAD_ROW, column, target.label)
    head.font, head.fill = Font(bold=True), _NEEDED if target.required else _HEAD
    head.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    head.border = Border(top=_EDGE, bottom=_EDGE, left=_EDGE, right=_EDGE)
    if note := _note(target):
        head.comment = Comment(note, "门户", height=120, width=260)
    first = sheet.cell(HEAD_ROW + 1, column, example)
    first.font = _PALE
    width = max(11, min(28, len(target.label) * 2.2 + 3))
    sheet.column_dimensions[letter].width = width
    # Formats of whole columns, so that 18 digits stay text however far down they are typed.
    pattern = _pattern(target)
    sheet.column_dimensions[letter].number_format = pattern
    for row in range(HEAD_ROW + 1, HEAD_ROW + 201):
        sheet.cell(row, column).number_format = pattern
    _put_choices(sheet, choices, letter, column, target, gate)


def _pattern(target):
    if isinstance(target.field, models.DateField) and not isinstance(target.field, MonthField):
        return "yyyy-mm-dd"
    numeric = isinstance(target.field, models.IntegerField | models.DecimalField) and not target.field.choices
    return "General" if numeric else "@"


def _note(target):
    """What to fill in, in the comment of the header."""
    if target.name == KEY:
        return "门户用它认出已有的记录，不要改；新增的行留空。"
    if target.line_set is not None:
        fields = [target.line_set.model._meta.get_field(name) for name in target.line_set.fields]
        pattern = "｜".join(str(field.verbose_name) for field in fields)
        return f"一行一条，按“{pattern}”填写，单元格内用 Alt+Enter 换行。"
    field, parts = target.field, []
    if field.help_text:
        parts.append(str(field.help_text))
    if isinstance(field, MultiChoiceField) or field.many_to_many:
        parts.append("可填几项，用顿号隔开。")
    if field.choices:
        parts.append("可填：" + "、".join(str(label) for key, label in field.flatchoices if key) + "。")
    if isinstance(field, MonthField):
        parts.append("写 2026年3月 这样。")
    return "\n".join(parts)


def _put_choices(sheet, choices, letter, column, target, gate):
    """A drop-down of what may be chosen; the list stands on a hidden sheet, for a formula holds 255 characters."""
    labels = _labels(target, gate)
    if not labels:
        return
    for row, label in enumerate(labels, 1):
        choices.cell(row, column, label)
    rule = DataValidation(
        type="list", formula1=f"'{CHOICES_SHEET}'!${letter}$1:${letter}${len(labels)}", allow_blank=True
    )
    # 3月 or 村 by its short name is understood as well, so the list helps and does not bar.
    rule.showErrorMessage = False
    rule.add(f"{letter}{HEAD_ROW + 1}:{letter}{HEAD_ROW + ROWS}")
    sheet.add_data_validation(rule)


def _labels(target, gate):
    field = target.field
    if field is None or target.name == KEY or field.many_to_many or isinstance(field, MultiChoiceField):
        return []
    if isinstance(field, models.BooleanField):
        return ["是", "否"]
    if field.choices:
        return [str(label) for key, label in field.flatchoices if key]
    if not field.is_relation or issubclass(field.related_model, Record):
        return []
    if field.related_model is Area:
        return [area.choice_label for area in gate.entry_areas()]
    if hasattr(field.related_model, "choice_label"):
        return [person.choice_label for person in gate.people().select_related("area")][:500]
    return list(dict.fromkeys(str(one) for one in reachable(choices_of(field), gate=gate)))[:500]


def example_cells(declaration, year):
    """{target name: cell} of the example row: plain values that show how each field is written."""
    found = {}
    for name in declaration.form_fields():
        field = declaration.model._meta.get_field(name)
        if not (field.blank or field.null) or name in declaration.required:
            found[name] = _example(field, year)
    return {name: cell for name, cell in found.items() if cell is not None}


def _example(field, year):
    if field.is_relation:
        return None
    if isinstance(field, MonthField):
        return f"{year}年3月"
    if isinstance(field, YearField):
        return year
    if isinstance(field, models.DateField):
        return datetime.date(year, 3, 5).isoformat()
    if field.choices:
        return next(str(label) for key, label in field.flatchoices if key)
    if isinstance(field, models.BooleanField):
        return "否"
    if isinstance(field, models.IntegerField | models.DecimalField):
        return 50
    return f"{field.verbose_name}示例"
