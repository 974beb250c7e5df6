"""The page where a message is pasted: it fills a form and saves nothing."""

import pytest
from django.urls import reverse
from django.utils import timezone

from outreach.models import OutreachEvent
from tests.factories import form_data
from township.people.gate import Gate
from township.people.models import Area
from township.records.messages import read_message
from township.records.models import Record

PASTE = reverse("records:paste")
NEW = reverse("records:new", args=["outreach-events"])
TEXT = "2022年3月5日下午甲村开展法律进乡村，发放资料120份，悬挂横幅三条，50余人参加，播放录音9盘"


@pytest.fixture
def clerk(world, sign_in):
    return sign_in(world.clerk_a)


def test_a_message_fills_the_form_and_is_not_saved(world, clerk):
    response = clerk.post(PASTE, {"text": TEXT})
    assert response.status_code == 200
    form = response.context["form"]
    shown = {name: form[name].value() for name in ("area", "setting", "attendance", "banners", "approximate")}
    assert shown == {
        "area": world.a.pk,
        "setting": world.settings["rural"].pk,
        "attendance": 50,
        "banners": 3,
        "approximate": True,
    }
    assert str(form["date"].value()) == "2022-03-05"
    assert OutreachEvent.objects.count() == 0
    assert f'action="{NEW}"' in response.content.decode()


def test_the_confirmed_form_is_a_record_that_says_it_was_pasted(world, clerk):
    data = form_data(clerk.post(PASTE, {"text": TEXT}))
    assert clerk.post(NEW, data).status_code == 302
    record = OutreachEvent.objects.get()
    assert (record.source, record.on_behalf) == (Record.Source.MESSAGE, False)
    assert [str(line) for line in record.materials.all()] == ["宣传资料120份"]


def test_numbers_that_fit_nowhere_are_shown(world, clerk):
    response = clerk.post(PASTE, {"text": TEXT.replace("9盘", "9场")})
    assert response.context["draft"].left_over == ["9场"]
    assert "没有用上的数：9场" in response.content.decode()


def test_pasting_for_a_village_is_shown_as_on_behalf(world, sign_in):
    client = sign_in(world.coordinator)
    assert client.post(NEW, form_data(client.post(PASTE, {"text": TEXT}))).status_code == 302
    record = OutreachEvent.objects.get()
    assert (record.source, record.keeper, record.on_behalf) == (Record.Source.MESSAGE, world.a, True)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "请先粘贴一条消息。"),
        ("大家下午好", "没认出是哪个台账的事，请选一个台账再识别。"),
        ("普法" * 1001, "消息超过 2000 字，请只粘贴一件事的消息。"),
    ],
)
def test_what_cannot_be_read_gets_one_sentence_and_stays(clerk, text, sentence):
    response = clerk.post(PASTE, {"text": text})
    assert (response.status_code, response.context["error"]) == (422, sentence)
    assert response.context["text"] == text or len(text) > 2000


def test_another_register_can_be_chosen(clerk):
    response = clerk.post(PASTE, {"text": TEXT, "register": "study-sessions"})
    assert response.context["register"].slug == "study-sessions"


def test_registers_that_are_not_entered_are_not_offered(world, sign_in, clerk):
    assert clerk.post(PASTE, {"text": TEXT, "register": "meetings"}).status_code == 404
    for name in ("reviewer", "deputy", "principal", "administrator", "auditor", "county"):
        assert sign_in(world.users[name]).get(PASTE).status_code == 404, name


def test_places_of_others_are_not_filled(world):
    """A stranger's village is nobody's here, and the other village of the township is not clerk A's to enter for."""
    gate = Gate(world.clerk_a)
    for name in ("丙村", "乙村"):
        draft = read_message(TEXT.replace("甲村", name), gate=gate, today=timezone.localdate())
        assert "area" not in draft.values, name


def test_villages_that_each_did_it_are_offered_for_repeating(world, sign_in):
    text = TEXT.replace("甲村", "甲村、乙村分别")
    form = sign_in(world.coordinator).post(PASTE, {"text": text}).context["form"]
    assert (form["area"].value(), form["also"].value()) == (world.a.pk, [world.b.pk])


def test_a_village_in_a_longer_name_is_not_named(world):
    Area.objects.create(name="大甲村", parent=world.township, level=Area.Level.VILLAGE)
    gate = Gate(world.coordinator)
    draft = read_message("3月5日大甲村普法，20人参加", gate=gate, today=timezone.localdate())
    assert Area.objects.get(pk=draft.values["area"]).name == "大甲村"
    assert "villages" not in draft.values


def test_the_message_is_never_carried_over_a_sign_in(clerk):
    data = form_data(clerk.post(PASTE, {"text": TEXT}))
    assert "message" in data["personal"].split()
