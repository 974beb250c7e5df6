"""Who watches the server asks these two pages; neither tells a stranger anything."""

import logging
import sys

import pytest
from django.db import DatabaseError
from django.db.migrations.executor import MigrationExecutor

from township.operations import health
from township.operations.logs import SafeFormatter


@pytest.mark.django_db
def test_it_lives_without_asking_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok")
    assert "no-cache" in response["Cache-Control"]


@pytest.fixture
def migrated(monkeypatch):
    """The tests make tables without migrations; that they are all applied is put on."""
    monkeypatch.setitem(health.PARTS, "migrations", lambda: True)


@pytest.mark.django_db
def test_it_is_ready_when_each_part_is(client, migrated, settings):
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (
        200,
        {"database": True, "migrations": True, "files": True},
    )
    assert not list(settings.MEDIA_ROOT.rglob(f"{health.PROBE}*"))


@pytest.mark.django_db
def test_tables_that_still_have_to_be_changed_are_told(client, monkeypatch):
    monkeypatch.setattr(
        MigrationExecutor, "migration_plan", lambda executor, targets: [("a migration", False)]
    )
    response = client.get("/readyz")
    assert (response.status_code, response.json()["migrations"]) == (503, False)


@pytest.mark.django_db
def test_a_lost_database_or_a_full_disk_is_told_without_details(client, migrated, monkeypatch):
    def broken():
        raise DatabaseError("connection to 10.0.0.5 refused")

    def full():
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(health.PARTS, "database", broken)
    monkeypatch.setitem(health.PARTS, "files", full)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json() == {"database": False, "migrations": True, "files": False}


def test_a_log_line_keeps_the_place_of_an_error_and_not_its_words():
    def fail(typed):
        try:
            raise ValueError(typed)
        except ValueError as error:
            raise RuntimeError(f"重复：{typed}") from error

    typed = "王秘密 430121199001011234"
    try:
        fail(typed)
    except RuntimeError:
        record = logging.getLogger("portal").makeRecord(
            "portal", logging.ERROR, __file__, 1, "job %s failed", (7,), sys.exc_info()
        )
    line = SafeFormatter("{levelname}{message}", style="{", json_ensure_ascii=False).format(record)
    assert not [part for part in typed.split() if part in line]
    assert "job 7 failed" in line and "RuntimeError" in line and "ValueError" in line and "in fail" in line
