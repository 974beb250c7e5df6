"""The attachments of a selection of records as one zip, under readable names, with an index of what proves what."""

import re
import tempfile
import zipfile
from pathlib import Path

from township.people.roles import Power
from township.privacy.guard import Item, check
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
HEADERS = ("日期", "村（社区）", "记录", "文件", "大小（KB）")
PURPOSE = "佐证材料下载"
LEFT_OUT = "有个人信息，没有放进来"
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\s]+')


def may_bundle(gate, slug, **given):
    """Whether the register is one that the user may export."""
    declaration = registry.for_area(gate.user.area).get(slug) if gate.powers else None
    return declaration is not None and gate.can_in(declaration, Power.EXPORT)


def make_bundle(gate, progress, slug, records, words, name):
    """The zip of those of `records` (ids, in the list's order) whose files the user may open one by one."""
    declaration = registry.for_area(gate.user.area).get(slug)
    items = items_of(declaration, records, gate=gate)
    found = check(items, area=gate.user.area, purpose=PURPOSE, unread=False)
    cleared = found.cleared(answered_or_refused(found))
    notes = notes_of(gate, f"{declaration.label}佐证材料", words)
    index = next(cleared)
    files, index = _of_cleared(cleared, index.rows, notes)
    packed = pack(files, len(items) - 1, index, progress)
    return Product(packed, name, "application/zip")


makers.add(Maker(MAKER, make_bundle, may_bundle, (Unreadable,)))


def answered_or_refused(found):
    """Ids of what leaves as it is; raises `Unreadable` when something is found that nobody has answered."""
    kept = found.kept_before() if found.findings else ()
    if kept is None:
        raise Unreadable("内容刚刚有变化，里面查到了个人信息，请重新下载，选择怎样处理。")
    return kept


def items_of(declaration, records, *, gate):
    """[Item] of the files of `records` (ids), the index first; raises `Unreadable` when there is nothing or too much."""
    if len(records) > MOST_RECORDS:
        raise Unreadable(f"选出的记录超过 {MOST_RECORDS:,} 条，请先筛选再下载佐证材料。")
    by_id = gate.records(declaration, power_for_files(declaration)).select_related("area").in_bulk(records)
    files = _files(declaration, [by_id[pk] for pk in records if pk in by_id])
    if not files:
        raise Unreadable("选出的记录都没有佐证材料。")
    if sum(attachment.size for *_, attachment in files) > MOST_BYTES:
        raise Unreadable("佐证材料合计超过 500 MB，请先筛选，分几次下载。")
    rows = tuple(
        (record.date, record.area.name, str(record), label, round(attachment.size / 1024))
        for record, label, _, attachment in files
    )
    index = Item(INDEX, headers=HEADERS, rows=rows, watched=frozenset({HEADERS.index("记录")}))
    return [index, *(_item(*file) for _, *file in files)]


def _item(label, name, attachment):
    """One file, read when its turn comes."""
    kind = attachment.content_type
    return Item(
        label, name=name, content_type=kind, load=lambda: content_of(attachment), sha256=attachment.sha256
    )


def _of_cleared(items, rows, notes):
    """(files, index) for `pack` of cleared `items`, and of the index's rows: what stayed out is said there."""
    labels = []

    def files():
        for item in items:
            labels.append(item.label)
            # A masked name has stars, which no system takes.
            yield "/".join(safe(part) for part in item.name.split("/")), item.read()

    def index(said):
        found = dict(zip(labels, said, strict=True))
        return _index(notes, [(*row[:3], found.get(row[3], LEFT_OUT), row[4]) for row in rows])

    return files(), index


def pack(files, count, index, progress):
    """An open temporary file with the zip of `files`, [(name in it, bytes)], and an index beside them.

    The bytes are None where the server has lost a file. `index(said)` makes the bytes of the index's workbook;
    `said` tells of each file in turn where it is. `count` files are expected.
    """
    packed = tempfile.TemporaryFile()  # noqa: SIM115 - whoever stores it closes it
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as package:
        said = []
        for number, (name, content) in enumerate(files, 1):
            said.append(name if content is not None else "服务器上没有这个文件")
            if content is not None:
                package.writestr(name, content)
            progress(number, count)
        package.writestr(INDEX, index(said))
    packed.seek(0)
    return packed


def content_of(attachment):
    """The bytes of a file; None when the server has lost it."""
    try:
        with attachment.file.open() as source:
            return source.read()
    except FileNotFoundError:
        return None


def _files(declaration, records):
    """[(record, what the guard calls it, name in the zip, attachment)] in the order of the list."""
    by_id = {record.pk: record for record in records}
    citations = Citation.objects.filter(register=declaration.slug, record_id__in=by_id)
    of_record = {}
    for citation in citations.select_related("attachment").order_by("pk"):
        of_record.setdefault(citation.record_id, []).append(citation.attachment)
    files = []
    for place, record in enumerate((record for record in records if record.pk in of_record), 1):
        folder = f"{place:03d}_{record.date:%Y-%m-%d}_{safe(record.area.name)}_{safe(str(record))}"[:80]
        for number, attachment in enumerate(of_record[record.pk], 1):
            name = f"{folder}/{_name(declaration, number, attachment)}"
            files.append((record, f"第{place}条记录的第{number}个文件", name, attachment))
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


def _index(notes, rows):
    book = new_book()
    add_table(
        book,
        title="目录",
        notes=notes,
        headers=HEADERS,
        rows=rows,
    )
    return book_bytes(book)
