"""和上年的报告雷同."""

import re
from difflib import SequenceMatcher

from .registry import Finding, Severity, check

ALIKE = 0.9
SHORTEST = 24


@check(Severity.REFERENCE, "与上年雷同")
def look(paper):
    """Sentences that repeat one of last year's but for its years and figures."""
    old = {plain(one) for one in re.findall(r"[^。；\n]+", paper.last_year) if len(one.strip()) >= SHORTEST}
    for sentence in paper.sentences if old else ():
        said = sentence.text.strip()
        if len(said) >= SHORTEST and any(alike(plain(said.rstrip("。；")), one) for one in old):
            start = sentence.start + sentence.text.index(said)
            yield Finding(start, start + len(said), "这句和上年的报告几乎一样。")


def plain(sentence):
    """A sentence without what changes by itself: numbers, tokens and layout."""
    return re.sub(r"\{\{[^{}]*\}\}|\d+(?:\.\d+)?|[\s“”\"（）()]", "", sentence)


def alike(one, other):
    if one == other:
        return True
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE
