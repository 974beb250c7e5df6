"""Encryption of personal data with the keys of DATA_KEYS, and keyed hashes for exact search.

The first key seals, every key opens; the keys are apart from SECRET_KEY so that either can change alone.
"""

import base64
import hashlib
import hmac
import re
import unicodedata
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


@cache
def _hash_of(key, kind):
    """The keyed hash of one kind before any text: its key is derived, so that it is no key that seals."""
    derived = hmac.digest(base64.urlsafe_b64decode(key), f"fingerprint: {kind}".encode(), "sha256")
    return hmac.new(derived, digestmod=hashlib.sha256)


def fingerprint(text, kind):
    """Keyed hash of a `kind` of text as it is compared, for exact search (hex, 64 characters).

    Equal values of different kinds differ. The oldest of DATA_KEYS is behind it: once that one is dropped,
    stored fingerprints are computed anew by saving their rows.
    """
    text = NORMAL[kind](text)
    if not text:
        return ""
    keyed = _hash_of(settings.DATA_KEYS[-1], kind).copy()
    keyed.update(text.encode())
    return keyed.hexdigest()


def normal_name(text):
    """A name as it is compared: without spaces, one sign for the dot within names of many peoples."""
    text = unicodedata.normalize("NFKC", text or "")
    return re.sub(r"[•‧・･.．]", "·", re.sub(r"\s", "", text))


def normal_id_number(text):
    """An ID number as it is compared: no spaces, upper-case X."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text or "")).upper()


def normal_phone(text):
    """A telephone number as it is compared: its digits alone, without the country's 86."""
    digits = re.sub(r"\D", "", unicodedata.normalize("NFKC", text or ""))
    return re.sub(r"^(00)?86(?=1[3-9]\d{9}$)", "", digits)


NORMAL = {
    "name": normal_name,
    "id_number": normal_id_number,
    "phone": normal_phone,
    "account": str.strip,
    "code": str.strip,
}


class SealedTextField(models.TextField):
    """Text that the database only ever sees sealed. It cannot be searched, sorted or grouped by."""

    sealed = True

    def from_db_value(self, value, expression, connection):
        return unseal(value) if value else value

    def get_prep_value(self, value):
        return seal(value) if value else value

    def get_lookup(self, lookup_name):
        return super().get_lookup(lookup_name) if lookup_name == "isnull" else None


class FingerprintField(models.CharField):
    """The keyed hash of the sealed field `of`, by which it is found exactly; it follows that field by itself.

    `kind` says what the sealed field holds: `name`, `id_number` or `phone`.
    """

    def __init__(self, of="", kind="", **kwargs):
        self.of, self.kind = of, kind
        super().__init__(**{"max_length": 64, "blank": True, "editable": False, "db_index": True, **kwargs})

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {"of": self.of, "kind": self.kind, "blank": self.blank, **kwargs}

    def pre_save(self, model_instance, add):
        value = fingerprint(getattr(model_instance, self.of), self.kind)
        setattr(model_instance, self.attname, value)
        return value


__all__ = [
    "FingerprintField",
    "InvalidToken",
    "SealedTextField",
    "fingerprint",
    "normal_id_number",
    "normal_name",
    "normal_phone",
    "seal",
    "unseal",
]
