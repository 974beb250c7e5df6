"""Setting official documents in type: GB/T 9704-2012《党政机关公文格式》 as PDF."""

from .fonts import MissingGlyph, problems
from .pdf import render_pdf
from .profile import NATIONAL, Profile

__all__ = ["NATIONAL", "MissingGlyph", "Profile", "problems", "render_pdf"]
