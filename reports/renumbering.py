"""Numbers of headings and tables that close up where something between them is left out, and what refers to them.

A heading keeps its distance to the one before it (1, 2, 4 stay as their author numbered them), but one that is
gone takes no number. What stood below a heading that is gone goes on after what stands above it.
"""

import re
from dataclasses import dataclass, field

from township.records.numerals import read

from .document.numbering import chinese
from .document.parsing import NUMERAL
from .document.tables import CAPTION

_SPACE = r"[ \t　\xa0]*"
_LEVELS = (
    re.compile(rf"{_SPACE}([{NUMERAL}]+)[、.．]"),
    re.compile(rf"{_SPACE}[（(]([{NUMERAL}]+)[）)]"),
    re.compile(rf"{_SPACE}(\d{{1,2}})[.．、](?!\d)"),
    re.compile(rf"{_SPACE}[（(](\d{{1,2}})[）)]"),
)
_PART, _POINT = 0, 1
# 第三部分, 第三部分第（二）项, 第（二）点; not those of a document or a law: 《…》第三部分, 第八条第（二）项.
_TO_HEADINGS = re.compile(
    rf"(?<![》条款])第(?:(?P<part>[{NUMERAL}]+)部分(?:的?第?[（(](?P<below>[{NUMERAL}]+)[）)])?"
    rf"|[（(](?P<point>[{NUMERAL}]+)[）)](?=[项点条]))"
)
# 见表2, （表2）, 表1和表2; not 代表2人 or 报表2份.
_TO_TABLES = re.compile(
    r"(?:(?<=[见如据由从按在和与及至、（(“。，；：])|(?<![^\n]))[ 　]*表[ 　]?(?P<table>\d{1,2})(?![\d.．%名人个位次件条项份场户家张篇])"
)
_AROUND = 10


@dataclass
class _Count:
    """Numbers of one level: the last one there was, and the last one that is there now."""

    old: int = 0
    new: int = 0

    def go_on(self, number, *, stays):
        """The number that `number` becomes; the same where a new list begins."""
        if number <= self.old:
            self.old = self.new = 0
        self.new += number - self.old - (not stays)
        self.old = number
        return self.new if stays else None


@dataclass
class _Numbers:
    """What became of the numbers of a text: {number: new one, None where it is gone}, points below their part."""

    levels: list = field(default_factory=lambda: [_Count() for _ in _LEVELS])
    captions: _Count = field(default_factory=_Count)
    parts: dict = field(default_factory=dict)
    points: dict = field(default_factory=dict)
    tables: dict = field(default_factory=dict)

    @property
    def part(self):
        """The number, as it was, of the part that is being read."""
        return self.levels[_PART].old

    def heading(self, level, number, *, stays):
        new = self.levels[level].go_on(number, stays=stays)
        for deeper in self.levels[level + 1 :]:
            deeper.old, deeper.new = 0, 0 if stays else deeper.new
        if level == _PART:
            self.parts[number] = new
        elif level == _POINT:
            self.points[self.part, number] = new
        return new

    def table(self, number, *, stays):
        self.tables[number] = self.captions.go_on(number, stays=stays)
        return self.tables[number]


def renumbered(lines):
    """(lines, passages that refer to what is gone) of `lines`, [(line, whether it stays)]."""
    numbers, kept = _Numbers(), []
    for line, stays in lines:
        line = _counted(line, numbers, stays=stays)
        if stays:
            kept.append((line, numbers.part))
    gone = []
    return [_referring(line, part, numbers, gone) for line, part in kept], gone


def _counted(line, numbers, *, stays):
    """The line with the number that its heading or caption has now."""
    if found := CAPTION.fullmatch(line):
        return _with(line, found.span(1), str(numbers.table(int(found[1]), stays=stays)))
    for level, pattern in enumerate(_LEVELS):
        if "\t" not in line and (found := pattern.match(line)):
            new = numbers.heading(level, _number(found[1]), stays=stays)
            return _with(line, found.span(1), _written(new, found[1])) if stays else line
    return line


def _referring(line, part, numbers, gone):
    """The line with the numbers that what it refers to has now; passages about what is gone go to `gone`."""
    changes = [
        *_changes(_TO_TABLES, line, {"table": lambda number, _: numbers.tables.get(number, number)}),
        *_changes(
            _TO_HEADINGS,
            line,
            {
                "part": lambda number, _: numbers.parts.get(number, number),
                "below": lambda number, match: numbers.points.get((_number(match["part"]), number), number),
                "point": lambda number, _: numbers.points.get((part, number), number),
            },
        ),
    ]
    gone += [
        " ".join(line[max(0, start - _AROUND) : end + _AROUND].split())
        for (start, end), _, new in sorted(changes, key=lambda change: change[0])
        if new is None
    ]
    for place, said, new in sorted(changes, reverse=True, key=lambda change: change[0]):
        line = line if new is None else _with(line, place, _written(new, said))
    return line


def _changes(pattern, line, readers):
    """[(place, number as written, new number)] of the references of one kind."""
    return [
        (match.span(name), match[name], new_of(_number(match[name]), match))
        for match in pattern.finditer(line)
        for name, new_of in readers.items()
        if match[name] and CAPTION.fullmatch(line) is None
    ]


def _number(written):
    return int(written) if written.isdecimal() else int(read(written).value)


def _written(number, like):
    return str(number) if like.isdecimal() else chinese(number)


def _with(line, place, words):
    return line[: place[0]] + words + line[place[1] :]
