"""Figures of disputes and of what else people bring forward, one module per group of ledgers."""

from . import committees, hotline, legal_aid, mediation, petitions, receptions

__all__ = ["committees", "hotline", "legal_aid", "mediation", "petitions", "receptions"]
