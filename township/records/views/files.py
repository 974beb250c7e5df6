"""Handing out attachments: only to those who may see a record that cites them."""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404

from township.people.roles import Power

from ..models import Attachment
from ..register import registry


def reachable_attachment(request, pk):
    """The attachment if the user uploaded it or may read a record that cites it, else 404."""
    attachment = get_object_or_404(Attachment.objects.prefetch_related("citations"), pk=pk)
    if attachment.uploaded_by_id == request.user.pk and request.gate.can(Power.ENTER):
        return attachment
    for citation in attachment.citations.all():
        declaration = registry.get(citation.register)
        power = Power.READ_PARTIES if declaration and declaration.cases else Power.READ
        if declaration and request.gate.records(declaration, power).filter(pk=citation.record_id).exists():
            return attachment
    raise Http404


def download(request, pk):
    """The stored file, named as it was uploaded; never shown inside the page's own origin as HTML."""
    attachment = reachable_attachment(request, pk)
    response = FileResponse(
        attachment.file.open(),
        as_attachment=not attachment.is_image,
        filename=attachment.name,
        content_type=attachment.content_type,
    )
    response["Cache-Control"] = "private, max-age=3600"
    return response


def thumbnail(request, pk):
    """The small upright picture of an image."""
    attachment = reachable_attachment(request, pk)
    if not attachment.thumbnail:
        raise Http404
    response = FileResponse(attachment.thumbnail.open(), content_type="image/jpeg")
    response["Cache-Control"] = "private, max-age=86400"
    return response
