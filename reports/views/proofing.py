"""数据核对 in the editor: findings, figures typed by hand, and what the user decides about them."""

from django.http import Http404, JsonResponse
from django.views.decorators.http import require_POST, require_safe

from township.people.legible import json_sent
from township.people.roles import Power

from ..proofing.checks import Severity
from ..proofing.draft import give_source, learn, prove, waive
from ..tracing import figure_url
from .reach import report_or_404

LONGEST_REASON, LONGEST_SOURCE = 200, 100
# Checks that hold a figure against the ledger's value.
AGREEMENT = ("ledger_difference", "loose_figure")


class Refusal(Exception):
    """A request that cannot be met; the text is the sentence for the user."""


@require_safe
def show(request, pk):
    """The proof of the draft as it reads now."""
    return JsonResponse(described(_open_report(request, pk)))


@require_POST
def waive_finding(request, pk):
    """Let one finding stand, with a reason that is kept."""

    def act(report, sent):
        reason = _said(sent, "reason", LONGEST_REASON, "请写明不改的原因，一句话即可。")
        noted = _chosen(prove(report).noted, [sent.get("finding")])
        for one in noted:
            waive(report, one, reason=reason, by=request.user)

    return _answer(request, pk, act)


@require_POST
def give_sources(request, pk):
    """Confirm figures typed by hand in one step, with where they come from."""

    def act(report, sent):
        source = _said(sent, "source", LONGEST_SOURCE, "请写明这些数字的出处，例如“县司法局通报”。")
        give_source(report, _chosen(prove(report).typed, sent.get("figures")), source=source, by=request.user)

    return _answer(request, pk, act)


@require_POST
def accept_bindings(request, pk):
    """Remember the wording of figures that the user has just bound; the text itself is saved by the editor."""

    def act(report, sent):
        figures = _chosen(prove(report).typed, sent.get("figures"))
        learn(report.area, [one for one in figures if one.token], by=request.user)

    return _answer(request, pk, act)


def _open_report(request, pk):
    report = report_or_404(request, pk, Power.COMPILE_REPORT)
    if not report.is_open:
        raise Http404
    return report


def _answer(request, pk, act):
    """Do what the page asks and answer with the proof as it then stands, or with 422 and a sentence."""
    report = _open_report(request, pk)
    try:
        act(report, json_sent(request))
    except Refusal as refusal:
        return JsonResponse({"message": str(refusal)}, status=422)
    except ValueError:
        return JsonResponse({"message": "没有收到内容，请刷新页面后再试。"}, status=400)
    return JsonResponse(described(report))


def _said(sent, name, longest, missing):
    """A required line of text."""
    said = sent.get(name)
    said = " ".join(said.split()) if isinstance(said, str) else ""
    if not said:
        raise Refusal(missing)
    if len(said) > longest:
        raise Refusal(f"最多写 {longest} 个字，请精简。")
    return said


def _chosen(rows, ids):
    """Those of the rows that the page named; refused when none of them is there any more."""
    wanted = set(ids) if isinstance(ids, list) and all(isinstance(one, str) for one in ids) else set()
    found = [row for row in rows if row.id in wanted]
    if not found:
        raise Refusal("正文刚有变化，请重新核对后再办。")
    return found


def described(report):
    """What the panel shows. Places are characters of the draft, from 0."""
    found = prove(report)
    differing = {one.start for one in found.noted if one.finding.check in AGREEMENT}
    return {
        "version": report.version,
        "obstacle": found.obstacle,
        "levels": [{"key": level.value, "label": level.label} for level in Severity],
        "findings": [
            {
                "id": one.id,
                "level": one.finding.severity,
                "label": one.label,
                "message": one.finding.message,
                "start": one.start,
                "end": one.end,
                "edits": one.edits,
                "reason": one.waiver.reason if one.waiver else "",
                "who": str(one.waiver.by) if one.waiver else "",
            }
            for one in found.noted
        ],
        "figures": [
            {
                "id": one.id,
                "text": one.text,
                "wording": one.wording,
                "start": one.start,
                "end": one.end,
                "source": one.source,
                "label": one.bound.indicator.label if one.bound.indicator else "",
                "score": one.bound.score,
                "ledger": one.ledger,
                "url": figure_url(report, one.bound.indicator) if one.bound.indicator else "",
                "differs": one.start in differing,
                "token": one.token,
            }
            for one in found.typed
        ],
    }
