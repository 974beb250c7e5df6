"""The Word file: the same characters as the PDF, on the grid of the standard, with real styles."""

import io

import pytest
from docx import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from reports.document import OfficialHeading, parse, plain_text
from reports.typesetting import render_pdf, render_word
from tests.acceptance import REPORT, needs_report
from tests.reports.typesetting.page import body_lines, pages

TEXT = """县委、县人民政府：
2022年，我镇推进法治建设。现将有关情况报告如下。
一、主要举措和成效
（一）坚持学用结合
1.领导干部带头学。全年学法10次。
（1）及时传达
二、存在的不足。宣传针对性不强。
附件：1.数据表
2.说明
青山镇人民政府
2022年12月30日
（此件公开发布）"""


@pytest.fixture(scope="module")
def document():
    return parse(TEXT, title="青山镇2022年法治政府建设情况报告")


@pytest.fixture(scope="module")
def word(document):
    return WordDocument(io.BytesIO(render_word(document)))


def squeezed(text):
    return "".join(text.split())


def text_of(word):
    return squeezed("".join(paragraph.text for paragraph in word.paragraphs))


def paragraph(word, text):
    return next(one for one in word.paragraphs if one.text == text)


def face_of(run):
    return run._r.rPr.rFonts.get(qn("w:eastAsia"))


def test_word_plain_text_and_pdf_say_the_same(document, word):
    printed = "".join(line.text for page in pages(render_pdf(document)) for line in body_lines(page))
    assert text_of(word) == squeezed(plain_text(document)) == squeezed(printed)


@needs_report
def test_a_real_report_keeps_every_character():
    document = parse(REPORT.read_text(), title="毛俊镇2022年法治政府建设情况报告")
    word = WordDocument(io.BytesIO(render_word(document)))
    assert text_of(word) == squeezed(plain_text(document))


def test_page_and_grid_are_those_of_the_standard(word):
    section = word.sections[0]
    wanted = {
        "page_width": 210,
        "page_height": 297,
        "top_margin": 37,
        "left_margin": 28,
        "bottom_margin": 35,
        "right_margin": 26,
    }
    # Word counts in twentieths of a point.
    assert {name: getattr(section, name) for name in wanted} == {
        name: pytest.approx(Mm(length), abs=Pt(0.05)) for name, length in wanted.items()
    }
    body = word.styles["Normal"]
    assert (body.font.size, body.paragraph_format.line_spacing) == (Pt(16), Pt(28.95))
    spacing = int(body.element.rPr.find(qn("w:spacing")).get(qn("w:val"))) / 20
    assert 28 * (16 + spacing) * 25.4 / 72 <= 156 < 29 * (16 + spacing) * 25.4 / 72
    assert 22 * 28.95 * 25.4 / 72 <= 225 < 23 * 28.95 * 25.4 / 72


def test_headings_are_real_styles_in_the_faces_of_7_3_3(word):
    wanted = {
        "一、主要举措和成效": ("Heading 1", "黑体"),
        "（一）坚持学用结合": ("Heading 2", "楷体_GB2312"),
        "（1）及时传达": ("Heading 4", "仿宋_GB2312"),
    }
    for text, (style, face) in wanted.items():
        found = paragraph(word, text).style
        assert (found.name, found.element.rPr.rFonts.get(qn("w:eastAsia"))) == (style, face)
        assert not found.font.bold


def test_a_run_in_heading_carries_its_face_for_its_first_sentence_only(word):
    first, rest = paragraph(word, "二、存在的不足。宣传针对性不强。").runs
    assert (first.text, face_of(first)) == ("二、存在的不足。", "黑体")
    assert rest.text == "宣传针对性不强。"
    assert rest._r.rPr is None


def test_no_face_comes_from_the_theme(word):
    for style in ("Normal", "Heading 1", "Heading 2", "Heading 3", "Heading 4", "公文标题"):
        names = word.styles[style].element.rPr.rFonts.attrib
        assert [name for name in names if "Theme" in name] == []
        assert names[qn("w:hint")] == "eastAsia"


def test_paragraphs_are_indented_by_two_characters(word):
    indent = paragraph(word, "2022年，我镇推进法治建设。现将有关情况报告如下。")._p.pPr.ind
    assert indent.get(qn("w:firstLineChars")) == "200"
    assert paragraph(word, "县委、县人民政府：")._p.pPr.ind is None


@pytest.mark.parametrize(("sealed", "organ", "date"), [(False, "200", "0"), (True, "400", "400")])
def test_signature_stands_by_7_3_5(sealed, organ, date):
    word = WordDocument(io.BytesIO(render_word(parse(TEXT, title="报告", sealed=sealed))))
    right = [
        paragraph(word, text)._p.pPr.ind.get(qn("w:rightChars"))
        for text in ("青山镇人民政府", "2022年12月30日")
    ]
    assert right == [organ, date]


def test_page_numbers_stand_outside(word):
    section = word.sections[0]
    assert word.settings.odd_and_even_pages_header_footer
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert [str(one.alignment).split()[0] for one in (odd, even)] == ["RIGHT", "LEFT"]
    for one in (odd, even):
        assert (one.runs[0].text, one.runs[-1].text) == ("— ", " —")
        assert "PAGE" in one.runs[1]._r.xml


def test_number_and_signers_stand_above_the_title():
    heading = OfficialHeading(number="青政〔2023〕5号", signers=("周敏", "李强"))
    word = WordDocument(io.BytesIO(render_word(parse(TEXT, title="报告", heading=heading))))
    assert [one.text for one in word.paragraphs[:2]] == ["青政〔2023〕5号", "签发人：周敏、李强"]
    assert face_of(word.paragraphs[1].runs[1]) == "楷体_GB2312"
