"""The list of a register, and the same list as a workbook."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import cached_property

from township.people.roles import Power

from ..filters import filterset_class
from ..life import ACTS
from ..listing import PAGE_SIZE, columns_of, ordered, rows, with_related, with_totals
from ..marks import marked
from ..models import Phrase
from ..values import EMPTY
from .base import RegisterView


class ListQuery:
    """The records that the address asks for, through the gate, filtered and ordered."""

    def __init__(self, request, declaration, power=Power.READ):
        self.declaration = declaration
        records = request.gate.records(declaration, power)
        self.mark = marked(request, declaration, records)
        if self.mark is not None:
            records = self.mark.records
        self.filterset = filterset_class(declaration)(request.GET or {}, queryset=records, request=request)
        self.filterset.hides_voided = self.mark is None or not self.mark.every_state
        # A bad filter value shows its message above a list that the other filters narrow.
        self.bare = ordered(self.filterset.qs, self.plain_columns, request.GET.get("sort", ""))
        self.records = with_related(declaration.queryset_for_list(self.bare), self.plain_columns)

    def page(self, number):
        """One page whose items are ids, and its records in the same order.

        Ids are found first, for databases guess the rows of a search too low and would join what the columns
        point to for every record found, before the few of the page are taken.
        """
        page = Paginator(self.bare.values_list("pk", flat=True), PAGE_SIZE).get_page(number)
        ids = list(page.object_list)
        by_id = self.records.in_bulk(ids)
        return page, [by_id[pk] for pk in ids if pk in by_id]

    @cached_property
    def plain_columns(self):
        return columns_of(self.declaration)

    @cached_property
    def columns(self):
        return with_totals(self.plain_columns, self.declaration, self.records)


class RecordListView(RegisterView):
    """Filters, totals, sorting and pages of one register."""

    def get(self, request, slug):
        query = ListQuery(request, self.declaration)
        page, records = query.page(request.GET.get("page"))
        may_enter = request.gate.can_in(self.declaration, Power.ENTER)
        acts = self.bulk_acts()
        self.declaration.measure(records, gate=request.gate)
        context = {
            "register": self.declaration,
            "query": query,
            "columns": query.columns,
            "page": page,
            "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
            "rows": rows(self.declaration, records, query.plain_columns),
            "panels": self.declaration.list_panels(gate=request.gate) if query.mark is None else (),
            "sort": request.GET.get("sort", "-date"),
            "narrowed": narrowed(query.filterset.form),
            "kept_params": self.kept_params(query.filterset.form),
            "saved_filters": request.user.saved_filters.filter(register=slug),
            "may_enter": may_enter,
            "may_export": request.gate.can_in(self.declaration, Power.EXPORT),
            "bulk_acts": acts,
            "may_merge": request.gate.can_in(self.declaration, Power.MERGE),
            "reasons": Phrase.objects.for_area(request.user.area),
            "bulk_needs_reason": any(act.needs_reason for act in acts),
            "entry_areas": request.gate.entry_areas() if may_enter else [],
            "today": timezone.localdate(),
            "empty": EMPTY,
            "beside": query.mark.beside() if query.mark and query.mark.beside else None,
        }
        return render(request, "records/list.html", context)

    def bulk_acts(self):
        """Acts that make sense on several records at once, for those who have the power in this register."""
        return [
            act
            for act in ACTS.values()
            if act.key != "void-approved" and self.request.gate.can_in(self.declaration, act.power)
        ]

    def kept_params(self, form):
        """What the address says beside the filters and the page: the order, the figure behind the list."""
        return [
            (key, value)
            for key, values in self.request.GET.lists()
            if key not in form.fields and key != "page"
            for value in values
        ]


def narrowed(form):
    """How many filters are in use."""
    return sum(1 for name in form.fields if form.data.get(name))
