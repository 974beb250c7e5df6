"""提法已经过时."""

import re

from ..dated import CONGRESSES, latest_congress
from ..wordings import wordings_for
from .registry import Finding, Severity, check


@check(Severity.REMINDER, "提法已经过时")
def look(paper):
    """Set phrases, campaigns and names of offices after their time, and congresses with a later one unsaid."""
    for wording in wordings_for(paper.area):
        if wording.until and paper.day <= wording.until:
            continue
        for match in wording.found_in(paper.text):
            if not _within_title(paper.text, match.start()):
                said = match[0].strip('“”"')
                yield Finding(*match.span(), f"“{said}”已经过时：{wording.instead.rstrip('。')}。")
    yield from _congress(paper)


def _congress(paper):
    """十九大及十九届历次全会 after the next congress, when that one is not mentioned."""
    latest = [one for one in CONGRESSES if one.since <= paper.day and "大" in one.name]
    if len(latest) < 2 or re.search(latest[-1].said, paper.text):
        return
    newer = latest_congress(paper.day)
    for match in re.finditer(
        r"(?:党的)?十九大(?:(?:和|及|以及|、)?(?:党的)?十九届历次全会)?|十九届[一二三四五六七]中全会",
        paper.text,
    ):
        yield Finding(
            *match.span(),
            f"“{match[0]}”的提法已经过时：{newer.since.year}年{newer.since.month}月起应写{newer.name}。",
        )


def _within_title(text, place):
    """Whether a place lies in the name of a law or document."""
    line = text[text.rfind("\n", 0, place) + 1 : place]
    return line.rfind("《") > line.rfind("》")
