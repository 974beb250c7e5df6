"""Writing a document as an official PDF."""

import gc
import threading
from functools import cache
from html import escape

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

from . import fonts
from .breaking import break_lines, title_lines
from .profile import MM, NATIONAL
from .signature import right_indents

# Pango and fontconfig are not re-entrant, and a second FontConfiguration costs memory that never returns.
_rendering = threading.Lock()


@cache
def _font_configuration():
    return FontConfiguration()


def render_pdf(document, profile=NATIONAL):
    """The PDF of `document`; raises `MissingGlyph` when a character cannot be shown."""
    html = build_html(document, profile)
    with _rendering:
        gc.disable()
        try:
            return HTML(string=html, url_fetcher=_refuse).write_pdf(
                font_config=_font_configuration(), pdf_tags=True
            )
        finally:
            gc.enable()
            gc.collect()


def _refuse(url, *args, **kwargs):
    raise ValueError(f"an official document fetches nothing: {url[:80]}")


def build_html(document, profile=NATIONAL):
    """The laid-out page source: every line is broken, spaced and placed already."""
    setter = _Setter(profile)
    parts = [
        *setter.heading(document.heading),
        *setter.title(document.title),
        *setter.addressee(document.addressee),
        *(setter.block(block) for block in document.blocks),
        *setter.signature(document),
    ]
    title = escape(document.title.replace("\n", ""))
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title>'
        f"{_author(document)}"
        f"<style>{stylesheet(profile)}</style></head><body>{''.join(parts)}</body></html>"
    )


def _author(document):
    return "".join(f'<meta name="author" content="{escape(organ)}">' for organ in document.organs[:1])


def _families(names):
    return ", ".join(f'"{name}"' for name in names)


def stylesheet(profile):
    """The page as CSS; lengths are explained in the profile."""
    right = 210 - profile.left - profile.width
    bottom = 297 - profile.top - profile.height
    mirror = (
        f"@page :left {{ margin-left: {right}mm; margin-right: {profile.left}mm }}"
        if profile.mirrored
        else ""
    )
    dash = fonts.dash_below_top(profile.page_number) * profile.number_size / MM
    number = (
        f'content: "— " counter(page) " —"; font: {profile.number_size}pt/1 {_families(profile.page_number)};'
        f"vertical-align: top; padding-top: {profile.number_drop - dash:.3f}mm; white-space: pre;"
    )
    levels = "".join(
        f".level{number} {{ font-family: {_families(families)} }}"
        for number, families in enumerate(profile.levels, 1)
    )
    return f"""
@page {{ size: 210mm 297mm; margin: {profile.top}mm {right}mm {bottom}mm {profile.left}mm }}
{mirror}
@page :right {{ @bottom-right {{ {number} text-align: right; padding-right: {profile.number_size}pt }} }}
@page :left {{ @bottom-left {{ {number} text-align: left; padding-left: {profile.number_size}pt }} }}
html {{ font: {profile.body_size}pt {_families(profile.body)}; font-kerning: none; font-variant-ligatures: none }}
body, h1, h2, h3, h4, h5, p {{ margin: 0; padding: 0; font-size: inherit; font-weight: 400; orphans: 1; widows: 1 }}
.line {{ display: block; height: {profile.pitch}mm; line-height: {profile.pitch}mm; white-space: pre }}
.line > span {{ line-height: 0 }}
h1 .line {{ text-align: center }}
h1 .line > span {{ font-family: {_families(profile.title)}; font-size: {profile.title_size}pt;
  font-weight: {profile.title_weight} }}
.kai {{ font-family: {_families(profile.levels[1])} }}
.wide {{ font-family: {_families(profile.body)} }}
{levels}
.signature {{ break-inside: avoid; break-before: avoid }}
.signature .line {{ text-align: right }}
"""


class _Setter:
    """Sets the parts of one document in lines of the grid."""

    def __init__(self, profile):
        self.profile = profile
        self.cell = profile.line_width / profile.cells

    def line(self, content, *, indent=0.0, spacing=0.0, right=0.0):
        """One grid line. Pango puts half the letter-spacing before the first character: take it back."""
        style = f"letter-spacing:{spacing:.5f}pt;text-indent:{indent - spacing / 2:.4f}pt"
        if right:
            style += f";padding-right:{right:.4f}pt"
        return f'<span class="line" style="{style}"><span>{content}</span></span>'

    def blank(self):
        return '<div class="line"></div>'

    def heading(self, heading):
        """发文字号 and 签发人 on one line, then two empty ones (7.2.5, 7.2.6, 7.3.1)."""
        if not heading.number and not heading.signers:
            return
        signers = "　".join(heading.signers)
        left = f"　{heading.number}"
        label = "签发人：" if heading.signers else ""
        width = self.profile.line_width
        for text, families in ((left + label, self.profile.body), (signers, self.profile.levels[1])):
            fonts.require_glyphs(text, families, "发文字号或签发人")
        used = sum(self.widths(left + label + "　")) + sum(self.widths(signers, self.profile.levels[1]))
        gap = max(0.0, width - used)
        yield (
            f'<p><span class="line"><span>{escape(left)}<span style="padding-left:{gap:.3f}pt">{label}</span>'
            f'<span class="kai">{escape(signers)}</span></span></span></p>'
        )
        yield self.blank() * 2

    def title(self, title):
        fonts.require_glyphs(title, self.profile.title, "标题", weight=200)
        lines = title_lines(title, self.profile.title_cells)
        yield f"<h1>{''.join(self.line(self.marked(line, self.profile.title, 200)) for line in lines)}</h1>"
        yield self.blank()

    def addressee(self, addressee):
        if addressee:
            yield f"<p>{self.lines(addressee, lambda _: None, indent=0, place='主送机关')}</p>"

    def block(self, block):
        """A heading or paragraph, its lead in the face of its level."""
        tag = f"h{block.level + 1}" if block.is_heading else "p"
        role = self.profile.levels[block.level - 1] if block.level else self.profile.body

        def face(position):
            return (f"level{block.level}", role) if position < block.lead else None

        return f"<{tag}>{self.lines(block.text, face, indent=2, place=f'第 {block.line} 行')}</{tag}>"

    def lines(self, text, face, *, indent, place):
        """All lines of a paragraph; `face(position)` is (class, families) of a character, None for body."""
        faces = [face(position) for position in range(len(text))]
        widths = []
        for character, named in zip(text, faces, strict=True):
            families = named[1] if named else self.profile.body
            fonts.require_glyphs(character, families, f"{place}“{_around(text, character)}”")
            widths += self.widths(character, families)
        first = indent * self.cell
        lines = break_lines(
            text, widths, first=first, width=self.profile.line_width, cells=self.profile.cells
        )
        return "".join(
            self.line(
                self.runs(text, faces, line.start, line.end),
                indent=first if number == 0 else 0.0,
                spacing=line.spacing,
            )
            for number, line in enumerate(lines)
        )

    def runs(self, text, faces, start, end):
        """The characters of one line, grouped by face."""
        parts, position = [], start
        while position < end:
            stop = position
            while stop < end and faces[stop] == faces[position]:
                stop += 1
            run, named = text[position:stop], faces[position]
            content = self.marked(run, named[1]) if named else escape(run)
            parts.append(f'<span class="{named[0]}">{content}</span>' if named else content)
            position = stop
        return "".join(parts)

    def marked(self, text, families, weight=80):
        """Escaped text with the shared marks (— … “ ”) in the body face where this one has them narrow."""
        return "".join(
            f'<span class="wide">{character}</span>'
            if self.is_narrow_mark(character, families, weight)
            else escape(character)
            for character in text
        )

    @staticmethod
    def is_narrow_mark(character, families, weight):
        return character in "—…“”‘’·" and fonts.advance(character, families, weight) != 1.0

    def widths(self, text, families=None):
        """Widths in points of the characters of `text` at body size."""
        families = families or self.profile.body
        return [
            self.profile.body_size
            * (
                1.0
                if self.is_narrow_mark(character, families, 80)
                else fonts.advance(character, families) or 1.0
            )
            for character in text
        ]

    def signature(self, document):
        """The organs and the date below an empty line, by the rule of 7.3.5."""
        if not document.organs and not document.date:
            return
        organs = document.organs or ("",)
        organ_right, date_right = right_indents(organs[0], document.date, sealed=document.sealed)
        spacing = self.cell - self.profile.body_size
        rows = [self.blank()]
        for organ in document.organs:
            own_right, _ = right_indents(organ, document.date, sealed=document.sealed)
            rows.append(self.signed(organ, own_right if document.sealed else organ_right, spacing))
        rows.append(self.signed(document.date, date_right, spacing))
        yield f'<div class="signature">{"".join(rows)}</div>'

    def signed(self, text, right, spacing):
        fonts.require_glyphs(text, self.profile.body, "落款")
        # The last character's own spacing lies outside its cell.
        return f"<p>{self.line(escape(text), spacing=spacing, right=right * self.cell)}</p>"


def _around(text, character):
    position = text.index(character)
    return text[max(0, position - 6) : position + 7]
