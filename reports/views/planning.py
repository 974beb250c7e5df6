"""Last year's plans and this year's gaps beside the text: taking plans over, answering them, what is wanting."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from township.figures.registers import PlanItems
from township.people.roles import Power

from ..forms import TakeOverForm
from ..gaps import gaps
from ..planning import answers, proposals, take_over
from .reach import report_or_404


def plans(request, pk):
    """What last year's report planned, sentence by sentence, to be ticked into the year's tasks."""
    report = report_or_404(request, pk, Power.COMPILE_REPORT)
    if not request.gate.can_in(PlanItems, Power.ENTER):
        raise Http404
    found = proposals(report)
    form = TakeOverForm(request.POST or None, proposals=found, gate=request.gate)
    if request.method == "POST" and form.is_valid():
        made = take_over(report, form.chosen, office=form.cleaned_data["office"], by=request.user)
        messages.success(
            request, f"已列入{report.year}年度任务 {len(made)} 项。" if made else "这些都已经列入。"
        )
        return redirect("reports:plans", pk)
    context = {
        "report": report,
        "form": form,
        "proposals": found,
        "open": [one for one in found if one.item is None],
        "ticked": form.ticked,
    }
    return render(request, "reports/plans.html", context, status=422 if form.errors else 200)


@require_safe
def told(request, pk):
    """The tasks from last year's report, each with whether the text comes back to it."""
    report = report_or_404(request, pk, Power.COMPILE_REPORT)
    may_take = request.gate.can_in(PlanItems, Power.ENTER)
    context = {"report": report, "answers": answers(report, gate=request.gate), "may_take": may_take}
    return render(request, "reports/_answers.html", context)


@require_safe
def wanting(request, pk):
    """Measured gaps with sentences ready for the part on shortcomings."""
    report = report_or_404(request, pk, Power.COMPILE_REPORT)
    return render(request, "reports/_gaps.html", {"gaps": gaps(report, gate=request.gate)})
