"""附件材料 of the last locked revision as one PDF."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from township.people.roles import Power
from township.records.jobs import ask
from township.records.jobs.views import respond

from ..annex.making import MAKER, label_of
from .reach import report_or_404


@require_safe
def annex(request, pk):
    """The records and photos behind every figure; of an unlocked text there is none yet."""
    report = report_or_404(request, pk)
    request.gate.require(Power.EXPORT)
    latest = report.latest_revision()
    if latest is None:
        messages.error(request, "请先定稿锁定：附件材料要和锁定的数字一致。")
        return redirect("reports:detail", pk)
    job = ask(request.user, MAKER, label_of(latest), revision=latest.pk)
    return respond(request, job, reverse("reports:detail", args=[pk]))
