"""Signing in: demonstration accounts open the door only while DEMO is on."""

from django.conf import settings
from django.contrib.auth.backends import ModelBackend


class PortalBackend(ModelBackend):
    """Django's own check, less the demonstration accounts when DEMO is off."""

    def user_can_authenticate(self, user):
        return super().user_can_authenticate(user) and (settings.DEMO or not user.demo)
