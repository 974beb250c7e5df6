"""People under seal are found exactly, recognised in texts, and every look at them is written down."""

from importlib import import_module

import pytest
from django.apps import apps
from django.urls import reverse

from disputes.models import Dispute, Opinion, Party, ReceptionDay
from tests.factories import make_record
from township.people.sealing import fingerprint
from township.people.trail.models import AuditEvent
from township.records.known_people import people_named_in, related
from township.records.register import registry

NAME, ID_NUMBER, PHONE = "欧阳某甲", "11010519491231002X", "13912345678"


@pytest.fixture
def case(world):
    """`case(area, name=…)`: a dispute with one party and no other rows."""

    def _case(area=None, **party):
        record = make_record(registry.get("disputes"), world, area=area or world.a, lines=False)
        Party.objects.create(record=record, **{"name": NAME, "id_number": ID_NUMBER, "phone": PHONE, **party})
        return record

    return _case


def looks():
    """What the trail has of people being looked at or for."""
    return AuditEvent.objects.filter(action__in=["viewed", "searched", "printed"])


def found(client, text):
    response = client.post(reverse("records:find_people"), {"person": text})
    return [record for _, record, _ in response.context.get("rows", ())]


def test_kinds_of_equal_text_hash_apart_and_the_sealing_key_does_not_hash(settings):
    codes = {fingerprint(PHONE, kind) for kind in ("name", "id_number", "phone")}
    assert len(codes) == 3
    settings.DATA_KEYS = ["b3RoZXItb25seS1kYXRhLWtleS0wMDAwMDAwMDAwMDA=", *settings.DATA_KEYS]
    assert fingerprint(PHONE, "phone") in codes


@pytest.mark.parametrize(
    ("kind", "text", "stored"),
    [
        ("id_number", " 110105 19491231002x", ID_NUMBER),
        ("phone", "+86 139-1234-5678", PHONE),
        ("name", "买买提•吐尔逊", "买买提·吐尔逊"),
        ("name", " 欧阳　某甲", NAME),
    ],
)
def test_one_value_written_in_two_ways_is_one(kind, text, stored):
    assert fingerprint(text, kind) == fingerprint(stored, kind) != ""


@pytest.mark.parametrize("text", [NAME, ID_NUMBER.lower(), "139 1234 5678"])
def test_a_party_is_found_by_the_whole_value_alone(world, sign_in, case, text):
    record = case()
    client = sign_in(world.mediator)
    assert found(client, text) == [record]
    assert found(client, text[:-1]) == []


def test_visitors_and_reporters_are_found_beside_parties(world, sign_in, case, make):
    visit = make_record(registry.of(ReceptionDay), world, area=world.a, lines=False)
    visit.visitors.create(name=NAME)
    opinion = make(Opinion, reporter_phone=PHONE, channel="visit", content="路灯")
    client = sign_in(world.coordinator)
    assert (found(client, NAME), found(client, PHONE)) == ([visit], [opinion])


@pytest.mark.parametrize(
    "user", ["clerk_a", "principal", "office_clerk", "administrator", "auditor", "county"]
)
def test_who_may_not_read_parties_has_no_such_search(world, sign_in, case, user):
    case()
    response = sign_in(world.users[user]).post(reverse("records:find_people"), {"person": NAME})
    assert (response.status_code, looks().count()) == (404, 0)


def test_the_township_next_door_finds_nobody(world, sign_in, case):
    case()
    assert found(sign_in(world.stranger), NAME) == []


def test_each_search_is_written_down_without_what_was_looked_for(world, sign_in, case):
    case()
    found(sign_in(world.mediator), NAME)
    look = looks().get()
    assert (look.action, look.by, look.what) == ("searched", world.mediator, "按姓名找到 1 条")


def test_a_word_too_short_is_refused_and_not_searched(world, sign_in, case):
    case()
    response = sign_in(world.mediator).post(reverse("records:find_people"), {"person": "欧"})
    assert response.context["sentence"] == "请填完整的姓名、身份证号或电话。"
    assert looks().count() == 0


@pytest.mark.parametrize("page", ["records:detail", "records:edit"])
def test_each_view_of_parties_is_written_down_and_of_nobody_is_not(world, sign_in, case, page):
    record = case()
    empty = make_record(registry.get("disputes"), world, area=world.a, lines=False)
    for user in (world.coordinator, world.clerk_a):
        for one in (record, empty):
            sign_in(user).get(reverse(page, args=["disputes", one.pk]))
    look = looks().get()
    assert (look.action, look.by, look.what) == (
        "viewed",
        world.coordinator,
        f"矛盾纠纷调解第 {record.pk} 号",
    )


def test_a_case_shows_other_records_of_its_people_to_those_who_may_read_them(world, sign_in, case):
    record, other = case(), case(name="别名", phone="")
    namesake = case(id_number="", phone="")
    case(area=world.foreign_village)
    page = reverse("records:detail", args=["disputes", record.pk])
    assert sign_in(world.coordinator).get(page).context["same_people"] == {
        "surely": [(registry.get("disputes"), other, {"id_number"})],
        "perhaps": [(registry.get("disputes"), namesake, {"name"})],
    }
    assert sign_in(world.clerk_a).get(page).context["same_people"] == {}


def test_voided_records_are_not_related(world, case):
    record, other = case(), case()
    Dispute.objects.filter(pk=other.pk).update(state="voided")
    assert related(record, gate=_gate(world.mediator)) == []


def _gate(user):
    from township.people.gate import Gate

    return Gate(user)


def words(text, township):
    return [(text[m.start : m.end], m.kind) for m in people_named_in(text, township=township)]


def test_a_text_shows_where_it_names_somebody(world, case):
    case(phone="")
    case(name="张三", id_number="", phone=PHONE)
    case(name="张三丰", id_number="", phone="")
    case(name="买买提·吐尔逊", id_number="", phone="")
    text = f"公示：欧阳某甲（{ID_NUMBER.lower()}）与张三丰、张三、买买提•吐尔逊等达成协议，电话{PHONE}。"
    assert words(text, world.township) == [
        ("欧阳某甲", "name"),
        (ID_NUMBER.lower(), "id_number"),
        ("张三丰", "name"),
        ("张三", "name"),
        ("买买提•吐尔逊", "name"),
        (PHONE, "phone"),
    ]
    assert words("本月公开财务三项，共 13800000000 元。", world.township) == []


def test_names_of_another_township_are_not_known_here(world, case):
    case(area=world.foreign_village)
    assert words(NAME, world.township) == []
    assert words(NAME, world.other_township) == [(NAME, "name")]


@pytest.mark.parametrize("name", ["䶮某", "㛃犇", "欧阳龘龘", "\U0002ce7c某"])
def test_rare_characters_are_characters_of_names(world, case, name):
    case(name=name)
    assert words(f"经{name}同意", world.township) == [(name, "name")]


def test_queries_do_not_grow_with_people_or_text(world, case, django_assert_num_queries):
    for number in range(3):
        case(name=f"张某{'甲乙丙'[number]}")
    with django_assert_num_queries(10):
        people_named_in("张某甲、张某乙、张某丙" * 50, township=world.township)


def test_people_recorded_before_are_hashed_by_the_migration(world, case):
    record = case()
    Party.objects.update(name_fingerprint="", phone_fingerprint="", id_fingerprint="of an older key")
    import_module("disputes.migrations.0003_hash_known_people").hash_known_people(apps, None)
    party = record.parties.get()
    assert (party.name_fingerprint, party.id_fingerprint, party.phone_fingerprint) == tuple(
        fingerprint(text, kind) for kind, text in (("name", NAME), ("id_number", ID_NUMBER), ("phone", PHONE))
    )


def test_who_was_asked_and_who_represents_a_party_are_known(world, case):
    record = case(kind="organisation", representative="司马某乙")
    record.inquiries.create(asked_on=record.date, asked="诸葛某丙")
    assert words("由司马某乙和诸葛某丙说明。", world.township) == [
        ("司马某乙", "name"),
        ("诸葛某丙", "name"),
    ]


def test_those_who_were_asked_before_are_hashed_by_the_migration(world, case):
    record = case(representative="司马某乙")
    record.inquiries.create(asked_on=record.date, asked="诸葛某丙")
    record.parties.update(representative_fingerprint="")
    record.inquiries.update(asked_fingerprint="")
    import_module("disputes.migrations.0007_hash_who_was_asked").hash_who_was_asked(apps, None)
    found = record.parties.get().representative_fingerprint, record.inquiries.get().asked_fingerprint
    assert found == (fingerprint("司马某乙", "name"), fingerprint("诸葛某丙", "name"))
