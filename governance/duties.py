"""What is expected in law-based administration."""

from django.db.models import Q

from township.figures.duties import Duty, duties

from .models import Meeting
from .registers import Meetings

duties.add(
    Duty(
        "governance.liaison",
        "每月法治建设联席会议",
        Meetings,
        each="township",
        every="month",
        where=Q(kind=Meeting.Kind.LIAISON),
    ),
)
