"""Signing in and out, written down as Django announces it."""

import time

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from ..sealing import fingerprint
from ..sessions import ORIGIN, SEEN
from .log import Action, log
from .rows import address_of


@receiver(user_logged_in)
def signed_in(sender, request, user, **details):
    agent = request.META.get("HTTP_USER_AGENT", "")[:200]
    request.session[ORIGIN], request.session[SEEN] = (address_of(request), agent), int(time.time())
    log(Action.SIGNED_IN, by=user, what=user.username)


@receiver(user_logged_out)
def signed_out(sender, user, **details):
    if user is not None:
        log(Action.SIGNED_OUT, by=user, what=user.username)


@receiver(user_login_failed)
def failed(sender, credentials, **details):
    name, place = known_as(credentials.get("username", ""))
    log(Action.FAILED, what=name, place=place)


def known_as(username):
    """(name, place) that the trail knows what was typed as an account by.

    Other names than those of accounts are never written down: people type their password there, too. A mark
    tells them apart, so that they are paused like accounts and nobody learns which ones there are.
    """
    from ..models import User

    account = User.objects.filter(username=username).select_related("area").first()
    if account is None:
        mark = fingerprint(username, "account")[:8]
        return f"没有这个账号（{mark}）", ""
    return account.username, account.area.path if account.area else ""
