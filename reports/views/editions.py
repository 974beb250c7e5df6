"""公开版: what the public edition leaves out, beside the internal one, and its files."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from township.printing.rendering import Unprintable
from township.privacy.guard import Item
from township.privacy.views import GuardedView

from ..comparing import text_rows
from ..document import parse
from ..editions import PublicText, public_text, without_marks
from ..models import PublicEdition
from ..publishing import public_document, public_of, public_title
from ..typesetting import render_pdf
from ..writing import write_report
from .files import called, pdf_response, text_response, word_response
from .reach import report_or_404


@dataclass(frozen=True)
class Shown:
    """The public edition that a page is about: of the locked text, of an open draft as it reads now."""

    name: str
    title: str
    inner: str
    public: PublicText
    written: Callable  # (text, title) gives the document
    profile: object
    frozen: PublicEdition | None = None

    @property
    def document(self):
        return self.written(self.public.text, self.title)


def shown(report):
    """What is public of `report`."""
    latest = report.latest_revision()
    if latest is None or report.is_open:
        written = write_report(report)
        found = public_text(written.text, report.area)
        title = public_text(report.title, report.area).text
        return Shown(
            f"{title}（公开版，草稿）",
            title,
            without_marks(written.text)[0],
            found,
            lambda text, title: parse(text, title=title, sealed=report.sealed),
            written.profile,
        )
    found = public_of(latest)
    title = public_title(latest)
    return Shown(
        f"{title}（公开版）",
        title,
        without_marks(latest.filled_text)[0],
        found,
        partial(public_document, latest),
        report.paper.profile_for(public_document(latest, found.text)),
        PublicEdition.objects.filter(revision=latest).first(),
    )


@require_safe
def public_page(request, pk):
    """Both editions side by side."""
    report = report_or_404(request, pk)
    found = shown(report)
    rows = text_rows(found.inner, found.public.text)
    return render(request, "reports/public.html", {"report": report, "shown": found, "rows": rows})


class PublicFileView(GuardedView):
    """The public edition as a file (`kind`: pdf, docx or txt), looked through before it leaves."""

    purpose = "公开版"
    kind = "pdf"

    def subject(self):
        self.report = report_or_404(self.request, self.kwargs["pk"])
        self.shown = shown(self.report)
        return "", None, self.report.area, reverse("reports:public", args=[self.report.pk])

    def items(self):
        return [Item("标题", text=self.shown.title), Item("正文", text=self.shown.public.text)]

    def hand_out(self, items):
        found, [title, text] = self.shown, (item.text for item in items)
        about = called(self.report, self.purpose)
        if self.kind == "pdf" and found.frozen and (title, text) == (found.title, found.public.text):
            # Once published, the very bytes.
            return pdf_response(self.request, bytes(found.frozen.pdf), found.name, about)
        name = found.name.replace(found.title, title)
        document = found.written(text, title)
        if self.kind == "docx":
            return word_response(self.request, document, name, about, found.profile)
        if self.kind == "txt":
            return text_response(self.request, document, name, about)
        try:
            return pdf_response(self.request, render_pdf(document, found.profile), name, about)
        except Unprintable as missing:
            return HttpResponse(str(missing), status=422, content_type="text/plain; charset=utf-8")
