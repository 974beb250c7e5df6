"""How many queries a page takes does not depend on how much it shows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import make_attachment, make_record, registers
from township.figures.indicator import indicators
from township.figures.period import Period
from township.figures.reading import by_area, by_month, read
from township.people.models import Area

each_register = pytest.mark.parametrize("register", registers(), ids=lambda register: register.slug)
YEAR = Period.year(2022)


def queries_of(act):
    with CaptureQueriesContext(connection) as queries:
        act()
    return len(queries)


@each_register
@pytest.mark.parametrize("page", ["records:list", "workbooks:export"])
def test_one_row_and_three(world, sign_in, register, page):
    client, url = sign_in(world.deputy), reverse(page, args=[register.slug])
    counts = []
    for areas in ([world.a], [world.b, world.township]):
        for area in areas:
            make_attachment(make_record(register, world, area=area), by=world.clerk_a)
        # The first answer may fill caches.
        client.get(url)
        counts.append(queries_of(lambda: client.get(url)))
    assert counts[0] == counts[1]
    assert counts[0] <= 25


def village(world, number):
    return Area.objects.create(
        name=f"新{number}村", parent=world.township, level=Area.Level.VILLAGE, kind=Area.Kind.VILLAGE
    )


@pytest.mark.parametrize("reading", [read, by_month, by_area])
def test_all_indicators_of_a_year_at_one_village_and_at_three(world, reading):
    """One query for each grain and date field, stocks apart, and at most one more for each register."""
    wanted = indicators.all()
    counts = []
    for villages in ([world.a], [village(world, 1), village(world, 2)]):
        for place in villages:
            for register in registers():
                make_record(register, world, area=place)
        counts.append(queries_of(lambda: reading(wanted, area=world.township, period=YEAR)))
    assert counts[0] == counts[1]
    grains = {(one.records, one.is_stock, one.is_stock or one.date) for one in wanted if not one.is_ratio}
    assert counts[0] <= len(grains) + len(registers())


@each_register
def test_a_list_finds_its_page_before_it_joins_anything(world, sign_in, register):
    for _ in range(2):
        make_record(register, world, area=world.a)
    client, url = sign_in(world.coordinator), reverse("records:list", args=[register.slug])
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(url)
    table = connection.ops.quote_name(register.model._meta.db_table)
    # The paginator asks for no more rows than it has counted.
    [found] = [one["sql"] for one in queries if f"FROM {table}" in one["sql"] and "LIMIT 2" in one["sql"]]
    assert " JOIN " not in found
    records = [row.record for row in answer.context["rows"]]
    assert [record.pk for record in records] == list(answer.context["page"].object_list)
    assert records == sorted(records, key=lambda record: (record.date, record.pk), reverse=True)
