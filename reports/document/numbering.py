"""The numbers that Word counts by itself (自动编号): no text of the file holds them, so they are counted here."""

import re
from collections import defaultdict
from dataclasses import dataclass

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

VALUE = qn("w:val")
CHINESE = {
    "chineseCounting",
    "chineseCountingThousand",
    "chineseLegalSimplified",
    "japaneseCounting",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
}
UNSAID = {"bullet", "none"}
DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True)
class Level:
    """One level of a list: how its number is written (`%1、`), in which numerals, from which number."""

    text: str
    numerals: str
    start: int


class Numbering:
    """Counts the numbered paragraphs of one document, in their order."""

    def __init__(self, part):
        self.levels, self.lists = _definitions(part)
        self.styles = _numbered_styles(part)
        self.counted = defaultdict(dict)

    def of(self, paragraph):
        """The number that Word shows before a paragraph, empty where it shows none."""
        number, depth = self._place(paragraph)
        levels = self.levels.get(self.lists.get(number), {})
        if depth not in levels or levels[depth].numerals in UNSAID:
            return ""
        counted = self.counted[self.lists[number]]
        counted[depth] = counted.get(depth, levels[depth].start - 1) + 1
        for deeper in [one for one in counted if one > depth]:
            del counted[deeper]
        return re.sub(r"%(\d)", lambda found: _said(int(found[1]) - 1, levels, counted), levels[depth].text)

    def _place(self, paragraph):
        """(number of the list, level) of a paragraph by its own word or by its style; (None, 0) without one."""
        own = paragraph.pPr.find(qn("w:numPr")) if paragraph.pPr is not None else None
        number, depth = _list_and_level(own)
        styled, styled_depth = self.styles.get(paragraph.style, (None, None))
        return number or styled, next((one for one in (depth, styled_depth) if one is not None), 0)


def _said(depth, levels, counted):
    if depth not in levels:
        return ""
    number = counted.get(depth, levels[depth].start)
    return chinese(number) if levels[depth].numerals in CHINESE else str(number)


def chinese(number):
    """A number below a hundred as headings write it: 十二, 二十; above that in Arabic figures."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else DIGITS[tens]) + ("十" if tens else "") + (DIGITS[ones] if ones else "")


def _definitions(part):
    """({abstract list: {level: Level}}, {list: abstract list}) of a document; empty without lists."""
    try:
        root = part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
    except (KeyError, AttributeError):
        return {}, {}
    levels = {
        one.get(qn("w:abstractNumId")): {
            int(level.get(qn("w:ilvl"))): _level(level) for level in one.iter(qn("w:lvl"))
        }
        for one in root.iter(qn("w:abstractNum"))
    }
    lists = {one.get(qn("w:numId")): _value(one, "w:abstractNumId") for one in root.iter(qn("w:num"))}
    return levels, lists


def _level(element):
    start = _value(element, "w:start") or "1"
    return Level(
        _value(element, "w:lvlText") or "",
        _value(element, "w:numFmt") or "decimal",
        int(start) if start.isdecimal() else 1,
    )


def _numbered_styles(part):
    """{style: (list, level)} of the styles that number their paragraphs."""
    return {
        style.get(qn("w:styleId")): _list_and_level(style.find(f"{qn('w:pPr')}/{qn('w:numPr')}"))
        for style in part.styles.element.iter(qn("w:style"))
    }


def _list_and_level(properties):
    if properties is None:
        return None, None
    depth = _value(properties, "w:ilvl")
    return _value(properties, "w:numId"), int(depth) if depth else None


def _value(element, name):
    found = element.find(qn(name))
    return found.get(VALUE) if found is not None else None
