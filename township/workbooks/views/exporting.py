"""The list you see as a workbook: same records, same order, same columns."""

from urllib.parse import quote

from django.http import HttpResponse
from django.utils import timezone

from township.people.roles import Power
from township.records.views.base import RegisterView
from township.records.views.lists import ListQuery

from ..ledgers import list_bytes, whole_bytes
from ..sheets import XLSX


def filter_note(query):
    """The filters in words, for the head of the sheet."""
    form = query.filterset.form
    chosen = [
        f"{form.fields[name].label}：{form.cleaned_data[name]}"
        for name in form.fields
        if form.is_valid() and form.cleaned_data.get(name)
    ]
    return "筛选：" + ("；".join(chosen) or "无")


class ExportListView(RegisterView):
    """GET with the list's own address parameters; `?columns=all` gives every field of the ledger."""

    power = Power.EXPORT

    def get(self, request, slug):
        query = ListQuery(request, self.declaration, Power.EXPORT)
        words = filter_note(query) if query.mark is None else f"{query.mark.title}：{query.mark.value_text}"
        if request.GET.get("columns") == "all":
            content = whole_bytes(request.gate, self.declaration, records=query.records, words=words)
        else:
            content = list_bytes(
                request.gate, self.declaration, columns=query.columns, records=query.records, words=words
            )
        return download(content, f"{self.declaration.label}{timezone.localdate():%Y%m%d}.xlsx", XLSX)


def download(content, name, content_type):
    """A file for saving, under its Chinese name."""
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return response
