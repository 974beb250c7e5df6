"""同一件事前后写了两个数."""

from ..quantities import KIND_OF
from .registry import Finding, Severity, check

SURE = 0.9


@check(Severity.ERROR, "一事两数")
def look(paper):
    """The same indicator with two different figures in one report."""
    first = {}
    for one in paper.bound:
        figure = one.quantity
        if one.indicator is None or one.score < SURE or not one.comparable or "/" in figure.unit:
            continue
        earlier = first.setdefault(one.indicator.key, figure)
        if differs(earlier, figure):
            yield Finding(
                figure.start,
                figure.end,
                f"“{one.indicator.label}”前面写的是{earlier.text}，这里是{figure.text}。",
            )


def differs(one, other):
    if KIND_OF.get(one.unit) != KIND_OF.get(other.unit):
        return False
    if one.approximation or other.approximation:
        low, high = sorted((one.number, other.number))
        return high > low * 2
    return one.number != other.number
