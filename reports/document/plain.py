"""The document as plain text, for copying into other systems."""

from .tables import as_lines
from .tree import Table

INDENT = "　　"


def plain_text(document):
    """Heading, title, paragraphs with two-character indents, signature; one paragraph a line.

    `parse` reads it back as the same document, but for the mark of a red head, which is not part of it.
    """
    return "\n".join(_lines(document)).rstrip() + "\n"


def _lines(document):
    heading = document.heading
    if heading.number:
        yield heading.number
    if heading.signers:
        yield "签发人：" + "、".join(heading.signers)
    yield from document.title.splitlines()
    yield ""
    if document.addressee:
        yield document.addressee
    for block in document.blocks:
        if isinstance(block, Table):
            yield from as_lines(block)
        else:
            yield INDENT + block.text
    if document.attachments:
        first, *others = (block.text for block in document.attachments)
        yield ""
        yield f"{INDENT}附件：{first}"
        yield from (f"{INDENT}　　　{name}" for name in others)
    if document.organs or document.date:
        yield from ("", *document.organs, document.date)
    if document.note:
        yield INDENT + document.note
