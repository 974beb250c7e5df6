"""代录: whoever enters for another unit, or on somebody else's word, leaves that to be seen."""

import pytest
from django.urls import reverse

from outreach.models import OutreachEvent
from tests.factories import form_data
from township.records.models import Record

NEW = reverse("records:new", args=["outreach-events"])
LIST = reverse("records:list", args=["outreach-events"])
TAG = '<span class="tag">代录</span>'


def enter(client, world, **changes):
    values = {"date": "2022-03-05", "title": "送法下乡", "setting": world.settings["rural"].pk}
    response = client.post(NEW, form_data(client.get(NEW), **{**values, "attendance": 9, **changes}))
    assert response.status_code == 302
    return OutreachEvent.objects.latest("pk")


@pytest.mark.parametrize(
    ("name", "changes", "shown"),
    [
        ("coordinator", {}, True),
        ("clerk_a", {}, False),
        ("clerk_a", {"provider": "中心小学"}, True),
        # An office's own event in a village is the office's, wherever it took place.
        ("office_clerk", {}, False),
    ],
)
def test_what_is_entered_for_others_says_so(world, sign_in, name, changes, shown):
    client = sign_in(world.users[name])
    record = enter(client, world, area=world.a.pk, **changes)
    assert record.on_behalf is shown
    assert (TAG in client.get(LIST).content.decode()) is shown
    page = client.get(reverse("records:detail", args=["outreach-events", record.pk])).content.decode()
    assert ("代录" in page) is shown


def test_the_village_keeps_what_was_entered_for_it(world, sign_in):
    record = enter(sign_in(world.coordinator), world, area=world.a.pk, provider="甲村文书")
    assert (record.keeper, record.created_by) == (world.a, world.coordinator)
    page = sign_in(world.clerk_a).get(reverse("records:detail", args=["outreach-events", record.pk]))
    assert "代录 · 提供人 甲村文书" in page.content.decode()
    assert sign_in(world.clerk_b).get(page.request["PATH_INFO"]).status_code == 404
    assert sign_in(world.stranger).get(page.request["PATH_INFO"]).status_code == 404


def test_naming_who_told_it_later_marks_it_too(world, sign_in):
    client = sign_in(world.clerk_a)
    record = enter(client, world)
    url = reverse("records:edit", args=["outreach-events", record.pk])
    assert client.post(url, form_data(client.get(url), provider="网格员")).status_code == 302
    record.refresh_from_db()
    assert record.source == Record.Source.ON_BEHALF


def test_nobody_enters_for_a_strangers_village(world, sign_in):
    client = sign_in(world.coordinator)
    data = form_data(client.get(NEW), area=world.foreign_village.pk, date="2022-03-05", attendance=1)
    assert "area" in client.post(NEW, data).context["form"].errors


def test_those_who_enter_for_others_are_told(world, sign_in):
    assert "替村里录的会标明“代录”。" in sign_in(world.coordinator).get(NEW).content.decode()
    assert "会标明“代录”" not in sign_in(world.clerk_a).get(NEW).content.decode()
