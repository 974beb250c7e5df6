"""Signing in and out, written down as Django announces it."""

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from .log import Action, log

UNKNOWN = "没有这个账号"


@receiver(user_logged_in)
def signed_in(sender, user, **details):
    log(Action.SIGNED_IN, by=user, what=user.username)


@receiver(user_logged_out)
def signed_out(sender, user, **details):
    if user is not None:
        log(Action.SIGNED_OUT, by=user, what=user.username)


@receiver(user_login_failed)
def failed(sender, credentials, **details):
    """What was typed is written down only when it is an account: people type their password there, too."""
    account = account_called(credentials.get("username", ""))
    place = account.area.path if account and account.area else ""
    log(Action.FAILED, what=account.username if account else UNKNOWN, place=place)


def account_called(username):
    """The account of that name, if there is one."""
    from ..models import User

    return User.objects.filter(username=username).select_related("area").first() if username else None
