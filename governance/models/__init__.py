"""Law-based administration (依法行政): meetings, documents, enforcement, what the township answers for, means."""

from .accountability import (
    CongressSuggestion,
    Finding,
    Inspection,
    LegalProceeding,
    ResponsibilityLetter,
    SatisfactionSurvey,
)
from .documents import LegalReview, NormativeDocument, VillageRules
from .enforcement import Domain, EnforcementCase, EnforcementMonth, OfficerCertificate
from .meetings import AgendaItem, LeadingGroup, LeadingGroupMember, Meeting
from .resources import LegalBudget, MatterList, ServiceMonth

__all__ = [
    "AgendaItem",
    "CongressSuggestion",
    "Domain",
    "EnforcementCase",
    "EnforcementMonth",
    "Finding",
    "Inspection",
    "LeadingGroup",
    "LeadingGroupMember",
    "LegalBudget",
    "LegalProceeding",
    "LegalReview",
    "MatterList",
    "Meeting",
    "NormativeDocument",
    "OfficerCertificate",
    "ResponsibilityLetter",
    "SatisfactionSurvey",
    "ServiceMonth",
    "VillageRules",
]
