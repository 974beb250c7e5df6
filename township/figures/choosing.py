"""What a page of figures is about: the place, span and office in the address, or sensible ones.

`?area=ID&year=2022` is a whole year; `span=q1` a quarter, `span=h1` a half-year of it, `from=…&to=…` any days;
`office=ID` leaves only what that office keeps. Whoever opens a sent address sees the same, within own reach.
"""

import datetime
import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.db.models.functions import TruncMonth
from django.utils import timezone

from township.people.models import Area
from township.people.roles import Power
from township.records.register import registry

from .indicator import indicators
from .keeping.composed import listed
from .keeping.kept import kept, question
from .period import Period
from .years import years_of

PARTS = {
    "q1": ("quarter", 0, "一季度"),
    "q2": ("quarter", 1, "二季度"),
    "q3": ("quarter", 2, "三季度"),
    "q4": ("quarter", 3, "四季度"),
    "h1": ("half", 0, "上半年"),
    "h2": ("half", 1, "下半年"),
}


def years_with_records(gate):
    """Years in which anything that the user may count happened, newest first; one query."""
    key = question("months with records", gate.user.area.definitions, area=gate.user.area, gate=gate)
    months = kept(key, lambda: _months_with_records(key, gate))
    years = years_of(gate.user.area)
    return sorted({year for month in months for year in years.holding(month)}, reverse=True)


def _months_with_records(key, gate):
    registers = [
        register
        for register in registry.for_area(gate.user.area).all()
        if gate.can_in(register, Power.FIGURES)
    ]

    def ask():
        parts = [
            gate.records(register, Power.FIGURES)
            .countable()
            .order_by()
            .values_list(TruncMonth("date"))
            .distinct()
            for register in registers
        ]
        return parts[0].union(*parts[1:])

    return {month for (month,) in listed(key, ask)} if registers else set()


def chosen_year(request, years, area, data=None):
    """The year in the address (or in `data`); else the running one, or the latest of `years` while it is empty."""
    text = (request.GET if data is None else data).get("year", "")
    if re.fullmatch(r"20[0-9]{2}|2100", text):
        return int(text)
    current = years_of(area).running_on(timezone.localdate())
    return current if current in years or not years else years[0]


def chosen_area(request):
    """The area in the address if it is within reach (404 if not), else the user's own."""
    code = request.GET.get("area", "")
    return request.gate.area(code) if code else request.user.area


def span_of(area, year, today=None):
    """The whole year; of the running one the days so far, for only those can be compared with last year's."""
    return so_far(years_of(area).span(year), today)


def so_far(period, today=None):
    """The days of a span up to today, if it is running; else all of it."""
    today = today or timezone.localdate()
    return period.until(today) if today in period else period


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
    """Whether the user may see this figure of `area` over a whole year.

    Of cases that the user may not take apart it is the one figure that speaks for the register: two could be
    subtracted, and what a township has defined may be one small cell.
    """
    if not may_see(gate, indicator.register, area):
        return False
    return may_take_apart(gate, indicator.register) or indicator is spokesman(indicator.register)


def spokesman(register):
    """The figure that speaks for a register: the first that the overview shows by kind, else its first of all."""
    own = [one for one in indicators.all() if one.register is register]
    return next((one for one in own if one.glance), own[0] if own else None)


def may_split_by_place(gate, register, area):
    """Whether there are units below, and the user may see the register's figures of each."""
    units = Area.objects.filter(parent=area)
    return not area.is_village and all(may_see(gate, register, unit) for unit in units)


@dataclass(frozen=True)
class Span:
    """What the address says of the span: a part of the year, or days as typed with what is wrong about them."""

    part: str = ""
    start: str = ""
    end: str = ""
    problem: str = ""
    period: Period | None = None

    @classmethod
    def in_address(cls, data):
        """The span that `data` asks for; its period is None where that is a part of the year, or unreadable."""
        start, end = data.get("from", "").strip(), data.get("to", "").strip()
        if not (start or end):
            part = data.get("span", "")
            return cls(part if part in PARTS else "")
        try:
            days = [datetime.date.fromisoformat(text) for text in (start, end)]
        except ValueError:
            missing = "请把起止两天都填上" if not (start and end) else "日期请按 2026-03-05 这样填写"
            return cls("", start, end, f"{missing}，现在显示的是全年。")
        if days[1] < days[0]:
            return cls("", start, end, "“到”比“从”还早，请改正，现在显示的是全年。")
        return cls("", start, end, "", Period(*days))


class Choice:
    """The place, span and office of one page, and what else may be chosen there."""

    def __init__(self, request, *, whole_year=False):
        """`whole_year` pages show a year's months themselves, and no one office's."""
        self.area = chosen_area(request)
        found = years_with_records(request.gate)
        self.asked = Span() if whole_year else Span.in_address(request.GET)
        current = years_of(self.area).running_on(timezone.localdate())
        if self.asked.period and not request.GET.get("year"):
            self.year = self.asked.period.end.year
        else:
            self.year = chosen_year(request, found, self.area)
        self.years = sorted({*found, self.year, current}, reverse=True)
        self.areas = list(request.gate.areas())
        self.office = None if whole_year else self._office(request)
        self.gate = request.gate.of_office(self.office)
        self.whole = self._whole()
        self.period = so_far(self.whole)

    def _office(self, request):
        code = request.GET.get("office", "")
        return request.gate.office_called(code) if code else None

    def _whole(self):
        """The span as it was chosen, with the days of it that are still to come."""
        if self.asked.period:
            return self.asked.period
        year = years_of(self.area).span(self.year)
        if self.asked.part:
            every, place, _ = PARTS[self.asked.part]
            return year.spans(every)[place]
        return year

    @cached_property
    def offices(self):
        """Offices whose part may be looked at; villages and counties have none."""
        if self.gate.user.area.level != Area.Level.TOWNSHIP:
            return []
        return list(self.gate.offices())

    @property
    def parts(self):
        """[(key, name)] of the parts of the year."""
        return [(key, name) for key, (_, _, name) in PARTS.items()]

    @property
    def known(self):
        """The indicators there are at the place."""
        return indicators.for_area(self.area)

    def indicators(self, gate):
        """All indicators that the user may see of the place, in the order of the menu."""
        return [one for one in self.known.all() if self.may_see(gate, one)]

    def may_see(self, gate, indicator):
        """Whether the page may show the figure: cases that the user may not take apart only by the year."""
        whole = self.is_year and not self.office
        return may_see_figure(gate, indicator, self.area) and (
            whole or may_take_apart(gate, indicator.register)
        )

    @property
    def place_name(self):
        """How the page's heading calls the place, and the office whose part it is."""
        place = f"{self.area}（全镇）" if self.area.level == Area.Level.TOWNSHIP else str(self.area)
        return f"{self.area}{self.office}" if self.office else place

    @property
    def is_running(self):
        """Whether the span is not over, so that only a part of it is compared."""
        return self.period != self.whole

    @property
    def is_year(self):
        """Whether the span is a year as the township counts it, or what there is of the running one."""
        return not (self.asked.period or self.asked.part)

    @property
    def span_name(self):
        """How a column of the span is headed: 2022年, or 本期 for a part of it."""
        return f"{self.year}年" if self.is_year else "本期"

    @property
    def seams(self):
        """Days at the ends of the year that the year before or after counts too, or that no year counts."""
        return years_of(self.area).seams(self.year) if self.is_year else []

    @cached_property
    def query(self):
        """What an address carries to show the same place, span and office."""
        return urlencode(self.fields)

    @cached_property
    def fields(self):
        """[(name, value)] of the same, for a form that keeps them."""
        asked = self.asked
        named = {"area": self.area.pk, "year": self.year, "span": asked.part}
        if asked.period:
            named |= {"from": asked.start, "to": asked.end}
        named["office"] = self.office.pk if self.office else ""
        return [(name, value) for name, value in named.items() if value]
