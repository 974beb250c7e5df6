"""Official text as a tree: one parser in, several writers out."""

from .parsing import parse
from .plain import plain_text
from .tree import Block, Document, OfficialHeading, Span, Table

__all__ = ["Block", "Document", "OfficialHeading", "Span", "Table", "parse", "plain_text"]
