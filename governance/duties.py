"""What is expected in law-based administration; the dates follow the calendar of the year's work."""

from django.db.models import Q

from township.figures.duties import Duty, duties
from township.records.handover import Charge, charges

from .models import Finding, Meeting, ResponsibilityLetter
from .registers import (
    EnforcementMonths,
    Meetings,
    ResponsibilityLetters,
)

duties.add(
    Duty(
        "governance.liaison",
        "每月法治建设联席会议",
        Meetings,
        each="township",
        every="month",
        where=Q(kind=Meeting.Kind.LIAISON),
    ),
    # The yearly enforcement statistics of January are the sum of these.
    Duty(
        "governance.enforcement_month", "每月行政执法汇总", EnforcementMonths, each="township", every="month"
    ),
    Duty(
        "governance.letters",
        "年度法治建设责任书",
        ResponsibilityLetters,
        each="township",
        every="year",
        where=Q(kind=ResponsibilityLetter.Kind.LAW),
    ),
)

charges.append(Charge(Finding, Q(stage__in=[Finding.Stage.NOT_STARTED, Finding.Stage.UNDER_WAY])))
