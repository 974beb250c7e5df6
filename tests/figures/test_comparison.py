"""How a figure stands beside the same span last year, in words."""

import datetime
from decimal import Decimal

import pytest

from outreach.models import OutreachEvent
from township.figures.choosing import span_of
from township.figures.comparison import Compared, change_in_words, compare, shown
from township.figures.indicator import indicators
from township.figures.period import Period
from township.figures.reading import Figure
from township.people.gate import Gate

EVENTS = indicators.get("outreach.events")
RATE = indicators.get("disputes.success_rate")


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (14, 10, "增长40%"),
        (7, 10, "下降30%"),
        (10, 10, "持平"),
        (0, 10, "下降100%"),
        (3, 0, "上年为0"),
        (0, 0, "持平"),
        # Below a base of 5 a percentage would mislead.
        (8, 4, "多4场"),
        (1, 4, "少3场"),
        (6, 5, "增长20%"),
        (100_001, 100_000, "多1场"),
        (Decimal("12.5"), Decimal("10"), "增长25%"),
        (None, 10, ""),
        (10, None, ""),
        (None, None, ""),
    ],
)
def test_changes_of_counts(now, before, words):
    assert change_in_words(now, before, EVENTS) == words


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (100.0, 95.1, "高4.9个百分点"),
        (90.0, 95.1, "低5.1个百分点"),
        (95.1, 95.1, "持平"),
        (50.0, 0.0, "高50个百分点"),
    ],
)
def test_changes_of_rates_are_in_points(now, before, words):
    assert change_in_words(now, before, RATE) == words


@pytest.mark.parametrize(
    ("now", "before", "phrase"),
    [
        (14, 10, "上年同期10场，增长40%"),
        (3, 0, "上年为0"),
        (None, 10, "上年同期10场"),
        (10, None, "上年同期未填"),
        (None, None, ""),
    ],
)
def test_the_whole_phrase(now, before, phrase):
    assert Compared(Figure(EVENTS, now), Figure(EVENTS, before)).against == phrase


def test_nothing_recorded_nothing_to_divide_and_zero_read_differently():
    assert shown(Figure(EVENTS, None)) == "未填"
    assert shown(Figure(EVENTS, 0)) == "0场"
    assert shown(Figure(RATE, None, numerator=0, denominator=0)) == "不适用"
    assert shown(Figure(RATE, None)) == "未填"


def test_a_running_year_is_compared_with_the_same_days_of_last_year(world, make):
    day = datetime.date(2024, 2, 29)
    for date in ("2024-02-29", "2024-01-02", "2023-02-28", "2023-03-01", "2023-12-31"):
        make(OutreachEvent, date=datetime.date.fromisoformat(date))
    period = span_of(world.township, 2024, today=day)
    assert period == Period(datetime.date(2024, 1, 1), day)
    [found] = compare([EVENTS], area=world.township, period=period, gate=Gate(world.coordinator))
    assert (found.now.value, found.before.value) == (2, 1)


def test_a_past_year_is_whole(world):
    assert span_of(world.township, 2022, today=datetime.date(2024, 2, 29)) == Period.year(2022)
