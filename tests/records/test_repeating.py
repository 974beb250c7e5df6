"""重复到几个村: one form, one record in each village, all or nothing and once."""

import pytest
from django.urls import reverse

from openness.models import VillageNotice
from outreach.models import FiveItem, OutreachEvent
from tests.factories import form_data, photo_bytes
from township.people.models import Area
from township.records.models import Attachment, Change, State

NEW = reverse("records:new", args=["outreach-events"])


@pytest.fixture
def coordinator(world, sign_in):
    world.c = Area.objects.create(name="丁村", parent=world.township, level=Area.Level.VILLAGE)
    return sign_in(world.coordinator)


def typed(client, world, **changes):
    values = {
        "date": "2022-03-05",
        "area": world.a.pk,
        "title": "送法下乡",
        "setting": world.settings["rural"].pk,
        "attendance": 40,
        "also": [world.b.pk, world.c.pk],
        "materials": [{"kind": "leaflet", "quantity": 100, "unit": "份"}],
    }
    return form_data(client.get(NEW), **{**values, **changes})


def test_each_village_has_its_own_record(world, coordinator):
    from django.core.files.uploadedfile import SimpleUploadedFile

    photo = SimpleUploadedFile("现场.jpg", photo_bytes(1), "image/jpeg")
    assert coordinator.post(NEW, typed(coordinator, world, files=[photo])).status_code == 302
    records = list(OutreachEvent.objects.order_by("area__path"))
    assert [record.area for record in records] == [world.a, world.b, world.c]
    for record in records:
        assert (record.keeper, record.state, record.attendance) == (record.area, State.SUBMITTED, 40)
        assert record.on_behalf
        assert [str(line) for line in record.materials.all()] == ["宣传资料100份"]
        assert Attachment.objects.cited_by("outreach-events", record.pk).count() == 1
        assert Change.objects.filter(record_id=record.pk).count() == 1
        assert record.villages.count() == 0
    assert Attachment.objects.count() == 1


def test_the_answer_names_all_of_them(world, coordinator):
    response = coordinator.post(NEW, typed(coordinator, world), follow=True)
    assert "甲村、乙村、丁村共 3 条已提交，已计入统计，待审核。" in response.content.decode()


def test_a_second_click_saves_nothing_more(world, coordinator):
    data = typed(coordinator, world)
    assert [coordinator.post(NEW, data).status_code for _ in range(3)] == [302, 302, 302]
    assert OutreachEvent.objects.count() == 3


def test_all_or_nothing(world, coordinator):
    """What is wrong in one village stops all, and says which; everything typed is kept."""
    url = reverse("records:new", args=["study-sessions"])
    values = {"area": world.township.pk, "kind": "central_group", "title": "学习宪法", "attendance": 9}
    data = form_data(coordinator.get(url), **values, date="2022-03-05", also=[world.b.pk])
    response = coordinator.post(url, data)
    assert response.status_code == 422
    form = response.context["form"]
    assert form.errors["also"] == [
        "乙村：“党委理论学习中心组学法”是镇本级的学法形式，村（社区）请选别的形式。"
    ]
    assert form["title"].value() == "学习宪法"


def test_a_failure_while_saving_leaves_nothing(world, coordinator, monkeypatch):
    from township.records import saving

    calls = []

    def cite(record, attachments):
        calls.append(record)
        if len(calls) == 2:
            raise saving.ValidationError("磁盘满了。")

    monkeypatch.setattr(saving, "cite", cite)
    response = coordinator.post(NEW, typed(coordinator, world))
    assert (response.status_code, OutreachEvent.objects.count()) == (422, 0)
    # The form is still that of a new record.
    assert response.context["form"].instance.pk is None


def test_the_same_village_twice_is_one(world, coordinator):
    assert coordinator.post(NEW, typed(coordinator, world, also=[world.a.pk, world.b.pk])).status_code == 302
    assert OutreachEvent.objects.count() == 2


def test_a_joint_event_is_not_a_repetition(world, coordinator):
    data = typed(coordinator, world, villages=[world.b.pk])
    errors = coordinator.post(NEW, data).context["form"].errors
    assert errors == {"also": ["乙村已经选为参与村：合办的算一场，各办各的才重复，请只选一处。"]}


def test_only_new_records_of_those_who_enter_for_several(world, coordinator, sign_in, make):
    assert "also" not in sign_in(world.clerk_a).get(NEW).context["form"].fields
    edit = reverse("records:edit", args=["outreach-events", make(OutreachEvent).pk])
    assert "also" not in coordinator.get(edit).context["form"].fields


def test_a_strangers_village_cannot_be_named(world, coordinator):
    data = typed(coordinator, world, also=[world.foreign_village.pk])
    response = coordinator.post(NEW, data)
    assert (response.status_code, OutreachEvent.objects.count()) == (422, 0)
    assert list(response.context["form"].errors) == ["also"]


def test_registers_without_joint_events_repeat_as_well(world, coordinator):
    url = reverse("records:new", args=["village-notices"])
    values = {"area": world.a.pk, "category": "party", "span": "month", "forms": ["board"], "items": 3}
    data = form_data(
        coordinator.get(url), **values, period_start="2022-03", date="2022-04-02", also=[world.b.pk]
    )
    assert coordinator.post(url, data).status_code == 302
    assert sorted(VillageNotice.objects.values_list("area__name", flat=True)) == ["乙村", "甲村"]


def test_what_is_unique_in_the_township_is_refused_whole(world, coordinator):
    url = reverse("records:new", args=["five-items"])
    values = {"area": world.a.pk, "year": 2022, "setting": world.settings["rural"].pk, "item": "plan"}
    data = form_data(
        coordinator.get(url),
        **values,
        responsible=world.justice_office.pk,
        presence="present",
        date="2022-03-05",
        also=[world.b.pk],
    )
    assert (coordinator.post(url, data).status_code, FiveItem.objects.count()) == (422, 0)
