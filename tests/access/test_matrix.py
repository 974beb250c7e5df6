"""Who reaches what: every page of every register as every user, compared with the table below.

A letter in the table is a page or act that answers (200, or 302 after an act); everything else is 404.

    pages    l list      n new       x export
    record   d detail    e edit      f file      t thumbnail
             w withdraw  a approve   m remove a file
"""

import re

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from tests.factories import DAY, make_attachment, make_record, registers
from township.figures.drilldown import drill_url
from township.figures.indicator import indicators
from township.figures.models import NilReturn
from township.figures.period import Period
from township.people.roles import Power
from township.records.models import State

# For each kind of register: the pages, then what may be done with a submitted record kept by village A,
# with one of an office (kept by the township, its place village A), and with one of the other township.
MATRIX = {
    # Villages and offices enter for themselves.
    "village": {
        "clerk_a": ("lnx", "deftwm", "", ""),
        "clerk_b": ("lnx", "", "", ""),
        "office_clerk": ("lnx", "", "deftwm", ""),
        "coordinator": ("lnx", "deftwm", "deftwm", ""),
        "reviewer": ("lx", "deftam", "deftam", ""),
        "mediator": ("", "", "", ""),
        "deputy": ("lx", "dft", "dft", ""),
        "principal": ("l", "dft", "dft", ""),
        "administrator": ("", "", "", ""),
        "auditor": ("", "", "", ""),
        "county": ("", "", "", ""),
        "stranger": ("lnx", "", "", "deftwam"),
        "stranger_clerk": ("lnx", "", "", "deftwm"),
    },
    # Only offices and the coordinator enter; villages read what is kept for them.
    "office": {
        "clerk_a": ("lx", "dft", "", ""),
        "clerk_b": ("lx", "", "", ""),
        "office_clerk": ("lnx", "", "deftwm", ""),
        "coordinator": ("lnx", "deftwm", "deftwm", ""),
        "reviewer": ("lx", "deftam", "deftam", ""),
        "mediator": ("", "", "", ""),
        "deputy": ("lx", "dft", "dft", ""),
        "principal": ("l", "dft", "dft", ""),
        "administrator": ("", "", "", ""),
        "auditor": ("", "", "", ""),
        "county": ("", "", "", ""),
        "stranger": ("lnx", "", "", "deftwam"),
        "stranger_clerk": ("lx", "", "", "dft"),
    },
    # Cases: files may show parties, so they open only for those who may read parties.
    "cases": {
        "clerk_a": ("lnx", "dew", "", ""),
        "clerk_b": ("lnx", "", "", ""),
        "office_clerk": ("lnx", "", "dew", ""),
        "coordinator": ("lnx", "deftwm", "deftwm", ""),
        "reviewer": ("lx", "deftam", "deftam", ""),
        "mediator": ("ln", "deftwm", "deftwm", ""),
        "deputy": ("lx", "dft", "dft", ""),
        "principal": ("l", "d", "d", ""),
        "administrator": ("", "", "", ""),
        "auditor": ("", "", "", ""),
        "county": ("", "", "", ""),
        "stranger": ("lnx", "", "", "deftwam"),
        "stranger_clerk": ("lnx", "", "", "dew"),
    },
    # Cases that may be about a village itself: none of its clerks opens them, wherever they are kept.
    "closed to villages": {
        "clerk_a": ("", "", "", ""),
        "clerk_b": ("", "", "", ""),
        "office_clerk": ("lnx", "", "dew", ""),
        "coordinator": ("lnx", "deftwm", "deftwm", ""),
        "reviewer": ("lx", "deftam", "deftam", ""),
        "mediator": ("ln", "deftwm", "deftwm", ""),
        "deputy": ("lx", "dft", "dft", ""),
        "principal": ("l", "d", "d", ""),
        "administrator": ("", "", "", ""),
        "auditor": ("", "", "", ""),
        "county": ("", "", "", ""),
        "stranger": ("lnx", "", "", "deftwam"),
        "stranger_clerk": ("", "", "", ""),
    },
}
# Who sees figures: of all registers, of cases only, or none.
FIGURES = {
    "all": {
        "clerk_a",
        "clerk_b",
        "office_clerk",
        "coordinator",
        "reviewer",
        "deputy",
        "principal",
        "county",
        "stranger",
        "stranger_clerk",
    },
    "cases": {"mediator"},
    "not where closed to villages": {"clerk_a", "clerk_b", "stranger_clerk"},
    "none": {"administrator", "auditor"},
}
PAGES = {"l": "records:list", "n": "records:new", "x": "workbooks:export"}
RECORD_PAGES = {"d": "records:detail", "e": "records:edit"}
FILES = {"f": "records:file", "t": "records:thumbnail"}
ACTS = {"w": "withdraw", "a": "approve"}
IMPORT_PAGES = ("import", "template", "preview", "annotated")
IMPORT_ACTS = ("cells", "columns", "sheet", "commit", "discard", "undo")

each_register = pytest.mark.parametrize("register", registers(), ids=lambda register: register.slug)


def kind_of(register):
    if register.cases:
        return "cases" if register.village_access else "closed to villages"
    return "village" if register.village_entry else "office"


@pytest.fixture
def records(world):
    """`records(register)`: a record of village A, of an office, and of the other township, each with a photo."""

    def _records(register):
        found = (
            make_record(register, world, area=world.a),
            make_record(register, world, area=world.a, keeper=world.township, office=world.office),
            make_record(register, world, area=world.foreign_village, created_by=world.stranger_clerk),
        )
        # Sent by people whom the table does not ask about, so that nobody opens them as the sender.
        for record in found:
            record.photo = make_attachment(record, by=world.principal)
        return found

    return _records


def answer(response):
    """Whether the page answers; any status but 200, 302 and 404 is a mistake in itself."""
    assert response.status_code in (200, 302, 404), (response.request["PATH_INFO"], response.status_code)
    return response.status_code != 404


def reached_pages(client, register):
    return "".join(
        letter for letter, name in PAGES.items() if answer(client.get(reverse(name, args=[register.slug])))
    )


def reached_parts(client, register, record):
    slug, pk, photo = register.slug, record.pk, record.photo.pk
    found = [
        letter for letter, name in RECORD_PAGES.items() if answer(client.get(reverse(name, args=[slug, pk])))
    ]
    found += [letter for letter, name in FILES.items() if answer(client.get(reverse(name, args=[photo])))]
    for letter, act in ACTS.items():
        url = reverse("records:act", args=[slug, pk, act])
        answered = answer(client.post(url))
        record.refresh_from_db()
        # What the page says and what happened are the same thing.
        assert answered == (record.state != State.SUBMITTED), (url, record.state)
        found += [letter] * answered
        restore(record)
    if answer(client.post(reverse("records:remove_file", args=[slug, pk, photo]))):
        found.append("m")
        assert record.photo.citations.count() == 0
        restore(record)
    assert record.photo.citations.count() == 1
    return "".join(found)


def restore(record):
    from township.records.intake import cite

    type(record).objects.filter(pk=record.pk).update(state=State.SUBMITTED)
    record.refresh_from_db(fields=["state", "version"])
    cite(record, [record.photo])


@each_register
def test_every_page_as_every_user(world, records, sign_in, register):
    found = {}
    made = records(register)
    for name, user in world.users.items():
        client = sign_in(user)
        parts = (reached_parts(client, register, record) for record in made)
        found[name] = (reached_pages(client, register), *parts)
    assert found == {
        name: (pages, *map(in_order, parts)) for name, (pages, *parts) in MATRIX[kind_of(register)].items()
    }


def in_order(letters):
    return "".join(letter for letter in "deftwam" if letter in letters)


@each_register
def test_foreign_and_unknown_addresses_are_the_same_404(world, records, sign_in, register):
    _, _, foreign = records(register)
    client = sign_in(world.coordinator)
    for name, letter in ((name, letter) for letter, name in RECORD_PAGES.items()):
        there = client.get(reverse(name, args=[register.slug, foreign.pk]))
        nowhere = client.get(reverse(name, args=[register.slug, 999_999]))
        assert (there.status_code, nowhere.status_code) == (404, 404), letter
        assert without_token(there) == without_token(nowhere)


def without_token(response):
    """A page but for the token of its sign-out form, which differs each time."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]+"', b"", response.content)


@each_register
def test_bulk_acts_touch_only_what_is_within_reach(world, records, sign_in, register):
    touched = {}
    made = records(register)
    for name, user in world.users.items():
        response = sign_in(user).post(
            reverse("records:bulk", args=[register.slug]),
            {"act": "approve", "chosen": [record.pk for record in made]},
        )
        approved = [record for record in made if _state(record) == State.APPROVED]
        touched[name] = (response.status_code, [made.index(record) for record in approved])
        for record in made:
            restore(record)
    expected = {}
    for name, (pages, *parts) in MATRIX[kind_of(register)].items():
        allowed = [place for place, letters in enumerate(parts) if "a" in letters]
        expected[name] = (302 if "l" in pages else 404, allowed)
    assert touched == expected


def _state(record):
    return type(record).objects.values_list("state", flat=True).get(pk=record.pk)


@each_register
def test_lists_and_exports_hold_only_what_may_be_read(world, records, sign_in, register):
    made = records(register)
    for name, user in world.users.items():
        pages, *parts = MATRIX[kind_of(register)][name]
        client = sign_in(user)
        readable = {made[place].pk for place, letters in enumerate(parts) if "d" in letters}
        if "l" in pages:
            response = client.get(reverse("records:list", args=[register.slug]))
            assert {row.record.pk for row in response.context["rows"]} == readable, name
        if "x" in pages:
            response = client.get(reverse("workbooks:export", args=[register.slug]))
            assert len(exported_rows(response)) == len(readable), name


def exported_rows(response):
    import io

    import openpyxl

    sheet = openpyxl.load_workbook(io.BytesIO(response.content)).active
    rows = [row for row in sheet.iter_rows(values_only=True) if any(row)]
    return [row for row in rows[4:] if row[0] != "合计"]


@each_register
def test_methods(world, records, sign_in, register):
    """Acts are posts, pages are gets."""
    record, *_ = records(register)
    client = sign_in(world.coordinator)
    slug, pk = register.slug, record.pk
    posts = [
        reverse("records:bulk", args=[slug]),
        reverse("records:act", args=[slug, pk, "withdraw"]),
        reverse("records:remove_file", args=[slug, pk, record.photo.pk]),
        reverse("figures:nil", args=[slug]),
    ]
    assert client.post(reverse("records:list", args=[slug])).status_code == 405
    # What is posted there is the answer to what was found in the rows, and this one names no finding.
    assert client.post(reverse("workbooks:export", args=[slug])).status_code == 422
    assert client.post(reverse("records:detail", args=[slug, pk])).status_code == 405
    assert client.post(reverse("records:file", args=[record.photo.pk])).status_code == 405
    assert [client.get(url).status_code for url in posts] == [405] * len(posts)
    assert _state(record) == State.SUBMITTED


@each_register
def test_voided_records_are_never_edited(world, records, sign_in, register):
    record, *_ = records(register)
    type(record).objects.filter(pk=record.pk).update(state=State.VOIDED)
    for name in ("clerk_a", "coordinator", "reviewer"):
        client = sign_in(world.users[name])
        assert client.get(reverse("records:edit", args=[register.slug, record.pk])).status_code == 404
        url = reverse("records:remove_file", args=[register.slug, record.pk, record.photo.pk])
        assert client.post(url).status_code == 404


# Files ----------------------------------------------------------------------------------------------


def test_the_sender_of_a_file_of_a_case_opens_it_and_a_colleague_does_not(world, sign_in):
    from tests.conftest import _user
    from township.people.roles import Role

    cases = [register for register in registers() if register.cases]
    colleague = _user("clerk_a2", world.a, Role.VILLAGE_CLERK)
    for register in cases:
        record = make_record(register, world, area=world.a)
        photo = make_attachment(record, by=world.clerk_a)
        for name in FILES.values():
            url = reverse(name, args=[photo.pk])
            assert sign_in(world.clerk_a).get(url).status_code == 200
            assert sign_in(colleague).get(url).status_code == 404


def test_an_uncited_file_is_its_senders_only(world, sign_in):
    photo = make_attachment(by=world.clerk_a)
    url = reverse("records:file", args=[photo.pk])
    reached = {name for name, user in world.users.items() if sign_in(user).get(url).status_code == 200}
    assert reached == {"clerk_a"}


def test_a_clerk_who_moved_away_no_longer_opens_the_old_villages_files(world, sign_in):
    photo = make_attachment(by=world.clerk_a)
    world.clerk_a.area = world.b
    world.clerk_a.save()
    assert sign_in(world.clerk_a).get(reverse("records:file", args=[photo.pk])).status_code == 404


def test_a_file_cannot_be_borrowed_by_its_number(world, sign_in):
    """Naming somebody else's file in the hidden field of a form does not cite it."""
    register = next(register for register in registers() if kind_of(register) == "village")
    record = make_record(register, world, area=world.a)
    photo = make_attachment(by=world.clerk_b)
    response = sign_in(world.clerk_a).post(
        reverse("records:edit", args=[register.slug, record.pk]),
        {"version": record.version, "kept_files": [photo.pk]},
    )
    assert response.status_code == 422
    assert photo.citations.count() == 0


# Figures --------------------------------------------------------------------------------------------


def first_indicator(register):
    return next((one for one in indicators.all() if one.register is register), None)


def test_list_of_figures(world, sign_in):
    reached = {
        name
        for name, user in world.users.items()
        if answer(sign_in(user).get(reverse("figures:list"), {"year": "2022"}))
    }
    assert reached == FIGURES["all"] | FIGURES["cases"]


@each_register
def test_figure_and_its_records_pass_the_same_gate(world, records, sign_in, register):
    indicator = first_indicator(register)
    if indicator is None:
        pytest.skip("no figure counts this register")
    records(register)
    period = Period.year(DAY.year)
    for name, user in world.users.items():
        client = sign_in(user)
        figures = name in FIGURES["all"] or (register.cases and name in FIGURES["cases"])
        figures &= register.village_access or name not in FIGURES["not where closed to villages"]
        page = client.get(reverse("figures:detail", args=[indicator.key]), {"year": "2022"})
        assert answer(page) == figures, name
        drill = client.get(drill_url(indicator, area=user.area, period=period))
        assert answer(drill) == ("l" in MATRIX[kind_of(register)][name][0]), name
        if answer(page) and answer(drill):
            shown = {row.record.pk for row in drill.context["rows"]}
            counted = page.context["figure"]
            assert counted.unreviewed in (0, len(shown)), name


def test_figures_of_places_out_of_reach_are_404(world, sign_in):
    indicator = indicators.all()[0]
    period = Period.year(2022)
    reach = {
        "clerk_a": {"a"},
        "coordinator": {"township", "a", "b"},
        "county": {"county_area", "township", "other_township", "a", "b", "foreign_village"},
        "stranger": {"other_township", "foreign_village"},
    }
    places = ("county_area", "township", "other_township", "a", "b", "foreign_village")
    for name, expected in reach.items():
        client = sign_in(world.users[name])
        reached = {
            place
            for place in places
            if answer(client.get(reverse("figures:list"), {"area": getattr(world, place).pk}))
        }
        assert reached == expected, name
        if world.users[name].powers & {Power.READ}:
            drilled = {
                place
                for place in places
                if answer(client.get(drill_url(indicator, area=getattr(world, place), period=period)))
            }
            assert drilled == expected, name


@pytest.mark.parametrize("area", ["²", "٣", "x", "-1", "9" * 30])
def test_nonsense_in_the_address_is_404(world, sign_in, area):
    client = sign_in(world.coordinator)
    assert client.get(reverse("figures:list"), {"area": area}).status_code == 404


@each_register
def test_zero_reports_only_for_the_own_unit(world, sign_in, register):
    """Villages report zero for themselves where they enter, the coordinator and offices for any place."""
    url = reverse("figures:nil", args=[register.slug])
    reached = {
        name: [
            place
            for place in ("township", "a", "b", "foreign_village")
            if answer(sign_in(user).post(url, {"area": getattr(world, place).pk, "month": "2021-05"}))
        ]
        for name, user in world.users.items()
    }
    own = ["township", "a", "b"]
    entering = {
        name
        for name, (pages, *_) in MATRIX[kind_of(register)].items()
        if register.nil_returns and "n" in pages
    }
    places = {"clerk_a": ["a"], "clerk_b": ["b"], "stranger": ["foreign_village"]}
    places["stranger_clerk"] = ["foreign_village"]
    assert reached == {name: places.get(name, own) if name in entering else [] for name in world.users}
    told = set(NilReturn.objects.filter(register=register.slug).values_list("area", flat=True))
    assert told == {getattr(world, place).pk for names in reached.values() for place in names}


# The door -------------------------------------------------------------------------------------------


@each_register
def test_strangers_are_sent_to_the_sign_in_page(world, records, register):
    record, *_ = records(register)
    client = Client()
    slug, pk = register.slug, record.pk
    addresses = [reverse(name, args=[slug]) for name in PAGES.values()]
    addresses += [reverse(name, args=[slug, pk]) for name in RECORD_PAGES.values()]
    addresses += [reverse(name, args=[record.photo.pk]) for name in FILES.values()]
    addresses += [reverse("figures:list")]
    for address in addresses:
        response = client.get(address)
        assert (response.status_code, response["Location"]) == (302, f"/login/?next={address}")
    for act in ACTS.values():
        client.post(reverse("records:act", args=[slug, pk, act]))
        assert _state(record) == State.SUBMITTED


def test_every_address_of_the_core_is_in_the_table():
    """A new page has to be added here before it can be shipped."""
    found = {
        f"{namespace}:{pattern.name}"
        for namespace in ("records", "figures", "workbooks")
        for pattern in get_resolver().namespace_dict[namespace][1].url_patterns
    }
    acts = {"records:act", "records:bulk", "records:remove_file", "records:upload"}
    # These have tests of their own: whoever enters pastes, reviewers and the coordinator merge.
    acts |= {"records:paste", "records:merge"}
    # Who reaches an import is asked in tests/workbooks/test_pages.py.
    acts |= {f"workbooks:{name}" for name in IMPORT_PAGES + IMPORT_ACTS}
    # And who takes what along in tests/workbooks/test_exports.py.
    acts |= {"workbooks:pdf", "workbooks:files", "workbooks:yearbook"}
    figures = {"figures:list", "figures:detail", "figures:nil"}
    # Who finds what is compared with the lists in tests/records/test_finding.py.
    finding = {"records:search", "records:save_filter", "records:forget_filter"}
    # Who finds records by the people in them, and who reads of it: tests/records/test_known_people.py.
    finding |= {"records:find_people"}
    # Who makes accounts from a workbook: tests/workbooks/test_account_book.py.
    accounts = {"workbooks:account_template", "workbooks:import_accounts"}
    expected = (
        {*PAGES.values(), *RECORD_PAGES.values(), *FILES.values()} | acts | figures | finding | accounts
    )
    assert found == expected
