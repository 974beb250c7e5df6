"""Who was there, ticked on the roster: the ticks make the number, and persons can be counted from them."""

from .form_fields import RosterField, RosterInput
from .forms import RecordForm


class AttendanceForm(RecordForm):
    """A record whose number of those present may be left to the ticks."""

    attendees = "attendees"
    present = "attendance"  # the count that the ticks fill
    # Where those of the same units who were not ticked are written down, if the register asks for them.
    expected = absences = ""

    def __init__(self, data=None, *args, gate, **kwargs):
        # A plain dict has no lists; the widget reads either kind of data.
        ticked = set(RosterInput().value_from_datadict(data or {}, {}, self.attendees) or ())
        if ticked and not data.get(self.present):
            data = data.copy()
            data[self.present] = str(len(ticked))
        super().__init__(data, *args, gate=gate, **kwargs)

    def dress(self):
        plain = self.fields[self.attendees]
        self.fields[self.attendees] = RosterField(
            plain.queryset.order_by("area__path", "pk"), label=plain.label, help_text=plain.help_text
        )
        self.fields[self.attendees].widget.tell(self.present, self.expected, self.absences)
        super().dress()

    def clean(self):
        cleaned = super().clean()
        ticked, present = len(cleaned.get(self.attendees) or []), cleaned.get(self.present)
        if present is not None and 0 <= present < ticked:
            people, number = self.fields[self.attendees].label, self._meta.model._meta.get_field(self.present)
            self.add_error(
                self.present,
                f"{people}勾选了 {ticked} 人，{number.verbose_name}不能少于 {ticked}；不填就按勾选数。",
            )
        return cleaned
