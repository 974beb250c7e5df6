"""The statistics form as a page, as PDF and as a workbook."""

import datetime

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from township.figures.choosing import chosen_area, may_see, may_take_apart
from township.figures.period import Period
from township.figures.years import years_of
from township.people.outgoing import PDF, XLSX, taken_out
from township.people.roles import Power
from township.printing import Form, Grid, Signing, render_forms
from township.workbooks.sheets import add_table, book_bytes, new_book

from ..registers import Disputes
from ..statistics import statistics

TITLE = "人民调解案件情况统计表"
BALANCE_HEADERS = ("村（社区）", "上期结转", "本期受理", "本期办结", "结转下期")
# What most reports are about, offered beside any two days.
SPANS = (("month", "本月"), ("quarter", "本季"), ("half", "本半年"), ("year", "本年"))


def page(request):
    found, sentence = asked(request)
    context = {
        "form": found,
        "sentence": sentence,
        "areas": list(request.gate.areas()),
        "spans": [(label, Period.containing(timezone.localdate(), every)) for every, label in SPANS],
        "headers": BALANCE_HEADERS,
        "query": request.GET.urlencode(),
        "start": request.GET.get("start") or found.period.start.isoformat(),
        "end": request.GET.get("end") or found.period.end.isoformat(),
    }
    return render(request, "disputes/statistics.html", context)


def pdf(request):
    found, _ = asked(request)
    balances = tuple(balance_rows(found))
    form = Form(
        "statistics",
        TITLE,
        (
            Grid(("项目", "数量"), tuple(sheet_rows(found)), (70, 30)),
            *([Grid(BALANCE_HEADERS, balances, (32, 17, 17, 17, 17))] if balances else []),
            Signing(("填报单位（盖章）", "负责人（签名）", "填表人（签名）")),
        ),
        f"{found.area.name}　{found.period}　成功率：{found.rule}",
    )
    name = file_name(found)
    return taken_out(request, render_forms(TITLE, [form]), f"{name}.pdf", PDF, what=f"{name}，PDF")


def workbook(request):
    found, _ = asked(request)
    notes = [TITLE, f"{found.area.name}　{found.period}", f"调解成功率：{found.rule}"]
    book = new_book()
    numbers = [
        (section.title, row.label, row.value, row.unit) for section in found.sections for row in section.rows
    ]
    add_table(book, title="统计表", notes=notes, headers=("栏目", "项目", "数量", "单位"), rows=numbers)
    balances = [(one.name, *(value for value, _ in one.cells)) for one in found.balances]
    if balances:
        add_table(book, title="结转", notes=notes, headers=BALANCE_HEADERS, rows=balances)
    name = file_name(found)
    return taken_out(request, book_bytes(book), f"{name}.xlsx", XLSX, what=f"{name}，表格")


def asked(request):
    """The filled form that the address asks for, and what is wrong with the address in one sentence."""
    request.gate.require(Power.FIGURES)
    area = chosen_area(request)
    if not may_see(request.gate, Disputes, area):
        raise Http404
    period, sentence = chosen_span(request.GET)
    if not may_take_apart(request.gate, Disputes):
        # Two spans that differ by a day would tell of the cases of that day.
        period = years_of(area).span(period.end.year)
    return statistics(area=area, period=period, gate=request.gate), sentence


def chosen_span(data):
    """The two days in the address; the running month without them, and where they make no span."""
    running = Period.containing(timezone.localdate(), "month")
    start, end = data.get("start", ""), data.get("end", "")
    if not start and not end:
        return running, ""
    try:
        return Period(datetime.date.fromisoformat(start), datetime.date.fromisoformat(end)), ""
    except ValueError:
        return running, "请填开始和结束两个日期，结束不能早于开始；下面先显示本月的。"


def sheet_rows(found):
    for section in found.sections:
        yield f"【{section.title}】", ""
        for row in section.rows:
            yield "　" * row.level + row.label, row.text


def balance_rows(found):
    for one in found.balances:
        yield one.name, *("未填" if value is None else str(value) for value, _ in one.cells)


def file_name(found):
    return f"{found.area.name}{found.period}人民调解统计表"
