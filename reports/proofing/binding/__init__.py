"""The indicator behind each figure of a text that was written elsewhere: proposals with their confidence."""

from .profiles import indicators_for
from .proposing import Proposal, propose
from .suggesting import suggestions
from .surroundings import wording

__all__ = ["Proposal", "indicators_for", "propose", "suggestions", "wording"]
