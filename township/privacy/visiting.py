"""Going through a file passage by passage: one walk both reads it and makes its masked copy.

`walk(content, content_type, visitor)` shows the visitor every text with its place and every picture, and
returns the bytes with what the visitor gave back. A text keeps its length.
"""

from township.records.intake import DOCX, XLSX

from . import documents, pages, photos, sheets


class Visitor:
    """Sees everything and changes nothing; subclasses override."""

    def text(self, place, text):
        """The passage `text` at `place`; returns what stands there in the copy."""
        return text

    def picture(self, place, content):
        """A picture at `place`; returns the bytes that stand there in the copy."""
        return content

    def unread(self, place, reason):
        """Something at `place` that nobody can look for text in."""


WALKS = {
    DOCX: documents.walk,
    XLSX: sheets.walk,
    "application/pdf": pages.walk,
    "image/jpeg": photos.walk,
    "image/png": photos.walk,
}
# Of these a masked copy can be made.
MASKABLE = frozenset({DOCX, XLSX, "image/jpeg", "image/png"})


def walk(content, content_type, visitor):
    """The bytes of the copy; a file that cannot be read is said to the visitor and returned as it is."""
    if content_type not in WALKS:
        visitor.unread("", "这种文件读不出文字")
        return content
    return WALKS[content_type](content, visitor)
