"""How an indicator counts the rows behind it."""

import datetime
from dataclasses import dataclass

from django.db import models
from django.db.models.functions import TruncMonth


@dataclass(frozen=True)
class Count:
    """The number of rows: 次、场、件、条."""

    additive = True

    def aggregate(self, indicator, where):
        return models.Count("pk", filter=where)


@dataclass(frozen=True)
class Sum:
    """The sum of a number field over the rows: 人次、份、元. Rows that leave it empty add nothing."""

    field: str
    additive = True

    def aggregate(self, indicator, where):
        return models.Sum(self.field, filter=where, default=0)


@dataclass(frozen=True)
class Distinct:
    """The number of different values of a to-one field: 人 (distinct persons of the roster)."""

    field: str
    additive = False

    def values(self, indicator):
        return models.F(self.field)

    def aggregate(self, indicator, where):
        return models.Count(self.field, distinct=True, filter=where)


@dataclass(frozen=True)
class MonthsCovered:
    """The number of calendar months of the span with at least one row (每月…): 0 to 12 in a year."""

    additive = False

    def values(self, indicator):
        return TruncMonth(indicator.date)

    def aggregate(self, indicator, where):
        return models.Count(TruncMonth(indicator.date), distinct=True, filter=where)


@dataclass(frozen=True)
class AreasCovered:
    """The number of different places with at least one row."""

    additive = False

    def values(self, indicator):
        return models.F(f"{indicator.prefix}area")

    def aggregate(self, indicator, where):
        return models.Count(f"{indicator.prefix}area", distinct=True, filter=where)


@dataclass(frozen=True)
class Ratio:
    """One indicator over another, in per cent (0–100); None when the denominator is zero or unknown."""

    numerator: str
    denominator: str
    additive = False


@dataclass(frozen=True)
class Stock:
    """What exists on the cut-off day (支、人在册): begun by then and not ended by then.

    `begins` and `ends` are date fields of the row or, with `record__`, of its record; an empty beginning
    counts as begun and an empty end as not ended. Rows are closed by their end, never overwritten.
    `lasts` are dates on which a row still exists (有效期至), `ends` those on which it no longer does (撤销日期).
    """

    measure: object
    begins: tuple = ("date",)
    ends: tuple = ("valid_to",)
    lasts: tuple = ()
    additive = False

    def day(self, period):
        """The day of `period` on which it is counted."""
        return period.end

    def window(self, period, until):
        """(first, last) of the days on which whatever exists might be looked for in the figure of `period`."""
        return period.start, until

    def on(self, day):
        """The condition that a row exists on `day`."""
        return self.during(day, day)

    def during(self, first, last):
        """The condition that a row exists on some day from `first` to `last`."""
        alive = self.begun_by(last)
        for field in self.ends:
            alive &= models.Q(**{f"{field}__gt": first}) | models.Q(**{field: None})
        for field in self.lasts:
            alive &= models.Q(**{f"{field}__gte": first}) | models.Q(**{field: None})
        return alive

    def begun_by(self, day):
        """The condition that a row has begun by `day`, ended since or not."""
        begun = models.Q()
        for field in self.begins:
            begun &= models.Q(**{f"{field}__lte": day}) | models.Q(**{field: None})
        return begun


@dataclass(frozen=True)
class Carried(Stock):
    """What a span begins with (上期结转): the stock on the day before its first."""

    def day(self, period):
        return period.start - datetime.timedelta(days=1)

    def window(self, period, until):
        """That day alone: what the span itself brings is not carried into it."""
        return self.day(period), self.day(period)
