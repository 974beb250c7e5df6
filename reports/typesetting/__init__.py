"""Setting official documents in type: GB/T 9704-2012《党政机关公文格式》 as PDF and as Word file."""

from .fonts import MissingGlyph, problems
from .pdf import render_pdf
from .profile import NATIONAL, Profile
from .word import render_word

__all__ = ["NATIONAL", "MissingGlyph", "Profile", "problems", "render_pdf", "render_word"]
