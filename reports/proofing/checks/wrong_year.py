"""标题、正文、落款的年份不一致."""

import re

from ..paper import PLANS
from .registry import Finding, Severity, check

OPENING = re.compile(
    r"(?:^[ \t　\xa0]*|(?<=[。；]))(20\d{2})年(?:度)?(?=，|[,、]|以来|我|全|本|共|\s*[\u4e00-\u9fff]{2,4}[镇乡])",
    re.MULTILINE,
)
_PAST = re.compile("去年|上年|同期|相比|曾|自20|以来|荣获|被评|印发|施行|颁布|成立")


@check(Severity.ERROR, "年份不一致")
def look(paper):
    """A title, an opening of a sentence, a plan or a signature with the year of another report."""
    yield from _title(paper)
    yield from _openings(paper)
    yield from _plans(paper)
    if paper.signed_on and paper.signed_on.year not in (paper.year, paper.year + 1):
        place = paper.signature[1]
        yield Finding(place.start, place.end, f"落款是{place.text}，和{paper.year}年的报告对不上。")


def _title(paper):
    heading = paper.heading
    for match in re.finditer(r"20\d{2}(?=年)", heading.text if heading else ""):
        if int(match[0]) != paper.year:
            place = heading.start + match.start()
            yield Finding(place, place + 5, f"标题写的是{match[0]}年，报告是{paper.year}年的。")
    if paper.title and (found := re.search(r"20\d{2}(?=年)", paper.title)) and int(found[0]) != paper.year:
        yield Finding(0, 0, f"报告标题写的是{found[0]}年，报告是{paper.year}年的。")


def _openings(paper):
    for match in OPENING.finditer(paper.text):
        part = paper.part_at(match.start())
        sentence = paper.sentence_at(match.start(1)).text
        if int(match[1]) == paper.year or (part and part.about == PLANS) or _PAST.search(sentence):
            continue
        yield Finding(match.start(1), match.end(1) + 1, f"这句写的是{match[1]}年，报告是{paper.year}年的。")


def _plans(paper):
    """The plan of a report of 2022 is one for 2023."""
    for part in paper.parts:
        if part.about != PLANS:
            continue
        for match in re.finditer(r"20\d{2}(?=年)", part.name):
            if int(match[0]) != paper.year + 1:
                place = part.start + part.text.index(part.name) + match.start()
                yield Finding(place, place + 5, f"下年安排写的是{match[0]}年，应是{paper.year + 1}年。")
