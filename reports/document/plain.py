"""The document as plain text, for copying into other systems."""


def plain_text(document):
    """Title, addressee, paragraphs with two-character indents, signature; one paragraph a line."""
    lines = []
    if document.heading.number:
        lines.append(document.heading.number)
    lines += ["签发人：" + "、".join(document.heading.signers)] if document.heading.signers else []
    lines += [*document.title.splitlines(), ""]
    if document.addressee:
        lines.append(document.addressee)
    lines += [f"　　{block.text}" for block in document.blocks]
    if document.organs or document.date:
        lines += ["", *document.organs, document.date]
    return "\n".join(lines).rstrip() + "\n"
