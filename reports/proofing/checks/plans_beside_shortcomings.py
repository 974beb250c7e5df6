"""下年安排和不足对不上."""

from ..paper import PLANS, SHORTCOMINGS
from ..planned import pieces
from .registry import Finding, Severity, check


@check(Severity.REFERENCE, "计划与不足不对应")
def look(paper):
    """A shortcoming that nothing in next year's plans has a word about."""
    plans = pieces("\n".join(part.body for part in paper.parts if part.about == PLANS))
    for one in paper.paragraphs if plans else ():
        part = paper.part_at(one.start)
        is_heading = part is not None and one.start <= part.start + part.text.index(part.name)
        if part is None or part.about != SHORTCOMINGS or is_heading:
            continue
        said = pieces(one.text)
        if said and not said & plans:
            sentence = paper.sentence_at(one.start + len(one.text) - len(one.text.lstrip()))
            yield Finding(sentence.start, sentence.end, "这项不足，下年安排里没有对应的措施。")
