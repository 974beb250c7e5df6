"""Acts on one case beyond those of every record."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_POST

from township.records.life import may_edit
from township.records.personal_numbers import no_personal_numbers
from township.records.saving import Refused

from ..registers import Disputes
from ..reopening import reopen

LONGEST_REASON = 200


@require_POST
def reopen_case(request, pk):
    """Take a closed case up again under its number."""
    case = request.gate.record(Disputes, pk)
    if not may_edit(case, request.gate):
        raise Http404
    try:
        case = reopen(case, day=day_of(request), reason=reason_of(request), by=request.user)
        messages.success(request, f"“{case}”已重新调解，案卷号不变。")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("records:detail", Disputes.slug, case.pk)


def day_of(request):
    try:
        day = parse_date(request.POST.get("reopened_on", ""))
    except ValueError:
        day = None
    if day is None or day > timezone.localdate():
        raise Refused("请填重新调解的日期，不能晚于今天。")
    return day


def reason_of(request):
    reason = request.POST.get("reason", "").replace("\x00", "").strip()[:LONGEST_REASON]
    if not reason:
        raise Refused("请写明重新调解的原因，一句话即可。")
    try:
        no_personal_numbers(reason)
    except ValidationError as error:
        raise Refused(error.messages[0]) from error
    return reason
