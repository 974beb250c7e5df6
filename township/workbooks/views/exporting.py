"""The list you see as a workbook, as a PDF or as its attachments: same records, same order, same columns."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from township.figures.choosing import chosen_year, years_with_records
from township.people.outgoing import PDF, XLSX, taken_out
from township.people.roles import Power
from township.privacy.views import AGAIN, GuardedView
from township.records.jobs import ask
from township.records.jobs.views import respond
from township.records.views.base import RegisterView
from township.records.views.lists import ListQuery

from .. import bundles, yearbook
from ..book import Unreadable
from ..ledgers import list_table, printed_table, table_bytes, table_pdf, totals_of, whole_table


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


class ExportView(RegisterView, GuardedView):
    """Shared: GET with the list's own address parameters, looked through before it leaves."""

    power = Power.EXPORT

    def subject(self):
        self.query = ListQuery(self.request, self.declaration, Power.EXPORT)
        return self.declaration.slug, None, self.request.user.area, self.list_url()

    def dispatch(self, request, *args, **kwargs):
        try:
            return super().dispatch(request, *args, **kwargs)
        except Unreadable as error:
            messages.error(request, str(error))
            return redirect(self.list_url())

    def name(self, suffix):
        return f"{self.declaration.label}{timezone.localdate():%Y%m%d}{suffix}"

    def take_out(self, content, words, suffix, kind):
        """The file for saving; the trail says how much of the ledger was taken along."""
        what = f"{self.declaration.label} {self.query.records.count()} {self.declaration.unit}，{words}"
        return taken_out(self.request, content, self.name(suffix), kind, what=what)

    def list_url(self):
        query = self.request.GET.copy()
        query.pop(AGAIN, None)
        return f"{reverse('records:list', args=[self.declaration.slug])}?{query.urlencode()}"


class ExportListView(ExportView):
    """The list as a workbook; `?columns=all` gives every field of the ledger."""

    purpose = "台账导出"

    @property
    def whole(self):
        return self.request.GET.get("columns") == "all"

    def items(self):
        records = self.query.records
        if self.whole:
            return [whole_table(self.declaration, records=records)]
        return [list_table(self.request.gate, self.declaration, columns=self.query.columns, records=records)]

    def hand_out(self, items):
        [table] = items
        totals = None if self.whole else totals_of(self.declaration, self.query.columns)
        content = table_bytes(self.request.gate, table, words=filter_note(self.query), totals=totals)
        return self.take_out(content, "表格", ".xlsx", XLSX)


class ExportPdfView(ExportView):
    """The list as a PDF for printing."""

    purpose = "台账打印"

    def items(self):
        return [printed_table(self.declaration, columns=self.query.columns, records=self.query.records)]

    def hand_out(self, items):
        [table] = items
        totals = totals_of(self.declaration, self.query.columns)
        content = table_pdf(self.request.gate, table, words=filter_note(self.query), totals=totals)
        return self.take_out(content, "PDF", ".pdf", PDF)


class ExportFilesView(ExportView):
    """The attachments of the list as a zip; those of cases only for who may open them one by one."""

    purpose = bundles.PURPOSE
    unread = False

    def items(self):
        wanted = self.query.records.values_list("pk", flat=True)[: bundles.MOST_RECORDS + 1]
        self.records = list(wanted)
        return bundles.items_of(self.declaration, self.records, gate=self.request.gate)

    def let_go(self, found, kept):
        label = f"{self.declaration.label}佐证材料"
        job = ask(
            self.request.user,
            bundles.MAKER,
            label,
            slug=self.declaration.slug,
            records=self.records,
            words=filter_note(self.query),
            name=self.name("佐证材料.zip"),
        )
        return respond(self.request, job, self.list_url())


class YearbookView(GuardedView):
    """A year's ledgers as one workbook."""

    purpose = yearbook.PURPOSE

    def subject(self):
        gate = self.request.gate
        gate.require(Power.EXPORT)
        gate.require(Power.FIGURES)
        self.year = chosen_year(self.request, years_with_records(gate), gate.user.area)
        return "", None, gate.user.area, reverse("figures:list")

    def items(self):
        return yearbook.items_of(self.request.gate, self.year)

    def let_go(self, found, kept):
        job = ask(self.request.user, yearbook.MAKER, f"{self.year}年全年台账", year=self.year)
        return respond(self.request, job, self.back)
