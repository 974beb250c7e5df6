"""附件材料 of the last locked revision as one PDF."""

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from township.workbooks.book import Unreadable

from ..annex import annex_pdf, gather
from ..outline import organ_of
from .files import called, pdf_response
from .reach import report_or_404


@require_safe
def annex(request, pk):
    """The records and photos behind every figure; of an unlocked text there is none yet."""
    report = report_or_404(request, pk)
    latest = report.latest_revision()
    if latest is None:
        messages.error(request, "请先定稿锁定：附件材料要和锁定的数字一致。")
        return redirect("reports:detail", pk)
    try:
        content = annex_pdf(gather(latest, request.gate), title=latest.title, organ=organ_of(report.area))
    except Unreadable as reason:
        messages.error(request, str(reason))
        return redirect("reports:detail", pk)
    name = f"{latest.title}附件材料（第{latest.ordinal}稿）"
    return pdf_response(request, content, name, called(report, f"第{latest.ordinal}稿附件材料"))
