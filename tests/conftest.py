"""One world of people for every test: two villages of one township, its offices, and a stranger township."""

import datetime
import itertools
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import hypothesis
import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from pytest_django import fixtures

from township.people.models import Area, Office, Person, RoleGrant, User
from township.people.places import ids_within, remembered
from township.people.roles import Role
from township.records.models import Scheme, SchemeMember, State

# Examples are not timed: a busy machine would make the first of them too slow.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

BASE_DIR = Path(__file__).resolve().parent.parent
PASSWORD = "Lantian-2022-xyz"
# What reads, writes and prints texts and files, or asks who may see which page: the same on every database.
# All figures are read on both (tests/figures/test_every_indicator.py), whichever app they are from.
ONCE = (
    "tests/access/test_matrix.py",
    "tests/access/test_planted.py",
    "tests/figures/test_period.py",
    "tests/governance/",
    "tests/fuzzing/",
    "tests/operations/install/",
    "tests/operations/test_migrating.py",
    "tests/outreach/",
    "tests/printing/",
    "tests/privacy/",
    "tests/project/",
    "tests/records/messages/",
    "tests/records/test_first_screen.py",
    "tests/records/test_intake.py",
    "tests/records/test_numerals.py",
    "tests/records/test_personal_numbers.py",
    "tests/reports/document/",
    "tests/reports/papers/",
    "tests/reports/proofing/",
    "tests/reports/test_every_link.py",
    "tests/reports/test_every_square.py",
    "tests/reports/test_pages.py",
    "tests/reports/typesetting/",
    "tests/training/",
    "tests/workbooks/test_exports.py",
    "tests/workbooks/test_killed.py",
    "tests/workbooks/test_pages.py",
    "tests/workbooks/test_reading.py",
    "tests/workbooks/test_rules.py",
    "tests/workbooks/test_values.py",
)


def pytest_collection_modifyitems(items):
    for item in items:
        if any(part in str(item.path).replace(os.sep, "/") for part in ONCE):
            item.add_marker(pytest.mark.once)


def _user(username, area, *roles, office=None):
    user = User(username=username, name=username, area=area, office=office)
    # Hashing a password costs more than the rest of the world together; sign-in tests set one.
    user.set_unusable_password()
    user.save()
    for role in roles:
        RoleGrant.objects.create(user=user, role=role)
    return user


@pytest.fixture
def world(db):
    """County with two townships; 毛俊镇 has villages A and B (and a community), offices and every role.

    Users: clerk_a, clerk_b (village clerks), office_clerk, coordinator, reviewer, mediator, deputy,
    principal, administrator, auditor, county, and of the other township stranger (coordinator) and
    stranger_clerk.
    """
    w = SimpleNamespace()
    w.county_area = Area.objects.create(name="测试县", level=Area.Level.COUNTY, code="430000000000")
    w.township = Area.objects.create(
        name="毛俊镇", level=Area.Level.TOWNSHIP, parent=w.county_area, code="430000100000"
    )
    w.other_township = Area.objects.create(
        name="邻镇", level=Area.Level.TOWNSHIP, parent=w.county_area, code="430000101000"
    )
    village = {"level": Area.Level.VILLAGE, "kind": Area.Kind.VILLAGE}
    w.a = Area.objects.create(name="甲村", parent=w.township, code="430000100200", **village)
    w.b = Area.objects.create(name="乙村", parent=w.township, code="430000100201", **village)
    w.foreign_village = Area.objects.create(name="丙村", parent=w.other_township, **village)
    w.office = Office.objects.create(area=w.township, name="派出所")
    w.justice_office = Office.objects.create(area=w.township, name="司法所")
    w.clerk_a = _user("clerk_a", w.a, Role.VILLAGE_CLERK)
    w.clerk_b = _user("clerk_b", w.b, Role.VILLAGE_CLERK)
    w.office_clerk = _user("office_clerk", w.township, Role.OFFICE_CLERK, office=w.office)
    w.coordinator = _user("coordinator", w.township, Role.COORDINATOR)
    w.reviewer = _user("reviewer", w.township, Role.REVIEWER)
    w.mediator = _user("mediator", w.township, Role.MEDIATOR)
    w.deputy = _user("deputy", w.township, Role.DEPUTY_LEADER)
    w.principal = _user("principal", w.township, Role.PRINCIPAL_LEADER)
    w.administrator = _user("administrator", w.county_area, Role.ADMINISTRATOR)
    w.auditor = _user("auditor", w.county_area, Role.AUDITOR)
    w.county = _user("county", w.county_area, Role.COUNTY_READER)
    w.stranger = _user("stranger", w.other_township, Role.COORDINATOR, Role.REVIEWER)
    w.stranger_clerk = _user("stranger_clerk", w.foreign_village, Role.VILLAGE_CLERK)
    w.person = Person.objects.create(area=w.township, name="陈志远", position="镇党委书记", principal=True)
    scheme = Scheme.objects.create(area=w.county_area, name="法律七进", first_year=2016)
    w.scheme = scheme
    w.settings = {
        key: SchemeMember.objects.create(scheme=scheme, key=key, name=name, position=position)
        for position, (key, name) in enumerate(
            [("rural", "进乡村"), ("community", "进社区"), ("school", "进学校"), ("family", "进家庭")]
        )
    }
    w.users = {name: user for name, user in vars(w).items() if isinstance(user, User)}
    return w


@pytest.fixture
def sign_in():
    """`sign_in(user)` gives a test client of that user."""

    def _sign_in(user):
        client = Client()
        client.force_login(user)
        return client

    return _sign_in


@pytest.fixture
def make(world):
    """`make(Model, area=…, **values)` makes a submitted record with a sensible date and keeper."""
    from outreach.models import OutreachEvent

    numbers = itertools.count(1)

    def _make(model, *, area=None, lines=None, **values):
        area = area or world.a
        defaults = {"date": datetime.date(2022, 3, 5), "state": State.SUBMITTED, "keeper": area}
        if model is OutreachEvent:
            defaults |= {
                "setting": world.settings["rural"],
                "title": f"普法活动{next(numbers)}",
                "attendance": 0,
            }
        defaults.setdefault("created_by", world.clerk_a)
        record = model.objects.create(area=area, **{**defaults, **values})
        for accessor, rows in (lines or {}).items():
            for position, row in enumerate(rows):
                getattr(record, accessor).create(position=position, **row)
        return record

    return _make


@pytest.fixture
def in_request(world):
    """As in a request, where the ids of the own places are known to the gate already."""
    with remembered():
        ids_within(world.township)
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, monkeypatch_session):
    """Always a database of the tests' own: pytest-django makes one only where a test is marked to use it, and
    `demonstration` is used by tests that are not."""
    chosen = fixtures._get_databases_for_setup
    monkeypatch_session.setattr(
        fixtures, "_get_databases_for_setup", lambda items: (chosen(items)[0] | {"default"}, chosen(items)[1])
    )


@pytest.fixture(scope="session")
def monkeypatch_session():
    with pytest.MonkeyPatch.context() as patch:
        yield patch


@pytest.fixture(scope="session")
def installed(tmp_path_factory):
    """{"empty": file, "demo": file}: SQLite databases as an installation makes them, to be copied, not written to.

    Building one takes longer than most tests, so that there is one of each for all tests of a process.
    """
    folder = tmp_path_factory.mktemp("installed")
    files = {"empty": folder / "empty.sqlite3", "demo": folder / "demo.sqlite3"}
    for command, name in ((["migrate", "-v0"], "empty"), (["seed_demo"], "demo")):
        if name == "demo":
            shutil.copy(files["empty"], files["demo"])
        subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=BASE_DIR,
            env={
                **os.environ,
                "DATABASE_URL": f"sqlite:///{files[name]}",
                "MEDIA_ROOT": str(folder / "media"),
            },
            check=True,
            capture_output=True,
        )
    return files


@pytest.fixture(scope="module")
def demonstration(django_db_setup, django_db_blocker):
    """The seeded township for the tests of one file, taken back afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("seed_demo")
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    """Files of a test stay in the test's own folder; what each test would pay for again is the cheapest there is."""
    settings.MEDIA_ROOT = tmp_path / "media"
    # Each test client loads the middleware anew, which would look through all static files.
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = False
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
