"""Taking a backup over into an empty installation, all or nothing."""

import json
import os
import shutil
import tarfile
import tempfile
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection, models, transaction

from township.people.models import Area, User
from township.people.trail.chain import sources
from township.people.trail.log import Action, log
from township.records.storage import settle_names

from .archive import Refused, applied_migrations, file_member, key_fingerprints, table_member, verify
from .tables import BATCH, insert, kept_models, reset_sequences


def restore(path):
    """Take the archive over; returns its manifest. Raises `Refused`, and then nothing has changed."""
    manifest = verify(path)
    _fits(manifest)
    Path(settings.MEDIA_ROOT).mkdir(parents=True, exist_ok=True)
    # On the same disk as the files' own place, so that moving them there cannot run out of room.
    with (
        tempfile.TemporaryDirectory(dir=settings.MEDIA_ROOT, prefix=".restoring-") as folder,
        transaction.atomic(),
    ):
        _make_room()
        staged = _take(path, manifest, Path(folder))
        connection.check_constraints()
        reset_sequences()
        log(Action.RESTORED, what=f"{manifest.at[:16]} 的备份，{manifest.rows} 行")
        # The last thing before the rows are confirmed: no confirmed row is ever without its file.
        for name, file in staged.items():
            _move(file, Path(default_storage.path(name)))
    return manifest


def _fits(manifest):
    """Refuse an archive of another version, or one whose sealed text this installation could not open."""
    here, there = ({tuple(one) for one in each} for each in (applied_migrations(), manifest.migrations))
    if ahead := sorted(there - here):
        raise Refused(
            f"这里还缺表结构 {'.'.join(ahead[0])} 等 {len(ahead)} 项：请先升级程序并运行 migrate，再恢复。"
        )
    if behind := sorted(here - there):
        raise Refused(
            f"备份是旧版程序做的（没有表结构 {'.'.join(behind[0])} 等 {len(behind)} 项）：请装同一版程序恢复，再升级。"
        )
    keys = key_fingerprints()
    lacking = [key for key in manifest.keys if key not in keys]
    if lacking or manifest.keys[-1] != keys[-1]:
        raise Refused(
            f"密钥不对：备份要用指纹为 {'、'.join(manifest.keys)} 的密钥，请把做备份时的 DATA_KEYS 照原来的顺序写好再恢复。"
        )


def _make_room():
    """Take out the reference data that every new installation starts with; refuse where anybody has been at work."""
    for model in (Area, User, *sources().values()):
        if models.QuerySet(model).exists():
            raise Refused("这里已经有辖区、账号或审计记录：恢复只能在刚建好表的空库里做，现有的数据没有动。")
    for model in kept_models():
        models.QuerySet(model)._raw_delete(connection.alias)


def _take(path, manifest, folder):
    """Put in the rows and lay the files into `folder`; returns {stored name: path there}."""
    tables = {table_member(model._meta.label_lower): model for model in kept_models()}
    files, staged = {file_member(name): name for name in manifest.files}, {}
    with tarfile.open(path, "r|gz") as archive:
        for member in archive:
            stream = archive.extractfile(member)
            if model := tables.get(member.name):
                _fill(model, manifest.tables[model._meta.label_lower]["columns"], stream)
            elif name := files.get(member.name):
                staged[name] = folder / str(len(staged))
                with staged[name].open("wb") as out:
                    shutil.copyfileobj(stream, out)
                    out.flush()
                    os.fsync(out.fileno())
    return staged


def _fill(model, names, stream):
    while some := list(islice(stream, BATCH)):
        insert(model, names, [json.loads(line) for line in some])


def _move(file, place):
    place.parent.mkdir(parents=True, exist_ok=True)
    os.replace(file, place)
    if default_storage.file_permissions_mode is not None:
        place.chmod(default_storage.file_permissions_mode)
    settle_names(place, top=settings.MEDIA_ROOT)
