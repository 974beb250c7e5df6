"""After a report has left the house: the days that are set for it, what came back, and what became of that."""

import datetime
from collections import Counter
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from township.people.roles import Power

from .calendar import left
from .models import ANNUAL, Registration, ReturnedPoint
from .views.reach import reports_for

A_DAY = datetime.timedelta(days=1)
# What shows that each is done.
_DONE_BY = {"报送": Registration.Kind.SUBMIT, "公开": Registration.Kind.PUBLISH}


@dataclass(frozen=True)
class LastDay:
    """A day by which a report has to be submitted or published; `left` says how long that is."""

    act: str
    day: datetime.date
    done: bool
    left: str


def last_days(report, kinds, *, today=None):
    """[LastDay] of a report: submitted before 1 March, published before 1 April of the year after.

    `kinds` are those of its registrations: a report under correction has been submitted all the same.
    """
    today = today or timezone.localdate()
    march, april = (datetime.date(report.year + 1, month, 1) for month in (3, 4))
    days = {"报送": march - A_DAY, "公开": april - A_DAY}
    return [
        LastDay(act, days[act], kind in kinds, left((days[act] - today).days))
        for act, kind in _DONE_BY.items()
    ]


def following(report, gate):
    """What the page of a report says about its days and the points that came back."""
    kinds = set(report.registrations.values_list("kind", flat=True))
    return {
        "last_days": last_days(report, kinds) if report.kind == ANNUAL else [],
        "points": list(report.points.all()),
        "may_follow": gate.can(Power.COMPILE_REPORT) and Registration.Kind.SUBMIT in kinds,
    }


def open_points(gate):
    """[(report, number of points without an answer)] for whoever compiles them."""
    found = ReturnedPoint.objects.filter(answered_on=None, report__in=reports_for(gate, Power.COMPILE_REPORT))
    counts = Counter(point.report for point in found.select_related("report"))
    return sorted(counts.items(), key=lambda pair: pair[0].year)


@transaction.atomic
def take_points(report, text, *, received_on, by):
    """Keep each line of `text` as a point of its own; their number. Raises ValidationError."""
    found = [line.strip() for line in text.splitlines() if line.strip()]
    for content in found:
        point = ReturnedPoint(report=report, received_on=received_on, content=content, by=by)
        point.full_clean()
        point.save()
    return len(found)
