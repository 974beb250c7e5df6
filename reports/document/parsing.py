"""Reading plain official text, as officials write it or paste it, into a document tree.

Mixed numbering (`1、` beside `1.`, `(一)` beside `（一）`), stray indentation and blank lines are expected.
Nothing is dropped or reworded: half-width brackets beside Chinese text become full-width, white space
between Chinese characters goes, and that is all.
"""

import re

from .tree import Block, Document, OfficialHeading, Span

NUMERAL = "一二三四五六七八九十百"
LEVELS = (
    (1, re.compile(rf"[{NUMERAL}]+、")),
    (2, re.compile(rf"（[{NUMERAL}]+）")),
    (3, re.compile(r"\d{1,2}[.．、](?!\d)")),
    (4, re.compile(r"（\d{1,2}）")),
)
DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
TITLE_WORDS = re.compile(r"报告|汇报|总结|情况|意见|通知|要点|方案|计划|说明|函$")
SENTENCE_MARKS = re.compile(r"[。；！？：，]|[;:!?]$")
CJK = r"\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\u3000-\u303f\uff00-\uffef"
LONGEST_TITLE_LINE, LONGEST_HEADING, LONGEST_LEAD = 44, 60, 40


def clean_line(line):
    """The line without layout white space and with brackets as Chinese text has them."""
    line = re.sub(r"[\s\u00a0\u200b\ufeff]+", " ", line).strip()
    line = re.sub(rf"(?<=[{CJK}”’…]) (?=\S)|(?<=\S) (?=[{CJK}“‘])", "", line)
    return full_width_brackets(line)


def full_width_brackets(line):
    """Half-width brackets around or beside Chinese characters, full-width, in pairs."""
    return re.sub(
        r"\(([^()]*)\)",
        lambda match: f"（{match[1]}）" if _chinese_around(line, match) else match[0],
        line,
    )


def _chinese_around(line, match):
    inside_or_beside = (
        match[1] + line[max(0, match.start() - 1) : match.start()] + line[match.end() : match.end() + 1]
    )
    return re.search(rf"[{CJK}]", inside_or_beside) is not None


def parse(text, *, title, heading=None, sealed=False):
    """The document of `text`; a text that brings no title of its own gets `title`."""
    lines = [(number, clean_line(line)) for number, line in enumerate(text.splitlines(), 1)]
    lines = [(number, line) for number, line in lines if line]
    organs, date, lines = _signature(lines)
    own_title, lines = _title(lines)
    addressee, lines = _addressee(lines)
    return Document(
        title=own_title or title,
        blocks=tuple(block(line, number) for number, line in lines),
        addressee=addressee,
        organs=organs,
        date=date,
        heading=heading or OfficialHeading(),
        sealed=sealed,
    )


def _signature(lines):
    """The signing organs and the date at the end, and the lines before them."""
    if not lines or not DATE.fullmatch(lines[-1][1]):
        return (), "", lines
    date, rest, organs = lines[-1][1], lines[:-1], []
    while (
        rest
        and len(rest[-1][1]) <= 25
        and not re.search(r"[。；：，]", rest[-1][1])
        and not _level(rest[-1][1])
    ):
        organs.insert(0, rest[-1][1])
        rest = rest[:-1]
    return tuple(organs), date, rest


def _title(lines):
    """The title that the text itself brings, its lines joined by line breaks."""
    found = []
    for _, line in lines:
        if len(line) > LONGEST_TITLE_LINE or SENTENCE_MARKS.search(line) or _level(line):
            break
        found.append(line)
    while found and not TITLE_WORDS.search(found[-1]):
        found.pop()
    return "\n".join(found), lines[len(found) :]


def _addressee(lines):
    """主送机关: a first line that ends in a colon."""
    if lines and len(lines[0][1]) <= LONGEST_HEADING and not _level(lines[0][1]):
        line = lines[0][1]
        if line.endswith((":", "：")) and "。" not in line:
            return line[:-1] + "：", lines[1:]
    return "", lines


def _level(line):
    for level, pattern in LEVELS:
        if pattern.match(line):
            return level
    return 0


def block(line, number, spans=None):
    """The block of one cleaned line."""
    level = _level(line)
    return Block(spans or (Span(line),), level, _lead(line, level), number)


def _lead(line, level):
    """How many characters carry the heading's face."""
    if not level:
        return 0
    if not re.search(r"[。；！？：]", line) and len(line) <= LONGEST_HEADING:
        return len(line)
    stop = line.find("。")
    # A run-in heading is a short first sentence with more after it; a list item ending in ； is body text.
    if level <= 2 and 0 < stop < min(len(line) - 1, LONGEST_LEAD) and not re.search(r"[；：]", line[:stop]):
        return stop + 1
    return 0
