"""Breaking Chinese text into lines of the 28-cell grid.

WeasyPrint justifies by stretching spaces only and knows neither hanging punctuation nor the grid, so lines
are broken here: greedily, in units that may not be parted, one closing mark hanging in the margin where it
would otherwise pull a character down, and each inner line stretched to the full width by letter-spacing.
Rules: GB/T 15834-2011 (which marks may not begin or end a line), GB/T 15835-2011 (figures and their units).
"""

import re
from dataclasses import dataclass
from itertools import pairwise

NEVER_FIRST = "，。、；：？！）》】〉」』〕”’％%…—·～,.;:!?)]}"
NEVER_LAST = "（《【〈「『〔“‘([{"
HANGING = "，。、；：？！）》】”’"
UNITS = (
    "个百分点|平方公里|平方米|人次|件次|场次|台次|户次|家次|项次|批次|小时|学时|分钟|公里|季度|年度|万元|亿元"
)
UNBREAKABLE = re.compile(
    r"……|——"
    # A figure with what belongs to it: 第12次, 5000余份, 300余人次, 12.5%, 2022年, 3万元.
    r"|第?\d[\d,.，]*\d(?:[%％]|(?:余|多|来)?(?:万|亿)?(?:" + UNITS + r"|[\u4e00-\u9fff])?)"
    r"|第?\d(?:[%％]|(?:余|多|来)?(?:万|亿)?(?:" + UNITS + r"|[\u4e00-\u9fff])?)"
    r"|[A-Za-z][A-Za-z0-9'’._/@:-]*"
    r"|.",
    re.DOTALL,
)


@dataclass(frozen=True)
class Line:
    """One line: characters `start` to `end` of the paragraph and the letter-spacing (pt) that fills it."""

    start: int
    end: int
    spacing: float


def units(text):
    """`text` cut into pieces that stay together: figures with units, words, marks with their neighbours."""
    pieces = [match[0] for match in UNBREAKABLE.finditer(text)]
    joined = []
    for piece in pieces:
        if joined and (joined[-1][-1] in NEVER_LAST or piece[0] in NEVER_FIRST):
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined


def break_lines(text, widths, *, first, width, cells):
    """Lines of `text`, whose characters are `widths` points wide; the first line is `first` points narrower.

    `width` is the full measure in points, `cells` the number of cells in it. Lines end where a unit ends;
    a unit longer than a whole line is cut.
    """
    cell_spacing = width / cells - max(widths, default=0)
    lines, start, position, used, room = [], 0, 0, 0.0, width - first
    for unit in _fitting(units(text), widths, width):
        size = sum(widths[position : position + len(unit)]) + cell_spacing * len(unit)
        if (
            start < position
            and used + size > room + 0.01
            and not _hangs(unit, used, size, room, widths, position)
        ):
            lines.append(_filled(text, widths, start, position, room, cell_spacing))
            start, used, room = position, 0.0, width
        used += size
        position += len(unit)
    if start < position:
        lines.append(Line(start, position, cell_spacing))
    return _last_line_within(lines, widths, first, width)


def _fitting(pieces, widths, width):
    """Pieces cut where they are longer than a line (an address, an endless row of digits)."""
    longest = max(1, int(width / max(widths, default=1)) - 1)
    for piece in pieces:
        for start in range(0, len(piece), longest):
            yield piece[start : start + longest]


def _hangs(unit, used, size, room, widths, position):
    """Whether all of the unit but one closing mark fits: the mark hangs in the margin."""
    if unit[-1] not in HANGING:
        return False
    return used + size - widths[position + len(unit) - 1] <= room + 0.3


def _filled(text, widths, start, end, room, cell_spacing):
    """The line stretched (or drawn together) to fill `room`; a mark beyond the last cell hangs."""
    count = end - start
    natural = sum(widths[start:end])
    if natural + cell_spacing * count > room + 0.01 and text[end - 1] in HANGING:
        count, natural = count - 1, natural - widths[end - 1]
    spacing = (room - natural) / max(1, count - 1)
    return Line(start, end, spacing)


def _last_line_within(lines, widths, first, width):
    """A last line that is full to the brim is drawn together so that nothing stands out of the measure."""
    if not lines:
        return lines
    last = lines[-1]
    count = last.end - last.start
    room = width - (first if len(lines) == 1 else 0)
    natural = sum(widths[last.start : last.end])
    if natural + last.spacing * (count - 1) <= room:
        return lines
    return [*lines[:-1], Line(last.start, last.end, (room - natural) / max(1, count - 1))]


def title_lines(text, cells):
    """A title broken into lines of 梯形 or 菱形 shape (7.3.1), never inside a figure, name mark or word pair.

    Line breaks that the author wrote are kept.
    """
    if "\n" in text:
        return [line for part in text.splitlines() for line in title_lines(part, cells)]
    if len(text) <= cells:
        return [text]
    fewest = -(-len(text) // cells)
    candidates = [lines for count in (fewest, fewest + 1) for lines in _partitions(units(text), count, cells)]
    if not candidates:
        return [text[start : start + cells] for start in range(0, len(text), cells)]
    return min(candidates, key=lambda lines: _shape_score(lines) + 3 * (len(lines) - fewest))


def _partitions(pieces, count, cells):
    """All ways to set `pieces` in `count` lines of at most `cells` characters."""
    if count == 1:
        line = "".join(pieces)
        if len(line) <= cells:
            yield [line]
        return
    line = ""
    for number, piece in enumerate(pieces, 1):
        line += piece
        if len(line) > cells:
            return
        for rest in _partitions(pieces[number:], count - 1, cells):
            yield [line, *rest]


GOOD_ENDS = ("人民政府", "办事处", "委员会", "年度", "年", "建设", "关于", "情况", "工作")
BAD_STARTS = ("的", "和", "与", "镇", "府", "会", "度", "设", "作", "况", "告", "治", "政", "员", "民", "处")


def _shape_score(lines):
    """Smaller is better: even lines, but no rectangle; breaks after whole words."""
    lengths = [len(line) for line in lines]
    score = (max(lengths) - min(lengths)) / 2
    if len(set(lengths)) == 1:
        score += 1.5
    middle = lengths[1:-1]
    if middle and min(middle) < min(lengths[0], lengths[-1]) - 2:
        score += 6  # an hourglass
    for line, following in pairwise(lines):
        score -= 4 if line.endswith(GOOD_ENDS) else 0
        score += 8 if following.startswith(BAD_STARTS) else 0
    return score
