"""What a report planned for the next year (下年安排), sentence by sentence, and whether a later text answers it."""

import re
from dataclasses import dataclass
from itertools import zip_longest

from ..document import parse
from ..document.parsing import LEVELS
from .paper import PLANS, about

SHORTEST = 8
# A figure bound with less is a guess.
SURE = 0.6
# The share of a plan's own pairs of characters that one paragraph has to say again.
ENOUGH = 0.3
# What every plan and every report says, and so tells nothing apart.
COMMON = re.compile(
    "进一步|持续|不断|深入|加强|推进|推动|落实|完善|提升|提高|强化|做好|抓好|开展|继续|积极|认真|切实|全面|着力|大力"
    "|健全|深化|坚持|加大|力度|工作|建设|水平|能力|质效|我镇|全镇|全年|明年|今年|法治|依法|不够|不足|薄弱|不强|问题|还有"
    "|仍然|较为|有待|原因|主要|[^\\u4e00-\\u9fff]"
)


@dataclass(frozen=True)
class Planned:
    """One thing that was planned; `indicator` is the key of the figure that answers it, if one does."""

    title: str
    indicator: str = ""


def planned_in(text):
    """The sentences of the part on next year's plans, without numbers and headings."""
    found, inside = [], False
    blocks = parse(text, title="").blocks
    for block, after in zip_longest(blocks, blocks[1:]):
        if block.level == 1:
            inside = about(block.text[: block.lead] or block.text) == PLANS
        if inside:
            found += _sentences(_said(block, after))
    return found


def _said(block, after):
    """What a block says beside its number and its heading; of a heading with nothing below it the heading."""
    if block.level == 1 or not block.is_heading:
        text = block.text[block.lead :]
    else:
        text = "" if after and (not after.level or after.level > block.level) else block.text
    for _, number in LEVELS:
        text = number.sub("", text, count=1) if number.match(text) else text
    return text


def _sentences(text):
    sentences = (one.strip(" 。；") for one in re.split("(?<=[。；])", text))
    return [one for one in sentences if len(one) >= SHORTEST]


def pieces(text):
    """The pairs of characters of a text that tell what it is about."""
    return {part[n : n + 2] for part in COMMON.split(text) for n in range(len(part) - 1)}


def unanswered(paper):
    """Those of the paper's plans that it does not come back to, neither by their figure nor in words."""
    quoted = {
        one.indicator.key
        for one in paper.bound
        if one.indicator and one.comparable and (one.by_token or one.score >= SURE)
    }
    told = [
        pieces(one.text)
        for one in paper.paragraphs
        if (part := paper.part_at(one.start)) is None or part.about != PLANS
    ]
    return [one for one in paper.plans if one.indicator not in quoted and not _told(one, told)]


def _told(planned, paragraphs):
    wanted = pieces(planned.title)
    return not wanted or any(len(wanted & said) >= ENOUGH * len(wanted) for said in paragraphs)
