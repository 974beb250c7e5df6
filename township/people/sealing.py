"""Encryption of personal data with the keys of DATA_KEYS, and keyed hashes for exact search.

The first key seals, every key opens; the keys are apart from SECRET_KEY so that either can change alone.
"""

import base64
import hashlib
import hmac
from functools import cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import models


@cache
def _vault(keys):
    return MultiFernet([Fernet(key.strip()) for key in keys])


def seal(text):
    """`text` as an opaque token; empty text stays empty."""
    return _vault(tuple(settings.DATA_KEYS)).encrypt(text.encode()).decode() if text else ""


def unseal(token):
    """The text behind a token; raises `InvalidToken` when no key fits."""
    return _vault(tuple(settings.DATA_KEYS)).decrypt(token.encode()).decode() if token else ""


def fingerprint(text):
    """Keyed hash of `text` for exact search in sealed columns (hex, 64 characters)."""
    key = base64.urlsafe_b64decode(settings.DATA_KEYS[-1])
    return hmac.new(key, text.strip().encode(), hashlib.sha256).hexdigest() if text else ""


class SealedTextField(models.TextField):
    """Text that the database only ever sees sealed. It cannot be searched, sorted or grouped by."""

    sealed = True

    def from_db_value(self, value, expression, connection):
        return unseal(value) if value else value

    def get_prep_value(self, value):
        return seal(value) if value else value

    def get_lookup(self, lookup_name):
        return super().get_lookup(lookup_name) if lookup_name == "isnull" else None


__all__ = ["InvalidToken", "SealedTextField", "fingerprint", "seal", "unseal"]
