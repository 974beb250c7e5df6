"""Five years of legal study in the demonstration township."""

import datetime
import random

from django.utils import timezone

from township.operations.demo import seeder
from township.records.models import Law, State, Topic

from ..models import Exam, LeaderLegalReport, StudySession
from . import neighbour  # noqa: F401  registers the neighbour's seeder
from .plan import (
    ATTENDANCE,
    ATTENDED,
    COURSE_ATTENDANCE,
    EXAMS,
    LECTURERS,
    LEGAL_REPORTS,
    OFFICE_OF,
    SESSIONS,
    SUBJECTS,
    UNCOUNTED,
    UNREVIEWED,
    WAYS,
)

Kind = StudySession.Kind
CHAIR, MAYOR, REVIEWER = "陈志远", "周敏", "黄秀兰"


@seeder
def seed(world):
    """Study sessions, examinations and leaders' legal reports of the demonstration."""
    shelf = Shelf()
    for year, by_kind in SESSIONS.items():
        for kind, days in by_kind.items():
            # A generator per year and form: adding a session elsewhere changes nothing here.
            dice = random.Random(f"{year} {kind}")
            for number, day in enumerate(days):
                _add_session(world, shelf, dice, kind, number, datetime.date(year, *day))
    for year, month, day, kind, title, people in ATTENDED:
        date = datetime.date(year, month, day)
        _add_plain(world, kind, title, date, people, part=StudySession.Part.ATTEND, place="镇政府视频会议室")
    for year, month, day, kind, title, people, state, reason in UNCOUNTED:
        _add_plain(world, kind, title, datetime.date(year, month, day), people, state=state, reason=reason)
    for row in EXAMS:
        _add_exam(world, row)
    for year, held in LEGAL_REPORTS.items():
        _add_legal_reports(world, year, held)


class Shelf:
    """Laws by short name and study topics by key."""

    def __init__(self):
        self.laws = {name: law for law in Law.objects.all() for name in law.short_names.split("、")}
        self.laws |= {law.name: law for law in Law.objects.all()}
        self.topics = {topic.key: topic for topic in Topic.objects.filter(use=Topic.Use.STUDY)}

    def tags(self, subject):
        return {
            "laws": [self.laws[name] for name in subject.laws],
            "topics": [self.topics[key] for key in subject.topics],
        }


def _add_session(world, shelf, dice, kind, number, date):
    if date > timezone.localdate():
        return
    known = [subject for subject in SUBJECTS[kind] if subject.since <= date.year]
    subject = known[(number + date.year) % len(known)] if kind != Kind.PARTY_COMMITTEE else known[number]
    village = world.villages[(number * 3 + date.year) % len(world.villages)] if kind == Kind.BRANCH else None
    unreviewed = (date.year, kind) in UNREVIEWED
    world.add(
        StudySession,
        f"{date}-{kind}",
        area=village,
        state=State.SUBMITTED if unreviewed else State.APPROVED,
        office=None if village else world.offices[OFFICE_OF.get(kind, "党政办")],
        date=date,
        kind=kind,
        title=subject.title,
        many=shelf.tags(subject),
        **_turnout(dice, kind, number, date.year),
        **_occasion(world, kind, number, date.year),
    )


def _turnout(dice, kind, number, year):
    """Who was expected and who came."""
    expected, fewest, audience = ATTENDANCE[kind]
    came = COURSE_ATTENDANCE[year][number] if kind == Kind.COURSE else dice.randint(fewest, expected)
    return {
        "expected": expected,
        "attendance": came,
        "audience": list(audience),
        "ways": WAYS.get(kind, ("reading",))[: 2 if number % 2 else 1],
        "absences": "" if came == expected else f"{expected - came}人因公请假，会后自学。",
        "hours": 4 if kind == Kind.COURSE else 1.5,
    }


def _occasion(world, kind, number, year):
    """Where, led by whom, and before which meeting."""
    names = LECTURERS.get(kind, ("",))
    lecturer = names[number % len(names)]
    meetings = {Kind.PARTY_COMMITTEE: "党委会议", Kind.OFFICE_MEETING: "镇长办公会议"}
    places = {Kind.BRANCH: "党群服务中心", Kind.COURT: "县人民法院", Kind.STAFF: "镇政府三楼会议室"}
    return {
        "meeting_name": f"{year}年第{number * 2 + 1}次{meetings[kind]}" if kind in meetings else "",
        "chair": None if kind == Kind.BRANCH else world.person(_chair(kind)),
        "lecturer": lecturer,
        "invited": kind == Kind.LECTURE,
        "place": places.get(kind, "镇政府二楼会议室"),
        "planned": kind in (Kind.CENTRAL_GROUP, Kind.STAFF),
    }


def _chair(kind):
    if kind == Kind.OFFICE_MEETING:
        return MAYOR
    return CHAIR if kind in StudySession.TOWNSHIP_ONLY or kind == Kind.FIRST_TOPIC else REVIEWER


def _add_plain(world, kind, title, date, people, *, state=State.APPROVED, **values):
    if date > timezone.localdate():
        return
    world.add(
        StudySession,
        f"{date}-{kind}-{title}",
        date=date,
        kind=kind,
        title=title,
        attendance=people,
        state=state,
        office=world.offices[OFFICE_OF.get(kind, "党政办")],
        **values,
    )


def _add_exam(world, row):
    values = dict(row)
    date = datetime.date(*values.pop("date"))
    if date > timezone.localdate():
        return
    if ended_on := values.pop("ended_on", None):
        values["ended_on"] = datetime.date(*ended_on)
    defaults = {"organiser": "县司法局", "method": Exam.Method.ONLINE, "pass_mark": 60}
    world.add(Exam, values["title"], date=date, office=world.offices["政法办"], **{**defaults, **values})


def _add_legal_reports(world, year, held):
    """The principals and members by word, offices and most villages in writing, on one day."""
    date = datetime.date(*held.date)
    if date > timezone.localdate():
        return
    common = {"year": year, "date": date, "meeting_name": held.meeting, "report_kept_at": "存政法办"}
    for name, post, kind, method, grade in held.leaders:
        _add_legal_report(world, world.township, name, post, kind, method, grade, common)
    for village in world.villages[: held.villages]:
        _add_legal_report(
            world,
            village,
            (village.name, "党组织书记"),
            f"{village.name}党组织书记",
            LeaderLegalReport.Kind.VILLAGE_SECRETARY,
            LeaderLegalReport.Method.WRITTEN,
            "fairly_good",
            common,
        )


def _add_legal_report(world, area, name, post, kind, method, grade, common):
    spoken = method == LeaderLegalReport.Method.MEETING
    chair = world.person(CHAIR)
    person = world.person(name)
    world.add(
        LeaderLegalReport,
        f"{common['year']} {name}",
        area=area,
        person=person,
        title=f"{person}{common['year']}年度述法",
        post=post,
        kind=kind,
        method=method,
        grade=grade,
        commented_by=chair if spoken and person != chair else None,
        office=world.offices["党政办"],
        **common,
    )
