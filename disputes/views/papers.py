"""Printing the papers of a case: for those who may read its parties, each printing written down.

Names of files say which case and which paper, never who.
"""

from django.http import Http404

from township.people.outgoing import DOCX, PDF, taken_out
from township.people.roles import Power
from township.people.trail.log import Action
from township.printing import render_forms, render_word

from ..papers import PAPERS, paper, volume
from ..registers import Disputes

VOLUME = "人民调解卷宗"


def case_volume(request, pk):
    """The whole volume as one PDF."""
    case = printable(request, pk)
    name = f"案卷{case.pk}-整卷.pdf"
    return printed(request, case, VOLUME, render_forms(VOLUME, volume(case)), name, PDF)


def paper_pdf(request, pk, key):
    case, kind = printable(request, pk), kind_called(key)
    content = render_forms(kind.title, paper(case, key))
    return printed(request, case, kind.title, content, f"案卷{case.pk}-{kind.title}.pdf", PDF)


def paper_word(request, pk, key):
    case, kind = printable(request, pk), kind_called(key)
    content = render_word(kind.title, paper(case, key))
    return printed(request, case, kind.title, content, f"案卷{case.pk}-{kind.title}.docx", DOCX)


def printable(request, pk):
    return request.gate.record(Disputes, pk, Power.READ_PARTIES)


def kind_called(key):
    if key not in PAPERS:
        raise Http404
    return PAPERS[key]


def printed(request, case, title, content, name, kind):
    """The paper for saving; the trail says who printed what."""
    what = f"{Disputes.label}第 {case.pk} 号：{title}（{'Word' if kind == DOCX else 'PDF'}）"
    return taken_out(request, content, name, kind, what=what, action=Action.PRINTED)
