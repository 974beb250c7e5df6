"""The fault matrix: each fault at each moment of each way of writing.

Whatever happens, nothing half is seen, no row points to a file that is not there, what was confirmed stays,
and the next try succeeds and makes nothing twice. The tries themselves are made by `faults/machine.py`.
"""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from tests.operations.faults.columns import FAULTS, PATHS

ON_POSTGRES = os.environ.get("DATABASE_URL", "").startswith("postgres")
# Cells that cannot be, and why.
NO_CELL = {
    ("full folder", "import"): "导入不写文件，表格在数据库里",
    ("full folder", "review"): "审核不写文件",
    ("full folder", "locking"): "锁定的 PDF 在数据库里",
}
POSTGRES_ONLY = {"dropped": "SQLite 没有连接可断", "restarted": "SQLite 没有服务可重启"}


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    """`machine(fault, path)` gives the list of tries of one cell."""
    folder = tmp_path_factory.mktemp("machine")
    own = {} if ON_POSTGRES else {"DATABASE_URL": "sqlite:///unused"}
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "tests.operations.faults.machine", folder],
        cwd=settings.BASE_DIR,
        env={**os.environ, **own, "DEBUG": "1", "DJANGO_SETTINGS_MODULE": "township.settings"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:

        def _cell(fault, path):
            print(json.dumps({"fault": fault, "path": path}), file=program.stdin, flush=True)
            return json.loads(program.stdout.readline())

        yield _cell
        program.stdin.close()


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("fault", FAULTS)
def test_nothing_confirmed_is_lost_and_nothing_half_is_seen(machine, fault, path):
    if reason := NO_CELL.get((fault, path)) or (not ON_POSTGRES and POSTGRES_ONLY.get(fault)):
        pytest.skip(reason)
    tries = machine(fault, path)
    assert tries[0]["reached"]
    for number, one in enumerate(tries):
        told = (number, one)
        assert one["missing"] == one["empty"] == [], told
        # A killed process cannot tidy up; nothing points to what it leaves.
        assert fault == "killed" or one["left_over"] == [], told
        assert one["standing"] in ("nothing", "whole", *(["some"] if path == "review" else [])), told
        assert one["standing"] == "whole" or not one["confirmed"], told
    # The last try but one is the first that was whole, and the last has made nothing twice.
    assert [one["standing"] for one in tries[-2:]] == ["whole", "whole"]


@pytest.mark.django_db(transaction=True)
def test_the_database_waits_for_the_disk_before_it_confirms():
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SHOW synchronous_commit")
            assert cursor.fetchone() == ("on",)
            return
        # 2 is FULL. A database in memory, as in these tests, has no journal on a disk.
        cursor.execute("PRAGMA synchronous")
        assert cursor.fetchone() == (2,)
    assert "journal_mode=WAL" in connection.settings_dict["OPTIONS"]["init_command"]


@pytest.mark.django_db
def test_a_backup_whose_database_goes_away_leaves_no_file(world, tmp_path, monkeypatch):
    def dropped_now(model):
        raise OperationalError("server closed the connection unexpectedly")

    with monkeypatch.context() as broken:
        broken.setattr("township.operations.backup.taking.lines", dropped_now)
        with pytest.raises(CommandError, match="读数据库时连接断了"):
            call_command("backup", str(tmp_path / "b" / "b.tar.gz"))
    assert os.listdir(tmp_path / "b") == []
    assert connection.is_usable()
