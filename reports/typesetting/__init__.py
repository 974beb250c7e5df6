"""Setting official documents in type: GB/T 9704-2012《党政机关公文格式》 as PDF and as Word file."""

from .fonts import MissingGlyph, problems
from .measuring import lines_needed, lines_of_blocks
from .pdf import render_pdf
from .profile import NATIONAL, TIGHTER, Profile
from .word import render_word

__all__ = [
    "NATIONAL",
    "TIGHTER",
    "MissingGlyph",
    "Profile",
    "lines_needed",
    "lines_of_blocks",
    "problems",
    "render_pdf",
    "render_word",
]
