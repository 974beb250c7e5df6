"""The entry form of disputes: who mediated is asked for when the case is closed."""

from township.records.forms import RecordForm


class DisputeForm(RecordForm):
    """A dispute may be taken down in a minute; what its end needs is asked for at its end."""

    def clean(self):
        cleaned = super().clean()
        closed = cleaned.get("result") not in (None, "", "ongoing")
        if closed and "mediators" not in self.errors and not cleaned.get("mediators"):
            self.add_error("mediators", "结案的请选择调解员。")
        return cleaned
