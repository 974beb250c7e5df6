"""Finding records by the people they name, for those who may read them; each search is written down."""

from django.core.paginator import Paginator
from django.shortcuts import render

from township.people.looking import note_look
from township.people.models import PersonalAccess
from township.people.roles import Power

from ..known_people import KINDS, search
from ..listing import PAGE_SIZE
from ..register import registry

LONGEST_SEARCH = 40
SHORTEST_SEARCH = 2


def find_people(request):
    """The page of the search. What is looked for is posted: it must not stand in an address or a log."""
    request.gate.require(Power.READ_PARTIES)
    context = {"text": "", "longest": LONGEST_SEARCH}
    if request.method == "POST":
        text = request.POST.get("person", "").replace("\x00", "").strip()[:LONGEST_SEARCH]
        context |= {"text": text} | (found(request, text) if len(text) >= SHORTEST_SEARCH else TOO_SHORT)
    return render(request, "records/people.html", context)


TOO_SHORT = {"sentence": "请填完整的姓名、身份证号或电话。"}


def found(request, text):
    rows = search(text, gate=request.gate)
    kinds = {kind for _, _, matched in rows for kind in matched}
    about = f"按{in_words(kinds)}找到 {len(rows)} 条" if rows else "没有找到"
    note_look(PersonalAccess.Action.SEARCHED, by=request.user, about=about)
    return {"rows": [(register, record, in_words(matched)) for register, record, matched in rows]}


def in_words(kinds):
    return "、".join(label for kind, label in KINDS.items() if kind in kinds)


def looks(request):
    """Who looked at personal data, for the auditor: which record, never what it says."""
    request.gate.require(Power.READ_AUDIT)
    entries = PersonalAccess.objects.filter(area__path__startswith=request.user.area.path)
    page = Paginator(entries.select_related("by", "area"), PAGE_SIZE).get_page(request.GET.get("page"))
    for entry in page.object_list:
        register = registry.get(entry.register)
        entry.subject = f"{register.label} {entry.record_id} 号" if register else ""
    pages = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return render(request, "records/looks.html", {"page": page, "pages": pages})
