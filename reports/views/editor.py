"""The editor: text beside the live official PDF, saved as it is typed."""

import json

from django.http import Http404, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST
from pypinyin import Style, lazy_pinyin

from township.figures.drilldown import drill_url
from township.figures.indicator import indicators
from township.figures.reading import read
from township.figures.wording import with_unit
from township.people.roles import Power

from ..models import AnnualReport
from ..writing import write_report
from .reach import report_or_404

LONGEST_TEXT = 200_000


def edit(request, pk):
    """The page of the editor."""
    report = report_or_404(request, pk, Power.COMPILE_REPORT)
    if not report.is_open:
        raise Http404
    return render(
        request, "reports/edit.html", {"report": report, "state": describe(report), "longest": LONGEST_TEXT}
    )


def describe(report):
    """What the editor shows beside the text: version, problems at their place, figures with their records."""
    written = write_report(report)
    return {
        "version": report.version,
        "preview": f"{reverse('reports:preview', args=[report.pk])}?v={report.version}",
        "problems": [
            {"message": str(problem), "start": problem.start, "end": problem.end}
            for problem in written.problems
        ],
        "figures": [
            {
                "label": figure.indicator.label,
                "value": with_unit(figure.value, figure.indicator.unit),
                "unreviewed": figure.unreviewed,
                "url": drill_url(figure.indicator, area=report.area, period=report.period),
            }
            for figure in written.figures.values()
        ],
    }


@require_POST
def save_text(request, pk):
    """Save the text if nobody else has since; answers with the new state, or 409 and who was faster."""
    report = report_or_404(request, pk, Power.COMPILE_REPORT)
    try:
        sent = json.loads(request.body)
        text, version = str(sent["text"]), int(sent["version"])
    except (ValueError, KeyError, TypeError):
        return JsonResponse({"message": "没有收到正文，请刷新页面后再试。"}, status=400)
    if len(text) > LONGEST_TEXT:
        return JsonResponse({"message": f"正文超过 {LONGEST_TEXT} 字，请精简后再存。"}, status=400)
    if not report.is_open:
        return JsonResponse(
            {"message": f"报告现在是“{report.get_state_display()}”，正文不能再改。"}, status=409
        )
    text = text.replace("\r\n", "\n").replace("\x00", "")
    changed = AnnualReport.objects.filter(pk=pk, version=version).update(
        text=text, version=version + 1, updated_by=request.user
    )
    report.refresh_from_db()
    if not changed and report.text != text:
        message = (
            f"{report.updated_by or '别人'}刚改过这份报告。您的文字还在左边，请复制出来，刷新页面后合到一起。"
        )
        return JsonResponse({"message": message, "text": report.text}, status=409)
    return JsonResponse(describe(report))


def insertable(request, pk):
    """All indicators for 插入数据: label, pinyin initials, value now, definition."""
    report = report_or_404(request, pk, Power.COMPILE_REPORT)
    figures = read(indicators.all(), area=report.area, period=report.period)
    rows = [
        {
            "label": indicator.label,
            "initials": "".join(lazy_pinyin(indicator.label, style=Style.FIRST_LETTER)).lower(),
            "value": with_unit(figures[indicator.key].value, indicator.unit),
            "definition": indicator.definition,
            "group": indicator.register.label,
        }
        for indicator in indicators.all()
    ]
    return JsonResponse({"indicators": rows})
