"""What is due of whom: cells by village and span, and what answers them."""

import datetime
import itertools

import pytest

from outreach.models import OutreachEvent
from outreach.registers import OutreachEvents
from township.figures.duties import CellState, Duty, cells, duties, open_cells
from township.figures.models import Exemption, NilReturn
from township.figures.period import Period
from township.people.gate import Gate
from township.people.places import remembered
from township.records.models import State

DONE, NIL, MISSING, AHEAD, NOT_OWED = (
    CellState.DONE,
    CellState.NIL,
    CellState.MISSING,
    CellState.AHEAD,
    CellState.NOT_APPLICABLE,
)
YEAR = Period.year(2022)
MONTHLY = Duty("test.monthly", "每月普法", OutreachEvents, each="village", every="month")
QUARTERLY = Duty("test.quarterly", "每季普法", OutreachEvents, each="village", every="quarter", days=10)
TOWNSHIP = Duty("test.township", "全镇每季普法", OutreachEvents, each="township", every="quarter")


def day(text):
    return datetime.date.fromisoformat(text)


def states(duty, area, *, today="2022-08-15", period=YEAR, gate=None):
    """{name of a unit: states of its cells in order}."""
    found = cells(duty, area=area, period=period, gate=gate, today=day(today))
    by_unit = itertools.groupby(found, key=lambda cell: cell.area.name)
    return {name: [cell.state for cell in row] for name, row in by_unit}


def nil(area, start, end):
    NilReturn.objects.create(register="outreach-events", area=area, start=day(start), end=day(end))


def test_every_village_owes_every_span(world, make):
    make(OutreachEvent, area=world.a, date=day("2022-03-31"))
    make(OutreachEvent, area=world.b, date=day("2022-04-01"))
    make(OutreachEvent, area=world.foreign_village, date=day("2022-04-01"))
    assert states(QUARTERLY, world.township) == {
        "甲村": [DONE, MISSING, AHEAD, AHEAD],
        "乙村": [MISSING, DONE, AHEAD, AHEAD],
    }
    assert states(QUARTERLY, world.a) == {"甲村": [DONE, MISSING, AHEAD, AHEAD]}


def test_what_does_not_count_does_not_answer(world, make):
    for state in (State.DRAFT, State.RETURNED, State.VOIDED):
        make(OutreachEvent, state=state, date=day("2022-02-01"))
    assert states(QUARTERLY, world.a) == {"甲村": [MISSING, MISSING, AHEAD, AHEAD]}
    make(OutreachEvent, state=State.APPROVED, date=day("2022-02-01"))
    assert states(QUARTERLY, world.a) == {"甲村": [DONE, MISSING, AHEAD, AHEAD]}


def test_a_joint_event_answers_for_all_who_took_part(world, make):
    make(OutreachEvent, area=world.a, date=day("2022-01-10")).villages.add(world.b)
    assert states(QUARTERLY, world.township) == {
        "甲村": [DONE, MISSING, AHEAD, AHEAD],
        "乙村": [DONE, MISSING, AHEAD, AHEAD],
    }
    assert states(QUARTERLY, world.b) == {"乙村": [DONE, MISSING, AHEAD, AHEAD]}


def test_a_townships_duty_is_answered_by_itself_or_any_village(world, make):
    make(OutreachEvent, area=world.township, date=day("2022-01-10"))
    make(OutreachEvent, area=world.b, date=day("2022-05-10"))
    make(OutreachEvent, area=world.foreign_village, date=day("2022-08-10"))
    assert states(TOWNSHIP, world.township, today="2022-12-31") == {"毛俊镇": [DONE, DONE, MISSING, AHEAD]}
    assert states(TOWNSHIP, world.county_area, today="2022-12-31") == {
        "毛俊镇": [DONE, DONE, MISSING, AHEAD],
        "邻镇": [MISSING, MISSING, DONE, AHEAD],
    }


def test_a_village_is_not_answered_for_by_its_township(world, make):
    make(OutreachEvent, area=world.township, date=day("2022-01-10"))
    assert states(QUARTERLY, world.a) == {"甲村": [MISSING, MISSING, AHEAD, AHEAD]}


def test_a_zero_report_answers_its_month(world):
    nil(world.a, "2022-02-01", "2022-02-28")
    assert states(MONTHLY, world.a)["甲村"] == [MISSING, NIL] + [MISSING] * 5 + [AHEAD] * 5


def test_a_quarter_needs_zero_reports_for_all_its_months(world):
    nil(world.a, "2022-01-01", "2022-01-31")
    nil(world.a, "2022-02-01", "2022-02-28")
    assert states(QUARTERLY, world.a)["甲村"][0] is MISSING
    nil(world.a, "2022-03-01", "2022-03-31")
    assert states(QUARTERLY, world.a)["甲村"][0] is NIL


def test_a_zero_report_over_a_longer_span_answers_each_whole_span_in_it(world):
    nil(world.a, "2022-01-01", "2022-06-30")
    assert states(QUARTERLY, world.a)["甲村"] == [NIL, NIL, AHEAD, AHEAD]
    assert states(MONTHLY, world.a)["甲村"][:7] == [NIL] * 6 + [MISSING]


def test_a_zero_report_for_part_of_a_month_answers_nothing(world):
    nil(world.a, "2022-01-10", "2022-02-20")
    assert states(MONTHLY, world.a)["甲村"][:2] == [MISSING, MISSING]


def test_a_record_beats_a_zero_report(world, make):
    nil(world.a, "2022-03-01", "2022-03-31")
    make(OutreachEvent, date=day("2022-03-05"))
    assert states(MONTHLY, world.a)["甲村"][2] is DONE


def test_a_span_is_whole_even_when_the_period_ends_within_it(world, make):
    """Seen from mid-February the first quarter is still one cell, answered by a record of March."""
    make(OutreachEvent, date=day("2022-03-30"))
    period = Period(day("2022-01-01"), day("2022-02-15"))
    assert states(QUARTERLY, world.a, period=period) == {"甲村": [DONE]}


def test_a_span_that_began_earlier_is_not_shown(world):
    period = Period(day("2022-02-01"), day("2022-02-28"))
    assert states(QUARTERLY, world.a, period=period) == {}


@pytest.mark.parametrize(("today", "state"), [("2022-03-31", AHEAD), ("2022-04-01", MISSING)])
def test_a_cell_is_missing_from_the_day_after_its_span(world, today, state):
    first = cells(QUARTERLY, area=world.a, period=YEAR, today=day(today))[0]
    assert (first.state, first.due) == (state, day("2022-04-10"))


def test_the_number_of_queries_is_fixed(world, make, django_assert_num_queries):
    for villages in (1, 3):
        for _ in range(villages):
            make(OutreachEvent, area=world.a).villages.add(world.b)
        with remembered(), django_assert_num_queries(5):
            cells(QUARTERLY, area=world.township, period=YEAR, today=day("2022-08-15"))


class TestOpenCells:
    """The work list: what the user could do something about, oldest first."""

    @pytest.fixture(autouse=True)
    def only_this_duty(self, monkeypatch):
        for key in list(duties):
            monkeypatch.delitem(duties, key)
        monkeypatch.setitem(duties, QUARTERLY.key, QUARTERLY)
        monkeypatch.setattr(duties, "sources", [])

    def open_for(self, user, today="2022-08-15"):
        found = open_cells(area=user.area, period=YEAR, gate=Gate(user), today=day(today))
        return [(cell.area.name, cell.period.start.month) for cell in found]

    def test_everybody_sees_the_own_units(self, world, make):
        make(OutreachEvent, area=world.a, date=day("2022-02-02"))
        assert self.open_for(world.clerk_a) == [("甲村", 4)]
        assert self.open_for(world.clerk_b) == [("乙村", 1), ("乙村", 4)]
        assert self.open_for(world.coordinator) == [("乙村", 1), ("甲村", 4), ("乙村", 4)]
        assert self.open_for(world.reviewer) == [("乙村", 1), ("甲村", 4), ("乙村", 4)]
        assert self.open_for(world.stranger_clerk) == [("丙村", 1), ("丙村", 4)]

    def test_readers_owe_nothing(self, world):
        for name in ("deputy", "principal", "county", "auditor", "mediator"):
            assert self.open_for(world.users[name]) == [], name


def exempt(area, start=None, end=None, duty=QUARTERLY):
    dates = {"start": start and day(start), "end": end and day(end)}
    Exemption.objects.create(area=area, duty=duty.key, reason="没有学校", **dates)


@pytest.fixture
def fresh():
    """`fresh(area)` reads the area anew, as each request does."""
    return lambda area: type(area).objects.get(pk=area.pk)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (None, None, [NOT_OWED] * 4),
        ("2022-04-01", None, [MISSING, NOT_OWED, NOT_OWED, NOT_OWED]),
        (None, "2022-06-30", [NOT_OWED, NOT_OWED, AHEAD, AHEAD]),
        # A quarter that is owed in part is owed.
        ("2022-02-01", "2022-06-29", [MISSING, MISSING, AHEAD, AHEAD]),
    ],
)
def test_what_does_not_concern_a_village_is_neither_done_nor_missing(world, fresh, start, end, expected):
    exempt(world.a, start, end)
    assert states(QUARTERLY, fresh(world.township)) == {
        "甲村": expected,
        "乙村": [MISSING, MISSING, AHEAD, AHEAD],
    }
    assert states(MONTHLY, fresh(world.a))["甲村"][0] is MISSING


def test_what_holds_for_a_place_holds_below_it_and_nowhere_else(world, fresh):
    exempt(world.township)
    assert states(QUARTERLY, fresh(world.b)) == {"乙村": [NOT_OWED] * 4}
    assert states(QUARTERLY, fresh(world.foreign_village)) == {"丙村": [MISSING, MISSING, AHEAD, AHEAD]}
    assert states(QUARTERLY, world.county_area) == {
        "甲村": [NOT_OWED] * 4,
        "乙村": [NOT_OWED] * 4,
        "丙村": [MISSING, MISSING, AHEAD, AHEAD],
    }


def test_what_was_reported_all_the_same_is_reported(world, make):
    exempt(world.a)  # which marks this very instance too
    make(OutreachEvent, area=world.a, date=day("2022-03-31"))
    nil(world.a, "2022-04-01", "2022-06-30")
    assert states(QUARTERLY, world.a) == {"甲村": [DONE, NIL, NOT_OWED, NOT_OWED]}
