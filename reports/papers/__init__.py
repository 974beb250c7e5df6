"""The kinds of official texts that a township writes from its figures, each one declaration with its prose."""

from .annual import ANNUAL_REPORT
from .leader import LEADER_REPORT
from .one_page import ONE_PAGE
from .paper import Paper
from .self_assessment import SELF_ASSESSMENT
from .summary import SUMMARY
from .theme import THEME_SUMMARY

papers = {
    one.key: one for one in (ANNUAL_REPORT, ONE_PAGE, SUMMARY, THEME_SUMMARY, LEADER_REPORT, SELF_ASSESSMENT)
}

__all__ = ["Paper", "papers"]
