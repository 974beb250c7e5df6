"""What figures count: grain, joint events, states, nothing against zero, stocks, rates and coverage."""

import datetime

import pytest

from outreach.models import OutreachEvent, Team
from township.figures.indicator import indicators
from township.figures.models import NilReturn
from township.figures.period import Period
from township.figures.reading import by_area, by_category, by_month, read, records_behind, rows_behind
from township.people.gate import Gate
from township.people.models import Person
from township.records.models import State, Topic

YEAR = Period.year(2022)


def day(text):
    return datetime.date.fromisoformat(text)


def nil(register, area, start, end):
    return NilReturn.objects.create(register=register, area=area, start=day(start), end=day(end))


# Grain ----------------------------------------------------------------------------------------------


def test_lines_and_tags_never_multiply_what_is_counted(world, make, value, own_indicators):
    """Two events with three lines of materials and three tags: 2, 80 and 120."""
    tags = Topic.objects.filter(
        use="outreach", key__in=["constitution-week", "constitution-day", "anti-drug"]
    )
    first = make(OutreachEvent, attendance=50, lines={"materials": [{"quantity": 30}, {"quantity": 40}]})
    second = make(OutreachEvent, attendance=30, lines={"materials": [{"quantity": 50}]})
    first.topics.set(tags)
    second.topics.set(tags)
    names = ("tagged", "tagged_attendance", "materials", "events", "attendance", "material_lines")
    together = read([own_indicators[name] for name in names], area=world.township, period=YEAR)
    assert [together[f"test.{name}"].value for name in names] == [2, 80, 120, 2, 80, 3]
    assert [value(name, world.township, YEAR) for name in names] == [2, 80, 120, 2, 80, 3]


def test_unreviewed_are_records_not_lines(world, make, own_indicators):
    make(OutreachEvent, lines={"materials": [{"quantity": 1}, {"quantity": 2}, {"quantity": 3}]})
    make(OutreachEvent, lines={"materials": [{"quantity": 4}]}, state=State.APPROVED)
    figure = read([own_indicators["materials"]], area=world.township, period=YEAR)["test.materials"]
    assert (figure.value, figure.unreviewed) == (10, 1)


# States and spans -----------------------------------------------------------------------------------


def test_only_submitted_and_approved_records_count(world, make, own_indicators):
    for state in State:
        make(OutreachEvent, state=state, attendance=10)
    figure = read([own_indicators["attendance"]], area=world.township, period=YEAR)["test.attendance"]
    assert (figure.value, figure.unreviewed) == (20, 1)
    behind = records_behind(own_indicators["attendance"], area=world.township, period=YEAR)
    assert {record.state for record in behind} == {State.SUBMITTED, State.APPROVED}


def test_the_year_ends_on_its_last_day(world, make, value):
    for text in ("2021-12-31", "2022-01-01", "2022-12-31", "2023-01-01"):
        make(OutreachEvent, date=day(text))
    assert [value("events", world.township, Period.year(year)) for year in (2021, 2022, 2023)] == [1, 2, 1]


# Nothing, zero, and a zero report -------------------------------------------------------------------


def test_nothing_recorded_is_not_zero(world, value):
    assert value("events", world.township, YEAR) is None
    assert value("teams", world.township, YEAR) is None


def test_a_record_of_another_kind_makes_it_zero(world, make, value):
    make(OutreachEvent, part="cohost")
    assert value("hosted", world.township, YEAR) == 0
    assert value("materials", world.township, YEAR) == 0
    assert value("hosted", world.b, YEAR) is None
    assert value("hosted", world.township, Period.year(2021)) is None


def test_a_zero_report_makes_it_zero_where_and_when_it_was_made(world, value):
    nil("outreach-events", world.a, "2022-03-01", "2022-03-31")
    for name in ("events", "attendance", "materials", "months"):
        assert value(name, world.a, YEAR) == 0
        assert value(name, world.township, YEAR) == 0
        assert value(name, world.b, YEAR) is None
        assert value(name, world.a, Period.month(2022, 4)) is None
    assert value("teams", world.a, YEAR) is None


def test_a_draft_is_not_yet_a_record(world, make, value):
    make(OutreachEvent, state=State.DRAFT)
    assert value("events", world.township, YEAR) is None


def test_what_is_read_together_never_changes_a_value(world, make, own_indicators):
    """A team that exists makes the stock a number, not the flow of closed teams of another year."""
    make(Team, title="宣传队", kind="outreach", date=day("2020-05-01"))
    names = ("teams", "team_kinds", "members", "closed")
    alone = [
        read([own_indicators[name]], area=world.township, period=YEAR)[f"test.{name}"].value for name in names
    ]
    together = read([own_indicators[name] for name in names], area=world.township, period=YEAR)
    assert alone == [together[f"test.{name}"].value for name in names] == [1, 1, 0, None]


# Joint events ---------------------------------------------------------------------------------------


@pytest.fixture
def joint(world, make):
    """One event led by A in which B takes part, and one of B's own."""
    event = make(OutreachEvent, area=world.a, attendance=40, lines={"materials": [{"quantity": 7}]})
    event.villages.add(world.b)
    make(OutreachEvent, area=world.b, attendance=5, date=day("2022-04-01"))
    return event


def test_a_joint_event_counts_once_for_the_township_and_once_in_each_village(world, joint, value):
    places = (world.township, world.a, world.b)
    assert [value("events", area, YEAR) for area in places] == [2, 1, 2]
    assert [value("attendance", area, YEAR) for area in places] == [45, 40, 45]
    assert [value("materials", area, YEAR) for area in places] == [7, 7, 7]
    assert [value("months", area, YEAR) for area in places] == [2, 1, 2]
    # Only who leads covers a place.
    assert [value("places", area, YEAR) for area in places] == [2, 1, 1]
    assert value("events", world.foreign_village, YEAR) is None


def test_by_area_shows_each_villages_own_view(world, joint, own_indicators):
    names = ("events", "attendance", "materials", "months", "places", "settings")
    series = by_area([own_indicators[name] for name in names], area=world.township, period=YEAR)
    shown = {
        name: [series[f"test.{name}"][place] for place in (world.a, world.b, world.township)]
        for name in names
    }
    assert shown == {
        "events": [1, 2, 0],
        "attendance": [40, 45, 0],
        "materials": [7, 7, 0],
        "months": [1, 2, 0],
        "places": [1, 1, 0],
        "settings": [1, 1, 0],
    }


def test_a_leader_that_names_itself_is_not_counted_twice(world, joint, own_indicators):
    joint.villages.add(world.a)
    series = by_area([own_indicators["events"]], area=world.township, period=YEAR)["test.events"]
    assert (series[world.a], series[world.b]) == (1, 2)


def test_the_county_sees_its_townships(world, joint, make, own_indicators):
    make(OutreachEvent, area=world.foreign_village, attendance=9)
    make(OutreachEvent, area=world.township, attendance=100)
    names = ("events", "attendance", "months", "materials")
    series = by_area([own_indicators[name] for name in names], area=world.county_area, period=YEAR)
    places = (world.township, world.other_township, world.county_area)
    assert [list(series[f"test.{name}"]) for name in names] == [list(places)] * 4
    assert [[series[f"test.{name}"][place] for place in places] for name in names] == [
        [3, 1, 0],
        [145, 9, 0],
        [2, 1, 0],
        [7, 0, 0],
    ]


def test_the_township_itself_stands_beside_its_villages(world, make, own_indicators):
    make(OutreachEvent, area=world.township)
    make(OutreachEvent, area=world.a)
    series = by_area([own_indicators["events"]], area=world.township, period=YEAR)["test.events"]
    assert series == {world.a: 1, world.b: 0, world.township: 1}


# Stocks and persons ---------------------------------------------------------------------------------


def test_a_stock_is_what_exists_on_the_last_day(world, make, value):
    make(Team, title="老队", kind="outreach", date=day("2020-01-01"))
    make(Team, title="撤队", kind="outreach", date=day("2020-01-01"), valid_to=day("2022-06-30"))
    make(Team, title="新队", kind="outreach", date=day("2022-12-31"))
    periods = [Period.year(2019), Period.year(2021), Period(day("2022-01-01"), day("2022-06-29"))]
    periods += [Period(day("2022-01-01"), day("2022-06-30")), YEAR]
    assert [value("teams", world.township, period) for period in periods] == [None, 2, 2, 1, 2]


def test_stocks_by_month_are_as_of_each_months_end(world, make, own_indicators):
    make(Team, title="撤队", kind="outreach", date=day("2022-02-10"), valid_to=day("2022-05-31"))
    series = by_month([own_indicators["teams"]], area=world.township, period=YEAR)["test.teams"]
    assert list(series.values()) == [0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0]


def test_a_person_in_two_teams_is_one_person(world, make, value, own_indicators):
    other = Person.objects.create(area=world.a, name="陈志远", position="网格员")
    rows = [{"person": world.person}, {"person": other, "joined_on": day("2022-07-01")}]
    make(Team, title="一队", kind="outreach", date=day("2020-01-01"), lines={"members": rows})
    rows = [{"person": world.person}, {"person": other, "left_on": day("2021-12-31")}]
    make(Team, area=world.b, title="二队", kind="service", date=day("2020-01-01"), lines={"members": rows})
    periods = (Period.year(2020), Period.year(2021), Period(day("2022-01-01"), day("2022-06-30")), YEAR)
    assert [value("members", world.township, period) for period in periods] == [2, 1, 1, 2]
    series = by_area([own_indicators["members"]], area=world.township, period=YEAR)["test.members"]
    assert (series[world.a], series[world.b]) == (2, 1)


# Rates and coverage ---------------------------------------------------------------------------------


def test_a_rate_keeps_its_parts_and_has_no_value_without_a_denominator(world, make, own_indicators):
    ratio = own_indicators["hosted_share"]
    nothing = read([ratio], area=world.township, period=YEAR)[ratio.key]
    assert (nothing.value, nothing.numerator, nothing.denominator) == (None, None, None)
    nil("outreach-events", world.a, "2022-01-01", "2022-01-31")
    zero = read([ratio], area=world.township, period=YEAR)[ratio.key]
    assert (zero.value, zero.numerator, zero.denominator) == (None, 0, 0)
    make(OutreachEvent)
    make(OutreachEvent)
    make(OutreachEvent, part="cohost", state=State.APPROVED)
    figure = read([ratio], area=world.township, period=YEAR)[ratio.key]
    assert (figure.value, figure.numerator, figure.denominator, figure.unreviewed) == (66.7, 2, 3, 2)
    assert records_behind(ratio, area=world.township, period=YEAR).count() == 3
    months = by_month([ratio], area=world.township, period=YEAR)[ratio.key]
    assert [value for value in months.values() if value is not None] == [66.7]


def test_a_rate_reads_the_same_alone_and_beside_its_parts(world, make, own_indicators):
    make(OutreachEvent)
    ratio, parts = own_indicators["hosted_share"], [own_indicators["hosted"], own_indicators["events"]]
    alone = read([ratio], area=world.township, period=YEAR)
    assert list(alone) == [ratio.key]
    assert read([*parts, ratio], area=world.township, period=YEAR)[ratio.key] == alone[ratio.key]


def test_every_month_is_covered_once_however_many_records_it_has(world, make, value):
    for month in range(1, 13):
        make(OutreachEvent, date=datetime.date(2022, month, 1))
        make(OutreachEvent, date=datetime.date(2022, month, 28))
    assert value("months", world.township, YEAR) == 12
    assert value("months", world.township, Period(day("2022-01-31"), day("2022-11-27"))) == 10


# By category ----------------------------------------------------------------------------------------


def test_by_category_in_words_and_in_the_order_of_the_choices(world, make, own_indicators):
    make(Team, title="志愿", kind="volunteers", date=day("2020-01-01"))
    make(Team, title="宣传", kind="outreach", date=day("2020-01-01"))
    make(Team, title="撤了", kind="outreach", date=day("2020-01-01"), valid_to=day("2021-01-01"))
    found = by_category(own_indicators["teams"], area=world.township, period=YEAR)
    assert list(found.items()) == [("法治宣传队", 1), ("普法志愿队", 1)]


def test_by_category_adds_up_to_the_figure(world, make, own_indicators, value):
    make(OutreachEvent, setting=world.settings["rural"])
    make(OutreachEvent, setting=world.settings["rural"])
    make(OutreachEvent, setting=world.settings["family"])
    found = by_category(own_indicators["events"], area=world.township, period=YEAR)
    assert found == {"进乡村": 2, "进家庭": 1}


def test_every_declared_category_reads_in_chinese(world, make):
    """A category whose label is a slug would reach the page as `rural`."""
    make(OutreachEvent)
    for indicator in indicators.all():
        for label in by_category(indicator, area=world.township, period=YEAR):
            assert not label.isascii(), (indicator.key, label)


# The gate -------------------------------------------------------------------------------------------


def test_a_figure_counts_what_its_reader_may_count(world, make, value):
    make(OutreachEvent, area=world.a)
    make(OutreachEvent, area=world.b)
    make(OutreachEvent, area=world.a, keeper=world.township, office=world.office)
    counted = {
        name: value("events", world.users[name].area, YEAR, gate=Gate(world.users[name]))
        for name in (
            "clerk_a",
            "clerk_b",
            "office_clerk",
            "coordinator",
            "county",
            "mediator",
            "auditor",
            "stranger",
        )
    }
    assert counted == {
        "clerk_a": 1,
        "clerk_b": 1,
        "office_clerk": 1,
        "coordinator": 3,
        "county": 3,
        "mediator": None,
        "auditor": None,
        "stranger": None,
    }


def test_rows_behind_never_repeat(world, make, own_indicators):
    event = make(OutreachEvent, lines={"materials": [{"quantity": 1}, {"quantity": 2}]})
    event.villages.add(world.b)
    event.topics.set(Topic.objects.filter(use="outreach"))
    for name, expected in (("tagged", 1), ("materials", 2), ("events", 1)):
        rows = rows_behind(own_indicators[name], area=world.township, period=YEAR)
        assert len(rows) == expected
    assert len(records_behind(own_indicators["materials"], area=world.b, period=YEAR)) == 1
