"""Printed forms as .docx for Word and WPS, to be filled further there: the same parts in the same order."""

import io

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from .form import Clause, Facts, Grid, Signing, Text

LINE, SHORT_LINE = "＿" * 30, "＿" * 10
DAY = "　　年　　月　　日"


def render_word(title, forms):
    """The bytes of a .docx of the forms, a page each; `title` stands in its properties and names nobody."""
    document = Document()
    _set_up(document, title)
    for place, form in enumerate(forms):
        if place:
            document.add_page_break()
        _write(document, form)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _write(document, form):
    _paragraph(document, form.title, face="方正小标宋简体", size=22, align=WD_ALIGN_PARAGRAPH.CENTER)
    if form.number:
        _paragraph(document, form.number, align=WD_ALIGN_PARAGRAPH.RIGHT)
    for part in form.parts:
        _PARTS[type(part)](document, part)


def _set_up(document, title):
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(28), Mm(22)
    section.top_margin, section.bottom_margin = Mm(25), Mm(22)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "仿宋", Pt(14)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋")
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "", ""


def _paragraph(document, text, *, face="", size=None, align=None, indent=False):
    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    if face:
        run.font.name = face
        run._element.rPr.rFonts.set(qn("w:eastAsia"), face)
    if size:
        run.font.size = Pt(size)
    if align is not None:
        paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(4)
    if indent:
        paragraph.paragraph_format.first_line_indent = Pt(28)
    return paragraph


def _heading(document, text):
    if text:
        _paragraph(document, text, face="黑体")


def _facts(document, part):
    _heading(document, part.heading)
    row = []
    for one in part.fields:
        words = f"{one.label}：{one.value or (LINE if one.wide else SHORT_LINE)}"
        if one.wide:
            _line(document, row)
            row = []
            _paragraph(document, words)
        else:
            row.append(words)
            if len(row) == 2:
                _line(document, row)
                row = []
    _line(document, row)


def _line(document, row):
    if row:
        _paragraph(document, "　　".join(row))


def _text(document, part):
    _heading(document, part.label)
    if part.value:
        _words(document, part.value)
    else:
        for _ in range(part.lines):
            _paragraph(document, LINE)


def _words(document, text):
    for line in text.splitlines():
        if line.strip():
            _paragraph(document, line, indent=True)


def _clause(document, part):
    _words(document, part.text)


def _grid(document, part):
    table = document.add_table(rows=1, cols=len(part.headers))
    table.style = "Table Grid"
    for cell, header in zip(table.rows[0].cells, part.headers, strict=True):
        cell.text = header
    for row in part.rows:
        # The page of a form in a volume is not known to a file of its own.
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.text = text


def _signing(document, part):
    _heading(document, part.heading)
    for place in part.places:
        _paragraph(document, f"{place}：{SHORT_LINE}{DAY}")


_PARTS = {Facts: _facts, Text: _text, Clause: _clause, Grid: _grid, Signing: _signing}
