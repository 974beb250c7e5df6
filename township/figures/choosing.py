"""What a page of figures is about: the place and the year in the address, or sensible ones."""

import re

from django.db.models.functions import ExtractYear
from django.utils import timezone

from township.people.models import Area
from township.people.roles import Power
from township.records.register import registry

from .indicator import indicators
from .period import Period


def years_with_records(gate):
    """Years in which anything that the user may count happened, newest first; one query."""
    parts = [
        gate.records(register, Power.FIGURES)
        .countable()
        .order_by()
        .values_list(ExtractYear("date"), flat=True)
        for register in registry.for_area(gate.user.area).all()
        if gate.can_in(register, Power.FIGURES)
    ]
    return sorted(set(parts[0].union(*parts[1:])), reverse=True) if parts else []


def chosen_year(request, years, data=None):
    """The year in the address (or in `data`); else the current one, or the latest of `years` while it is empty."""
    text = (request.GET if data is None else data).get("year", "")
    if re.fullmatch(r"20[0-9]{2}|2100", text):
        return int(text)
    current = timezone.localdate().year
    return current if current in years or not years else years[0]


def chosen_area(request):
    """The area in the address if it is within reach (404 if not), else the user's own."""
    code = request.GET.get("area", "")
    return request.gate.area(code) if code else request.user.area


def span_of(year, today=None):
    """The whole year; of the running one the days so far, for only those can be compared with last year's."""
    today = today or timezone.localdate()
    whole = Period.year(year)
    return Period(whole.start, today) if today in whole else whole


def may_see(gate, register, area):
    """Whether the user may see the register's figures of `area`.

    A count of cases in one village soon tells whose case it is, so those who may not read the records see
    cases by township only.
    """
    if not gate.can_in(register, Power.FIGURES):
        return False
    return not (register.cases and area.is_village) or gate.can_in(register, Power.READ)


def may_take_apart(gate, register):
    """Whether the user may see the register's figures by month, by kind, or under conditions of a township's own.

    Small cells tell whose case it is, and cells that are hidden come out by subtraction; so whoever may not
    read the cases sees them whole and by the year.
    """
    return not register.cases or gate.can_in(register, Power.READ)


def may_see_figure(gate, indicator, area):
    """Whether the user may see this figure of `area`: what a township has defined may be one small cell."""
    defined_by_township = indicators.get(indicator.key) is not indicator
    return may_see(gate, indicator.register, area) and (
        not defined_by_township or may_take_apart(gate, indicator.register)
    )


def may_split_by_place(gate, register, area):
    """Whether there are units below, and the user may see the register's figures of each."""
    units = Area.objects.filter(parent=area)
    return not area.is_village and all(may_see(gate, register, unit) for unit in units)


class Choice:
    """The place and span of one page, and what else may be chosen there."""

    def __init__(self, request):
        found = years_with_records(request.gate)
        self.year = chosen_year(request, found)
        self.years = sorted({*found, self.year, timezone.localdate().year}, reverse=True)
        self.area = chosen_area(request)
        self.areas = list(request.gate.areas())
        self.period = span_of(self.year)

    @property
    def known(self):
        """The indicators there are at the place."""
        return indicators.for_area(self.area)

    def indicators(self, gate):
        """All indicators that the user may see of the place, in the order of the menu."""
        return [one for one in self.known.all() if may_see_figure(gate, one, self.area)]

    @property
    def place_name(self):
        """How the page's heading calls the place."""
        return f"{self.area}（全镇）" if self.area.level == Area.Level.TOWNSHIP else str(self.area)

    @property
    def is_running(self):
        """Whether the year is not over, so that only a part of it is compared."""
        return self.period != Period.year(self.year)
