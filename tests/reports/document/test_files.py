"""The text of handed-over files: paragraphs kept, hostile and wrong files refused with one sentence."""

import io
import zipfile

import docx
import openpyxl
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from reports.document import files, parse, plain_text
from reports.document.files import Unreadable, text_of
from reports.document.numbering import chinese
from reports.typesetting import render_word
from township.records.intake import OLD_OFFICE
from township.records.numerals import read

TEXT = "一、成效\n全年开展普法活动12场。\n二、不足"


def saved(document):
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def word(*lines):
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    return document


def package(**parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def with_document(xml):
    """A Word file whose text part is `xml`."""
    with zipfile.ZipFile(io.BytesIO(saved(word("文字")))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return package(**{**parts, "word/document.xml": xml})


def run(text, tag="w:t"):
    made = OxmlElement("w:r")
    shown = OxmlElement(tag)
    shown.text = text
    made.append(shown)
    return made


class TestText:
    @pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
    def test_plain_text_comes_as_it_is(self, encoding):
        assert text_of(f"{TEXT}\r\n".encode(encoding)) == f"{TEXT}\r\n"

    @given(st.text("一二三四五，。12\n", min_size=1).filter(str.strip))
    def test_whatever_is_said_in_utf_8_and_word(self, text):
        lines = text.split("\n")
        assert text_of(text.encode()) == text
        assert text_of(saved(word(*lines))) == text

    def test_word_keeps_paragraphs_breaks_and_rows_of_tables(self):
        document = word("一、成效", "甲\n乙\t丙")
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "普法活动", "12场"
        document.add_paragraph("完")
        assert text_of(saved(document)) == "一、成效\n甲\n乙 丙\n普法活动 12场\n完"

    def test_tracked_changes_read_as_if_they_were_accepted(self):
        document = word("开展活动")
        paragraph = document.paragraphs[0]._p
        for tag, text, inner in (
            ("w:ins", "12场", "w:t"),
            ("w:del", "11场", "w:delText"),
            ("w:moveFrom", "x", "w:t"),
        ):
            change = OxmlElement(tag)
            change.append(run(text, inner))
            paragraph.append(change)
        assert text_of(saved(document)) == "开展活动12场"

    def test_controls_and_links_are_text(self):
        document = word("见")
        paragraph = document.paragraphs[0]._p
        for tag in ("w:hyperlink", "w:smartTag"):
            holder = OxmlElement(tag)
            holder.append(run(tag[2:]))
            paragraph.append(holder)
        control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
        control.append(content)
        content.append(word("控件里的段落").paragraphs[0]._p)
        document.element.body.insert(1, control)
        assert text_of(saved(document)) == "见hyperlinksmartTag\n控件里的段落"


def test_a_word_file_of_the_portal_is_read_back_whole():
    document = parse(f"县人民政府：\n{TEXT}\n毛俊镇人民政府\n2022年12月30日", title="毛俊镇报告")
    assert "".join(text_of(render_word(document)).split()) == "".join(plain_text(document).split())


class TestNumbers:
    """Numbers that Word counts itself are no text of the file, but of the report."""

    def numbered(self, *levels):
        """A document with one list whose levels are written as (text, numerals); returns it and the list's id."""
        document = docx.Document()
        root = document.part.numbering_part.element
        abstract = OxmlElement("w:abstractNum")
        abstract.set(qn("w:abstractNumId"), "90")
        for depth, (text, numerals) in enumerate(levels):
            level = OxmlElement("w:lvl")
            level.set(qn("w:ilvl"), str(depth))
            for name, value in (("w:start", "1"), ("w:numFmt", numerals), ("w:lvlText", text)):
                part = OxmlElement(name)
                part.set(qn("w:val"), value)
                level.append(part)
            abstract.append(level)
        root.insert(0, abstract)
        return document, root.add_num(90).numId

    def add(self, document, text, number, depth):
        properties = document.add_paragraph(text)._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_numId().val, properties.get_or_add_ilvl().val = number, depth

    def test_each_level_is_counted_and_written_in_its_way(self):
        document, number = self.numbered(
            ("%1、", "chineseCounting"), ("（%2）", "chineseCountingThousand"), ("%3.", "decimal")
        )
        for text, depth in (
            ("成效", 0),
            ("学法", 1),
            ("带头学", 2),
            ("经常学", 2),
            ("普法", 1),
            ("不足", 0),
            ("原因", 1),
        ):
            self.add(document, text, number, depth)
        document.add_paragraph("毛俊镇")
        assert text_of(saved(document)).splitlines() == [
            "一、成效",
            "（一）学法",
            "1.带头学",
            "2.经常学",
            "（二）普法",
            "二、不足",
            "（一）原因",
            "毛俊镇",
        ]

    def test_bullets_are_no_text_and_an_unknown_list_numbers_nothing(self):
        document, number = self.numbered(("\uf0b7", "bullet"))
        self.add(document, "普法", number, 0)
        self.add(document, "学法", 999, 0)
        assert text_of(saved(document)) == "普法\n学法"

    def test_a_style_may_number(self):
        document, number = self.numbered(("%1、", "chineseCounting"))
        style = document.styles["Heading 1"].element.get_or_add_pPr().get_or_add_numPr()
        style.get_or_add_numId().val = number
        document.add_heading("成效", 1)
        document.add_heading("不足", 1)
        assert text_of(saved(document)) == "一、成效\n二、不足"

    @given(st.integers(1, 99))
    def test_numerals_read_back(self, number):
        assert read(chinese(number)).value == number


BOMB = b"<w:document>" + b" " * (files.MAX_PART + 1) + b"</w:document>"
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&a;'
    b"</w:t></w:r></w:p></w:body></w:document>"
)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "文件是空的"),
        (b"\0\r\n", "文件是空的"),
        (b" " * (files.MAX_BYTES + 1), "超过 10 MB"),
        (b"%PDF-1.7\n%%EOF", "PDF 里的文字取不完整"),
        (b"{\\rtf1 x}", "RTF"),
        (b"<html><body>x</body></html>", "不是文字文件"),
        (b"\x89PNG\r\n\x1a\n\xff\xfe\0\0", "不是文字文件"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "不是文字文件"),
        ("有\0字".encode(), "不是文字文件"),
        (OLD_OFFICE + b"x", "旧版 Word 格式（doc）或加了密码"),
        (b"PK\x03\x04broken", "坏的或不完整"),
        (package(**{"a.txt": "x"}), "压缩包"),
        (with_document(b"<w:document"), "打不开"),
        (with_document(BOMB), "展开后太大"),
        (with_document(ENTITIES), "不允许的外部内容"),
        (saved(docx.Document()), "没有文字"),
        (b"\xef\xbb\xbf \n", "没有文字"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_gets_a_sentence(content, sentence):
    with pytest.raises(Unreadable, match=sentence) as refused:
        text_of(content)
    assert str(refused.value).endswith("。")


def test_a_workbook_is_no_text():
    with pytest.raises(Unreadable, match="表格文件"):
        text_of(saved(openpyxl.Workbook()))


def test_a_file_locked_inside_its_package_is_refused():
    content = bytearray(saved(word("文字")))
    # Bit 0 of the flags in each header says that a part is encrypted.
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.find(mark)
        while start >= 0:
            content[start + place] |= 1
            start = content.find(mark, start + 1)
    with pytest.raises(Unreadable, match="加了密码"):
        text_of(bytes(content))
