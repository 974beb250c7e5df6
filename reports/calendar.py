"""年度工作日历: the year by months, what is done and what is not, each thing with the page that does it."""

import datetime
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from township.figures.calendar import Standing, duty_of, occurrences
from township.figures.choosing import chosen_year
from township.figures.models import CalendarEntry, CalendarItem
from township.people.models import Area
from township.people.roles import Power
from township.records.register import registry

from . import quality
from .models import AnnualReport, Registration


def _with(power):
    return lambda gate: gate.can(power)


# Pages beside the registers on which something of the calendar is done: {value: (label, whether a gate has it)}.
PAGES = {
    "reports:overview": ("工作总览", _with(Power.FIGURES)),
    "reports:list": ("年度报告", _with(Power.READ_REPORT)),
    "reports:coverage": ("覆盖情况", _with(Power.FIGURES)),
    "reports:quality": ("数据质量", quality.may_see),
    "figures:list": ("指标", _with(Power.FIGURES)),
}
_KIND = Registration.Kind


def _report_with(*kinds):
    """Whether the report about the year before is there, with one of these steps registered where any is named.

    Its state does not tell: one that is being corrected may or may not have been signed before.
    """

    def _answer(area, year):
        found = AnnualReport.objects.filter(area__path=area.township_path, year=year - 1)
        return (found.filter(registrations__kind__in=kinds) if kinds else found).exists()

    return _answer


# What beside duties shows that something is done: {key: (label, function of area and year)}.
ANSWERS = {
    "report:drafted": ("上年度报告已起草", _report_with()),
    "report:signed": ("上年度报告已签发", _report_with(_KIND.SIGN)),
    "report:submitted": ("上年度报告已报送", _report_with(_KIND.SUBMIT)),
    "report:published": ("上年度报告已公开", _report_with(_KIND.PUBLISH)),
}


def calendar_of(area, year, *, gate, today, **narrowing):
    """[Occurrence] of one year of `area`, with everything that the portal knows to be done."""
    answers = {key: function for key, (_, function) in ANSWERS.items()}
    return occurrences(area=area, year=year, gate=gate, today=today, answers=answers, **narrowing)


def page_of(item, gate):
    """(label, address) of where an item is done; two empty texts where the user has no such page."""
    if item.page in PAGES:
        label, may_see = PAGES[item.page]
        return (label, reverse(item.page)) if may_see(gate) else ("", "")
    register = registry.for_area(gate.user.area).get(item.page)
    if register is None or not gate.can_in(register, Power.READ):
        return "", ""
    return register.label, reverse("records:list", args=[register.slug])


@dataclass(frozen=True)
class Line:
    """One occurrence with the page that does it."""

    one: object
    page: str
    url: str

    @property
    def left(self):
        return left(self.one.days_left)


@dataclass(frozen=True)
class Month:
    """A month of the calendar: what falls into it once, and what every month or quarter brings."""

    number: int
    lines: list
    is_now: bool

    @property
    def once(self):
        return [line for line in self.lines if line.one.item.rhythm == CalendarItem.Rhythm.YEAR]

    @property
    def rhythmic(self):
        return [line for line in self.lines if line.one.item.rhythm != CalendarItem.Rhythm.YEAR]

    @property
    def done(self):
        return sum(line.one.standing is Standing.DONE for line in self.lines)

    @property
    def past(self):
        return sum(line.one.standing is Standing.PAST for line in self.lines)


def left(days):
    """Days left in words: 还剩3天, 今天到期, 已过2天."""
    if days == 0:
        return "今天到期"
    return f"还剩{days}天" if days > 0 else f"已过{-days}天"


@require_GET
def calendar(request):
    """The year in twelve months; the present one is open."""
    gate = request.gate
    gate.require(Power.READ)
    area = request.user.area
    if area.level == Area.Level.COUNTY:
        raise Http404
    today = timezone.localdate()
    year = chosen_year(request, [today.year], area)
    found = calendar_of(area, year, gate=gate, today=today)
    lines = [Line(one, *page_of(one.item, gate)) for one in found]
    numbers = range(1, 13)
    months = [
        Month(
            number,
            [line for line in lines if line.one.month.start.month == number],
            (year, number) == (today.year, today.month),
        )
        for number in numbers
    ]
    context = {
        "area": area,
        "year": year,
        "years": (year - 1, year + 1),
        "months": [month for month in months if month.lines],
        "may_keep": may_keep(gate),
    }
    return render(request, "reports/calendar.html", context)


def may_keep(gate):
    """Whether the user keeps the calendar of the own township."""
    return gate.can(Power.MANAGE_LISTS) and gate.user.area.level == Area.Level.TOWNSHIP


class DayForm(forms.Form):
    """Another last day; empty is the day that the item itself gives."""

    due_on = forms.DateField(
        label="最晚日期", required=False, error_messages={"invalid": "请填写日期，例如 2026-03-01。"}
    )

    def __init__(self, *args, year, **kwargs):
        super().__init__(*args, **kwargs)
        self.year = year

    def clean_due_on(self):
        day = self.cleaned_data["due_on"]
        if day and not datetime.date(self.year, 1, 1) <= day <= datetime.date(self.year + 1, 1, 31):
            raise forms.ValidationError(f"请填{self.year}年的日期，最晚到次年1月底。")
        return day


@require_POST
def keep_day(request, pk, year, month):
    """Give one time of an item another day (`act=move`), tick it off (`done`) or take that back (`open`)."""
    area = request.gate.home_township(Power.MANAGE_LISTS)
    item = get_object_or_404(CalendarItem.objects.for_area(area), pk=pk)
    if month not in item.months_of(year):
        raise Http404
    act = request.POST.get("act")
    values = {"by": request.user}
    if act == "move":
        form = DayForm(request.POST, year=year)
        if not form.is_valid():
            messages.error(request, f"“{item}”没有改：{form.errors['due_on'][0]}")
            return _back(year, month)
        values["due_on"] = form.cleaned_data["due_on"]
    elif act in ("done", "open") and duty_of(item) is None and not item.answered_by:
        values["done_on"] = timezone.localdate() if act == "done" else None
    else:
        raise Http404
    CalendarEntry.objects.update_or_create(
        area=area, item=item, month=datetime.date(year, month, 1), defaults=values
    )
    messages.success(request, f"“{item}”{_said(values)}")
    return _back(year, month)


def _said(values):
    if "done_on" in values:
        return "已勾选办结。" if values["done_on"] else "改回待办。"
    day = values["due_on"]
    return f"的日期已改为{day.month}月{day.day}日。" if day else "的日期已恢复。"


def _back(year, month):
    return redirect(f"{reverse('reports:calendar')}?year={year}#month-{month}")
