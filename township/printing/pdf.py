"""Printed forms as PDF: A4, bound on the left, with page numbers and contents in a volume."""

from html import escape

from .faces import FANG_SONG, HEI, SONG, TITLE_SONG
from .form import Clause, Facts, Grid, Signing, Text
from .rendering import html_to_pdf


def render_forms(title, forms):
    """The forms as one PDF; `title` stands in the file's properties, so it must name nobody."""
    return html_to_pdf(_page(title, "".join(_form(form) for form in forms)))


def _page(title, body):
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{STYLE}</style></head><body>{body}</body></html>"
    )


def _form(form):
    names = "form" + ("" if form.numbered else " outside") + (" centred" if form.centred else "")
    number = f'<p class="number">{escape(form.number)}</p>' if form.number else ""
    parts = "".join(_PARTS[type(part)](part) for part in form.parts)
    return f'<section class="{names}" id="{escape(form.key)}"><h1>{escape(form.title)}</h1>{number}{parts}</section>'


def _facts(part):
    heading = f"<h2>{escape(part.heading)}</h2>" if part.heading else ""
    fields = "".join(
        f'<p class="field{" wide" if one.wide else ""}"><span class="label">{escape(one.label)}</span>'
        f'<span class="value">{escape(one.value) or "&#160;"}</span></p>'
        for one in part.fields
    )
    return f'<div class="facts">{heading}{fields}</div>'


def _text(part):
    body = _paragraphs(part.value) if part.value else '<p class="empty"></p>' * part.lines
    return f'<div class="text"><h2>{escape(part.label)}</h2>{body}</div>'


def _paragraphs(text):
    return "".join(f'<p class="words">{escape(line)}</p>' for line in text.splitlines() if line.strip())


def _clause(part):
    return f'<div class="clause">{_paragraphs(part.text)}</div>'


def _grid(part):
    widths = "".join(f'<col style="width:{width}%">' for width in part.widths)
    head = "".join(f"<th>{escape(header)}</th>" for header in part.headers)
    rows = []
    for number, row in enumerate(part.rows):
        cells = [f"<td>{escape(text)}</td>" for text in row]
        if part.targets:
            target = part.targets[number]
            link = f'<a href="#{escape(target)}"></a>' if target else ""
            cells.append(f'<td class="page">{link}</td>')
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table><colgroup>{widths}</colgroup><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _signing(part):
    heading = f"<h2>{escape(part.heading)}</h2>" if part.heading else ""
    places = "".join(
        f'<p class="sign"><span class="label">{escape(place)}</span><span class="value">&#160;</span>'
        '<span class="day">　　年　　月　　日</span></p>'
        for place in part.places
    )
    return f'<div class="signing">{heading}{places}</div>'


_PARTS = {Facts: _facts, Text: _text, Clause: _clause, Grid: _grid, Signing: _signing}


def _families(names):
    return ", ".join(f'"{name}"' for name in names)


STYLE = f"""
@page {{ size: 210mm 297mm; margin: 22mm 20mm 20mm 28mm }}
html {{ font: 14pt/1.65 {_families(FANG_SONG)}; font-kerning: none; font-variant-ligatures: none }}
body, h1, h2, p, table {{ margin: 0; padding: 0; font-weight: 400; font-size: inherit }}
h1 {{ font: 700 22pt/1.5 {_families(TITLE_SONG)}; text-align: center; margin-bottom: 4mm }}
h2 {{ font-family: {_families(HEI)}; margin-top: 2mm; break-after: avoid }}
.number {{ text-align: right; margin-bottom: 3mm }}
.form + .form {{ break-before: page }}
.facts {{ display: block; margin-bottom: 2mm }}
.field {{ display: inline-flex; width: 49%; align-items: flex-end; break-inside: avoid }}
.field.wide {{ display: flex; width: 100% }}
.label {{ flex: none; padding-right: 2mm }}
.field .label::after {{ content: "：" }}
.value {{ flex: 1; border-bottom: 0.5pt solid #000; min-width: 10mm; margin-right: 3mm; overflow-wrap: anywhere }}
.words {{ text-indent: 2em; text-align: justify }}
.empty {{ height: 10mm; border-bottom: 0.5pt solid #000 }}
.clause, .text {{ margin-bottom: 2mm }}
.signing {{ margin-top: 3mm; break-inside: avoid }}
.sign {{ display: flex; align-items: flex-end; height: 11mm }}
.sign .label::after {{ content: "：" }}
.day {{ flex: none }}
table {{ width: 100%; border-collapse: collapse; font-size: 12pt }}
th, td {{ border: 0.5pt solid #000; padding: 1.5mm 2mm; text-align: left; vertical-align: middle; height: 8mm }}
th {{ font-family: {_families(HEI)}; font-weight: 400 }}
thead {{ display: table-header-group }} tr {{ break-inside: avoid }}
.page {{ text-align: center }}
.page a {{ color: inherit; text-decoration: none }}
.page a::after {{ content: target-counter(attr(href), page) }}
.centred h1 {{ margin-top: 55mm; margin-bottom: 20mm; font-size: 30pt; letter-spacing: 4pt }}
.centred .number {{ text-align: center; font-size: 18pt; margin-bottom: 20mm }}
.centred .field {{ display: flex; width: 80%; margin: 0 auto }}
@page {{ @bottom-center {{ content: "— " counter(page) " —"; font: 12pt {_families(SONG)} }} }}
/* Pages of cover, contents and back neither show nor take a number. */
@page outside {{ counter-increment: page 0; @bottom-center {{ content: none }} }}
.outside {{ page: outside }}
"""
