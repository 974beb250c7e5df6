"""What people quarrel about and bring forward, and who helps them: one module per ledger."""

from .committee import MediationCommittee, Mediator
from .dispute import Dispute, DisputeKind, Hazard, Party, RiskCheck
from .hotline import HotlineMonth
from .legal_aid import LegalAid
from .opinion import Opinion
from .petition import Petition
from .reception import ReceptionDay, ReceptionMatter, Visitor

__all__ = [
    "Dispute",
    "DisputeKind",
    "Hazard",
    "HotlineMonth",
    "LegalAid",
    "MediationCommittee",
    "Mediator",
    "Opinion",
    "Party",
    "Petition",
    "ReceptionDay",
    "ReceptionMatter",
    "RiskCheck",
    "Visitor",
]
