"""A workbook file as sheets of plain cells, whatever it calls itself; what cannot be read gets one sentence."""

import json
import subprocess
import sys
from dataclasses import dataclass

from django.conf import settings

MAX_BYTES = 20 * 1024 * 1024
REFUSALS = {
    "empty": "文件是空的，请检查是不是选错了文件。",
    "too_big": "文件超过 20 MB，请去掉图片和无关的工作表，只留台账再导入。",
    "encrypted": "文件加了密码，打不开。请在 Excel 或 WPS 里去掉密码，另存后再导入。",
    "broken": "文件已损坏，打不开。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。",
    "bomb": "文件解开后大得不正常，没有读取。请新建一个表，把台账内容复制过去再导入。",
    "entities": "文件里有不允许的外部内容，没有读取。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。",
    "not_a_workbook": "这不是表格文件。请选 .xlsx、.xls 或 .csv 文件。",
    "too_wide": "表格超过 300 列，不像一份台账。请删去右边多余的列再导入。",
    "too_long": "一个工作表超过 60,000 行，请按年度或按村分成几个文件导入。",
    "too_large": "表格占用的范围太大，读不完。请新建一个表，只复制有内容的部分再导入。",
}


class Unreadable(Exception):
    """The file or the sheet cannot be used; the text is the sentence for the user."""


@dataclass(frozen=True)
class Sheet:
    """One worksheet: `rows` is [(number, cells)] of the rows that hold anything, numbers from 1.

    `merged` holds (top, left, bottom, right) from 0; `errors` the addresses of formulas that ended in one.
    """

    name: str
    hidden: bool
    rows: list
    merged: list
    errors: frozenset


@dataclass(frozen=True)
class Book:
    """All worksheets of a file."""

    sheets: list
    date_1904: bool

    def sheet(self, name):
        """The sheet with that name; raises `Unreadable` when there is none."""
        for sheet in self.sheets:
            if sheet.name == name:
                return sheet
        known = "、".join(f"“{sheet.name}”" for sheet in self.sheets if not sheet.hidden)
        raise Unreadable(f"文件里没有叫“{name}”的工作表，有：{known}。")


def open_book(content):
    """The `Book` in the bytes of a file; raises `Unreadable` with one sentence."""
    if len(content) > MAX_BYTES:
        raise Unreadable(REFUSALS["too_big"])
    if not content.strip(b"\0\r\n\t "):
        raise Unreadable(REFUSALS["empty"])
    answer = _extracted(content)
    if reason := answer.get("refused"):
        raise Unreadable(REFUSALS[reason])
    sheets = [
        Sheet(sheet["name"], sheet["hidden"], sheet["rows"], sheet["merged"], frozenset(sheet["errors"]))
        for sheet in answer["sheets"]
    ]
    if not any(sheet.rows for sheet in sheets):
        raise Unreadable("表格里没有内容，请检查是不是选错了文件。")
    return Book(sheets, answer["date_1904"])


def _extracted(content):
    """What the extracting process says of `content`; its own limits end it when a file is hostile."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "township.workbooks.extract"],
            input=content,
            capture_output=True,
            cwd=settings.BASE_DIR,
            timeout=30,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {"refused": "too_large"}
    if done.returncode:
        return {"refused": "too_large" if done.returncode < 0 else "broken"}
    return json.loads(done.stdout)
