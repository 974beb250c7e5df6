"""Steps of a report's life: 核数, 定稿锁定, and everything between 送审 and 公开."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from township.people.roles import Power

from ..confirming import confirm, confirmed_by, fingerprint, own_figures, values_of
from ..forms import form_for
from ..life import STEPS, Kind, Refused, take
from ..locking import lock
from ..models import AnnualReport, Registration
from ..publishing import publish
from ..signing import sign
from ..tracing import figure_url
from ..writing import write_report
from .pages import detail_page
from .reach import report_or_404


@require_POST
def take_step(request, pk, step):
    """Take one step of the report's life."""
    step = STEPS.get(step)
    if step is None:
        raise Http404
    report = report_or_404(request, pk, step.power)
    form = form_for(step, by=request.user, data=request.POST, files=request.FILES)
    if form is not None and not form.is_valid():
        return detail_page(request, report, refused=(step, form))
    entry = form.save(commit=False) if form is not None else Registration(who=str(request.user))
    try:
        _take(step, report, entry, by=request.user)
        messages.success(request, f"已{step.verb}。")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("reports:detail", pk)


def _take(step, report, entry, *, by):
    if step.kind is Kind.SIGN:
        sign(report, by=by, entry=entry)
    elif step.kind is Kind.PUBLISH:
        publish(report, by=by, entry=entry)
    else:
        take(step, report, by=by, entry=entry)


@require_POST
def lock_report(request, pk):
    """定稿锁定 of the draft as the page showed it."""
    report = report_or_404(request, pk, Power.COMPILE_REPORT)
    seen = request.POST.get("version", "")
    latest = report.latest_revision()
    if latest and seen == str(latest.draft_version):
        # The second click of a double click.
        messages.info(request, f"第{latest.ordinal}稿已经锁定，不用再点。")
    elif seen != str(report.version):
        messages.error(request, "报告刚被改过，请看过再锁定。")
    else:
        try:
            revision = lock(report, by=request.user)
            messages.success(request, f"第{revision.ordinal}稿已定稿锁定，之后改台账不会影响它。")
        except Refused as refusal:
            messages.error(request, str(refusal))
    return redirect("reports:detail", pk)


def confirm_figures(request, pk):
    """核数: the report's figures from the registers of the own office, to look at and to confirm."""
    request.gate.require(Power.CONFIRM_FIGURES)
    waiting = AnnualReport.objects.select_related("area").filter(area__in=request.gate.areas())
    report = get_object_or_404(waiting, pk=pk, state=AnnualReport.State.CONFIRMING)
    figures = own_figures(write_report(report).figures, request.gate)
    values = values_of(figures)
    if request.method == "POST":
        if request.POST.get("seen") == fingerprint(values):
            confirm(report, by=request.user, values=values)
            messages.success(request, f"已确认 {len(values)} 个数据。")
            may_read = request.gate.can(Power.READ_REPORT)
            return redirect("reports:detail", pk) if may_read else redirect("reports:todo")
        messages.warning(request, "数据刚有变化，请再核对一遍。")
    known = confirmed_by(report)
    rows = [
        (
            figure,
            figure_url(report, figure.indicator),
            known.get((figure.indicator.key, values[figure.indicator.key]), []),
        )
        for figure in figures
    ]
    context = {"report": report, "rows": rows, "seen": fingerprint(values)}
    return render(request, "reports/confirm.html", context)
