"""Files as they come: by content and not by name, messy sheets, and files made to do harm."""

import datetime
import io
import zipfile

import openpyxl
import pytest
import xlwt
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from township.workbooks.book import Unreadable, open_book

from .conftest import HEADERS, csv_bytes, event, saved, xlsx


def rows_of(content):
    return [cells for _, cells in open_book(content).sheets[0].rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_csv_in_the_encodings_that_offices_save(encoding):
    assert rows_of(csv_bytes(["日期", "村"], ["2022.3.5", "甲村"], encoding=encoding)) == [
        ["日期", "村"],
        ["2022.3.5", "甲村"],
    ]


def test_old_workbooks():
    book = xlwt.Workbook()
    sheet = book.add_sheet("台账")
    sheet.write(0, 0, "日期")
    sheet.write(1, 0, datetime.date(2022, 3, 5), xlwt.easyxf(num_format_str="yyyy-m-d"))
    sheet.write(1, 1, 1200)
    assert rows_of(saved(book)) == [["日期"], [{"date": "2022-03-05"}, 1200]]


def test_the_other_day_count_is_noticed():
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active["A1"] = datetime.date(2022, 3, 5)
    found = open_book(saved(book))
    assert (found.date_1904, found.sheets[0].rows) == (True, [[1, [{"date": "2022-03-05"}]]])


def test_formulas_by_their_values_and_failed_ones_by_their_place():
    book = openpyxl.Workbook()
    book.active["B2"] = "#REF!"
    book.active["B2"].data_type = "e"
    book.active["A1"] = "日期"
    assert open_book(saved(book)).sheets[0].errors == {"B2"}


# The ledger in the sheet --------------------------------------------------------------------------


def test_titles_blank_rows_totals_and_notes(bring):
    found = bring(
        xlsx(
            ["毛俊镇2022年普法活动台账"],
            ["填报单位：司法所"],
            [],
            ["序号", *HEADERS, "备注"],
            [1, *event(1), "小雨"],
            [],
            ["合计", None, None, None, None, 21],
            [2, *event(2)],
            ["小计", None, None, None, None, 22],
            ["注：以上数据截至2022年12月31日。"],
            merged=["A1:G1"],
        )
    )
    assert found.counts == {"new": 2}
    assert [row.number for row in found.draft.table.rows] == [5, 8]
    assert [number for number, _ in found.draft.table.skipped] == [7, 9, 10]
    assert found.draft.year == 2022


def test_two_rows_of_headers(bring):
    content = xlsx(
        ["活动日期", "村", "活动名称", "法律进", "参加群众", "现场", None],
        [None, None, None, None, None, "现场咨询（人次）", "横幅（条）"],
        [*event(1), 12, 3],
        merged=["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:E2", "F1:G1"],
    )
    record = bring(content).verdicts[0].record
    assert (record.attendance, record.consultations, record.banners) == (21, 12, 3)


def test_what_a_merged_cell_says_holds_for_all_its_rows_but_numbers_are_not_multiplied(bring):
    rows = [event(1), event(2), event(3)]
    rows[1][0] = rows[2][0] = rows[2][4] = None
    found = bring(xlsx(HEADERS, *rows, merged=["A2:A4", "E3:E4"]))
    assert [verdict.record.date.day for verdict in found.verdicts] == [4, 4, 4]
    assert [(problem.cell, "合并单元格" in problem.message) for problem in found.problems] == [("E4", True)]


def test_the_sheet_is_chosen_by_its_header_and_can_be_named(bring):
    book = openpyxl.Workbook()
    book.active.title = "说明"
    book.active.append(["本表由各村填写"])
    for name, number in (("普法", 1), ("更多", 2)):
        sheet = book.create_sheet(name)
        sheet.append(HEADERS if name == "普法" else HEADERS[:3])
        sheet.append(event(number))
    hidden = book.create_sheet("旧表")
    hidden.append(HEADERS)
    hidden.sheet_state = "hidden"
    content = saved(book)
    assert bring(content).draft.table.sheet == "普法"
    assert bring(content, sheet="更多").draft.table.sheet == "更多"
    with pytest.raises(Unreadable, match="没有叫“别的”的工作表，有：“说明”、“普法”、“更多”。"):
        bring(content, sheet="别的")


def test_numbering_rows_and_repeated_headers_are_no_records(bring):
    head = ["序号", *HEADERS]
    found = bring(xlsx(head, [1, 2, 3, 4, 5, 6], [1, *event(1)], head, [2, *event(2)]))
    assert found.counts == {"new": 2}


def test_columns_to_the_right_and_an_unknown_one(bring):
    found = bring(xlsx([None, None, *HEADERS, "天气"], [None, None, *event(1), "晴"]))
    assert found.counts == {"new": 1}
    assert sorted(found.draft.mapping) == [2, 3, 4, 5, 6]


# Files that do harm -------------------------------------------------------------------------------


def zipped(**parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def with_part(content, name, change):
    """A workbook with one of its parts changed."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.namelist():
            data = old.read(entry)
            new.writestr(entry, change(data) if entry == name else data)
    return buffer.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def test_a_million_styled_empty_rows_are_no_rows():
    rows = "".join(f'<row r="{row}"><c r="A{row}" s="1"/></row>' for row in range(3, 1_000_000)).encode()
    content = xlsx(HEADERS, event())
    content = with_part(content, SHEET, lambda data: data.replace(b"</sheetData>", rows + b"</sheetData>"))
    assert len(open_book(content).sheets[0].rows) == 2


def far_away():
    book = openpyxl.Workbook()
    book.active["A1"], book.active["XFD1048576"] = "日期", "村"
    return saved(book)


def all_columns():
    book = openpyxl.Workbook()
    book.active.append(["日期"] * 16_384)
    return saved(book)


def with_entities():
    def change(data):
        return b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>' + data.split(b"?>", 1)[-1]

    return with_part(xlsx(HEADERS, event()), SHEET, change)


def encrypted():
    """The envelope of a workbook with a password: what matters is the name of its stream."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    )


HOSTILE = {
    "empty": (lambda: b"", "文件是空的"),
    "cut off": (lambda: xlsx(HEADERS, event())[:900], "已损坏"),
    "rubbish with the right name": (lambda: b"PK\x03\x04" + bytes(range(256)), "已损坏"),
    "old rubbish": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000), "已损坏"),
    "bomb": (lambda: zipped(**{"xl/workbook.xml": "x", SHEET: bytes(320_000_000)}), "大得不正常"),
    "many times packed": (
        lambda: zipped(**{"xl/workbook.xml": "x", SHEET: bytes(60_000_000)}), "大得不正常|已损坏"),
    "other archive": (lambda: zipped(**{"读我.txt": "你好"}), "不是表格文件"),
    "picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(300), "不是表格文件"),
    "page": (lambda: "<!DOCTYPE html><table><tr><td>日期</td></tr></table>".encode(), "不是表格文件"),
    "prose": (lambda: "请各村于周五前报送。".encode(), "不是表格文件"),
    "entities": (with_entities, "外部内容"),
    "password": (encrypted, "加了密码"),
    "far away": (far_away, "占用的范围太大|超过 300 列"),
    "all columns": (all_columns, "超过 300 列"),
    "nothing in it": (lambda: saved(openpyxl.Workbook()), "没有内容"),
}  # fmt: skip


@pytest.mark.parametrize("make", [make for make, _ in HOSTILE.values()], ids=HOSTILE)
def test_hostile_files_get_one_sentence(make):
    expected = next(sentence for other, sentence in HOSTILE.values() if other is make)
    with pytest.raises(Unreadable, match=expected) as refusal:
        open_book(make())
    assert str(refusal.value).count("。") <= 3


def test_a_file_of_one_name_and_another_content_is_read_by_its_content(bring):
    assert bring(csv_bytes(HEADERS, ["2022-3-5", *event()[1:]], encoding="gb18030")).counts == {"new": 1}
