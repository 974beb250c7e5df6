"""The audit trail: what leaves a row, who reads it, that nobody changes it, and that tampering is found."""

import datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.utils import InternalError
from django.test import Client
from django.urls import reverse

from tests.conftest import PASSWORD
from tests.factories import make_attachment, make_record
from township.people.models import AuditEvent, Seal, SealedRow, SettingChange, User
from township.people.sealing import fingerprint
from township.people.trail.chain import GRACE, seal_up, sources, verify
from township.people.trail.log import Action, log
from township.people.trail.rows import Fixed
from township.records.history import note
from township.records.models import Change
from township.records.register import registry

PAGE = "/audit/"


def acts(**conditions):
    return list(AuditEvent.objects.filter(**conditions).order_by("pk").values_list("action", "what"))


@pytest.fixture
def case(world):
    """A dispute of village A with what is said of people."""
    return make_record(registry.get("disputes"), world, area=world.a)


# What leaves a row -----------------------------------------------------------------------------------


def test_signing_in_out_and_failing(world):
    world.clerk_a.set_password(PASSWORD)
    world.clerk_a.save()
    client = Client(REMOTE_ADDR="10.1.2.3")
    for username, password in (("clerk_a", "错"), (PASSWORD, "clerk_a"), ("clerk_a", PASSWORD)):
        client.post("/login/", {"username": username, "password": password})
    client.post("/logout/")
    unknown = f"没有这个账号（{fingerprint(PASSWORD, 'account')[:8]}）"
    assert acts() == [
        ("failed", "clerk_a"),
        ("failed", unknown),
        ("signed_in", "clerk_a"),
        ("signed_out", "clerk_a"),
    ]
    # A password typed into the wrong box is nowhere.
    assert PASSWORD not in str(list(AuditEvent.objects.values()))
    assert set(AuditEvent.objects.values_list("address", flat=True)) == {"10.1.2.3"}
    assert set(AuditEvent.objects.exclude(by=None).values_list("place", flat=True)) == {world.a.path}


def test_the_address_behind_proxies_is_the_one_they_saw(world, sign_in, settings):
    for proxies, address in ((0, "127.0.0.1"), (1, "172.16.0.9"), (2, "198.51.100.7")):
        settings.PROXIES = proxies
        client = sign_in(world.clerk_a)
        client.post("/logout/", headers={"X-Forwarded-For": "203.0.113.66, 198.51.100.7, 172.16.0.9"})
        assert AuditEvent.objects.filter(action="signed_out").first().address == address


def test_seeing_what_is_said_of_people(world, sign_in, case):
    opened = [("viewed", f"矛盾纠纷调解第 {case.pk} 号")]
    for name, expected in (("deputy", opened), ("principal", []), ("clerk_a", [])):
        user = world.users[name]
        sign_in(user).get(reverse("records:detail", args=["disputes", case.pk]))
        assert acts(by=user, action="viewed") == expected
    sign_in(world.coordinator).get(reverse("records:edit", args=["disputes", case.pk]))
    assert acts(by=world.coordinator, action="viewed") == opened
    # A register that says nothing of people leaves no such row.
    event = make_record(registry.get("outreach-events"), world)
    sign_in(world.deputy).get(reverse("records:detail", args=["outreach-events", event.pk]))
    assert acts(by=world.deputy, action="viewed") == opened


def test_exports_and_downloads(world, sign_in, case):
    photo = make_attachment(case, by=world.principal)
    client = sign_in(world.deputy)
    for url in (
        reverse("workbooks:export", args=["disputes"]),
        reverse("workbooks:pdf", args=["disputes"]),
        reverse("workbooks:files", args=["disputes"]),
        reverse("workbooks:yearbook"),
        reverse("records:file", args=[photo.pk]),
    ):
        response = client.get(url)
        assert response.status_code == 200
    assert acts(by=world.deputy)[1:] == [
        ("exported", "矛盾纠纷调解 1 件，表格"),
        ("exported", "矛盾纠纷调解 1 件，PDF"),
        ("exported", "矛盾纠纷调解佐证材料"),
        ("exported", "2022年全年台账"),
        ("downloaded", f"佐证材料第 {photo.pk} 号"),
    ]
    assert not acts(what__contains=photo.name)


# Who reads it ----------------------------------------------------------------------------------------


def test_only_auditors_read_it(world, sign_in):
    reached = {name for name, user in world.users.items() if sign_in(user).get(PAGE).status_code == 200}
    assert reached == {"auditor"}
    assert sign_in(world.auditor).post(PAGE).status_code == 405


def test_an_auditor_sees_the_own_area_alone(world, sign_in):
    from tests.conftest import _user
    from township.people.roles import Role

    own = _user("own_auditor", world.township, Role.AUDITOR)
    for user in (world.clerk_a, world.stranger_clerk, world.county):
        log(Action.SIGNED_IN, by=user, what=user.username)
    log(Action.FAILED, what="没有这个账号")

    def seen(auditor):
        entries = sign_in(auditor).get(PAGE).context["entries"]
        return {entry.thing for entry in entries} - {auditor.username}

    assert seen(own) == {"clerk_a"}
    assert seen(world.auditor) == {"clerk_a", "stranger_clerk", "county", "没有这个账号", "own_auditor"}
    # Whoever moves on leaves the trail where it was laid.
    User.objects.filter(pk=world.stranger_clerk.pk).update(area=world.b)
    assert seen(own) == {"clerk_a"}


def test_finding_and_reading(world, sign_in, case):
    event = make_record(registry.get("outreach-events"), world)
    note(event, Change.Action.EDITED, by=world.clerk_a, details=[["标题", "旧", "新的标题"]])
    note(case, Change.Action.APPROVED, by=world.reviewer, details=[["案由", "张某家事", "张某家事二"]])
    client = sign_in(world.auditor)

    def found(**wanted):
        return [entry.thing for entry in client.get(PAGE, wanted).context["entries"]]

    assert found(group="record") == [f"普法活动第 {event.pk} 号"]
    assert found(group="review") == [f"矛盾纠纷调解第 {case.pk} 号"]
    assert found(q="clerk_a") == [f"普法活动第 {event.pk} 号"]
    assert found(group="sign_in") == ["auditor"]
    assert found(group="view") == []
    assert found(start="2099-01-01") == []
    assert len(found(start="明天", group="nothing")) == 3
    page = client.get(PAGE).content.decode()
    assert "新的标题" in page
    assert "案由" in page and "张某家事" not in page


def test_the_page_costs_the_same_for_one_and_for_many(world, sign_in, django_assert_num_queries):
    client = sign_in(world.auditor)
    for number in range(30):
        log(Action.VIEWED, by=world.clerk_a, what=str(number))
    client.get(PAGE)
    with django_assert_num_queries(14):
        assert len(client.get(PAGE).context["entries"]) == 31


# Nobody changes it -----------------------------------------------------------------------------------


def test_rows_are_neither_changed_nor_removed(world):
    event = log(Action.VIEWED, by=world.clerk_a, what="矛盾纠纷第 1 号")
    event.what = "别的"
    for act in (
        event.save,
        event.delete,
        AuditEvent.objects.all().delete,
        lambda: AuditEvent.objects.update(what=""),
        lambda: AuditEvent.objects.bulk_update([event], ["what"]),
        lambda: Change.objects.filter(pk=1).delete(),
        lambda: SettingChange.objects.filter(pk=1).update(action="off"),
    ):
        with pytest.raises(Fixed):
            act()
    assert acts() == [("viewed", "矛盾纠纷第 1 号")]


def test_the_database_refuses_too(world):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite 没有这道锁")
    log(Action.VIEWED, by=world.clerk_a)
    for sentence in ("UPDATE people_auditevent SET what = ''", "DELETE FROM people_auditevent"):
        with pytest.raises(InternalError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sentence)
    assert AuditEvent.objects.count() == 1


# Tampering is found ----------------------------------------------------------------------------------


@pytest.fixture
def sealed(world, case):
    """Three events and a change of a record, in two sealed batches."""
    for number in range(3):
        log(Action.VIEWED, by=world.clerk_a, what=f"第 {number} 号")
    seal_up()
    note(case, Change.Action.EDITED, by=world.clerk_a, details=[["标题", "旧", "新"]])
    assert seal_up() == 1
    assert verify().faults == []


def behind_the_portal(sql, *values):
    """Change the database as somebody with its password would."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql, values)


def verified(*arguments):
    """(exit code, what it printed)."""
    out = StringIO()
    try:
        call_command("verify_audit", *arguments, stdout=out)
    except SystemExit as end:
        return end.code, out.getvalue()
    return 0, out.getvalue()


def test_an_intact_trail(world, sealed):
    code, printed = verified()
    assert code == 0
    assert printed.splitlines()[0] == "审计记录完好：2 批，4 条已封存。"
    assert Seal.objects.last().digest in printed
    assert seal_up() == 0
    # What has been added since is no fault.
    log(Action.VIEWED, by=world.clerk_a)
    assert verified("--expect", Seal.objects.first().digest)[0] == 0


@pytest.mark.parametrize(
    ("sql", "sentence"),
    [
        ("UPDATE people_auditevent SET what = '别的' WHERE id = %s", "记录被改动过。"),
        ("UPDATE people_auditevent SET by_id = NULL WHERE id = %s", "记录被改动过。"),
        ("DELETE FROM people_auditevent WHERE id = %s", "记录被删除了。"),
    ],
)
def test_a_changed_and_a_removed_row(sealed, sql, sentence):
    row = AuditEvent.objects.get(what="第 1 号")
    behind_the_portal(sql, row.pk)
    code, printed = verified()
    assert (code, printed.splitlines()[0]) == (1, f"people.auditevent 第 {row.pk} 号{sentence}")


def test_an_inserted_row(world, sealed):
    row = log(Action.VIEWED, by=world.clerk_a)
    long_ago = Seal.objects.last().at - GRACE - datetime.timedelta(minutes=1)
    behind_the_portal("UPDATE people_auditevent SET at = %s WHERE id = %s", long_ago, row.pk)
    assert seal_up() == 0
    assert verified()[1].splitlines()[0] == f"people.auditevent 第 {row.pk} 号记录是事后插入的。"


def test_a_seal_rewritten_or_taken_out(sealed):
    first, last = Seal.objects.all()
    behind_the_portal("UPDATE people_sealedrow SET digest = 'x' WHERE seal_id = %s", first.pk)
    assert "第 1 批封存记录对不上" in verified()[1]
    behind_the_portal("DELETE FROM people_sealedrow WHERE seal_id = %s", last.pk)
    behind_the_portal("DELETE FROM people_seal WHERE id = %s", last.pk)
    code, printed = verified("--expect", last.digest)
    assert code == 1 and "找不到抄下的那一批" in printed


def test_every_table_of_the_trail_says_what_is_sealed_and_where_it_is_found():
    assert set(sources()) == {
        "people.auditevent",
        "people.settingchange",
        "records.change",
        "reports.registration",
    }
    for model in sources().values():
        concrete = {field.attname for field in model._meta.concrete_fields} - {"id"}
        assert set(model.SEALED) == concrete, model


def test_a_batch_ends_and_the_next_one_goes_on(world, monkeypatch):
    monkeypatch.setattr("township.people.trail.chain.BATCH", 2)
    for number in range(5):
        log(Action.VIEWED, by=world.clerk_a, what=str(number))
    assert seal_up(batches=1) == 2
    assert seal_up() == 3
    assert (Seal.objects.count(), SealedRow.objects.count(), verify().faults) == (3, 5, [])
