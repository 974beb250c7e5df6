"""Reading a PDF back: lines of glyphs in the page's own millimetres."""

import io
from collections import defaultdict
from dataclasses import dataclass

import pdfplumber

MM = 72 / 25.4


@dataclass(frozen=True)
class PrintedLine:
    """One line: its text, the left and right edges of its glyphs, its baseline from the top, faces."""

    text: str
    left: float
    right: float
    baseline: float
    fonts: frozenset
    sizes: frozenset
    glyph_rights: tuple

    @property
    def is_page_number(self):
        return self.text.startswith("— ") and self.text.endswith(" —")


def pages(pdf):
    """[[PrintedLine]] of a PDF given as bytes, top to bottom."""
    with pdfplumber.open(io.BytesIO(pdf)) as file:
        return [_lines(page) for page in file.pages]


def _lines(page):
    rows = defaultdict(list)
    for glyph in page.chars:
        rows[round(glyph["matrix"][5], 1)].append(glyph)
    found = []
    for height in sorted(rows, reverse=True):
        glyphs = sorted(rows[height], key=lambda glyph: glyph["x0"])
        found.append(
            PrintedLine(
                text="".join(glyph["text"] for glyph in glyphs),
                left=glyphs[0]["x0"] / MM,
                right=glyphs[-1]["x1"] / MM,
                baseline=(float(page.height) - height) / MM,
                fonts=frozenset(glyph["fontname"].split("+")[1] for glyph in glyphs),
                sizes=frozenset(round(glyph["size"], 1) for glyph in glyphs),
                glyph_rights=tuple(glyph["x1"] / MM for glyph in glyphs),
            )
        )
    return found


def body_lines(page):
    return [line for line in page if not line.is_page_number]
