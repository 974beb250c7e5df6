"""Working days by the table of holidays, and by weekends alone where nothing is arranged."""

import datetime

import pytest
from django.apps import apps
from hypothesis import given, settings
from hypothesis import strategies as st

from township.records.models import Holiday
from township.records.reference_data import install_holidays
from township.records.working_days import add_working_days, is_working_day

pytestmark = pytest.mark.django_db
DAYS = st.dates(datetime.date(2020, 1, 1), datetime.date(2035, 12, 31))


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("date", "works"),
    [
        ("2022-10-07", False),  # 国庆节, a Friday
        ("2022-10-08", True),  # a Saturday that was worked
        ("2022-10-15", False),
        ("2022-10-17", True),
        ("2040-10-01", True),  # not arranged yet, a Monday
        ("2040-10-06", False),
    ],
)
def test_a_day_is_worked_as_arranged(date, works):
    assert is_working_day(day(date)) is works


@pytest.mark.parametrize(
    ("received", "number", "last"),
    [
        ("2022-09-30", 1, "2022-10-08"),
        ("2022-09-30", 20, "2022-11-02"),
        ("2022-01-28", 2, "2022-01-30"),
        ("2040-03-02", 20, "2040-03-30"),
        ("2040-03-02", 0, "2040-03-02"),
    ],
)
def test_a_term_ends_after_so_many_working_days(received, number, last):
    assert add_working_days(day(received), number) == day(last)


@settings(max_examples=60, deadline=None)
@given(DAYS, st.integers(1, 60))
def test_exactly_so_many_days_are_worked_in_a_term(first, number):
    last = add_working_days(first, number)
    span = [first + datetime.timedelta(days=passed + 1) for passed in range((last - first).days)]
    assert sum(map(is_working_day, span)) == number
    assert is_working_day(last)


def test_a_term_asks_the_table_once(django_assert_num_queries):
    with django_assert_num_queries(1):
        add_working_days(day("2022-01-04"), 40)


def test_migrating_again_keeps_what_an_administrator_changed():
    before = Holiday.objects.count()
    Holiday.objects.filter(date="2022-10-08").update(is_working=False, name="本地安排")
    install_holidays(apps.get_app_config("records"), "default")
    assert Holiday.objects.count() == before
    assert not is_working_day(day("2022-10-08"))


def test_the_last_day_of_a_year_may_belong_to_the_next():
    holiday = Holiday.objects.get(date="2022-12-31")
    assert (holiday.name, holiday.year, holiday.is_working) == ("元旦", 2023, False)
