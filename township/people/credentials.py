"""What opens an account: passwords used before, the second factor, and the sessions that are open."""

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models

from .sealing import SealedTextField


class UsedPassword(models.Model):
    """The hash of a password that an account has or had, so that it is not chosen again."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    password = models.CharField(max_length=128)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return f"{self.user_id} {self.at}"


class SecondFactor(models.Model):
    """The shared secret of an account and its owner's telephone (动态口令); in use once confirmed.

    `last_step` is the number of the half minute whose code was used last: a code opens once.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    secret = SealedTextField()
    confirmed_at = models.DateTimeField(null=True, editable=False)
    last_step = models.BigIntegerField(default=0, editable=False)

    def __str__(self):
        return str(self.user_id)


class RecoveryCode(models.Model):
    """A code that replaces the telephone once."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return str(self.user_id)


class OpenSession(AbstractBaseSession):
    """A session with its account, and where and with what it was signed in. Strangers' sessions have no user."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    reference = models.CharField(max_length=32, db_index=True)
    address = models.CharField(max_length=45, blank=True)
    agent = models.CharField(max_length=200, blank=True)
    seen_at = models.DateTimeField(auto_now=True)

    objects = BaseSessionManager()

    class Meta:
        ordering = ["-seen_at"]

    def __str__(self):
        return self.reference

    @classmethod
    def get_session_store_class(cls):
        from .sessions import SessionStore

        return SessionStore

    @property
    def device(self):
        """What it was signed in with, as people call it."""
        known = (
            ("MicroMessenger", "微信"),
            ("Android", "安卓手机"),
            ("iPhone", "苹果手机"),
            ("Windows", "Windows 电脑"),
            ("Macintosh", "苹果电脑"),
            ("Linux", "Linux 电脑"),
        )
        return next((name for mark, name in known if mark in self.agent), "其他设备")
