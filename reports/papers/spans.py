"""Spans of days as official texts name them."""

import datetime

from django.utils import timezone

from township.figures.period import Period, spoken
from township.figures.years import CALENDAR_YEARS

OWN, FREE = "own", "free"
# What a new text can be about: key: (name, months from, to).
OFFERED = {
    "year": ("全年", 1, 12),
    "h1": ("上半年", 1, 6),
    "h2": ("下半年", 7, 12),
    "q1": ("第一季度", 1, 3),
    "q2": ("第二季度", 4, 6),
    "q3": ("第三季度", 7, 9),
    "q4": ("第四季度", 10, 12),
}
QUARTERS = "一二三四"


def named(period, years=CALENDAR_YEARS):
    """2022年, 2022年上半年, 2022年第二季度, 2022年5月, 2022年12月1日至7日; a whole year of `years` is called by it."""
    year, start, end = period.start.year, period.start, period.end
    if period == years.span(year_of(period)):
        return f"{year_of(period)}年"
    if period == Period.containing(start, "half"):
        return f"{year}年{'上' if start.month == 1 else '下'}半年"
    if period == Period.containing(start, "quarter"):
        return f"{year}年第{QUARTERS[start.month // 3]}季度"
    if period == Period.containing(start, "month"):
        return str(period)
    if start.year != end.year:
        return f"{spoken(start)}至{spoken(end)}"
    if start == end:
        return spoken(start)
    return (
        f"{spoken(start)}至{end.day}日"
        if start.month == end.month
        else f"{spoken(start)}至{end.month}月{end.day}日"
    )


def year_of(span):
    """The year that a text about `span` is filed and titled under.

    That of its last day: every statistical year ends in the year it is called after, also one that begins in
    December, and 宪法宣传周 of December 2022 is called after 2022 wherever it is counted.
    """
    return span.end.year


def offered(key, year, years=CALENDAR_YEARS):
    """The span of `year` that is offered under `key`: quarters and halves of the calendar, the year as `years` has it."""
    if key == "year":
        return years.span(year)
    _, first, last = OFFERED[key]
    return Period(datetime.date(year, first, 1), Period.month(year, last).end)


def last_day(span, today=None):
    """The last day of the span that can be counted: its end, or today while it has not passed."""
    return max(span.start, min(span.end, today or timezone.localdate()))
