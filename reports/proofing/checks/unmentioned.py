"""应当提到的没有提到."""

import re

from ..dated import MENTIONS, five_year_plan, latest_congress
from .registry import Finding, Severity, check


@check(Severity.REMINDER, "应提未提")
def look(paper):
    """习近平法治思想, the latest congress or plenum, the five-year plan in force, 宪法宣传周."""
    wanted = [(name, pattern) for name, since, pattern in MENTIONS if paper.day >= since]
    congress = latest_congress(paper.day)
    if congress:
        wanted.insert(1, (congress.name, congress.said))
    wanted.append(five_year_plan(paper.year))
    for name, pattern in wanted:
        if not re.search(pattern, paper.text):
            yield Finding(0, 0, f"全文没有提到{name}。")
