"""Printing the papers of a case: for those who may read its parties, each printing written down.

Names of files say which case and which paper, never who.
"""

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from township.people.roles import Power
from township.people.trail.log import Action, log
from township.printing import render_forms, render_word

from ..papers import PAPERS, paper, volume
from ..registers import Disputes

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
VOLUME = "人民调解卷宗"


def case_volume(request, pk):
    """The whole volume as one PDF."""
    case = printable(request, pk)
    answer = file(render_forms(VOLUME, volume(case)), PDF, f"案卷{case.pk}-整卷.pdf")
    return printed(answer, request, case, VOLUME)


def paper_pdf(request, pk, key):
    case, kind = printable(request, pk), kind_called(key)
    content = render_forms(kind.title, paper(case, key))
    return printed(file(content, PDF, f"案卷{case.pk}-{kind.title}.pdf"), request, case, kind.title)


def paper_word(request, pk, key):
    case, kind = printable(request, pk), kind_called(key)
    content = render_word(kind.title, paper(case, key))
    return printed(file(content, WORD, f"案卷{case.pk}-{kind.title}.docx"), request, case, kind.title)


def printable(request, pk):
    return request.gate.record(Disputes, pk, Power.READ_PARTIES)


def kind_called(key):
    if key not in PAPERS:
        raise Http404
    return PAPERS[key]


def file(content, kind, name):
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["Cache-Control"] = "no-store"
    return response


def printed(answer, request, case, title):
    """Write down who printed what, once it is there."""
    form = "Word" if answer["Content-Type"] == WORD else "PDF"
    log(Action.PRINTED, by=request.user, what=f"{Disputes.label}第 {case.pk} 号：{title}（{form}）")
    return answer
