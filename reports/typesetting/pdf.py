"""Writing a document as an official PDF."""

from html import escape

from township.printing.rendering import html_to_pdf

from . import fonts
from .profile import MM, NATIONAL
from .setting import Setter
from .tables import HAIRLINE, SIZE


def warm():
    """Load the fonts before somebody waits for them: the first document of a process takes seconds longer."""
    html_to_pdf("<p>法治")


def render_pdf(document, profile=NATIONAL):
    """The PDF of `document`; raises `MissingGlyph` when a character cannot be shown."""
    return html_to_pdf(build_html(document, profile))


def build_html(document, profile=NATIONAL):
    """The laid-out page source: every line is broken, spaced and placed already."""
    parts = Setter(profile).parts(document)
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
    lowest, highest = fonts.ink("—", profile.page_number)
    dash_below_top = fonts.baseline_below_top(profile.page_number) - (lowest + highest) / 2
    drop = profile.number_drop - dash_below_top * profile.number_size / MM
    number = (
        f'content: "— " counter(page) " —"; font: {profile.number_size}pt/1 {_families(profile.page_number)};'
        f"vertical-align: top; padding-top: {drop:.3f}mm; white-space: pre;"
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
.run {{ display: inline-block; text-indent: 0 }}
h1 .line {{ text-align: center }}
h1 .line > span {{ font-family: {_families(profile.title)}; font-size: {profile.title_size}pt;
  font-weight: {profile.title_weight} }}
.wide {{ font-family: {_families(profile.body)} }}
{levels}
h1, h2, h3, h4, h5 {{ break-inside: auto; break-after: {"avoid" if profile.headings_keep_text else "auto"} }}
.head {{ position: relative }}
.mark {{ position: absolute; left: 0; right: 0; line-height: 1; text-align: center; white-space: pre;
  color: {profile.red}; font-family: {_families(profile.title)}; font-weight: {profile.title_weight} }}
.rule {{ position: absolute; left: 0; right: 0; border-top: {profile.rule_thickness}pt solid {profile.red} }}
.caption {{ break-after: avoid }}
.note {{ break-before: avoid }}
table.grid {{ width: {profile.width}mm; border-collapse: separate; border-spacing: 0; table-layout: fixed }}
.grid td {{ padding: 0; border: solid #000; border-width: 0 0 {HAIRLINE}pt {HAIRLINE}pt }}
.grid td:last-child {{ border-right-width: {HAIRLINE}pt }}
.grid .first td {{ border-top-width: {HAIRLINE}pt }}
.grid tr {{ break-inside: avoid }}
.grid tbody tr:last-child {{ break-before: avoid }}
.row {{ display: block; white-space: pre; text-align: center; font-size: {SIZE}pt }}
.row > span {{ line-height: 0 }}
.signature {{ break-inside: avoid; break-before: avoid }}
.signed .line {{ text-align: right }}
"""
