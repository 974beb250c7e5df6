"""Handing out attachments: only to those who may see a record that cites them."""

from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from township.people.roles import Power
from township.people.trail.log import Action, log

from ..life import may_edit
from ..models import Attachment
from ..register import registry
from ..saving import Refused, remove_file
from .base import RegisterView


def power_for_files(declaration):
    """The power over a record that opens its files: those of cases may show the parties."""
    return Power.READ_PARTIES if declaration.cases else Power.READ


def may_open(attachment, gate):
    """Whether the user sent the file to the own unit, or may read a record that cites it."""
    if _sent_to_own_unit(attachment, gate):
        return True
    for citation in attachment.citations.all():
        declaration = registry.for_area(gate.user.area).get(citation.register)
        if declaration is None:
            continue
        records = gate.records(declaration, power_for_files(declaration))
        if records.filter(pk=citation.record_id).exists():
            return True
    return False


def _sent_to_own_unit(attachment, gate):
    return (
        gate.can(Power.ENTER)
        and attachment.keeper.path.startswith(gate.user.area.path)
        and Attachment.objects.sent_by(gate.user).filter(pk=attachment.pk).exists()
    )


def reachable_attachment(request, pk):
    """The attachment if the user may open it, else 404."""
    stored = Attachment.objects.select_related("keeper").prefetch_related("citations")
    attachment = get_object_or_404(stored, pk=pk)
    if not may_open(attachment, request.gate):
        raise Http404
    return attachment


@require_safe
def download(request, pk):
    """The stored file under its name; documents are always saved, never opened inside the portal."""
    attachment = reachable_attachment(request, pk)
    response = hand_out(
        request,
        attachment,
        attachment.file,
        content_type=attachment.content_type,
        as_attachment=not attachment.is_image,
    )
    if response.status_code == 200:
        # Its name may be the name of a party.
        log(Action.DOWNLOADED, by=request.user, what=f"佐证材料第 {attachment.pk} 号")
    return response


@require_safe
def thumbnail(request, pk):
    """The small upright picture of an image."""
    attachment = reachable_attachment(request, pk)
    if not attachment.thumbnail:
        raise Http404
    return hand_out(request, attachment, attachment.thumbnail, content_type="image/jpeg")


def hand_out(request, attachment, field_file, **options):
    """The bytes of a file that the gate has let through, for the browser to keep but not to run."""
    etag = f'"{attachment.sha256}"'
    # The browser may keep a copy but asks each time, so that the gate decides each time.
    unchanged = get_conditional_response(request, etag=etag)
    try:
        response = unchanged or FileResponse(field_file.open(), filename=attachment.name, **options)
    except FileNotFoundError as error:
        raise Http404 from error
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


class RemoveFileView(RegisterView):
    """Taking one file off a record, by whoever may change the record and open the file."""

    def post(self, request, slug, pk, attachment):
        record = self.record()
        if not may_edit(record, request.gate):
            raise Http404
        attachment = reachable_attachment(request, attachment)
        try:
            remove_file(record, attachment, by=request.user)
            messages.success(request, f"已从“{record}”移除“{attachment}”。")
        except Refused as refusal:
            messages.error(request, str(refusal))
        return redirect("records:detail", slug, pk)
