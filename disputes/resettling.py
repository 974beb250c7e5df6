"""Days due that follow from a township's rules or from holidays are settled anew when those change."""

import datetime

from django.db.models import Q
from django.db.models.signals import post_delete, post_save

from township.people.places import inside
from township.records.models import Holiday

from .models import Dispute, MediationRule
from .models.rules import DAYS_TO_CONFIRM

# Free days that stand in a row at most, and so put a last day off.
MOST_FREE_DAYS = 10


def settle_again(cases):
    """Settle what still waits for a day: cases that are open, or whose end somebody has yet to follow up."""
    waiting = Q(closed_on=None) | Q(result=Dispute.Result.AGREED, followed_up_on=None)
    for case in cases.filter(waiting).select_related("area"):
        case.settle()
        Dispute.objects.filter(pk=case.pk).update(confirm_by=case.confirm_by)
        case.carry_on()


def rule_changed(sender, instance, **kwargs):
    """A common rule (of no unit) is every township's."""
    cases = Dispute.objects.filter(date__year__gte=instance.first_year)
    settle_again(cases.filter(inside(instance.area)) if instance.area_id else cases)


def holiday_changed(sender, instance, **kwargs):
    """Only the last day to ask a court moves on from free days: that of agreements of the weeks before."""
    first = instance.date - datetime.timedelta(days=DAYS_TO_CONFIRM + MOST_FREE_DAYS)
    settle_again(Dispute.objects.filter(effective_on__range=(first, instance.date)))


def listen():
    for signal in (post_save, post_delete):
        signal.connect(rule_changed, sender=MediationRule)
        signal.connect(holiday_changed, sender=Holiday)
