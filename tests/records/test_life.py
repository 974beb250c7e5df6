"""The life of a record: which act leads where, who may perform it, and what is said when it cannot be done."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from outreach.models import OutreachEvent
from township.people.gate import Gate
from township.people.models import RoleGrant
from township.people.roles import Role
from township.records.life import ACTS, Refused, acts_for, may_edit, perform
from township.records.models import Change, RecordLock, State
from township.records.saving import Conflict

# Every legal move; any other act in any other state is refused.
MOVES = {
    ("submit", State.DRAFT): State.SUBMITTED,
    ("submit", State.RETURNED): State.SUBMITTED,
    ("approve", State.SUBMITTED): State.APPROVED,
    ("return", State.SUBMITTED): State.RETURNED,
    ("return", State.APPROVED): State.RETURNED,
    ("withdraw", State.SUBMITTED): State.DRAFT,
    ("void", State.DRAFT): State.VOIDED,
    ("void", State.SUBMITTED): State.VOIDED,
    ("void", State.RETURNED): State.VOIDED,
    ("void-approved", State.APPROVED): State.VOIDED,
}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("key", ACTS)
def test_every_act_in_every_state(world, make, key, state):
    event = make(OutreachEvent, state=state)
    target = MOVES.get((key, state))
    if target is None:
        with pytest.raises(Refused):
            perform(ACTS[key], event, by=world.reviewer, reason="有原因")
    else:
        perform(ACTS[key], event, by=world.reviewer, reason="有原因")
    event.refresh_from_db()
    moved = target is not None
    assert (event.state, event.version) == (target or state, 2 if moved else 1)
    assert Change.objects.filter(record_id=event.pk).count() == (1 if moved else 0)


def test_approval_says_who_and_when(world, make):
    event = make(OutreachEvent)
    perform(ACTS["approve"], event, by=world.reviewer)
    event.refresh_from_db()
    assert (event.reviewed_by, event.self_reviewed) == (world.reviewer, False)
    assert event.reviewed_at is not None
    change = Change.objects.get(record_id=event.pk)
    assert (change.action, change.by, change.details) == ("approved", world.reviewer, [])


def test_approving_ones_own_is_allowed_and_shown(world, make):
    RoleGrant.objects.create(user=world.coordinator, role=Role.REVIEWER)
    event = make(OutreachEvent, created_by=world.coordinator)
    perform(ACTS["approve"], event, by=world.coordinator)
    event.refresh_from_db()
    assert (event.state, event.self_reviewed) == (State.APPROVED, True)


@pytest.mark.parametrize("key", ["return", "void"])
@pytest.mark.parametrize("reason", ["", "  ", "\0"])
def test_a_reason_is_asked_for(world, make, key, reason):
    event = make(OutreachEvent)
    with pytest.raises(Refused) as caught:
        perform(ACTS[key], event, by=world.reviewer, reason=reason)
    assert str(caught.value) == f"请写明{ACTS[key].verb}的原因，一句话即可。"


def test_a_reason_has_a_length(world, make):
    event = make(OutreachEvent)
    with pytest.raises(Refused, match="退回修改的原因请控制在 200 字以内。"):
        perform(ACTS["return"], event, by=world.reviewer, reason="错" * 201)
    perform(ACTS["return"], event, by=world.reviewer, reason="错" * 200)
    event.refresh_from_db()
    assert event.reason == "错" * 200


def test_a_record_changed_elsewhere_is_left_alone(world, make):
    event = make(OutreachEvent)
    seen = OutreachEvent.objects.get(pk=event.pk)
    perform(ACTS["withdraw"], event, by=world.clerk_a)
    with pytest.raises(Conflict):
        perform(ACTS["approve"], seen, by=world.reviewer)
    event.refresh_from_db()
    assert event.state == State.DRAFT
    assert Change.objects.filter(action="approved").count() == 0


class TestLocked:
    """A locked report has counted it: it stays, unless a correction is approved by somebody else."""

    @pytest.fixture
    def locked(self, make):
        def _locked(state):
            event = make(OutreachEvent, state=state, title="赶集日普法")
            RecordLock.objects.create(register="outreach-events", record_id=event.pk, label="2022年度报告")
            return event

        return _locked

    @pytest.mark.parametrize(
        ("key", "state"), [(key, state) for key, state in MOVES if key != "approve"], ids=str
    )
    def test_nothing_but_approval(self, world, locked, key, state):
        event = locked(state)
        with pytest.raises(Refused) as caught:
            perform(ACTS[key], event, by=world.reviewer, reason="有原因")
        verb = ACTS[key].verb
        assert str(caught.value) == f"“赶集日普法”已用于2022年度报告，不能{verb}；如需改正，请点“申请更正”。"

    def test_what_was_never_corrected_is_approved_as_usual(self, world, locked):
        """Also by whoever entered it: a second person is for corrections."""
        event = locked(State.SUBMITTED)
        OutreachEvent.objects.update(updated_by=world.reviewer)
        perform(ACTS["approve"], event, by=world.reviewer)
        event.refresh_from_db()
        assert event.state == State.APPROVED

    def test_a_correction_after_an_approved_one_needs_its_own_second_person(self, world, locked):
        event = locked(State.SUBMITTED)
        note = {"register": "outreach-events", "record_id": event.pk}
        Change.objects.create(**note, action="corrected", by=world.deputy)
        perform(ACTS["approve"], event, by=world.reviewer)
        Change.objects.create(**note, action="corrected", by=world.reviewer)
        OutreachEvent.objects.update(state=State.SUBMITTED)
        event.refresh_from_db()
        with pytest.raises(Refused, match="“赶集日普法”已用于2022年度报告，更正要由另一个人审核。"):
            perform(ACTS["approve"], event, by=world.reviewer)
        perform(ACTS["approve"], event, by=world.deputy)

    def test_entering_units_may_correct_an_approved_one_only_when_locked(self, world, locked, make):
        gate = Gate(world.clerk_a)
        assert may_edit(locked(State.APPROVED), gate)
        assert not may_edit(make(OutreachEvent, state=State.APPROVED), gate)


# Who -------------------------------------------------------------------------------------------------

BUTTONS = {
    ("clerk_a", State.DRAFT): ["submit", "void"],
    ("clerk_a", State.SUBMITTED): ["withdraw", "void"],
    ("clerk_a", State.RETURNED): ["submit", "void"],
    ("clerk_a", State.APPROVED): [],
    ("clerk_a", State.VOIDED): [],
    ("reviewer", State.DRAFT): [],
    ("reviewer", State.SUBMITTED): ["approve", "return"],
    ("reviewer", State.APPROVED): ["return", "void-approved"],
    ("reviewer", State.VOIDED): [],
    ("stranger", State.SUBMITTED): [],
    ("principal", State.SUBMITTED): [],
    ("deputy", State.SUBMITTED): [],
    ("auditor", State.SUBMITTED): [],
}
EDITORS = {
    State.DRAFT: {"clerk_a", "coordinator", "reviewer"},
    State.SUBMITTED: {"clerk_a", "coordinator", "reviewer"},
    State.RETURNED: {"clerk_a", "coordinator", "reviewer"},
    State.APPROVED: {"reviewer"},
    State.VOIDED: set(),
}


@pytest.mark.parametrize(("name", "state"), BUTTONS)
def test_buttons(world, make, name, state):
    event = make(OutreachEvent, area=world.a, state=state)
    gate = Gate(world.users[name])
    assert [act.key for act in acts_for(event, gate)] == BUTTONS[name, state]


@pytest.mark.parametrize("state", State)
def test_who_may_change_what(world, make, state):
    event = make(OutreachEvent, area=world.a, state=state)
    found = {name for name, user in world.users.items() if may_edit(event, Gate(user))}
    assert found == EDITORS[state]


# Pages ------------------------------------------------------------------------------------------------


def messages_of(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def bulk(client, act, records, **extra):
    return client.post(
        reverse("records:bulk", args=["outreach-events"]),
        {"act": act, "chosen": [record.pk for record in records], **extra},
    )


def test_bulk_does_what_can_be_done_and_says_what_cannot(world, make, sign_in):
    good = [make(OutreachEvent, title="甲活动"), make(OutreachEvent, title="乙活动")]
    draft = make(OutreachEvent, state=State.DRAFT, title="草稿活动")
    foreign = make(OutreachEvent, area=world.foreign_village)
    response = bulk(sign_in(world.reviewer), "approve", [*good, draft, foreign])
    states = dict(OutreachEvent.objects.values_list("pk", "state"))
    assert [states[record.pk] for record in (*good, draft, foreign)] == [
        State.APPROVED,
        State.APPROVED,
        State.DRAFT,
        State.SUBMITTED,
    ]
    assert messages_of(response) == ["已审核通过 2 条。", "“草稿活动”现在是“草稿”，不能审核通过。"]


def test_bulk_return_needs_one_reason_for_all(world, make, sign_in):
    events = [make(OutreachEvent), make(OutreachEvent)]
    client = sign_in(world.reviewer)
    bulk(client, "return", events)
    assert set(OutreachEvent.objects.values_list("state", "reason")) == {(State.SUBMITTED, "")}
    bulk(client, "return", events, reason="缺参加人次")
    assert set(OutreachEvent.objects.values_list("state", "reason")) == {(State.RETURNED, "缺参加人次")}


@pytest.mark.parametrize("chosen", [[], ["²"], ["x"], ["9" * 40], ["-1"]])
def test_bulk_with_nothing_that_could_be_meant(world, sign_in, chosen):
    response = sign_in(world.reviewer).post(
        reverse("records:bulk", args=["outreach-events"]), {"act": "approve", "chosen": chosen}
    )
    assert response.status_code == 302
    assert messages_of(response) == ["请先在列表里勾选记录。"]


def test_an_act_goes_back_only_inside_the_portal(world, make, sign_in):
    event = make(OutreachEvent)
    for back, expected in (
        ("/ledgers/outreach-events/?page=2", "/ledgers/outreach-events/?page=2"),
        ("https://example.com/", "/ledgers/outreach-events/"),
        ("//example.com/", "/ledgers/outreach-events/"),
    ):
        assert bulk(sign_in(world.reviewer), "approve", [event], back=back)["Location"] == expected


def test_an_unknown_act_is_404(world, make, sign_in):
    event = make(OutreachEvent)
    client = sign_in(world.coordinator)
    assert client.post(f"/ledgers/outreach-events/{event.pk}/publish/").status_code == 404
    assert bulk(client, "publish", [event]).status_code == 404


def test_a_refusal_reaches_the_page(world, make, sign_in):
    event = make(OutreachEvent, title="赶集日普法")
    response = sign_in(world.reviewer).post(
        reverse("records:act", args=["outreach-events", event.pk, "return"])
    )
    assert messages_of(response) == ["请写明退回修改的原因，一句话即可。"]
