"""Production settings, the first administrator, and keys that are changed while the portal is in use."""

import os
import subprocess
import sys
from io import StringIO

import pytest
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings as portal_settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from tests.factories import add_line, make_record
from township.operations import rotating
from township.people.models import Area, AuditEvent, User
from township.people.roles import Role
from township.records.register import registry

PRODUCTION = {
    "DEBUG": "0",
    "DEMO": "0",
    "SECRET_KEY": "only-for-this-test-" + "k9X" * 20,
    "DATA_KEYS": "dGhpcnR5LXR3by1ieXRlcy1vZi1hLXRlc3Qta2V5ISE=",
    "ALLOWED_HOSTS": "portal.example.gov.cn",
}
PROBE = """
import json
from django.conf import settings
names = ("SECOND_FACTOR", "PASSWORD_DAYS", "IDLE_MINUTES", "PROXIES", "SESSION_COOKIE_SECURE",
         "CSRF_COOKIE_SECURE", "SECURE_HSTS_SECONDS", "SECURE_SSL_REDIRECT", "DEBUG")
print(json.dumps({name: getattr(settings, name) for name in names}))
"""


def run(*command, **changes):
    # What a test of this process has set for itself (DJANGO_ALLOW_ASYNC_UNSAFE of the browser) is not production's.
    own = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")}
    environment = {**own, **PRODUCTION, **changes}
    return subprocess.run(
        [sys.executable, *command],
        cwd=portal_settings.BASE_DIR,
        env={name: value for name, value in environment.items() if value is not None},
        capture_output=True,
        text=True,
        check=False,
    )


def test_check_deploy_has_nothing_to_say():
    done = run("manage.py", "check", "--deploy", "--fail-level", "DEBUG")
    assert done.stderr == ""
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"DEMO": "1"}, "演示模式"),
        ({"SECRET_KEY": None}, "SECRET_KEY"),
        ({"DATA_KEYS": None}, "DATA_KEYS"),
        ({"ALLOWED_HOSTS": None}, "ALLOWED_HOSTS"),
    ],
)
def test_an_unsafe_start_stops_with_a_sentence(changes, sentence):
    done = run("manage.py", "check", **changes)
    assert done.returncode != 0
    assert sentence in done.stderr


def test_the_controls_are_on_in_production():
    import json

    script = f"import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'township.settings'\n{PROBE}"
    assert json.loads(run("-c", script).stdout) == {
        "SECOND_FACTOR": True,
        "PASSWORD_DAYS": 90,
        "IDLE_MINUTES": 30,
        "PROXIES": 1,
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SECURE_HSTS_SECONDS": 31536000,
        "SECURE_SSL_REDIRECT": True,
        "DEBUG": False,
    }


def test_every_page_says_what_a_browser_may_do(world, sign_in):
    for client in (Client(), sign_in(world.clerk_a)):
        headers = client.get("/login/", follow=True).headers
        assert "'unsafe" not in headers["Content-Security-Policy"]
        assert headers["Permissions-Policy"] == (
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        )
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"


# The first administrator ----------------------------------------------------------------------------


def create(username="admin", **options):
    out = StringIO()
    values = {"name": "张管", "county": "某县", "township": "某镇", "code": "430000100000", **options}
    call_command("create_administrator", username, stdout=out, **values)
    return out.getvalue()


def test_a_new_installation_gets_its_places_and_its_administrator(db):
    printed = create()
    password = printed.split("一次性密码：")[1].split()[0]
    account = User.objects.get()
    assert (account.roles, account.area.name) == ({Role.ADMINISTRATOR}, "某县")
    assert list(Area.objects.values_list("name", "level")) == [("某县", 1), ("某镇", 2)]
    client = Client()
    client.post("/login/", {"username": "admin", "password": password})
    assert client.get("/settings/accounts/")["Location"].startswith("/password/")


def test_there_is_only_one_first_administrator(world):
    with pytest.raises(CommandError, match="已经有在用的系统管理员"):
        create()


def test_a_wrong_name_or_code_leaves_nothing(db):
    for wrong in ({"username": "a b"}, {"code": "43000010000012345"}):
        with pytest.raises(CommandError):
            create(**wrong)
        assert not Area.objects.exists()


# Keys -----------------------------------------------------------------------------------------------


@pytest.fixture
def parties(world):
    """Three parties of one dispute, sealed with the key of the settings."""
    register = registry.get("disputes")
    record = make_record(register, world, lines=False)
    model = next(line.model for line in register.lines if line.name == "parties")
    for number in range(3):
        add_line(record, model, world, name=f"当事人{number}", id_number="11010519491231002X")
    return model


def tokens(model):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT name FROM {model._meta.db_table} ORDER BY id")
        return [row[0] for row in cursor.fetchall()]


def opened_by(key, model):
    opened = []
    for token in tokens(model):
        try:
            opened.append(Fernet(key).decrypt(token.encode()).decode())
        except InvalidToken:
            opened.append(None)
    return opened


def rotated():
    out = StringIO()
    call_command("rotate_keys", stdout=out)
    return out.getvalue()


def test_all_is_sealed_anew_and_the_old_key_stays_readable(world, parties, settings):
    old, new = settings.DATA_KEYS[0], Fernet.generate_key().decode()
    names = ["当事人0", "当事人1", "当事人2"]
    settings.DATA_KEYS = [new, old]
    assert [party.name for party in parties.objects.order_by("pk")] == names
    assert "已改用新密钥加密 3 行。" in rotated()
    assert opened_by(new, parties) == names
    assert opened_by(old, parties) == [None] * 3
    # A second run has nothing left to do; the way by which a party is found is still the same.
    before = tokens(parties)
    assert "已改用新密钥加密 0 行。" in rotated()
    assert tokens(parties) == before
    assert [event.what for event in AuditEvent.objects.filter(action="keys_rotated").order_by("pk")] == [
        "3 行",
        "0 行",
    ]


def test_an_interrupted_rotation_goes_on(world, parties, settings, monkeypatch):
    new = Fernet.generate_key().decode()
    settings.DATA_KEYS = [new, *settings.DATA_KEYS]
    monkeypatch.setattr(rotating, "BATCH", 1)
    sealed, calls = rotating.seal, []

    def stops_after_three(text):
        calls.append(text)
        if len(calls) > 3:
            raise KeyboardInterrupt
        return sealed(text)

    monkeypatch.setattr(rotating, "seal", stops_after_three)
    with pytest.raises(KeyboardInterrupt):
        rotated()
    # Row by row all or nothing, and all of them readable.
    assert opened_by(new, parties) == ["当事人0", None, None]
    assert [party.id_number for party in parties.objects.all()] == ["11010519491231002X"] * 3
    monkeypatch.setattr(rotating, "seal", sealed)
    assert "已改用新密钥加密 2 行。" in rotated()


def test_without_the_old_key_nothing_is_touched(world, parties, settings):
    before = tokens(parties)
    settings.DATA_KEYS = [Fernet.generate_key().decode()]
    with pytest.raises(CommandError, match="补进 DATA_KEYS"):
        call_command("rotate_keys")
    assert tokens(parties) == before
