"""Files made outside the request: followed, fetched, cancelled and made again by whoever asked for them, and nobody else."""

import datetime
import io

import pytest
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.management.commands import db_worker

from township.people.models import User
from township.records.jobs import Maker, Product, ask, makers, running
from township.records.models import Job
from township.records.models.job import KEPT, STILL_AFTER

State = Job.State


class Unwilling(Exception):
    """A reason that the user reads."""


@pytest.fixture
def maker(monkeypatch):
    """A kind of file that two steps make; `steps` is what happens at each."""
    steps = []

    def make(gate, progress, words):
        for number, step in enumerate(steps, 1):
            step()
            progress(number, len(steps))
        return Product(io.BytesIO(words.encode()), f"{words}.txt", "text/plain")

    def may(gate, words):
        return bool(gate.powers)

    monkeypatch.setitem(makers.by_kind, "test", Maker("test", make, may, (Unwilling,)))
    return steps


@pytest.fixture
def worker(settings, monkeypatch):
    """Files wait for a worker; calling it makes what waits."""
    # The connection is the test's own, with its transaction.
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    return lambda: call_command("db_worker", batch=True, startup_delay=False, interval=0)


def test_without_a_worker_the_file_is_there_at_once(world, maker):
    job = ask(world.clerk_a, "test", "一份文件", words="甲")
    assert (job.state, job.name, job.file.read().decode()) == (State.DONE, "甲.txt", "甲")


def test_with_a_worker_the_page_follows_it_and_leads_to_the_file(world, sign_in, maker, worker):
    job = ask(world.clerk_a, "test", "一份文件", words="甲")
    client, url = sign_in(world.clerk_a), reverse("jobs:job", args=[job.pk])
    assert "排队等待生成" in client.get(url).content.decode()
    assert client.get(reverse("jobs:fetch", args=[job.pk])).status_code == 404
    worker()
    part = client.get(url, headers={"HX-Request": "true"})
    assert part.headers["HX-Redirect"] == url
    response = client.get(reverse("jobs:fetch", args=[job.pk]))
    assert b"".join(response) == "甲".encode()
    assert "filename*=utf-8''%E7%94%B2.txt" in response.headers["Content-Disposition"]
    assert "一份文件" in client.get(reverse("jobs:jobs")).content.decode()


def test_asking_again_while_it_is_made_gives_the_same_job(world, maker, worker):
    first = ask(world.clerk_a, "test", "一份文件", words="甲")
    assert ask(world.clerk_a, "test", "一份文件", words="甲") == first
    assert ask(world.clerk_a, "test", "一份文件", words="乙") != first
    assert ask(world.clerk_b, "test", "一份文件", words="甲") != first


def test_nobody_else_follows_fetches_or_stops_it(world, sign_in, maker):
    job = ask(world.clerk_a, "test", "一份文件", words="甲")
    others = [user for user in world.users.values() if user != world.clerk_a]
    for user in others:
        client = sign_in(user)
        for name in ("job", "fetch"):
            assert client.get(reverse(f"jobs:{name}", args=[job.pk])).status_code == 404, (user, name)
        for name in ("cancel", "retry"):
            assert client.post(reverse(f"jobs:{name}", args=[job.pk])).status_code == 404, (user, name)


def test_a_cancelled_job_stops_at_its_next_report_and_leaves_no_file(
    world, sign_in, maker, monkeypatch, settings
):
    monkeypatch.setattr(running, "SECONDS_BETWEEN_REPORTS", 0)
    maker.append(lambda: sign_in(world.clerk_a).post(reverse("jobs:cancel", args=[Job.objects.get().pk])))
    maker.append(lambda: pytest.fail("it went on"))
    job = ask(world.clerk_a, "test", "一份文件", words="甲")
    assert (job.state, job.file.name) == (State.CANCELLED, "")
    assert not list((settings.MEDIA_ROOT / "jobs").glob("*"))


def test_a_reason_is_read_and_an_accident_is_not_shown(world, sign_in, maker, caplog):
    def refuse():
        raise Unwilling("没有可以放进去的记录。")

    maker.append(refuse)
    job = ask(world.clerk_a, "test", "一份文件", words="甲")
    assert (job.state, job.said) == (State.FAILED, "没有可以放进去的记录。")
    maker[:] = [lambda: 1 / 0]
    job = ask(world.clerk_a, "test", "一份文件", words="甲")
    assert (job.state, job.said) == (State.FAILED, running.LOST)
    assert f"job {job.pk} of kind test failed" in caplog.text
    maker.clear()
    assert sign_in(world.clerk_a).post(reverse("jobs:retry", args=[job.pk])).status_code == 302
    job.refresh_from_db()
    assert (job.state, job.said) == (State.DONE, "")


def test_a_job_whose_worker_died_can_be_made_again(world, sign_in, maker, worker):
    job = ask(world.clerk_a, "test", "一份文件", words="甲")
    long_ago = timezone.now() - STILL_AFTER - datetime.timedelta(seconds=1)
    Job.objects.update(state=State.RUNNING, alive_at=long_ago)
    client = sign_in(world.clerk_a)
    assert "生成中断了" in client.get(reverse("jobs:job", args=[job.pk])).content.decode()
    client.post(reverse("jobs:retry", args=[job.pk]))
    worker()
    job.refresh_from_db()
    assert job.state == State.DONE


def test_rights_are_asked_again_when_the_file_is_fetched(world, sign_in, maker):
    job = ask(world.clerk_a, "test", "一份文件", words="甲")
    client = sign_in(world.clerk_a)
    User.objects.get(pk=world.clerk_a.pk).grants.all().delete()
    assert client.get(reverse("jobs:fetch", args=[job.pk])).status_code == 404


def test_files_go_after_their_days(world, maker, settings):
    old = ask(world.clerk_a, "test", "一份文件", words="甲")
    Job.objects.update(asked_at=timezone.now() - KEPT - datetime.timedelta(seconds=1))
    new = ask(world.clerk_a, "test", "一份文件", words="甲")
    assert list(Job.objects.all()) == [new] and new != old
    assert len(list((settings.MEDIA_ROOT / "jobs").glob("*"))) == 1


def test_what_it_is_made_from_is_stored_sealed(world, maker, worker):
    job = ask(world.clerk_a, "test", "一份文件", words="王秘密")
    with connection.cursor() as cursor:
        cursor.execute("SELECT parameters FROM records_job WHERE id = %s", [job.pk])
        assert "王秘密" not in cursor.fetchone()[0]
    assert job.given == {"words": "王秘密"}
