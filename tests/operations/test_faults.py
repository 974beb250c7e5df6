"""Fault × write path: what was not confirmed leaves nothing half behind, and the next try succeeds."""

import datetime
import os
import signal
import subprocess
import sys

import pytest
from django.conf import settings as django_settings
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from outreach.models import OutreachEvent
from reports.locking import lock
from reports.models import AnnualReport, Revision
from tests.reports.texts import PARTS, SIGNATURE
from township.records.models import RecordLock


@pytest.mark.django_db(transaction=True)
def test_a_report_whose_locking_fails_is_still_a_draft_and_can_be_locked(world, make, monkeypatch):
    make(OutreachEvent, attendance=145)
    report = AnnualReport.objects.create(
        area=world.township,
        year=2022,
        title="毛俊镇2022年法治政府建设情况报告",
        text="一、成效\n全年开展“法律进乡村”活动{{法律进乡村活动次数}}次。" + PARTS + SIGNATURE,
        cutoff=datetime.date(2022, 12, 31),
        created_by=world.coordinator,
        updated_by=world.coordinator,
    )
    with monkeypatch.context() as broken:
        # The figures are read in a transaction of their own; the one that writes is the one to fail.
        broken.setattr(Revision, "save", lambda *arguments, **options: dropped_now())
        with pytest.raises(OperationalError):
            lock(report, by=world.coordinator)
    report = AnnualReport.objects.get(pk=report.pk)
    assert report.is_open and not Revision.objects.exists() and not RecordLock.objects.exists()
    assert lock(report, by=world.coordinator).ordinal == 1
    assert RecordLock.objects.count() == 1


def dropped_now():
    raise OperationalError("server closed the connection unexpectedly")


@pytest.mark.django_db
def test_a_backup_whose_database_goes_away_leaves_no_file(world, tmp_path, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr("township.operations.backup.taking.lines", lambda model: dropped_now())
        with pytest.raises(CommandError, match="读数据库时连接断了"):
            call_command("backup", str(tmp_path / "b" / "b.tar.gz"))
    assert os.listdir(tmp_path / "b") == []
    assert connection.is_usable()


KILLED = """
import os, signal, sys
import django

django.setup()
from township.operations.backup import taking

taking.verify = lambda path: os.kill(os.getpid(), signal.SIGKILL)
taking.back_up(sys.argv[1])
"""


def test_a_killed_backup_has_no_name_that_could_be_taken_for_a_whole_one(tmp_path):
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{tmp_path}/portal.sqlite3",
        "MEDIA_ROOT": str(tmp_path / "media"),
        "DJANGO_SETTINGS_MODULE": "township.settings",
    }
    run = {"cwd": django_settings.BASE_DIR, "env": environment, "capture_output": True, "check": False}
    assert subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], **run).returncode == 0
    out = tmp_path / "made" / "b.tar.gz"
    assert subprocess.run([sys.executable, "-c", KILLED, str(out)], **run).returncode == -signal.SIGKILL
    assert not out.exists()
    assert subprocess.run([sys.executable, "manage.py", "backup", str(out)], **run).returncode == 0
    assert out.exists()
