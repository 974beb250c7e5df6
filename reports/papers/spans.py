"""Spans of days as official texts name them."""

import datetime

from django.utils import timezone

from township.figures.period import Period

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


def named(period):
    """2022年, 2022年上半年, 2022年第二季度, 2022年5月, 2022年12月1日至7日."""
    year, start, end = period.start.year, period.start, period.end
    if period == Period.containing(start, "half"):
        return f"{year}年{'上' if start.month == 1 else '下'}半年"
    if period == Period.containing(start, "quarter"):
        return f"{year}年第{QUARTERS[start.month // 3]}季度"
    if period in (Period.year(year), Period.containing(start, "month")):
        return str(period)
    if start.year != end.year:
        return f"{day(start)}至{day(end)}"
    if start == end:
        return day(start)
    return (
        f"{day(start)}至{end.day}日"
        if start.month == end.month
        else f"{day(start)}至{end.month}月{end.day}日"
    )


def day(date):
    """2022年6月20日."""
    return f"{date.year}年{date.month}月{date.day}日"


def offered(key, year):
    """The span of `year` that is offered under `key`."""
    _, first, last = OFFERED[key]
    return Period(datetime.date(year, first, 1), Period.month(year, last).end)


def last_day(span, today=None):
    """The last day of the span that can be counted: its end, or today while it has not passed."""
    return max(span.start, min(span.end, today or timezone.localdate()))
