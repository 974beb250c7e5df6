"""GB/T 9704-2012 as measured in the PDF's own coordinates."""

import dataclasses
import io
import itertools
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pdfplumber
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports.document import OfficialHeading, parse
from reports.typesetting import NATIONAL, MissingGlyph, pdf, render_pdf
from reports.typesetting.breaking import HANGING, NEVER_FIRST, NEVER_LAST
from tests.acceptance import REPORT, needs_report
from tests.reports.typesetting.page import MM, body_lines, pages

ROOT = Path(__file__).resolve().parents[3]
PITCH = 225 / 22
FIRST_BASELINE = 44.27
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


def inner_lines(found):
    """Lines of paragraphs but their last: those that an unindented line follows, page breaks or not."""
    lines = [line for page in found for line in body_lines(page) if 22.0 not in line.sizes]
    return [
        line
        for line, after in itertools.pairwise(lines)
        if after.left < 29 and line.left < 40 and not line.text.endswith("：")
    ]


def row(line):
    """Which of the 22 rows of the type area a line stands in, from 0; its baseline must be on the grid."""
    number = (line.baseline - FIRST_BASELINE) / PITCH
    assert abs(number - round(number)) * PITCH < 0.1, f"{line.text}: {line.baseline}"
    return round(number)


def assert_on_grid(pdf):
    """All lines on the grid, no two in a row, every page but the last full to its last row."""
    found = pages(pdf)
    for page in found:
        rows = [row(line) for line in body_lines(page)]
        assert rows == sorted(set(rows))
        assert set(rows) <= set(range(22))
    for page in found[1:-1]:
        assert len(body_lines(page)) == 22
    if len(found) > 1:
        assert row(body_lines(found[0])[-1]) == 21
    return found


def assert_filled(lines):
    """Every inner line fills the measure within 0.3 mm, or one closing mark hangs beyond it."""
    for line in lines:
        assert min(abs(line.left - 28), abs(line.left - 28 - 2 * CELL)) < 0.1
        right = line.right
        if right > RIGHT + 0.3:
            assert line.text[-1] in HANGING
            right = line.glyph_rights[-2]
        assert right == pytest.approx(RIGHT, abs=0.25), line.text


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
    assert body_lines(found[1])[0].baseline == pytest.approx(44.27, abs=0.05)
    assert body_lines(found[1])[-1].baseline == pytest.approx(259.03, abs=0.05)


def test_inner_lines_fill_the_measure(long_pdf):
    inner = inner_lines(pages(long_pdf))
    assert len(inner) > 100
    assert_filled(inner)
    assert_line_rules(inner)


def test_a_line_of_chinese_only_has_28_cells():
    inner = inner_lines(pages(render_pdf(parse("法" * 200 + "。", title=TITLE))))
    assert [len(line.text) for line in inner] == [26] + [28] * 6


@pytest.mark.parametrize(
    "text",
    [
        "（一）强化学法用法。" + SENTENCE * 3,  # two faces in one stretched line
        "（一）落实“三治”融合——形成合力。" + SENTENCE * 3,  # shared marks in the face of a heading
        "他们学习了 Open Source Software License 和 Data Protection Regulation " * 4,
        "网址是https://www.example.com/zwgk/fzzfjs/2025/annual-report-of-the-township.html，" * 3,
        "参加人员：王䶮、李㛃、赵𬭼，" * 12,
    ],
)
def test_lines_of_mixed_faces_fill_the_measure(text):
    inner = inner_lines(assert_on_grid(render_pdf(parse(text, title=TITLE))))
    assert len(inner) >= 3
    assert_filled(inner)
    assert_line_rules(inner)


def test_latin_letters_keep_their_distance():
    (page,) = pages(render_pdf(parse("abcdefgh", title=TITLE)))
    line = body_lines(page)[1]
    assert line.right - line.left < 8 * 8 / MM


def test_a_page_never_ends_in_a_heading():
    text = "\n".join(["正文内容如下。"] * 19 + ["一、主要做法", "（一）学法用法"] + ["正文内容如下。"] * 9)
    first, second = pages(render_pdf(parse(text, title=TITLE)))
    assert body_lines(first)[-1].text == "正文内容如下。"
    assert body_lines(second)[0].text == "一、主要做法"
    counties = dataclasses.replace(NATIONAL, headings_keep_text=False)
    first, _ = pages(render_pdf(parse(text, title=TITLE), counties))
    assert body_lines(first)[-1].text == "一、主要做法"


def test_mirrored_pages_have_their_binding_edge_on_the_right(long_pdf):
    mirrored = dataclasses.replace(NATIONAL, mirrored=True)
    odd, even = (body_lines(page) for page in pages(render_pdf(parse(LONG, title=TITLE), mirrored))[:2])
    assert min(line.left for line in odd) == pytest.approx(28, abs=0.1)
    assert min(line.left for line in even) == pytest.approx(26, abs=0.1)


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


RARE = "䶮㛃𬭼喆堃犇龘㙍䢺𬭎𫖯𬀩𬱖瑄玥镕槑赟翀"


def test_rare_name_characters_do_not_disturb_the_grid():
    text = "（一）" + RARE + "\n" + "\n".join(f"参加人员{RARE * 6}。" for _ in range(20))
    found = assert_on_grid(render_pdf(parse(text, title=f"{RARE[:8]}情况报告")))
    assert len(found) > 3
    lines = [line for page in found for line in body_lines(page)]
    assert sum(line.text.count("䶮") for line in lines) == 122
    assert all(set(line.text) & set(RARE) for line in lines[2:])
    assert_filled(inner_lines(found))


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
    assert lines[organ].right == pytest.approx(RIGHT - organ_cells * CELL, abs=0.15)
    assert lines[date].right == pytest.approx(RIGHT - date_cells * CELL, abs=0.15)
    assert row(lines[date]) == row(lines[organ]) + 1 == row(lines["正文内容如下。"]) + 3


def test_sealed_signature_has_the_date_four_characters_in():
    (page,) = pages(
        render_pdf(parse("正文内容如下。\n青山镇人民政府\n2022年12月30日", title=TITLE, sealed=True))
    )
    lines = {line.text: line for line in page}
    for text in ("青山镇人民政府", "2022年12月30日"):
        assert lines[text].right == pytest.approx(RIGHT - 4 * 156 / 28, abs=0.4)


@pytest.mark.parametrize("rows", range(15, 22))
@pytest.mark.parametrize("ending", ["正文内容如下。", "法治" * 60 + "。"])
def test_signature_never_stands_alone_on_a_page(rows, ending):
    text = "\n".join([*["正文内容如下。"] * rows, ending]) + "\n青山镇人民政府\n2022年12月30日"
    found = pages(render_pdf(parse(text, title=TITLE)))
    last = [line.text for line in body_lines(found[-1])]
    assert last[-2:] == ["青山镇人民政府", "2022年12月30日"]
    assert len(last) >= 3 and last[-3].endswith("。")
    # No more lines move to the last page than must.
    assert len(found) == 1 or len(last) == 3 or len(body_lines(found[0])) == 21


def test_note_stands_below_the_date():
    text = "正文内容如下。\n青山镇人民政府\n2022年12月30日\n（此件公开发布）"
    (page,) = pages(render_pdf(parse(text, title=TITLE)))
    *_, date, note = body_lines(page)
    assert (date.text, note.text) == ("2022年12月30日", "（此件公开发布）")
    assert row(note) == row(date) + 1
    assert note.left == pytest.approx(28 + 2 * CELL, abs=0.1)


def test_attachment_names_are_aligned():
    names = "\n".join(["附件：1." + "任务清单" * 9, "2.重点任务表", "2022年12月30日"])
    (page,) = pages(render_pdf(parse("正文内容如下。\n" + names, title=TITLE)))
    body, first, wrapped, second, _date = body_lines(page)[1:]
    assert row(first) == row(body) + 2
    assert first.left == pytest.approx(28 + 2 * CELL, abs=0.1)
    assert first.right == pytest.approx(RIGHT, abs=0.25)
    assert second.left == pytest.approx(28 + 5 * CELL, abs=0.1)
    # Below the first character of the name, which follows the number.
    assert wrapped.left == pytest.approx(first.glyph_rights[4] - 0.1, abs=0.2)


def test_signers_and_number_stand_above_the_title():
    heading = OfficialHeading(number="青政〔2026〕5号", signers=("周敏",))
    (page,) = pages(render_pdf(parse("正文内容如下。", title=TITLE, heading=heading)))
    line = page[0]
    assert line.text == "青政〔2026〕5号签发人：周敏"
    assert line.left == pytest.approx(28 + CELL, abs=0.1)
    assert line.right == pytest.approx(RIGHT - CELL, abs=0.3)


def test_signers_stand_two_in_a_row_with_the_number_on_the_last():
    heading = OfficialHeading(number="青政〔2026〕5号", signers=("周敏", "李文强", "赵䶮"))
    (page,) = pages(render_pdf(parse("正文内容如下。", title=TITLE, heading=heading)))
    first, second, title = page[:3]
    assert first.text == "签发人：周敏　李文强"
    assert second.text == "青政〔2026〕5号赵䶮"
    assert first.right == pytest.approx(RIGHT - CELL, abs=0.3)
    assert second.glyph_rights[-3] < first.glyph_rights[3] < second.glyph_rights[-2]
    assert [row(line) for line in (first, second, title)] == [0, 1, 4]


def test_number_without_signers_stands_in_the_middle():
    heading = OfficialHeading(number="青政〔2026〕5号")
    (page,) = pages(render_pdf(parse("正文内容如下。", title=TITLE, heading=heading)))
    assert (page[0].left + page[0].right) / 2 == pytest.approx(28 + 78, abs=0.2)


def test_red_head_stands_at_the_measures_of_the_standard():
    heading = OfficialHeading("青政〔2026〕5号", ("周敏",), mark="青山镇人民政府文件")
    pdf = render_pdf(parse("正文内容如下。", title=TITLE, heading=heading))
    (page,) = pages(pdf)
    with pdfplumber.open(io.BytesIO(pdf)) as file:
        (rule,) = file.pages[0].rects
        picture = file.pages[0].to_image(resolution=200).original.convert("L")
    # 7.2.4: the ink of the mark begins 35 mm below the top of the type area.
    top = picture.point(lambda value: 255 if value < 160 else 0).getbbox()[1] / 200 * 25.4
    assert top == pytest.approx(37 + 35, abs=0.3)
    mark, numbers, title, body = page[:4]
    assert (mark.text, numbers.text) == ("青山镇人民政府文件", "青政〔2026〕5号签发人：周敏")
    assert (mark.left + mark.right) / 2 == pytest.approx(28 + 78, abs=0.2)
    # 7.2.7: 4 mm below the ink of the number, which reaches 1 mm below its baseline; as wide as the type area.
    assert rule["non_stroking_color"] == (1.0, 0.0, 0.0)
    assert rule["top"] / MM - numbers.baseline == pytest.approx(4 + 1, abs=0.2)
    assert (rule["x0"] / MM, rule["x1"] / MM) == pytest.approx((28, RIGHT), abs=0.1)
    assert [row(line) for line in (numbers, title, body)] == [7, 10, 12]


def test_structure_tags_tell_title_headings_and_paragraphs(long_pdf):
    with pdfplumber.open(io.BytesIO(long_pdf)) as file:
        tags = set(re.findall(r"'type': '(\w+)'", str(file.structure_tree)))
    assert {"H1", "H2", "H3", "P"} <= tags


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


def test_place_of_a_missing_glyph_counts_the_lines_of_the_source():
    with pytest.raises(MissingGlyph) as caught:
        render_pdf(parse("甲。\r\n\r\n乙。\n丙\ue000。", title=TITLE))
    assert str(caught.value).startswith("一个看不见的字符（U+E000）")
    assert caught.value.place == "第 4 行“丙。”"


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
    inner = inner_lines(found)
    assert_filled(inner)
    assert_line_rules(inner)
    # The rest has half-width digits or a mark or figure that line-break rules took to the next line.
    full = [line for line in inner if len(line.text) + 2 * (line.left > 30) in (28, 29)]
    assert len(full) > 0.85 * len(inner)


def plain(text):
    return re.sub(r"\s", "", text).replace("(", "（").replace(")", "）")


def test_a_text_without_paragraphs_has_its_title():
    (page,) = pages(render_pdf(parse("", title=TITLE)))
    assert [line.text for line in page] == [TITLE, "— 1 —"]


def test_same_document_gives_the_same_bytes_from_any_thread(long_pdf):
    document = parse(LONG, title=TITLE)
    with ThreadPoolExecutor(3) as pool:
        assert set(pool.map(lambda _: render_pdf(document), range(3))) == {long_pdf}


def test_nothing_can_be_fetched_while_rendering(monkeypatch):
    monkeypatch.setattr(pdf, "build_html", lambda *_: '<img src="file:///etc/hostname">')
    with pytest.raises(RuntimeError, match="FatalURLFetchingError"):
        render_pdf(parse("正文。", title=TITLE))


OPENED = """
import sys
from reports.document import parse
from reports.typesetting import render_pdf
render_pdf(parse("正文。", title="报告"))
opened = set()
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], str):
        opened.add(arguments[0])
    if event.startswith("socket."):
        opened.add(event)
sys.addaudithook(watch)
render_pdf(parse('<img src="/etc/hostname">正文2。', title="<link href=/etc/hosts>报告"))
print("\\n".join(opened))
"""


def test_rendering_opens_no_file_but_fonts():
    """In a process of its own, which must also end well: Pango has crashed at the end of such ones."""
    done = subprocess.run(
        [sys.executable, "-c", OPENED], capture_output=True, text=True, check=True, cwd=ROOT
    )
    others = [
        name
        for name in done.stdout.split()
        if not name.lower().endswith((".otf", ".ttf", ".ttc", ".py", ".pyc"))
    ]
    assert others == []


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


PHRASES = st.sampled_from(
    [
        "全镇认真贯彻落实",
        "发放宣传资料5000余份",
        "开展“法律进乡村”活动14次",
        "学习《民法典》《宪法》",
        "满意率达98.5%",
        "截至2022年12月30日",
        "调解员王䶮、李㛃",
        "各村（社区）",
        "推进——深化……",
        "用Open Day平台",
    ]
)
PARAGRAPH = st.lists(st.tuples(PHRASES, st.sampled_from("，。；、")), min_size=1, max_size=60).map(
    lambda phrases: "".join(phrase + mark for phrase, mark in phrases)
)
HEADED = st.tuples(
    st.sampled_from(["", "一、主要做法\n", "（一）学法用法\n", "（二）学用结合。", "1.制度"]), PARAGRAPH
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(HEADED.map("".join), min_size=5, max_size=12))
def test_any_long_text_keeps_grid_measure_and_line_rules(paragraphs):
    profile = dataclasses.replace(NATIONAL, headings_keep_text=False)
    found = assert_on_grid(render_pdf(parse("\n".join(paragraphs), title=TITLE), profile))
    inner = inner_lines(found)
    assert_filled(inner)
    assert_line_rules(inner)
