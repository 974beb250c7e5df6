"""Figures of openness, one module per ledger."""

from . import disclosures, notices, requests

__all__ = ["disclosures", "notices", "requests"]
