"""Files of a report: draft and locked revisions as PDF, Word file and text, and scans of what was signed."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from township.people.outgoing import DOCX, PDF, TEXT, outgoing, taken_out
from township.people.trail.log import Action, log
from township.printing.rendering import Unprintable
from township.records.views.files import hand_out

from ..document import plain_text
from ..locking import document_of, profile_of
from ..typesetting import NATIONAL, render_pdf, render_word
from ..writing import write_report
from .reach import report_or_404


def pdf_response(request, content, name, about):
    """A PDF under a Chinese file name, shown in the page or, with ?download, saved.

    `about` says in the trail what it was, by its number (`called`).
    """
    if "download" in request.GET:
        return taken_out(request, content, f"{name}.pdf", PDF, what=f"{about}，PDF")
    return outgoing(content, f"{name}.pdf", PDF, saved=False)


def word_response(request, document, name, about, profile=NATIONAL):
    """A document as an editable .docx."""
    content = render_word(document, profile)
    return taken_out(request, content, f"{name}.docx", DOCX, what=f"{about}，Word")


def text_response(request, document, name, about):
    """A document as a text file."""
    return taken_out(request, plain_text(document), f"{name}.txt", TEXT, what=f"{about}，文字")


def called(report, which="草稿"):
    """What the trail calls a text: its title may name the leader whom it is about."""
    return f"{report.paper.name}第 {report.pk} 号（{which}）"


@require_safe
def preview(request, pk):
    """The draft as an official PDF, as it reads now."""
    report = report_or_404(request, pk)
    written = write_report(report)
    try:
        content = render_pdf(written.document, written.profile)
    except Unprintable as missing:
        return HttpResponse(str(missing), status=422, content_type="text/plain; charset=utf-8")
    return pdf_response(request, content, f"{report.title}（草稿）", called(report))


@require_safe
def draft_text(request, pk):
    """The draft as plain text, as it reads now."""
    report = report_or_404(request, pk)
    return text_response(request, write_report(report).document, f"{report.title}（草稿）", called(report))


@require_safe
def draft_word(request, pk):
    """The draft as an editable Word file, as it reads now."""
    report = report_or_404(request, pk)
    written = write_report(report)
    return word_response(
        request, written.document, f"{report.title}（草稿）", called(report), written.profile
    )


def locked(request, pk, ordinal):
    """(revision, what the trail calls it)."""
    report = report_or_404(request, pk)
    return get_object_or_404(report.revisions, ordinal=ordinal), called(report, f"第{ordinal}稿")


@require_safe
def revision_pdf(request, pk, ordinal):
    """The very bytes of a locked revision."""
    revision, about = locked(request, pk, ordinal)
    return pdf_response(request, bytes(revision.pdf), f"{revision.title}（第{ordinal}稿）", about)


@require_safe
def revision_text(request, pk, ordinal):
    """A locked revision as plain text."""
    revision, about = locked(request, pk, ordinal)
    return text_response(request, document_of(revision), f"{revision.title}（第{ordinal}稿）", about)


@require_safe
def revision_word(request, pk, ordinal):
    """A locked revision as an editable Word file."""
    revision, about = locked(request, pk, ordinal)
    name = f"{revision.title}（第{ordinal}稿）"
    return word_response(request, document_of(revision), name, about, profile_of(revision))


@require_safe
def scan(request, pk, registration):
    """The scan that was registered with a step."""
    report = report_or_404(request, pk)
    registrations = report.registrations.select_related("scan")
    attachment = get_object_or_404(registrations, pk=registration).scan
    if attachment is None:
        raise Http404
    log(Action.DOWNLOADED, by=request.user, what=f"{report.paper.name}第 {report.pk} 号的扫描件")
    return hand_out(
        request,
        attachment,
        attachment.file,
        content_type=attachment.content_type,
        as_attachment=not attachment.is_image,
    )
