"""Breaking lines, apart from fonts and pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.typesetting.breaking import HANGING, NEVER_FIRST, NEVER_LAST, Measure, break_lines, units

WIDTH, SIZE = 442.205, 16.0
INDENT = 2 * WIDTH / 28
MEASURE = Measure(width=WIDTH, cells=28, size=SIZE, first=INDENT)


def widths_of(text):
    return [SIZE / 2 if character.isascii() else SIZE for character in text]


def lines_of(text):
    return break_lines(text, widths_of(text), MEASURE)


@pytest.mark.parametrize(
    "figure",
    [
        "5000余份",
        "300余人次",
        "98.5%",
        "第12次",
        "2022年",
        "12月30日",
        "3.2万余元",
        "1,200人次",
        "1，200人次",
        "9:30",
        "9：30",
        "2022-12-30",
        "0746-1234567",
        "￥100元",
        "0.5个百分点",
        "36℃",
        "5G",
        "２０２２年",
        "第十二次",
        "二十三",
        "——",
        "……",
    ],
)
def test_figures_and_double_marks_are_never_parted(figure):
    assert f"{figure}，|其" in "|".join(units(f"这{figure}，其"))


def test_marks_stay_with_what_they_belong_to():
    assert units("学《民法典》、“七进”（含社区）。") == [
        "学",
        "《民",
        "法",
        "典》、",
        "“七",
        "进”",
        "（含",
        "社",
        "区）。",
    ]


def test_a_closing_mark_hangs_instead_of_pulling_a_character_down():
    first, second = lines_of("法" * 26 + "，治")
    assert (first.end, second.start) == (27, 27)
    assert first.spacing * 25 + 26 * SIZE == pytest.approx(WIDTH - INDENT)


def test_a_space_at_the_end_of_a_line_takes_no_room():
    first, _ = lines_of("法" * 26 + " 治")
    assert first.end == 27
    assert first.spacing * 25 + 26 * SIZE == pytest.approx(WIDTH - INDENT)


def test_a_long_address_is_parted_at_its_own_marks():
    text = "网址https://www.example.com/zwgk/fzzfjs/2025/annual-report.html"
    first, second = lines_of(text)
    assert (text[: first.end], text[second.start :]) == (
        "网址https://www.example.com/zwgk/fzzfjs/2025/annual-",
        "report.html",
    )


WORDS = st.sampled_from(
    [
        "法治",
        "全镇",
        "宣传资料",
        "镇",
        "“关键少数”",
        "《民法典》",
        "（社区）",
        "Open Day ",
        "七进”",
        "12345热线",
    ]
)
FIGURES = st.sampled_from(
    ["5000余份", "98.5%", "2022年", "12月30日", "1,200人次", "第12次", "——", "……", "34件次"]
)
MARKS = st.sampled_from(["", "", "，", "。", "、", "；", "：", "？", "！", "。”"])
PROSE = st.lists(st.tuples(WORDS, st.one_of(st.just(""), FIGURES), MARKS), min_size=1, max_size=60)


@given(PROSE)
def test_prose_keeps_the_rules_of_line_ends(phrases):
    text, figures = "", []
    for word, figure, mark in phrases:
        begin = len(text) + len(word)
        figures.append(range(begin + 1, begin + len(figure)))
        text += word + figure + mark
    breaks = [line.end for line in lines_of(text)[:-1]]
    for position in breaks:
        assert text[position] not in NEVER_FIRST, text[:position]
        assert text[position - 1] not in NEVER_LAST.replace(" ", ""), text[:position]
        assert not any(position in figure for figure in figures), text[:position]


ANYTHING = st.text(
    st.one_of(
        st.sampled_from("法治乡村年人次份，。、；：“”（）《》—…0123456789%abcXYZ /-"),
        st.characters(codec="utf-8"),
    ),
    max_size=300,
)


@given(ANYTHING)
def test_no_character_is_lost(text):
    assert "".join(text[line.start : line.end] for line in lines_of(text)) == text


@given(ANYTHING)
def test_no_line_is_wider_than_the_measure_and_inner_ones_fill_it(text):
    widths, lines = widths_of(text), lines_of(text)
    for number, line in enumerate(lines):
        end = line.end
        while end > line.start + 1 and text[end - 1] == " ":
            end -= 1
        room = WIDTH - (INDENT if number == 0 else 0)
        full = sum(widths[line.start : end]) + line.spacing * (end - line.start - 1)
        hung = full - widths[end - 1] - line.spacing if text[end - 1] in HANGING else full
        assert min(full, hung) <= room + 0.25
        if line is not lines[-1] and end - line.start > 1:
            assert pytest.approx(room, abs=0.01) in (full, hung)
