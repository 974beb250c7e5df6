"""Whatever is in whatever ledger: each figure of the portal is what the rows of its own drill-down add up to."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.factories import make_record, registers
from tests.figures.test_ledger_property import followed
from township.figures.indicator import indicators
from township.figures.measures import AreasCovered, Count, Distinct, MonthsCovered, Sum
from township.figures.period import Period
from township.figures.reading import by_area, by_month, read, records_behind, rows_behind
from township.records.models import State

PLACES = ("township", "a", "b", "foreign_village")
ENTRIES = st.lists(
    st.tuples(
        st.sampled_from(registers()),
        st.sampled_from(PLACES),
        st.dates(datetime.date(2021, 12, 1), datetime.date(2023, 1, 31)),
        st.sampled_from(State.values),
    ),
    max_size=25,
)
PERIODS = st.sampled_from(
    (Period.year(2022), Period.month(2022, 3), Period.containing(datetime.date(2022, 5, 1), "half"))
)
random_ledgers = settings(
    max_examples=8,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def enter(world, entries):
    for register, place, date, state in entries:
        try:
            with transaction.atomic():
                make_record(register, world, area=getattr(world, place), date=date, state=state)
        except (AssertionError, IntegrityError):
            # A ledger of months holds one record of a place and month; of some, other dates would be out of order.
            continue


def added_up(indicator, rows):
    """The figure that `rows` of its grain make, counted in Python."""
    measure = indicator.counted
    if isinstance(measure, Count):
        return len(rows)
    if isinstance(measure, Sum):
        return sum(followed(row, measure.field) or 0 for row in rows)
    if isinstance(measure, Distinct):
        return len({followed(row, measure.field) for row in rows} - {None})
    if isinstance(measure, MonthsCovered):
        return len({followed(row, indicator.date).strftime("%Y-%m") for row in rows})
    assert isinstance(measure, AreasCovered)
    return len({followed(row, f"{indicator.prefix}area") for row in rows})


@pytest.fixture
def counted():
    return [indicator for indicator in indicators.all() if not indicator.is_ratio]


@random_ledgers
@given(entries=ENTRIES, place=st.sampled_from(("county_area", "township", "a")), period=PERIODS)
def test_the_records_behind_a_figure_add_up_to_it(world, counted, entries, place, period):
    area = getattr(world, place)
    with transaction.atomic():
        enter(world, entries)
        figures = read(indicators.all(), area=area, period=period)
        for indicator in counted:
            rows = list(rows_behind(indicator, area=area, period=period))
            assert (figures[indicator.key].value or 0) == added_up(indicator, rows), indicator.key
            records = records_behind(indicator, area=area, period=period)
            assert {record.state for record in records} <= {State.SUBMITTED, State.APPROVED}
        transaction.set_rollback(True)


@random_ledgers
@given(entries=ENTRIES)
def test_months_and_villages_show_the_same_figures(world, counted, entries):
    year = Period.year(2022)
    with transaction.atomic():
        enter(world, entries)
        months = by_month(counted, area=world.township, period=year)
        villages = by_area(counted, area=world.township, period=year)
        for month in (Period.month(2022, 1), Period.month(2022, 12)):
            alone = read(counted, area=world.township, period=month)
            assert {key: row[month] for key, row in months.items()} == {
                key: figure.value or 0 for key, figure in alone.items()
            }
        for village in (world.a, world.b):
            alone = read(counted, area=village, period=year)
            assert {key: row[village] for key, row in villages.items()} == {
                key: figure.value or 0 for key, figure in alone.items()
            }
        transaction.set_rollback(True)
