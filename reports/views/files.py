"""Files of a report: draft and locked revisions as PDF, Word file and text, and scans of what was signed."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from township.people.trail.log import Action, log
from township.records.views.files import hand_out

from ..document import plain_text
from ..locking import document_of, profile_of
from ..typesetting import NATIONAL, MissingGlyph, render_pdf, render_word
from ..writing import write_report
from .reach import report_or_404


def pdf_response(request, content, name):
    """A PDF under a Chinese file name, shown in the page or, with ?download, saved."""
    if "download" in request.GET:
        log(Action.DOWNLOADED, by=request.user, what=f"{name}.pdf")
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header("download" in request.GET, f"{name}.pdf")
    response["Cache-Control"] = "private, no-store"
    return response


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def word_response(request, document, name, profile=NATIONAL):
    """A document as an editable .docx."""
    log(Action.DOWNLOADED, by=request.user, what=f"{name}.docx")
    response = HttpResponse(render_word(document, profile), content_type=WORD)
    response["Content-Disposition"] = content_disposition_header(True, f"{name}.docx")
    response["Cache-Control"] = "private, no-store"
    return response


def text_response(request, document, name):
    """A document as a text file."""
    log(Action.DOWNLOADED, by=request.user, what=f"{name}.txt")
    response = HttpResponse(plain_text(document), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(True, f"{name}.txt")
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
def preview(request, pk):
    """The draft as an official PDF, as it reads now."""
    report = report_or_404(request, pk)
    written = write_report(report)
    try:
        content = render_pdf(written.document, written.profile)
    except MissingGlyph as missing:
        return HttpResponse(str(missing), status=422, content_type="text/plain; charset=utf-8")
    return pdf_response(request, content, f"{report.title}（草稿）")


@require_safe
def draft_text(request, pk):
    """The draft as plain text, as it reads now."""
    report = report_or_404(request, pk)
    return text_response(request, write_report(report).document, f"{report.title}（草稿）")


@require_safe
def draft_word(request, pk):
    """The draft as an editable Word file, as it reads now."""
    report = report_or_404(request, pk)
    written = write_report(report)
    return word_response(request, written.document, f"{report.title}（草稿）", written.profile)


@require_safe
def revision_pdf(request, pk, ordinal):
    """The very bytes of a locked revision."""
    revision = get_object_or_404(report_or_404(request, pk).revisions, ordinal=ordinal)
    return pdf_response(request, bytes(revision.pdf), f"{revision.title}（第{ordinal}稿）")


@require_safe
def revision_text(request, pk, ordinal):
    """A locked revision as plain text."""
    revision = get_object_or_404(report_or_404(request, pk).revisions, ordinal=ordinal)
    return text_response(request, document_of(revision), f"{revision.title}（第{ordinal}稿）")


@require_safe
def revision_word(request, pk, ordinal):
    """A locked revision as an editable Word file."""
    revision = get_object_or_404(report_or_404(request, pk).revisions, ordinal=ordinal)
    return word_response(
        request, document_of(revision), f"{revision.title}（第{ordinal}稿）", profile_of(revision)
    )


@require_safe
def scan(request, pk, registration):
    """The scan that was registered with a step."""
    report = report_or_404(request, pk)
    registrations = report.registrations.select_related("scan")
    attachment = get_object_or_404(registrations, pk=registration).scan
    if attachment is None:
        raise Http404
    log(Action.DOWNLOADED, by=request.user, what=f"{report}的扫描件")
    return hand_out(
        request,
        attachment,
        attachment.file,
        content_type=attachment.content_type,
        as_attachment=not attachment.is_image,
    )
