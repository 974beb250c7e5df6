from .judging import Checker
from .verdict import CHANGED, DUPLICATE, KINDS, NEW, SAME, WRONG, Problem, Verdict, counts

__all__ = [
    "CHANGED",
    "DUPLICATE",
    "KINDS",
    "NEW",
    "SAME",
    "WRONG",
    "Checker",
    "Problem",
    "Verdict",
    "counts",
]
