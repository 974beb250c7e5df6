"""Zero reports, the page of all figures, and the page of one."""

import datetime

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from township.people.addresses import onward
from township.people.roles import Power
from township.records.register import registry

from .choosing import Choice, may_split_by_place, may_take_apart
from .comparison import compare
from .keeping.kept import at_one_moment
from .models import NilReturn
from .splits import categories, months, places
from .tiles import tile_of
from .years import years_of


@require_POST
def nil_return(request, slug):
    """State that a register had nothing to record in a month, or in the quarter or year it begins."""
    declaration = registry.for_area(request.user.area).get(slug)
    if (
        declaration is None
        or not declaration.nil_returns
        or not request.gate.can_in(declaration, Power.ENTER)
    ):
        raise Http404
    area = request.gate.area(request.POST.get("area") or request.user.area_id)
    if not request.gate.entry_areas().filter(pk=area.pk).exists():
        raise Http404
    period = _stated_span(request.POST, area)
    if refusal := _refusal(declaration, area, period):
        messages.error(request, refusal)
    else:
        NilReturn.objects.get_or_create(
            register=slug, area=area, start=period.start, end=period.end, defaults={"by": request.user}
        )
        messages.success(request, f"{area.name}{period}{declaration.label}已报零。")
    return redirect(_back(request, slug))


def _stated_span(data, area):
    """The span that was posted: `month` as 2026-09, and `every` for a longer one; None if unreadable."""
    try:
        year, month = (int(part) for part in data.get("month", "").split("-"))
        spans = years_of(area).containing(datetime.date(year, month, 1), data.get("every", "month"))
    except (ValueError, KeyError):
        return None
    return spans[-1] if spans else None


def _refusal(declaration, area, period):
    """Why no zero report can be made; empty when it can."""
    if period is None:
        return "请选择要报零的月份，例如 2026-09。"
    if period.start > timezone.localdate():
        return f"{period}还没有到，不能报零。"
    records = declaration.model.objects.countable().within(area)
    if records.between(period.start, period.end, declaration.month_field).exists():
        return f"{area.name}{period}已有{declaration.label}记录，不用报零。"
    return ""


def _back(request, slug):
    """The page of the portal that the button stood on; the register's list if none is named."""
    return onward(request, request.POST.get("back", ""), reverse("records:list", args=[slug]))


@at_one_moment()
def figures(request):
    """All figures of a year, with their definitions and the same span last year."""
    request.gate.require(Power.FIGURES)
    choice = Choice(request)
    gate = choice.gate
    read = compare(choice.indicators(gate), area=choice.area, period=choice.period, gate=gate)
    tiles = [tile_of(compared, choice) for compared in read]
    return render(request, "figures/list.html", {"tiles": tiles, "choice": choice})


@at_one_moment()
def figure(request, key):
    """One figure: value, definition, by month, by unit, by category, each opening its records."""
    request.gate.require(Power.FIGURES)
    choice = Choice(request)
    gate = choice.gate
    indicator = choice.known.get(key)
    if indicator is None or not choice.may_see(gate, indicator):
        raise Http404
    asked = {"area": choice.area, "period": choice.period, "gate": gate}
    # The county sees figures but no records: its numbers lead nowhere.
    links = gate.can_in(indicator.register, Power.READ)
    splits = []
    if may_take_apart(gate, indicator.register):
        splits.append(months(indicator, links=links, **asked))
    if may_split_by_place(gate, indicator.register, choice.area):
        splits.append(places(indicator, links=links, **asked))
    if may_take_apart(gate, indicator.register):
        splits.append(categories(indicator, links=links, **asked))
    [compared] = compare([indicator], **asked)
    context = {
        "indicator": indicator,
        "figure": compared.now,
        "compared": compared,
        "splits": [split for split in splits if split],
        "joint": bool(indicator.record_model.JOINT_FIELD) and not choice.area.is_village,
        "choice": choice,
        "tile": tile_of(compared, choice),
    }
    return render(request, "figures/detail.html", context)
