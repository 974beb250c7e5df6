"""Finding records by the people they name, for those who may read them; each search is written down."""

from django.shortcuts import render

from township.people.roles import Power
from township.people.trail.log import Action, log

from ..known_people import KINDS, search

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
    log(Action.SEARCHED, by=request.user, what=about)
    return {"rows": [(register, record, in_words(matched)) for register, record, matched in rows]}


def in_words(kinds):
    return "、".join(label for kind, label in KINDS.items() if kind in kinds)
