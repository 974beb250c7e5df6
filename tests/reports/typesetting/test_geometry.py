"""GB/T 9704-2012 as measured in the PDF's own coordinates."""

import io
import itertools
import re

import pdfplumber
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports.document import OfficialHeading, parse
from reports.typesetting import MissingGlyph, render_pdf
from reports.typesetting.breaking import HANGING, NEVER_FIRST, NEVER_LAST
from tests.acceptance import REPORT, needs_report
from tests.reports.typesetting.page import body_lines, pages

PITCH = 225 / 22
RIGHT = 28 + 156
CELL = 156 / 28
SENTENCE = "全镇各村（社区）结合实际开展“法律进乡村”活动，发放宣传资料5100余份，接受咨询300余人次；群众满意率达98.5%。"
TITLE = "青山镇2025年度法治政府建设情况报告"
LONG = (
    "一、主要举措和成效\n（一）学法用法\n"
    + "\n".join(SENTENCE * number for number in range(1, 14))
    + "\n青山镇人民政府\n2026年1月5日"
)


@pytest.fixture(scope="module")
def long_pdf():
    return render_pdf(parse(LONG, title=TITLE))


def paragraphs(lines):
    """Inner lines of paragraphs: those followed by a line that is not indented."""
    return [line for line, after in itertools.pairwise(lines) if after.left < 29 and line.left < 40]


def assert_on_grid(pdf):
    found = pages(pdf)
    for page in found[:-1]:
        lines = body_lines(page)
        baselines = [line.baseline for line in lines]
        first = baselines[0]
        if page is not found[0]:
            assert len(lines) == 22
        for baseline in baselines:
            steps = (baseline - first) / PITCH
            assert abs(steps - round(steps)) < 0.02
    return found


def assert_filled(lines):
    """Every inner line fills the measure within 0.3 mm, or one closing mark hangs beyond it."""
    for line in lines:
        assert line.left == pytest.approx(28, abs=0.3) or line.left == pytest.approx(
            28 + 2 * 156 / 28, abs=0.3
        )
        right = line.right
        if right > RIGHT + 0.3:
            assert line.text[-1] in HANGING
            right = line.glyph_rights[-2]
        assert right == pytest.approx(RIGHT, abs=0.3), line.text


def assert_line_rules(lines):
    for line in lines:
        assert line.text[0] not in NEVER_FIRST, line.text
        assert line.text[-1] not in NEVER_LAST, line.text
    for line, after in itertools.pairwise(lines):
        assert not (
            line.text[-1].isdigit() and (after.text[0].isdigit() or after.text[0] in "余%人次份年月日件")
        ), f"{line.text} | {after.text}"


def test_full_pages_have_22_lines_on_the_grid(long_pdf):
    found = assert_on_grid(long_pdf)
    assert len(found) >= 3
    assert body_lines(found[1])[0].baseline == pytest.approx(44.3, abs=0.3)
    assert body_lines(found[1])[-1].baseline == pytest.approx(259.0, abs=0.3)


def test_inner_lines_fill_the_measure(long_pdf):
    for page in pages(long_pdf):
        inner = paragraphs(body_lines(page))
        assert_filled(inner)
        assert_line_rules(inner)


def test_a_line_of_chinese_only_has_28_cells():
    (page,) = pages(render_pdf(parse("法" * 200 + "。", title=TITLE)))
    inner = paragraphs(body_lines(page))[1:]
    assert {len(line.text) for line in inner} == {28}


def test_faces_and_sizes(long_pdf):
    lines = body_lines(pages(long_pdf)[0])
    assert "".join(line.text for line in lines if line.sizes == {22.0}) == TITLE
    by_text = {line.text: line for line in lines}
    assert set(by_text["一、主要举措和成效"].fonts) <= {"SimHei", "Noto-Sans-CJK-SC"}
    assert set(by_text["（一）学法用法"].fonts) <= {"KaiTi", "FandolKai"}
    body = next(line for line in lines if line.text.startswith("全镇各村"))
    assert body.fonts <= {"FangSong", "FandolFang"}
    assert body.sizes == {16.0}


@pytest.mark.parametrize("number", [1, 2])
def test_page_number_stands_outside_below_the_type_area(long_pdf, number):
    line = next(line for line in pages(long_pdf)[number - 1] if line.is_page_number)
    assert line.text == f"— {number} —"
    assert line.sizes == {14.0}
    one_cell = 14 * 25.4 / 72
    if number % 2:
        assert line.right == pytest.approx(RIGHT - one_cell, abs=0.3)
    else:
        assert line.left == pytest.approx(28 + one_cell, abs=0.3)


def test_dash_of_the_page_number_is_7_mm_below_the_type_area(long_pdf):
    with pdfplumber.open(io.BytesIO(long_pdf)) as file:
        picture = file.pages[0].crop((0, 263 * 72 / 25.4, 595, 275 * 72 / 25.4)).to_image(resolution=300)
        image = picture.original.convert("L")
    scale = 300 / 25.4
    dark = [x for x in range(image.width) if any(image.getpixel((x, y)) < 128 for y in range(image.height))]
    column = dark[8]
    rows = [y for y in range(image.height) if image.getpixel((column, y)) < 128]
    assert 263 + sum(rows) / len(rows) / scale == pytest.approx(269, abs=0.3)


RARE = "䶮㛃喆堃犇龘瑄玥镕槑赟翀"


def test_rare_name_characters_do_not_disturb_the_grid():
    text = "\n".join(f"参加人员：{RARE * 6}，{SENTENCE}" for _ in range(20))
    found = assert_on_grid(render_pdf(parse(text, title=TITLE)))
    assert len(found) > 2
    printed = "".join(line.text for page in found for line in body_lines(page))
    assert printed.count("䶮") == 120


def test_shared_marks_are_full_width_in_the_chinese_face():
    (page,) = pages(render_pdf(parse("一、“三治”融合——治理……见效\n他说：“好——”……完", title=TITLE)))
    with_marks = [line for line in body_lines(page) if "——" in line.text]
    assert len(with_marks) == 2
    for line in with_marks:
        edges = [28 + 2 * 156 / 28, *line.glyph_rights]
        for character, left, right in zip(line.text, edges, edges[1:], strict=False):
            if character in "—…“”":
                assert right - left == pytest.approx(156 / 28, abs=0.2), character


@pytest.mark.parametrize(
    ("organ", "date", "organ_cells", "date_cells"),
    [
        ("青山镇人民政府", "2022年12月30日", 2, 0),
        ("中共云岭县青山镇委员会", "2026年1月28日", 2, 4.5),
        ("政法办", "2022年12月30日", 8, 2),
    ],
)
def test_unsealed_signature_follows_7_3_5_2(organ, date, organ_cells, date_cells):
    (page,) = pages(render_pdf(parse(f"正文内容如下。\n{organ}\n{date}", title=TITLE)))
    lines = {line.text: line for line in page}
    cell = 156 / 28
    assert lines[organ].right == pytest.approx(RIGHT - organ_cells * cell, abs=0.4)
    assert lines[date].right == pytest.approx(RIGHT - date_cells * cell, abs=0.4)


def test_sealed_signature_has_the_date_four_characters_in():
    (page,) = pages(
        render_pdf(parse("正文内容如下。\n青山镇人民政府\n2022年12月30日", title=TITLE, sealed=True))
    )
    lines = {line.text: line for line in page}
    for text in ("青山镇人民政府", "2022年12月30日"):
        assert lines[text].right == pytest.approx(RIGHT - 4 * 156 / 28, abs=0.4)


def test_signature_never_stands_alone_on_a_page():
    for rows in range(17, 22):
        text = "\n".join(["正文内容如下。"] * rows) + "\n青山镇人民政府\n2022年12月30日"
        found = pages(render_pdf(parse(text, title=TITLE)))
        last = [line.text for line in body_lines(found[-1])]
        assert last[-2:] == ["青山镇人民政府", "2022年12月30日"]
        assert last[-3] == "正文内容如下。"


def test_signers_and_number_stand_above_the_title():
    heading = OfficialHeading(number="青政〔2026〕5号", signers=("周敏",))
    (page,) = pages(render_pdf(parse("正文内容如下。", title=TITLE, heading=heading)))
    line = page[0]
    assert line.text == "青政〔2026〕5号签发人：周敏"
    assert line.left == pytest.approx(28 + CELL, abs=0.1)
    assert line.right == pytest.approx(RIGHT - CELL, abs=0.3)


def test_document_information_bookmarks_language_and_tags(long_pdf):
    with pdfplumber.open(io.BytesIO(long_pdf)) as file:
        assert file.metadata["Title"] == TITLE
        catalog = file.doc.catalog
        assert catalog["Lang"] in (b"zh-CN", "zh-CN", b"\xfe\xff\x00z\x00h\x00-\x00C\x00N")
        assert "StructTreeRoot" in catalog
        titles = [outline[1] for outline in file.doc.get_outlines()]
        assert titles == [TITLE, "一、主要举措和成效", "（一）学法用法"]


def test_all_fonts_are_embedded_subsets(long_pdf):
    with pdfplumber.open(io.BytesIO(long_pdf)) as file:
        names = {glyph["fontname"] for page in file.pages for glyph in page.chars}
    assert all(re.fullmatch(r"[A-Z]{6}\+.+", name) for name in names)


def test_missing_glyph_stops_the_export_with_its_name_and_place():
    with pytest.raises(MissingGlyph) as caught:
        render_pdf(parse("第一行没有问题。\n这里有一个\U0001f600字符。", title=TITLE))
    assert caught.value.character == "\U0001f600"
    assert "U+1F600" in str(caught.value)
    assert "第 2 行" in str(caught.value)


def test_markup_in_the_text_is_text():
    (page,) = pages(
        render_pdf(parse('他写道：<img src="http://a/b"><b>粗</b>&amp;。', title="<i>题</i>报告"))
    )
    assert '<img src="http://a/b"><b>粗</b>&amp;。' in "".join(line.text for line in page)


@needs_report
def test_acceptance_report_is_set_whole():
    """Point 2 of the main job: text equal apart from white space, title and full-width brackets."""
    source = REPORT.read_text()
    pdf = render_pdf(parse(source, title="毛俊镇2022年法治政府建设情况报告"))
    found = assert_on_grid(pdf)
    lines = [line for page in found for line in body_lines(page)]
    printed = "".join(line.text for line in lines if 22.0 not in line.sizes)
    assert plain(printed) == plain(source)
    for page in found:
        inner = paragraphs(body_lines(page))
        assert_filled(inner)
        assert_line_rules(inner)


def plain(text):
    return re.sub(r"\s", "", text).replace("(", "（").replace(")", "）")


CHINESE = st.text(
    st.sampled_from("法治乡村普宣传年月日人次份，。、；：“”（）《》！？—…0123456789%abcXYZ "),
    min_size=1,
    max_size=400,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CHINESE.filter(lambda text: text.strip()))
def test_any_text_is_set_without_losing_a_character(text):
    document = parse("正文：\n" + text + "\n完。", title=TITLE)
    found = pages(render_pdf(document))
    printed = "".join(line.text for page in found for line in body_lines(page) if 22.0 not in line.sizes)
    expected = document.addressee + "".join(block.text for block in document.blocks)
    expected += "".join(document.organs) + document.date
    assert re.sub(r"\s", "", printed) == re.sub(r"\s", "", expected)
