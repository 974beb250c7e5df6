"""From a report's figures to their records: as they are now in a draft, as they were counted in a locked one.

`?locked=REVISION&locked_figure=KEY` on a list shows the very records that a locked figure counted, as they
read today.
"""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import urlencode

from township.figures.drilldown import beside, drill_url
from township.figures.indicator import indicators
from township.figures.left_out import LeftOuts, Question, counted, left_out
from township.figures.sources import sources
from township.figures.wording import with_unit
from township.people.gate import is_id
from township.records.marks import Mark, resolver
from township.records.register import registry

from .models import Revision
from .views.reach import manuscripts_for


def figure_url(report, indicator):
    """Address of the list of what a figure of the draft counts now."""
    until = report.span.end
    return drill_url(indicator, area=report.area, period=report.period, until=until)


def locked_url(revision, row):
    """Address of the list of what a locked figure counted."""
    query = urlencode({"locked": revision.pk, "locked_figure": row["key"]})
    return f"{reverse('records:list', args=[row['register']])}?{query}"


def draft_sources(report, indicator, *, gate):
    """`Sources` of a figure of the draft."""
    question = Question(indicator, report.area, report.period, until=report.span.end)
    return sources(
        counted(question),
        left_out=left_out(question, gate=gate),
        gate=gate,
        url=figure_url(report, indicator),
    )


def locked_sources(revision, row, *, gate):
    """`Sources` of a locked figure; what it leaves out is only known while its indicator is in use."""
    register = registry.for_area(revision.report.area).get(row["register"])
    if register is None:
        raise Http404
    question = _question(revision, row)
    return sources(
        register.model.objects.filter(pk__in=row["records"]),
        left_out=left_out(question, gate=gate) if question else LeftOuts([]),
        gate=gate,
        url=locked_url(revision, row),
    )


def row_of(revision, key):
    """The frozen figure with that key, or 404."""
    for row in revision.figures:
        if row["key"] == key:
            return row
    raise Http404


def _question(revision, row):
    """What a locked figure left out; None where its indicator is no longer in use."""
    indicator = indicators.for_area(revision.report.area).get(row["key"])
    return indicator and Question(
        indicator,
        revision.report.area,
        revision.period,
        until=revision.report.span.end,
        frozen=tuple(row["records"]),
        locked_at=revision.locked_at,
    )


@resolver
def locked_mark(request, declaration, records):
    """Narrow a list to the records that a locked figure counted."""
    if "locked" not in request.GET:
        return None
    revision = _revision(request)
    row = row_of(revision, request.GET.get("locked_figure"))
    if row["register"] != declaration.slug:
        raise Http404
    question = _question(revision, row)
    return Mark(
        records=records.filter(pk__in=row["records"]),
        title=f"{revision} {row['label']}",
        value_text=with_unit(row["value"], row["unit"]),
        definition=row["definition"],
        every_state=True,
        note="下面就是锁定时数到的记录，内容是它们现在的样子。",
        beside=lambda: question and beside(left_out(question, gate=request.gate)),
    )


def _revision(request):
    """The revision in the address, for those who may read its report; else 404."""
    pk = request.GET["locked"]
    if not is_id(pk):
        raise Http404
    revisions = Revision.objects.select_related("report__area").defer("pdf")
    return get_object_or_404(revisions, pk=pk, report__in=manuscripts_for(request.gate))
