"""What is said of people stays sealed in the database and shut to whoever may not read parties."""

import io

import openpyxl
import pytest
from django.core.exceptions import FieldError
from django.db import connection
from django.urls import reverse

from disputes.models import Dispute, Opinion, Party
from tests.disputes.test_dispute_rules import OPINION, SMALL
from tests.entries import post_edit, post_new
from township.people.sealing import fingerprint
from township.records.models import Change
from township.records.register import Register, Registry

PARTY = {
    "name": "欧阳某甲",
    "gender": "male",
    "age": "52",
    "id_number": "11010519491231002x",
    "phone": "13912345678",
    "address": "三组老屋场8号",
}
SECRETS = ("欧阳某甲", "11010519491231002X", "11010519491231002x", "13912345678", "三组老屋场8号")
REPORTER = {"reporter": "司马某乙", "reporter_phone": "13587654321"}
REPORTER_SECRETS = tuple(REPORTER.values())
READERS = ("coordinator", "reviewer", "deputy")
NOT_READERS = ("clerk_a", "principal")


@pytest.fixture
def dispute(world, sign_in):
    """A case of village A with one party, entered by the coordinator."""
    response = post_new(
        sign_in(world.coordinator), "disputes", lines={"parties": [PARTY]}, area=world.a.pk, **SMALL
    )
    assert response.status_code == 302
    return Dispute.objects.get()


@pytest.fixture
def opinion(world, sign_in):
    """An opinion of village A with its reporter, entered by the village's own clerk."""
    response = post_new(sign_in(world.clerk_a), "opinions", area=world.a.pk, **OPINION, **REPORTER)
    assert response.status_code == 302
    return Opinion.objects.get()


def page(client, name, slug, *args):
    response = client.get(reverse(name, args=[slug, *args]))
    assert response.status_code == 200
    return response.content.decode()


def shown(text, secrets):
    return [secret for secret in secrets if secret in text]


def table_text(name):
    """Every value of a database table, as the database keeps it."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {name}")
        return repr(cursor.fetchall())


def workbook_text(client, slug):
    response = client.get(reverse("workbooks:export", args=[slug]))
    book = openpyxl.load_workbook(io.BytesIO(response.content))
    return repr([row for sheet in book for row in sheet.iter_rows(values_only=True)])


def test_the_database_sees_parties_and_reporters_only_sealed(dispute, opinion):
    assert shown(table_text(Party._meta.db_table), SECRETS) == []
    assert shown(table_text(Opinion._meta.db_table), REPORTER_SECRETS) == []
    party = dispute.parties.get()
    assert (party.name, party.id_number) == ("欧阳某甲", "11010519491231002X")
    assert opinion.reporter == "司马某乙"


def test_a_party_is_found_by_the_whole_id_number_and_by_nothing_else(dispute):
    assert Party.objects.get(id_fingerprint=fingerprint("11010519491231002X", "id_number")).record == dispute
    assert not Party.objects.filter(id_fingerprint=fingerprint("11010519491231001X", "id_number")).exists()
    for lookup in ("name", "id_number__startswith", "phone__icontains"):
        with pytest.raises(FieldError):
            Party.objects.filter(**{lookup: "1"}).exists()


def test_the_fingerprint_follows_the_number(dispute):
    party = dispute.parties.get()
    party.id_number = ""
    party.save()
    assert Party.objects.get().id_fingerprint == ""


def test_a_wrong_id_number_or_telephone_is_said_at_its_row(world, sign_in):
    row = {**PARTY, "id_number": "110105194912310021", "phone": "123"}
    response = post_new(
        sign_in(world.coordinator), "disputes", lines={"parties": [row]}, area=world.a.pk, **SMALL
    )
    assert response.status_code == 422
    assert response.context["formsets"][0][1].errors == [
        {
            "id_number": ["身份证号不对，请对照证件核对 18 位号码；护照、通行证号请连字母一起填。"],
            "phone": ["电话号码不对，请填 11 位手机号，或带区号的座机号，例如 0746-2212345。"],
        }
    ]


@pytest.mark.parametrize("user", NOT_READERS)
def test_who_may_not_read_parties_sees_none_of_them(world, sign_in, dispute, opinion, user):
    client = sign_in(world.users[user])
    assert shown(page(client, "records:detail", "disputes", dispute.pk), SECRETS) == []
    assert shown(page(client, "records:detail", "opinions", opinion.pk), REPORTER_SECRETS) == []
    assert "已填写，不显示" in page(client, "records:detail", "opinions", opinion.pk)


@pytest.mark.parametrize("user", READERS)
def test_who_may_read_parties_sees_them(world, sign_in, dispute, opinion, user):
    client = sign_in(world.users[user])
    text = page(client, "records:detail", "disputes", dispute.pk)
    assert shown(text, SECRETS) == ["欧阳某甲", "11010519491231002X", "13912345678", "三组老屋场8号"]
    assert shown(page(client, "records:detail", "opinions", opinion.pk), REPORTER_SECRETS) == [
        "司马某乙",
        "13587654321",
    ]


@pytest.mark.parametrize("user", [*READERS, *NOT_READERS])
def test_lists_name_nobody(world, sign_in, dispute, opinion, user):
    client = sign_in(world.users[user])
    for slug in ("disputes", "opinions"):
        assert shown(page(client, "records:list", slug), [*SECRETS, *REPORTER_SECRETS]) == []


@pytest.mark.parametrize("user", [*READERS, "clerk_a"])
def test_workbooks_name_nobody(world, sign_in, dispute, opinion, user):
    client = sign_in(world.users[user])
    for slug in ("disputes", "opinions"):
        assert shown(workbook_text(client, slug), [*SECRETS, *REPORTER_SECRETS]) == []


def test_history_keeps_that_people_changed_but_not_what_was_said(world, sign_in, dispute, opinion):
    client = sign_in(world.coordinator)
    row = {**PARTY, "id": dispute.parties.get().pk, "record": dispute.pk, "name": "欧阳某丙", "age": "53"}
    response = post_edit(client, "disputes", dispute, lines={"parties": [row]}, area=world.a.pk, **SMALL)
    assert response.status_code == 302
    change = {**OPINION, "reporter": "司马某丁", "reporter_phone": ""}
    assert post_edit(client, "opinions", opinion, area=world.a.pk, **change).status_code == 302
    kept = repr([(change.details, change.reason) for change in Change.objects.all()])
    assert shown(kept, [*SECRETS, *REPORTER_SECRETS, "欧阳某丙", "司马某丁"]) == []
    last = {change.register: change.details for change in Change.objects.order_by("pk")}
    assert ["当事人", "已修改", "已修改"] in last["disputes"]
    assert ["反映人", "已修改", "已修改"] in last["opinions"]


def test_a_village_clerk_neither_sees_nor_changes_parties(world, sign_in, dispute):
    client = sign_in(world.clerk_a)
    response = client.get(reverse("records:edit", args=["disputes", dispute.pk]))
    assert [line.name for line, _ in response.context["formsets"]] == ["follow_ups"]
    assert shown(response.content.decode(), SECRETS) == []
    row = {"id": dispute.parties.get().pk, "record": dispute.pk, "name": "改过", "DELETE": "on"}
    values = {**SMALL, "summary": "甲、乙已各让一步。"}
    post_edit(client, "disputes", dispute, lines={"parties": [row]}, area=world.a.pk, **values)
    dispute.refresh_from_db()
    assert dispute.summary == "甲、乙已各让一步。"
    assert dispute.parties.get().name == "欧阳某甲"


def test_a_clerk_gives_a_reporter_without_reading_one_back(world, sign_in, opinion):
    client = sign_in(world.clerk_a)
    assert shown(page(client, "records:edit", "opinions", opinion.pk), REPORTER_SECRETS) == []
    post_edit(client, "opinions", opinion, area=world.a.pk, **{**OPINION, "kind": "roads"})
    opinion.refresh_from_db()
    assert (opinion.kind, opinion.reporter, opinion.reporter_phone) == ("roads", "司马某乙", "13587654321")
    post_edit(client, "opinions", opinion, area=world.a.pk, **{**OPINION, "reporter": "司马某戊"})
    opinion.refresh_from_db()
    assert (opinion.reporter, opinion.reporter_phone) == ("司马某戊", "13587654321")


def test_who_may_read_a_reporter_may_also_clear_it(world, sign_in, opinion):
    post_edit(sign_in(world.coordinator), "opinions", opinion, area=world.a.pk, **OPINION)
    opinion.refresh_from_db()
    assert (opinion.reporter, opinion.reporter_phone) == ("", "")


def test_two_tabs_do_not_show_a_reporter(world, sign_in, opinion):
    client = sign_in(world.clerk_a)
    change = {**OPINION, "kind": "roads", "version": opinion.version + 5}
    response = post_edit(client, "opinions", opinion, area=world.a.pk, **change)
    assert response.status_code == 409
    assert shown(response.content.decode(), REPORTER_SECRETS) == []


def sign_in_again(client, response, user):
    """Sign in on the page that an expired session led to, with all that it carries."""
    user.set_password("Lantian-2022-xyz")
    user.save()
    data = {"username": user.username, "password": "Lantian-2022-xyz", "next": response.context["next"]}
    for key, value in response.context["carried_fields"]:
        data.setdefault(f"carried:{key}", []).append(value)
    return client.post(reverse("login"), data, follow=True)


def test_an_expired_sign_in_carries_the_form_but_nobody_in_it(world, sign_in):
    client = sign_in(world.coordinator)
    form = client.get(reverse("records:new", args=["disputes"])).context["form"]
    hidden = {name: form[name].value() for name in ("owner", "personal")}
    client.logout()
    lines = {"parties": [PARTY]}
    response = post_new(client, "disputes", lines=lines, area=world.a.pk, **SMALL, **hidden)
    assert response.status_code == 401
    assert (SMALL["summary"] in response.content.decode(), shown(response.content.decode(), SECRETS)) == (
        True,
        [],
    )
    page = sign_in_again(client, response, world.coordinator).content.decode()
    assert (SMALL["summary"] in page, shown(page, SECRETS)) == (True, [])
    assert "当事人、反映人等个人信息不作保留，请重新填写。" in page


def test_what_was_not_carried_is_not_cleared(world, sign_in, opinion):
    client = sign_in(world.coordinator)
    form = client.get(reverse("records:edit", args=["opinions", opinion.pk])).context["form"]
    hidden = {name: form[name].value() for name in ("owner", "personal")}
    client.logout()
    change = {**OPINION, "kind": "roads", "reporter": "司马某丁"}
    response = post_edit(client, "opinions", opinion, area=world.a.pk, **change, **hidden)
    assert shown(response.content.decode(), ["司马某丁", *REPORTER_SECRETS]) == []
    form = sign_in_again(client, response, world.coordinator).context["form"]
    assert (form["kind"].value(), form["reporter"].value()) == ("roads", "司马某乙")


def test_copying_the_last_entry_copies_no_people(world, sign_in, dispute, opinion):
    client = sign_in(world.coordinator)
    response = client.get(reverse("records:new", args=["disputes"]), {"like": dispute.pk})
    assert shown(response.content.decode(), SECRETS) == []
    response = client.get(reverse("records:new", args=["opinions"]), {"like": opinion.pk})
    assert shown(response.content.decode(), REPORTER_SECRETS) == []


@pytest.mark.parametrize("place", ["columns", "filters", "search", "copied"])
def test_no_register_can_be_declared_that_shows_sealed_fields(place):
    body = {
        "model": Opinion,
        "slug": "careless",
        "fieldsets": (("反映人", ("reporter",)),),
        place: ("reporter",),
    }
    with pytest.raises(ValueError, match="reporter"):
        Registry().add(type("Careless", (Register,), body))
