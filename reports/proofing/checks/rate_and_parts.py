"""比率和分子分母不符."""

import re

from ..quantities import KIND_OF
from .registry import Finding, Severity, check

# The part that a rate is of: settled, passed, answered, issued.
PART_WORDS = re.compile(
    "成功|化解|办结|合格|通过|答复|办复|满意|结案|履行|参考|实考|参加|持证|完成|整改|优秀|出庭|采纳|签订|备案"
)


@check(Severity.ERROR, "比率与分子、分母不符")
def look(paper):
    """36 cases of which 35 were settled are not 99 %."""
    for rate, whole, part in rates_with_parts(paper):
        exact = 100 * part.number / whole.number
        places = max(0, -rate.number.as_tuple().exponent)
        if rate.approximation:
            continue
        if (
            abs(exact - rate.number) > max(0.5 * 10**-places, 0.05) + 1e-9
            if places
            else abs(exact - rate.number) >= 1
        ):
            yield Finding(
                rate.start,
                rate.end,
                f"{part.text}÷{whole.text}是{float(round(exact, 1)):g}%，不是{rate.text}。",
            )


def rates_with_parts(paper):
    """(rate, whole, part) of the rates whose numerator and denominator stand before them in the sentence."""
    for one in paper.bound:
        rate = one.quantity
        if rate.unit != "%" or not rate.number:
            continue
        sentence = paper.sentence_at(rate.start)
        before = [
            other.quantity
            for other in paper.bound
            if sentence.start <= other.quantity.start < rate.start
            and other.quantity.unit != "%"
            and "/" not in other.quantity.unit
            and other.quantity.number
        ]
        if len(before) < 2:
            continue
        whole, part = before[-2:]
        said = paper.text[whole.end : part.start]
        about = re.search(
            r"(" + PART_WORDS.pattern + r")[^，。；]{0,6}率", paper.text[part.end : rate.end + 1]
        )
        same = KIND_OF.get(whole.unit) == KIND_OF.get(part.unit)
        if same and about and PART_WORDS.search(said) and part.number <= whole.number:
            yield rate, whole, part
