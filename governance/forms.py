"""The entry form of enforcement cases: who acted is asked for when the case is decided."""

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
