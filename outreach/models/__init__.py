"""Legal outreach (普法)."""

from .counsel import CounselVisit
from .events import MediaReport, OutreachEvent, OutreachMaterial
from .materials import MaterialKind
from .published import PublishedItem
from .sites import DemonstrationSite, FiveItem, LegalCulturePlace
from .teams import LegalAwarePerson, Team, TeamMember

__all__ = [
    "CounselVisit",
    "DemonstrationSite",
    "FiveItem",
    "LegalAwarePerson",
    "LegalCulturePlace",
    "MaterialKind",
    "MediaReport",
    "OutreachEvent",
    "OutreachMaterial",
    "PublishedItem",
    "Team",
    "TeamMember",
]
