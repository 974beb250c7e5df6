"""Setting the texts of other apps as official documents, by the writers of reports."""

from dataclasses import replace

from township.records.official import setter

from .document import parse, plain_text
from .typesetting import render_pdf, render_word


def document_of(text, *, title, organ, date):
    """The text as a document: what it brings of its own (title, signature) counts before what is given."""
    document = parse(text, title=title)
    return replace(
        document, organs=document.organs or ((organ,) if organ else ()), date=document.date or date
    )


@setter("docx")
def word(text, **given):
    return render_word(document_of(text, **given))


@setter("pdf")
def pdf(text, **given):
    return render_pdf(document_of(text, **given))


@setter("txt")
def plain(text, **given):
    return plain_text(document_of(text, **given)).encode("utf-8-sig")
