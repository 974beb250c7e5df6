"""The editor: text beside the live official PDF, saved as it is typed."""

from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST
from pypinyin import Style, lazy_pinyin

from township.figures.indicator import indicators
from township.figures.reading import read
from township.figures.wording import with_unit
from township.people.legible import json_sent
from township.people.roles import Power

from ..document.files import Unreadable
from ..drafting import untouched
from ..forms import LONGEST_TEXT, uploaded_text
from ..models import Manuscript
from ..tracing import figure_url
from ..writing import write_report
from .reach import report_or_404


def edit(request, pk):
    """The page of the editor; a report that is no longer open shows itself instead."""
    report = report_or_404(request, pk, Power.COMPILE_REPORT)
    if not report.is_open:
        return redirect("reports:detail", pk)
    return render(
        request, "reports/edit.html", {"report": report, "state": describe(report), "longest": LONGEST_TEXT}
    )


def describe(report):
    """What the editor shows beside the text: version, problems and last year's paragraphs at their place,
    figures with their records. Places are characters of the text, from 0."""
    written = write_report(report)
    return {
        "version": report.version,
        "preview": f"{reverse('reports:preview', args=[report.pk])}?v={report.version}",
        "problems": [
            {"message": str(problem), "start": problem.start, "end": problem.end}
            for problem in written.problems
        ],
        "carried": untouched(report.text, report.carried),
        "figures": [
            {
                "label": figure.indicator.label,
                "value": figure.text,
                "unreviewed": figure.unreviewed,
                "url": figure_url(report, figure.indicator),
                "sources": reverse("reports:sources", args=[report.pk, figure.indicator.key]),
            }
            for figure in written.figures.values()
        ],
    }


@require_POST
def save_text(request, pk):
    """Save the text if nobody else has since; answers with the new state, or 409 and who was faster."""
    report = report_or_404(request, pk, Power.COMPILE_REPORT)
    try:
        sent = json_sent(request)
        text, version = storable(sent["text"]), int(sent["version"])
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        return JsonResponse({"message": "没有收到正文，请刷新页面后再试。"}, status=400)
    if len(text) > LONGEST_TEXT:
        return JsonResponse({"message": f"正文超过 {LONGEST_TEXT} 字，请精简后再存。"}, status=400)
    if not report.is_open:
        return JsonResponse(
            {"message": f"报告现在是“{report.get_state_display()}”，正文不能再改。"}, status=409
        )
    if version == report.version and text != report.text:
        Manuscript.objects.filter(pk=pk, version=report.version, state=report.state).update(
            text=text, version=report.version + 1, updated_by=request.user
        )
        report.refresh_from_db()
    if report.text != text:
        return JsonResponse(faster(report), status=409)
    return JsonResponse(describe(report))


@require_POST
def read_file(request, pk):
    """The text of a file, for the editor to set beside what is there; nothing is stored."""
    report = report_or_404(request, pk, Power.COMPILE_REPORT)
    if not report.is_open:
        raise Http404
    try:
        if "file" not in request.FILES:
            raise Unreadable("没有收到文件，请重新选择。")
        return JsonResponse({"text": storable(uploaded_text(request.FILES["file"]))})
    except Unreadable as error:
        return JsonResponse({"message": str(error)}, status=422)


def storable(text):
    """The text with plain line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def faster(report):
    """The answer to whoever was slower: who changed the text, and what it reads now."""
    who = report.updated_by or "别人"
    return {
        "message": f"{who}刚改过这份报告，您的文字还没有保存，都在左边。",
        "text": report.text,
        "version": report.version,
    }


def insertable(request, pk):
    """All indicators for 插入数据: label, pinyin initials, unit, value now, definition."""
    report = report_or_404(request, pk, Power.COMPILE_REPORT)
    known = indicators.for_area(report.area).all()
    figures = read(known, area=report.area, period=report.period)
    rows = [
        {
            "label": indicator.label,
            "initials": "".join(lazy_pinyin(indicator.label, style=Style.FIRST_LETTER)).lower(),
            "unit": indicator.unit,
            "value": with_unit(figures[indicator.key].value, indicator.unit),
            "definition": indicator.definition,
            "group": indicator.register.label,
        }
        for indicator in known
    ]
    return JsonResponse({"indicators": rows})
