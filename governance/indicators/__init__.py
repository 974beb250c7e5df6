"""Figures of law-based administration, in the order of the registers that they count."""

from . import accountability, documents, enforcement, meetings, resources  # noqa: F401
