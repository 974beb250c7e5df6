"""Small counts of cases: told to those who may read the cases, and to nobody else on any page."""

import pytest
from django.urls import reverse

from disputes.models import Dispute
from tests.factories import make_record
from township.records.register import registry

KEY = "disputes.accepted"
PAGES = {
    "overview": reverse("reports:overview"),
    "list": reverse("figures:list"),
    "figure": reverse("figures:detail", args=[KEY]),
}


@pytest.fixture
def two_cases(world):
    for _ in range(2):
        make_record(registry.of(Dispute), world, area=world.a)


def case_tiles(name, response):
    if name == "list":
        tiles = response.context["tiles"]
    else:
        tiles = [tile for group in response.context["groups"] for tile in (*group.telling, *group.rest)]
    return [tile for tile in tiles if tile.compared.indicator.register.slug == "disputes"]


def test_the_county_learns_that_there_are_few_and_no_more(world, sign_in, two_cases):
    client, asked = sign_in(world.county), {"year": 2022, "area": world.township.pk}
    for name in ("overview", "list"):
        response = client.get(PAGES[name], asked)
        [tile] = case_tiles(name, response)
        assert (tile.compared.text, tile.compared.change, tile.compared.unreviewed) == ("少于3", "", 0), name
        if name == "overview":
            assert not [split for group in response.context["groups"] for split in group.splits]
    figure = client.get(PAGES["figure"], asked)
    assert "少于3" in figure.content.decode() and figure.context["splits"] == []
    told = client.get(reverse("reports:townships"), {"year": 2022}).content.decode()
    assert "少于3" in told


@pytest.mark.parametrize("span", [{"span": "q1"}, {"from": "2022-03-01", "to": "2022-03-31"}])
def test_a_part_of_the_year_is_not_told(world, sign_in, two_cases, span):
    client, asked = sign_in(world.county), {"area": world.township.pk, **span}
    for name in ("overview", "list"):
        assert case_tiles(name, client.get(PAGES[name], asked)) == [], name
    assert client.get(PAGES["figure"], asked).status_code == 404


def test_one_figure_speaks_for_a_register_so_that_none_follows_by_subtraction(world, sign_in, two_cases):
    client, asked = sign_in(world.county), {"year": 2022, "area": world.township.pk}
    tiles = client.get(PAGES["list"], asked).context["tiles"]
    registers = [tile.compared.indicator.register for tile in tiles if tile.compared.indicator.register.cases]
    assert registers and len(registers) == len(set(registers))


def test_whoever_reads_the_cases_is_told(world, sign_in, two_cases):
    for user in (world.coordinator, world.principal, world.reviewer):
        tiles = case_tiles("list", sign_in(user).get(PAGES["list"], {"year": 2022}))
        by_key = {tile.compared.indicator.key: tile.compared.text for tile in tiles}
        assert by_key[KEY] == "2件", user
