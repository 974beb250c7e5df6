"""Who reaches which page under 设置, as a table; everybody else meets 404."""

import datetime
import re

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from outreach.models import MaterialKind
from township.figures.models import Exemption
from township.people.models import Office, Person
from township.records.models import Holiday, Law, Phrase, Scheme, SwitchedOff, Topic

EVERYBODY_AT_WORK = {
    "clerk_a",
    "clerk_b",
    "office_clerk",
    "coordinator",
    "reviewer",
    "mediator",
    "deputy",
    "principal",
    "stranger",
    "stranger_clerk",
}
KEEPERS = {"coordinator", "administrator", "stranger"}
# list: who opens it, who may add, who may change the entry of the own township, who the county's.
LISTS = {
    "people": (
        EVERYBODY_AT_WORK | {"administrator"},
        KEEPERS,
        {"coordinator", "administrator"},
        {"administrator"},
    ),
    "offices": ({"coordinator", "stranger"}, {"coordinator", "stranger"}, {"coordinator"}, set()),
    "laws": (KEEPERS, KEEPERS, {"coordinator"}, {"administrator"}),
    "schemes": (KEEPERS, KEEPERS, {"coordinator"}, {"administrator"}),
    "topics": (KEEPERS, KEEPERS, {"coordinator"}, {"administrator"}),
    "phrases": (KEEPERS, KEEPERS, {"coordinator"}, {"administrator"}),
    "material-kinds": (KEEPERS, KEEPERS, {"coordinator"}, {"administrator"}),
    "exemptions": (KEEPERS, KEEPERS, {"coordinator", "administrator"}, {"administrator"}),
    # One list for the whole country.
    "holidays": (KEEPERS, {"administrator"}, {"administrator"}, {"administrator"}),
}


@pytest.fixture
def entries(world):
    """{list: (entry of the township, entry of the county)}; names are those of the place."""

    def both(model, **values):
        return tuple(
            model.objects.create(area=area, **{key: value.format(area) for key, value in values.items()})
            for area in (world.township, world.county_area)
        )

    return {
        "people": both(Person, name="{}张三"),
        "offices": both(Office, name="{}办"),
        "laws": both(Law, name="{}禁放办法"),
        "schemes": (
            Scheme.objects.create(area=world.township, name="镇方案", first_year=2024),
            world.scheme,
        ),
        "topics": both(Topic, name="{}主题", use="outreach"),
        "exemptions": both(Exemption, duty="outreach.quarterly", reason="{}没有学校"),
        "material-kinds": both(MaterialKind, name="{}扑克"),
        "phrases": both(Phrase, text="{}常用语"),
        "holidays": tuple(
            Holiday.objects.create(date=datetime.date(2031, 10, day), name="国庆节", year=2031)
            for day in (1, 2)
        ),
    }


def reached(world, sign_in, url, method="get"):
    found = set()
    for name, user in world.users.items():
        response = getattr(sign_in(user), method)(url)
        assert response.status_code in (200, 302, 404, 422), (url, name, response.status_code)
        if response.status_code != 404:
            found.add(name)
    return found


@pytest.mark.parametrize("slug", LISTS)
def test_who_opens_adds_and_changes(world, sign_in, entries, slug):
    opens, adds, changes_own, changes_county = LISTS[slug]
    own, county = entries[slug]
    assert reached(world, sign_in, reverse("reference:list", args=[slug])) == opens
    assert reached(world, sign_in, reverse("reference:new", args=[slug])) == adds
    # An empty post is refused with its errors by whoever may change, and unknown to everybody else.
    for entry, expected in ((own, changes_own), (county, changes_county)):
        url = reverse("reference:entry", args=[slug, entry.pk])
        assert reached(world, sign_in, url, "post") == expected


@pytest.mark.parametrize("slug", ["laws", "topics", "phrases", "material-kinds"])
def test_the_countys_entries_reach_its_townships_and_a_townships_stay_there(world, sign_in, entries, slug):
    own, county = entries[slug]
    assert reached(world, sign_in, reverse("reference:entry", args=[slug, own.pk])) == {"coordinator"}
    assert reached(world, sign_in, reverse("reference:entry", args=[slug, county.pk])) == KEEPERS
    switch = reverse("reference:switch", args=[slug, own.pk])
    assert reached(world, sign_in, switch, "post") == {"coordinator"}
    assert reached(world, sign_in, reverse("reference:switch", args=[slug, county.pk]), "post") == KEEPERS
    assert SwitchedOff.objects.filter(entry_id=county.pk).count() == 3


def test_who_removes(world, sign_in, entries):
    """Own entries of lists where nothing points to them; of other lists, and other places', nobody."""
    for slug in LISTS:
        for entry in entries[slug]:
            own = getattr(entry, "area", None) == world.township
            removable = slug in ("phrases", "holidays", "exemptions", "material-kinds")
            url = reverse("reference:remove", args=[slug, entry.pk])
            keepers = {"coordinator" if own else "administrator"} if removable else set()
            assert reached(world, sign_in, url, "post") == keepers
            assert type(entry).objects.filter(pk=entry.pk).exists() == (not removable)


def test_what_is_not_inherited_has_no_switch(world, sign_in, entries):
    for slug in ("people", "offices", "schemes", "holidays"):
        url = reverse("reference:switch", args=[slug, entries[slug][0].pk])
        assert reached(world, sign_in, url, "post") == set()


def test_the_index_and_merging(world, sign_in, entries):
    assert reached(world, sign_in, reverse("reference:index")) == KEEPERS
    merge = reverse("reference:merge", args=[entries["people"][0].pk])
    assert reached(world, sign_in, merge) == {"coordinator", "administrator"}
    assert reached(world, sign_in, merge, "post") == {"coordinator", "administrator"}


def test_unknown_lists_and_entries_are_the_same_404(world, sign_in, entries):
    client = sign_in(world.coordinator)
    foreign = Law.objects.create(area=world.other_township, name="邻镇规定")
    pages = [
        client.get(f"/settings/lists/{rest}")
        for rest in ("nothing/", "laws/999999/", f"laws/{foreign.pk}/", "nothing/new/", "nothing/1/")
    ]
    assert [page.status_code for page in pages] == [404] * 5
    contents = {re.sub(rb'csrfmiddlewaretoken" value="[^"]+"', b"", page.content) for page in pages}
    assert len(contents) == 1


def test_methods(world, sign_in, entries):
    client = sign_in(world.coordinator)
    own, _ = entries["laws"]
    assert client.get(reverse("reference:switch", args=["laws", own.pk])).status_code == 405
    assert client.post(reverse("reference:list", args=["laws"])).status_code == 405
    assert client.post(reverse("reference:index")).status_code == 405


def test_strangers_are_sent_to_the_sign_in_page(db):
    for url in ("/settings/lists/", "/settings/lists/laws/", "/settings/accounts/", "/password/"):
        assert Client().get(url)["Location"] == f"/login/?next={url}"


def test_every_address_under_settings_is_tested():
    """A new page has to be added to these tests before it can be shipped."""
    patterns = get_resolver().namespace_dict["reference"][1].url_patterns
    lists = {"index", "list", "new", "entry", "switch", "remove", "merge"}
    assert {pattern.name for pattern in patterns} == lists | {"handover"}
