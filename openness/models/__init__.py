"""Openness: what villages post, what the township publishes, and what it is asked for."""

from .disclosure import Disclosure
from .notice import DAYS_TO_POST, VillageNotice
from .request import DisclosureRequest

__all__ = ["DAYS_TO_POST", "Disclosure", "DisclosureRequest", "VillageNotice"]
