"""The archive: a compressed tar of one member a table, one a stored file, and a manifest that vouches for them."""

import gzip
import hashlib
import json
import tarfile
import zlib
from dataclasses import asdict, dataclass, field

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from .tables import LEFT_OUT_APPS

FORMAT = 1
MANIFEST = "manifest.json"
CHUNK = 1024 * 1024
# Whatever reading a damaged archive may end in.
UNREADABLE = (tarfile.TarError, gzip.BadGzipFile, EOFError, zlib.error, ValueError, KeyError, TypeError)


class Refused(Exception):
    """The archive cannot be made, or not be used here; the text is the sentence for the administrator."""


@dataclass
class Manifest:
    """What is in the archive and what it needs.

    `tables` is {label: {"rows", "sha256", "columns"}}, `files` {stored name: sha256}, `missing` the names of
    stored files that were not on the disk; `keys` are fingerprints of the keys it may be sealed with, the
    key behind the search marks last.
    """

    at: str
    migrations: list
    keys: list
    tables: dict = field(default_factory=dict)
    files: dict = field(default_factory=dict)
    missing: list = field(default_factory=list)
    format: int = FORMAT

    def text(self):
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True).encode()

    @property
    def rows(self):
        return sum(table["rows"] for table in self.tables.values())


def table_member(label):
    return f"tables/{label}.jsonl"


def file_member(name):
    return f"files/{name}"


def key_fingerprints():
    """Tells the keys of DATA_KEYS apart without saying anything about them."""
    return [
        hashlib.sha256(b"portal data key: " + key.strip().encode()).hexdigest()[:16]
        for key in settings.DATA_KEYS
    ]


def applied_migrations():
    """What the tables of this installation are made of."""
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted([app, name] for app, name in applied if app not in LEFT_OUT_APPS)


def verify(path):
    """The manifest of an archive whose every member is what it says; raises `Refused`."""
    try:
        found, manifest = _read_through(path)
    except FileNotFoundError as error:
        raise Refused(f"没有这个文件：{path}") from error
    except (OSError, *UNREADABLE) as error:
        raise Refused("这个备份文件读不完整，可能已经损坏，请换一份备份。") from error
    wanted = {table_member(label): table["sha256"] for label, table in manifest.tables.items()}
    wanted |= {file_member(name): digest for name, digest in manifest.files.items()}
    if found != wanted:
        raise Refused("备份文件的内容和清单对不上，可能已经损坏或被改动，请换一份备份。")
    return manifest


def _read_through(path):
    """({member: sha256}, Manifest) of the archive, read once from front to back."""
    found, manifest = {}, None
    with tarfile.open(path, "r|gz") as archive:
        for member in archive:
            stream = archive.extractfile(member)
            if member.name == MANIFEST:
                manifest = Manifest(**json.load(stream))
            else:
                found[member.name] = hashlib.file_digest(stream, "sha256").hexdigest()
    if manifest is None or manifest.format != FORMAT:
        raise ValueError("no manifest")
    return found, manifest
