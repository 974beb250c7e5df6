"""去年的安排没有交代."""

from ..planned import unanswered
from .registry import Finding, Severity, check

SHOWN = 40


@check(Severity.REFERENCE, "去年计划未交代")
def look(paper):
    """What last year's report planned for this year, and this year's text does not come back to."""
    for one in unanswered(paper):
        title = one.title if len(one.title) <= SHOWN else f"{one.title[:SHOWN]}……"
        yield Finding(0, 0, f"去年安排的“{title}”，全文没有交代。")
