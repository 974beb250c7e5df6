"""Numbers as people write them, alone and in running text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from township.records.numerals import find_all, read

CASES = [
    ("120", "120", False),
    ("1,200", "1200", False),
    ("１，２００", "1200", False),
    ("１２０", "120", False),
    ("3.5", "3.5", False),
    ("1.2万", "12000", False),
    ("3万5千", "35000", False),
    ("5千", "5000", False),
    ("2亿", "200000000", False),
    ("300余", "300", True),
    ("50多", "50", True),
    ("1.2万余", "12000", True),
    ("100多万", "1000000", True),
    ("约300", "300", True),
    ("大约 80", "80", True),
    ("近千", "1000", True),
    ("上百", "100", True),
    ("超过200", "200", True),
    ("逾两千", "2000", True),
    ("十", "10", False),
    ("十二", "12", False),
    ("二十", "20", False),
    ("一百二十", "120", False),
    ("一百零二", "102", False),
    ("一百二", "120", False),
    ("三千五", "3500", False),
    ("一万二", "12000", False),
    ("一万零二十", "10020", False),
    ("两百", "200", False),
    ("三千五百余", "3500", True),
    ("十余", "10", True),
    ("十来", "10", True),
    ("十几", "10", True),
    ("百余", "100", True),
    ("三四十", "30", True),
    ("十五六", "15", True),
    ("五六", "5", True),
    ("二〇二二", "2022", False),
    ("叁佰贰拾", "320", False),
    ("一亿二千万", "120000000", False),
    ("十万", "100000", False),
]


@pytest.mark.parametrize(("text", "value", "approximate"), CASES)
def test_a_number_at_the_start_is_read_whole_with_what_follows_left_alone(text, value, approximate):
    found = read(f"{text}份资料")
    assert (found.value, found.approximate, found.text) == (Decimal(value), approximate, text)
    assert found.end == len(text)


@pytest.mark.parametrize(
    "text", ["", "资料120份", "数百人", "几十人", "百千", "百分之九十", "十分满意", "、5"]
)
def test_what_does_not_start_with_a_number_is_none(text):
    assert read(text) is None


@pytest.mark.parametrize("text", ["50人左右", "50人上下", "120余人", "50多次", "约50人", "50 左右"])
def test_words_of_approximation_may_stand_before_behind_and_after_the_unit(text):
    assert read(text).approximate


@pytest.mark.parametrize("text", ["最近3次", "预约3人", "签约3家", "附近2个村", "结余"])
def test_words_that_only_end_like_approximation_do_not_make_a_number_approximate(text):
    assert not any(numeral.approximate for numeral in find_all(text))


def test_all_numbers_of_a_text_come_with_their_places_in_the_text_as_given():
    text = "３月5日在毛俊村发放资料１，２００余份，约五十人参加，悬挂横幅两条。"
    found = [(numeral.text, numeral.whole, numeral.approximate) for numeral in find_all(text)]
    assert found == [
        ("３", 3, False),
        ("5", 5, False),
        ("１，２００余", 1200, True),
        ("约五十", 50, True),
        ("两", 2, False),
    ]
    assert all(text[numeral.start : numeral.end] == numeral.text for numeral in find_all(text))


def test_a_date_with_dots_is_three_whole_numbers():
    assert [numeral.whole for numeral in find_all("2022.3.5")] == [2022, 3, 5]


def test_a_weight_keeps_its_unit():
    assert read("5千克").whole == 5


def test_a_fraction_has_no_whole_value():
    assert read("3.5").whole is None


@given(st.integers(0, 10**9))
def test_every_whole_number_is_read_in_digits(number):
    assert read(f"{number}份").whole == number
    assert read(f"{number:,}份").whole == number


def in_characters(number):
    """The usual way to write a number below a hundred million, as an independent statement of the rule."""
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        gap = "零" if 0 < low < 1000 else ""
        return f"{in_characters(high)}万{gap}{in_characters(low) if low else ''}"
    text, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            text += ("零" if zero else "") + "零一二三四五六七八九"[digit] + name
        zero = bool(text) and not digit and bool(number)
    return text


@given(st.integers(1, 99_999_999))
def test_every_number_is_read_in_characters(number):
    assert read(f"{in_characters(number)}份").whole == number


@given(st.text(alphabet="约近0123456789.,，余多万千百十一二三零两人份 年", max_size=20))
def test_nothing_that_people_can_type_breaks_the_reading(text):
    for numeral in find_all(text):
        assert text[numeral.start : numeral.end] == numeral.text
        assert numeral.value >= 0
