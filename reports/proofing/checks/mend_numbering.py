"""编号后面的标点."""

import re

from .registry import Finding, Severity, check

ARABIC = re.compile(r"(?:^[ \t　\xa0]*|(?<=[。；：:]))(\d{1,2})(、|．)(?!\d)", re.MULTILINE)
AFTER_BRACKET = re.compile(
    r"^[ \t　\xa0]*[（(](?:[一二三四五六七八九十]+|\d{1,2})[）)]([、.．])", re.MULTILINE
)
CHINESE = re.compile(r"^[ \t　\xa0]*[一二三四五六七八九十]+([.．])", re.MULTILINE)


@check(Severity.MEND, "编号后面的标点")
def look(paper):
    """1. takes a point, （一） nothing, 一 a 、 (GB/T 15834-2011)."""
    for match in ARABIC.finditer(paper.text):
        yield Finding(
            match.start(1),
            match.end(2),
            f"“{match[1]}{match[2]}”应写“{match[1]}.”。",
            replacement=f"{match[1]}.",
        )
    for match in AFTER_BRACKET.finditer(paper.text):
        yield Finding(*match.span(1), "带括号的编号后面不用标点。", replacement="")
    for match in CHINESE.finditer(paper.text):
        yield Finding(*match.span(1), "“一”这样的编号后面用顿号。", replacement="、")
