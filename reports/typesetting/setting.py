"""Setting the parts of one document in lines of the grid, as HTML that leaves nothing to decide."""

import math
import re
from html import escape
from itertools import groupby

from ..document import Table
from . import fonts
from .breaking import Measure, break_lines
from .heading import official_heading
from .signature import right_indents
from .tables import table_html
from .titles import title_lines

BOLD, REGULAR = 200, 80  # fontconfig's weights
ATTACHMENT_NUMBER = re.compile(r"\d{1,2}[.．、]")
# Marks that Chinese and Latin share: some faces have them narrow, official text has them full-width.
SHARED_MARKS = "—…“”‘’·"


class Setter:
    """Sets the parts of one document for a profile."""

    def __init__(self, profile):
        self.profile = profile
        self.cell = profile.line_width / profile.cells
        # WeasyPrint writes gaps as whole thousandths of the size and truncates: give it such gaps.
        self.step = profile.body_size / 1000
        self.gap = self.whole_steps(self.cell - profile.body_size)

    def parts(self, document):
        """The HTML parts of the document, top to bottom."""
        yield from official_heading(self, document.heading)
        yield from self.title(document.title)
        if document.addressee:
            yield self.paragraph("p", document.addressee, place="主送机关")
        for block in document.blocks:
            yield self.block(block)
        yield from self.attachments(document.attachments)
        yield from self.signature(document)

    def blank(self, count=1):
        return '<div class="line"></div>' * count

    def line(self, runs, *, indent=0.0, spacing=None, right=0.0):
        """One grid line of `runs` [(class, text)] with `spacing` points between characters."""
        gap = self.gap if spacing is None else self.whole_steps(spacing)
        style = f"letter-spacing:{gap:.5f}pt"
        style += f";text-indent:{indent:.4f}pt" if indent else ""
        style += f";padding-right:{right:.4f}pt" if right else ""
        *others, last = runs
        spans = [
            self.run(name, text, self.width_of(text, self.families(name), gap) + gap) for name, text in others
        ]
        return f'<span class="line" style="{style}">{"".join(spans)}{self.run(*last)}</span>'

    @staticmethod
    def run(name, text, width=None):
        """A run; with its `width` in points when more follows, for Pango's own differs by the last gap."""
        style = "" if width is None else f' style="width:{width:.4f}pt"'
        names = f"{name} run" if width is not None else name
        kind = f' class="{names.strip()}"' if names else ""
        return f"<span{kind}{style}>{escape(text)}</span>"

    def whole_steps(self, spacing):
        """`spacing` in whole steps, a little further from zero so that truncation cannot lose one."""
        steps = round(spacing / self.step)
        return math.copysign((abs(steps) + 0.3) * self.step, steps) if steps else 0.0

    def placed(self, parts):
        """One grid line of `parts` [(points from the left, class, text)]."""
        spans = []
        for position, (left, name, text) in enumerate(parts):
            following = parts[position + 1][0] if position + 1 < len(parts) else self.profile.line_width
            spans.append(self.run(name, text, following - left))
        style = f"letter-spacing:{self.gap:.5f}pt;padding-left:{parts[0][0]:.4f}pt"
        return f'<p><span class="line" style="{style}">{"".join(spans)}</span></p>'

    def families(self, name):
        """The faces of a class name; those of the body for `wide` and for none."""
        return self.profile.levels[int(name[-1]) - 1] if name.startswith("level") else self.profile.body

    def width_of(self, text, families=None, gap=None):
        """Width in points of `text` with `gap` between its characters, in its cells when that is None."""
        return sum(self.widths(text, families)) + (self.gap if gap is None else gap) * (len(text) - 1)

    def title(self, title):
        fonts.require_glyphs(title, self.profile.title, "标题", weight=BOLD)
        lines = "".join(
            f'<span class="line">{"".join(self.run(*run) for run in self.faced(line, self.profile.title, "", BOLD))}</span>'
            for line in title_lines(title, self.profile.title_cells)
        )
        yield f"<h1>{lines}</h1>"
        yield self.blank()

    def block(self, block):
        """A heading or paragraph, its lead in the face of its level; a table."""
        if isinstance(block, Table):
            return table_html(self, block)
        tag = f"h{block.level + 1}" if block.is_heading else "p"
        return self.paragraph(
            tag, block.text, level=block.level, lead=block.lead, indent=2, place=f"第 {block.line} 行"
        )

    def paragraph(self, tag, text, *, place, level=0, lead=0, indent=0.0, hang=0.0):
        """All lines of a paragraph whose first `lead` characters have the face of `level`.

        `indent` of the first line and `hang` of the others are in cells.
        """
        body = self.profile.body
        head = self.profile.levels[level - 1] if level else body
        for part, families in ((text[:lead], head), (text[lead:], body)):
            fonts.require_glyphs(part, families, place)
        runs = [*self.faced(text[:lead], head, f"level{level}"), *self.faced(text[lead:], body, "")]
        names = [name for name, run in runs for _ in run]
        widths = [*self.widths(text[:lead], head), *self.widths(text[lead:], body)]
        cells = self.profile.cells - hang
        measure = Measure(cells * self.cell, cells, self.profile.body_size, (indent - hang) * self.cell)
        lines = "".join(
            self.line(
                grouped(text[line.start : line.end].rstrip(" "), names[line.start :]),
                indent=(hang if line.start else indent) * self.cell,
                spacing=line.spacing,
            )
            for line in break_lines(text, widths, measure)
        )
        return f"<{tag}>{lines}</{tag}>"

    def attachments(self, blocks):
        """附件说明: an empty line, two characters in, names aligned below each other (7.3.4)."""
        if not blocks:
            return
        yield self.blank()
        label = "附件："
        for position, block in enumerate(blocks):
            number = ATTACHMENT_NUMBER.match(block.text)
            indent = 2.0 if position == 0 else 2.0 + len(label)
            hang = 2.0 + len(label) + (self.width_of(number[0]) / self.cell if number else 0.0)
            text = (label if position == 0 else "") + block.text
            yield self.paragraph("p", text, indent=indent, hang=hang, place=f"第 {block.line} 行")

    def faced(self, text, families, name, weight=REGULAR):
        """Runs [(class, text)]: the shared marks in the body face where this one has them narrow."""
        return grouped(
            text, ["wide" if self.is_narrow(character, families, weight) else name for character in text]
        )

    @staticmethod
    def is_narrow(character, families, weight=REGULAR):
        return character in SHARED_MARKS and fonts.advance(character, families, weight) != 1.0

    def widths(self, text, families=None):
        """Widths in points of the characters of `text` at body size."""
        families = families or self.profile.body
        return [
            self.profile.body_size
            * fonts.advance(character, self.profile.body if self.is_narrow(character, families) else families)
            for character in text
        ]

    def signature(self, document):
        """The organs and the date below an empty line, by the rule of 7.3.5."""
        if not document.organs and not document.date:
            return
        organs = document.organs or ("",)
        organ_right, date_right = right_indents(organs[0], document.date, sealed=document.sealed)
        rows = [self.blank()]
        for organ in document.organs:
            own_right, _ = right_indents(organ, document.date, sealed=document.sealed)
            rows.append(self.signed(organ, own_right if document.sealed else organ_right))
        rows.append(self.signed(document.date, date_right))
        if document.note:
            rows.append(self.paragraph("p", document.note, indent=2.0, place="附注"))
        yield f'<div class="signature">{"".join(rows)}</div>'

    def signed(self, text, right):
        fonts.require_glyphs(text, self.profile.body, "落款")
        runs = self.faced(text, self.profile.body, "")
        return f'<p class="signed">{self.line(runs, right=right * self.cell)}</p>'


def grouped(text, names):
    """Runs [(name, text)] of neighbouring characters with the same name."""
    pairs = groupby(zip(names, text, strict=False), key=lambda pair: pair[0])
    return [(name, "".join(character for _, character in run)) for name, run in pairs]
