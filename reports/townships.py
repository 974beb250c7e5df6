"""各乡镇情况: the townships of a county side by side, for the county's reader; figures only, never a record.

Townships stand in the order of their codes, nothing is added up and nothing is marked as good or bad. Of cases
one count is shown, and one or two as 少于3, together with all that would tell it (the change to last year).
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models.functions import Substr
from django.http import Http404
from django.shortcuts import render

from township.figures.choosing import Choice, may_take_apart, so_far, spokesman
from township.figures.comparison import FEWER, change_in_words, is_withheld
from township.figures.duties import cells
from township.figures.indicator import indicators
from township.figures.models import NilReturn
from township.figures.reading import base_records, by_area
from township.figures.wording import with_unit
from township.figures.years import years_of
from township.people.models import PATH_STEP, Area
from township.people.roles import Power

from .due import duties_told
from .models import AnnualReport


@dataclass(frozen=True)
class Told:
    """One figure of a township and the same span last year; None where nothing was recorded or reported.

    `guarded` is set for cases that the reader may not read.
    """

    indicator: object
    now: int | None
    before: int | None
    guarded: bool

    def _is_hidden(self, value):
        return self.guarded and is_withheld(value)

    def _words(self, value):
        if self._is_hidden(value):
            return FEWER
        return "未填" if value is None else with_unit(value, self.indicator.unit)

    @property
    def text(self):
        return self._words(self.now)

    @property
    def against(self):
        """Last year's value and the change; the change only where both are told."""
        if self.now is None and self.before is None:
            return ""
        hidden = self._is_hidden(self.now) or self._is_hidden(self.before)
        change = "" if hidden else change_in_words(self.now, self.before, self.indicator)
        return "，".join(filter(None, [f"上年同期{self._words(self.before)}", change]))


@dataclass(frozen=True)
class TownshipRow:
    """One township: its span, figures, how many of the duties fallen due are answered, where its report stands."""

    area: Area
    period: object
    told: list
    answered: int
    owed: int
    report: str


def townships(request):
    """The page; 404 for everybody but readers of figures at a county."""
    gate = request.gate
    gate.require(Power.FIGURES)
    county = request.user.area
    if county.level != Area.Level.COUNTY:
        raise Http404
    choice = Choice(request, whole_year=True)
    wanted = key_figures(gate)
    rows = rows_of(county, choice.year, wanted, gate)
    context = {"choice": choice, "county": county, "indicators": wanted, "rows": rows}
    return render(request, "reports/townships.html", context)


def key_figures(gate):
    """The figures that the overview takes apart; of cases the one that speaks for the register."""
    found = [one for one in indicators.all() if one.glance and gate.can_in(one.register, Power.FIGURES)]
    return [one for one in found if not one.register.cases or one is spokesman(one.register)]


def rows_of(county, year, wanted, gate):
    """[TownshipRow] in the order of codes; one reading for all townships whose years run alike."""
    found = Area.objects.filter(parent=county, level=Area.Level.TOWNSHIP).order_by("code", "path")
    reports = AnnualReport.objects.filter(area__parent=county, year=year)
    states = {report.area_id: report.get_state_display() for report in reports.defer("text", "carried")}
    alike = defaultdict(list)
    for area in found:
        alike[years_of(area)].append(area)
    rows = {}
    for years, areas in alike.items():
        period = so_far(years.span(year))
        now, before = (_values(wanted, county, span, gate) for span in (period, period.last_year()))
        answered, owed = _answered(county, period, gate, years)
        for area in areas:
            told = [
                Told(one, now[one.key, area], before[one.key, area], _guarded(one, gate)) for one in wanted
            ]
            state = states.get(area.pk, "未起草")
            rows[area] = TownshipRow(area, period, told, answered[area.path], owed[area.path], state)
    return [rows[area] for area in found]


def _guarded(indicator, gate):
    return not may_take_apart(gate, indicator.register)


def _values(wanted, county, period, gate):
    """{(key, township): value}; None where its register has neither a record nor a zero report in the span."""
    series = by_area(wanted, area=county, period=period, gate=gate)
    kept = {one.record_model: _keepers(one, county, period, gate) for one in wanted}
    return {
        (one.key, area): value if value or area.path in kept[one.record_model] else None
        for one in wanted
        for area, value in series[one.key].items()
    }


def _keepers(indicator, county, period, gate):
    """Paths of the townships with a record or a zero report of the register in the span."""
    length = len(county.path) + PATH_STEP
    records = base_records(indicator.record_model, area=county, gate=gate)
    records = records.between(period.start, period.end).order_by()
    nil = NilReturn.objects.filter(
        register=indicator.register.slug,
        area__path__startswith=county.path,
        start__lte=period.end,
        end__gte=period.start,
    ).order_by()
    return {
        path
        for rows in (records, nil)
        for path in rows.values_list(Substr("area__path", 1, length), flat=True).distinct()
    }


def _answered(county, period, gate, years):
    """({path: answered}, {path: fallen due}) of the townships, over all duties that can be told."""
    answered, owed = defaultdict(int), defaultdict(int)
    for duty in duties_told(gate):
        for cell in cells(duty, area=county, period=period, gate=gate, years=years):
            path = cell.area.township_path
            answered[path] += cell.state.is_done
            owed[path] += cell.state.is_owed
    return answered, owed
