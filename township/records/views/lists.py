"""The list of a register, and the same list as a workbook."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone

from township.people.roles import Power

from ..filters import filterset_class
from ..life import ACTS
from ..listing import PAGE_SIZE, columns_of, ordered, rows, with_totals
from ..marks import marked
from .base import RegisterView


class ListQuery:
    """The records that the address asks for, through the gate, filtered and ordered."""

    def __init__(self, request, declaration, power=Power.READ):
        self.declaration = declaration
        records = request.gate.records(declaration, power)
        self.mark = marked(request, declaration, records)
        if self.mark is not None:
            records = self.mark.records
        self.filterset = filterset_class(declaration)(request.GET or None, queryset=records, request=request)
        # A bad filter value shows its message above an unfiltered list rather than an empty page.
        found = (
            self.filterset.qs
            if self.filterset.form.is_valid() or request.GET
            else records.exclude(state="voided")
        )
        self.records = declaration.queryset_for_list(
            ordered(found, columns_of(declaration), request.GET.get("sort", ""))
        )

    @property
    def columns(self):
        return with_totals(columns_of(self.declaration), self.declaration, self.records)


class RecordListView(RegisterView):
    """Filters, totals, sorting and pages of one register."""

    def get(self, request, slug):
        query = ListQuery(request, self.declaration)
        page = Paginator(query.records, PAGE_SIZE).get_page(request.GET.get("page"))
        gate = request.gate
        context = {
            "register": self.declaration,
            "query": query,
            "columns": query.columns,
            "page": page,
            "rows": rows(self.declaration, page.object_list, columns_of(self.declaration)),
            "sort": request.GET.get("sort", "-date"),
            "may_enter": gate.can_in(self.declaration, Power.ENTER),
            "may_export": gate.can_in(self.declaration, Power.EXPORT),
            "bulk_acts": [
                act
                for act in ACTS.values()
                if act.key != "void-approved" and gate.can_in(self.declaration, act.power)
            ],
            "today": timezone.localdate(),
        }
        return render(request, "records/list.html", context)
