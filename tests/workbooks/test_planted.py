"""Forty planted errors of more than a dozen kinds in three hundred rows: all said, each at its cell, everywhere."""

import io
import json

import openpyxl
import pytest
from django.core.management import call_command
from openpyxl.styles import PatternFill

from outreach.models import OutreachEvent
from township.workbooks.models import Import

from .conftest import HEADERS, csv_bytes, event, saved
from .test_pages import CHOICES, page, upload

COLUMNS = [*HEADERS, "现场咨询（人次）", "活动形式", "宣传内容（法律）", "发放资料", "参与村", "平台编号"]
LETTERS = dict(zip(COLUMNS, "ABCDEFGHIJK", strict=True))
# (header, what was typed, a part of the sentence): one of each kind, repeated till there are forty.
KINDS = [
    ("活动日期", "2022-2-30", "没有这一天"),
    ("活动日期", "年初", "看不懂"),
    ("活动日期", "2099-1-1", "晚于今天"),
    ("活动日期", None, "请填写活动日期"),
    ("活动日期", "2022-3-5至3-7", "写了起止"),
    ("村", "丙村", "本镇没有"),
    ("村", None, "请选择所属村"),
    ("法律进", "进月球", "没有“进月球”"),
    ("参加群众（人次）", "很多", "看不懂"),
    ("参加群众（人次）", -3, "不能为负数"),
    ("参加群众（人次）", 12.5, "带小数"),
    ("参加群众（人次）", 999_999, "超过 100,000"),
    ("参加群众（人次）", "30人、40人", "不止一个数"),
    ("现场咨询（人次）", "若干", "看不懂"),
    ("活动形式", "跳伞", "没有“跳伞”"),
    ("宣传内容（法律）", "《月球法》", "没有“月球法”"),
    ("发放资料", "很多资料", "发放资料第 1 行"),
    ("参与村", "甲村", "牵头村已经选了"),
    ("平台编号", 123456789012345678, "已丢了末几位"),
    ("活动名称", "长" * 130, "120"),
]
PLANTED = 40


@pytest.fixture
def workbook(tmp_path):
    """(the file, {cell: part of its sentence}): 300 rows in a formatted sheet with a title, and another sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "普法"
    sheet.append(["毛俊镇2022年普法活动台账"])
    sheet.merge_cells("A1:K1")
    sheet.append(COLUMNS)
    expected = {}
    for number in range(300):
        cells = [*event(number % 90, attendance=1000 + number, title=f"第{number}场{chr(0x4E00 + number)}{chr(0x6E00 + number)}"), 5, "法治讲座", "宪法", "50份", "乙村", None]  # fmt: skip
        if number % 7 == 3 and len(expected) < PLANTED:
            header, typed, sentence = KINDS[len(expected) % len(KINDS)]
            cells[COLUMNS.index(header)] = typed
            expected[f"{LETTERS[header]}{number + 3}"] = sentence
        sheet.append(cells)
    sheet["A3"].fill = PatternFill("solid", fgColor="FFFF00")
    book.create_sheet("说明")["A1"] = "=1+1"
    file = tmp_path / "台账.xlsx"
    file.write_bytes(saved(book))
    assert len(expected) == PLANTED
    return file, expected


def check(expected, problems):
    """The problems stand at just the cells that were planted, each with its sentence."""
    found = dict(problems)
    assert sorted(found) == sorted(expected)
    assert len(problems) == PLANTED
    assert [found[cell] for cell, sentence in expected.items() if sentence not in found[cell]] == []


def test_in_json(world, workbook):
    file, expected = workbook
    out = io.StringIO()
    call_command("import_register", "outreach-events", str(file), "--json", stdout=out)
    answer = json.loads(out.getvalue())
    assert (answer["new"], answer["wrong"]) == (260, 40)
    check(expected, [(problem["cell"], problem["message"]) for problem in answer["problems"]])
    assert {problem["sheet"] for problem in answer["problems"]} == {"普法"}
    assert OutreachEvent.objects.count() == 0


def test_in_the_page_and_in_the_annotated_file_and_mended(world, workbook, sign_in):
    file, expected = workbook
    client = sign_in(world.coordinator)
    upload(client, file.read_bytes())
    staged = Import.objects.get()
    response = client.get(page("preview", staged), {"kind": "wrong"})
    shown = [
        (f"{cell.column.letter}{row.number}", sentence)
        for row in response.context["rows"]
        for cell in row.cells
        for sentence in cell.problems
    ]
    check(expected, shown)

    book = openpyxl.load_workbook(io.BytesIO(client.get(page("annotated", staged)).content))
    sheet = book["普法"]
    commented = [
        (cell.coordinate, cell.comment.text) for row in sheet.iter_rows() for cell in row if cell.comment
    ]
    check(expected, commented)
    assert {sheet[cell].fill.fgColor.rgb for cell in expected} == {"00F8CBC6"}
    explained = [row[0].row for row in sheet.iter_rows(min_col=12, max_col=12, min_row=3) if row[0].value]
    assert sorted(explained) == sorted(int(cell[1:]) for cell in expected)
    assert (sheet["L2"].value, sheet["A3"].fill.fgColor.rgb) == ("错误说明", "00FFFF00")
    assert (book["说明"]["A1"].value, str(sheet.merged_cells)) == ("=1+1", "A1:K1")

    # Mended in the file and dropped in again: three hundred rows are in.
    good = dict(zip(COLUMNS, [*event(1), 5, "法治讲座", "宪法", "50份", "乙村", None], strict=True))
    for number, cell in enumerate(expected):
        header = sheet[f"{cell[0]}2"].value
        sheet[cell] = f"改好的第{number}场" if header == "活动名称" else good[header]
    upload(client, saved(book))
    again = Import.objects.latest("pk")
    assert again.counts["wrong"] == 0, again.counts
    client.post(page("commit", again), {**CHOICES, "twins": "add"})
    assert OutreachEvent.objects.count() == 300


def test_old_workbooks_and_text_come_back_as_new_ones(world, sign_in):
    client = sign_in(world.coordinator)
    upload(client, csv_bytes(HEADERS, ["2022-3-5", "=1+1", "宣讲", "进乡村", "20"], encoding="gb18030"))
    staged = Import.objects.get()
    sheet = openpyxl.load_workbook(io.BytesIO(client.get(page("annotated", staged)).content)).active
    assert (sheet["B2"].value, sheet["B2"].data_type, sheet["F1"].value) == ("=1+1", "s", "错误说明")
    assert "本镇没有" in sheet["B2"].comment.text
