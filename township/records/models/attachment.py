"""Photos and files that prove records (佐证材料)."""

from pathlib import Path

from django.conf import settings
from django.db import models
from django.db.models import Q

from township.people.models import Area


def stored_path(instance, filename):
    """Files lie under their own hash: no name that a person typed ever reaches the disk."""
    return f"attachments/{instance.sha256[:2]}/{instance.sha256}{Path(filename).suffix.lower()}"


def thumbnail_path(instance, filename):
    return f"thumbnails/{instance.sha256[:2]}/{instance.sha256}.jpg"


class AttachmentQuerySet(models.QuerySet):
    def sent_by(self, user):
        """What `user` has uploaded, the own unit's copies of the same bytes included."""
        if user.pk is None:
            return self.none()
        return self.filter(Q(uploaded_by=user) | Q(also_sent_by=user)).distinct()

    def cited_by(self, slug, record_id):
        """The attachments of one record, in the order they were added."""
        return self.filter(citations__register=slug, citations__record_id=record_id).order_by("citations__pk")


class Attachment(models.Model):
    """One stored file. Several records may cite it; without a citation only its uploaders see it.

    Images are kept upright and without their location; `sha256` is that of the bytes as they were
    uploaded, so that the same photo is recognised again, and `captured_at` is the camera's own time.
    """

    sha256 = models.CharField("指纹", max_length=64)
    file = models.FileField("文件", upload_to=stored_path, max_length=160)
    thumbnail = models.FileField("缩略图", upload_to=thumbnail_path, max_length=160, blank=True)
    name = models.CharField("文件名", max_length=160)
    content_type = models.CharField("类型", max_length=80)
    size = models.PositiveIntegerField("大小（字节）")
    # What a photo shows, as `pictures.looks` tells it; empty for other files and for what is still to be read.
    looks = models.CharField(max_length=32, blank=True, editable=False)
    captured_at = models.DateTimeField("拍摄时间", null=True, blank=True)
    keeper = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name="上传单位")
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField("上传时间", auto_now_add=True)
    # Colleagues who sent the very same bytes later: they hold the file, so they may cite it too.
    also_sent_by = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="+")

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["keeper", "sha256"], name="attachment_stored_once_per_keeper")
        ]

    def __str__(self):
        return self.name

    @property
    def is_image(self):
        return self.content_type.startswith("image/")


class Citation(models.Model):
    """That a record cites an attachment."""

    attachment = models.ForeignKey(Attachment, models.PROTECT, related_name="citations")
    register = models.CharField(max_length=40)
    record_id = models.BigIntegerField()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["register", "record_id"], name="citation_of_record")]
        constraints = [
            models.UniqueConstraint(
                fields=["attachment", "register", "record_id"], name="attachment_cited_once_per_record"
            )
        ]

    def __str__(self):
        return f"{self.register} {self.record_id}: {self.attachment}"
