"""A backup taken while people work, taken over by an empty installation; damage and misfits are refused whole."""

import io
import os
import shutil
import subprocess
import sys
import tarfile

import psycopg2
import pytest
from django.conf import settings as django_settings
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from township.operations.backup import taking
from township.operations.backup.archive import Refused, verify
from township.operations.backup.restoring import restore
from township.operations.backup.tables import kept_models
from township.people.models import AuditEvent
from township.people.trail.log import Action

OTHER_KEY = "b3RoZXItZGV2ZWxvcG1lbnQta2V5LTAwMDAwMDAwMDA="


def manage(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=django_settings.BASE_DIR,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def script(text, **environment):
    done = subprocess.run(
        [sys.executable, "-c", f"import django; django.setup()\n{text}"],
        cwd=django_settings.BASE_DIR,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "township.settings", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def members(path):
    """{member: bytes} of an archive without its manifest."""
    with tarfile.open(path) as archive:
        found = {one.name: archive.extractfile(one).read() for one in archive}
    return {name: content for name, content in found.items() if name != "manifest.json"}


FILL = """
import hashlib
from django.core.files.base import ContentFile
from township.people.models import Area, User
from township.records.models import Attachment
from reports.models import AnnualReport, Revision
user, content = User.objects.first(), b"%PDF-1.7 proof"
Attachment.objects.create(sha256=hashlib.sha256(content).hexdigest(), file=ContentFile(content, "a.pdf"),
    name="佐证.pdf", content_type="application/pdf", size=len(content), keeper=user.area or Area.objects.first(),
    uploaded_by=user)
report = AnnualReport.objects.create(area=Area.objects.home(), year=2031, title="年度报告", text="正文",
    cutoff="2031-12-31", created_by=user, updated_by=user)
Revision.objects.create(report=report, ordinal=1, draft_version=1, text="正文", filled_text="正文", figures=[],
    pdf=bytes(range(256)), sha256="0" * 64, title="年度报告", cutoff="2031-12-31", locked_by=user)
"""
WRITE = """
import threading
from township.people.trail.log import Action, log
from township.operations.backup import taking
written, real = [], taking.lines
def lines(model):
    # Somebody saves something while the very first table is being read, and goes on for each of the others.
    writer = threading.Thread(target=lambda: written.append(log(Action.EXPORTED, what="并发").pk))
    first = iter(real(model))
    row = next(first, None)
    writer.start(); writer.join()
    if row is not None:
        yield row
    yield from first
taking.lines = lines
manifest = taking.back_up(OUT)
print(manifest.tables["people.auditevent"]["rows"], len(written))
"""


def installation(folder, url=None):
    return {"DATABASE_URL": url or f"sqlite:///{folder}/portal.sqlite3", "MEDIA_ROOT": f"{folder}/media"}


@pytest.fixture(scope="module")
def taken(tmp_path_factory, installed):
    """(archive, manifest) of the demonstration township with a file and a locked report, taken under writing."""
    folder = tmp_path_factory.mktemp("taken")
    here, out = installation(folder), folder / "backup.tar.gz"
    shutil.copy(installed["demo"], folder / "portal.sqlite3")
    script(FILL, **here)
    seen, written = script(f"OUT = {str(out)!r}\n{WRITE}", **here).split()
    # The rows of one moment: whatever was written meanwhile is in none of the tables.
    assert int(seen) <= 1 < int(written)
    return out, verify(out)


def taken_over(archive, there, folder):
    """What a second backup holds, made where the first was restored: an empty installation."""
    done = manage("restore", str(archive), **there)
    assert done.returncode == 0, done.stderr
    again = folder / "again.tar.gz"
    script(f"from township.operations.backup.taking import back_up; back_up({str(again)!r})", **there)
    return members(again)


def check_equal(archive, again):
    first = members(archive)
    assert first.keys() == again.keys()
    assert sum(name.startswith("files/") for name in first) == 1
    for name, content in first.items():
        if name == "tables/people.auditevent.jsonl":
            # The restoring itself is the one act that came to it.
            assert again[name].startswith(content) and again[name].count(b"\n") == content.count(b"\n") + 1
        else:
            assert again[name] == content, name


@pytest.mark.once
def test_an_empty_installation_takes_every_table_file_and_pdf_over(taken, installed, tmp_path):
    archive, _ = taken
    there = installation(tmp_path)
    shutil.copy(installed["empty"], tmp_path / "portal.sqlite3")
    check_equal(archive, taken_over(archive, there, tmp_path))
    # New rows are numbered after the old ones, and a second restoring finds somebody at work.
    script(FILL.replace("proof", "next").replace("2031", "2032"), **there)
    refused = manage("restore", str(archive), **there)
    assert refused.returncode == 1 and "空库" in refused.stderr


def test_the_other_database_takes_it_over_and_gives_it_back(taken, installed, tmp_path, request):
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        pytest.skip("DATABASE_URL 没有指向 PostgreSQL")
    name = f"restored_{os.getpid()}"
    on_server(url, f"CREATE DATABASE {name}")
    request.addfinalizer(lambda: on_server(url, f"DROP DATABASE {name}"))
    base, mark, query = url.partition("?")
    there = installation(tmp_path, f"{base.rpartition('/')[0]}/{name}{mark}{query}")
    assert manage("migrate", "-v0", **there).returncode == 0
    archive, _ = taken
    again = taken_over(archive, there, tmp_path)
    check_equal(archive, again)
    script(FILL.replace("proof", "next").replace("2031", "2032"), **there)
    back = tmp_path / "back"
    back.mkdir()
    shutil.copy(installed["empty"], back / "portal.sqlite3")
    returned = taken_over(tmp_path / "again.tar.gz", installation(back), back)
    check_equal(tmp_path / "again.tar.gz", returned)


def on_server(url, statement):
    server = psycopg2.connect(url)
    server.autocommit = True
    with server.cursor() as cursor:
        cursor.execute(statement)
    server.close()


def test_nothing_kept_points_at_what_is_left_out():
    kept = set(kept_models())
    for model in kept:
        for field in model._meta.local_concrete_fields:
            assert field.related_model is None or field.related_model._meta.concrete_model in kept, field


@pytest.mark.django_db
def test_damage_is_found_and_said(tmp_path, world):
    out = tmp_path / "b.tar.gz"
    taking.back_up(out)
    whole = out.read_bytes()
    for damaged in (whole[: len(whole) // 2], whole[:200] + b"\0\0\0\0" + whole[204:], b"", b"no archive"):
        out.write_bytes(damaged)
        with pytest.raises(Refused, match="损坏"):
            verify(out)
    with pytest.raises(Refused, match="没有这个文件"):
        verify(tmp_path / "none.tar.gz")


@pytest.mark.django_db
def test_a_changed_row_is_found(tmp_path, world):
    out, forged = tmp_path / "b.tar.gz", tmp_path / "forged.tar.gz"
    taking.back_up(out)
    with tarfile.open(out) as old, tarfile.open(forged, "w:gz") as new:
        for one in old:
            content = old.extractfile(one).read()
            if one.name == "tables/people.area.jsonl":
                content = content.replace("甲村".encode(), "丁村".encode())
            new.addfile(one, io.BytesIO(content))
    with pytest.raises(Refused, match="对不上"):
        verify(forged)


@pytest.mark.django_db
def test_what_does_not_fit_is_refused_in_one_sentence(tmp_path, world, settings, monkeypatch):
    out = tmp_path / "b.tar.gz"
    manifest = taking.back_up(out)
    with pytest.raises(Refused, match="空库"):
        restore(out)
    here = [tuple(one) for one in manifest.migrations]
    monkeypatch.setattr(
        "township.operations.backup.restoring.applied_migrations", lambda: [*here, ("x", "1")]
    )
    with pytest.raises(Refused, match="旧版程序"):
        restore(out)
    monkeypatch.setattr("township.operations.backup.restoring.applied_migrations", lambda: here)
    settings.DATA_KEYS = [OTHER_KEY]
    with pytest.raises(Refused, match="密钥不对") as refused:
        restore(out)
    assert django_settings.DATA_KEYS[0] not in str(refused.value)


@pytest.mark.django_db
def test_the_archive_holds_neither_keys_nor_opened_names(tmp_path, world):
    out = tmp_path / "b.tar.gz"
    taking.back_up(out)
    with tarfile.open(out) as archive:
        for one in archive:
            assert django_settings.DATA_KEYS[0].encode() not in archive.extractfile(one).read()


@pytest.mark.django_db
def test_the_newest_are_kept_and_the_act_is_written_down(tmp_path, world):
    for day in (1, 2, 3):
        old = tmp_path / f"p-2020010{day}.tar.gz"
        old.write_bytes(b"")
        os.utime(old, (day, day))
    (tmp_path / "other.tar.gz").write_bytes(b"")
    call_command("backup", str(tmp_path / "p-%Y%m%d.tar.gz"), keep=2, stdout=io.StringIO())
    today = f"p-{timezone.localtime():%Y%m%d}.tar.gz"
    assert sorted(os.listdir(tmp_path)) == sorted(["other.tar.gz", "p-20200103.tar.gz", today])
    assert AuditEvent.objects.get().action == Action.BACKED_UP


@pytest.mark.django_db
def test_a_full_disk_leaves_no_half_file_and_is_told_to_the_administrator(
    tmp_path, world, settings, monkeypatch, sign_in
):
    settings.BACKUP_HOURS = 26
    administrator, page = sign_in(world.administrator), reverse("reference:index")
    assert "还没有做过备份" in administrator.get(page).content.decode()

    def full(*arguments):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(taking, "_add", full)
        with pytest.raises(CommandError, match="没有备份成"):
            call_command("backup", str(tmp_path / "b" / "b.tar.gz"))
    assert os.listdir(tmp_path / "b") == []
    assert "没有做成" in administrator.get(page).content.decode()
    call_command("backup", str(tmp_path / "b" / "b.tar.gz"), stdout=io.StringIO())
    assert "alert-warning" not in administrator.get(page).content.decode()
    settings.BACKUP_HOURS = -1
    assert "最近一次备份是" in administrator.get(page).content.decode()
    assert "最近一次备份是" not in sign_in(world.coordinator).get(page).content.decode()
