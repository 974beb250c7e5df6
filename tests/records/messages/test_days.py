"""Days in the spellings of chats, read on Sunday, 20 November 2022."""

import datetime

import pytest

from township.records.messages.days import find_day, find_month

TODAY = datetime.date(2022, 11, 20)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年3月5日", "2022-03-05"),
        ("２０２２年３月５日", "2022-03-05"),
        ("二〇二二年三月五日", "2022-03-05"),
        ("2021-12-30开展", "2021-12-30"),
        ("2022.3.5", "2022-03-05"),
        ("2022/03/05", "2022-03-05"),
        ("3月5日下午", "2022-03-05"),
        ("3 月 5 号", "2022-03-05"),
        ("三月二十五号", "2022-03-25"),
        ("3.5普法", "2022-03-05"),
        ("11-16岭脚村", "2022-11-16"),
        ("12月4日", "2021-12-04"),
        ("去年3月5日", "2021-03-05"),
        ("11月21日", "2021-11-21"),
        ("11月20日", "2022-11-20"),
        ("2月29日", "2020-02-29"),
        ("今天", "2022-11-20"),
        ("昨晚", "2022-11-19"),
        ("前天", "2022-11-18"),
        ("上周三", "2022-11-09"),
        ("本周二", "2022-11-15"),
        ("星期天", "2022-11-20"),
        ("周六", "2022-11-19"),
        ("8日上午", "2022-11-08"),
        ("25日", "2022-10-25"),
    ],
)
def test_a_day_is_read(text, expected):
    assert find_day(text, today=TODAY).date.isoformat() == expected


@pytest.mark.parametrize(
    "text", ["", "发放120份", "13月40日", "3.5万元", "1.2万人次", "占比3.5%", "2号线", "15条"]
)
def test_what_is_no_day_is_none(text):
    assert find_day(text, today=TODAY) is None


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("3月5日至7日", "2022-03-07"),
        ("3月30日-4月2日", "2022-04-02"),
        ("6月13-15日", "2022-06-15"),
        ("3月5日至3日", None),
    ],
)
def test_a_span_has_an_end(text, until):
    found = find_day(text, today=TODAY)
    assert (found.until.isoformat() if found.until else None) == until


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("3月份村务公开", "2022-03-01"),
        ("12月财务公开", "2021-12-01"),
        ("2021年5月党务", "2021-05-01"),
        ("3月5日", None),
    ],
)
def test_a_month_is_read_where_no_day_follows(text, month):
    found = find_month(text, today=TODAY)
    assert (found.isoformat() if found else None) == month
