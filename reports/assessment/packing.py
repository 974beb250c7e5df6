"""打包佐证: a folder for each item (编号-名称), its files as 编号-名称-序号, and an index of what proves what."""

from pathlib import Path

from township.people.roles import Power
from township.records.jobs import Maker, Product, makers
from township.records.models import Citation
from township.records.views.files import may_open
from township.workbooks.book import Unreadable
from township.workbooks.bundles import MOST_BYTES, content_of, pack, safe
from township.workbooks.ledgers import notes_of
from township.workbooks.sheets import add_table, book_bytes, new_book

from .models import Assessment, Tie
from .reach import assessments_for, items_for
from .standing import Reading, proven

MAKER = "assessment-proofs"
NAME_LENGTH = 24
HEADERS = ["编号", "条目", "分值", "状态", "还缺什么", "文件", "出自", "日期", "原文件名", "大小（KB）"]


def may_pack(gate, assessment):
    """Whether the user may take files of the assessment out."""
    return gate.can(Power.EXPORT) and assessments_for(gate).filter(pk=assessment).exists()


def make_package(gate, progress, assessment):
    """The zip of the items within reach, with those files that the user may open one by one."""
    found = Assessment.objects.select_related("area").defer("content").get(pk=assessment)
    items = items_for(gate).filter(assessment=found)
    return Product(_zip(gate, progress, found, items), f"{found}佐证材料.zip", "application/zip")


makers.add(Maker(MAKER, make_package, may_pack, (Unreadable,)))


def _zip(gate, progress, assessment, items):
    rows = proven(items, gate=gate, assessment=assessment)
    chosen = [(one, files_of(one.item, gate)) for one in rows]
    if sum(file.size for _, files in chosen for file, *_ in files) > MOST_BYTES:
        raise Unreadable("佐证材料合计超过 500 MB，请把对应范围选窄一些，再打包。")
    named = _named(chosen)
    files = ((name, content_of(attachment)) for name, attachment in named)

    def index(said):
        return _index(gate, assessment, _rows(chosen, iter(said)))

    return pack(files, len(named), index, progress)


def _named(chosen):
    """[(name in the zip, attachment)] of all items, one folder each."""
    named, folders = [], set()
    for one, files in chosen:
        stem = _folder(one.item, folders)
        for number, (file, *_) in enumerate(files, 1):
            named.append((f"{stem}/{stem}-{number:02d}{Path(file.file.name).suffix}", file))
    return named


def _rows(chosen, said):
    """The rows of the index; `said` tells of each file in turn where it is. An item without files has one row."""
    for one, files in chosen:
        if not files:
            yield _row(one, "")
        for file, origin, day, name in files:
            yield _row(one, next(said), origin, day, name, file.size)


def files_of(item, gate):
    """[(attachment, where it is from, day, name)] of an item, each file once, in the order of its ties.

    Of registers of cases and internal ones the name is left out, for such names may name people.
    """
    ties = list(item.ties.select_related("attachment__keeper"))
    reading = Reading(item.assessment, gate, ties)
    found = {}
    for tie in ties:
        for file, origin, day, name in _files_of_tie(tie, reading, gate):
            found.setdefault(file.pk, (file, origin, day, name))
    return list(found.values())


def _files_of_tie(tie, reading, gate):
    if tie.kind == Tie.Kind.FILE:
        if may_open(tie.attachment, gate):
            yield tie.attachment, "单独对应的材料", None, _shown_name(tie.attachment, reading.registers)
        return
    behind = reading.records(tie)
    if behind is None:
        return
    register, records = behind
    by_id = {record.pk: record for record in records.select_related("area")}
    citations = Citation.objects.filter(register=register.slug, record_id__in=by_id).select_related(
        "attachment"
    )
    for citation in sorted(citations, key=lambda one: (by_id[one.record_id].date, one.record_id, one.pk)):
        record, file = by_id[citation.record_id], citation.attachment
        hidden = register.cases or register.internal
        yield file, f"{register.label}：{record}", record.date, "" if hidden else file.name


def _shown_name(attachment, registers):
    """The name of a file, unless a record that cites it is one whose files may name people."""
    slugs = attachment.citations.values_list("register", flat=True)
    cited = [registers.get(slug) for slug in slugs]
    return "" if any(one and (one.cases or one.internal) for one in cited) else attachment.name


def _folder(item, taken):
    """编号-名称 of an item, once in the package."""
    name = f"{safe(item.code)}-{safe(item.name)[:NAME_LENGTH]}"
    stem, number = name, 1
    while stem in taken:
        number += 1
        stem = f"{name}（{number}）"
    taken.add(stem)
    return stem


def _row(one, path, origin="", day=None, name="", size=None):
    item = one.item
    lacking = "" if path else "；".join(text.rstrip("。") for text in one.lacking)
    kilobytes = None if size is None else round(size / 1024)
    return [
        item.code,
        item.name,
        item.points,
        one.standing.value,
        lacking,
        path,
        origin,
        day,
        name,
        kilobytes,
    ]


def _index(gate, assessment, rows):
    book = new_book()
    notes = notes_of(gate, f"{assessment}佐证材料目录", f"依据：{assessment.basis}")
    add_table(book, title="目录", notes=notes, headers=HEADERS, rows=list(rows))
    return book_bytes(book)
