"""和已定稿的材料说法不一."""

from township.figures.wording import with_unit

from .ledger_difference import SURE, differs
from .registry import Finding, Severity, check


@check(Severity.ERROR, "和已定稿的材料数字不一")
def look(paper):
    """A figure of which another locked text says another number for the same span."""
    for one in paper.bound:
        figure, stated = one.quantity, paper.stated.get(one.indicator.key if one.indicator else "", ())
        if figure.approximation or not one.comparable or (stated and one.score < SURE):
            continue
        for title, value, unit in stated:
            if differs(figure, value):
                yield Finding(
                    figure.start,
                    figure.end,
                    f"“{one.indicator.label}”这里是{figure.text}，已定稿的《{title}》是{with_unit(value, unit)}。",
                )
