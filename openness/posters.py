"""Notices as posters for the board: A4 or A3, large type, one notice after another."""

import io
from dataclasses import dataclass
from html import escape

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A3, A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from township.workbooks.printing import FONT, INK, LINE, load_font

SIZES = {"a4": A4, "a3": A3}
MARGIN = 18 * mm
# Points on A4; A3 has the same lines √2 times as large.
TITLE, BODY, SMALL = 26, 15, 12
COLUMNS = (0.11, 0.25, 0.43, 0.21)


@dataclass(frozen=True)
class Row:
    """One matter on the board; without text and amount it has room to write."""

    name: str
    text: str = ""
    amount: str = ""


@dataclass(frozen=True)
class Poster:
    """What one notice says on the board."""

    title: str
    rows: tuple
    facts: tuple  # of sentences below the table
    signatures: tuple  # of lines to sign


def poster_pdf(posters, size="a4"):
    """The PDF of all posters, each beginning on a page of its own; raises `Unreadable` without the font."""
    load_font()
    page = SIZES[size]
    scale = page[0] / A4[0]
    buffer = io.BytesIO()
    document = SimpleDocTemplate(
        buffer,
        pagesize=page,
        leftMargin=MARGIN * scale,
        rightMargin=MARGIN * scale,
        topMargin=MARGIN * scale,
        bottomMargin=MARGIN * scale,
        title="三务公开张贴稿",
        author="",
    )
    story = []
    for number, poster in enumerate(posters):
        story += [PageBreak()] if number else []
        story += _story(poster, document.width, scale)
    document.build(story)
    return buffer.getvalue()


def _style(size, scale, **options):
    return ParagraphStyle(
        "",
        fontName=FONT,
        fontSize=size * scale,
        leading=size * 1.5 * scale,
        wordWrap="CJK",
        textColor=INK,
        **options,
    )


def _story(poster, width, scale):
    body = _style(BODY, scale)
    middle, right = _style(BODY, scale, alignment=TA_CENTER), _style(BODY, scale, alignment=TA_RIGHT)
    head = ("序号", "公开事项", "公开内容", "金额（元）")
    rows = [[Paragraph(text, middle) for text in head]]
    for number, row in enumerate(poster.rows, 1):
        rows.append(
            [
                Paragraph(str(number), middle),
                Paragraph(_safe(row.name), body),
                Paragraph(_safe(row.text), body),
                Paragraph(_safe(row.amount), right),
            ]
        )
    empty = [None if row.text or row.amount else BODY * 3 * scale for row in poster.rows]
    table = Table(rows, [width * part for part in COLUMNS], [None, *empty], repeatRows=1)
    table.setStyle(
        TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.8 * scale, LINE),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("TOPPADDING", (0, 0), (-1, -1), 4 * scale),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 6 * scale),
            ]
        )
    )
    small, gap = _style(SMALL, scale), Spacer(1, 12 * scale)
    return [
        Paragraph(_safe(poster.title), _style(TITLE, scale, alignment=TA_CENTER)),
        gap,
        table,
        gap,
        *(Paragraph(_safe(fact), small) for fact in poster.facts),
        gap,
        *(Paragraph(_safe(line), _style(BODY, scale, spaceBefore=8 * scale)) for line in poster.signatures),
    ]


def _safe(text):
    # Ideographic spaces keep room for stamps; they would be folded like any other space.
    return escape(text).replace("\n", "<br/>").replace("\u3000", "&nbsp;&nbsp;")
