"""What the pages of disputes show beside the fields: what is due, where the case came from, its papers."""

from django.urls import reverse
from django.utils import timezone

from township.people.roles import Power
from township.records.life import may_edit
from township.records.register import Panel, registry

from .papers import PAPERS


def list_panels(gate):
    """Ways from the list: the search by people for those who may read them."""
    may_find = gate.can_in(registry.get("disputes"), Power.READ_PARTIES)
    return (Panel("disputes/_ways.html", {"may_find": may_find}),)


def case_panels(case, gate):
    context = {
        "case": case,
        "today": timezone.localdate(),
        "reminders": case.reminders,
        "reopenings": list(case.reopenings.all()),
        "sessions": case.sessions.count(),
        "sources": sources_of(case, gate),
        "may_reopen": case.closed_on is not None and may_edit(case, gate),
    }
    if gate.may(registry.get("disputes"), Power.READ_PARTIES, case):
        context |= {"papers": papers(case), "volume": reverse("disputes:volume", args=[case.pk])}
    return (Panel("disputes/_case.html", context),)


def papers(case):
    """[(title, address of the PDF, address of the Word file)]."""
    return [
        (
            one.title,
            reverse("disputes:paper_pdf", args=[case.pk, one.key]),
            reverse("disputes:paper_word", args=[case.pk, one.key]),
        )
        for one in PAPERS.values()
    ]


def sources_of(case, gate):
    """[(what, title, url)] of what the case came from, each through the gate; none is counted here."""
    found = []
    if case.risk_check_id:
        found += _links("risk-checks", gate, pk=case.risk_check_id)
    found += _links("risk-checks", gate, hazards__dispute=case)
    for slug in ("petitions", "opinions", "legal-aid"):
        found += _links(slug, gate, dispute=case)
    found += _links("reception-days", gate, matters__dispute=case)
    return list(dict.fromkeys(found))


def _links(slug, gate, **condition):
    register = registry.get(slug)
    if not gate.can_in(register, Power.READ):
        return []
    records = gate.records(register).filter(**condition).exclude(state="voided").select_related("area")
    return [
        (register.label, str(record), reverse("records:detail", args=[slug, record.pk])) for record in records
    ]
