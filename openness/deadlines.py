"""Deadlines follow the table of holidays: when a day is arranged otherwise, what is open is reckoned anew."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from township.records.models import Holiday

from .models import Disclosure, DisclosureRequest


@receiver([post_save, post_delete], sender=Holiday)
def reckon_anew(sender, **kwargs):
    """Give all that is still open the last day that follows from the holidays known now."""
    for request in DisclosureRequest.objects.filter(answered_on=None):
        request.settle()
        DisclosureRequest.objects.filter(pk=request.pk).update(
            due_on=request.due_on, correct_by=request.correct_by
        )
    for disclosure in Disclosure.objects.filter(link="", made_on__isnull=False):
        disclosure.settle()
        Disclosure.objects.filter(pk=disclosure.pk).update(publish_by=disclosure.publish_by)
