"""查看来源台账 of a report's figures: part of a page for one figure, and the page of a locked revision's figures."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from township.figures.indicator import indicators

from ..tracing import draft_sources, locked_sources, row_of
from .pages import locked_rows
from .reach import report_or_404


@require_safe
def draft_figure(request, pk, key):
    """Which records a figure of the draft counts now, and which it leaves out and why."""
    report = report_or_404(request, pk)
    indicator = indicators.for_area(report.area).get(key)
    if indicator is None:
        raise Http404
    found = draft_sources(report, indicator, gate=request.gate)
    return render(request, "figures/_sources.html", {"sources": found})


@require_safe
def locked_figure(request, pk, ordinal, key):
    """Which records a locked figure counted, and which it left out and why."""
    revision = _revision(request, pk, ordinal)
    found = locked_sources(revision, row_of(revision, key), gate=request.gate)
    return render(request, "figures/_sources.html", {"sources": found})


@require_safe
def locked_figures(request, pk, ordinal):
    """All figures of a locked revision, each with its records."""
    revision = _revision(request, pk, ordinal)
    context = {"revision": revision, "report": revision.report, "rows": locked_rows(revision)}
    return render(request, "reports/locked_figures.html", context)


def _revision(request, pk, ordinal):
    """A locked revision of a report within reach, without its PDF; else 404."""
    report = report_or_404(request, pk)
    revisions = report.revisions.select_related("report__area").defer("pdf")
    return get_object_or_404(revisions, ordinal=ordinal)
