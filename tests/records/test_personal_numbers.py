import datetime

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from township.records.personal_numbers import (
    check_id_number,
    check_telephone,
    is_id_number,
    no_personal_numbers,
    normal_id_number,
)

BORN = st.dates(datetime.date(1900, 1, 1), datetime.date(2020, 12, 31))


@st.composite
def id_numbers(draw):
    """Valid numbers, built by the congruence of GB 11643: the weighted sum of all 18 is 1 modulo 11."""
    region = draw(st.integers(110000, 999999))
    first = f"{region}{draw(BORN):%Y%m%d}{draw(st.integers(0, 999)):03d}"
    total = sum(int(digit) * pow(2, 17 - place) for place, digit in enumerate(first))
    check = (1 - total) % 11
    return first + ("X" if check == 10 else str(check))


@given(id_numbers())
def test_valid_numbers_pass_and_are_found_in_text(number):
    assert is_id_number(number)
    check_id_number(number.lower())
    with pytest.raises(ValidationError, match="身份证号"):
        no_personal_numbers(f"甲（{number.lower()}）与乙因排水发生争执。")


@given(id_numbers(), st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(number, place, shift):
    wrong = str((int(number[place]) + shift) % 10)
    assert not is_id_number(number[:place] + wrong + number[place + 1 :])


@pytest.mark.parametrize(
    "number",
    ["11010519491331002X", "110105194912310", "1101051949123100", "12345678901234567890", "身份证丢失"],
)
def test_what_is_no_id_number_is_refused(number):
    with pytest.raises(ValidationError, match="身份证号不对"):
        check_id_number(number)


@pytest.mark.parametrize(
    "number", ["", "11010519491231002X", " 11010519491231002x ", "E12345678", "H1234567890"]
)
def test_papers_that_pass(number):
    check_id_number(number)


def test_numbers_are_compared_without_spaces_and_case():
    assert normal_id_number(" 110105 19491231002x") == "11010519491231002X"


@pytest.mark.parametrize("text", ["电话13912345678。", "13912345678", "找乙(18600000000)协商"])
def test_mobile_numbers_in_text_are_refused(text):
    with pytest.raises(ValidationError, match="手机号码"):
        no_personal_numbers(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "甲欠乙货款139123元，约定2022年12月31日前付清。",
        "案号431127102200139123456780",
        "合同编号A13912345678B",
        "1391234567",
        "11010519491231002",
        "110105194912310021",
    ],
)
def test_other_numbers_in_text_pass(text):
    no_personal_numbers(text)


@pytest.mark.parametrize(
    "number", ["", "13912345678", "139 1234 5678", "0746-2212345", "07462212345", "2212345"]
)
def test_telephones_that_pass(number):
    check_telephone(number)


@pytest.mark.parametrize("number", ["12345678901", "1391234567", "139123456789", "没有"])
def test_telephones_that_are_refused(number):
    with pytest.raises(ValidationError, match="电话号码不对"):
        check_telephone(number)
