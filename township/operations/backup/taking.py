"""Taking a backup while people work: all tables as of one moment, then the files that they name."""

import contextlib
import glob
import hashlib
import io
import json
import os
import re
import tarfile
import tempfile
import time
from pathlib import Path

from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.utils import timezone

from township.records.storage import settle_names

from .archive import (
    MANIFEST,
    Manifest,
    applied_migrations,
    file_member,
    key_fingerprints,
    table_member,
    verify,
)
from .tables import columns, file_fields, kept_models, lines

COMPRESSION = 3


@contextlib.contextmanager
def one_moment():
    """A transaction that sees one moment throughout and keeps nobody from writing meanwhile."""
    with _waiting_for_nobody(), transaction.atomic():
        # Only the outermost block may choose.
        if connection.vendor == "postgresql" and not connection.savepoint_ids:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


@contextlib.contextmanager
def _waiting_for_nobody():
    """On SQLite a transaction that only reads must not take the writers' turn."""
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    usual, connection.transaction_mode = connection.transaction_mode, "DEFERRED"
    try:
        yield
    finally:
        connection.transaction_mode = usual


def back_up(path):
    """Write the archive and read it back; returns its manifest. A file is only ever there whole."""
    path = Path(path).absolute()
    standing = next(folder for folder in path.parents if folder.exists())
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, begun = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            with tarfile.open(fileobj=out, mode="w:gz", compresslevel=COMPRESSION) as archive:
                _fill(archive, path.parent)
            out.flush()
            os.fsync(out.fileno())
        manifest = verify(begun)
        os.replace(begun, path)
        settle_names(path, top=standing)
    except BaseException:
        Path(begun).unlink(missing_ok=True)
        raise
    return manifest


def _fill(archive, folder):
    names = set()
    with one_moment():
        manifest = Manifest(
            at=timezone.localtime().isoformat(), migrations=applied_migrations(), keys=key_fingerprints()
        )
        for model in kept_models():
            _add_table(archive, model, manifest, names, folder)
    # Stored files are never changed, and a row names its file only once it lies on the disk.
    for name in sorted(names):
        _add_file(archive, name, manifest)
    text = manifest.text()
    _add(archive, MANIFEST, io.BytesIO(text), len(text))


def _add_table(archive, model, manifest, names, folder):
    label, places = model._meta.label_lower, file_fields(model)
    digest, rows = hashlib.sha256(), 0
    with tempfile.TemporaryFile(dir=folder) as table:
        for line in lines(model):
            encoded = line.encode() + b"\n"
            table.write(encoded)
            digest.update(encoded)
            rows += 1
            if places:
                row = json.loads(line)
                names.update(row[place] for place in places if row[place])
        size = table.tell()
        table.seek(0)
        _add(archive, table_member(label), table, size)
    manifest.tables[label] = {
        "rows": rows,
        "sha256": digest.hexdigest(),
        "columns": [field.column for field in columns(model)],
    }


def _add_file(archive, name, manifest):
    try:
        with default_storage.open(name, "rb") as stored:
            manifest.files[name] = hashlib.file_digest(stored, "sha256").hexdigest()
            stored.seek(0)
            _add(archive, file_member(name), stored, default_storage.size(name))
    except FileNotFoundError:
        manifest.missing.append(name)


def _add(archive, name, stream, size):
    member = tarfile.TarInfo(name)
    member.size, member.mode, member.mtime = size, 0o600, int(time.time())
    archive.addfile(member, stream)


def discard_older(pattern, keep):
    """Delete all but the newest `keep` archives that `pattern` (with its strftime signs) has named."""
    anything = re.sub(r"(%%)|%-?[A-Za-z]", lambda sign: "%" if sign[1] else "\0", pattern)
    found = [Path(name) for name in glob.glob(glob.escape(anything).replace("\0", "*"))]
    older = sorted(found, key=lambda one: (one.stat().st_mtime_ns, one.name))[: -keep or None]
    for one in older:
        one.unlink()
    return older
