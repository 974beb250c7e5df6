"""Signing in under the controls: pauses, old and used passwords, idle and ended sessions, the second factor."""

import datetime
import time

import pyotp
import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from tests.conftest import PASSWORD
from township.people.models import AuditEvent, OpenSession, RecoveryCode, SecondFactor, UsedPassword
from township.people.second_factor import sensitive
from township.people.sessions import SEEN

PAUSED = "连续多次没有登录成功，已暂停登录，请 15 分钟后再试；忘记密码请联系本镇综合管理员。"
WRONG = "账号或密码不对，请重新输入。"


@pytest.fixture
def give_password():
    """`give_password(user)` lets that user sign in with PASSWORD."""

    def _give(user):
        user.set_password(PASSWORD)
        user.save()

    return _give


def post_sign_in(client, username, password=PASSWORD, **extra):
    return client.post("/login/", {"username": username, "password": password}, **extra)


def refusal(response):
    return response.context["form"].non_field_errors()


def back_then(minutes, **conditions):
    """Move acts of the trail back in time, as no part of the portal could."""
    past = timezone.now() - datetime.timedelta(minutes=minutes)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
    super(type(AuditEvent.objects.all()), AuditEvent.objects.filter(**conditions)).update(at=past)


# Pauses ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("username", ["clerk_a", "nobody"])
def test_repeated_failures_pause_an_account_known_or_not(world, give_password, username):
    give_password(world.clerk_a)
    client = Client()
    for _ in range(5):
        assert refusal(post_sign_in(client, username, "错")) == [WRONG]
    assert refusal(post_sign_in(client, username)) == [PAUSED]
    # Nobody else is paused, and time ends it.
    give_password(world.clerk_b)
    assert post_sign_in(client, "clerk_b").status_code == 302
    back_then(16)
    assert post_sign_in(Client(), "clerk_a").status_code == 302


def test_a_success_and_a_reset_begin_the_count_anew(world, give_password, sign_in):
    give_password(world.clerk_a)
    for _ in range(2):
        for _ in range(4):
            assert refusal(post_sign_in(Client(), "clerk_a", "错")) == [WRONG]
        assert post_sign_in(Client(), "clerk_a").status_code == 302
    for _ in range(5):
        post_sign_in(Client(), "clerk_a", "错")
    url = f"/settings/accounts/{world.clerk_a.pk}/password/"
    password = sign_in(world.coordinator).post(url).context["password"]
    assert post_sign_in(Client(), "clerk_a", password).status_code == 302


def test_one_address_cannot_try_many_accounts(world, give_password, settings):
    settings.LOCK_ADDRESS_AFTER = 6
    give_password(world.clerk_a)
    for number in range(6):
        post_sign_in(Client(), f"guess{number}", "错", REMOTE_ADDR="203.0.113.5")
    assert refusal(post_sign_in(Client(), "clerk_a", REMOTE_ADDR="203.0.113.5")) == [PAUSED]
    assert post_sign_in(Client(), "clerk_a", REMOTE_ADDR="203.0.113.6").status_code == 302


# Passwords -------------------------------------------------------------------------------------------


def test_the_last_passwords_are_not_chosen_again(world, settings):
    settings.PASSWORD_MEMORY = 2
    user, client, current = world.clerk_a, Client(), PASSWORD
    user.set_password(current)
    user.save()
    client.force_login(user)

    def change(new):
        nonlocal current
        data = {"old_password": current, "new_password1": new, "new_password2": new}
        response = client.post("/password/", data)
        if response.status_code == 302:
            current = new
        return response

    assert change("Second-2026-b").status_code == 302
    found = change(PASSWORD).context["form"].errors["new_password2"]
    assert found == ["最近 2 次用过的密码不能再用，请换一个。"]
    assert change("Third-2026-c").status_code == 302
    assert change(PASSWORD).status_code == 302
    assert UsedPassword.objects.filter(user=user).count() == 2


def test_an_old_password_is_replaced_by_those_who_see_parties(world, give_password, settings):
    settings.PASSWORD_DAYS = 90
    for name, first in (("deputy", "/password/?next=/todo/"), ("clerk_a", None)):
        give_password(world.users[name])
        past = timezone.now() - datetime.timedelta(days=91)
        UsedPassword.objects.filter(user=world.users[name]).update(at=past)
        client = Client()
        assert post_sign_in(client, name).status_code == 302
        assert client.get("/todo/").headers.get("Location") == first, name
    client = Client()
    post_sign_in(client, "deputy")
    assert "密码用得太久了" in client.get("/password/").content.decode()
    new = {"new_password1": "Second-2026-b", "new_password2": "Second-2026-b"}
    assert client.post("/password/", {"old_password": PASSWORD, **new}).status_code == 302
    assert client.get("/todo/").status_code == 200


# Sessions --------------------------------------------------------------------------------------------


def grow_idle(client, minutes):
    session = client.session
    session[SEEN] = int(time.time()) - minutes * 60
    session.save()


def test_an_unused_session_ends_and_a_used_one_does_not(world, sign_in):
    client = sign_in(world.clerk_a)
    grow_idle(client, 29)
    assert client.get("/session/").json()["user"] == world.clerk_a.pk
    assert int(time.time()) - client.session[SEEN] < 60
    grow_idle(client, 31)
    assert client.get("/session/").status_code == 401
    assert client.get("/")["Location"] == "/login/?next=/"
    assert OpenSession.objects.filter(user=world.clerk_a).count() == 0


def test_a_form_posted_too_late_is_carried_over(world, sign_in):
    client = sign_in(world.clerk_a)
    url = "/ledgers/outreach-events/new/"
    owner = client.get(url).context["form"]["owner"].value()
    grow_idle(client, 31)
    response = client.post(url, {"owner": owner, "title": "打了一半的标题"})
    assert response.status_code == 401
    assert ("title", "打了一半的标题") in response.context["carried_fields"]


def test_everybody_sees_and_ends_the_own_sessions(world, sign_in, give_password):
    give_password(world.clerk_a)
    here = Client(headers={"user-agent": "Mozilla/5.0 (Windows NT 6.1)"})
    post_sign_in(here, "clerk_a")
    there, other = sign_in(world.clerk_a), sign_in(world.clerk_b)
    page = here.get("/sessions/")
    assert [session.user for session in page.context["own"]] == [world.clerk_a] * 2
    assert list(page.context["page"].object_list) == []
    assert here.session.session_key not in page.content.decode()
    assert there.session.session_key not in page.content.decode()
    foreign = OpenSession.objects.get(user=world.clerk_b)
    assert here.post(f"/sessions/{foreign.reference}/end/").status_code == 404
    row = OpenSession.objects.get(session_key=there.session.session_key)
    assert here.post(f"/sessions/{row.reference}/end/").status_code == 302
    assert there.get("/todo/").status_code == 302
    assert [client.get("/todo/").status_code for client in (here, other)] == [200, 200]
    assert OpenSession.objects.get(session_key=here.session.session_key).device == "Windows 电脑"


def test_managers_end_the_sessions_of_their_accounts(world, sign_in):
    clients = {name: sign_in(user) for name, user in world.users.items()}
    shown = {session.user.username for session in clients["coordinator"].get("/sessions/").context["page"]}
    assert shown == {"clerk_a", "clerk_b", "office_clerk", "reviewer", "mediator", "deputy", "principal"}
    assert len(clients["administrator"].get("/sessions/").context["page"]) == len(world.users) - 1
    row = OpenSession.objects.get(user=world.clerk_a)
    assert clients["stranger"].post(f"/sessions/{row.reference}/end/").status_code == 404
    assert clients["coordinator"].post(f"/sessions/{row.reference}/end/").status_code == 302
    assert clients["clerk_a"].get("/todo/").status_code == 302
    event = AuditEvent.objects.get(action="session_ended")
    assert (event.by, event.what) == (world.coordinator, "clerk_a")


# The second factor -----------------------------------------------------------------------------------


def test_who_has_to_use_one(world):
    assert {name for name, user in world.users.items() if sensitive(user)} == {
        "coordinator",
        "reviewer",
        "mediator",
        "deputy",
        "stranger",
    }


@pytest.fixture
def enrolled(world, give_password, settings):
    """(secret, recovery codes) of the deputy, who was made to set a factor up."""
    settings.SECOND_FACTOR = True
    give_password(world.deputy)
    client = Client()
    assert post_sign_in(client, "deputy")["Location"] == "/"
    assert client.get("/todo/")["Location"] == "/second-factor/?next=/todo/"
    page = client.get("/second-factor/?next=/todo/")
    assert "<svg" in page.content.decode() and not page.context["powers"]
    secret = page.context["secret"]
    wrong = client.post("/second-factor/", {"code": "000000"})
    assert wrong.context["form"].errors["code"] == ["动态口令不对或已用过，请输入手机上现在显示的 6 位数字。"]
    done = client.post("/second-factor/", {"code": pyotp.TOTP(secret).now(), "next": "/todo/"})
    assert (len(done.context["codes"]), done.context["next"]) == (10, "/todo/")
    assert client.get("/todo/").status_code == 200
    assert secret not in str(SecondFactor.objects.extra(select={"raw": "secret"}).values("raw"))
    return secret, done.context["codes"]


def test_the_code_is_asked_for_and_opens_once(world, enrolled):
    secret, _ = enrolled
    client = Client()
    post_sign_in(client, "deputy")
    assert client.get("/todo/")["Location"] == "/second-factor/code/?next=/todo/"
    assert client.get("/password/")["Location"].startswith("/second-factor/code/")
    assert client.get("/second-factor/")["Location"].startswith("/second-factor/code/")
    used = SecondFactor.objects.get().last_step
    stale = client.post("/second-factor/code/", {"code": pyotp.TOTP(secret).at(used * 30)})
    assert stale.status_code == 422
    SecondFactor.objects.update(last_step=used - 2)
    words = client.post("/second-factor/code/", {"code": "口令"})
    assert words.status_code == 422
    full_width = pyotp.TOTP(secret).now().translate({n: n + 0xFEE0 for n in range(48, 58)})
    fresh = client.post("/second-factor/code/", {"code": full_width, "next": "/todo/"})
    assert fresh["Location"] == "/todo/"
    assert client.get("/todo/").status_code == 200


def test_a_recovery_code_opens_once(enrolled):
    _, codes = enrolled
    for expected in (302, 422):
        client = Client()
        post_sign_in(client, "deputy")
        assert client.post("/second-factor/code/", {"code": codes[0].upper()}).status_code == expected
    assert RecoveryCode.objects.exclude(used_at=None).count() == 1


def test_guessing_codes_is_paused(enrolled):
    secret, _ = enrolled
    SecondFactor.objects.update(last_step=0)
    client = Client()
    post_sign_in(client, "deputy")
    for _ in range(5):
        client.post("/second-factor/code/", {"code": "000000"})
    right = client.post("/second-factor/code/", {"code": pyotp.TOTP(secret).now()})
    assert right.context["form"].errors["code"] == [PAUSED]


def test_a_lost_telephone(world, enrolled, sign_in):
    url = f"/settings/accounts/{world.deputy.pk}/second-factor/"
    assert sign_in(world.stranger).post(url).status_code == 404
    assert sign_in(world.deputy).post(url).status_code == 404
    assert sign_in(world.coordinator).post(url).status_code == 302
    client = Client()
    post_sign_in(client, "deputy")
    assert client.get("/todo/")["Location"] == "/second-factor/?next=/todo/"
    assert AuditEvent.objects.filter(action="factor_reset", by=world.coordinator).count() == 1


def test_without_the_setting_nobody_is_made_to(world, give_password):
    give_password(world.deputy)
    client = Client()
    post_sign_in(client, "deputy")
    assert client.get("/todo/").status_code == 200
