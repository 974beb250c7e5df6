"""The entry form of study sessions: who was there is ticked on the roster, and counted from it."""

from township.records.form_fields import RosterField, RosterInput
from township.records.forms import RecordForm


class StudySessionForm(RecordForm):
    """A session whose 实到人数 may be left to the ticks."""

    def __init__(self, data=None, *args, gate, **kwargs):
        # A plain dict has no lists; the widget reads either kind of data.
        ticked = set(RosterInput().value_from_datadict(data or {}, {}, "attendees") or ())
        if ticked and not data.get("attendance"):
            data = data.copy()
            data["attendance"] = str(len(ticked))
        super().__init__(data, *args, gate=gate, **kwargs)

    def dress(self):
        plain = self.fields["attendees"]
        self.fields["attendees"] = RosterField(
            plain.queryset.order_by("area__path", "pk"), label=plain.label, help_text=plain.help_text
        )
        super().dress()

    def clean(self):
        cleaned = super().clean()
        ticked, attendance = len(cleaned.get("attendees") or []), cleaned.get("attendance")
        if attendance is not None and 0 <= attendance < ticked:
            self.add_error(
                "attendance", f"参会人员勾选了 {ticked} 人，实到人数不能少于 {ticked}；不填就按勾选数。"
            )
        return cleaned
