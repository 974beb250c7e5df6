"""不足没有写原因."""

import re

from ..paper import SHORTCOMINGS
from .registry import Finding, Severity, check

CAUSES = re.compile("原因|由于|因为|缘于|源于|导致|致使|造成|根源|成因|归结|受[^。；]{0,12}(?:限制|影响)，")


@check(Severity.ERROR, "不足没有写原因")
def look(paper):
    """A part on 不足和原因 that says what is wanting and not why."""
    for part in paper.parts:
        if part.about == SHORTCOMINGS and part.body.strip() and not CAUSES.search(part.body):
            start = part.start + part.text.index(part.name)
            yield Finding(start, start + len(part.name), "这一部分只写了不足，没有写原因。")
