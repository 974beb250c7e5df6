"""The registers of legal study."""

from township.records.register import Register, register

from .forms import StudySessionForm
from .models import Exam, StudySession


@register
class StudySessions(Register):
    model = StudySession
    slug = "study-sessions"
    label = "学法活动"
    menu = "学法"
    order = 10
    unit = "次"
    intro = "一次学法录一条；会前学法在这里录，会议本身有法治议题的，另在“会议”里录。"
    form_class = StudySessionForm
    columns = ("date", "title", "kind", "area", "attendance", "lecturer")
    fieldsets = (
        ("学法情况", ("date", "area", "kind", "title", "attendance", "place")),
        (
            "更多内容",
            (
                "meeting_name",
                "laws",
                "topics",
                "part",
                "chair",
                "lecturer",
                "invited",
                "audience",
                "ended_on",
            ),
        ),
        ("出勤与学时", ("attendees", "expected", "absences", "hours", "planned")),
        ("其他", ("office", "approximate", "provider", "note")),
    )
    filters = ("kind", "topics", "laws", "part", "audience", "planned")
    search = ("title", "lecturer", "meeting_name", "place", "note")
    totals = ("attendance",)
    required = ("title",)
    alike = ("kind",)
    copied = (
        "kind",
        "place",
        "chair",
        "lecturer",
        "invited",
        "audience",
        "part",
        "office",
        "planned",
    )

    @classmethod
    def missing(cls, record):
        """The meeting, of a session held before one."""
        return ("meeting_name",) if record.before_meeting and not record.meeting_name else ()


@register
class Exams(Register):
    model = Exam
    slug = "exams"
    label = "学法考试"
    menu = "学法"
    order = 11
    unit = "次"
    intro = "一次考试录一条，填首考的人数；补考的人数另填，不并入首考。"
    village_entry = False
    columns = ("date", "title", "kind", "expected", "taken", "passed")
    fieldsets = (
        ("考试情况", ("title", "kind", "date", "area", "expected", "taken")),
        (
            "成绩",
            ("passed", "excellent", "average", "pass_mark", "resits", "resits_passed", "absentees"),
        ),
        ("其他", ("ended_on", "organiser", "method", "office", "provider", "note")),
    )
    filters = ("kind", "method")
    search = ("title", "organiser", "note")
    totals = ("expected", "taken", "passed")
    required = ("title",)
    alike = ("kind",)
    copied = ("kind", "organiser", "method", "pass_mark", "office")
    needed_for_approval = ("passed",)
