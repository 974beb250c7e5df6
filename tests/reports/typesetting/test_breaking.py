"""Breaking lines, apart from fonts and pages."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from reports.typesetting.breaking import HANGING, NEVER_FIRST, NEVER_LAST, Measure, break_lines, units
from reports.typesetting.titles import title_lines

WIDTH, SIZE = 442.205, 16.0
MEASURE = Measure(width=WIDTH, cells=28, size=SIZE, first=2 * WIDTH / 28)


def lines_of(text):
    widths = [SIZE / 2 if character.isascii() else SIZE for character in text]
    lines = break_lines(text, widths, MEASURE)
    return [text[line.start : line.end] for line in lines], lines, widths


def test_figures_stay_with_their_units():
    assert units("共5000余份，300余人次")[1:3] == ["5000余份，", "300余人次"]
    assert "2022年" in units("自2022年起")
    assert "98.5%。" in units("达98.5%。")
    assert "第12次" in units("的第12次会")


def test_dashes_and_ellipses_stay_whole():
    assert "——" in "|".join(units("甲——乙")) and "—|—" not in "|".join(units("甲——乙"))
    assert "……" in "|".join(units("甲……乙")) and "…|…" not in "|".join(units("甲……乙"))


TEXT = st.text(st.sampled_from("法治乡村宣传年人次份，。、；：“”（）《》0123456789%abc"), max_size=300)


@given(TEXT)
def test_no_character_is_lost_and_none_stands_where_it_must_not(text):
    texts, _lines, _widths = lines_of(text)
    assert "".join(texts) == text
    pieces = units(text)
    for before, after in itertools.pairwise(texts):
        # A run of marks longer than a line has to break somewhere.
        if max(map(len, pieces)) < 10:
            assert after[0] not in NEVER_FIRST
            assert before[-1] not in NEVER_LAST


@given(TEXT)
def test_inner_lines_fill_the_measure_exactly(text):
    texts, lines, widths = lines_of(text)
    for number, line in enumerate(lines[:-1]):
        room = WIDTH - (2 * WIDTH / 28 if number == 0 else 0)
        count = line.end - line.start
        full = sum(widths[line.start : line.end]) + line.spacing * (count - 1)
        hung = full - widths[line.end - 1] - line.spacing
        assert abs(full - room) < 0.01 or (texts[number][-1] in HANGING and abs(hung - room) < 0.01)


def test_long_titles_are_balanced_and_break_after_words():
    lines = title_lines("中共云岭县青山镇委员会云岭县青山镇人民政府关于2025年法治政府建设情况的报告", 20)
    assert lines[0] == "中共云岭县青山镇委员会"
    assert all(len(line) <= 20 for line in lines)
    assert "".join(lines) == "中共云岭县青山镇委员会云岭县青山镇人民政府关于2025年法治政府建设情况的报告"
