"""The entry forms of disputes and petitions: rules that need more than one row of the record."""

from township.records.forms import RecordForm
from township.records.models import Attachment


class DisputeForm(RecordForm):
    """A dispute may be taken down in a minute; what its end needs is asked for at its end."""

    def clean(self):
        cleaned = super().clean()
        closed = cleaned.get("result") not in (None, "", "ongoing")
        if closed and "mediators" not in self.errors and not cleaned.get("mediators"):
            self.add_error("mediators", "结案的请选择调解员。")
        return cleaned


class PetitionForm(RecordForm):
    """A 检举控告 is a number and nothing else: no paper of it may be taken in either."""

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("demand") == "report" and self.has_files(cleaned):
            self.add_error("files", "检举控告只计数，不上传材料；信件请按规定转有权处理的机关。")
        return cleaned

    def has_files(self, cleaned):
        """Whether anything is or would be cited by the record."""
        if cleaned.get("files") or cleaned.get("kept_files"):
            return True
        cited = Attachment.objects.cited_by(self.declaration.slug, self.instance.pk)
        return self.instance.pk is not None and cited.exists()
