"""The list of reports, one report's page, and its particulars."""

from django.contrib import messages
from django.db.models import F, Max
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from township.figures.wording import with_unit
from township.people.roles import Power

from ..comparing import drifts
from ..confirming import confirmed_by
from ..drafting import begin, from_last_year
from ..following import following
from ..forms import NewReportForm, ParticularsForm, form_for
from ..life import is_locked, obstacle, steps_for
from ..models import AnnualReport, Manuscript
from ..outline import outline
from ..papers.following import source_of
from ..proofing.draft import prove
from ..publishing import public_of
from ..tables_compared import cells_changed
from ..tracing import figure_url, locked_url
from ..writing import write_report
from .reach import own_township, report_or_404, reports_for

State = AnnualReport.State
STALE = "报告刚被别人改过，请核对后再保存。"


def report_list(request):
    """All reports of the township, and where a new one begins."""
    request.gate.require(Power.READ_REPORT)
    may_write = request.gate.can(Power.COMPILE_REPORT)
    sent = (request.POST or None, request.FILES or None)
    form = NewReportForm(*sent, area=own_township(request)) if may_write else None
    if request.method == "POST":
        if form is None:
            raise Http404
        if form.is_valid():
            return redirect("reports:edit", begun(form, by=request.user).pk)
    reports = reports_for(request.gate).defer("text", "carried")
    reports = reports.annotate(ordinal=Max("revisions__ordinal"), locked_at=Max("revisions__locked_at"))
    return render(
        request,
        "reports/list.html",
        {"reports": reports, "form": form},
        status=422 if form is not None and form.errors else 200,
    )


def begun(form, *, by):
    """The new report that a valid form asks for."""
    year, start, area = form.cleaned_data["year"], form.cleaned_data["start"], form.area
    if start == form.PASTED:
        return begin(area=area, year=year, text=form.cleaned_data["text"], by=by)
    if start == form.LAST_YEAR:
        text = from_last_year(form.last_year(year).text, year)
        return begin(area=area, year=year, text=text, carried=text, by=by)
    return begin(area=area, year=year, text=outline(area, year), by=by)


def report_detail(request, pk):
    """One report: its state, its revisions, what was registered, what would differ now."""
    return detail_page(request, report_or_404(request, pk))


def detail_page(request, report, *, refused=None):
    """The page of `report`; `refused` is (step, form) of a registration that has to be mended."""
    gate = request.gate
    latest = report.latest_revision()
    written = write_report(report) if report.is_open else None
    rows = figure_rows(report, written, latest)
    context = {
        "report": report,
        "problems": written.problems if written else (),
        "obstacle": prove(report, written).obstacle if written and not written.problems else "",
        "rows": rows,
        "unreviewed": [row for row in rows if row["unreviewed"]],
        "states": AnnualReport.State.choices[:-1],
        "steps": [_step_row(step, report, refused, by=request.user) for step in steps_for(report, gate)],
        "revisions": report.revisions.select_related("locked_by").defer(
            "pdf", "figures", "text", "filled_text"
        ),
        "registrations": report.registrations.select_related("by", "scan"),
        **following(report, gate),
        "drifts": drifts(latest) if latest else [],
        "cells": cells_changed(latest) if latest and latest.tables else [],
        "source": source_of(report),
        "edition": publication(report, latest),
        "latest": latest,
        "is_locked": is_locked(report, latest),
        "may_write": gate.can(Power.COMPILE_REPORT) and report.is_open,
        "may_annex": latest is not None and gate.can(Power.EXPORT),
        "may_confirm": gate.can(Power.CONFIRM_FIGURES) and report.state == AnnualReport.State.CONFIRMING,
    }
    return render(request, "reports/detail.html", context, status=422 if refused else 200)


def publication(report, latest):
    """What the public edition of the locked text differs in, for the page on which it is about to be published."""
    return public_of(latest) if latest and report.state in (State.SUBMITTED, State.PUBLISHED) else None


def _step_row(step, report, refused, *, by):
    form = refused[1] if refused and refused[0] is step else form_for(step, by=by)
    return {"step": step, "form": form, "obstacle": obstacle(step, report, by=by)}


def figure_rows(report, written, latest):
    """The figures that the report quotes: as they are now while it is open, as they were locked after that."""
    confirmed = confirmed_by(report)
    rows = locked_rows(latest) if written is None and latest else draft_rows(report, written)
    return [{**row, "confirmed": confirmed.get((row["key"], row["number"]), [])} for row in rows]


def draft_rows(report, written):
    """The figures of a draft as the page shows them, each with its records as they are now."""
    return [
        {
            "key": one.indicator.key,
            "label": one.indicator.label,
            "number": one.value,
            "value": "未填" if one.value is None else one.text,
            "unreviewed": one.unreviewed,
            "url": figure_url(report, one.indicator),
            "sources": reverse("reports:sources", args=[report.pk, one.indicator.key]),
        }
        for one in (written.figures.values() if written else ())
    ]


def locked_rows(revision):
    """The figures of a revision, each with the records that it counted when it was locked."""
    return [
        {
            "key": row["key"],
            "label": row["label"],
            "number": row["value"],
            "value": with_unit(row["value"], row["unit"]),
            "unreviewed": row["unreviewed"],
            "url": locked_url(revision, row),
            "sources": reverse(
                "reports:locked_sources", args=[revision.report_id, revision.ordinal, row["key"]]
            ),
        }
        for row in revision.figures
    ]


def particulars(request, pk):
    """Title, cut-off day, number and signers."""
    report = report_or_404(request, pk, Power.COMPILE_REPORT)
    if not report.is_open:
        raise Http404
    form = ParticularsForm(request.POST or None, instance=report)
    if request.method == "POST" and form.is_valid():
        if _save_particulars(report, form.cleaned_data, request):
            messages.success(request, "已保存。")
            return redirect("reports:edit", pk)
        form.add_error(None, STALE)
    version = Manuscript.objects.values_list("version", flat=True).get(pk=pk)
    return render(
        request,
        "reports/particulars.html",
        {"form": form, "report": report, "version": version},
        status=422 if form.errors else 200,
    )


def _save_particulars(report, values, request):
    """Write the particulars only, and only if the report is still as the page showed it."""
    version = request.POST.get("version", "")
    if version != str(report.version):
        return False
    unchanged = Manuscript.objects.filter(pk=report.pk, version=report.version)
    return unchanged.update(**values, version=F("version") + 1, updated_by=request.user)
