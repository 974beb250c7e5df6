"""Accounts: who manages whom, what cannot be granted or lost, one-time passwords and their first use."""

import datetime
import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.conftest import PASSWORD, _user
from township.people.models import Area, Office, SettingChange, User
from township.people.roles import Role

LIST = "/settings/accounts/"


@pytest.fixture
def manage(world, sign_in):
    """`manage(account, by=…, **changes)` posts the account's form with `changes`; the response."""

    def _manage(account, *, by, **changes):
        data = {
            "name": account.name,
            "username": account.username,
            "area": account.area_id,
            "office": account.office_id or "",
            "roles": [role.value for role in account.roles],
            "is_active": "on" if account.is_active else "",
            **changes,
        }
        return sign_in(by).post(reverse("account", args=[account.pk]), data)

    return _manage


def errors(response):
    assert response.status_code == 422
    return {name: list(sentences) for name, sentences in response.context["form"].errors.items()}


def new_account(client, **values):
    return client.post(f"{LIST}new/", {"name": "新来的", "username": "xinlai", "office": "", **values})


def history(account):
    return list(
        SettingChange.objects.filter(subject="accounts", object_id=account.pk).values_list(
            "action", flat=True
        )
    )


# Reach ----------------------------------------------------------------------------------------------

# Whose accounts each user manages; everybody else meets 404.
MANAGED = {
    "coordinator": {
        "clerk_a",
        "clerk_b",
        "office_clerk",
        "coordinator",
        "reviewer",
        "mediator",
        "deputy",
        "principal",
    },
    "stranger": {"stranger", "stranger_clerk"},
    "administrator": {
        "clerk_a",
        "clerk_b",
        "office_clerk",
        "coordinator",
        "reviewer",
        "mediator",
        "deputy",
        "principal",
        "administrator",
        "auditor",
        "county",
        "stranger",
        "stranger_clerk",
    },
}


def test_who_manages_whom(world, sign_in):
    for name, user in world.users.items():
        client = sign_in(user)
        managed = MANAGED.get(name, set())
        pages = {page: client.get(page).status_code for page in (LIST, f"{LIST}new/")}
        assert set(pages.values()) == {200 if managed else 404}, name
        reached = {
            other
            for other, account in world.users.items()
            if client.get(reverse("account", args=[account.pk])).status_code == 200
        }
        assert reached == managed, name
        if managed:
            listed = {account.username for account in client.get(LIST).context["page"].object_list}
            assert listed == managed


def test_strangers_neither_change_nor_reset(world, sign_in, manage):
    for name in ("clerk_a", "stranger", "reviewer", "auditor"):
        by = world.users[name]
        assert manage(world.clerk_b, by=by, name="改名").status_code == 404
        assert sign_in(by).post(reverse("reset_password", args=[world.clerk_b.pk])).status_code == 404
    world.clerk_b.refresh_from_db()
    assert (world.clerk_b.name, world.clerk_b.one_time_until) == ("clerk_b", None)


def test_a_village_that_is_not_the_managers_cannot_be_chosen(world, manage):
    found = errors(manage(world.clerk_a, by=world.coordinator, area=world.foreign_village.pk))
    assert found == {"area": ["单位里没有这个选项，请重新选择。"]}


def test_an_office_of_another_township_cannot_be_chosen(world, manage):
    office = Office.objects.create(area=world.other_township, name="邻镇司法所")
    found = errors(manage(world.office_clerk, by=world.coordinator, office=office.pk))
    assert found["office"][0] == "部门里没有这个选项，请重新选择。"


def test_the_list_costs_the_same_for_one_and_for_many(world, sign_in, django_assert_num_queries):
    client = sign_in(world.coordinator)
    for number in range(20):
        _user(f"more{number}", world.a, Role.VILLAGE_CLERK, Role.MEDIATOR)
    with django_assert_num_queries(7):
        response = client.get(LIST)
    assert len(response.context["page"].object_list) == 28


def test_filters(world, sign_in):
    client = sign_in(world.coordinator)
    User.objects.filter(pk=world.clerk_b.pk).update(is_active=False)

    def found(**wanted):
        return {account.username for account in client.get(LIST, wanted).context["page"].object_list}

    assert found(q="clerk") == {"clerk_a", "clerk_b", "office_clerk"}
    assert found(role="village_clerk", state="active") == {"clerk_a"}
    assert found(state="off") == {"clerk_b"}
    assert found(state="waiting") == set()
    assert len(found(role="administrator")) == 8


# Rules ----------------------------------------------------------------------------------------------


def test_a_coordinator_grants_what_a_township_has_and_no_more(world, manage):
    assert manage(world.clerk_a, by=world.coordinator, roles=["village_clerk", "mediator"]).status_code == 302
    assert User.objects.get(pk=world.clerk_a.pk).roles == {Role.VILLAGE_CLERK, Role.MEDIATOR}
    for role in ("administrator", "auditor", "county_reader"):
        found = errors(manage(world.reviewer, by=world.coordinator, roles=[role]))
        assert found["roles"] == ["岗位里没有这个选项，请重新选择。"]
    assert User.objects.get(pk=world.reviewer.pk).roles == {Role.REVIEWER}


@pytest.mark.parametrize("role", ["administrator", "auditor"])
def test_technicians_and_auditors_hold_nothing_else(world, manage, role):
    found = errors(manage(world.county, by=world.administrator, roles=[role, "county_reader"]))
    assert found["roles"] == [f"{Role(role).label}不接触案情，要与其他岗位分开，不能由同一个账号兼任。"]


def test_each_role_has_its_seat(world, manage):
    found = errors(manage(world.clerk_a, by=world.coordinator, roles=["village_clerk", "reviewer"]))
    assert found == {"area": ["“审核人”的单位应选乡镇（街道）。"]}
    found = errors(manage(world.office_clerk, by=world.coordinator, office=""))
    assert found == {"office": ["部门填报人请选择所在部门。"]}
    found = errors(manage(world.clerk_a, by=world.coordinator, office=world.office.pk))
    assert found == {"office": ["派出所不是甲村的部门，请重新选择。"]}
    assert errors(manage(world.clerk_a, by=world.coordinator, roles=[])) == {"roles": ["请选择岗位。"]}


def test_nobody_locks_themselves_out(world, manage):
    _user("second", world.township, Role.COORDINATOR)
    by = world.coordinator
    assert errors(manage(by, by=by, is_active="")) == {
        "is_active": ["不能停用自己的账号，请另一位管理员办理。"]
    }
    assert errors(manage(by, by=by, roles=["reviewer"])) == {
        "roles": ["不能取消自己管理账号的岗位，请另一位管理员办理。"]
    }
    assert manage(by, by=by, roles=["coordinator", "reviewer"]).status_code == 302


def test_the_last_coordinator_stays_and_the_last_but_one_may_go(world, manage):
    sentence = "这是毛俊镇最后一个在用的综合管理员，请先把这个岗位给另一个人。"
    changes = ({"is_active": ""}, {"roles": ["reviewer"]}, {"area": world.other_township.pk})
    for change in changes:
        assert errors(manage(world.coordinator, by=world.administrator, **change)) == {"roles": [sentence]}
    # One who has left, or one of another township, does not count.
    gone = _user("gone", world.township, Role.COORDINATOR)
    User.objects.filter(pk=gone.pk).update(is_active=False)
    assert errors(manage(world.coordinator, by=world.administrator, **changes[0])) == {"roles": [sentence]}
    second = _user("second", world.township, Role.COORDINATOR)
    assert manage(world.coordinator, by=second, is_active="").status_code == 302
    assert not User.objects.get(pk=world.coordinator.pk).is_active


def test_the_last_administrator_stays(world, manage):
    other = _user("township_it", world.other_township, Role.ADMINISTRATOR)
    found = errors(manage(world.administrator, by=world.administrator, roles=["auditor"]))
    assert found["roles"] == ["不能取消自己管理账号的岗位，请另一位管理员办理。"]
    User.objects.filter(pk=other.pk).update(is_active=False)
    found = errors(manage(world.administrator, by=world.administrator, roles=["auditor"]))
    assert found["roles"][-1] == "这是测试县最后一个在用的系统管理员，请先把这个岗位给另一个人。"


def test_a_name_in_use_is_refused_and_everything_typed_is_kept(world, sign_in):
    client = sign_in(world.coordinator)
    response = new_account(client, username="stranger", area=world.a.pk, roles=["village_clerk"])
    assert errors(response) == {"username": ["这个账号已有人用，请换一个。"]}
    assert response.context["form"]["name"].value() == "新来的"
    assert errors(new_account(client, username="a b", area=world.a.pk, roles=["village_clerk"])) == {
        "username": ["账号只能用汉字、字母、数字和 @ . - _ 这几个符号。"]
    }


def test_a_deactivated_account_is_signed_out_at_once(world, sign_in, manage):
    clerk = sign_in(world.clerk_a)
    assert clerk.get("/").status_code == 200
    assert manage(world.clerk_a, by=world.coordinator, is_active="").status_code == 302
    assert clerk.get("/")["Location"] == "/login/?next=/"


def test_each_change_leaves_a_row_with_before_and_after(world, manage):
    manage(world.clerk_a, by=world.coordinator, area=world.b.pk, name="李四")
    row = SettingChange.objects.get(subject="accounts", object_id=world.clerk_a.pk)
    assert (row.action, row.by) == ("changed", world.coordinator)
    assert row.details == [["姓名", "clerk_a", "李四"], ["单位", "甲村", "乙村"]]
    manage(User.objects.get(pk=world.clerk_a.pk), by=world.coordinator)
    assert len(history(world.clerk_a)) == 1


# Passwords ------------------------------------------------------------------------------------------


def one_time_password(response):
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    return response.context["password"]


def test_from_a_new_account_to_the_own_password(world, sign_in):
    manager = sign_in(world.coordinator)
    response = new_account(manager, area=world.a.pk, roles=["village_clerk"])
    password = one_time_password(response)
    assert re.fullmatch(r"[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}", password)
    account = User.objects.get(username="xinlai")
    assert history(account) == ["reset", "added"]
    assert password not in str(list(SettingChange.objects.values()))
    for page in (LIST, reverse("account", args=[account.pk])):
        assert password not in manager.get(page).content.decode()

    clerk = Client()
    response = clerk.post("/login/?next=/todo/", {"username": "xinlai", "password": password})
    assert response["Location"] == "/todo/"
    # It opens nothing but the page of the password and the way out.
    assert clerk.get("/todo/")["Location"] == "/password/?next=/todo/"
    assert clerk.post("/ledgers/outreach-events/new/", {"owner": "x"})["Location"].startswith("/password/")
    assert clerk.get("/todo/", headers={"HX-Request": "true"})["HX-Redirect"] == "/password/"
    page = clerk.get("/password/?next=/todo/")
    assert "一次性密码" in page.content.decode()

    typed = {"old_password": password, "next": "/todo/"}
    found = clerk.post("/password/", {**typed, "new_password1": PASSWORD, "new_password2": "别的"})
    assert errors(found) == {"new_password2": ["两次输入的新密码不一样，请重新输入。"]}
    found = clerk.post("/password/", {**typed, "new_password1": password, "new_password2": password})
    assert errors(found)["new_password1"] == ["新密码不能和现在的密码一样。"]
    done = clerk.post("/password/", {**typed, "new_password1": PASSWORD, "new_password2": PASSWORD})
    assert done["Location"] == "/todo/"
    assert clerk.get("/todo/").status_code == 200
    account.refresh_from_db()
    assert (account.one_time_until, account.check_password(PASSWORD)) == (None, True)
    assert history(account) == ["password", "reset", "added"]


@pytest.mark.parametrize(
    ("password", "sentences"),
    [
        ("a1-b2", ["密码太短，至少要 8 位。"]),
        ("90817263", ["密码太简单，大写字母、小写字母、数字、符号里至少要有三种。"]),
        ("Password1", ["这个密码太常见，容易被猜到，请换一个。"]),
        ("clerk_a1", ["密码和姓名或账号太像，请换一个。"]),
    ],
)
def test_weak_passwords_are_refused_in_chinese(world, password, sentences):
    world.clerk_a.set_password(PASSWORD)
    world.clerk_a.save()
    client = Client()
    client.force_login(world.clerk_a)
    data = {"old_password": PASSWORD, "new_password1": password, "new_password2": password}
    assert errors(client.post("/password/", data)) == {"new_password2": sentences}


def test_a_wrong_current_password_and_a_foreign_next_page(world):
    world.clerk_a.set_password(PASSWORD)
    world.clerk_a.save()
    client = Client()
    client.force_login(world.clerk_a)
    new = {"new_password1": "Mao-2026-jun", "new_password2": "Mao-2026-jun"}
    assert errors(client.post("/password/", {"old_password": "x", **new})) == {
        "old_password": ["现在的密码不对，请重新输入。"]
    }
    done = client.post("/password/", {"old_password": PASSWORD, "next": "https://evil.example/", **new})
    assert done["Location"] == "/"


def test_a_reset_ends_open_sessions_and_the_old_password(world, sign_in):
    world.clerk_a.set_password(PASSWORD)
    world.clerk_a.save()
    clerk = sign_in(world.clerk_a)
    one_time_password(sign_in(world.coordinator).post(reverse("reset_password", args=[world.clerk_a.pk])))
    assert clerk.get("/")["Location"] == "/login/?next=/"
    response = Client().post("/login/", {"username": "clerk_a", "password": PASSWORD})
    assert response.context["form"].non_field_errors() == ["账号或密码不对，请重新输入。"]


def test_a_one_time_password_expires(world, sign_in):
    url = reverse("reset_password", args=[world.clerk_a.pk])
    password = one_time_password(sign_in(world.coordinator).post(url))
    past = timezone.now() - datetime.timedelta(minutes=1)
    User.objects.filter(pk=world.clerk_a.pk).update(one_time_until=past)
    response = Client().post("/login/", {"username": "clerk_a", "password": password})
    assert response.context["form"].non_field_errors() == ["一次性密码已过期，请联系本镇综合管理员重新设置。"]


def test_resetting_the_own_or_a_closed_account_is_refused(world, sign_in):
    client = sign_in(world.coordinator)
    User.objects.filter(pk=world.clerk_a.pk).update(is_active=False)
    for account in (world.coordinator, world.clerk_a):
        assert client.post(reverse("reset_password", args=[account.pk])).status_code == 302
        assert User.objects.get(pk=account.pk).one_time_until is None
    assert client.get(reverse("reset_password", args=[world.clerk_b.pk])).status_code == 405


def test_a_county_administrator_sees_offices_with_their_township(world, sign_in):
    page = sign_in(world.administrator).get(reverse("account", args=[world.office_clerk.pk]))
    assert "毛俊镇 派出所" in page.content.decode()
    assert Area.objects.count() == len(page.context["form"].fields["area"].queryset)
