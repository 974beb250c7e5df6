"""The work overview (工作总览): the year's figures, one of them by month, and what is due."""

from dataclasses import dataclass
from itertools import groupby

from django.http import Http404
from django.shortcuts import render

from township.figures.choosing import Choice, may_see_figure, may_take_apart
from township.figures.comparison import Compared, compare
from township.figures.plans import tasks_of
from township.figures.splits import months
from township.figures.views import records_url
from township.people.roles import Power
from township.records.context import MENUS

from .confirming import awaited, own_figures
from .due import as_lines, duties_told, missing_cells, reminder
from .models import AnnualReport
from .outline import outline
from .tokens import indicators_of
from .views.reach import reports_for
from .writing import write_report


@dataclass(frozen=True)
class Tile:
    """One figure of the page and the address of exactly the records it counts (empty for the county)."""

    compared: Compared
    url: str


@dataclass(frozen=True)
class Group:
    """The figures of one group of the menu: what the annual report quotes first, the rest folded."""

    name: str
    telling: list
    rest: list

    @property
    def rows(self):
        """The folded figures as rows of a table."""
        return [(tile.compared, tile.url) for tile in self.rest]


def overview(request):
    """The year's figures at a glance; for those without figures, a page that says what they do here."""
    gate = request.gate
    if not gate.can(Power.FIGURES):
        return render(request, "reports/overview_plain.html")
    choice = Choice(request)
    if request.GET.get("part") == "chart":
        return chart_alone(request, choice)
    groups = groups_for(gate, choice)
    missing = missing_cells(area=choice.area, period=choice.period, gate=gate)
    due = as_lines(missing, area=choice.area, year=choice.year, gate=gate)
    may_remind = gate.can(Power.REVIEW) or gate.can(Power.ENTER_FOR_OTHERS)
    context = {
        "choice": choice,
        "groups": groups,
        "due": due,
        "tells_due": bool(duties_told(gate)),
        "reminder": reminder(due, year=choice.year) if may_remind else "",
        **chart_of(request, choice, groups),
        **plan_of(request, choice),
        **reports_of(request, choice),
    }
    return render(request, "reports/overview.html", context)


def chart_alone(request, choice):
    """Only the chart, for a page that has chosen another figure."""
    chart = chart_of(request, choice, [])
    if chart["split"] is None:
        raise Http404
    return render(request, "reports/_overview_chart.html", {"choice": choice, **chart})


def groups_for(gate, choice):
    """[Group] in the order of the menu, from two readings of all figures that the user may see."""
    read = compare(choice.indicators(gate), area=choice.area, period=choice.period, gate=gate)
    tiles = [
        Tile(compared, records_url(compared.indicator, choice, gate))
        for compared in read
        if _concerns(choice.area, compared)
    ]
    tiles.sort(key=lambda tile: MENUS.index(tile.compared.indicator.register.menu))
    quoted = {one.key for one in indicators_of(outline(choice.area, choice.year), choice.known)}
    return [
        _group(name, list(members), quoted, choice.area)
        for name, members in groupby(tiles, key=lambda tile: tile.compared.indicator.register.menu)
    ]


def _concerns(area, compared):
    """Villages are not shown as owing what only offices record."""
    return not area.is_village or compared.indicator.register.village_entry or compared.now.value is not None


def _says(tile, area):
    """A township sees what is still missing from its report; a village only what it has to do with."""
    values = tile.compared.now.value, tile.compared.before.value
    return not area.is_village or values != (None, None)


def _group(name, tiles, quoted, area):
    telling = [tile for tile in tiles if tile.compared.indicator.key in quoted and _says(tile, area)]
    return Group(name, telling, [tile for tile in tiles if tile not in telling])


def chart_of(request, choice, groups):
    """The chart's figure (`?chart=KEY`, by default the largest that adds up by month) and its months."""
    key = request.GET.get("chart")
    indicator = choice.known.get(key) if key else _largest(groups, request.gate)
    if key and not (
        indicator
        and may_see_figure(request.gate, indicator, choice.area)
        and may_take_apart(request.gate, indicator.register)
    ):
        raise Http404
    if indicator is None:
        return {"split": None}
    links = request.gate.can_in(indicator.register, Power.READ)
    split = months(indicator, area=choice.area, period=choice.period, gate=request.gate, links=links)
    return {"indicator": indicator, "split": split}


def _largest(groups, gate):
    """The telling figure with the most to show by month; None when there is nothing to show."""
    telling = [tile.compared.now for group in groups for tile in group.telling]
    additive = [
        figure
        for figure in telling
        if figure.indicator.counted.additive
        and figure.value
        and may_take_apart(gate, figure.indicator.register)
    ]
    return max(additive, key=lambda figure: figure.value).indicator if additive else None


def plan_of(request, choice):
    """The year's tasks within reach, and how many of them are done or need attention."""
    tasks = tasks_of(request.gate, area=choice.area, year=choice.year)
    return {
        "tasks": tasks,
        "tasks_done": sum(task.is_done for task in tasks),
        "tasks_behind": sum(task.needs_attention for task in tasks),
    }


def reports_of(request, choice):
    """The year's reports within reach, and the one whose figures wait for the user's word (核数)."""
    gate = request.gate
    found = reports_for(gate).filter(year=choice.year)
    return {
        "reports": list(found),
        "may_compile": gate.can(Power.COMPILE_REPORT),
        "unconfirmed": unconfirmed_reports(gate),
    }


def unconfirmed_reports(gate):
    """Reports in 核数 with a figure of the user's registers that nobody has confirmed as it is now."""
    if not gate.can(Power.CONFIRM_FIGURES):
        return []
    confirming = AnnualReport.objects.filter(area__in=gate.areas(), state=AnnualReport.State.CONFIRMING)
    return [
        report
        for report in confirming.select_related("area")
        if awaited(report, own_figures(write_report(report).figures, gate))
    ]
