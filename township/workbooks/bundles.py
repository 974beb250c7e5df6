"""The attachments of a selection of records as one zip, under readable names, with an index of what proves what."""

import re
import tempfile
import zipfile
from pathlib import Path

from township.people.roles import Power
from township.records.jobs import Maker, Product, makers
from township.records.models import Citation
from township.records.register import registry
from township.records.views.files import power_for_files

from .book import Unreadable
from .ledgers import notes_of
from .sheets import add_table, book_bytes, new_book

MAKER = "bundle"
MOST_BYTES = 500 * 1024 * 1024
MOST_RECORDS = 2000
INDEX = "目录.xlsx"
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\s]+')


def may_bundle(gate, slug, **given):
    """Whether the register is one that the user may export."""
    declaration = registry.for_area(gate.user.area).get(slug) if gate.powers else None
    return declaration is not None and gate.can_in(declaration, Power.EXPORT)


def make_bundle(gate, progress, slug, records, words, name):
    """The zip of those of `records` (ids, in the list's order) whose files the user may open one by one."""
    declaration = registry.for_area(gate.user.area).get(slug)
    readable = gate.records(declaration, power_for_files(declaration)).select_related("area")
    by_id = readable.in_bulk(records)
    notes = notes_of(gate, f"{declaration.label}佐证材料", words)
    found = [by_id[pk] for pk in records if pk in by_id]
    return Product(bundle(declaration, found, notes=notes, progress=progress), name, "application/zip")


makers.add(Maker(MAKER, make_bundle, may_bundle, (Unreadable,)))


def bundle(declaration, records, *, notes, progress):
    """An open temporary file with the zip; raises `Unreadable` when there is nothing or too much."""
    if len(records) > MOST_RECORDS:
        raise Unreadable(f"选出的记录超过 {MOST_RECORDS:,} 条，请先筛选再下载佐证材料。")
    files = _files(declaration, records)
    if not files:
        raise Unreadable("选出的记录都没有佐证材料。")
    if sum(attachment.size for _, _, attachment in files) > MOST_BYTES:
        raise Unreadable("佐证材料合计超过 500 MB，请先筛选，分几次下载。")
    return pack(
        [(name, attachment) for _, name, attachment in files],
        lambda said: _index(notes, [_row(file, one) for file, one in zip(files, said, strict=True)]),
        progress,
    )


def pack(files, index, progress):
    """An open temporary file with the zip of [(name in it, attachment)] and an index beside them.

    `index(said)` makes the bytes of its workbook; `said` are the names, or that the server has lost the file.
    """
    packed = tempfile.TemporaryFile()  # noqa: SIM115 - whoever stores it closes it
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as package:
        said = []
        for number, file in enumerate(files, 1):
            said.append(_put(package, *file))
            progress(number, len(files))
        package.writestr(INDEX, index(said))
    packed.seek(0)
    return packed


def _files(declaration, records):
    """[(record, name in the zip, attachment)] in the order of the list."""
    by_id = {record.pk: record for record in records}
    citations = Citation.objects.filter(register=declaration.slug, record_id__in=by_id)
    of_record = {}
    for citation in citations.select_related("attachment").order_by("pk"):
        of_record.setdefault(citation.record_id, []).append(citation.attachment)
    files = []
    for place, record in enumerate((record for record in records if record.pk in of_record), 1):
        folder = f"{place:03d}_{record.date:%Y-%m-%d}_{safe(record.area.name)}_{safe(str(record))}"[:80]
        for number, attachment in enumerate(of_record[record.pk], 1):
            files.append((record, f"{folder}/{_name(declaration, number, attachment)}", attachment))
    return files


def _name(declaration, number, attachment):
    """The name that the uploader gave; of cases only a number, for such names may name people."""
    suffix = Path(attachment.file.name).suffix
    if declaration.cases or declaration.internal:
        return f"{number:02d}_材料{suffix}"
    stem = safe(Path(attachment.name).stem)[:40]
    return f"{number:02d}_{stem or '材料'}{suffix}"


def safe(text):
    """A name that every system can keep."""
    return _UNSAFE.sub("_", text).strip("._") or "未命名"


def _put(package, name, attachment):
    """Pack one file; what the index says of it, for the server may have lost it."""
    try:
        with attachment.file.open() as source, package.open(name, "w", force_zip64=True) as target:
            while chunk := source.read(1 << 20):
                target.write(chunk)
    except FileNotFoundError:
        return "服务器上没有这个文件"
    return name


def _row(file, said):
    record, _, attachment = file
    return [record.date, record.area.name, str(record), said, round(attachment.size / 1024)]


def _index(notes, rows):
    book = new_book()
    add_table(
        book,
        title="目录",
        notes=notes,
        headers=["日期", "村（社区）", "记录", "文件", "大小（KB）"],
        rows=rows,
    )
    return book_bytes(book)
