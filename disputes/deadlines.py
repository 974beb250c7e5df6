"""Days due follow the township's rules and the table of holidays: when these change, open cases are reckoned anew."""

import datetime

from django.db.models import Q
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone

from township.records.models import Holiday

from .models import Dispute, MediationRule
from .models.rules import DAYS_TO_CONFIRM

OPEN = Q(result=Dispute.Result.ONGOING) | Q(result=Dispute.Result.AGREED, followed_up_on=None)
# No row of free days is longer than this; the term of an older agreement is over in any case.
LONGEST_REST = 30


@receiver([post_save, post_delete], sender=MediationRule)
def follow_rule(instance, raw=False, **kwargs):
    """Give the open cases under the rule the days that follow from the rules there are now."""
    if raw:
        return
    cases = Dispute.objects.filter(OPEN).select_related("area")
    if instance.area_id:
        cases = cases.filter(area__path__startswith=instance.area.path)
    for case in cases:
        case.carry_on()


@receiver([post_save, post_delete], sender=Holiday)
def follow_holiday(raw=False, **kwargs):
    """Give the agreements whose 30 days may still run the last day that follows from the holidays known now."""
    if raw:
        return
    since = timezone.localdate() - datetime.timedelta(days=DAYS_TO_CONFIRM + LONGEST_REST)
    for case in Dispute.objects.filter(effective_on__gte=since):
        case.settle()
        Dispute.objects.filter(pk=case.pk).update(confirm_by=case.confirm_by)
