"""Deadlines that registers declare: when they are spoken of, of whom they are asked, and what ends them."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from disputes.models import Dispute, Petition
from governance.models import Inspection, OfficerCertificate
from openness.models import DisclosureRequest
from tests.factories import add_line, build_record, registers
from township.people.gate import Gate
from township.records.deadlines import Term, pending
from township.records.models import Holiday, State
from township.records.register import registry

TODAY = datetime.date(2026, 5, 20)


def day(text):
    return datetime.date.fromisoformat(text)


def acts(user, today=TODAY):
    return sorted((one.due.isoformat(), one.deadline.act) for one in pending(Gate(user), today=today))


@pytest.fixture
def of(world):
    """`of(slug, **values)` makes a record of the township's with nothing done about it yet."""

    def _of(slug, **values):
        record = build_record(registry.get(slug).model, world, area=world.township, **values)
        record.save()
        return record

    return _of


class TestTerm:
    def test_calendar_days_and_extension(self):
        term = Term("accepted_on", days=60, longest_extension=30, basis="")
        assert term.last_day(Petition(accepted_on=day("2026-01-01"))) == day("2026-03-02")
        assert term.last_day(Petition(accepted_on=day("2026-01-01"), extension=10)) == day("2026-03-12")
        assert term.last_day(Petition()) is None

    def test_working_days(self, db):
        Holiday.objects.create(date=day("2040-03-05"), name="放假", year=2040)
        term = Term("date", days=2, longest_extension=20, basis="", working=True)
        # From a Friday on; the weekend and Monday are free.
        assert term.last_day(DisclosureRequest(date=day("2040-03-02"))) == day("2040-03-07")


def test_a_petition_is_first_answered_for_then_finished(of, world):
    petition = of("petitions", date=day("2026-05-10"), demand="grievance", channel="letter")
    assert acts(world.coordinator) == [("2026-05-25", "决定是否受理并书面告知")]
    petition.accepted_on = day("2026-05-12")
    petition.save()
    assert acts(world.coordinator, day("2026-06-10")) == []
    assert acts(world.coordinator, day("2026-06-11")) == [("2026-07-11", "办结并答复信访人")]
    petition.result, petition.closed_on = "settled", day("2026-06-11")
    petition.save()
    assert acts(world.coordinator, day("2026-06-11")) == []


@pytest.mark.parametrize(
    ("slug", "values", "expected"),
    [
        ("disclosure-requests", {"date": day("2026-05-06")}, [("2026-06-02", "答复申请人")]),
        (
            "officer-certificates",
            {"stage": "certified", "issued_on": day("2022-01-01"), "expires_on": day("2026-08-18")},
            [("2026-08-18", "办理执法证审验、换证")],
        ),
        (
            "officer-certificates",
            {"stage": "certified", "issued_on": day("2022-01-01"), "expires_on": day("2026-08-19")},
            [],
        ),
        (
            "congress-suggestions",
            {"mode": "alone", "date": day("2026-04-01"), "due_on": day("2026-06-01")},
            [("2026-06-01", "答复建议、提案")],
        ),
        (
            "congress-suggestions",
            {"mode": "assist", "date": day("2026-04-01"), "due_on": day("2026-06-01")},
            [],
        ),
    ],
)
def test_kinds(of, world, slug, values, expected):
    of(slug, **values)
    assert acts(world.coordinator) == expected


def test_an_agreement_is_followed_up_within_a_month_and_old_ones_are_let_go(of, world):
    closed = {"result": "agreed", "agreement_form": "oral", "organisation": "village"}
    last = {"follow_up_by": day("2026-05-31")}
    of("disputes", date=day("2026-04-01"), closed_on=day("2026-05-01"), **closed, **last)
    of(
        "disputes",
        date=day("2024-04-01"),
        closed_on=day("2024-05-01"),
        **closed,
        follow_up_by=day("2024-05-31"),
    )
    asked = of("disputes", date=day("2026-04-02"), closed_on=day("2026-05-01"), **closed, **last)
    Dispute.objects.filter(pk=asked.pk).update(followed_up_on=day("2026-05-09"))
    assert acts(world.mediator) == [("2026-05-31", "回访当事人")]
    assert acts(world.clerk_a) == acts(world.reviewer) == acts(world.stranger) == []


def test_each_open_row_of_a_sub_table_is_a_matter_of_its_own(of, world):
    record = of("inspections", date=day("2026-04-01"))
    for number, (stage, due) in enumerate(
        [
            ("under_way", "2026-05-30"),
            ("not_started", "2026-06-19"),
            ("lasting", "2026-05-30"),
            ("under_way", "2026-06-20"),
        ]
    ):
        add_line(
            record,
            Inspection.findings.rel.related_model,
            world,
            content=f"问题{number}",
            stage=stage,
            due_on=day(due),
        )
    found = sorted((one.due.isoformat(), one.row) for one in pending(Gate(world.coordinator), today=TODAY))
    assert found == [("2026-05-30", "问题0"), ("2026-06-19", "问题1")]


@pytest.mark.parametrize("state", [State.DRAFT, State.VOIDED])
def test_what_is_not_submitted_or_is_voided_has_no_deadline(of, world, state):
    of("officer-certificates", stage="certified", issued_on=day("2022-01-01"), expires_on=TODAY, state=state)
    assert acts(world.coordinator) == []


@pytest.mark.usefixtures("in_request")
def test_one_query_however_many(of, world):
    gate = Gate(world.coordinator)
    counts = []
    for _ in range(2):
        for number in range(2):
            of(
                "officer-certificates",
                stage="certified",
                issued_on=day("2022-01-01"),
                expires_on=TODAY + datetime.timedelta(days=number),
            )
        with CaptureQueriesContext(connection) as queries:
            found = pending(gate, today=TODAY)
        counts.append((len(found), len(queries)))
    assert counts[0][0] < counts[1][0]
    assert counts[0][1] == counts[1][1] <= 3


@pytest.mark.parametrize("register", registers(), ids=lambda register: register.slug)
def test_declarations_name_what_there_is(register, db):
    for deadline in register.deadlines:
        assert deadline.act
        assert list(deadline.waiting(register.model.objects.all(), TODAY).values(deadline.since)) == []
        assert bool(deadline.row) == ("__" in deadline.since)


def test_a_certificate_that_has_ended_is_left_alone(of, world):
    of("officer-certificates", stage="certified", issued_on=day("2022-01-01"), expires_on=TODAY)
    OfficerCertificate.objects.update(stage="left", valid_to=TODAY)
    assert acts(world.coordinator) == []
