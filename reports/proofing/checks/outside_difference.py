"""数字和县通报数不一致."""

from township.figures.wording import with_unit

from ...agreement.comparing import plain
from .ledger_difference import SURE, differs
from .registry import Finding, Severity, check


@check(Severity.ERROR, "数字与县通报数不一致")
def look(paper):
    """An exact figure that differs from what the county states for the same span and nobody has explained."""
    for one in paper.bound:
        figure = one.quantity
        if figure.approximation or one.indicator is None or not one.comparable or one.score < SURE:
            continue
        if "/" in figure.unit:
            continue
        for stated in paper.outside_figures.get(one.indicator.key, ()):
            if stated.explanation or not differs(figure, stated.value):
                continue
            said = with_unit(plain(stated.value), one.indicator.unit)
            yield Finding(
                figure.start,
                figure.end,
                f"报告写的是{figure.text}，{stated.source}里“{one.indicator.label}”是{said}，请核对，或在“对数”里写明差在哪里。",
            )
