"""Databases to measure on: the demonstration on SQLite, and a county's decade on a PostgreSQL of its own."""

import os
import pwd
import secrets
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# One worker a query, so that all its work is done where it is measured.
OPTIONS = (
    "-c listen_addresses='' -c fsync=off -c full_page_writes=off -c shared_buffers=1GB -c max_wal_size=4GB "
    "-c max_parallel_workers_per_gather=0"
)


def manage(url, *command):
    """A management command on the database `url`, in the demonstration's settings."""
    done = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": url, "DEBUG": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout


def production(url):
    """The environment in which ways are measured: the settings of a real server."""
    return {
        **os.environ,
        "DATABASE_URL": url,
        "DEBUG": "0",
        "DEMO": "0",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "DATA_KEYS": os.environ.get("DATA_KEYS", "ZGV2ZWxvcG1lbnQtb25seS1kYXRhLWtleS0wMDAwMDA="),
        "ALLOWED_HOSTS": "localhost",
        "MEDIA_ROOT": tempfile.gettempdir(),
    }


def demo(folder):
    """The address of a fresh copy of the demonstration on SQLite."""
    base = Path(folder) / "base.sqlite3"
    if not base.exists():
        manage(f"sqlite:///{base}", "migrate", "--verbosity", "0")
        manage(f"sqlite:///{base}", "seed_demo")
    copy = Path(folder) / f"{secrets.token_hex(4)}.sqlite3"
    shutil.copy(base, copy)
    return f"sqlite:///{copy}"


def populate(url, records):
    manage(url, "migrate", "--verbosity", "0")
    manage(url, "populate", "--records", str(records))


@contextmanager
def server():
    """The address of a PostgreSQL server that lives as long as the block; None where it is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        yield None
        return
    # The server refuses to run as root; Debian's package brings the user postgres.
    user = pwd.getpwnam("postgres").pw_uid if os.getuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    if user is not None:
        os.chown(folder, user, -1)
    control = [found[-1].parent / "pg_ctl", "-D", folder / "data", "-l", folder / "log", "-w"]

    def run(*command):
        subprocess.run(command, user=user, cwd=folder, check=True, stdout=subprocess.DEVNULL)

    run(
        found[-1],
        "-D",
        folder / "data",
        "-U",
        "portal",
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
    )
    try:
        run(*control, "start", "-o", f"-k {folder} {OPTIONS}")
        yield f"postgres://portal@/postgres?host={folder}"
    finally:
        run(*control, "stop", "-m", "immediate")
        shutil.rmtree(folder)
