"""各乡镇情况: a county's townships side by side, figures only, small counts of cases hidden and not to be derived."""

import datetime
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from disputes.models import Dispute
from governance.models import Meeting
from outreach.models import OutreachEvent
from reports.models import AnnualReport
from reports.townships import Told
from tests.factories import make_record
from township.figures.indicator import indicators
from township.figures.models import NilReturn
from township.people.models import Area
from township.records.register import registry

CASES = indicators.get("disputes.accepted")
URL = reverse("reports:townships")


def page(client, **query):
    return client.get(URL, {"year": 2022, **query})


def told(response):
    """{township: {key: Told}} of the page."""
    return {row.area.name: {one.indicator.key: one for one in row.told} for row in response.context["rows"]}


@pytest.fixture
def ledgers(world, make):
    make(OutreachEvent)
    make(OutreachEvent, area=world.b, date=datetime.date(2021, 3, 1))
    make(OutreachEvent, area=world.foreign_village)
    for _ in range(4):
        make_record(registry.of(Dispute), world, area=world.a)
    make_record(registry.of(Dispute), world, area=world.foreign_village)
    NilReturn.objects.create(
        register=registry.of(Meeting).slug,
        area=world.other_township,
        start=datetime.date(2022, 1, 1),
        end=datetime.date(2022, 1, 31),
    )
    AnnualReport.objects.create(
        area=world.township, year=2022, title="报告", cutoff=datetime.date(2022, 12, 31)
    )


def test_townships_stand_side_by_side_in_order_of_their_codes(world, ledgers, sign_in):
    response = page(sign_in(world.county))
    shown = told(response)
    assert list(shown) == ["毛俊镇", "邻镇"]
    assert [(rows["outreach.events"].text, rows["outreach.events"].against) for rows in shown.values()] == [
        ("1场", "上年同期1场，持平"),
        ("1场", "上年同期未填"),
    ]
    # Nothing recorded is not zero; a zero report is.
    assert [rows["governance.meetings"].text for rows in shown.values()] == ["未填", "0次"]
    assert [row.report for row in response.context["rows"]] == ["起草中", "未起草"]
    rows = {row.area: row for row in response.context["rows"]}
    assert 0 < rows[world.other_township].answered < rows[world.other_township].owed


def test_small_counts_of_cases_are_hidden(world, ledgers, sign_in):
    response = page(sign_in(world.county))
    assert [rows["disputes.accepted"].text for rows in told(response).values()] == ["4件", "少于3"]
    html = response.content.decode()
    assert "1件" not in html
    # One count of cases and no total: nothing on the page to subtract it from.
    assert [key for key in told(response)["邻镇"] if key.startswith("disputes.")] == ["disputes.accepted"]
    assert "合计" not in html


@given(st.none() | st.integers(0, 30), st.integers(1, 2))
def test_a_small_count_cannot_be_told_from_its_row(other, small):
    for now, before in ((small, other), (other, small)):
        words = [f"{one.text} {one.against}" for one in (Told(CASES, now, before, guarded=True),)]
        alike = Told(
            CASES, *(3 - small if value == small else value for value in (now, before)), guarded=True
        )
        if other not in (1, 2):
            assert words == [f"{alike.text} {alike.against}"]
        assert "少于3" in words[0]
        assert not re.search("多|增长|下降|持平", words[0].replace("少于3", ""))


def test_a_county_page_opens_no_record(world, ledgers, sign_in):
    html = page(sign_in(world.county)).content.decode()
    assert "/ledgers/" not in html
    assert "figure_area" not in html


def test_only_the_countys_readers_have_it(world, ledgers, sign_in):
    for name, user in world.users.items():
        expected = 200 if name == "county" else 404
        assert page(sign_in(user)).status_code == expected, name


def test_the_menu_leads_there_for_the_county_alone(world, sign_in):
    assert URL in sign_in(world.county).get(URL).content.decode()
    assert URL not in sign_in(world.coordinator).get(reverse("reports:overview")).content.decode()


def test_the_number_of_queries_does_not_grow_with_townships(world, ledgers, make, sign_in):
    client, counts = sign_in(world.county), set()
    for number in range(2):
        with CaptureQueriesContext(connection) as queries:
            page(client)
        counts.add(len(queries))
        town = Area.objects.create(
            name=f"新{number}镇",
            level=Area.Level.TOWNSHIP,
            parent=world.county_area,
            code=f"43000011{number}000",
        )
        make(OutreachEvent, area=town)
    assert len(counts) == 1
