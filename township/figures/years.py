"""The years of a township (统计年度): calendar years, or from 1 December of the year before to 30 November."""

import datetime
from dataclasses import dataclass

from township.people.definitions import PerTownship

from .period import Period

A_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Seam:
    """Days that two adjoining years both count (`twice`) or both leave out; there are such days only where
    the setting changes between them."""

    year: int
    days: Period
    twice: bool

    def __str__(self):
        if self.twice:
            return f"{self.days}在{self.year - 1}年度和{self.year}年度都统计，两年的数相加会重复"
        return f"{self.days}不在{self.year - 1}年度，也不在{self.year}年度，两年的数相加会漏掉"


@dataclass(frozen=True)
class Years:
    """Which days each year holds. `changes` is ((first year, whether it begins in December), …), ascending."""

    changes: tuple = ()

    def begin_in_december(self, year):
        """Whether `year` runs from 1 December of the year before to 30 November."""
        return next((december for first, december in reversed(self.changes) if first <= year), False)

    def span(self, year):
        """All days of `year`."""
        if self.begin_in_december(year):
            return Period(datetime.date(year - 1, 12, 1), datetime.date(year, 11, 30))
        return Period.year(year)

    def holding(self, day):
        """The years that count `day`: one, but two or none at a seam."""
        return [year for year in (day.year, day.year + 1) if day in self.span(year)]

    def running_on(self, day):
        """The year that is being kept on `day`; the one just over where the setting leaves the day out."""
        return max(self.holding(day), default=day.year)

    def calendar_year(self, year, month):
        """The calendar year of the `month` that `year` holds: December of 2022 may be that of 2021."""
        return year - 1 if month == 12 and self.begin_in_december(year) else year

    def spans(self, period, every):
        """The months, quarters, half-years (of the calendar) or years that begin within `period`, whole."""
        if every != "year":
            return period.spans(every)
        candidates = (self.span(year) for year in range(period.start.year, period.end.year + 2))
        return [span for span in candidates if span.start in period]

    def containing(self, day, every):
        """[Period] of the month, quarter, half-year or years that count `day`."""
        if every != "year":
            return [Period.containing(day, every)]
        return [self.span(year) for year in self.holding(day)]

    def seam(self, year):
        """The days between the year before and `year` that are counted twice or not at all; None without any."""
        before, after = self.span(year - 1), self.span(year)
        if after.start <= before.end:
            return Seam(year, Period(after.start, before.end), twice=True)
        if after.start > before.end + A_DAY:
            return Seam(year, Period(before.end + A_DAY, after.start - A_DAY), twice=False)
        return None

    def seams(self, year):
        """The seams at both ends of `year`."""
        return [seam for seam in (self.seam(year), self.seam(year + 1)) if seam]


CALENDAR_YEARS = Years()


def _load(township_path):
    # The model tells what its seam is, and so needs this module first.
    from .models import StatisticalYear

    rows = StatisticalYear.objects.filter(area__path=township_path).order_by("first_year")
    return Years(tuple((row.first_year, row.begins == row.Begins.DECEMBER) for row in rows))


_years = PerTownship(_load)


def years_of(area):
    """The years of the township that `area` is or lies in; above townships the calendar's. No query while it holds."""
    return _years.of(area) or CALENDAR_YEARS
