"""The pages of figures: what they say is what is read, and every number opens its records."""

import datetime
import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from disputes.models import Dispute
from governance.models import AgendaItem, Meeting
from outreach.models import OutreachEvent
from tests.factories import add_line, make_record
from township.figures.indicator import indicators
from township.figures.models import NilReturn
from township.figures.period import Period
from township.figures.reading import by_area, by_category, by_month, read
from township.people.gate import Gate
from township.people.models import Area
from township.records.register import registry

YEAR = Period.year(2022)


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.fixture
def ledger(world, make):
    """Events of two villages (one joint), of the township itself, and of the year before."""
    rows = [
        {"kind_id": "leaflet", "quantity": 120, "unit": "份"},
        {"kind_id": "reader", "quantity": 7, "unit": "本"},
    ]
    make(OutreachEvent, area=world.a, attendance=30, lines={"materials": rows})
    make(OutreachEvent, area=world.a, attendance=45, date=day("2022-06-01"), state="approved").villages.add(
        world.b
    )
    make(OutreachEvent, area=world.b, date=day("2022-06-09"), setting=world.settings["school"])
    make(OutreachEvent, area=world.township, attendance=200, date=day("2022-12-31"))
    make(OutreachEvent, area=world.a, date=day("2021-05-05"))
    make(OutreachEvent, area=world.foreign_village, attendance=999)


def page(client, key="outreach.events", **params):
    return client.get(reverse("figures:detail", args=[key]), {"year": 2022, **params})


def rows_at(client, url):
    """(number of rows, sum of attendances) of the list behind a number."""
    response = client.get(url)
    records = [row.record for row in response.context["rows"]]
    return len(records), sum(record.attendance for record in records)


def test_the_list_is_what_is_read(world, ledger, sign_in):
    gate = Gate(world.coordinator)
    tiles = sign_in(world.coordinator).get(reverse("figures:list"), {"year": 2022}).context["tiles"]
    values = read(indicators.all(), area=world.township, period=YEAR, gate=gate)
    before = read(indicators.all(), area=world.township, period=YEAR.last_year(), gate=gate)
    assert [tile.compared.now for tile in tiles] == list(values.values())
    assert [tile.compared.before for tile in tiles] == list(before.values())


def test_one_figure_taken_apart(world, ledger, sign_in):
    response = page(sign_in(world.coordinator))
    months, places, kinds = response.context["splits"]
    assert response.context["figure"].value == 4
    assert [line.value for line in months.lines] == [0, 0, 1, 0, 0, 2, 0, 0, 0, 0, 0, 1]
    assert [line.before for line in months.lines] == [0] * 4 + [1] + [0] * 7
    assert [(line.label, line.value) for line in places.lines] == [
        ("甲村", 2),
        ("乙村", 2),
        ("毛俊镇（镇本级）", 1),
    ]
    assert {line.label: line.value for line in kinds.lines} == {"进乡村": 3, "进学校": 1}
    assert "各村相加可能多于全镇" in response.content.decode()


@pytest.mark.parametrize("key", ["outreach.events", "outreach.attendance"])
def test_every_number_opens_exactly_its_records(world, ledger, sign_in, key):
    client = sign_in(world.coordinator)
    response = page(client, key)
    sums = key == "outreach.attendance"
    tile = response.context["tile"]
    assert rows_at(client, tile.url)[sums] == response.context["figure"].value
    assert rows_at(client, tile.before_url)[sums] == tile.compared.before.value
    lines = [line for split in response.context["splits"] for line in split.lines]
    assert len(lines) > 12
    for line in lines:
        assert rows_at(client, line.url)[sums] == line.value, line
        if line.before_url:
            assert rows_at(client, line.before_url)[sums] == line.before, line


def test_the_list_behind_a_split_says_which_part_it_is(world, ledger, sign_in):
    client = sign_in(world.coordinator)
    _, places, kinds = page(client).context["splits"]
    marks = [client.get(line.url).context["query"].mark for line in (places.lines[-1], kinds.lines[0])]
    assert [(mark.title, mark.value_text) for mark in marks] == [
        ("毛俊镇 2022年 普法活动场次（本级）", "1场"),
        (f"毛俊镇 2022年 普法活动场次（{kinds.lines[0].label}）", f"{kinds.lines[0].value}场"),
    ]


def test_what_counts_rows_of_a_record_opens_the_record(world, sign_in):
    meeting = make_record(registry.of(Meeting), world, area=world.township)
    add_line(meeting, AgendaItem, world)
    client = sign_in(world.coordinator)
    _, places, kinds = page(client, "governance.agenda_items").context["splits"]
    assert sum(line.value for line in kinds.lines) == places.lines[-1].value == 2
    for line in (places.lines[-1], *kinds.lines):
        assert [row.record for row in client.get(line.url).context["rows"]] == [meeting]


def test_a_category_that_the_indicator_does_not_have_is_404(world, ledger, sign_in):
    client = sign_in(world.coordinator)
    url = page(client, "outreach.attendance").context["tile"].url
    assert client.get(f"{url}&figure_category=x").status_code == 404


def test_the_chart_holds_the_numbers_of_its_table(world, ledger, sign_in):
    response = page(sign_in(world.coordinator))
    for split in response.context["splits"]:
        source = re.search(
            rf'<script id="chart-{split.key}" type="application/json">(.*?)</script>',
            response.content.decode(),
        )
        data = json.loads(source[1])
        assert data["labels"] == [line.label for line in split.lines]
        assert data["series"][0]["values"] == [line.value for line in split.lines]
        assert data["series"][0]["links"] == [line.url for line in split.lines]


def test_units_stand_in_administrative_order_whatever_they_did(world, make, sign_in):
    for _ in range(3):
        make(OutreachEvent, area=world.b)
    make(OutreachEvent, area=world.a)
    places = page(sign_in(world.coordinator)).context["splits"][1]
    assert [line.label for line in places.lines] == ["甲村", "乙村", "毛俊镇（镇本级）"]


def test_a_village_has_no_units_below(world, ledger, sign_in):
    splits = page(sign_in(world.clerk_a)).context["splits"]
    assert [split.key for split in splits] == ["months", "categories"]


def test_splits_are_what_is_read(world, ledger, sign_in):
    indicator = indicators.get("outreach.attendance")
    asked = {"area": world.township, "period": YEAR, "gate": Gate(world.coordinator)}
    months, places = page(sign_in(world.coordinator), indicator.key).context["splits"]
    assert [line.value for line in months.lines] == list(
        by_month([indicator], **asked)[indicator.key].values()
    )
    assert [line.value for line in places.lines] == list(
        by_area([indicator], **asked)[indicator.key].values()
    )
    assert by_category(indicator, **asked) == {}


def test_the_county_reads_numbers_that_lead_nowhere(world, ledger, sign_in):
    response = page(sign_in(world.county))
    assert response.context["figure"].value == 5
    assert response.context["tile"].url == response.context["tile"].before_url == ""
    assert {line.url for split in response.context["splits"] for line in split.lines} == {""}
    assert "figure_area" not in response.content.decode()


def test_cases_of_one_village_are_not_told_to_those_without_records(world, sign_in):
    make_record(registry.of(Dispute), world, area=world.a)
    county = sign_in(world.county)
    key = "disputes.accepted"
    assert page(county, key).context["figure"].value == 1
    township = page(county, key, area=world.township.pk)
    assert township.context["splits"] == []
    assert page(county, key, area=world.a.pk).status_code == 404
    shown = county.get(reverse("figures:list"), {"year": 2022, "area": world.a.pk}).context["tiles"]
    assert not [tile for tile in shown if tile.compared.indicator.register.cases]
    assert page(sign_in(world.coordinator), key, area=world.a.pk).status_code == 200


def test_the_number_of_queries_does_not_grow(world, make, sign_in):
    client = sign_in(world.coordinator)
    counts = set()
    for area in (world.a, world.b, world.township):
        make(
            OutreachEvent,
            area=area,
            lines={"materials": [{"kind_id": "reader", "quantity": 2, "unit": "本"}]},
        )
        village = Area.objects.create(name=f"新{area.pk}村", parent=world.township, level=Area.Level.VILLAGE)
        make(OutreachEvent, area=village)
        with CaptureQueriesContext(connection) as queries:
            page(client)
        one = len(queries)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("figures:list"), {"year": 2022})
        counts.add((one, len(queries)))
    [(one, everything)] = counts
    assert one < 20
    # This span and last year's: a query for each grain and date, one for a register that none looks at.
    declared = [found for found in indicators.all() if not found.is_ratio]
    grains = {(found.records, found.is_stock or found.date) for found in declared}
    assert everything < 2 * (len(grains) + len(registry.all())) + 10


class TestChosenYear:
    """Without a year in the address: the running one, or the latest that has records."""

    def chosen(self, client):
        return client.get(reverse("figures:list")).context["choice"]

    def test_the_running_year_when_it_has_records(self, world, make, sign_in):
        today = timezone.localdate()
        make(OutreachEvent, date=today)
        make(OutreachEvent, date=day("2022-03-05"))
        choice = self.chosen(sign_in(world.coordinator))
        assert (choice.year, choice.years) == (today.year, [today.year, 2022])
        assert choice.period == Period(datetime.date(today.year, 1, 1), today)

    def test_the_latest_year_with_records_when_it_has_none(self, world, make, sign_in):
        make(OutreachEvent, date=day("2021-03-05"))
        make(OutreachEvent, date=day("2022-03-05"))
        make(OutreachEvent, area=world.foreign_village, date=day("2023-03-05"))
        make(OutreachEvent, date=day("2024-03-05"), state="draft")
        choice = self.chosen(sign_in(world.coordinator))
        assert choice.period == YEAR
        assert choice.years == [timezone.localdate().year, 2022, 2021]

    def test_the_running_year_when_there_is_nothing(self, world, sign_in):
        assert self.chosen(sign_in(world.coordinator)).year == timezone.localdate().year

    @pytest.mark.parametrize("text", ["20222", "²022", "abc", "1999", ""])
    def test_nonsense_is_no_year(self, world, sign_in, text):
        response = sign_in(world.coordinator).get(reverse("figures:list"), {"year": text})
        assert response.context["choice"].year == timezone.localdate().year


class TestNilReturn:
    def post(self, client, **data):
        return client.post(reverse("figures:nil", args=["outreach-events"]), data, follow=True)

    def spans(self):
        return list(NilReturn.objects.values_list("area__name", "start", "end"))

    def test_a_month_and_a_quarter(self, world, sign_in):
        client = sign_in(world.clerk_a)
        self.post(client, month="2022-09")
        self.post(client, month="2022-04", every="quarter")
        assert self.spans() == [
            ("甲村", day("2022-09-01"), day("2022-09-30")),
            ("甲村", day("2022-04-01"), day("2022-06-30")),
        ]

    @pytest.mark.parametrize(
        "data", [{"month": "2022-13"}, {"month": "x"}, {}, {"month": "2022-01", "every": "day"}]
    )
    def test_unreadable_spans(self, world, sign_in, data):
        response = self.post(sign_in(world.clerk_a), **data)
        assert [str(message) for message in response.context["messages"]] == [
            "请选择要报零的月份，例如 2026-09。"
        ]
        assert self.spans() == []

    def test_a_span_with_records_is_not_zero(self, world, make, sign_in):
        make(OutreachEvent, date=day("2022-05-09"))
        response = self.post(sign_in(world.clerk_a), month="2022-04", every="quarter")
        assert [str(message) for message in response.context["messages"]] == [
            "甲村2022年4月1日至2022年6月30日已有普法活动记录，不用报零。"
        ]
        assert self.spans() == []

    def test_a_span_ahead_is_not_zero(self, world, sign_in):
        self.post(sign_in(world.clerk_a), month=f"{timezone.localdate().year + 1}-01")
        assert self.spans() == []

    @pytest.mark.parametrize(
        ("back", "target"),
        [
            ("/todo/", "/todo/"),
            ("https://elsewhere.example/", "/ledgers/outreach-events/"),
            ("//elsewhere.example/", "/ledgers/outreach-events/"),
            ("", "/ledgers/outreach-events/"),
        ],
    )
    def test_it_leads_back_within_the_portal(self, world, sign_in, back, target):
        response = sign_in(world.clerk_a).post(
            reverse("figures:nil", args=["outreach-events"]), {"month": "2022-09", "back": back}
        )
        assert response["Location"] == target
