"""Pausing sign-in after repeated failures, by account and by address.

The audit trail already holds every failure, so that nothing is counted beside it: a pause is a row of the
trail, and it ends by time, by a reset of the password, or (for the count) by a success.
"""

import datetime

from django.conf import settings
from django.utils import timezone

from .models import AuditEvent, UsedPassword
from .trail.log import Action, log

SENTENCE = "连续多次没有登录成功，已暂停登录，请 {} 分钟后再试；忘记密码请联系本镇综合管理员。"


def pause(what, address):
    """The sentence for whoever may not try now; empty when there is no pause for the account or the address."""
    paused = AuditEvent.objects.filter(action=Action.LOCKED_OUT, at__gt=_window())
    if paused.filter(what=what, at__gt=_renewed(what)).exists() or (
        address and paused.filter(what=_at(address)).exists()
    ):
        return SENTENCE.format(settings.LOCK_MINUTES)
    return ""


def count(what, address, place=""):
    """Pause what has now failed too often."""
    if _failures(what=what) >= settings.LOCK_AFTER:
        log(Action.LOCKED_OUT, what=what, place=place)
    if address and _failures(address=address) >= settings.LOCK_ADDRESS_AFTER:
        log(Action.LOCKED_OUT, what=_at(address), place=place)


def _at(address):
    return f"地址 {address}"


def _window():
    return timezone.now() - datetime.timedelta(minutes=settings.LOCK_MINUTES)


def _failures(**whose):
    """Failures within the window since the last success and the last pause."""
    failed = AuditEvent.objects.filter(action__in=[Action.FAILED, Action.FACTOR_FAILED], **whose)
    since = max(_window(), *_turning_points(**whose))
    return failed.filter(at__gt=since).count()


def _turning_points(what="", address=""):
    # The address of an office is everybody's: one colleague's success says nothing of the others' failures.
    ends = [Action.LOCKED_OUT] if address else [Action.SIGNED_IN, Action.LOCKED_OUT]
    found = AuditEvent.objects.filter(action__in=ends, what=what or _at(address)).order_by("-at")
    last = found.values_list("at", flat=True).first()
    return [moment for moment in (last, _renewed(what)) if moment]


def _renewed(account):
    """When the account last got a password; long ago if never."""
    used = UsedPassword.objects.filter(user__username=account).order_by("-at") if account else None
    last = used.values_list("at", flat=True).first() if account else None
    return last or timezone.now() - datetime.timedelta(days=36500)
