"""A ledger as PDF for printing: A4 landscape, the header on every page, five thousand rows in a second or two.

Drawn directly: setting such a table as a document costs thirty times as long. The PDF library takes fonts
with TrueType outlines only, of which the portal's set has LXGW WenKai.
"""

import io
from functools import cache
from pathlib import Path

from django.conf import settings
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from .book import Unreadable

FONT = "LXGWWenKai"
FILES = (
    settings.VAR_DIR / "fonts" / "LXGWWenKai-Regular.ttf",
    Path("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"),
)
WIDTH, HEIGHT = landscape(A4)
MARGIN = 14 * mm
SIZE, LEADING, PADDING = 9, 12, 3
TITLE_SIZE = 15
MOST_LINES = 12
NOT_FIRST, NOT_LAST = "，。、；：）》”！？", "（《“"
LINE, HEAD, INK, SOFT = HexColor("#B9C4CA"), HexColor("#E8EEF5"), HexColor("#1D2B33"), HexColor("#55656F")


@cache
def load_font():
    """The font's widths; raises `Unreadable` where the set-up has not brought it."""
    file = next((file for file in FILES if file.exists()), None)
    if file is None:
        raise Unreadable("这台服务器还没有装打印用的字体，请管理员运行 make setup 后再试。")
    pdfmetrics.registerFont(TTFont(FONT, str(file)))
    return pdfmetrics.getFont(FONT).face


@cache
def _width(char):
    """Width of one character, in units of the size."""
    return pdfmetrics.stringWidth(char, FONT, 1)


def ledger_pdf(*, notes, headers, rows, totals=None):
    """The PDF of a table of words: title and notes first, rows, and a 合计 row when there are totals."""
    load_font()
    rows = [[str(text) for text in row] for row in rows]
    if totals:
        rows.append(["" if value is None else str(value) for value in totals])
    buffer = io.BytesIO()
    _Ledger(Canvas(buffer, pagesize=(WIDTH, HEIGHT)), headers, _widths(headers, rows)).draw(notes, rows)
    return buffer.getvalue()


def _widths(headers, rows):
    """Widths of the columns that fill the page, by what most cells need."""
    wanted = []
    for column, header in enumerate(headers):
        lengths = sorted(_length(row[column]) for row in rows[:400])
        usual = lengths[int(len(lengths) * 0.9)] if lengths else 0
        wanted.append(min(max(usual, _length(header) / 2, 3.2), 24) * SIZE + 2 * PADDING + 1)
    scale = (WIDTH - 2 * MARGIN) / sum(wanted)
    return [width * scale for width in wanted]


def _length(text):
    return sum(map(_width, text))


def wrapped(text, width, size=SIZE):
    """`text` in lines that fit a cell of `width` points in type of `size`."""
    lines, line, used, room = [], "", 0, width - 2 * PADDING
    for char in text:
        step = _width(char) * size
        if char == "\n" or (line and used + step > room and char not in NOT_FIRST):
            # An opening bracket goes with what follows it.
            kept = line[-1] if line[-1:] in NOT_LAST and len(line) > 1 and char != "\n" else ""
            lines.append(line[: len(line) - len(kept)])
            line, used = kept, _length(kept) * size
            if char == "\n":
                continue
        line += char
        used += step
    lines.append(line)
    return lines if len(lines) <= MOST_LINES else [*lines[: MOST_LINES - 1], lines[MOST_LINES - 1][:-1] + "…"]


class _Ledger:
    """Draws one table over as many pages as it takes."""

    def __init__(self, canvas, headers, widths):
        self.canvas, self.widths = canvas, widths
        self.head = [wrapped(header, width) for header, width in zip(headers, widths, strict=True)]
        self.edges = [MARGIN]
        for width in widths:
            self.edges.append(self.edges[-1] + width)
        self.page = 0

    def draw(self, notes, rows):
        self._begin(notes)
        for row in rows:
            cells = [wrapped(text, width) for text, width in zip(row, self.widths, strict=True)]
            if self.top - self._height(cells) < MARGIN + 4 * mm:
                self._end()
                self._begin(())
            self._row(cells)
        self._end()
        self.canvas.setTitle(notes[0])
        self.canvas.save()

    def _begin(self, notes):
        """Start a page: notes on the first one, the header on each."""
        self.page += 1
        self.top = HEIGHT - MARGIN
        canvas = self.canvas
        if notes:
            canvas.setFont(FONT, TITLE_SIZE)
            canvas.setFillColor(INK)
            self.top -= TITLE_SIZE
            canvas.drawCentredString(WIDTH / 2, self.top, notes[0])
            canvas.setFont(FONT, SIZE)
            canvas.setFillColor(SOFT)
            self.top -= LEADING + 3
            canvas.drawString(MARGIN, self.top, notes[1])
            canvas.drawRightString(WIDTH - MARGIN, self.top, notes[-1])
            self.top -= 6
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.5)
        canvas.setFont(FONT, SIZE)
        self._row(self.head, fill=True)

    def _end(self):
        self.canvas.setFillColor(SOFT)
        self.canvas.drawCentredString(WIDTH / 2, MARGIN - 5 * mm, f"第 {self.page} 页")
        self.canvas.showPage()

    @staticmethod
    def _height(cells):
        return max(map(len, cells)) * LEADING + 2 * PADDING

    def _row(self, cells, *, fill=False):
        height, canvas = self._height(cells), self.canvas
        bottom = self.top - height
        if fill:
            canvas.setFillColor(HEAD)
            canvas.rect(MARGIN, bottom, self.edges[-1] - MARGIN, height, stroke=0, fill=1)
        canvas.setFillColor(INK)
        text = canvas.beginText()
        text.setFont(FONT, SIZE, LEADING)
        for edge, lines in zip(self.edges, cells, strict=False):
            if lines != [""]:
                text.setTextOrigin(edge + PADDING, self.top - PADDING - SIZE)
                text.textLines(lines)
        canvas.drawText(text)
        path = canvas.beginPath()
        path.rect(MARGIN, bottom, self.edges[-1] - MARGIN, height)
        for edge in self.edges[1:-1]:
            path.moveTo(edge, bottom)
            path.lineTo(edge, self.top)
        canvas.drawPath(path)
        self.top = bottom
