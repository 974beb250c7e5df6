"""Freeing pasted text from layout: white space, invisible characters, half-width brackets."""

import re

CJK = r"\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\u3000-\u303f\uff00-\uffef"
# Zero-width and direction marks, soft hyphens, presentation selectors and controls such as Word's cell ends.
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]"
    r"|[\ud800-\udfff\ufffe\uffff]"
)
_SPACE = re.compile(r"\s+")
_LAYOUT_SPACE = re.compile(rf"(?<=[{CJK}”’…—]) (?=\S)|(?<=\S) (?=[{CJK}“‘…—])")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_CHINESE = re.compile(rf"[{CJK}]")


def clean_lines(text):
    """[(line of the source from 1, cleaned line)] of the lines that hold anything."""
    return [
        (number, cleaned)
        for number, source in enumerate(re.split(r"\r\n|\r|\n", text), 1)
        for part in source.splitlines()  # Word's own line and page breaks
        if (cleaned := clean_line(part))
    ]


def clean_line(line):
    """The line without layout white space and with brackets as Chinese text has them."""
    line = _SPACE.sub(" ", _INVISIBLE.sub("", line)).strip()
    # Brackets turned full-width are Chinese text: a blank inside them is layout too.
    return _LAYOUT_SPACE.sub("", full_width_brackets(_LAYOUT_SPACE.sub("", line)))


def full_width_brackets(line):
    """Half-width brackets around or beside Chinese characters, full-width, in pairs, from the inside out."""
    while (changed := _BRACKETS.sub(_full_width, line)) != line:
        line = changed
    return line


def _full_width(match):
    beside = match.string[max(0, match.start() - 1) : match.start()] + match.string[match.end() :][:1]
    return f"（{match[1]}）" if _CHINESE.search(match[1] + beside) else match[0]
