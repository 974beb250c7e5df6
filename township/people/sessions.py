"""Sessions that know whose they are, so that they can be shown and ended (the engine of SESSION_ENGINE)."""

import hashlib

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

ORIGIN = "signed_in_from"
SEEN = "seen"


def reference(session_key):
    """Name of a session for addresses and pages: the key itself would open it."""
    return hashlib.sha256(session_key.encode()).hexdigest()[:32]


class SessionStore(DatabaseStore):
    """Django's table of sessions with the account, and where and with what it was signed in."""

    @classmethod
    def get_model_class(cls):
        from .models import OpenSession

        return OpenSession

    def create_model_instance(self, data):
        row = super().create_model_instance(data)
        row.user_id = data.get("_auth_user_id")
        row.reference = reference(row.session_key)
        row.address, row.agent = data.get(ORIGIN, ("", ""))
        return row
