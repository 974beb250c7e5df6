"""Breaking Chinese text into lines of the 28-cell grid.

WeasyPrint justifies by stretching spaces only and knows neither hanging punctuation nor the grid, so lines
are broken here: greedily, in units that may not be parted, one closing mark hanging in the margin where it
would otherwise pull a character down, and each inner line stretched to the full width by letter-spacing.
Rules: GB/T 15834-2011 (which marks may not begin or end a line), GB/T 15835-2011 (figures and their units).
"""

import re
from dataclasses import dataclass

NEVER_FIRST = "，。、；：？！）》】〉」』〕”’％%‰℃°…—–‐·～~,.;:!?)]}/／- "
NEVER_LAST = "（《【〈「『〔“‘([{￥¥＄$№/／"
HANGING = "，。、；：？！）》】”’"

_UNITS = (
    "个百分点|平方公里|平方米|人次|件次|场次|台次|户次|家次|项次|批次|小时|学时|分钟|公里|季度|年度|万元|亿元"
)
_NUMERALS = "一二三四五六七八九十百千万亿零〇两"
_UNBREAKABLE = re.compile(
    r"……|——"
    r"|\d{1,2}月\d{1,2}[日号]"
    # A figure with what belongs to it: 第12次, 5000余份, 12.5%, 2022年, 3.2万余元, 1,200人, 9:30, 2022-12-30, 5G.
    r"|第?(?:\d{1,3}(?:[,，]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.:：/~-]\d+)*)"
    rf"(?:[%％‰℃°]|[A-Za-z]+|[余多来几]?[十百千万亿]*[余多]?(?:{_UNITS}|[\u4e00-\u9fff])?)"
    rf"|第[{_NUMERALS}]+[\u4e00-\u9fff]|[{_NUMERALS}]{{2,8}}"
    r"|[A-Za-z][A-Za-z0-9'._/@:&?=#%+~-]*"
    r"|.",
    re.DOTALL,
)
# An address or another endless word may be parted after these marks.
_LONGEST_WORD = 24
_WORD_PARTS = re.compile(r"[^/._?&=@:#%+~-]*[/._?&=@:#%+~-]+|.+")
_ROUNDING = 0.01  # points


@dataclass(frozen=True)
class Measure:
    """What a paragraph is set to, in points: its width, the size of a character, the first line's indent."""

    width: float
    cells: float
    size: float
    first: float = 0.0

    @property
    def cell_spacing(self):
        """Letter-spacing that puts a full-width character into its cell."""
        return self.width / self.cells - self.size


@dataclass(frozen=True)
class Line:
    """One line: characters `start` to `end` of the paragraph and the letter-spacing (pt) that fills it."""

    start: int
    end: int
    spacing: float


def units(text):
    """`text` cut into pieces that stay together: figures with units, words, marks with their neighbours."""
    joined = []
    for piece in _pieces(text):
        if joined and (joined[-1][-1] in NEVER_LAST or piece[0] in NEVER_FIRST):
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined


def _pieces(text):
    for match in _UNBREAKABLE.finditer(text):
        piece = match[0]
        if len(piece) > _LONGEST_WORD and piece[0].isalpha():
            yield from _WORD_PARTS.findall(piece)
        else:
            yield piece


def break_lines(text, widths, measure):
    """Lines of `text`, whose characters are `widths` points wide.

    Lines end where a unit ends; a unit longer than a whole line is cut.
    """
    lines, start, position, used, room = [], 0, 0, 0.0, measure.width - measure.first
    for unit in _fitting(units(text), widths, measure):
        stop = position + len(unit)
        if start < position and used + _needed(text, widths, position, stop, measure) > room + _ROUNDING:
            lines.append(_filled(text, widths, start, position, room, measure.cell_spacing))
            start, used, room = position, 0.0, measure.width
        used += sum(widths[position:stop]) + measure.cell_spacing * len(unit)
        position = stop
    if start < position:
        lines.append(_last(text, widths, start, position, room, measure.cell_spacing))
    return lines


def _fitting(pieces, widths, measure):
    """Pieces cut where they are longer than a line (an endless row of digits or marks)."""
    position = 0
    for piece in pieces:
        begun, used = 0, 0.0
        for offset in range(len(piece)):
            size = widths[position + offset] + measure.cell_spacing
            if begun < offset and used + size > measure.width - measure.first:
                yield piece[begun:offset]
                begun, used = offset, 0.0
            used += size
        yield piece[begun:]
        position += len(piece)


def _needed(text, widths, start, stop, measure):
    """What must fit of a unit at the end of a line: one closing mark may hang, spaces do not count."""
    end = _without_spaces(text, start, stop)
    if text[end - 1] in HANGING:
        end -= 1
    return sum(widths[start:end]) + measure.cell_spacing * (end - start)


def _without_spaces(text, start, stop):
    while stop > start + 1 and text[stop - 1] == " ":
        stop -= 1
    return stop


def _filled(text, widths, start, stop, room, cell_spacing):
    """The line stretched (or drawn together) to fill `room`; a mark beyond the last cell hangs."""
    end = _without_spaces(text, start, stop)
    natural = sum(widths[start:end]) + cell_spacing * (end - start)
    if natural > room + _ROUNDING and text[end - 1] in HANGING:
        end -= 1
    return Line(start, stop, _spacing(widths, start, end, room))


def _spacing(widths, start, end, room):
    return (room - sum(widths[start:end])) / max(1, end - start - 1)


def _last(text, widths, start, stop, room, cell_spacing):
    """The last line in its cells, or drawn together when it is full to the brim."""
    natural = sum(widths[start:stop]) + cell_spacing * (stop - start)
    if natural > room + _ROUNDING:
        return _filled(text, widths, start, stop, room, cell_spacing)
    return Line(start, stop, cell_spacing)
