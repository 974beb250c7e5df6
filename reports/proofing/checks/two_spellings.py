"""同一句口号有两种写法."""

from collections import Counter

from ..paper import QUOTED
from .registry import Finding, Severity, check

SHORTEST = 10
ALIKE = 0.8


@check(Severity.REMINDER, "同一口号两种写法")
def look(paper):
    """Two long quotations of nearly the same characters that are not the same."""
    earlier = []
    for match in QUOTED.finditer(paper.text):
        said = match[1]
        if len(said) < SHORTEST:
            continue
        twin = next((one for one in earlier if one != said and shared(one, said) >= ALIKE), None)
        if twin:
            yield Finding(*match.span(), f"前面写的是“{twin}”，这里写法不同，请统一。")
        else:
            earlier.append(said)


def shared(one, other):
    """The share of characters that two quotations have in common, whatever their order."""
    return 2 * sum((Counter(one) & Counter(other)).values()) / (len(one) + len(other))
