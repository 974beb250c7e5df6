"""What is expected in legal study; the dates follow the calendar of the year's work."""

from django.db.models import Q

from township.figures.duties import Duty, duties

from .models import Exam, StudySession
from .registers import Exams, LeaderLegalReports, StudySessions

duties.add(
    Duty(
        "training.central_group",
        "每季度中心组学法",
        StudySessions,
        each="township",
        every="quarter",
        where=Q(kind=StudySession.Kind.CENTRAL_GROUP),
    ),
    Duty(
        "training.civil_exam",
        "年度国家工作人员学法考试",
        Exams,
        each="township",
        every="year",
        where=Q(kind=Exam.Kind.CIVIL),
    ),
    # Leaders report at the year's end; some counties hear them in January.
    Duty(
        "training.leader_reports",
        "年度领导干部述法",
        LeaderLegalReports,
        each="township",
        every="year",
        days=31,
    ),
)
