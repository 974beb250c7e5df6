"""What people quarrel about and bring forward, and who helps them: one module per ledger."""

from .committee import MediationCommittee, Mediator
from .dispute import Dispute, DisputeKind, Hazard, Party, RiskCheck
from .hotline import HotlineMonth
from .legal_aid import LegalAid
from .opinion import Opinion
from .petition import Petition
from .proceedings import FollowUp, Inquiry, Reopening, Session
from .reception import ReceptionDay, ReceptionMatter, Visitor
from .rules import CaseCounter, MediationRule

__all__ = [
    "CaseCounter",
    "Dispute",
    "DisputeKind",
    "FollowUp",
    "Hazard",
    "HotlineMonth",
    "Inquiry",
    "LegalAid",
    "MediationCommittee",
    "MediationRule",
    "Mediator",
    "Opinion",
    "Party",
    "Petition",
    "ReceptionDay",
    "ReceptionMatter",
    "Reopening",
    "RiskCheck",
    "Session",
    "Visitor",
]
