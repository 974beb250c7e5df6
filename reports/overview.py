"""The work overview (工作总览): the year's figures, one of them by month, and what is due."""

from dataclasses import dataclass
from itertools import groupby

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from township.figures.choosing import Choice, may_split_by_place, may_take_apart
from township.figures.comparison import compare
from township.figures.keeping.kept import at_one_moment
from township.figures.plans import tasks_of
from township.figures.splits import at_a_glance, months, places
from township.figures.tiles import tile_of
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
class Group:
    """The figures of one group of the menu: what the annual report quotes first, the rest folded.

    `splits` are those of its figures that are shown by category as well.
    """

    name: str
    telling: list
    rest: list
    splits: list


@at_one_moment()
def overview(request):
    """The year's figures at a glance; for those without figures, a page that says what they do here."""
    gate = request.gate
    if not gate.can(Power.FIGURES):
        return render(request, "reports/overview_plain.html")
    choice = Choice(request)
    if request.GET.get("part") == "chart":
        return chart_alone(request, choice)
    groups = groups_for(choice)
    context = {
        "choice": choice,
        "groups": groups,
        "printed_at": timezone.localtime(),
        **due_of(choice),
        **chart_of(request, choice, groups),
        **plan_of(request, choice),
        **reports_of(request, choice),
    }
    return render(request, "reports/overview.html", context)


def due_of(choice):
    """What has not been reported in the span, and the text that says so; an office alone owes nothing by unit."""
    gate = choice.gate
    if choice.office or not duties_told(gate):
        return {"due": [], "tells_due": False, "reminder": ""}
    missing = missing_cells(area=choice.area, period=choice.period, gate=gate)
    due = as_lines(missing, area=choice.area, year=choice.year, gate=gate)
    may_remind = gate.can(Power.REVIEW) or gate.can(Power.ENTER_FOR_OTHERS)
    return {
        "due": due,
        "tells_due": True,
        "reminder": reminder(due, year=choice.year) if may_remind else "",
    }


def chart_alone(request, choice):
    """Only the chart, for a page that has chosen another figure."""
    chart = chart_of(request, choice, [])
    if not chart["splits"]:
        raise Http404
    return render(request, "reports/_overview_chart.html", {"choice": choice, **chart})


def groups_for(choice):
    """[Group] in the order of the menu, from two readings of all figures that the user may see."""
    gate = choice.gate
    read = compare(choice.indicators(gate), area=choice.area, period=choice.period, gate=gate)
    tiles = [tile_of(compared, choice) for compared in read if _concerns(choice.area, compared)]
    tiles.sort(key=lambda tile: MENUS.index(tile.compared.indicator.register.menu))
    quoted = {one.key for one in indicators_of(outline(choice.area, choice.year), choice.known)}
    return [
        _group(name, list(members), quoted, choice)
        for name, members in groupby(tiles, key=lambda tile: tile.compared.indicator.register.menu)
    ]


def _concerns(area, compared):
    """Villages are not shown as owing what only offices record."""
    return not area.is_village or compared.indicator.register.village_entry or compared.now.value is not None


def _says(tile, area):
    """A township sees what is still missing from its report; a village only what it has to do with."""
    values = tile.compared.now.value, tile.compared.before.value
    return not area.is_village or values != (None, None)


def _group(name, tiles, quoted, choice):
    telling = [tile for tile in tiles if tile.compared.indicator.key in quoted and _says(tile, choice.area)]
    told = [tile.compared.indicator for tile in tiles if tile.compared.now.value]
    splits = at_a_glance(told, area=choice.area, period=choice.period, gate=choice.gate)
    return Group(name, telling, [tile for tile in tiles if tile not in telling], splits)


def chart_of(request, choice, groups):
    """The chart's figure (`?chart=KEY`, by default the largest that adds up by month), by month and by unit."""
    gate = choice.gate
    key = request.GET.get("chart")
    indicator = choice.known.get(key) if key else _largest(groups, gate)
    if key and not (
        indicator and choice.may_see(gate, indicator) and may_take_apart(gate, indicator.register)
    ):
        raise Http404
    if indicator is None:
        return {"splits": []}
    links = gate.can_in(indicator.register, Power.READ)
    asked = {"area": choice.area, "period": choice.period, "gate": gate, "links": links}
    splits = [months(indicator, **asked)]
    if may_split_by_place(gate, indicator.register, choice.area):
        splits.append(places(indicator, **asked))
    return {"indicator": indicator, "splits": splits}


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
    if choice.office:
        tasks = [task for task in tasks if task.item.office_id == choice.office.pk]
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
