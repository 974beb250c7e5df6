"""落款早于统计截止日."""

from ..laws import said_day
from .registry import Finding, Severity, check


@check(Severity.REMINDER, "落款早于统计截止日")
def look(paper):
    """A report signed before the last day that its figures are taken over."""
    if paper.signed_on and paper.signed_on < paper.cutoff and paper.signed_on.year == paper.cutoff.year:
        place = paper.signature[1]
        yield Finding(
            place.start,
            place.end,
            f"落款日期{place.text}早于统计截止日{said_day(paper.cutoff)}，请写明“截至”哪一天。",
        )
