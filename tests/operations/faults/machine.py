"""A machine that faults happen to: tries one write path again and again, with the fault at one moment after another.

Started as a program of its own. It reads lines of JSON {"fault", "path"} and answers each with the list of
its tries, {"reached", "confirmed", "standing", "missing", "half_files"}. Every try is a process of its own,
so that it can be killed.
"""

import json
import os
import resource
import shutil
import signal
import sqlite3
import stat
import sys
import uuid
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from unittest import mock

import django
import psycopg2
from django.conf import settings

MOST_TRIES = 60
FOLDER = Path(sys.argv[1]) if __name__ == "__main__" else None
# Larger than the database of a cell, smaller than the file that finds no room.
ROOM = 8 * 1024 * 1024


class NoMigrations:
    """Tables are made from the models, as in the other tests."""

    def __contains__(self, app):
        return True

    def __getitem__(self, app):
        return None


def start():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "township.settings")
    settings.MIGRATION_MODULES = NoMigrations()
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = False
    settings.BACKGROUND = False
    django.setup()
    from django.test.utils import setup_test_environment

    setup_test_environment()


start()

from django.apps import apps  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.core.signals import setting_changed  # noqa: E402
from django.db import connection  # noqa: E402
from django.db.backends.base.base import BaseDatabaseWrapper  # noqa: E402

from tests.operations.faults.paths import PATHS, Entry, client_of, furnish, stored_names  # noqa: E402
from township.workbooks import committing  # noqa: E402

POSTGRES = connection.vendor == "postgresql"
committing.BATCH = 10


# Databases ----------------------------------------------------------------------------------------


@contextmanager
def server():
    """A cursor beside the portal's own connection, on the database that is there anyway."""
    with closing(psycopg2.connect(os.environ["DATABASE_URL"])) as beside:
        beside.autocommit = True
        with beside.cursor() as cursor:
            yield cursor


class Place:
    """A database and a folder of files."""

    def __init__(self, name):
        self.name, self.folder = f"faults_{os.getpid()}_{name}", FOLDER / name

    def enter(self):
        connection.close()
        settings.MEDIA_ROOT = str(self.folder / "media")
        # The storage remembers its place.
        setting_changed.send(None, setting="MEDIA_ROOT", value=settings.MEDIA_ROOT, enter=True)
        if POSTGRES:
            connection.settings_dict["NAME"] = self.name
        else:
            connection.settings_dict["NAME"] = str(self.folder / "portal.sqlite3")

    def make(self, template=None):
        """Empty, or with all that `template` has."""
        if template:
            shutil.copytree(template.folder, self.folder)
        else:
            (self.folder / "media").mkdir(parents=True)
            # Small pages, so that what is written does not fit into what is left of one.
            with closing(sqlite3.connect(self.folder / "portal.sqlite3")) as empty:
                empty.executescript("PRAGMA page_size = 512; VACUUM;")
        if POSTGRES:
            origin = f" TEMPLATE {template.name}" if template else ""
            with server() as cursor:
                cursor.execute(f"CREATE DATABASE {self.name}{origin}")

    def remove(self):
        shutil.rmtree(self.folder)
        if POSTGRES:
            with server() as cursor:
                cursor.execute(f"DROP DATABASE {self.name} WITH (FORCE)")


# Faults -------------------------------------------------------------------------------------------


class Fault:
    """Happens at the `moment`-th of the moments that a try comes by; each commit has one before and one after."""

    def __init__(self, path, moment):
        self.path, self.moment, self.passed, self.reached = path, moment, 0, False

    @contextmanager
    def around(self):
        commit = BaseDatabaseWrapper._commit

        def committed(wrapper):
            self.pass_by()
            commit(wrapper)
            self.pass_by()

        with mock.patch.object(BaseDatabaseWrapper, "_commit", committed):
            yield

    def pass_by(self):
        self.passed += 1
        if self.passed == self.moment:
            self.reached = True
            self.happen()

    def happen(self):
        raise NotImplementedError

    def mend(self):
        """Make the next try possible in the same process, as the next request would."""
        connection.close_if_unusable_or_obsolete()


class Killed(Fault):
    """kill -9, which nothing in the process can see."""

    def happen(self):
        os.kill(os.getpid(), signal.SIGKILL)


class Dropped(Fault):
    """PostgreSQL ends the connection."""

    def happen(self):
        pid = connection.connection.info.backend_pid
        with server() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])


class Restarted(Fault):
    """PostgreSQL ends all connections and takes no new ones for the rest of the try."""

    def happen(self):
        name = connection.settings_dict["NAME"]
        with server() as cursor:
            cursor.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
            cursor.execute(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s", [name]
            )

    def mend(self):
        with server() as cursor:
            cursor.execute(f"ALTER DATABASE {connection.settings_dict['NAME']} ALLOW_CONNECTIONS true")
        super().mend()


class FullDatabase(Fault):
    """The database has no room for another page: SQLite's own limit, PostgreSQL's own error from a trigger."""

    tables = {"locking": "reports_revision", "backup": "people_auditevent"}

    @contextmanager
    def around(self):
        self.reached = self.moment == 1
        if self.reached:
            self.fill()
        try:
            yield
        finally:
            self.empty()

    def fill(self):
        with connection.cursor() as cursor:
            if not POSTGRES:
                cursor.execute("PRAGMA page_count")
                cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
                return
            cursor.execute(
                "CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS "
                "$$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$"
            )
            table = self.tables.get(self.path, "records_change")
            cursor.execute(
                f"CREATE TRIGGER no_room AFTER INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION no_room()"
            )

    def empty(self):
        with connection.cursor() as cursor:
            if POSTGRES:
                cursor.execute("DROP FUNCTION IF EXISTS no_room() CASCADE")
            else:
                cursor.execute("PRAGMA max_page_count = 1073741823")


class FullFolder(Fault):
    """The disk takes the first part of a large file and no more: the system's own limit for one file."""

    @contextmanager
    def around(self):
        self.reached = self.moment == 1
        if self.reached:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            usual = resource.getrlimit(resource.RLIMIT_FSIZE)
            resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, usual[1]))
        try:
            yield
        finally:
            if self.reached:
                resource.setrlimit(resource.RLIMIT_FSIZE, usual)


class PowerLost(Fault):
    """What the disk was not asked to keep before a commit is gone; the databases sync what they commit."""

    def __init__(self, path, moment):
        super().__init__(path, moment)
        self.reached = moment == 1

    @contextmanager
    def around(self):
        """Note each file that is synced, and leave out of the rest of the try all that was not."""
        if not self.reached:
            yield
            return
        kept, sync, before = {}, os.fsync, _below(FOLDER)

        def noted(descriptor):
            sync(descriptor)
            status = os.fstat(descriptor)
            kept[status.st_ino] = os.listdir(descriptor) if stat.S_ISDIR(status.st_mode) else ()

        with mock.patch.object(os, "fsync", noted):
            yield
        connection.close()
        for one in sorted(_below(FOLDER) - before):
            # The bytes of a file are its own, its name is kept by its folder.
            if one.exists() and not one.name.startswith("portal.sqlite3"):
                named = one.name in kept.get(one.parent.stat().st_ino, ())
                if not (named and (one.is_dir() or one.stat().st_ino in kept)):
                    shutil.rmtree(one) if one.is_dir() else one.unlink()


def _below(folder):
    return set(folder.rglob("*"))


FAULTS = {
    "killed": Killed,
    "dropped": Dropped,
    "restarted": Restarted,
    "full database": FullDatabase,
    "full folder": FullFolder,
    "power lost": PowerLost,
}


# Tries --------------------------------------------------------------------------------------------


def apart(work):
    """What `work()` returns in a process of its own; None when that was killed."""
    connection.close()
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        try:
            with os.fdopen(writing, "w") as out:
                json.dump(work(), out)
        except BaseException as error:
            print(repr(error), file=sys.stderr)
            os._exit(1)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        text = answer.read()
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError("a try failed by itself")
    return json.loads(text) if text else None


def seen(path):
    """What somebody sees who comes after the fault."""
    connection.check_constraints()
    names = {name for model in apps.get_models() for name in stored_names(model)}
    media = Path(settings.MEDIA_ROOT)
    sizes = {name: (media / name).stat().st_size for name in names if (media / name).exists()}
    files = {str(one.relative_to(media)) for one in _below(media) if one.is_file()}
    return {
        "standing": path.standing(),
        "missing": sorted(names - sizes.keys()),
        "empty": sorted(name for name, size in sizes.items() if not size),
        "left_over": sorted(files - names),
    }


def tried(fault, path):
    """One try with the fault, and in the same process what is asked of it afterwards."""
    client = path.who and client_of(path.who)
    with fault.around():
        confirmed = path.act(client)
    fault.mend()
    return {"reached": fault.reached, "confirmed": confirmed}


def tries(kind, name):
    """Try until the fault finds no moment any more, or all is there; then once more without any."""
    path = PATHS[name]
    for moment in range(1, MOST_TRIES):
        fault = FAULTS[kind](name, moment)
        answer = apart(lambda fault=fault: tried(fault, path)) or {"reached": True, "confirmed": False}
        outcome = answer | apart(lambda: seen(path))
        yield outcome
        if outcome["standing"] == "whole" or not outcome["reached"]:
            break
    yield apart(lambda: tried(Fault(name, 0), path)) | apart(lambda: seen(path))


def cell(base, kind, name):
    place = Place(uuid.uuid4().hex[:8])
    place.make(base)
    place.enter()
    path = PATHS[name]
    if kind == "full folder":
        Entry.pdf = b"%PDF-1.7\n" + os.urandom(ROOM + 1024)
        settings.ATTACHMENT_MAX_BYTES = settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * ROOM
    try:
        apart(path.prepare)
        return list(tries(kind, name))
    finally:
        base.enter()
        place.remove()


def rehearse(base):
    """Go all paths once in this very process, so that no try has to load pages and fonts again."""
    for name, path in PATHS.items():
        place = Place(f"rehearsal_{name}")
        place.make(base)
        place.enter()
        path.prepare()
        path.act(path.who and client_of(path.who))
        assert path.standing() == "whole", name
        base.enter()
        place.remove()


def main():
    base = Place("base")
    base.make()
    base.enter()
    with ExitStack() as leaving:
        leaving.callback(base.remove)
        leaving.callback(connection.close)
        call_command("migrate", run_syncdb=True, verbosity=0)
        furnish()
        connection.close()
        rehearse(base)
        for line in sys.stdin:
            wanted = json.loads(line)
            print(json.dumps(cell(base, wanted["fault"], wanted["path"])), flush=True)


if __name__ == "__main__":
    main()
