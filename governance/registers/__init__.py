"""The registers of law-based administration."""

from .accountability import (
    CongressSuggestions,
    Inspections,
    LegalProceedings,
    ResponsibilityLetters,
    SatisfactionSurveys,
)
from .documents import LegalReviews, NormativeDocuments, VillageRuleBooks
from .enforcement import EnforcementCases, EnforcementMonths, OfficerCertificates
from .meetings import LeadingGroups, Meetings
from .resources import LegalBudgets, MatterLists, ServiceMonths

__all__ = [
    "CongressSuggestions",
    "EnforcementCases",
    "EnforcementMonths",
    "Inspections",
    "LeadingGroups",
    "LegalBudgets",
    "LegalProceedings",
    "LegalReviews",
    "MatterLists",
    "Meetings",
    "NormativeDocuments",
    "OfficerCertificates",
    "ResponsibilityLetters",
    "SatisfactionSurveys",
    "ServiceMonths",
    "VillageRuleBooks",
]
