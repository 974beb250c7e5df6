"""A register that a township has set up for itself is brought in and taken out like any other."""

import pytest
from django.urls import reverse

from tests.records.test_own_registers import FIELDS, posted
from township.people.models import Area, User
from township.records.models import OwnRecord, OwnRegister, State
from township.records.register import registry
from township.workbooks.book import open_book
from township.workbooks.models import Import

from .conftest import xlsx
from .test_pages import CHOICES, page, upload

HEADERS = ["日期", "村", "慰问户数（户）", "慰问金", "对象", "已回访", "回访日期", "走访人"]
ROW = ["3月5日", "甲村", "约12户", "1.2万元", "五保户", "√", "2022.3.9", "张三"]


@pytest.fixture
def own(world, sign_in):
    """(client of the coordinator, the register)."""
    client = sign_in(world.coordinator)
    assert client.post(reverse("own_registers:new"), posted(FIELDS)).status_code == 302
    return client, registry.for_area(Area.objects.get(pk=world.township.pk)).get(
        OwnRegister.objects.get().slug
    )


def test_there_and_back_and_undone(world, own):
    client, declaration = own
    upload(client, xlsx(HEADERS, ROW, [*ROW[:4], "月球人", *ROW[5:]]), slug=declaration.slug, year="2022")
    staged = Import.objects.get()
    assert (staged.counts["new"], staged.counts["wrong"]) == (1, 1)
    client.post(page("commit", staged), {**CHOICES, "good_only": "on"})
    record = declaration.model.objects.get()
    assert (str(record.date), record.area, record.approximate) == ("2022-03-05", world.a, True)

    content = client.get(reverse("workbooks:export", args=[declaration.slug]), {"columns": "all"}).content
    assert "五保户" in str(open_book(content).sheets[0].rows)
    upload(client, content, slug=declaration.slug)
    assert Import.objects.latest("pk").counts["same"] == 1

    staged.refresh_from_db()
    client.post(page("undo", staged))
    assert OwnRecord.objects.get().state == State.VOIDED


def test_another_township_knows_nothing_of_it(world, own, sign_in):
    _, declaration = own
    stranger = sign_in(User.objects.get(pk=world.stranger.pk))
    assert stranger.get(reverse("workbooks:import", args=[declaration.slug])).status_code == 404
