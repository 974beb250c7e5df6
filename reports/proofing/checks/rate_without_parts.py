"""100% 没有交代分子分母."""

from .rate_and_parts import rates_with_parts
from .registry import Finding, Severity, check


@check(Severity.REFERENCE, "100%没有写出分子、分母")
def look(paper):
    """A rate of 100 % whose parts are not said in the same sentence."""
    with_parts = {rate.start for rate, _, _ in rates_with_parts(paper)}
    for one in paper.bound:
        figure = one.quantity
        said = figure.unit == "%" and figure.number == 100 and figure.start not in with_parts
        if said and not paper.is_planned(figure.start):
            yield Finding(
                figure.start, figure.end, f"“{figure.text}”没有写出分子和分母，建议写明几件里办成几件。"
            )
