"""Zero reports and the page of all figures."""

import re

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from township.people.roles import Power
from township.records.register import registry

from .drilldown import drill_url
from .indicator import indicators
from .models import NilReturn
from .period import Period
from .reading import by_area, by_category, by_month, read
from .wording import number


def chosen_year(request):
    """The year in the address, else the current one."""
    text = request.GET.get("year", "")
    return int(text) if re.fullmatch(r"20[0-9]{2}|2100", text) else timezone.localdate().year


def chosen_area(request):
    """The area in the address within reach, else the user's own."""
    code = request.GET.get("area", "")
    return request.gate.area(code) if code else request.user.area


@require_POST
def nil_return(request, slug):
    """State that a register had nothing to record in one month."""
    declaration = registry.get(slug)
    if declaration is None or not request.gate.can_in(declaration, Power.ENTER):
        raise Http404
    area = request.gate.area(request.POST.get("area") or request.user.area_id)
    if not request.gate.entry_areas().filter(pk=area.pk).exists():
        raise Http404
    try:
        year, month = (int(part) for part in request.POST.get("month", "").split("-"))
        period = Period.month(year, month)
    except ValueError:
        messages.error(request, "请选择要报零的月份，例如 2026-09。")
        return redirect("records:list", slug)
    if period.start > timezone.localdate():
        messages.error(request, f"{period}还没有到，不能报零。")
        return redirect("records:list", slug)
    month_field = declaration.month_field
    if (
        declaration.model.objects.countable()
        .within(area)
        .between(period.start, period.end, month_field)
        .exists()
    ):
        messages.error(request, f"{area.name}{period}已有{declaration.label}记录，不用报零。")
        return redirect("records:list", slug)
    NilReturn.objects.get_or_create(
        register=slug, area=area, start=period.start, end=period.end, defaults={"by": request.user}
    )
    messages.success(request, f"{area.name}{period}{declaration.label}已报零（本月无）。")
    return redirect("records:list", slug)


def figures(request):
    """All figures of a year, with their definitions and the same span last year."""
    request.gate.require(Power.FIGURES)
    area, period = chosen_area(request), Period.year(chosen_year(request))
    gate = request.gate
    wanted = [one for one in indicators.all() if gate.can_in(one.register, Power.FIGURES)]
    now = read(wanted, area=area, period=period, gate=gate)
    before = read(wanted, area=area, period=period.last_year(), gate=gate)
    rows = [
        (now[indicator.key], before[indicator.key], drill_url(indicator, area=area, period=period))
        for indicator in wanted
    ]
    return render(
        request,
        "figures/list.html",
        {"rows": rows, "area": area, "period": period, "areas": request.gate.areas()},
    )


def figure(request, key):
    """One figure: value, definition, by month, by village, by category, each opening its records."""
    request.gate.require(Power.FIGURES)
    indicator = indicators.get(key)
    gate = request.gate
    if indicator is None or not gate.can_in(indicator.register, Power.FIGURES):
        raise Http404
    area, period = chosen_area(request), Period.year(chosen_year(request))
    months = by_month([indicator], area=area, period=period, gate=gate)[key]
    places = by_area([indicator], area=area, period=period, gate=gate)[key]
    context = {
        "indicator": indicator,
        "figure": read([indicator], area=area, period=period, gate=gate)[key],
        "before": read([indicator], area=area, period=period.last_year(), gate=gate)[key],
        "months": [
            (f"{month.start.month}月", number(value), drill_url(indicator, area=area, period=month))
            for month, value in months.items()
        ],
        "places": [
            (place.choice_label, number(value), drill_url(indicator, area=place, period=period))
            for place, value in places.items()
        ],
        "categories": [
            (label, number(value))
            for label, value in by_category(indicator, area=area, period=period, gate=gate).items()
        ],
        "area": area,
        "period": period,
        "areas": gate.areas(),
        "drill": drill_url(indicator, area=area, period=period),
        # The county sees figures but no records: its numbers lead nowhere.
        "may_drill": gate.can_in(indicator.register, Power.READ),
    }
    return render(request, "figures/detail.html", context)
