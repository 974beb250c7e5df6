"""The list you see as a workbook: same records, same order, same columns."""

from itertools import islice

from django.utils import timezone

from township.people.roles import Power
from township.records.values import display, in_own_words, raw
from township.records.views.base import RegisterView
from township.records.views.lists import ListQuery

from .sheets import workbook_bytes, workbook_response

PORTION = 2000


def cell_value(record, column):
    """Numbers and dates as such, everything else in words; an empty number stays empty, never 0."""
    value = raw(record, column.name)
    if (column.numeric or hasattr(value, "isoformat")) and not in_own_words(record, column.name):
        return value
    return display(record, column.name)


def filter_note(query):
    """The filters in words, for the head of the sheet."""
    form = query.filterset.form
    chosen = [
        f"{form.fields[name].label}：{form.cleaned_data[name]}"
        for name in form.fields
        if form.is_valid() and form.cleaned_data.get(name)
    ]
    return "筛选：" + ("；".join(chosen) or "无")


def measured(query, *, gate):
    """The records of the list, in portions, with what their columns compute."""
    found = query.records.iterator(PORTION)
    while records := list(islice(found, PORTION)):
        query.declaration.measure(records, gate=gate)
        yield from records


class ExportListView(RegisterView):
    """GET with the list's own address parameters."""

    power = Power.EXPORT

    def get(self, request, slug):
        query = ListQuery(request, self.declaration, Power.EXPORT)
        columns = query.columns
        now = timezone.localtime()
        notes = [
            f"{request.user.area.name} {self.declaration.label}",
            filter_note(query) if query.mark is None else f"{query.mark.title}：{query.mark.value_text}",
            f"{request.user} 导出于 {now:%Y-%m-%d %H:%M}",
        ]
        totals = [column.total for column in columns] if self.declaration.totals else None
        content = workbook_bytes(
            title=self.declaration.label,
            notes=notes,
            headers=[column.label for column in columns],
            rows=(
                [cell_value(record, column) for column in columns]
                for record in measured(query, gate=request.gate)
            ),
            totals=["合计", *totals[1:]] if totals else None,
        )
        return workbook_response(content, f"{self.declaration.label}{now:%Y%m%d}.xlsx")


export_list = ExportListView.as_view()
