"""Handing a leaver's work to a successor."""

import pytest
from django.urls import reverse

from outreach.models import OutreachEvent
from tests.conftest import _user
from township.people.models import SettingChange, User
from township.people.roles import Role
from township.records.models import Change, State


@pytest.fixture
def successor(world):
    return _user("new_clerk", world.a, Role.VILLAGE_CLERK)


@pytest.fixture
def work(make, world):
    """A draft, a returned and a submitted record of the clerk of village A."""
    return [make(OutreachEvent, state=state) for state in (State.DRAFT, State.RETURNED, State.SUBMITTED)]


def hand(client, leaver, successor, **more):
    url = reverse("reference:handover", args=[leaver.pk])
    return client.post(url, {"successor": successor.pk, **more})


def sentences(response):
    assert response.status_code == 422
    return response.context["form"].errors["successor"]


def test_unfinished_work_moves_with_a_trace_and_finished_work_stays(world, sign_in, work, successor):
    client = sign_in(world.coordinator)
    page = client.get(reverse("reference:handover", args=[world.clerk_a.pk]))
    assert [(register.slug, number) for register, number in page.context["unfinished"]] == [
        ("outreach-events", 2)
    ]
    assert hand(client, world.clerk_a, successor, close="on").status_code == 302
    for record in work:
        record.refresh_from_db()
    assert [record.created_by for record in work] == [successor, successor, world.clerk_a]
    assert [record.version for record in work] == [2, 2, 1]
    traces = Change.objects.filter(action="handed_over").order_by("record_id")
    assert [(trace.record_id, trace.details) for trace in traces] == [
        (record.pk, [["经办人", "clerk_a", "new_clerk"]]) for record in work[:2]
    ]
    assert not User.objects.get(pk=world.clerk_a.pk).is_active
    row = SettingChange.objects.filter(object_id=world.clerk_a.pk).first()
    assert (row.action, row.details[1]) == ("handed_over", ["移交记录", "—", "2 条"])
    waiting = sign_in(successor).get("/todo/").context
    assert {item.place.title for item in (*waiting["drafts"], *waiting["returned"])} == {
        record.title for record in work[:2]
    }


def test_the_seat_is_taken_over(world, sign_in, work):
    client = sign_in(world.coordinator)
    assert hand(client, world.clerk_a, world.clerk_b, seat="on").status_code == 302
    clerk = User.objects.get(pk=world.clerk_b.pk)
    assert (clerk.area, clerk.roles) == (world.a, {Role.VILLAGE_CLERK})
    assert hand(client, world.office_clerk, world.reviewer, seat="on").status_code == 302
    reviewer = User.objects.get(pk=world.reviewer.pk)
    assert (reviewer.office, reviewer.roles) == (world.office, {Role.REVIEWER, Role.OFFICE_CLERK})


def test_whoever_cannot_reach_the_records_cannot_take_them(world, sign_in, work):
    response = hand(sign_in(world.coordinator), world.clerk_a, world.clerk_b, close="on")
    assert sentences(response) == [
        "clerk_b办不了clerk_a没办完的“普法活动”，请勾选“接任单位、部门和岗位”或另选接手人。"
    ]
    work[0].refresh_from_db()
    assert (work[0].created_by, work[0].version) == (world.clerk_a, 1)
    assert User.objects.get(pk=world.clerk_a.pk).is_active


def test_the_last_coordinator_hands_over_the_seat_before_leaving(world, sign_in):
    client = sign_in(world.administrator)
    response = hand(client, world.coordinator, world.reviewer, close="on")
    assert sentences(response) == ["这是毛俊镇最后一个在用的综合管理员，请先把这个岗位给另一个人。"]
    assert hand(client, world.coordinator, world.reviewer, close="on", seat="on").status_code == 302
    assert User.objects.get(pk=world.reviewer.pk).roles == {Role.COORDINATOR, Role.REVIEWER}
    assert not User.objects.get(pk=world.coordinator.pk).is_active


def test_strangers_and_leavers_themselves_meet_404(world, sign_in, successor):
    url = reverse("reference:handover", args=[world.clerk_a.pk])
    reached = {name for name, user in world.users.items() if sign_in(user).get(url).status_code == 200}
    assert reached == {"coordinator", "administrator"}
    assert hand(sign_in(world.stranger), world.clerk_a, world.stranger_clerk).status_code == 404
    assert hand(sign_in(world.coordinator), world.coordinator, world.reviewer).status_code == 404
    response = hand(sign_in(world.coordinator), world.clerk_a, world.stranger_clerk)
    assert sentences(response) == ["接手人里没有这个选项，请重新选择。"]
