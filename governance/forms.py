"""Entry forms that ask for more than their fields: who acted in a case, who was at a meeting."""

from township.records.attendance import AttendanceForm
from township.records.forms import RecordForm

from .models import EnforcementCase


class EnforcementCaseForm(RecordForm):
    """A case is filed in a minute; the officers who acted, two at least, are asked for with the decision."""

    def clean(self):
        cleaned = super().clean()
        by_two = cleaned.get("kind") != EnforcementCase.Kind.LICENCE
        officers = cleaned.get("officers")
        if cleaned.get("decided_on") and by_two and officers is not None and len(officers) < 2:
            self.add_error("officers", "填了决定日期的，执法人员请至少选两人。")
        return cleaned


class MeetingForm(AttendanceForm):
    """A meeting whose 出席人数 may be left to the ticks."""

    present = "present"
