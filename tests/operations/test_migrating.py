"""The migrations build an empty database, as an installation does."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def manage(*arguments, database):
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{database}"}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_empty_database_gets_all_tables_and_reference_data(tmp_path):
    database = tmp_path / "empty.sqlite3"
    done = manage("migrate", "--verbosity", "0", database=database)
    assert (done.returncode, done.stderr) == (0, "")
    found = manage("registers", "--json", database=database)
    assert found.returncode == 0, found.stderr
    assert manage("migrate", "--check", database=database).returncode == 0
