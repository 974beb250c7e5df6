"""Sealing the trail in batches, each chained to the one before, and finding out what was tampered with.

Saving never waits for a seal: rows are sealed afterwards. A row that turns up later than `GRACE` after its
own time was put there by hand; within that time it may come from a transaction that was still open.
"""

import datetime
import hashlib
import json
from dataclasses import dataclass, field

from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef

from .models import Seal, SealedRow
from .rows import TrailRow

GRACE = datetime.timedelta(hours=1)
BATCH = 2000


def sources():
    """{name: model} of every table of the trail."""
    found = [model for model in apps.get_models() if issubclass(model, TrailRow)]
    return {model._meta.label_lower: model for model in sorted(found, key=lambda one: one._meta.label_lower)}


def digest_of(row):
    """Fingerprint of what a seal vouches for in one row."""
    values = {name: _plain(getattr(row, name)) for name in row.SEALED}
    return _hash([row._meta.label_lower, row.pk, values])


def _plain(value):
    return value.astimezone(datetime.UTC).isoformat() if isinstance(value, datetime.datetime) else value


def _hash(value):
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


# Sealing --------------------------------------------------------------------------------------------


def seal_up(batches=None):
    """Seal what is not sealed yet, all of it or so many batches; returns how many rows were sealed.

    Of two that run at once one gives way.
    """
    sealed, done = 0, 0
    try:
        while batches is None or done < batches:
            number = _seal_batch()
            if not number:
                break
            sealed, done = sealed + number, done + 1
    except IntegrityError:
        return sealed
    return sealed


@transaction.atomic
def _seal_batch():
    last = Seal.objects.last()
    rows = []
    for source, model in sources().items():
        fresh = _unsealed(source, model)
        if last is not None:
            fresh = fresh.filter(at__gte=last.at - GRACE)
        found = fresh.order_by("pk")[: BATCH - len(rows)]
        rows += [SealedRow(source=source, row_id=row.pk, digest=digest_of(row)) for row in found]
    if not rows:
        return 0
    ordinal, previous = (last.ordinal + 1, last.digest) if last else (1, "")
    seal = Seal.objects.create(
        ordinal=ordinal, previous=previous, digest=_digest_of_batch(ordinal, previous, rows)
    )
    for row in rows:
        row.seal = seal
    SealedRow.objects.bulk_create(rows)
    return len(rows)


def _unsealed(source, model):
    return model.objects.filter(~Exists(SealedRow.objects.filter(source=source, row_id=OuterRef("pk"))))


def _digest_of_batch(ordinal, previous, rows):
    return _hash([ordinal, previous, sorted([row.source, row.row_id, row.digest] for row in rows)])


# Verifying ------------------------------------------------------------------------------------------


@dataclass
class Finding:
    """The outcome of a verification: how much was looked at, and a sentence for each thing found wrong."""

    rows: int = 0
    seals: int = 0
    last: str = ""
    faults: list = field(default_factory=list)


def verify(expected=""):
    """Look at the whole trail. `expected` is the fingerprint of a seal that was noted down earlier."""
    finding = Finding()
    previous, digests, known = "", set(), sources()
    for ordinal, seal in enumerate(Seal.objects.all().iterator(), 1):
        rows = list(seal.rows.all())
        finding.seals, finding.rows = ordinal, finding.rows + len(rows)
        intact = (seal.ordinal, seal.previous) == (ordinal, previous)
        if not intact or seal.digest != _digest_of_batch(seal.ordinal, previous, rows):
            finding.faults.append(
                f"第 {seal.ordinal} 批封存记录对不上：这一批的清单被改动过，或前面少了一批。"
            )
        previous, finding.last = seal.digest, seal.digest
        digests.add(seal.digest)
        finding.faults += _broken(rows, known)
    finding.faults += _inserted(known)
    if expected and expected not in digests:
        finding.faults.append("找不到抄下的那一批：它之后的记录被删除或整体替换过。")
    return finding


def _broken(rows, known):
    """Sentences about sealed rows that are gone or say something else now."""
    for source in sorted({row.source for row in rows}):
        wanted = {row.row_id: row.digest for row in rows if row.source == source}
        standing = {row.pk: digest_of(row) for row in known[source].objects.filter(pk__in=wanted)}
        for pk, digest in sorted(wanted.items()):
            if pk not in standing:
                yield f"{source} 第 {pk} 号记录被删除了。"
            elif standing[pk] != digest:
                yield f"{source} 第 {pk} 号记录被改动过。"


def _inserted(known):
    last = Seal.objects.last()
    for source, model in known.items() if last else ():
        late = _unsealed(source, model).filter(at__lt=last.at - GRACE).order_by("pk")
        for pk in late.values_list("pk", flat=True):
            yield f"{source} 第 {pk} 号记录是事后插入的。"
