"""One truth: a figure is the same on the overview, in the list behind it, in its export and in a report's sentence."""

import io
import re

import openpyxl
import pytest
from django.urls import reverse

from outreach.models import OutreachEvent
from reports.writing import write
from township.figures.indicator import indicators
from township.figures.period import Period
from township.records.register import registry

EVENTS = indicators.get("outreach.events")
ATTENDANCE = indicators.get("outreach.attendance")


@pytest.fixture
def ledger(world, make):
    for date, area, attendance in (
        ("2022-03-05", world.a, 31),
        ("2022-03-31", world.b, 12),
        ("2022-06-01", world.a, 45),
        ("2022-12-31", world.township, 7),
        ("2021-03-05", world.a, 500),
    ):
        make(OutreachEvent, area=area, date=date, attendance=attendance)
    make(OutreachEvent, area=world.a, attendance=900, state="draft")


def tiles(client, **query):
    groups = client.get(reverse("reports:overview"), query).context["groups"]
    return {tile.compared.indicator.key: tile for group in groups for tile in (*group.telling, *group.rest)}


def exported(client, url):
    """(rows, sum of the attendances) of the list's workbook."""
    query = url.partition("?")[2]
    content = client.get(f"{reverse('workbooks:export', args=['outreach-events'])}?{query}").content
    rows = list(openpyxl.load_workbook(io.BytesIO(content)).worksheets[0].values)
    names = [registry.of(OutreachEvent).field_label(name) for name in ("date", "attendance")]
    head = next(number for number, row in enumerate(rows) if set(names) <= set(row))
    day, people = (rows[head].index(name) for name in names)
    numbers = [row[people] for row in rows[head + 1 :] if re.match(r"20\d\d-", str(row[day]))]
    return len(numbers), sum(numbers)


@pytest.mark.parametrize(
    ("query", "span", "place", "expected"),
    [
        ({"year": 2022}, Period.year(2022), "township", (4, 95)),
        ({"from": "2022-03-01", "to": "2022-03-31"}, Period.month(2022, 3), "township", (2, 43)),
        ({"year": 2022}, Period.year(2022), "a", (2, 76)),
    ],
)
def test_a_figure_is_the_same_wherever_it_stands(world, ledger, sign_in, query, span, place, expected):
    client, area = sign_in(world.coordinator), getattr(world, place)
    shown = tiles(client, area=area.pk, **query)
    events, attendance = shown[EVENTS.key], shown[ATTENDANCE.key]
    on_overview = events.compared.now.value, attendance.compared.now.value
    page = client.get(events.url)
    rows = [row.record for row in page.context["rows"]]
    totals = {column.name: column.total for column in page.context["columns"]}
    in_list = len(rows), totals.get("attendance", sum(row.attendance for row in rows))
    written = write(
        f"一、普法\n开展{{{{{EVENTS.label}}}}}场，参加{{{{{ATTENDANCE.label}}}}}人次。\n",
        title="报告",
        area=area,
        period=span,
    )
    in_report = tuple(written.figures[key].value for key in (EVENTS.key, ATTENDANCE.key))
    assert on_overview == in_list == exported(client, events.url) == in_report == expected
    assert f"开展{expected[0]}场，参加{expected[1]}人次" in written.text


def test_nothing_is_kept_longer_than_the_records_stay_as_they_are(world, ledger, make, sign_in):
    client = sign_in(world.coordinator)
    assert tiles(client, year=2022)[EVENTS.key].compared.now.value == 4
    make(OutreachEvent)
    assert tiles(client, year=2022)[EVENTS.key].compared.now.value == 5
    OutreachEvent.objects.filter(area=world.a).update(state="voided")
    assert tiles(client, year=2022)[EVENTS.key].compared.now.value == 2


def test_every_value_of_the_overview_opens_as_many_records(world, ledger, sign_in):
    """Tiles, this year's and last year's; months, units and categories."""
    client = sign_in(world.coordinator)
    page = client.get(reverse("reports:overview"), {"year": 2022, "chart": EVENTS.key})
    shown = tiles(client, year=2022)[EVENTS.key]
    links = [(shown.url, shown.compared.now.value), (shown.before_url, shown.compared.before.value)]
    splits = [*page.context["splits"], *(split for group in page.context["groups"] for split in group.splits)]
    assert [split.title for split in splits] == ["按月", "按单位", "普法活动按“进”分"]
    for split in splits:
        for line in split.lines:
            links += [(line.url, line.value)] + ([(line.before_url, line.before)] if line.before_url else [])
    assert len(links) > 28
    for url, value in links:
        assert len(client.get(url).context["rows"]) == value, url
