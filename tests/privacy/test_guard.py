"""The guard looks into files of every kind, says the place, and masks copies only."""

import io
import zipfile

import openpyxl
import pytest
from docx import Document

from township.privacy.guard import Item, check
from township.records.intake import DOCX, XLSX

from .files import CARD, ID, MOBILE, pdf, photo, sheet, township_of_nobody, word

AREA = township_of_nobody()
PDF, JPEG = "application/pdf", "image/jpeg"


def looked(content, content_type, name="附件"):
    return check([Item("附件1", name=name, content=content, content_type=content_type)], area=AREA)


def places(found):
    return [(one.place, one.kind) for one in found.findings]


def everything(content):
    """All that is written anywhere in an office file."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


def test_a_text_is_masked_and_kept_by_choice():
    found = check([Item("正文", f"电话{MOBILE}，身份证{ID}")], area=AREA)
    assert [(one.kind, one.quote) for one in found.findings] == [
        ("mobile", "电话139****5678，身份证1101****"),
        ("id_number", "****5678，身份证1101**********002X"),
    ]
    assert [item.text for item in found.clear()] == ["电话139****5678，身份证1101**********002X"]
    assert [item.text for item in found.clear({"0-0"})] == [f"电话{MOBILE}，身份证1101**********002X"]


def test_a_word_file():
    original = word()
    found = looked(original, DOCX)
    assert places(found) == [("第2段", "id_number"), ("表1第2行第2列", "mobile"), ("页眉", "mobile")]
    [item] = found.clear()
    document = Document(io.BytesIO(item.content))
    assert [paragraph.text for paragraph in document.paragraphs[:2]] == [
        "关于补助发放的公示",
        "身份证1101**********002X",
    ]
    assert document.tables[0].cell(1, 1).text == "139****5678"
    assert (document.core_properties.author, document.sections[0].header.paragraphs[0].text) == (
        "",
        "联系电话139****5678",
    )
    assert (ID in everything(item.content), MOBILE in everything(item.content)) == (False, False)
    assert MOBILE in everything(original)


def test_a_workbook():
    found = looked(sheet(), XLSX)
    assert places(found) == [
        ("“名单”A1", "mobile"),
        ("“名单”B2", "bank_card"),
        ("“名单”B3", "bank_card"),
        ("“底稿”A1", "id_number"),
        ("批注 D1", "mobile"),
    ]
    [item] = found.clear()
    book = openpyxl.load_workbook(io.BytesIO(item.content))
    first = book["名单"]
    assert [first[cell].value for cell in ("A1", "B2", "B3", "C3")] == [
        "139****5678",
        "卡***************0128",
        "卡***************0128",
        20220305,
    ]
    assert (first["D1"].comment.text, book["底稿"]["A1"].value) == ("电话139****5678", "1101**********002X")
    assert [planted for planted in (ID, MOBILE, CARD) if planted in everything(item.content)] == []


def test_a_pdf_stays_as_it_is_or_stays_here():
    content = pdf("ID", ID[:9], ID[9:], MOBILE, "1" * 11)
    found = looked(content, PDF)
    assert places(found) == [("第1页", "mobile"), ("第1页断行处", "id_number")]
    assert found.clear() == []
    assert [item.content for item in found.clear({one.id for one in found.findings})] == [content]


def test_what_cannot_be_read_is_said():
    assert places(looked(pdf(), PDF)) == [("第1页", "unread")]
    assert places(looked(b"%PDF-1.7 nonsense", PDF)) == [("", "unread")]
    assert places(looked(b"PK\x03\x04 nonsense", XLSX)) == [("", "unread")]
    assert looked(pdf("nothing personal"), PDF).findings == ()


def test_a_photo_loses_the_place_where_it_was_taken():
    found = looked(photo(), JPEG)
    assert places(found) == [("", "location")]
    [item] = found.clear()
    assert looked(item.content, JPEG).findings == ()


def test_a_files_name_is_looked_at_and_masked():
    found = looked(pdf("fine"), PDF, name=f"{MOBILE}的申请.pdf")
    assert places(found) == [("文件名", "mobile")]
    assert [item.name for item in found.clear()] == ["139****5678的申请.pdf"]


def repacked(content, change=None, **more):
    """The office file with `change(part)` for its main part and `more` parts added, / written as __."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if change and name in ("word/document.xml", "xl/worksheets/sheet1.xml"):
                part = change(part)
            target.writestr(name, part)
        for name, part in more.items():
            target.writestr(name.replace("__", "/"), part)
    return buffer.getvalue()


def test_a_document_type_is_refused():
    declared = repacked(word(), lambda part: part.replace(b"?>", b'?><!DOCTYPE x [<!ENTITY e "e">]>', 1))
    assert places(looked(declared, DOCX)) == [("", "unread")]


HIDDEN = {
    "chart": (word, DOCX, "word__charts__chart1.xml", f'<c xmlns="urn:c"><v>{MOBILE}</v></c>'),
    "custom": (word, DOCX, "customXml__item9.xml", f'<root xmlns="urn:c" id="{MOBILE}"/>'),
    "glossary": (word, DOCX, "word__glossary__document.xml", f'<d xmlns="urn:c"><p>{MOBILE}</p></d>'),
    "pivot": (sheet, XLSX, "xl__pivotCache__pivotCacheRecords1.xml", f'<r><s v="{MOBILE}"/></r>'),
    "external": (sheet, XLSX, "xl__externalLinks__externalLink1.xml", f"<r><v>{MOBILE}</v></r>"),
    "table": (sheet, XLSX, "xl__tables__table1.xml", f'<table><tableColumn name="{MOBILE}"/></table>'),
}


@pytest.mark.parametrize("part", HIDDEN)
def test_parts_that_no_page_shows_are_read_and_masked(part):
    make, kind, name, text = HIDDEN[part]
    before = len(places(looked(make(), kind)))
    found = looked(repacked(make(), **{name: text}), kind)
    assert places(found)[before:] == [("图表的数据" if part == "chart" else "没有显示的内容", "mobile")]
    [item] = found.clear()
    assert MOBILE not in everything(item.content)


def test_the_choices_of_a_cell_are_read():
    rule = f'<dataValidations><dataValidation prompt="{MOBILE}"><formula1>"{ID}"</formula1></dataValidation></dataValidations>'
    found = looked(repacked(sheet(), lambda part: part.replace(b"<legacyDrawing", rule.encode() + b"<legacyDrawing")), XLSX)  # fmt: skip
    assert [place for place in places(found) if "数据验证" in place[0]] == [
        ("“名单”数据验证", "mobile"),
        ("“名单”数据验证", "id_number"),
    ]
    assert {MOBILE, ID} & set(everything(found.clear()[0].content).split('"')) == set()


@pytest.mark.parametrize("name", ["word__embeddings__oleObject1.bin", "word__media__image1.emf", "odd.xml"])
def test_what_is_embedded_keeps_the_file_here(name):
    found = looked(repacked(word(), **{name: b"\x00\x01"}), DOCX)
    assert [(one.place, one.quote) for one in found.findings if one.kind == "unread"] == [
        (name.replace("__", "/"), "嵌入的对象读不出文字")
    ]
    assert found.clear() == []


def test_captions_are_read_and_the_picture_of_the_first_page_stays_here():
    drawing = f'<d:docPr xmlns:d="urn:d" id="1" descr="{MOBILE}" title="合影"/>'.encode()
    assert "docProps/thumbnail.jpeg" in zipfile.ZipFile(io.BytesIO(word())).namelist()
    found = looked(repacked(word(), lambda part: part.replace(b"<w:sectPr", drawing + b"<w:sectPr", 1)), DOCX)
    assert ("图片说明或批注人", "mobile") in places(found)
    [item] = found.clear()
    assert MOBILE not in everything(item.content)
    assert "thumbnail" not in everything(item.content)


@pytest.mark.parametrize("change", [{"text": "别的"}, {"label": "标题"}])
def test_a_digest_stands_for_just_this(change):
    given = {"label": "正文", "text": "电话"}
    assert check([Item(**given)], area=AREA).digest != check([Item(**{**given, **change})], area=AREA).digest
