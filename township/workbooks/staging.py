"""An import between upload and decision: its rows wait sealed, are checked again after every change, and go."""

import base64
import json
from dataclasses import asdict

from django.db import transaction
from django.utils import timezone

from township.people.models import Area
from township.records.register import registry
from township.records.saving import Refused

from .annotating import annotated
from .book import open_book
from .checking import WRONG, counts
from .committing import BATCH, Choices, steps
from .draft import Draft, draft_of
from .layout import Row, Table
from .matching import remember
from .models import KEPT_FOR, Import, Imported, ImportRow
from .targets import targets_of


def begin(declaration, gate, *, content, name, sheet=None, year=None):
    """Take a file in and check it; returns the `Import`. Raises `Unreadable` with one sentence."""
    sweep()
    draft = draft_of(declaration, gate, content, sheet=sheet, year=year, name=name)
    with transaction.atomic():
        staged = Import(
            register=declaration.slug,
            created_by=gate.user,
            file_name=name,
            content=base64.b64encode(content).decode(),
        )
        _put(staged, draft, sheets=[one.name for one in open_book(content).sheets if one.rows])
        check(staged, gate)
    return staged


def change_sheet(staged, gate, *, sheet, year):
    """Read the waiting file again by another sheet or year; corrections typed in the page are given up."""
    declaration = register_of(staged, gate.user)
    draft = draft_of(declaration, gate, content_of(staged), sheet=sheet, year=year, name=staged.file_name)
    with transaction.atomic():
        staged.rows.all().delete()
        _put(staged, draft, sheets=json.loads(staged.layout)["sheets"])
        check(staged, gate)


def register_of(staged, user):
    """The register that an import is for, as the township of `user` knows it."""
    return registry.for_area(user.area).get(staged.register)


def content_of(staged):
    """The bytes of the user's own file."""
    return base64.b64decode(staged.content)


def _put(staged, draft, *, sheets):
    table = draft.table
    staged.sheet, staged.year = table.sheet, draft.year
    staged.mapping = {str(column): name for column, name in draft.mapping.items()}
    facts = {key: value for key, value in asdict(table).items() if key not in ("rows", "sheet")}
    staged.layout = json.dumps({**facts, "date_1904": draft.date_1904, "sheets": sheets})
    staged.save()
    ImportRow.objects.bulk_create(
        (ImportRow(owner=staged, number=row.number, cells=_sealed_cells(row)) for row in table.rows),
        batch_size=BATCH,
    )


def _sealed_cells(row, edited=()):
    facts = {"cells": row.cells, "merged": sorted(row.merged), "edited": sorted(edited)}
    return json.dumps(facts, ensure_ascii=False)


def row_of(stored):
    """The row of the file behind a waiting one."""
    data = json.loads(stored.cells)
    return Row(stored.number, data["cells"], frozenset(data["merged"]))


def draft_from(staged, rows=None):
    """The `Draft` of a waiting import, with the corrections that were typed in the page."""
    layout = json.loads(staged.layout)
    table = Table(
        staged.sheet,
        layout["headers"],
        layout["header_row"],
        [row_of(stored) for stored in (staged.rows.all() if rows is None else rows)],
        [tuple(pair) for pair in layout["skipped"]],
        layout["titles"],
    )
    mapping = {int(column): name for column, name in staged.mapping.items()}
    return Draft(table, mapping, staged.year, layout["date_1904"])


def checker(staged, gate, rows=None):
    """The check of a waiting import as its user has chosen it."""
    return draft_from(staged, rows).checker(
        register_of(staged, gate.user), gate, update_twins=staged.twins == Import.Twins.UPDATE
    )


def check(staged, gate):
    """Check all waiting rows and keep the verdicts beside them."""
    rows = list(staged.rows.all())
    verdicts = checker(staged, gate, rows).check()
    told = {verdict.number: (verdict.kind, _told(verdict)) for verdict in verdicts}
    changed = []
    for row in rows:
        kind, text = told.get(row.number, ("", ""))
        if (row.kind, row.verdict) != (kind, text):
            row.kind, row.verdict = kind, text
            changed.append(row)
    _store(staged, changed)
    staged.counts = counts(verdicts)
    staged.save()
    return verdicts


def _store(staged, rows):
    """Few rows are updated; many are written anew, which costs a fraction."""
    if len(rows) <= 50:
        ImportRow.objects.bulk_update(rows, ["kind", "verdict"])
        return
    numbers = [row.number for row in rows]
    for start in range(0, len(numbers), BATCH):
        staged.rows.filter(number__in=numbers[start : start + BATCH]).delete()
    for row in rows:
        row.pk = None
    ImportRow.objects.bulk_create(rows, batch_size=BATCH)


def _told(verdict):
    """A verdict as JSON, for showing."""
    return json.dumps(
        {
            "problems": [
                {"column": problem.column, "cell": problem.cell, "message": problem.message}
                for problem in verdict.problems
            ],
            "understood": verdict.understood,
            "changes": verdict.changes,
            "twin": verdict.twin.pk if verdict.twin is not None else None,
            "twin_title": str(verdict.twin) if verdict.twin is not None else "",
            "twin_row": verdict.twin_row,
        },
        ensure_ascii=False,
    )


def edit(staged, gate, number, texts):
    """Put `texts` ({column: text}) into one waiting row and check again; returns its kind now, or None."""
    stored = staged.rows.filter(number=number).first()
    if stored is None:
        return None
    row = row_of(stored)
    cells = list(row.cells)
    for column, text in texts.items():
        cells.extend([None] * (column + 1 - len(cells)))
        cells[column] = text.replace("\0", "").strip() or None
    kept = Row(number, cells, row.merged - set(texts))
    edited = set(texts) | set(json.loads(stored.cells)["edited"])
    stored.cells, stored.edited = _sealed_cells(kept, edited), True
    stored.save(update_fields=["cells", "edited"])
    check(staged, gate)
    return staged.rows.get(number=number).kind


def remap(staged, gate, mapping):
    """Match the columns as the user says ({column: target name}), and remember it for the township."""
    declaration = register_of(staged, gate.user)
    targets = targets_of(declaration, gate)
    chosen = {}
    for column, name in sorted(mapping.items()):
        if name in targets and name not in chosen.values():
            chosen[column] = name
    staged.mapping = {str(column): name for column, name in chosen.items()}
    headers = json.loads(staged.layout)["headers"]
    township = Area.objects.get(path=gate.user.area.township_path)
    remember(township, declaration.slug, headers, chosen, targets)
    check(staged, gate)


def committing(staged, gate):
    """Write a waiting import: a generator as `committing.steps`; afterwards the waiting rows are gone."""
    declaration = register_of(staged, gate.user)
    with transaction.atomic():
        staged = Import.objects.select_for_update().get(pk=staged.pk)
        if staged.state != Import.State.PREVIEW:
            raise Refused("这次导入已经办完了，没有再导入一遍。")
        choices = Choices(
            take_new=staged.take_new,
            take_changed=staged.take_changed,
            add_duplicates=staged.twins == Import.Twins.ADD,
            good_only=staged.good_only,
        )
        verdicts, written = yield from steps(
            checker(staged, gate).check, declaration=declaration, by=gate.user, choices=choices
        )
        _finish(staged, verdicts, written)
    return written


def _finish(staged, verdicts, written):
    done = [Imported(owner=staged, record_id=record.pk, version=1) for record in written.made]
    done += [
        Imported(owner=staged, record_id=record.pk, version=record.version, before=json.dumps(before))
        for record, before in written.changed
    ]
    Imported.objects.bulk_create(done, batch_size=BATCH)
    staged.counts = {
        **counts(verdicts),
        "made": len(written.made),
        "updated": len(written.changed),
    }
    staged.state, staged.done_at = Import.State.DONE, timezone.now()
    if any(verdict.kind == WRONG for verdict in verdicts):
        # Only what has not got in waits on, to be handed back with its reasons.
        staged.rows.exclude(kind=WRONG).delete()
    else:
        staged.rows.all().delete()
        staged.content = staged.layout = ""
    staged.save()


def annotated_file(staged):
    """The user's own file with the reasons at its wrong cells, and with what was corrected in the page."""
    wrong = [
        (
            row.number,
            [(problem["column"], problem["message"]) for problem in json.loads(row.verdict)["problems"]],
        )
        for row in staged.rows.filter(kind=WRONG)
    ]
    corrections = {}
    for row in staged.rows.filter(edited=True):
        facts = json.loads(row.cells)
        corrections[row.number] = {column: facts["cells"][column] for column in facts["edited"]}
    return annotated(
        content_of(staged),
        sheet=staged.sheet,
        header_row=json.loads(staged.layout)["header_row"],
        wrong=wrong,
        corrections=corrections,
    )


def discard(staged):
    """Give a waiting import up."""
    staged.delete()


def sweep():
    """Remove what has waited too long: rows never decided on, leftovers and what undoing would need."""
    limit = timezone.now() - KEPT_FOR
    Import.objects.filter(state=Import.State.PREVIEW, created_at__lt=limit).delete()
    old = Import.objects.exclude(state=Import.State.PREVIEW).filter(done_at__lt=limit)
    ImportRow.objects.filter(owner__in=old).delete()
    Imported.objects.filter(owner__in=old).delete()
    old.update(content="", layout="")
