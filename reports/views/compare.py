"""The page that sets two states of reports side by side."""

from django.http import Http404
from django.shortcuts import render

from ..comparing import draft_side, figure_rows, revision_side, text_rows
from ..models import Revision
from .reach import manuscripts_for, report_or_404


def compare(request, pk):
    """`?left=KEY&right=KEY`; by default the last locked revision beside the text as it is now."""
    report = report_or_404(request, pk)
    choices = _choices(request.gate, report)
    names = [key for key, _, _ in choices]
    left = _chosen(request.GET.get("left") or _default_left(report, names), choices)
    right = _chosen(request.GET.get("right") or str(report.pk), choices)
    context = {
        "report": report,
        "sides": [(key, name) for key, name, _ in choices],
        "left": left,
        "right": right,
        "rows": text_rows(left.text, right.text),
        "figures": figure_rows(left, right),
    }
    return render(request, "reports/compare.html", context)


def _choices(gate, report):
    """[(key, name, how the side is made)] of all states within reach, this report's own first."""
    reports = manuscripts_for(gate).filter(area=report.area, kind=report.kind)
    revisions = Revision.objects.filter(report__in=reports).select_related("report__area").defer("pdf")
    found = []
    for one in sorted(reports, key=lambda other: (other.pk != report.pk, -other.year)):
        found.append((str(one.pk), f"{one.short_name} 现在的正文", lambda one=one: draft_side(one)))
        found += [
            (
                f"{one.pk}:{revision.ordinal}",
                f"{one.short_name} 第{revision.ordinal}稿",
                lambda revision=revision: revision_side(revision),
            )
            for revision in revisions
            if revision.report_id == one.pk
        ]
    return found


def _default_left(report, names):
    """The last locked revision, else another report, else the text itself."""
    own = [name for name in names if name.startswith(f"{report.pk}:")]
    others = [name for name in names if name != str(report.pk)]
    return (own or others or names)[0]


def _chosen(key, choices):
    for name, _, make in choices:
        if name == key:
            return make()
    raise Http404
