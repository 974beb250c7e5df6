"""插入表格: what a table of chosen figures would look like, and its token."""

from django.http import JsonResponse
from django.views.decorators.http import require_safe

from township.figures.indicator import indicators
from township.figures.reading import read
from township.figures.wording import spelled
from township.people.roles import Power

from ..tables import Split, Wrong, ask, fill_tables
from .reach import report_or_404


@require_safe
def table_preview(request, pk):
    """`?figure=NAME&figure=NAME&split=按村&caption=…`: the token and the table as it reads now, or one sentence."""
    report = report_or_404(request, pk, Power.COMPILE_REPORT)
    known = indicators.for_area(report.area)
    try:
        return JsonResponse(_described(report, _asked(request.GET, known)))
    except Wrong as wrong:
        return JsonResponse({"message": str(wrong)}, status=422)


def _asked(data, known):
    labels = [spelled(label) for label in data.getlist("figure")]
    if not labels:
        raise Wrong("请先选要列的数据。")
    if unknown := [label for label in labels if label not in known.by_label]:
        raise Wrong(f"没有叫“{unknown[0]}”的数据，请从列表里选。")
    split = next((one for one in Split if one.said == data.get("split")), None)
    if split is None:
        raise Wrong("请选择按什么分。")
    caption = data.get("caption", "").strip()
    if any(mark in caption for mark in "{}｛｝|｜\n"):
        raise Wrong("表题里不能有花括号和竖线。")
    return ask([known.by_label[label] for label in labels], split, caption)


def _described(report, asked):
    figures = read(asked.indicators, area=report.area, period=report.period)
    if missing := [one.label for one in asked.indicators if figures[one.key].value is None]:
        raise Wrong(f"“{missing[0]}”还没有填（台账里没有记录，也没有零报告），不能列表。")
    [filled] = fill_tables([asked], figures, area=report.area, period=report.period)
    table = filled.document_table(1)
    return {
        "token": asked.token,
        "caption": table.caption,
        "head": table.head,
        "rows": table.rows,
        "note": table.note,
    }
