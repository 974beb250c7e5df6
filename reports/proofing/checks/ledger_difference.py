"""数字和台账不一致."""

from township.figures.wording import with_unit

from .registry import Finding, Severity, check

SURE = 0.6


@check(Severity.ERROR, "数字与台账不一致")
def look(paper):
    """An exact figure that differs from the ledger's value, both shown."""
    for one in paper.bound:
        figure = one.quantity
        if figure.approximation or one.value is None or not one.comparable or one.score < SURE:
            continue
        if "/" not in figure.unit and differs(figure, one.value):
            ledger = with_unit(one.value, one.indicator.unit)
            yield Finding(
                figure.start,
                figure.end,
                f"报告写的是{figure.text}，台账里“{one.indicator.label}”是{ledger}。",
            )


def differs(figure, value):
    """Whether an exact figure says another number than `value`, as far as it shows places."""
    return printed(figure) != value and not rounded(figure, value)


def printed(figure):
    """The figure's number in the unit that ledgers keep: yuan for 万元."""
    return figure.number * {"万元": 10_000, "亿元": 100_000_000}.get(figure.unit, 1)


def rounded(figure, value):
    """Whether a rate or an amount in 万元 is the ledger's value to as many places as it shows."""
    if figure.unit not in ("%", "万元", "亿元"):
        return False
    step = {"万元": 10_000, "亿元": 100_000_000}.get(figure.unit, 1)
    places = max(0, -figure.number.as_tuple().exponent)
    return abs(float(figure.number) - float(value) / step) <= 0.5 * 10**-places + 1e-9
