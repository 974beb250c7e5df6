"""意见反馈: sent from any page, answered by the coordinator, seen by the sender and nobody else."""

import pytest
from django.urls import reverse

from township.people.models import Feedback

TEXT = "筛选按钮太小，手机上点不到。"


@pytest.fixture
def sent(world, sign_in):
    """What the clerk of village A wrote on a list with a search in its address."""
    client = sign_in(world.clerk_a)
    url = "/feedback/new/?page=/ledgers/outreach-events/%3Fq%3D张三"
    assert client.post(url, {"text": TEXT})["Location"] == "/feedback/"
    return Feedback.objects.get()


def test_every_page_leads_to_it_with_its_address_alone(world, sign_in):
    client = sign_in(world.clerk_a)
    page = client.get("/ledgers/outreach-events/", {"q": "张三"}).content.decode()
    assert 'href="/feedback/new/?page=/ledgers/outreach-events/"' in page
    assert (
        "/ledgers/outreach-events/"
        in client.get("/feedback/new/?page=/ledgers/outreach-events/").content.decode()
    )


def test_nothing_but_the_path_is_kept(world, sent, sign_in):
    assert (sent.page, sent.text) == ("/ledgers/outreach-events/", TEXT)
    assert (sent.sender, sent.area) == (world.clerk_a, world.a)
    client = sign_in(world.clerk_a)
    client.post("/feedback/new/?page=javascript:alert(1)", {"text": TEXT})
    client.post("/feedback/new/?page=https://evil.example/todo/", {"text": TEXT})
    assert set(Feedback.objects.exclude(pk=sent.pk).values_list("page", flat=True)) == {"", "/todo/"}


def test_the_sender_is_told_of_the_answer_once(world, sent, sign_in):
    coordinator, clerk = sign_in(world.coordinator), sign_in(world.clerk_a)
    assert coordinator.get("/todo/").context["feedback"] == 1
    assert clerk.get("/todo/").context["answers"] == 0
    url = reverse("answer_feedback", args=[sent.pk])
    coordinator.post(url, {"answer": "  "})
    sent.refresh_from_db()
    assert sent.answer == ""
    coordinator.post(url, {"answer": "已改大，请刷新再试。"})
    assert coordinator.get("/todo/").context["feedback"] == 0
    assert clerk.get("/todo/").context["answers"] == 1
    first, second = clerk.get("/feedback/").content.decode(), clerk.get("/feedback/").content.decode()
    assert "已改大，请刷新再试。" in first and "新答复" in first
    assert "已改大，请刷新再试。" in second and "新答复" not in second
    assert clerk.get("/todo/").context["answers"] == 0
    sent.refresh_from_db()
    assert sent.answered_by == world.coordinator


def test_who_reads_and_answers(world, sent, sign_in):
    """The coordinator of the township; the sender only reads; nobody else learns of it."""
    reads, answers = set(), set()
    for name, user in world.users.items():
        client = sign_in(user)
        if TEXT in client.get("/feedback/").content.decode():
            reads.add(name)
        if client.post(reverse("answer_feedback", args=[sent.pk]), {"answer": "好"}).status_code != 404:
            answers.add(name)
    assert (reads, answers) == ({"clerk_a", "coordinator"}, {"coordinator"})


def test_the_countys_own_staff_write_to_its_administrator(world, sign_in):
    sign_in(world.county).post("/feedback/new/", {"text": "县里的意见"})
    readers = {
        name
        for name in ("coordinator", "stranger", "administrator", "auditor")
        if "县里的意见" in sign_in(world.users[name]).get("/feedback/").content.decode()
    }
    assert readers == {"administrator"}


def test_an_empty_one_is_refused(world, sign_in):
    response = sign_in(world.clerk_a).post("/feedback/new/", {"text": " "})
    assert response.status_code == 422
    assert response.context["form"].errors == {"text": ["请填写您的意见。"]}
    assert not Feedback.objects.exists()


def test_the_list_costs_the_same_whatever_its_length(world, sent, sign_in, django_assert_num_queries):
    for user in (world.clerk_b, world.reviewer, world.coordinator):
        Feedback.objects.create(sender=user, area=user.area, text="甲")
    client = sign_in(world.coordinator)
    with django_assert_num_queries(8):
        client.get("/feedback/")
