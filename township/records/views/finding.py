"""The search over all registers, and the user's own filters of one register."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from township.people.roles import Power

from ..across import as_place
from ..filters import filterset_class
from ..finding import find, latest_of
from ..listing import PAGE_SIZE
from ..models import SavedFilter
from .base import RegisterView

LATEST = 20
LONGEST_SEARCH = 60


def search(request):
    """What mentions the words in the address; without words what the user entered last."""
    request.gate.require(Power.READ)
    text = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST_SEARCH]
    if not text:
        rows = latest_of(request.gate, limit=LATEST) or ()
        return render(
            request,
            "records/search.html",
            {"text": "", "places": [as_place(row, request.gate) for row in rows]},
        )
    page = Paginator(find(request.gate, text) or (), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "text": text,
        "places": [as_place(row, request.gate) for row in page.object_list],
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
    }
    return render(request, "records/search.html", context)


class SaveFilterView(RegisterView):
    """Keep the filters of a list under a name; the same name again replaces them."""

    def post(self, request, slug):
        known = {*filterset_class(self.declaration).base_filters, "sort"}
        sent = QueryDict(request.POST.get("query", ""))
        kept = QueryDict(mutable=True)
        for name, value in sent.items():
            if name in known and value:
                kept[name] = value
        saved = SavedFilter(user=request.user, register=slug, name=request.POST.get("name", "").strip())
        saved.query = kept.urlencode()
        if sentence := saved.obstacle():
            messages.error(request, sentence)
        else:
            SavedFilter.objects.update_or_create(
                user=saved.user, register=slug, name=saved.name, defaults={"query": saved.query}
            )
            messages.success(request, f"筛选已存为“{saved.name}”。")
        return redirect(f"{reverse('records:list', args=[slug])}?{saved.query}")


class ForgetFilterView(RegisterView):
    """Remove one of the user's own filters."""

    def post(self, request, slug, pk):
        saved = get_object_or_404(SavedFilter, pk=pk, user=request.user, register=slug)
        saved.delete()
        messages.success(request, f"已删除筛选“{saved.name}”。")
        return redirect("records:list", slug)
