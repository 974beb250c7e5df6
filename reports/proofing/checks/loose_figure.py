"""余、近、约、以上和台账对不上."""

import re

from township.figures.wording import with_unit

from .ledger_difference import SURE, printed
from .registry import Finding, Severity, check

# 约 and 近 stand for what is this near, as a share of the figure.
ABOUT, NEAR = 0.05, 0.1


@check(Severity.ERROR, "概数与台账不符")
def look(paper):
    """5000余 with 4980 behind it is wrong; so is 近20 with 21, or 95%以上 with 94."""
    for one in paper.bound:
        figure = one.quantity
        if not figure.approximation or one.value is None or not one.comparable or one.score < SURE:
            continue
        if not holds(figure, float(one.value)):
            ledger = with_unit(one.value, one.indicator.unit)
            yield Finding(
                figure.start,
                figure.end,
                f"“{figure.text}”和台账对不上：“{one.indicator.label}”是{ledger}{advice(figure, one.value)}。",
            )


def holds(figure, value):
    """Whether `value` may be written as the approximate figure."""
    number = float(printed(figure))
    if figure.approximation == "over":
        return number < value < number + step(figure)
    if figure.approximation == "near":
        return number * (1 - NEAR) <= value < number
    if figure.approximation == "least":
        return value >= number
    if figure.approximation == "below":
        return value <= number
    return abs(value - number) <= max(ABOUT * number, 1)


def step(figure):
    """How far 余 reaches: to the next number with as few digits. 5000余 is below 6000, 300余 below 400."""
    number = int(printed(figure))
    zeros = len(re.search(r"0*$", str(number))[0])
    return 10**zeros if zeros else 1


def advice(figure, value):
    if figure.approximation == "over" and value < printed(figure):
        return "，不到这个数，可以写“近”"
    if figure.approximation == "over" and value == printed(figure):
        return "，是整数，不用写“余”"
    return ""
