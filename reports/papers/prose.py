"""What all kinds of texts share in their prose."""

from township.figures.period import spoken

from ..outline import organ_of
from .spans import last_day

# Checks of 数据核对 that are about the annual report alone.
ANNUAL_ONLY = (
    "missing_parts",
    "missing_causes",
    "unmentioned",
    "repeated_passages",
    "plans_unanswered",
    "wrong_year",
)


def words(area, span):
    """{town}, {organ}, {date} and {partly}, the sentence about a span that has not passed."""
    last = last_day(span)
    return {
        "town": area.name,
        "organ": organ_of(area),
        "date": spoken(last),
        "partly": "数据统计截至{{统计截止日}}。" if last < span.end else "",
    }
