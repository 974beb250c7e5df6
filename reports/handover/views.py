"""工作移交清单 on a page, as workbook and as PDF: of oneself, or of an account that one manages."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from township.people.outgoing import PDF, XLSX, taken_out
from township.people.roles import Power
from township.workbooks.book import Unreadable

from .papers import papers
from .writing import pdf, title_of, workbook


def leaver_of(request, pk):
    """The user, or the account of a township with that id which the user manages; else 404."""
    request.gate.require(Power.READ)
    found = request.user if pk in (None, request.user.pk) else request.gate.accounts().filter(pk=pk).first()
    if found is None or found.area is None:
        raise Http404
    return found


@require_safe
def show(request, pk=None):
    """What the papers hold, and where they are fetched."""
    leaver = leaver_of(request, pk)
    sections = papers(leaver, gate=request.gate)
    context = {
        "leaver": leaver,
        "sections": sections,
        "may_export": request.gate.can(Power.EXPORT),
    }
    context["may_move"] = request.gate.can(Power.MANAGE_ACCOUNTS) and leaver != request.user
    return render(request, "reports/handover/show.html", context)


@require_safe
def fetch(request, pk, suffix):
    """The papers as a file."""
    leaver = leaver_of(request, pk)
    request.gate.require(Power.EXPORT)
    sections = papers(leaver, gate=request.gate)
    try:
        content, kind = (
            (pdf(leaver, sections, gate=request.gate), PDF)
            if suffix == "pdf"
            else (workbook(leaver, sections, gate=request.gate), XLSX)
        )
    except Unreadable as error:
        messages.error(request, str(error))
        return redirect("reports:handover", leaver.pk)
    name = f"{title_of(leaver)}.{suffix}"
    return taken_out(request, content, name, kind, what=f"工作移交清单（账号第 {leaver.pk} 号）")
