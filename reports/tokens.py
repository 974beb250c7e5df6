"""Tokens in report texts: `{{党委会会前学法次数}}`, `{{宣传资料发放份数|余:百}}`, tables, `{{统计期}}`.

A token names an indicator by its label (or an earlier name of it); an option says how the value is
written. What a table's token says is in `tables`. Labels match whatever spaces or full-width braces a word processor has put in.
"""

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass

from township.figures.indicator import indicators
from township.figures.wording import is_rounding, number, rounded_down, spelled

from .tables import Wrong, asked, is_table

TOKEN = re.compile(r"[{｛]\s*[{｛]([^{}｛｝\n]*)[}｝]\s*[}｝]")
# A place for this year's figure that last year's text had, waiting for its author.
BLANK = "待填"
# The key of the mark that a table has.
TABLE = "table"
BROKEN = re.compile(r"[{｛]\s*[{｛]|[}｝]\s*[}｝]")


@dataclass(frozen=True)
class Token:
    """One token at its place: characters `start` to `end` of the text."""

    label: str
    option: str
    start: int
    end: int
    indicator: object = None  # None where nothing is called so
    written: str = ""  # what stands between the braces, as it was typed


@dataclass(frozen=True)
class Problem:
    """Something that keeps a text from being filled, with its place (line and column from 1)."""

    message: str
    start: int
    end: int
    line: int
    column: int

    def __str__(self):
        return f"第 {self.line} 行第 {self.column} 个字：{self.message}"


@dataclass(frozen=True)
class Filled:
    """A text with its figures in place; `marks` is [(start, end, key)] of each figure in `text`."""

    text: str
    marks: tuple
    problems: tuple


def tokens_of(text, known=indicators):
    """All tokens of a text in order, with what they are called in `known` (`indicators.for_area(area)`)."""
    found = []
    for match in TOKEN.finditer(text):
        label, _, option = unicodedata.normalize("NFKC", match[1]).partition("|")
        label = spelled(label)
        place = match.start(), match.end()
        found.append(Token(label, option.strip(), *place, known.by_label.get(label), match[1]))
    return found


def indicators_of(text, known=indicators):
    """The known indicators that a text quotes, in sentences and in tables, each once."""
    quoted = [one for token in tokens_of(text, known) for one in _quoted(token, known)]
    return list({one.key: one for one in quoted}.values())


def _quoted(token, known):
    if is_table(token):
        try:
            return asked(token, known).indicators
        except Wrong:
            return ()
    return (token.indicator,) if token.indicator else ()


def tables_of(text, known=indicators):
    """[Asked] of the tables that a text asks for and that can be made, in order."""
    found = []
    for token in tokens_of(text, known):
        if is_table(token):
            with suppress(Wrong):
                found.append(asked(token, known))
    return found


def without_tables(text):
    """`text` without the tokens that ask for tables."""
    for token in reversed(tokens_of(text)):
        if is_table(token):
            text = text[: token.start] + text[token.end :]
    return text


def fill(text, figures, known=indicators, *, tables=(), words=None):
    """Put the values of `figures` ({key: Figure}) into the text; every token that cannot be filled is a problem.

    `tables` are the filled ones of `tables_of`, `words` what stands for other tokens ({label: text}). The
    marks of tables and words carry no indicator's key but `TABLE` and an empty one.
    """
    parts, marks, problems, position, length = [], [], [], 0, 0
    waiting, words = iter(tables), words or {}
    placed = 0
    for token in tokens_of(text, known):
        key = token.indicator.key if token.indicator else ""
        if is_table(token):
            value, message = _table(token, figures, known, waiting, placed + 1)
            placed, key = placed + (not message), TABLE
            value = _on_own_lines(value, text, token) if value else value
        elif token.label in words and token.indicator is None:
            value, message = words[token.label], None
        else:
            value, message = _value(token, figures)
        prose = text[position : token.start]
        problems += _broken(text, position, token.start)
        if message:
            problems.append(problem_at(text, message, token.start, token.end))
            value = text[token.start : token.end]
        else:
            marks.append((length + len(prose), length + len(prose) + len(value), key))
        parts += [prose, value]
        length += len(prose) + len(value)
        position = token.end
    problems += _broken(text, position, len(text))
    return Filled("".join([*parts, text[position:]]), tuple(marks), tuple(problems))


def _table(token, figures, known, waiting, place):
    """(text, None) of a table's token, or (None, why not)."""
    try:
        wanted = asked(token, known)
    except Wrong as wrong:
        return None, str(wrong)
    filled = next(waiting)
    for one in wanted.indicators:
        if figures[one.key].value is None:
            return None, _why_none(figures[one.key])
    return filled.lines(place), None


def _on_own_lines(value, text, token):
    """A table stands on lines of its own, wherever its token was put."""
    before = text[: token.start].rpartition("\n")[2].strip()
    after = text[token.end :].partition("\n")[0].strip()
    return f"{chr(10) if before else ''}{value}{chr(10) if after else ''}"


def _value(token, figures):
    """(text, None) of a token, or (None, why not)."""
    indicator = token.indicator
    if token.label == BLANK:
        return None, "这里要写今年的数：从“插入数据”里选，台账里没有的直接写数字。"
    if not token.label:
        return None, "数据标记里没有写名称，请从“插入数据”里选择。"
    if indicator is None:
        return None, f"没有叫“{token.label}”的数据，请从“插入数据”里选择。"
    if token.option and not is_rounding(token.option):
        return None, f"“{token.option}”不是认识的写法，可以写“余:百”“余:千”“余:万”。"
    value = figures[indicator.key].value
    if value is None:
        return None, _why_none(figures[indicator.key])
    return (rounded_down(value, token.option[-1]) if token.option else number(value)), None


def _why_none(figure):
    label = figure.indicator.label
    if figure.denominator == 0:
        below = indicators.parts_of(figure.indicator)[1].label
        return f"“{label}”算不出来：{below}是 0，请换个写法，例如写明没有发生。"
    return f"“{label}”还没有填（台账里没有记录，也没有零报告），不能写进报告。"


def _broken(text, start, end):
    return [
        problem_at(
            text, "花括号没有配成对，数据标记应写成“{{名称}}”。", start + match.start(), start + match.end()
        )
        for match in BROKEN.finditer(text[start:end])
    ]


def problem_at(text, message, start, end):
    """The problem that characters `start` to `end` of `text` have."""
    before = text[:start]
    return Problem(message, start, end, before.count("\n") + 1, start - (before.rfind("\n") + 1) + 1)
