"""Photos sent by the form's script while the form is being typed."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from tests.factories import form_data, photo_bytes
from township.records.models import Attachment

URL = "/files/"


def sent(client, content=None, name="现场.jpg", **data):
    content = photo_bytes(1) if content is None else content
    return client.post(URL, {"file": SimpleUploadedFile(name, content), **data})


def test_a_photo_is_stored_for_whoever_sent_it_and_cited_by_nothing(world, sign_in):
    answer = sent(sign_in(world.clerk_a), captured_at="2022:03:05 10:20:30").json()
    stored = Attachment.objects.get()
    assert answer == {"id": stored.pk, "name": "现场.jpg", "picture": f"/files/{stored.pk}/thumbnail/"}
    assert (stored.uploaded_by, stored.keeper, stored.citations.count()) == (world.clerk_a, world.a, 0)
    assert timezone.localtime(stored.captured_at).isoformat() == "2022-03-05T10:20:30+08:00"


@pytest.mark.parametrize("text", ["", "昨天", "2022:13:40 99:99:99", "\0"])
def test_a_time_that_makes_no_sense_is_left_out(world, sign_in, text):
    assert sent(sign_in(world.clerk_a), captured_at=text).status_code == 200
    assert Attachment.objects.get().captured_at is None


def test_a_refusal_is_one_sentence(world, sign_in):
    response = sent(sign_in(world.clerk_a), b"", "空.jpg")
    assert (response.status_code, response.json()) == (422, {"error": "“空.jpg”是空文件，请重新选择。"})
    response = sign_in(world.clerk_a).post(URL)
    assert (response.status_code, response.json()["error"]) == (422, "没有收到文件，请重新选择。")


@pytest.mark.parametrize("name", ["reviewer", "deputy", "principal", "administrator", "auditor", "county"])
def test_only_those_who_enter(world, sign_in, name):
    assert sent(sign_in(world.users[name])).status_code == 404
    assert Attachment.objects.count() == 0


def test_nobody_else_may_cite_it(world, sign_in):
    """An id that a stranger puts into a form is refused, and opens for nobody but its sender."""
    pk = sent(sign_in(world.clerk_a)).json()["id"]
    assert sign_in(world.stranger_clerk).get(f"/files/{pk}/").status_code == 404
    client = sign_in(world.stranger_clerk)
    url = reverse("records:new", args=["outreach-events"])
    response = client.post(url, form_data(client.get(url), kept_files=[pk]))
    assert "kept_files" in response.context["form"].errors
