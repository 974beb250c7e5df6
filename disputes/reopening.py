"""Taking a closed case up again under its number (反悔后再调)."""

from django.db import transaction
from django.db.models import F

from township.records.history import differences, is_locked, note, snapshot
from township.records.saving import Refused, move_on

from .models import Dispute

# What belonged to the end that did not hold.
OF_THE_END = {
    "result": Dispute.Result.ONGOING,
    "closed_on": None,
    "agreement_form": "",
    "agreed_on": None,
    "effective_on": None,
    "performance": "",
    "performance_due_on": None,
    "performed_on": None,
    "performance_mode": "",
    "performance_place": "",
    "facts": "",
    "terms": "",
    "failure": "",
    "advice": [],
    "referred_to": "",
    "confirmation": "",
    "confirmation_applied_on": None,
    "confirmation_court": "",
    "confirmation_decided_on": None,
    "confirmation_number": "",
    "followed_up_on": None,
    "follow_up": "",
}


@transaction.atomic
def reopen(case, *, day, reason, by):
    """Take `case` up again on `day`; how it had ended is kept. Raises `Refused` with a sentence.

    Of a case that a locked report has counted it is a correction, which waits for a second person.
    """
    case = Dispute.objects.select_for_update().get(pk=case.pk)
    if case.closed_on is None:
        raise Refused(f"“{case}”还没有结案，不用重新调解。")
    if day < case.closed_on:
        raise Refused("重新调解日期不能早于原结案日期。")
    before, correcting = snapshot(case), bool(is_locked(case))
    case.reopenings.create(
        position=case.reopenings.count(),
        reopened_on=day,
        reason=reason,
        closed_on=case.closed_on,
        result=case.result,
    )
    for name, value in OF_THE_END.items():
        setattr(case, name, value)
    action = move_on(case, by=by, submit=True, correcting=correcting)
    case.updated_by, case.version = by, F("version") + 1
    case.save()
    case = Dispute.objects.get(pk=case.pk)
    case.carry_on()
    details = differences(before, snapshot(case))
    note(case, action, by=by, details=details, reason=reason if correcting else "重新调解")
    return case
