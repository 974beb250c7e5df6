"""材料: texts of all kinds but the annual report, where a new one begins, and what all locked texts say."""

from django.db.models import Max
from django.http import Http404
from django.shortcuts import redirect, render

from township.people.roles import Power

from ..models import ANNUAL
from ..paper_forms import NewPaperForm
from ..papers import papers
from ..papers.beginning import begin_paper
from ..stated import everything_said
from .reach import own_township, papers_for


def paper_list(request):
    """All texts within reach, and the kinds that a new one can be of."""
    request.gate.require(Power.READ_REPORT)
    found = papers_for(request.gate).defer("text", "carried")
    found = found.annotate(ordinal=Max("revisions__ordinal"), locked_at=Max("revisions__locked_at"))
    context = {
        "manuscripts": found,
        "kinds": [one for one in papers.values() if not one.issued],
        "may_write": request.gate.can(Power.COMPILE_REPORT),
    }
    return render(request, "reports/papers.html", context)


def new_paper(request, kind):
    """Begin a text of a kind."""
    paper = papers.get(kind)
    if paper is None or kind == ANNUAL:
        raise Http404
    request.gate.require(Power.COMPILE_REPORT)
    area = own_township(request)
    form = NewPaperForm(request.POST or None, paper=paper, area=area)
    if request.method == "POST" and form.is_valid():
        begun = begin_paper(
            paper, area=area, span=form.cleaned_data["period"], subject=form.about, by=request.user
        )
        return redirect("reports:edit", begun.pk)
    return render(
        request, "reports/new_paper.html", {"form": form, "paper": paper}, status=422 if form.errors else 200
    )


def said(request):
    """本镇已定稿材料里的数: each figure that a locked text quotes, by whom, and where they disagree."""
    request.gate.require(Power.READ_REPORT)
    rows = everything_said(own_township(request))
    context = {"rows": rows, "differing": [one for one in rows if not one.agrees]}
    return render(request, "reports/said.html", context)
