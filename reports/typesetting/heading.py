"""版头: the mark of a red head, 发文字号, 签发人 and the red line (GB/T 9704-2012, 7.2.4 to 7.2.7)."""

import math
from html import escape

from . import fonts
from .profile import MM

BOLD = 200  # fontconfig's weight
MARK_TOP = 35.0  # mm from the top of the type area to the mark's ink (7.2.4)
LARGEST_MARK = 36.0  # points, 小初
RULE_DROP = 4.0  # mm from 发文字号 to the red line (7.2.7)
SIGNERS_IN_A_ROW = 2  # 7.2.6


def official_heading(setter, heading):
    """The HTML parts above the title; none for a document without number, signers and mark."""
    if heading.mark:
        yield from mark(setter, heading.mark)
    yield from numbering(setter, heading)
    if heading.mark:
        yield rule(setter)
        yield setter.blank()
    elif heading.number or heading.signers:
        yield setter.blank(2)


def mark(setter, text):
    """发文机关标志 with its ink at the height of 7.2.4, in a whole number of grid lines, then two empty ones."""
    profile = setter.profile
    fonts.require_glyphs(text, profile.title, "发文机关标志", weight=BOLD)
    size = min(LARGEST_MARK, profile.line_width / len(text))
    baseline, (_, highest) = (
        fonts.baseline_below_top(profile.title, BOLD),
        fonts.ink(text, profile.title, BOLD),
    )
    top = MARK_TOP - (baseline - highest) * size / MM
    lines = math.ceil((MARK_TOP + size / MM) / profile.pitch)
    yield (
        f'<div class="head" style="height:{lines * profile.pitch:.3f}mm">'
        f'<p class="mark" style="top:{top:.3f}mm;font-size:{size:.2f}pt">{escape(text)}</p></div>'
    )
    yield setter.blank(2)


def numbering(setter, heading):
    """发文字号 and 签发人: the number one character in on the last row of signers, alone in the middle."""
    profile = setter.profile
    fonts.require_glyphs(heading.number, profile.body, "发文字号")
    if not heading.signers:
        if heading.number:
            left = (profile.line_width - setter.width_of(heading.number)) / 2
            yield setter.placed([(left, "", heading.number)])
        return
    label, kai = "签发人：", profile.levels[1]
    rows = [
        "　".join(heading.signers[start : start + SIGNERS_IN_A_ROW])
        for start in range(0, len(heading.signers), SIGNERS_IN_A_ROW)
    ]
    names_left = profile.line_width - setter.cell - max(setter.width_of(row, kai) for row in rows)
    for position, row in enumerate(rows):
        fonts.require_glyphs(row, kai, "签发人")
        parts = [(names_left, "level2", row)]
        if position == 0:
            parts.insert(0, (names_left - setter.width_of(label) - setter.gap, "", label))
        if position == len(rows) - 1 and heading.number:
            parts.insert(0, (setter.cell, "", heading.number))
        yield setter.placed(parts)


def rule(setter):
    """The red line below 发文字号, drawn into the first of the two empty lines that follow."""
    profile = setter.profile
    size = profile.body_size / MM
    baseline = profile.pitch / 2 + (fonts.baseline_below_top(profile.body) - 0.5) * size
    lowest, _ = fonts.ink("〔〕号", profile.body)
    top = baseline - lowest * size + RULE_DROP - profile.pitch
    return f'<div class="line head"><div class="rule" style="top:{top:.3f}mm"></div></div>'
