"""The list you see as a workbook, as a PDF or as its attachments: same records, same order, same columns."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import View

from township.figures.choosing import chosen_year, years_with_records
from township.people.outgoing import PDF, XLSX, taken_out
from township.people.roles import Power
from township.records.jobs import ask
from township.records.jobs.views import respond
from township.records.views.base import RegisterView
from township.records.views.lists import ListQuery

from .. import bundles, yearbook
from ..book import Unreadable
from ..ledgers import list_bytes, list_pdf, whole_bytes


def filter_note(query):
    """The filters in words, for the head of the sheet."""
    if query.mark is not None:
        return f"{query.mark.title}：{query.mark.value_text}"
    form = query.filterset.form
    chosen = [
        f"{form.fields[name].label}：{form.cleaned_data[name]}"
        for name in form.fields
        if form.is_valid() and form.cleaned_data.get(name)
    ]
    return "筛选：" + ("；".join(chosen) or "无")


class ExportView(RegisterView):
    """Shared: GET with the list's own address parameters."""

    power = Power.EXPORT

    def name(self, suffix):
        return f"{self.declaration.label}{timezone.localdate():%Y%m%d}{suffix}"

    def take_out(self, content, records, words, suffix, kind):
        """The file for saving; the trail says how much of the ledger was taken along."""
        what = f"{self.declaration.label} {records.count()} {self.declaration.unit}，{words}"
        return taken_out(self.request, content, self.name(suffix), kind, what=what)

    def refuse(self, error):
        """Back to the list as it was, with the sentence."""
        messages.error(self.request, str(error))
        return redirect(self.list_url())

    def list_url(self):
        query = self.request.GET.urlencode()
        return f"{reverse('records:list', args=[self.declaration.slug])}?{query}"


class ExportListView(ExportView):
    """The list as a workbook; `?columns=all` gives every field of the ledger."""

    def get(self, request, slug):
        query = ListQuery(request, self.declaration, Power.EXPORT)
        given = {"records": query.records, "words": filter_note(query)}
        if request.GET.get("columns") == "all":
            content = whole_bytes(request.gate, self.declaration, **given)
        else:
            content = list_bytes(request.gate, self.declaration, columns=query.columns, **given)
        return self.take_out(content, query.records, "表格", ".xlsx", XLSX)


class ExportPdfView(ExportView):
    """The list as a PDF for printing."""

    def get(self, request, slug):
        query = ListQuery(request, self.declaration, Power.EXPORT)
        try:
            content = list_pdf(
                request.gate,
                self.declaration,
                columns=query.columns,
                records=query.records,
                words=filter_note(query),
            )
        except Unreadable as error:
            return self.refuse(error)
        return self.take_out(content, query.records, "PDF", ".pdf", PDF)


class ExportFilesView(ExportView):
    """The attachments of the list as a zip; those of cases only for who may open them one by one."""

    def get(self, request, slug):
        query = ListQuery(request, self.declaration, Power.EXPORT)
        wanted = query.records.values_list("pk", flat=True)[: bundles.MOST_RECORDS + 1]
        label = f"{self.declaration.label}佐证材料"
        job = ask(
            request.user,
            bundles.MAKER,
            label,
            slug=slug,
            records=list(wanted),
            words=filter_note(query),
            name=self.name("佐证材料.zip"),
        )
        return respond(request, job, self.list_url())


class YearbookView(View):
    """A year's ledgers as one workbook."""

    def get(self, request):
        request.gate.require(Power.EXPORT)
        request.gate.require(Power.FIGURES)
        year = chosen_year(request, years_with_records(request.gate), request.user.area)
        job = ask(request.user, yearbook.MAKER, f"{year}年全年台账", year=year)
        return respond(request, job, reverse("figures:list"))
