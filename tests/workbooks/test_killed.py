"""Killing the process in the middle of an import leaves all or nothing, on a database of its own on disk."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys

import pytest
from django.conf import settings

from .conftest import HEADERS, event, xlsx

SCRIPT = """
import os, signal, sys
import django

django.setup()
from township.people.models import Area
from township.records.register import registry
from township.workbooks import committing
from township.workbooks.draft import draft_of
from township.workbooks.shell import gate_of

file, killed_after = sys.argv[1], int(sys.argv[2])
committing.BATCH = 5
declaration, gate = registry.get("outreach-events"), gate_of(Area.objects.home())
check = draft_of(declaration, gate, open(file, "rb").read()).checker(declaration, gate).check
for done, total in committing.steps(check, declaration=declaration, by=gate.user, choices=committing.Choices()):
    if done >= killed_after:
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(scope="module")
def database(tmp_path_factory, installed):
    """(environment, path) of a migrated database with the demonstration township."""
    path = tmp_path_factory.mktemp("killed") / "portal.sqlite3"
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{path}",
        "DJANGO_SETTINGS_MODULE": "township.settings",
        "PYTHONPATH": str(settings.BASE_DIR),
    }
    shutil.copy(installed["demo"], path)
    return environment, path


def numbers(path):
    """How many events, lines of history and sub-table rows there are."""
    with sqlite3.connect(path) as connection:
        tables = ("outreach_outreachevent", "records_change", "outreach_outreachmaterial")
        return [connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in tables]


def run(environment, file, killed_after):
    command = [sys.executable, "-c", SCRIPT, str(file), str(killed_after)]
    return subprocess.run(command, cwd=settings.BASE_DIR, env=environment, capture_output=True, check=False)


def test_all_or_nothing(database, tmp_path):
    environment, path = database
    rows = [[*event(number, area="毛俊村"), "50份"] for number in range(1, 31)]
    file = tmp_path / "台账.xlsx"
    file.write_bytes(xlsx([*HEADERS, "发放资料"], *rows))
    before = numbers(path)
    for killed_after in (5, 15, 30):
        assert run(environment, file, killed_after).returncode == -signal.SIGKILL
        assert numbers(path) == before
    done = run(environment, file, 999)
    assert done.returncode == 0, done.stderr.decode()
    assert numbers(path) == [number + 30 for number in before]
