"""附件材料: for every figure of a locked text the records it counts and their photos, as one PDF."""

from .drawing import annex_pdf
from .gathering import gather

__all__ = ["annex_pdf", "gather"]
