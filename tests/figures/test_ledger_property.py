"""Whatever is in the ledger: every figure is what its own records add up to, in every series and place."""

import datetime
import itertools
import uuid
from collections import defaultdict
from contextlib import contextmanager

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from outreach.models import OutreachEvent, OutreachMaterial, Team, TeamMember
from township.figures.indicator import indicators
from township.figures.measures import AreasCovered, Count, Distinct, MonthsCovered, Sum
from township.figures.period import Period
from township.figures.reading import by_area, by_category, by_month, read, records_behind, rows_behind
from township.people.models import Person
from township.records.models import State, Topic

YEARS = (2021, 2022, 2023)
PLACES = ("township", "a", "b", "c", "foreign_village")
WATCHED = ("county_area", "township", "a", "b", "other_township")
TAGS = ("constitution-week", "constitution-day", "anti-drug")
DAYS = st.dates(datetime.date(2021, 11, 1), datetime.date(2023, 2, 28))
BETWEEN = Period(datetime.date(2022, 2, 11), datetime.date(2022, 11, 30))

MATERIAL = st.fixed_dictionaries(
    {"kind_id": st.sampled_from(["leaflet", "reader", "gift"]), "quantity": st.integers(0, 500)}
)
EVENT = st.fixed_dictionaries(
    {
        "place": st.sampled_from(PLACES),
        "joined": st.sets(st.sampled_from(["a", "b", "c"])),
        "tags": st.sets(st.sampled_from(TAGS)),
        "materials": st.lists(MATERIAL, max_size=3),
        "values": st.fixed_dictionaries(
            {
                "date": DAYS,
                "state": st.sampled_from(State.values),
                "attendance": st.integers(0, 300),
                "consultations": st.none() | st.integers(0, 50),
                "part": st.sampled_from(["host", "cohost"]),
            }
        ),
    }
)
MEMBER = st.tuples(st.integers(0, 2), st.none() | DAYS, st.none() | DAYS)
TEAM = st.fixed_dictionaries(
    {
        "place": st.sampled_from(PLACES),
        "members": st.lists(MEMBER, max_size=3),
        "values": st.fixed_dictionaries(
            {
                "date": DAYS,
                "valid_to": st.none() | DAYS,
                "state": st.sampled_from(State.values),
                "kind": st.sampled_from(["outreach", "service", "mediators"]),
            }
        ),
    }
)
LEDGER = st.fixed_dictionaries({"events": st.lists(EVENT, max_size=12), "teams": st.lists(TEAM, max_size=5)})


@pytest.fixture
def places(world):
    """A third village, so that joint events can have three sides."""
    from township.people.models import Area

    world.c = Area.objects.create(
        name="丁村", parent=world.township, level=Area.Level.VILLAGE, kind=Area.Kind.VILLAGE
    )
    world.roster = [Person.objects.create(area=world.township, name=f"队员{number}") for number in range(3)]
    world.tags = {topic.key: topic for topic in Topic.objects.filter(use="outreach", key__in=TAGS)}
    return world


@contextmanager
def ledger_of(world, rows):
    """The ledger in the database for as long as it is looked at."""
    with transaction.atomic():
        write_events(world, rows["events"])
        write_teams(world, rows["teams"])
        yield
        transaction.set_rollback(True)


def write_events(world, rows):
    settings_in_turn = itertools.cycle(world.settings.values())
    for row in rows:
        area = getattr(world, row["place"])
        event = OutreachEvent.objects.create(
            area=area, keeper=area, setting=next(settings_in_turn), entry_id=uuid.uuid4(), **row["values"]
        )
        # Villages of one township join each other, never another township's. Imports may name the lead
        # among those who took part; it must not count twice.
        if area != world.foreign_village:
            event.villages.set(getattr(world, place) for place in row["joined"])
        event.topics.set(world.tags[tag] for tag in row["tags"])
        OutreachMaterial.objects.bulk_create(
            OutreachMaterial(record=event, **material) for material in row["materials"]
        )


def write_teams(world, rows):
    for row in rows:
        values = row["values"]
        if values["valid_to"] is not None and values["valid_to"] < values["date"]:
            values = {**values, "valid_to": values["date"]}
        area = getattr(world, row["place"])
        team = Team.objects.create(area=area, keeper=area, title="队伍", **values)
        for person, joined, left in row["members"]:
            if joined and left and left < joined:
                joined, left = left, joined
            TeamMember.objects.create(
                record=team, person=world.roster[person], joined_on=joined, left_on=left
            )


def added_up(indicator, rows, area):
    """The figure that `rows` make, counted in Python."""
    measure = indicator.counted
    rows = list(rows)
    assert len({row.pk for row in rows}) == len(rows), "a row was counted twice"
    if isinstance(measure, Count):
        return len(rows)
    if isinstance(measure, Sum):
        return sum(followed(row, measure.field) or 0 for row in rows)
    if isinstance(measure, Distinct):
        return len({followed(row, measure.field) for row in rows} - {None})
    if isinstance(measure, MonthsCovered):
        return len({(row.date.year, row.date.month) for row in rows})
    assert isinstance(measure, AreasCovered)
    return len({row.area_id for row in rows})


def followed(row, path):
    """The value at the end of a path such as `setting__key`, None where the path ends early."""
    for name in path.split("__"):
        row = row and getattr(row, name)
    return row


def plain(own_indicators):
    declared = [indicator for indicator in indicators.all() if indicator.key.startswith("outreach.")]
    return [one for one in (*own_indicators.values(), *declared) if not one.is_ratio]


examples = settings(
    max_examples=30,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@examples
@given(rows=LEDGER, place=st.sampled_from(WATCHED), period=st.sampled_from((Period.year(2022), BETWEEN)))
def test_the_records_behind_a_figure_add_up_to_it(places, own_indicators, rows, place, period):
    wanted, area = plain(own_indicators), getattr(places, place)
    with ledger_of(places, rows):
        figures = read(wanted, area=area, period=period)
        for indicator in wanted:
            figure = figures[indicator.key]
            behind = rows_behind(indicator, area=area, period=period)
            assert (figure.value or 0) == added_up(indicator, behind, area), (indicator.key, area)
            records = records_behind(indicator, area=area, period=period)
            unreviewed = [record for record in records if record.state == State.SUBMITTED]
            assert figure.unreviewed == len(unreviewed), (indicator.key, area)
            assert {record.state for record in records} <= {State.SUBMITTED, State.APPROVED}


@examples
@given(rows=LEDGER)
def test_series_are_made_of_the_same_figures(places, own_indicators, rows):
    """Each point of a series is the figure that its own drill-down shows."""
    wanted = plain(own_indicators)
    period = Period.year(2022)
    with ledger_of(places, rows):
        months = by_month(wanted, area=places.township, period=period)
        for month in period.months():
            alone = read(wanted, area=places.township, period=month)
            assert {key: row[month] for key, row in months.items()} == {
                key: figure.value or 0 for key, figure in alone.items()
            }
        villages = by_area(wanted, area=places.township, period=period)
        for village in (places.a, places.b, places.c):
            alone = read(wanted, area=village, period=period)
            assert {key: row[village] for key, row in villages.items()} == {
                key: figure.value or 0 for key, figure in alone.items()
            }
        townships = by_area(wanted, area=places.county_area, period=period)
        for township in (places.township, places.other_township):
            alone = read(wanted, area=township, period=period)
            assert {key: row[township] for key, row in townships.items()} == {
                key: figure.value or 0 for key, figure in alone.items()
            }


@examples
@given(rows=LEDGER)
def test_what_can_be_added_up_adds_up(places, own_indicators, rows):
    """Months make the year; villages make the township once the joint events' other sides are taken off."""
    wanted = [one for one in plain(own_indicators) if one.counted.additive and not one.is_stock]
    period = Period.year(2022)
    with ledger_of(places, rows):
        year = read(wanted, area=places.township, period=period)
        months = by_month(wanted, area=places.township, period=period)
        villages = by_area(wanted, area=places.township, period=period)
        for indicator in wanted:
            total = year[indicator.key].value or 0
            assert sum(months[indicator.key].values()) == total, indicator.key
            twice = joined_elsewhere(places, indicator, period)
            assert sum(villages[indicator.key].values()) == total + twice, indicator.key


def joined_elsewhere(world, indicator, period):
    """What the other sides of joint events add: each of them shows the event as its own, too."""
    rows = list(rows_behind(indicator, area=world.township, period=period))
    extra = 0
    for row in rows:
        record = row if not indicator.prefix else row.record
        if not record.JOINT_FIELD:
            continue
        sides = {village.pk for village in record.villages.all()} - {record.area_id}
        extra += added_up(indicator, [row], None) * len(sides)
    return extra


@examples
@given(rows=LEDGER)
def test_categories_add_up(places, own_indicators, rows):
    with ledger_of(places, rows):
        for indicator in plain(own_indicators):
            if indicator.category and indicator.counted.additive:
                found = by_category(indicator, area=places.township, period=Period.year(2022))
                value = read([indicator], area=places.township, period=Period.year(2022))
                assert sum(found.values()) == (value[indicator.key].value or 0), indicator.key


@examples
@given(rows=LEDGER, years=st.sampled_from(YEARS))
def test_a_value_is_missing_only_where_nothing_was_recorded(places, own_indicators, rows, years):
    period = Period.year(years)
    with ledger_of(places, rows):
        figures = read(list(own_indicators.values()), area=places.a, period=period)
        events = [
            event for event in OutreachEvent.objects.countable().within(places.a) if event.date in period
        ]
        for name in ("events", "attendance", "materials", "tagged", "months"):
            assert (figures[f"test.{name}"].value is None) == (not events), name
        begun = [team for team in Team.objects.countable().within(places.a) if team.date <= period.end]
        for name in ("teams", "members", "team_kinds"):
            assert (figures[f"test.{name}"].value is None) == (not begun), name


@examples
@given(rows=LEDGER)
def test_a_rate_is_its_parts(places, own_indicators, rows):
    with ledger_of(places, rows):
        found = defaultdict(dict)
        for name in ("hosted", "events", "hosted_share"):
            indicator = own_indicators[name]
            found[name] = by_month([indicator], area=places.township, period=Period.year(2022))[indicator.key]
        for month, share in found["hosted_share"].items():
            events = found["events"][month]
            expected = round(found["hosted"][month] / events * 100, 1) if events else None
            assert share == expected
