"""Pages of 对数: stated figures beside the ledgers', entering one, bringing in a workbook, explaining a difference."""

from dataclasses import replace

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from township.figures.choosing import chosen_year, years_with_records
from township.figures.indicator import indicators
from township.figures.years import years_of
from township.people.readable import problems_of
from township.people.roles import Power
from township.workbooks.book import Unreadable

from ..columns import chosen_columns, keep_choice, read_columns
from .comparing import compared, years_stated
from .forms import StatedForm, StatedSheetForm, indicator_choices
from .models import StatedFigure, StatedSheet
from .sheet import MEMORY, TARGETS, chosen_twice, figures_in, take_figures


@require_safe
def agreement(request):
    """A year's stated figures, the differences first."""
    area = request.gate.home_township(Power.READ_REPORT)
    years = years_stated(area) | set(years_with_records(request.gate))
    year = chosen_year(request, sorted(years, reverse=True), area)
    rows = compared(request.gate, area=area, year=year)
    context = {
        "year": year,
        "years": sorted({*years, year}, reverse=True),
        "rows": rows,
        "different": sum(row.state == "different" for row in rows),
        "unexplained": sum(row.state == "different" and not row.stated.explanation for row in rows),
        "may_write": request.gate.can(Power.COMPILE_REPORT),
    }
    return render(request, "reports/agreement/list.html", context)


def enter(request, pk=None):
    """One stated figure, new or as it was entered."""
    area = request.gate.home_township(Power.COMPILE_REPORT)
    stated = get_object_or_404(StatedFigure, pk=pk, area=area) if pk else None
    form = StatedForm(request.POST or None, instance=stated, gate=request.gate, area=area)
    if request.method == "POST" and form.is_valid():
        saved = form.save(commit=False)
        saved.by = request.user
        saved.save()
        messages.success(request, "已保存。")
        return redirect(f"{reverse('reports:agreement')}?year={years_of(area).running_on(saved.end)}")
    return _form(request, form, "修改通报数" if pk else "登记通报数", stated)


def _form(request, form, title, stated=None):
    context = {
        "form": form,
        "title": title,
        "stated": stated,
        "problems": problems_of(form) if form.errors else [],
    }
    context["back"] = reverse("reports:agreement")
    return render(request, "reports/agreement/form.html", context, status=422 if form.errors else 200)


@require_POST
def forget(request, pk):
    """Take a stated figure off the list."""
    area = request.gate.home_township(Power.COMPILE_REPORT)
    get_object_or_404(StatedFigure, pk=pk, area=area).delete()
    messages.success(request, "已删去这个通报数，台账没有变。")
    return redirect("reports:agreement")


def bring_in(request):
    """A workbook of stated figures: where it is from and what span it tells of."""
    area = request.gate.home_township(Power.COMPILE_REPORT)
    form = StatedSheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        content = form.cleaned_data["upload"].read()
        try:
            read_columns(content, TARGETS, area=area, memory=MEMORY)
        except Unreadable as error:
            form.add_error("upload", str(error))
        else:
            sheet = form.save(commit=False)
            sheet.area, sheet.content, sheet.created_by = area, content, request.user
            sheet.save()
            return redirect("reports:stated_sheet", sheet.pk)
    return _form(request, form, "导入通报表")


def sheet(request, pk):
    """The figures found in a waiting workbook, each with the indicator that it may be."""
    area = request.gate.home_township(Power.COMPILE_REPORT)
    found = get_object_or_404(StatedSheet, pk=pk, area=area)
    wanted = request.POST.get("sheet") or request.GET.get("sheet") or None
    try:
        reading = read_columns(bytes(found.content), TARGETS, area=area, memory=MEMORY, sheet=wanted)
    except Unreadable as error:
        raise Http404 from error
    chosen = chosen_columns(request.POST, reading, TARGETS) if request.method == "POST" else reading.mapping
    figures = figures_in(reading, chosen, area)
    choices, problem = indicator_choices(request.gate, area), ""
    if request.method == "POST":
        keep_choice(reading, chosen, TARGETS, area=area, memory=MEMORY)
        if "take" in request.POST:
            figures = _as_posted(request, figures, choices)
            if not (problem := _problem(figures, area)):
                return _take(request, found, figures)
    context = {
        "sheet": found,
        "problem": problem,
        "reading": type(reading)(reading.table, reading.sheets, chosen),
        "targets": TARGETS.values(),
        "figures": figures,
        "choices": choices,
    }
    return render(request, "reports/agreement/sheet.html", context, status=422 if problem else 200)


def _as_posted(request, figures, choices):
    """The figures with the indicators that were chosen for them; those of a strange choice have none."""
    known = {key for _, members in choices for key, _ in members}
    posted = [request.POST.get(f"figure-{one.place}", "") for one in figures]
    return [
        replace(one, indicator=key if key in known else "") for one, key in zip(figures, posted, strict=True)
    ]


def _problem(figures, area):
    """The sentence about indicators that were chosen for more than one figure; empty without any."""
    known = indicators.for_area(area)
    twice = "、".join(f"“{known.get(key).label}”" for key in chosen_twice(figures))
    return f"{twice}选了不止一次，一个指标在一张表里只能登记一个数，请改一下。" if twice else ""


def _take(request, found, figures):
    year = years_of(found.area).running_on(found.end)
    messages.success(request, f"已登记 {take_figures(found, figures, by=request.user)} 个通报数。")
    return redirect(f"{reverse('reports:agreement')}?year={year}")
