"""Entering study through the shared pages: who may, and what comes of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import make_record
from township.records.models import Law, State, Topic
from training.models import Exam, StudySession
from training.registers import Exams, LeaderLegalReports, StudySessions


def session_data(area, **values):
    return {
        "date": "2022-03-05",
        "area": area.pk,
        "kind": "branch",
        "title": "主题党日学宪法",
        "attendance": "24",
        "part": "host",
        **values,
    }


def test_a_village_clerk_enters_a_session_of_the_own_village(world, sign_in):
    xi = Topic.objects.get(use="study", key="xi-thought")
    law = Law.objects.get(name="信访工作条例")
    data = session_data(world.a, topics=[xi.pk], laws=[law.pk], audience=["village", "staff"], hours="1.5")
    response = sign_in(world.clerk_a).post(reverse("records:new", args=["study-sessions"]), data)
    record = StudySession.objects.get()
    assert response.status_code == 302
    assert response.url == reverse("records:detail", args=["study-sessions", record.pk])
    assert (record.state, record.keeper, record.attendance) == (State.SUBMITTED, world.a, 24)
    assert (list(record.topics.all()), list(record.laws.all())) == ([xi], [law])
    assert record.audience == ["staff", "village"]
    assert record.hours == 1.5


def test_the_coordinator_enters_an_examination(world, sign_in):
    data = {
        "date": "2022-11-07",
        "area": world.township.pk,
        "title": "学法考试",
        "kind": "civil",
        "expected": "30",
        "taken": "29",
    }
    response = sign_in(world.coordinator).post(reverse("records:new", args=["exams"]), data)
    assert response.status_code == 302
    exam = Exam.objects.get()
    assert (exam.keeper, exam.taken, exam.passed) == (world.township, 29, None)


@pytest.mark.parametrize(
    "user", ["clerk_a", "clerk_b", "mediator", "reviewer", "deputy", "county", "auditor"]
)
def test_examinations_are_not_theirs_to_enter(user, world, sign_in):
    response = sign_in(world.users[user]).get(reverse("records:new", args=["exams"]))
    assert response.status_code == 404


@pytest.mark.parametrize(
    "user", ["stranger", "stranger_clerk", "clerk_b", "mediator", "auditor", "administrator"]
)
def test_a_stranger_never_learns_of_a_session(user, world, sign_in, session):
    record = session("branch", area=world.a)
    client = sign_in(world.users[user])
    assert client.get(reverse("records:detail", args=["study-sessions", record.pk])).status_code == 404
    assert client.post(reverse("records:act", args=["study-sessions", record.pk, "void"])).status_code == 404
    record.refresh_from_db()
    assert record.state == State.SUBMITTED


def test_a_session_before_a_meeting_is_approved_once_the_meeting_is_named(world, sign_in, session):
    record = session("party_committee")
    reviewer = sign_in(world.reviewer)
    address = reverse("records:act", args=["study-sessions", record.pk, "approve"])
    reviewer.post(address)
    record.refresh_from_db()
    assert record.state == State.SUBMITTED
    StudySession.objects.update(meeting_name="2022年第3次党委会议")
    reviewer.post(address)
    record.refresh_from_db()
    assert record.state == State.APPROVED


@pytest.mark.parametrize("register", [StudySessions, Exams, LeaderLegalReports])
def test_a_list_of_three_takes_no_more_queries_than_a_list_of_one(register, world, sign_in):
    client, address = sign_in(world.coordinator), reverse("records:list", args=[register.slug])
    taken = []
    for wanted in (1, 3):
        while register.model.objects.count() < wanted:
            make_record(register, world, area=world.township)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        taken.append(len(queries))
    assert taken[0] == taken[1]
