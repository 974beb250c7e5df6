"""Files that leave the portal: for saving under a Chinese name, kept by no cache, written down."""

from django.http import FileResponse, HttpResponse
from django.utils.http import content_disposition_header

from .trail.log import Action, log

PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = "text/plain; charset=utf-8"
ZIP = "application/zip"


def outgoing(content, name, kind, *, saved=True):
    """`content`, bytes or an open file, as an answer: for saving, or shown in the browser unless `saved`."""
    response = (FileResponse if hasattr(content, "read") else HttpResponse)(content, content_type=kind)
    response["Content-Disposition"] = content_disposition_header(saved, name)
    response["Cache-Control"] = "private, no-store"
    return response


def taken_out(request, content, name, kind, *, what, action=Action.EXPORTED):
    """The same, written down as `action`.

    `what` says which record, ledger or report it was, by its number: never by a title, which anybody may have
    written a name into, and never by whom it is about.
    """
    log(action, by=request.user, what=what)
    return outgoing(content, name, kind)
