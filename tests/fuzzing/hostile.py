"""What nobody means to type: texts, numbers, dates and files that a portal must survive."""

import io
import re
import zipfile

import openpyxl
from hypothesis import strategies as st

# Controls, direction marks, invisible spaces, lone surrogates and what is no character: no page can show them.
UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff\ufffe\uffff]"
)
ALL_AT_ONCE = (
    "甲\x00\x07\x1b\x0b\u202e\u2066乙\ud800\ufeff\U00020bb7\U0001f600a"
    + "\u0301" * 300
    + "<script>alert(1)</script>{{ 7|add:7 }}=cmd|' /C calc'!A0"
)
TEXTS = (
    ALL_AT_ONCE,
    "\x00",
    "\u202e\u2066",
    "\ud800",
    "\ufffe",
    "\u3000\u200b ",
    "\r\n\r\n",
    "'\"><script>alert(1)</script>",
    "</textarea><img src=x onerror=alert(1)>",
    '=HYPERLINK("http://example.com","点")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "{{学法次数}}{% now 'Y' %}",
    "',\t;|,\"\n=1+1",
    "../../../../etc/passwd",
    "%00%s%n${7*7}",
    "测" * 350_000,
    "a" * 1_000_000,
    "\U00020bb7" * 300,
)
NUMBERS = (
    "-1",
    "0",
    "²",
    "٣",
    "NaN",
    "Infinity",
    "-Infinity",
    "1e400",
    "1e-400",
    "2147483648",
    "9223372036854775808",
    "-9223372036854775809",
    "9" * 40,
    "9" * 5000,
    "0." + "1" * 400,
    "1,000",
    "１２",
    "None",
    "true",
)
DATES = (
    "0000-00-00",
    "0001-01-01",
    "9999-12-31",
    "10000-01-01",
    "2022-02-30",
    "2022-13",
    "0001-01",
    "9999-12",
    "-2022-01-01",
    "2022-01-01T25:61",
)


def values():
    """A value of a field: the worst text first, for that is what the fewest examples begin with."""
    return st.one_of(
        st.sampled_from(TEXTS),
        st.sampled_from(NUMBERS),
        st.sampled_from(DATES),
        st.text(st.characters(codec=None, exclude_categories=()), max_size=60),
    )


def files():
    """(name, content) of a file that is none, or that holds something hostile."""
    return st.sampled_from(
        [
            ("=cmd|'.xlsx", _workbook(ALL_AT_ONCE)),
            ("表.xlsx", b"PK\x03\x04" + b"\0" * 100),
            (
                "\u202e表.xlsx",
                _packed(
                    {"xl/workbook.xml": "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"}
                ),
            ),
            ("空.xlsx", b""),
            ("a.xlsx", _packed({"../../a": "x"})),
            ("报告.docx", _packed({"word/document.xml": "<a>" * 50_000})),
            ("a" * 300 + ".txt", ("一、" + ALL_AT_ONCE).encode("utf-8", "replace")),
            ("文字.txt", b"\xff\xfe\x00\xd8" * 200),
            ("表.csv", ("姓名,日期\n=1+1,0000-00-00\n" + "\x00\u202e," * 200).encode()),
            ("照片.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 200),
            ("图.svg", b"<svg onload='alert(1)'/>"),
        ]
    )


def _workbook(text):
    """A workbook whose cells hold `text`, escaped as the format does it where XML has no such character."""
    book = openpyxl.Workbook()
    for row in range(1, 7):
        for column in range(1, 9):
            book.active.cell(row, column, f"此处{column}")
    buffer = io.BytesIO()
    book.save(buffer)
    hostile = UNSHOWABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    hostile = hostile.replace("&", "&amp;").replace("<", "&lt;")
    parts = {}
    with zipfile.ZipFile(buffer) as given:
        for name in given.namelist():
            parts[name] = given.read(name).decode().replace("此处", hostile)
    return _packed(parts)


def _packed(parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return buffer.getvalue()
