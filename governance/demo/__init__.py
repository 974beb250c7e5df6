"""Five years of law-based administration in the demonstration township."""

import datetime
import random

from django.utils import timezone

from township.operations.demo import seeder
from township.records.models import State

from ..models import LeadingGroup, LeadingGroupMember, LegalReview, Meeting
from . import neighbour  # noqa: F401  registers the neighbour's seeder
from .keeping import seed_ledgers
from .matters import REVIEWS
from .plan import (
    AGENDAS,
    DEDICATED_DAYS,
    GROUPS,
    MEETINGS,
    TITLES,
    UNCOUNTED_MEETINGS,
    UNREVIEWED_DAYS,
)

Kind = Meeting.Kind
CHAIRS = {
    Kind.PARTY_COMMITTEE: "陈志远",
    Kind.LEADING_GROUP: "陈志远",
    Kind.JOINT_SESSION: "周敏",
    Kind.OFFICE_MEETING: "周敏",
    Kind.DEDICATED: "刘国栋",
}
DEPUTY = "刘国栋"
REVIEWERS = {
    LegalReview.Method.JUSTICE_OFFICE: "黄秀兰",
    LegalReview.Method.COUNSEL: "吴启明",
    LegalReview.Method.COUNTY: "黄秀兰",
}
# The leaders' own meetings; the others are the business of the office for political and legal affairs.
LEADERS_MEETINGS = (Kind.PARTY_COMMITTEE, Kind.JOINT_SESSION, Kind.OFFICE_MEETING)


@seeder
def seed(world):
    """Leading groups, meetings and legality reviews, then the ledgers that cite them."""
    for group in GROUPS:
        _add_group(world, group)
    for year, by_kind in MEETINGS.items():
        for kind, days in by_kind.items():
            # A generator per year and kind: adding a meeting elsewhere changes nothing here.
            dice = random.Random(f"{year} {kind}")
            for number, day in enumerate(days, start=1):
                _add_meeting(world, dice, kind, number, datetime.date(year, *day))
    for year, month, day, kind, title, state, reason in UNCOUNTED_MEETINGS:
        date = datetime.date(year, month, day)
        _add(world, Meeting, title, date, kind=kind, state=state, reason=reason, chair=world.person(DEPUTY))
    for number, review in enumerate(REVIEWS, start=1):
        _add_review(world, number, review)
    seed_ledgers(world)


def _add(world, model, title, date, **values):
    """One record, unless its day is still to come."""
    if date > timezone.localdate():
        return
    world.add(model, f"{date}-{title}", title=title, date=date, **values)


def _add_group(world, group):
    Part = LeadingGroupMember.Part
    people = [(group.head, Part.HEAD), (group.members[0], Part.DEPUTY)]
    people += [(name, Part.MEMBER) for name in group.members[1:]]
    _add(
        world,
        LeadingGroup,
        group.title,
        datetime.date(*group.founded),
        document_number=group.number,
        adjusted_on=_day(group.adjusted),
        valid_to=_day(group.closed),
        head=world.person(group.head),
        seat=world.offices[group.seat],
        director=world.person(group.director),
        tasks=group.tasks,
        office=world.offices["党政办"],
        many={"deputies": [world.person(group.members[0])]},
        lines={"members": [{"person": world.person(name), "part": part} for name, part in people]},
    )


def _day(parts):
    return datetime.date(*parts) if parts else None


def _add_meeting(world, dice, kind, number, date):
    day = (date.year, date.month, date.day)
    by_leaders = kind in LEADERS_MEETINGS
    present = dice.randint(9, 11) if by_leaders else dice.randint(14, 32)
    _add(
        world,
        Meeting,
        TITLES[kind].format(month=date.month, number=number),
        date,
        kind=kind,
        state=State.SUBMITTED if day in UNREVIEWED_DAYS else State.APPROVED,
        chair=world.person(CHAIRS.get(kind, DEPUTY)),
        dedicated=kind in (Kind.LEADING_GROUP, Kind.DEDICATED) or day in DEDICATED_DAYS,
        present=present,
        observers=dice.randint(2, 6) if by_leaders else None,
        justice_office_present=by_leaders and number % 2 == 1,
        counsel_present=kind == Kind.OFFICE_MEETING,
        preceded_by_study=kind in (Kind.PARTY_COMMITTEE, Kind.OFFICE_MEETING),
        minutes_number=f"〔{date.year}〕{number}号" if by_leaders else "",
        minutes_kept_at=f"存党政办，编号{date.year}-{number:02d}" if kind == Kind.PARTY_COMMITTEE else "",
        office=world.offices["党政办" if by_leaders else "政法办"],
        many={"attendees": _attendees(world) if by_leaders else []},
        lines={"agenda": _agenda(world, dice, kind, number)},
    )


def _attendees(world):
    """The members of the leading group, who are nine at most."""
    return [world.person(name) for name in (GROUPS[1].head, *GROUPS[1].members)]


def _agenda(world, dice, kind, number):
    """One to three of the matters that meetings of the kind deal with, a different first one each time."""
    pool = AGENDAS[kind]
    wanted = min(len(pool), dice.randint(1, 3))
    chosen = [pool[(number - 1 + step) % len(pool)] for step in range(wanted)]
    return [
        {
            "subject": subject,
            "kind": item,
            "decision": decision,
            "responsible": world.offices["政法办"] if decision else None,
        }
        for subject, item, decision in chosen
    ]


def _add_review(world, number, review):
    date = datetime.date(*review.sent)
    _add(
        world,
        LegalReview,
        review.title,
        date,
        kind=review.kind,
        method=review.method,
        submitter=world.offices[review.submitter],
        area=world.village(review.village) if review.village else world.township,
        keeper=world.township,
        office=world.offices[review.submitter],
        rounds=review.rounds,
        contract_amount=review.amount,
        competition=LegalReview.Competition.NOT_CONCERNED,
        state=review.state,
        reason=review.reason,
        **(_outcome(world, number, review, date) if review.conclusion else {}),
    )


def _outcome(world, number, review, date):
    """What came back from the review."""
    return {
        "reviewer": world.person(REVIEWERS[review.method]),
        "issued_on": date + datetime.timedelta(days=review.days),
        "conclusion": review.conclusion,
        "opinions": review.opinions,
        "opinion_number": f"毛司审〔{date.year}〕{number}号" if review.opinions else "",
        "adoption": LegalReview.Adoption.FULL if review.opinions else "",
    }
