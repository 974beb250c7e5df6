"""Taking in photos and files, and citing them."""

import hashlib

from .models import Attachment, Citation
from .register import registry


def take_in(upload, *, by):
    """Store one uploaded file for `by`'s unit; raises ValidationError with one sentence when it is refused."""
    content = upload.read()
    sha256 = hashlib.sha256(content).hexdigest()
    found = Attachment.objects.filter(keeper=by.area, sha256=sha256).first()
    if found is not None:
        return found
    attachment = Attachment(
        sha256=sha256,
        name=upload.name,
        content_type=upload.content_type,
        size=len(content),
        keeper=by.area,
        uploaded_by=by,
    )
    attachment.file.save(upload.name, upload, save=True)
    return attachment


def cite(record, attachments):
    """Let `record` cite every attachment once."""
    slug = registry.of(type(record)).slug
    for attachment in attachments:
        Citation.objects.get_or_create(attachment=attachment, register=slug, record_id=record.pk)
