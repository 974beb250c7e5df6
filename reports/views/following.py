"""What came back on a submitted report: writing the points down, and what became of each."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from township.people.roles import Power

from ..following import following, take_points
from ..models import ReturnedPoint
from .reach import report_or_404


class AnswerForm(forms.ModelForm):
    """How a point was dealt with."""

    class Meta:
        model = ReturnedPoint
        fields = ("answer",)


def _report(request, pk):
    report = report_or_404(request, pk, Power.COMPILE_REPORT)
    if not following(report, request.gate)["may_follow"]:
        raise Http404
    return report


def _back(pk):
    return redirect(f"{reverse('reports:detail', args=[pk])}#points")


@require_POST
def add_points(request, pk):
    """One point a line, as they came."""
    report = _report(request, pk)
    try:
        day = forms.DateField().clean(request.POST.get("received_on") or str(timezone.localdate()))
        number = take_points(report, request.POST.get("points", ""), received_on=day, by=request.user)
    except ValidationError as error:
        messages.error(request, "；".join(error.messages))
        return _back(pk)
    if number:
        messages.success(request, f"已登记 {number} 条意见，办完一条写一条办理情况。")
    else:
        messages.error(request, "请把县里的意见写下来，一行一条。")
    return _back(pk)


@require_POST
def answer_point(request, pk, point):
    """What became of one point."""
    report = _report(request, pk)
    found = get_object_or_404(report.points, pk=point)
    form = AnswerForm(request.POST, instance=found)
    if not form.is_valid() or not form.cleaned_data["answer"].strip():
        messages.error(request, "请写一句这条意见是怎么办的，最多 300 个字。")
        return _back(pk)
    answered = form.save(commit=False)
    answered.answered_on, answered.by = timezone.localdate(), request.user
    answered.save()
    messages.success(request, "已记下办理情况。")
    return _back(pk)
