"""Kinds of materials as the administrator of a township keeps them: offered, read, counted, retired."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from outreach.models import MaterialKind, OutreachEvent
from outreach.models.materials import BUILT_IN_KINDS, install_material_kinds
from tests.entries import post_edit, post_new
from township.figures.indicator import indicators
from township.figures.models import OwnIndicator
from township.figures.own.defining import save_indicator
from township.figures.period import Period
from township.figures.reading import by_category, in_category, read, rows_behind
from township.people.gate import Gate
from township.people.models import Area
from township.records.messages import read_message

SLUG = "material-kinds"


@pytest.fixture
def coordinator(world, sign_in):
    return sign_in(world.coordinator)


@pytest.fixture
def clerk(world, sign_in):
    return sign_in(world.clerk_a)


@pytest.fixture
def cards(world):
    return MaterialKind.objects.create(area=world.township, name="法治扑克")


def enter(client, world, *rows):
    typed = {"date": "2022-03-05", "title": "赶圩日普法", "attendance": "60", "part": "host"}
    place = {"area": world.a.pk, "setting": world.settings["rural"].pk}
    return post_new(client, "outreach-events", lines={"materials": rows}, **typed, **place)


def offered(client, url=None):
    """Names that the first row of materials offers, and what it has chosen."""
    page = client.get(url or reverse("records:new", args=["outreach-events"]))
    row = page.context["formsets"][0][1].forms[0]
    return [label for value, label in row.fields["kind"].choices if value], row["kind"].value()


def switch(client, kind, to="off"):
    return client.post(reverse("reference:switch", args=[SLUG, kind.pk]), {"to": to})


def test_a_kind_added_under_settings_is_entered_and_shown(world, coordinator, clerk, sign_in):
    assert coordinator.post(reverse("reference:new", args=[SLUG]), {"name": "法治扑克"}).status_code == 302
    kind = MaterialKind.objects.get(name="法治扑克")
    assert (kind.area, kind.key.startswith("own-")) == (world.township, True)
    again = coordinator.post(reverse("reference:new", args=[SLUG]), {"name": "海报"})
    assert again.context["form"].errors == {"name": ["已有“海报”，不用再加。"]}

    assert offered(clerk) == ([*BUILT_IN_KINDS.values(), "法治扑克"], "leaflet")
    assert enter(clerk, world, {"kind": kind.key, "quantity": "50", "unit": "件"}).status_code == 302
    record = OutreachEvent.objects.get()
    assert [str(line) for line in record.materials.all()] == ["法治扑克50件"]
    assert (
        "法治扑克"
        in clerk.get(reverse("records:detail", args=["outreach-events", record.pk])).content.decode()
    )

    stranger = sign_in(world.stranger_clerk)
    assert "法治扑克" not in offered(stranger)[0]


def test_a_neighbours_kind_is_refused(world, clerk):
    foreign = MaterialKind.objects.create(area=world.other_township, name="邻镇挂历")
    response = enter(clerk, world, {"kind": foreign.key, "quantity": "50", "unit": "件"})
    assert response.status_code == 422
    assert list(response.context["formsets"][0][1].forms[0].errors) == ["kind"]
    assert not OutreachEvent.objects.exists()


def test_a_kind_switched_off_stays_on_its_records_and_is_not_offered(world, coordinator, clerk, cards):
    row = {"kind": cards.key, "quantity": "50", "unit": "件"}
    enter(clerk, world, row)
    record = OutreachEvent.objects.get()
    switch(coordinator, cards)
    assert "法治扑克" not in offered(clerk)[0]
    edit = reverse("records:edit", args=["outreach-events", record.pk])
    assert offered(clerk, edit) == ([*BUILT_IN_KINDS.values(), "法治扑克"], cards.key)
    line = record.materials.get()
    values = {name: getattr(record, name) for name in ("date", "title", "part")}
    response = post_edit(
        clerk,
        "outreach-events",
        record,
        lines={"materials": [{**row, "id": line.pk, "quantity": "60"}]},
        **values,
        attendance="60",
        area=world.a.pk,
        setting=record.setting_id,
    )
    assert response.status_code == 302
    assert [str(line) for line in record.materials.all()] == ["法治扑克60件"]
    assert enter(clerk, world, row).status_code == 422
    switch(coordinator, cards, to="on")
    assert "法治扑克" in offered(clerk)[0]


def test_an_untouched_row_is_no_row_though_its_usual_kind_is_switched_off(world, coordinator, clerk):
    switch(coordinator, MaterialKind.objects.get(key="leaflet"))
    assert offered(clerk) == (list(BUILT_IN_KINDS.values())[1:], None)
    assert enter(clerk, world, {"kind": "", "quantity": "", "unit": "份"}).status_code == 302
    assert not OutreachEvent.objects.get().materials.exists()


def test_what_is_used_or_built_in_is_not_removed(world, make, coordinator, sign_in, cards):
    remove = reverse("reference:remove", args=[SLUG, cards.pk])
    event = make(OutreachEvent, lines={"materials": [{"kind": cards, "quantity": 5}]})
    assert coordinator.post(remove).status_code == 404
    with pytest.raises(IntegrityError), transaction.atomic():
        MaterialKind.objects.filter(pk=cards.pk)._raw_delete("default")
        transaction.get_connection().check_constraints()
    event.materials.all().delete()
    assert coordinator.post(remove).status_code == 302
    assert not MaterialKind.objects.filter(pk=cards.pk).exists()

    poster = MaterialKind.objects.get(key="poster")
    page = reverse("reference:remove", args=[SLUG, poster.pk])
    assert sign_in(world.administrator).post(page).status_code == 404


def test_a_built_in_kind_that_was_renamed_stays_so(world):
    MaterialKind.objects.filter(key="gift").update(name="普法用品")
    MaterialKind.objects.filter(key="poster").delete()
    install_material_kinds(None, using="default")
    names = dict(MaterialKind.objects.values_list("key", "name"))
    assert names == {**BUILT_IN_KINDS, "gift": "普法用品"}


def test_figures_by_kind(world, make, coordinator, cards):
    MaterialKind.objects.create(area=world.other_township, name="邻镇挂历")
    make(OutreachEvent, lines={"materials": [{"kind": cards, "quantity": 50}, {"quantity": 120}]})
    make(OutreachEvent, lines={"materials": [{"kind": cards, "quantity": 30}]})
    source = {"source": "outreach-events/materials", "measure": "sum:quantity", "unit": "件"}
    for label, asked in (("按品种", {"category": "kind"}), ("扑克", {"conditions": {"kind": [cards.key]}})):
        own = OwnIndicator(area=world.township, label=label, definition="测试口径。", **source, **asked)
        save_indicator(own, by=world.coordinator)
    asked = {"area": world.township, "period": Period.year(2022)}
    found = indicators.for_area(Area.objects.get(pk=world.township.pk)).by_label
    assert by_category(found["按品种"], **asked) == {"宣传资料": 120, "法治扑克": 80}
    rows = in_category(rows_behind(found["按品种"], **asked), found["按品种"], "法治扑克")
    assert sorted(row.quantity for row in rows) == [30, 50]
    assert read([found["扑克"]], **asked)[found["扑克"].key].value == 80
    leaflets = indicators.by_label["宣传资料发放份数"]
    assert read([leaflets], **asked)[leaflets.key].value == 120

    page = coordinator.get(reverse("own_indicators:new"), {"source": source["source"]}).content.decode()
    assert "法治扑克" in page
    assert "邻镇挂历" not in page


def test_a_message_names_it(world, cards):
    text = "2022年3月5日甲村开展法律进乡村，发放法治扑克50件，发放资料120份，60人参加"
    for user, kinds in ((world.clerk_a, [cards.key, "leaflet"]), (world.stranger_clerk, ["leaflet"] * 2)):
        draft = read_message(text, gate=Gate(user), today=None)
        assert [row["kind"] for row in draft.lines["materials"]] == kinds
