"""Tables on the grid: hairlines, the head repeated on every page, each row a whole number of grid lines.

A cell is set in 小四, of which two lines stand in one line of the grid, so the text below a table is back on it.
"""

import math
from html import escape

from . import fonts
from .breaking import Measure, break_lines
from .profile import MM

SIZE = 12.0  # points, 小四
LINES_IN_A_ROW = 2
HAIRLINE = 0.5  # points
PADDING = 3.0  # points left and right in a cell
MOST_OF_FIRST = 0.4  # of the width that the first column may take
HEAD_FACE, BODY_FACE = "level1", ""


def table_html(setter, table):
    """Caption, table and note as HTML."""
    widths = column_widths(table, setter.profile)
    columns = "".join(f'<col style="width:{width:.3f}pt">' for width in widths)
    return "".join(
        [
            caption(setter, table),
            f'<table class="grid"><colgroup>{columns}</colgroup>'
            f"<thead>{row(setter, table.head, widths, HEAD_FACE, first=True)}</thead><tbody>",
            *(row(setter, cells, widths, BODY_FACE) for cells in table.rows),
            "</tbody></table>",
            note(setter, table),
        ]
    )


def caption(setter, table):
    """表1 with its name, 黑体, in the middle above the table."""
    families = setter.families(HEAD_FACE)
    fonts.require_glyphs(table.heading, families, "表题")
    lines = _broken(setter, table.heading, setter.profile.line_width, families, setter.profile.body_size)
    spans = "".join(
        f'<span class="line" style="text-align:center"><span class="{HEAD_FACE}">{escape(line)}</span></span>'
        for line in lines
    )
    return f'<p class="caption">{spans}</p>'


def note(setter, table):
    """注 below the table, in the size of its cells."""
    if not table.note:
        return ""
    fonts.require_glyphs(table.note, setter.profile.body, "表注")
    lines = _broken(setter, table.note, setter.profile.line_width, setter.profile.body, SIZE)
    return "".join(
        f'<p class="note"><span class="line"><span style="font-size:{SIZE}pt">{escape(line)}</span></span></p>'
        for line in lines
    )


def row(setter, cells, widths, face, *, first=False):
    """One row; `first` has the line above it that every other row gets from the one before."""
    families = setter.families(face)
    broken = []
    for cell, width in zip(cells, widths, strict=True):
        fonts.require_glyphs(cell, families, "表格")
        broken.append(_broken(setter, cell, width - 2 * PADDING, families, SIZE))
    height = math.ceil(max(map(len, broken)) / LINES_IN_A_ROW)
    inner = height * setter.profile.pitch * MM - HAIRLINE * (2 if first else 1)
    parts = "".join(_cell(lines, inner, face) for lines in broken)
    return f'<tr data-lines="{height}"{" class=first" if first else ""}>{parts}</tr>'


def _cell(lines, inner, face):
    height = inner / max(len(lines), 1)
    if len(lines) > 1:
        height = min(height, SIZE * 1.25)
    above = (inner - height * len(lines)) / 2
    kind = f' class="{face}"' if face else ""
    spans = "".join(
        f'<span class="row" style="height:{height:.3f}pt;line-height:{height:.3f}pt"><span{kind}>{escape(line)}</span></span>'
        for line in lines
    )
    return f'<td><div style="height:{inner - above:.3f}pt;padding-top:{above:.3f}pt">{spans}</div></td>'


def column_widths(table, profile):
    """Points of each column: the first as wide as it needs, the others alike."""
    whole, others = profile.line_width, len(table.head) - 1
    if not others:
        return [whole]
    needed = max(_length(row[0], profile.body) for row in (table.head, *table.rows)) * SIZE + 4 * PADDING
    first = min(max(needed, whole / (others + 2)), whole * MOST_OF_FIRST)
    return [first, *[(whole - first) / others] * others]


def _length(text, families):
    return sum(fonts.advance(character, families) or 1.0 for character in text)


def _broken(setter, text, width, families, size):
    """`text` in lines of `width` points; an empty text is one empty line."""
    if not text:
        return [""]
    widths = [size * fonts.advance(character, families) for character in text]
    # A hanging mark would stand on the line beside the cell, so the room of one is kept.
    measure = Measure(width, width / size, size)
    return [text[line.start : line.end].rstrip(" ") for line in break_lines(text, widths, measure)]
