"""Rules on a report's text and figures: one file each, one sentence each (fields.md H)."""

from .registry import Check, Finding, Severity, all_checks, check

__all__ = ["Check", "Finding", "Severity", "all_checks", "check"]
