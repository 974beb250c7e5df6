"""The list you see as a workbook, as a PDF or as its attachments: same records, same order, same columns."""

from urllib.parse import quote

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import View

from township.figures.choosing import chosen_year, years_with_records
from township.people.roles import Power
from township.records.views.base import RegisterView
from township.records.views.files import power_for_files
from township.records.views.lists import ListQuery

from ..book import Unreadable
from ..bundles import bundle
from ..ledgers import list_bytes, list_pdf, notes_of, whole_bytes
from ..sheets import XLSX
from ..yearbook import yearbook_bytes


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


def download(content, name, content_type):
    """A file for saving, under its Chinese name."""
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return response


class ExportView(RegisterView):
    """Shared: GET with the list's own address parameters."""

    power = Power.EXPORT

    def name(self, suffix):
        return f"{self.declaration.label}{timezone.localdate():%Y%m%d}{suffix}"

    def refuse(self, error):
        """Back to the list as it was, with the sentence."""
        messages.error(self.request, str(error))
        query = self.request.GET.urlencode()
        return redirect(f"{reverse('records:list', args=[self.declaration.slug])}?{query}")


class ExportListView(ExportView):
    """The list as a workbook; `?columns=all` gives every field of the ledger."""

    def get(self, request, slug):
        query = ListQuery(request, self.declaration, Power.EXPORT)
        given = {"records": query.records, "words": filter_note(query)}
        if request.GET.get("columns") == "all":
            content = whole_bytes(request.gate, self.declaration, **given)
        else:
            content = list_bytes(request.gate, self.declaration, columns=query.columns, **given)
        return download(content, self.name(".xlsx"), XLSX)


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
        return download(content, self.name(".pdf"), "application/pdf")


class ExportFilesView(ExportView):
    """The attachments of the list as a zip; those of cases only for who may open them one by one."""

    def get(self, request, slug):
        query = ListQuery(request, self.declaration, Power.EXPORT)
        readable = request.gate.records(self.declaration, power_for_files(self.declaration))
        records = query.records.filter(pk__in=readable.values("pk"))
        notes = notes_of(request.gate, f"{self.declaration.label}佐证材料", filter_note(query))
        try:
            packed = bundle(self.declaration, records, notes=notes)
        except Unreadable as error:
            return self.refuse(error)
        response = FileResponse(packed, content_type="application/zip")
        name = quote(self.name("佐证材料.zip"))
        response["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
        return response


class YearbookView(View):
    """A year's ledgers as one workbook."""

    def get(self, request):
        request.gate.require(Power.EXPORT)
        request.gate.require(Power.FIGURES)
        year = chosen_year(request, years_with_records(request.gate))
        name = f"{request.user.area.name}{year}年台账.xlsx"
        return download(yearbook_bytes(request.gate, year), name, XLSX)
