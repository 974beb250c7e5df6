"""Stated figures beside the ledgers': the differences first, each with the note of what explains it."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from township.figures.choosing import may_see
from township.figures.drilldown import drill_url
from township.figures.indicator import indicators
from township.figures.period import Period
from township.figures.reading import read
from township.figures.wording import with_unit
from township.figures.years import years_of
from township.people.roles import Power

from .models import StatedFigure


@dataclass(frozen=True)
class Compared:
    """One stated figure; `value` is the ledger's for the same span, None where nothing is recorded."""

    stated: StatedFigure
    indicator: object
    value: object
    url: str = ""

    @property
    def period(self):
        return Period(self.stated.start, self.stated.end)

    @property
    def stated_text(self):
        return with_unit(plain(self.stated.value), self.indicator.unit)

    @property
    def ledger_text(self):
        return "未填" if self.value is None else with_unit(self.value, self.indicator.unit)

    @property
    def difference(self):
        """The ledger's figure less the stated one; None where the ledger has none."""
        return None if self.value is None else plain(round(as_shown(self.value) - self.stated.value, 2))

    @property
    def state(self):
        """equal, different, or unknown where the ledger says nothing."""
        if self.value is None:
            return "unknown"
        return "different" if self.difference else "equal"

    @property
    def signed(self):
        """The difference with its sign, as tables show it."""
        return f"{self.difference:+}" if self.difference else ""


def as_shown(value):
    """A ledger's value as a Decimal with no more places than pages show."""
    return round(Decimal(str(value)), 2)


def plain(value):
    """A Decimal without idle zeros, whole ones as int."""
    return int(value) if value == int(value) else value.normalize()


def compared(gate, *, area, year):
    """[Compared] of what was stated for spans that end in the statistical `year`: unexplained differences first."""
    known, years = indicators.for_area(area), years_of(area)
    by_span = defaultdict(list)
    for stated in StatedFigure.objects.filter(area=area):
        if years.running_on(stated.end) != year:
            continue
        indicator = known.get(stated.indicator)
        if indicator and may_see(gate, indicator.register, area):
            by_span[Period(stated.start, stated.end)].append((stated, indicator))
    rows = []
    for period, pairs in by_span.items():
        wanted = list({indicator.key: indicator for _, indicator in pairs}.values())
        figures = read(wanted, area=area, period=period, gate=gate)
        for stated, indicator in pairs:
            links = gate.can_in(indicator.register, Power.READ)
            url = drill_url(indicator, area=area, period=period) if links else ""
            rows.append(Compared(stated, indicator, figures[indicator.key].value, url))
    return sorted(rows, key=_order)


def _order(row):
    explained = bool(row.stated.explanation)
    return (
        ("different", "unknown", "equal").index(row.state),
        explained,
        row.indicator.register.order,
        row.stated.pk,
    )


def years_stated(area):
    """The statistical years in which the spans of stated figures end."""
    ends = StatedFigure.objects.filter(area=area).order_by().values_list("end", flat=True).distinct()
    return {years_of(area).running_on(end) for end in ends}


def stated_for(area, period):
    """{indicator key: [StatedFigure]} of what was stated for just that span."""
    found = defaultdict(list)
    for one in StatedFigure.objects.filter(area=area, start=period.start, end=period.end):
        found[one.indicator].append(one)
    return dict(found)
