"""Openness: what villages post, what the township publishes, and what it is asked for."""

from .disclosure import Disclosure
from .notice import NoticeItem, NoticeObjection, VillageNotice
from .posting import DAYS_TO_POST, Affairs, PostingMatter, PostingRule
from .request import DisclosureRequest, RequestRemedy

__all__ = [
    "DAYS_TO_POST",
    "Affairs",
    "Disclosure",
    "DisclosureRequest",
    "NoticeItem",
    "NoticeObjection",
    "PostingMatter",
    "PostingRule",
    "RequestRemedy",
    "VillageNotice",
]
