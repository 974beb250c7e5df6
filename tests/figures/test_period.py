"""Spans of days: leap days, ends of months and years, and the same span a year earlier."""

import datetime
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from township.figures.period import Period


def day(text):
    return datetime.date.fromisoformat(text)


def span(text):
    return Period(*(day(part) for part in text.split(" ")))


@pytest.mark.parametrize(
    ("now", "before"),
    [
        ("2022-01-01 2022-12-31", "2021-01-01 2021-12-31"),
        ("2022-01-01 2022-11-30", "2021-01-01 2021-11-30"),
        ("2024-02-29 2024-02-29", "2023-02-28 2023-02-28"),
        ("2024-01-01 2024-02-29", "2023-01-01 2023-02-28"),
        ("2025-01-01 2025-02-28", "2024-01-01 2024-02-29"),
        ("2024-01-01 2024-02-28", "2023-01-01 2023-02-28"),
        ("2025-02-01 2025-02-27", "2024-02-01 2024-02-27"),
        ("2021-12-01 2022-11-30", "2020-12-01 2021-11-30"),
    ],
)
def test_same_span_last_year(now, before):
    assert span(now).last_year() == span(before)


def test_ends_are_included_and_order_is_kept():
    year = Period.year(2024)
    assert (day("2024-01-01") in year, day("2024-12-31") in year) == (True, True)
    assert (day("2023-12-31") in year, day("2025-01-01") in year) == (False, False)
    with pytest.raises(ValueError, match="before it starts"):
        Period(day("2022-02-01"), day("2022-01-31"))


def test_months_of_a_span_over_the_turn_of_the_year():
    assert span("2023-12-15 2024-02-10").months() == [
        span("2023-12-15 2023-12-31"),
        span("2024-01-01 2024-01-31"),
        span("2024-02-01 2024-02-10"),
    ]


@pytest.mark.parametrize(
    ("text", "every", "expected"),
    [
        ("2024-02-29", "month", "2024-02-01 2024-02-29"),
        ("2023-02-10", "month", "2023-02-01 2023-02-28"),
        ("2024-05-31", "quarter", "2024-04-01 2024-06-30"),
        ("2024-12-31", "half", "2024-07-01 2024-12-31"),
        ("2024-06-30", "half", "2024-01-01 2024-06-30"),
        ("2024-06-30", "year", "2024-01-01 2024-12-31"),
    ],
)
def test_the_span_that_a_day_lies_in(text, every, expected):
    assert Period.containing(day(text), every) == span(expected)


def test_whole_spans_that_begin_within():
    assert span("2022-01-15 2022-08-01").spans("quarter") == [
        span("2022-04-01 2022-06-30"),
        span("2022-07-01 2022-09-30"),
    ]
    assert len(Period.year(2024).spans("month")) == 12
    assert Period.year(2024).spans("half") == [span("2024-01-01 2024-06-30"), span("2024-07-01 2024-12-31")]


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("2022-01-01 2022-12-31", "2022年"),
        ("2024-02-01 2024-02-29", "2024年2月"),
        ("2022-01-01 2022-11-30", "2022年1月1日至2022年11月30日"),
    ],
)
def test_in_words(text, spoken):
    assert str(span(text)) == spoken


DAYS = st.dates(datetime.date(2000, 1, 1), datetime.date(2060, 12, 31))


@given(DAYS, DAYS)
def test_months_tile_the_span(one, other):
    period = Period(min(one, other), max(one, other))
    months = period.months()
    assert (months[0].start, months[-1].end) == (period.start, period.end)
    for earlier, later in itertools.pairwise(months):
        assert earlier.end + datetime.timedelta(days=1) == later.start
    assert {(month.start.year, month.start.month) for month in months} == {
        (month.end.year, month.end.month) for month in months
    }


@given(DAYS, DAYS)
def test_last_year_is_a_year_earlier_and_about_as_long(one, other):
    period = Period(min(one, other), max(one, other))
    before = period.last_year()
    assert (before.start.year, before.start.month) == (period.start.year - 1, period.start.month)
    assert (before.end.year, before.end.month) == (period.end.year - 1, period.end.month)
    assert abs((period.end - period.start) - (before.end - before.start)) <= datetime.timedelta(days=2)
