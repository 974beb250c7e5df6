"""上期结转＋本期受理＝本期办结＋结转下期, in every village and span, whatever is in the ledgers."""

import datetime
import uuid

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disputes.models import Dispute, Petition
from township.figures.indicator import indicators
from township.figures.period import Period
from township.figures.reading import by_area, by_month, read, records_behind
from township.records.models import State

LABELS = {
    "disputes": ("上期结转矛盾纠纷件数", "受理矛盾纠纷件数", "办结矛盾纠纷件数", "在调矛盾纠纷件数"),
    "petitions": ("上期结转信访事项数", "受理信访事项数", "办结信访事项数", "在办信访事项数"),
}
DAYS = st.dates(datetime.date(2021, 6, 1), datetime.date(2023, 6, 30))
ROW = st.fixed_dictionaries(
    {
        "place": st.sampled_from(["township", "a", "b", "foreign_village"]),
        "date": DAYS,
        "waits": st.none() | st.integers(0, 90),
        "takes": st.none() | st.integers(0, 500),
        "state": st.sampled_from(State.values),
        "part": st.sampled_from(["lead", "lead", "joined"]),
        "demand": st.sampled_from(["grievance", "suggestion", "report"]),
    }
)
SPAN = st.tuples(DAYS, DAYS).map(lambda days: Period(min(days), max(days)))
LEDGER = st.lists(ROW, max_size=14)
examples = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def later(day, days):
    return None if day is None or days is None else day + datetime.timedelta(days=days)


def write(world, rows):
    for row in rows:
        area = getattr(world, row["place"])
        common = {"area": area, "keeper": area, "date": row["date"], "state": row["state"]}
        closed = later(row["date"], row["takes"])
        Dispute.objects.create(
            kind="other",
            part=row["part"],
            closed_on=closed,
            result="withdrawn" if closed else "ongoing",
            organisation="village" if closed else "",
            entry_id=uuid.uuid4(),
            **common,
        )
        accepted = later(row["date"], row["waits"])
        closed = later(accepted or row["date"], row["takes"])
        Petition.objects.create(
            channel="letter",
            demand=row["demand"],
            accepted_on=accepted,
            closed_on=closed,
            result="answered" if closed else "ongoing",
            **common,
        )


def four(kind):
    return [indicators.by_label[label] for label in LABELS[kind]]


def balanced(values):
    before, came, went, after = (value or 0 for value in values)
    return before + came == went + after


@pytest.mark.parametrize("kind", LABELS)
@examples
@given(rows=LEDGER, span=SPAN)
def test_what_came_in_is_what_went_out_and_what_is_left(world, kind, rows, span):
    wanted = four(kind)
    with transaction.atomic():
        write(world, rows)
        for area in (world.county_area, world.township, world.a, world.b):
            figures = read(wanted, area=area, period=span)
            assert balanced(figures[one.key].value for one in wanted), (area, figures)
            for one in wanted:
                behind = records_behind(one, area=area, period=span)
                assert (figures[one.key].value or 0) == behind.count(), one.key
        villages = by_area(wanted, area=world.township, period=span)
        for village in (world.a, world.b, world.township):
            assert balanced(villages[one.key][village] for one in wanted), village
        transaction.set_rollback(True)


@pytest.mark.parametrize("kind", LABELS)
@examples
@given(rows=LEDGER)
def test_what_a_month_leaves_is_what_the_next_begins_with(world, kind, rows):
    carried, _, _, left = wanted = four(kind)
    with transaction.atomic():
        write(world, rows)
        months = by_month(wanted, area=world.township, period=Period.year(2022))
        for month in Period.year(2022).months():
            assert balanced(months[one.key][month] for one in wanted), month
        begins = list(months[carried.key].values())[1:]
        assert begins == list(months[left.key].values())[:-1]
        transaction.set_rollback(True)
