"""The list of reports, one report's page, and its steps."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from township.people.roles import Power

from ..document import plain_text
from ..forms import NewReportForm, ParticularsForm, RegistrationForm
from ..life import STEPS, Refused, confirm_figures, steps_for, take
from ..locking import differences, lock
from ..models import AnnualReport
from ..outline import outline, title_for
from ..tokens import tokens_of
from ..typesetting import MissingGlyph, render_pdf
from ..writing import write_report
from .reach import own_township, report_or_404, reports_for


def report_list(request):
    """All reports of the township, and where a new one begins."""
    request.gate.require(Power.READ_REPORT)
    may_write = request.gate.can(Power.COMPILE_REPORT)
    form = NewReportForm(request.POST or None, area=request.user.area) if may_write else None
    if request.method == "POST":
        if form is None:
            raise Http404
        if form.is_valid():
            report = begin(form, area=own_township(request), by=request.user)
            return redirect("reports:edit", report.pk)
    reports = reports_for(request.gate).prefetch_related("revisions")
    return render(
        request,
        "reports/list.html",
        {"reports": reports, "form": form},
        status=422 if form is not None and form.errors else 200,
    )


def begin(form, *, area, by):
    """The new report that a valid form asks for."""
    year, start = form.cleaned_data["year"], form.cleaned_data["start"]
    text = {
        NewReportForm.OUTLINE: lambda: outline(area, year),
        NewReportForm.PASTED: lambda: form.cleaned_data["text"],
        NewReportForm.LAST_YEAR: lambda: form.last_year(year).text.replace(f"{year - 1}年", f"{year}年"),
    }[start]()
    return AnnualReport.objects.create(
        area=area,
        year=year,
        title=title_for(area, year),
        text=text,
        cutoff=f"{year}-12-31",
        created_by=by,
        updated_by=by,
    )


def report_detail(request, pk):
    """One report: its state, its revisions, what was registered, what would differ now."""
    report = report_or_404(request, pk)
    written = write_report(report)
    latest = report.revisions.select_related("locked_by").first()
    gate = request.gate
    context = {
        "report": report,
        "written": written,
        "states": AnnualReport.State.choices[:-1],
        "steps": [
            (step, RegistrationForm(kind=step.registers) if step.registers else None)
            for step in steps_for(report, gate)
        ],
        "revisions": report.revisions.select_related("locked_by").defer(
            "pdf", "figures", "text", "filled_text"
        ),
        "registrations": report.registrations.select_related("by"),
        "confirmations": report.confirmations.select_related("by", "office"),
        "differences": differences(latest) if latest else [],
        "latest": latest,
        "may_write": gate.can(Power.COMPILE_REPORT) and report.is_open,
        "may_confirm": gate.can(Power.CONFIRM_FIGURES) and report.state == AnnualReport.State.CONFIRMING,
        "tokens": len(tokens_of(report.text)),
    }
    return render(request, "reports/detail.html", context)


@require_POST
def take_step(request, pk, step):
    """Take one step of the report's life."""
    step = STEPS.get(step)
    if step is None:
        raise Http404
    report = report_or_404(request, pk, step.power)
    registration = None
    if step.registers:
        form = RegistrationForm(request.POST, kind=step.registers)
        if not form.is_valid():
            for errors in form.errors.values():
                messages.error(request, errors[0])
            return redirect("reports:detail", pk)
        registration = form.save(commit=False)
    try:
        take(step, report, by=request.user, registration=registration, reason=request.POST.get("reason", ""))
        messages.success(request, f"已{step.verb}。")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("reports:detail", pk)


@require_POST
def lock_report(request, pk):
    """定稿锁定."""
    report = report_or_404(request, pk, Power.COMPILE_REPORT)
    if request.POST.get("version") != str(report.version):
        messages.error(request, "报告刚被改过，请看过再锁定。")
        return redirect("reports:detail", pk)
    try:
        revision = lock(report, by=request.user)
        messages.success(request, f"第{revision.number}稿已定稿锁定，之后改台账不会影响它。")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("reports:detail", pk)


@require_POST
def confirm(request, pk):
    """核数: the figures of one's own registers are right."""
    request.gate.require(Power.CONFIRM_FIGURES)
    report = get_object_or_404(AnnualReport, pk=pk, area__in=request.gate.areas())
    try:
        confirm_figures(report, by=request.user, note=request.POST.get("note", "")[:200])
        messages.success(request, "已确认本部门的数据。")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return (
        redirect("reports:detail", pk)
        if request.gate.can(Power.READ_REPORT)
        else redirect("reports:overview")
    )


def particulars(request, pk):
    """Title, cut-off day, number and signers."""
    report = report_or_404(request, pk, Power.COMPILE_REPORT)
    if not report.is_open:
        raise Http404
    form = ParticularsForm(request.POST or None, instance=report)
    if request.method == "POST" and form.is_valid():
        report = form.save(commit=False)
        report.updated_by, report.version = request.user, report.version + 1
        report.save()
        messages.success(request, "已保存。")
        return redirect("reports:edit", pk)
    return render(
        request,
        "reports/particulars.html",
        {"form": form, "report": report},
        status=422 if form.errors else 200,
    )


def pdf_response(content, name, *, inline):
    """A PDF under a Chinese file name, shown in the page or downloaded."""
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(not inline, f"{name}.pdf")
    response["Cache-Control"] = "private, no-store"
    return response


def preview(request, pk):
    """The draft as an official PDF, as it reads now."""
    report = report_or_404(request, pk)
    try:
        content = render_pdf(write_report(report).document)
    except MissingGlyph as missing:
        return HttpResponse(str(missing), status=422, content_type="text/plain; charset=utf-8")
    return pdf_response(content, f"{report.title}（草稿）", inline="download" not in request.GET)


def draft_text(request, pk):
    """The draft as plain text."""
    report = report_or_404(request, pk)
    response = HttpResponse(
        plain_text(write_report(report).document), content_type="text/plain; charset=utf-8"
    )
    response["Content-Disposition"] = content_disposition_header(True, f"{report.title}.txt")
    return response


def revision_pdf(request, pk, number):
    """The very bytes of a locked revision."""
    report = report_or_404(request, pk)
    revision = get_object_or_404(report.revisions, number=number)
    return pdf_response(
        bytes(revision.pdf), f"{revision.title}（第{number}稿）", inline="download" not in request.GET
    )
