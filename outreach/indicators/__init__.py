"""Figures of legal outreach, in the order of its registers."""

from . import events, materials, people, published, sites

__all__ = ["events", "materials", "people", "published", "sites"]
