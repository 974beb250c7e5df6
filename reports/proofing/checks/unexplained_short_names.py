"""简称没有写明是哪几个."""

import re

from .enumerations import KNOWN, SAID, members
from .registry import Finding, Severity, check

SHORT = re.compile(
    r"[“\"]([两二三四五六七八九十])(化|心合一|个中心|张清单|项机制|步工作法|联|清|包|必|比|亮)[”\"]"
)


@check(Severity.REMINDER, "简称没有全称")
def look(paper):
    """“三化” in a text that never says which three."""
    seen = set()
    listed = {match[1] + match[2] for match in SAID.finditer(paper.text) if members(paper.text, match)}
    for match in SHORT.finditer(paper.text):
        phrase = match[1] + match[2]
        if phrase in seen or phrase in listed or KNOWN.match(phrase):
            continue
        seen.add(phrase)
        if len(re.findall(re.escape(phrase), paper.text)) == 1:
            yield Finding(*match.span(), f"“{phrase}”没有写明是哪{match[1]}个，第一次出现时请写全。")
