"""The entry form of study sessions: who was there is ticked on the roster, and counted from it."""

from township.records.attendance import AttendanceForm


class StudySessionForm(AttendanceForm):
    """A session whose 实到人数 may be left to the ticks."""

    expected, absences = "expected", "absences"
