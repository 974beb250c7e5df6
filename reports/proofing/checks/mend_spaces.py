"""多余的空格."""

import re

from .registry import Finding, Severity, check

INSIDE = re.compile(
    r"(?<=[\u4e00-\u9fff，。；：、“”（）])[ 　\xa0]+(?=[\u4e00-\u9fff，。；：、“”（）\d])|(?<=\d)[ 　\xa0]+(?=[\u4e00-\u9fff%])"
)


@check(Severity.MEND, "多余的空格")
def look(paper):
    """Spaces inside a line of Chinese text; those that indent it are layout."""
    for match in INSIDE.finditer(paper.text):
        if not blank_for_a_figure(paper.text, match):
            said = paper.text[match.start() - 1 : match.end() + 1]
            yield Finding(*match.span(), f"“{said}”中间多了空格。", replacement="")


def blank_for_a_figure(text, match):
    """A gap before a unit is no mend: a figure is missing there."""
    from .blank_figure import BLANKS

    return bool(BLANKS.match(text, match.start()))
