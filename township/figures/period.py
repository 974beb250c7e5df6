"""Spans of days (统计期) and how they compare with the year before."""

import calendar
import datetime
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Period:
    """All days from `start` to `end`, both included."""

    start: datetime.date
    end: datetime.date

    def __post_init__(self):
        if self.end < self.start:
            raise ValueError(f"period ends {self.end} before it starts {self.start}")

    @classmethod
    def year(cls, year):
        """The calendar year."""
        return cls(datetime.date(year, 1, 1), datetime.date(year, 12, 31))

    @classmethod
    def month(cls, year, month):
        return cls(datetime.date(year, month, 1), _month_end(year, month))

    @classmethod
    def containing(cls, day, every):
        """The calendar month, quarter, half-year or year that `day` lies in."""
        months = {"month": 1, "quarter": 3, "half": 6, "year": 12}[every]
        first = (day.month - 1) // months * months + 1
        return cls(datetime.date(day.year, first, 1), _month_end(day.year, first + months - 1))

    def __contains__(self, day):
        return self.start <= day <= self.end

    def __str__(self):
        if self == Period.year(self.start.year):
            return f"{self.start.year}年"
        if self == Period.containing(self.start, "month"):
            return f"{self.start.year}年{self.start.month}月"
        return f"{spoken(self.start)}至{spoken(self.end)}"

    def until(self, day):
        """Its days up to and with `day`; its first day alone where `day` is earlier."""
        return Period(self.start, min(max(day, self.start), self.end))

    def months(self):
        """The calendar months that the span touches, cut to the span."""
        found = []
        day = self.start
        while day <= self.end:
            end = min(_month_end(day.year, day.month), self.end)
            found.append(Period(day, end))
            day = end + datetime.timedelta(days=1)
        return found

    def spans(self, every):
        """The months, quarters, half-years or years that begin within the span, whole."""
        found = []
        day = self.start
        while day <= self.end:
            span = Period.containing(day, every)
            if span.start >= self.start:
                found.append(span)
            day = span.end + datetime.timedelta(days=1)
        return found

    def last_year(self):
        """The same span a year earlier; a month's last day stays the last day (29 February included)."""
        return Period(_year_before(self.start, is_end=False), _year_before(self.end, is_end=True))


def _month_end(year, month):
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def _year_before(day, *, is_end):
    last = _month_end(day.year - 1, day.month)
    if is_end and day == _month_end(day.year, day.month):
        return last
    return day.replace(year=day.year - 1, day=min(day.day, last.day))


def spoken(day):
    """A day as official text writes it: 2022年11月30日."""
    return f"{day.year}年{day.month}月{day.day}日"
