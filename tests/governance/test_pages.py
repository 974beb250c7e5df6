"""Entering meetings, groups and reviews through the shared pages: who may, and what comes of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.models import LeadingGroup, LegalReview, Meeting
from governance.registers import LeadingGroups, LegalReviews, Meetings
from tests.entries import post_edit, post_new
from tests.factories import make_record
from township.people.gate import Gate
from township.people.models import Person
from township.records.forms import form_class
from township.records.models import State
from township.records.values import display

REGISTERS = ("meetings", "leading-groups", "legal-reviews")


def test_a_meeting_with_two_matters(world, sign_in):
    response = post_new(
        sign_in(world.coordinator),
        "meetings",
        kind="party_committee",
        date="2022-03-07",
        title="镇党委会议",
        chair="周敏（镇长）",
        area=world.township.pk,
        preceded_by_study="on",
        lines={
            "agenda": [
                {"subject": "传达会议精神", "kind": "study"},
                {
                    "subject": "研究赋权事项",
                    "kind": "problem",
                    "responsible": world.office.pk,
                    "due_on": "2022-06-30",
                },
            ]
        },
    )
    assert response.status_code == 302
    meeting = Meeting.objects.get()
    assert (meeting.state, meeting.keeper, str(meeting.chair)) == (State.SUBMITTED, world.township, "周敏")
    assert [(item.subject, item.responsible) for item in meeting.agenda.all()] == [
        ("传达会议精神", None),
        ("研究赋权事项", world.office),
    ]


def test_a_leading_group_with_its_members(world, sign_in):
    deputy = Person.objects.create(area=world.township, name="周敏", position="镇长")
    response = post_new(
        sign_in(world.coordinator),
        "leading-groups",
        title="依法治镇领导小组",
        date="2019-03-18",
        area=world.township.pk,
        head="陈志远",
        seat=world.office.pk,
        deputies=[deputy.pk],
        lines={"members": [{"person": "陈志远", "part": "head"}, {"person": "周敏", "part": "deputy"}]},
    )
    assert response.status_code == 302
    group = LeadingGroup.objects.get()
    assert list(group.deputies.all()) == [deputy]
    assert [member.person for member in group.members.all()] == [world.person, deputy]
    assert display(group, "head") == "陈志远（镇党委书记）"
    assert [display(member, "person") for member in group.members.all()] == [
        "陈志远（镇党委书记）",
        "周敏（镇长）",
    ]


def test_an_office_clerk_sends_a_matter_for_review(world, sign_in, meeting):
    decided = meeting("party_committee", "document")
    data = {
        "title": "环卫服务合同",
        "kind": "contract",
        "submitter": world.office.pk,
        "date": "2022-03-07",
        "method": "counsel",
        "area": world.township.pk,
        "rounds": "1",
        "contract_amount": "264000.50",
    }
    assert post_new(sign_in(world.office_clerk), "legal-reviews", **data).status_code == 302
    review = LegalReview.objects.get()
    assert (review.office, review.opinions, str(review.contract_amount)) == (world.office, None, "264000.50")
    data["meeting"] = decided.pk
    assert post_edit(sign_in(world.coordinator), "legal-reviews", review, **data).status_code == 302
    review.refresh_from_db()
    assert review.meeting == decided


def test_a_meeting_of_another_township_cannot_be_cited(world, meeting):
    meeting("party_committee", "document", area=world.other_township)
    own = meeting("party_committee", "document")
    form = form_class(LegalReviews)(gate=Gate(world.coordinator))
    assert list(form.fields["meeting"].queryset) == [own]


@pytest.mark.parametrize("slug", REGISTERS)
@pytest.mark.parametrize(
    "user", ["clerk_a", "mediator", "reviewer", "deputy", "principal", "county", "auditor"]
)
def test_they_are_not_for_everybody_to_enter(slug, user, world, sign_in):
    assert sign_in(world.users[user]).get(reverse("records:new", args=[slug])).status_code == 404


@pytest.mark.parametrize(
    "user", ["stranger", "stranger_clerk", "clerk_a", "mediator", "administrator", "county"]
)
def test_a_stranger_never_learns_of_a_review(user, world, sign_in, review):
    record = review("decision", "counsel")
    client = sign_in(world.users[user])
    assert client.get(reverse("records:detail", args=["legal-reviews", record.pk])).status_code == 404
    assert client.post(reverse("records:act", args=["legal-reviews", record.pk, "void"])).status_code == 404
    record.refresh_from_db()
    assert record.state == State.SUBMITTED


@pytest.mark.parametrize("register", [Meetings, LeadingGroups, LegalReviews])
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
