"""Reading plain official text, as officials write it or paste it, into a document tree.

Mixed numbering (`1、` beside `1.`, `(一)` beside `（一）`), stray indentation and blank lines are expected.
Nothing is dropped or reworded: half-width brackets beside Chinese text become full-width, white space
between Chinese characters goes, and that is all.
"""

import re

from .cleaning import clean_lines
from .tables import placed, take_out
from .tree import Block, Document, OfficialHeading, Span

NUMERAL = "一二三四五六七八九十百"
LEVELS = (
    (1, re.compile(rf"[{NUMERAL}]+[、.．]")),
    (2, re.compile(rf"（[{NUMERAL}]+）")),
    (3, re.compile(r"\d{1,2}[.．、](?!\d)")),
    (4, re.compile(r"（\d{1,2}）")),
)
DATE = re.compile(
    r"\d{4}年\d{1,2}月\d{1,2}日|[一二三四五六七八九〇○零]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
)
NUMBER = re.compile(r"[\u4e00-\u9fff]{2,12}〔\d{4}〕\d{1,4}号")
SIGNERS = re.compile(r"签发人：(.{2,40})")
NOTE = re.compile(r"（[^（）]{2,60}）")
TITLE_WORDS = re.compile(r"报告|汇报|总结|情况|意见|通知|要点|方案|计划|说明|函$")
SENTENCE_MARKS = re.compile(r"[。；！？：，]|[;:!?]$")
ORGAN_ENDS = ("政府", "委员会", "党委", "办公室", "办事处", "小组", "中心", "学校", *"委办局所站院会厅部")
# A first line that leads in what follows is body text, whatever it ends in.
LEAD_INS = re.compile(r"。|如下|现将")
# What closes a text; it stands above the signature and is no organ.
CLOSINGS = ("特此", "以上", "此致", "敬礼", "妥否", "当否", "专此", "附件")
ATTACHMENT = re.compile(r"附件[：:]")
ATTACHMENT_NAME = re.compile(r"\d{1,2}[.．、](?!\d)")
LONGEST_TITLE_LINE, LONGEST_HEADING, LONGEST_LEAD, LONGEST_ORGAN = 44, 60, 40, 25


def parse(text, *, title, heading=None, sealed=False):
    """The document of `text`; a text that brings no title of its own gets `title`."""
    text, tables = take_out(text)
    lines = clean_lines(text)
    own_heading, lines = _heading(lines)
    note, organs, date, lines = _signature(lines)
    own_title, lines = _title(lines)
    addressee, lines = _addressee(lines)
    attachments, lines = _attachments(lines)
    return Document(
        title=own_title or title,
        blocks=tuple(placed(line, tables) or block(line, number) for number, line in lines),
        addressee=addressee,
        attachments=attachments,
        organs=organs,
        date=date,
        note=note,
        heading=_merged(heading or OfficialHeading(), own_heading),
        sealed=sealed,
    )


def _heading(lines):
    """发文字号 and 签发人 that the text itself begins with."""
    number, signers = "", ()
    while lines:
        line = lines[0][1]
        if NUMBER.fullmatch(line):
            number = line
        elif found := SIGNERS.fullmatch(line):
            signers = tuple(name for name in re.split(r"[、，, ]", found[1]) if name)
        else:
            break
        lines = lines[1:]
    return OfficialHeading(number, signers), lines


def _merged(given, own):
    return OfficialHeading(given.number or own.number, given.signers or own.signers, given.mark)


def _signature(lines):
    """附注, the signing organs and the date at the end, and the lines before them."""
    rest, note = lines, ""
    if len(rest) > 1 and NOTE.fullmatch(rest[-1][1]) and _organ_and_date(rest[-2][1]):
        note, rest = rest[-1][1], rest[:-1]
    found = _organ_and_date(rest[-1][1]) if rest else None
    if not found:
        return "", (), "", lines
    organ, date = found
    rest, organs = rest[:-1], [organ] if organ else []
    while rest and _is_organ(rest[-1][1], first=not organs):
        organs.insert(0, rest[-1][1])
        rest = rest[:-1]
    return note, tuple(organs), date, rest


def _organ_and_date(line):
    """(organ, date) of a line that is a date, with the organ before it perhaps; None of any other."""
    match = DATE.search(line)
    if not match or match.end() != len(line):
        return None
    organ = line[: match.start()]
    return (organ, match[0]) if not organ or (organ.endswith(ORGAN_ENDS) and _is_organ(organ)) else None


def _is_organ(line, *, first=True):
    """Whether a line above the date signs: right above it any short name may, higher up only organs."""
    if len(line) > LONGEST_ORGAN or SENTENCE_MARKS.search(line) or _level(line) or line.startswith(CLOSINGS):
        return False
    return first or line.endswith(ORGAN_ENDS)


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
        if line.endswith((":", "：")) and not LEAD_INS.search(line):
            return line[:-1] + "：", lines[1:]
    return "", lines


def _attachments(lines):
    """附件说明: `附件：1.名称` and the numbered names below it, at the end of the text."""
    for position in range(len(lines) - 1, -1, -1):
        number, line = lines[position]
        if ATTACHMENT.match(line):
            names = [(number, ATTACHMENT.sub("", line, count=1)), *lines[position + 1 :]]
            return tuple(Block((Span(name),), line=number) for number, name in names if name), lines[
                :position
            ]
        if not ATTACHMENT_NAME.match(line):
            break
    return (), lines


def _level(line):
    for level, pattern in LEVELS:
        if pattern.match(line):
            return level
    return 0


def block(line, number):
    """The block of one cleaned line."""
    level = _level(line)
    return Block((Span(line),), level, _lead(line, level), number)


def _lead(line, level):
    """How many characters carry the heading's face."""
    if not level:
        return 0
    if len(line) <= LONGEST_HEADING and not re.search(r"[。；！？：]", line.removesuffix("：")):
        return len(line)
    stop = line.find("。")
    # A run-in heading is a short first sentence with more after it; a list item ending in ； is body text.
    if level <= 2 and 0 < stop < min(len(line) - 1, LONGEST_LEAD) and not re.search(r"[；：]", line[:stop]):
        return stop + 1
    return 0
