"""The registers of legal study."""

from township.records.models import Attachment
from township.records.register import Register, register

from .forms import StudySessionForm
from .models import Exam, LeaderLegalReport, StudySession


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
                "ways",
                "ended_on",
            ),
        ),
        ("出勤与学时", ("attendees", "expected", "absences", "hours", "planned")),
        ("其他", ("office", "approximate", "provider", "note")),
    )
    filters = ("kind", "topics", "laws", "part", "audience", "ways", "planned")
    search = ("title", "lecturer", "meeting_name", "place", "note")
    totals = ("attendance",)
    required = ("title",)
    alike = ("kind",)
    synonyms = {
        "title": ("学习主题", "学习内容", "主题"),
        "kind": ("形式", "学习形式", "学习类别", "类别"),
        "attendance": ("参加人数", "参学人数", "学习人数", "实到", "到会人数", "人数", "人次"),
        "expected": ("应到", "应参加人数"),
        "laws": ("学习法律", "法律法规", "学习法律法规"),
        "lecturer": ("主讲人", "授课人", "领学人"),
        "chair": ("主持",),
    }
    copied = (
        "kind",
        "place",
        "chair",
        "lecturer",
        "invited",
        "audience",
        "ways",
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


@register
class LeaderLegalReports(Register):
    model = LeaderLegalReport
    slug = "leader-legal-reports"
    label = "年度述法"
    menu = "学法"
    order = 12
    unit = "条"
    intro = "一人一年录一条；会议述法、书面述法、与述职合并的都录，评议和整改情况随后补填。"
    carried_on = True
    village_entry = False
    columns = ("title", "post", "kind", "method", "date", "grade")
    fieldsets = (
        ("述法情况", ("year", "person", "post", "kind", "area", "method")),
        ("报告与评议", ("date", "meeting_name", "report_kept_at", "commented_by", "grade", "score")),
        ("问题与整改", ("problems", "rectified_on", "reported_on")),
        ("其他", ("office", "provider", "note")),
    )
    filters = ("year", "kind", "method", "grade")
    search = ("title", "post", "meeting_name", "note")
    copied = ("year", "kind", "method", "meeting_name", "commented_by", "office")

    @classmethod
    def missing(cls, record):
        """The report itself: as a file of the record, or the place where the paper lies."""
        filed = record.report_kept_at or Attachment.objects.cited_by(cls.slug, record.pk).exists()
        return () if filed else ("report_kept_at",)

    @classmethod
    def prepare(cls, record, *, by):
        """Its title is made of person and year, so it follows them."""
        record.title = record.default_title()
