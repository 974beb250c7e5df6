"""公开版: what the public edition leaves out, beside the internal one, and its files."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..comparing import text_rows
from ..document import Document, parse
from ..editions import PublicText, public_text, without_marks
from ..models import PublicEdition
from ..publishing import public_document, public_of, public_title
from ..typesetting import MissingGlyph, render_pdf
from ..writing import write_report
from .files import pdf_response, text_response, word_response
from .reach import report_or_404


@dataclass(frozen=True)
class Shown:
    """The public edition that a page is about: of the locked text, of an open draft as it reads now."""

    name: str
    inner: str
    public: PublicText
    document: Document
    profile: object
    frozen: PublicEdition | None = None


def shown(report):
    """What is public of `report`."""
    latest = report.latest_revision()
    if latest is None or report.is_open:
        written = write_report(report)
        found = public_text(written.text, report.area)
        title = public_text(report.title, report.area).text
        document = parse(found.text, title=title, sealed=report.sealed)
        return Shown(
            f"{title}（公开版，草稿）", without_marks(written.text)[0], found, document, written.profile
        )
    found = public_of(latest)
    document = public_document(latest, found.text)
    return Shown(
        f"{public_title(latest)}（公开版）",
        without_marks(latest.filled_text)[0],
        found,
        document,
        report.paper.profile_for(document),
        PublicEdition.objects.filter(revision=latest).first(),
    )


@require_safe
def public_page(request, pk):
    """Both editions side by side."""
    report = report_or_404(request, pk)
    found = shown(report)
    rows = text_rows(found.inner, found.public.text)
    return render(request, "reports/public.html", {"report": report, "shown": found, "rows": rows})


@require_safe
def public_pdf(request, pk):
    """The public edition as PDF: once published, the very bytes."""
    found = shown(report_or_404(request, pk))
    if found.frozen:
        return pdf_response(request, bytes(found.frozen.pdf), found.name)
    try:
        content = render_pdf(found.document, found.profile)
    except MissingGlyph as missing:
        return HttpResponse(str(missing), status=422, content_type="text/plain; charset=utf-8")
    return pdf_response(request, content, found.name)


@require_safe
def public_word(request, pk):
    """The public edition as an editable Word file."""
    found = shown(report_or_404(request, pk))
    return word_response(request, found.document, found.name, found.profile)


@require_safe
def public_plain(request, pk):
    """The public edition as plain text, to paste into the website."""
    found = shown(report_or_404(request, pk))
    return text_response(request, found.document, found.name)
