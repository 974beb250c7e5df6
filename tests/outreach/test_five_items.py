"""“五有” × 法律进: what proves each cell, what its number opens, and the sentence about what is missing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from outreach.models import FiveItem, OutreachEvent
from tests.factories import make_attachment
from township.records.models import State


@pytest.fixture
def proven(world, make):
    """进乡村 has its plan, with a file, and activities; 进学校 has no letter and needs no activities."""

    def item(setting, item, presence="present", **values):
        return make(
            FiveItem,
            area=world.township,
            year=2022,
            setting=world.settings[setting],
            responsible=world.justice_office,
            item=item,
            presence=presence,
            **values,
        )

    plan = item("rural", "plan")
    make_attachment(plan, by=world.coordinator)
    item("rural", "materials", state=State.DRAFT)
    item("school", "letter", "absent")
    item("school", "events", "na")
    make(OutreachEvent)
    make(OutreachEvent)
    return plan


def table(client, **address):
    response = client.get(reverse("outreach:five_items"), {"year": 2022, **address})
    assert response.status_code == 200
    return response.context["table"]


def cells(found):
    return {(proof.member, item): proof for item, proofs in found.rows for proof in proofs}


def test_each_cell_tells_its_records_and_files(world, proven, sign_in):
    found = cells(table(sign_in(world.coordinator)))
    told = {key: (proof.records, proof.files) for key, proof in found.items() if proof.records}
    assert told == {
        ("进乡村", "工作方案"): (1, 1),
        ("进乡村", "宣传活动"): (2, 0),
        ("进乡村", "工作台账"): (2, 0),
    }
    assert [key for key, proof in found.items() if not proof.applies] == [("进学校", "宣传活动")]


def test_each_number_opens_as_many_records(world, proven, sign_in):
    client = sign_in(world.coordinator)
    for proof in cells(table(client)).values():
        assert bool(proof.url) == proof.applies
        if proof.records:
            assert client.get(proof.url).context["page"].paginator.count == proof.records


def test_what_is_missing_leads_those_who_enter_it_to_its_form(world, proven, sign_in):
    client = sign_in(world.coordinator)
    found = cells(table(client))
    initial = client.get(found["进学校", "责任书"].url).context["form"].initial
    assert {name: str(initial[name]) for name in ("year", "setting", "item", "presence")} == {
        "year": "2022",
        "setting": str(world.settings["school"].pk),
        "item": "letter",
        "presence": "present",
    }
    event = client.get(found["进家庭", "宣传活动"].url).context["form"]
    assert str(event.initial["setting"]) == str(world.settings["family"].pk)
    assert {proof.url for proof in cells(table(sign_in(world.principal))).values() if proof.is_missing} == {
        ""
    }


def test_the_sentence_names_what_is_missing_and_what_nothing_proves(world, proven, sign_in):
    assert table(sign_in(world.coordinator)).sentence == (
        "2022年法律七进“五有”应有19项，已有3项；其中进乡村缺宣传资料、责任书，"
        "进社区缺工作方案、宣传资料、宣传活动、工作台账、责任书，进学校缺工作方案、宣传资料、工作台账、责任书，"
        "进家庭缺工作方案、宣传资料、宣传活动、工作台账、责任书；进乡村宣传活动、进乡村工作台账还没有附佐证材料。"
    )


def test_who_sees_it(world, proven, sign_in):
    seen = {
        name
        for name, user in world.users.items()
        if sign_in(user).get(reverse("outreach:five_items")).status_code == 200
    }
    # An office cannot tell what is missing; villages and the county are not asked for the five things.
    assert seen == {"coordinator", "reviewer", "deputy", "principal", "stranger"}
    township = {"area": world.township.pk}
    assert cells(table(sign_in(world.county), **township))["进乡村", "工作方案"].records == 1
    tab = reverse("outreach:five_items")
    settings = reverse("reports:setting_coverage")
    assert tab in sign_in(world.coordinator).get(settings).content.decode()
    assert tab not in sign_in(world.office_clerk).get(settings).content.decode()
    assert not any(proof.records for proof in cells(table(sign_in(world.stranger))).values())


def test_a_foreign_place_and_nonsense_in_an_address_are_404(world, proven, sign_in):
    client = sign_in(world.coordinator)
    url = cells(table(client))["进乡村", "工作方案"].url
    assert sign_in(world.stranger).get(url).status_code == 404
    for wrong in ("five=nonsense", "five_year=x", "five_year=1900", "of=0"):
        name = wrong.split("=")[0]
        assert client.get(f"{url}&{wrong}").status_code == 404, name


def test_the_number_of_queries_does_not_grow(world, proven, make, sign_in):
    client, counts = sign_in(world.coordinator), set()
    for setting in ("school", "family"):
        make(OutreachEvent, setting=world.settings[setting])
        with CaptureQueriesContext(connection) as queries:
            table(client)
        counts.add(len(queries))
    assert len(counts) == 1
