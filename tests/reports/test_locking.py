"""定稿锁定: what is issued never changes, and what would differ is said."""

import hashlib
import threading

import pytest
from django.db import connection
from django.urls import reverse

from outreach.models import OutreachEvent
from reports import locking
from reports.comparing import drifts
from reports.life import STEPS, Refused, take
from reports.locking import lock
from reports.models import AnnualReport, Registration, Revision
from tests.factories import form_data
from tests.reports.texts import PARTS
from township.records.models import RecordLock, State


def test_a_revision_freezes_text_figures_records_and_pdf(report, world):
    revision = lock(report, by=world.coordinator)
    assert "活动2次，参加300余人次" in revision.filled_text
    rural = next(row for row in revision.figures if row["label"] == "法律进乡村活动次数")
    assert rural["value"] == 2
    assert rural["records"] == sorted(OutreachEvent.objects.values_list("pk", flat=True))
    assert rural["unreviewed"] == 1
    assert revision.sha256 == hashlib.sha256(bytes(revision.pdf)).hexdigest()
    assert RecordLock.objects.count() == 2


def test_a_late_edit_leaves_the_pdf_and_is_said(report, world, make):
    revision = lock(report, by=world.coordinator)
    before = bytes(revision.pdf)
    make(OutreachEvent, attendance=10)
    revision = Revision.objects.get(pk=revision.pk)
    assert bytes(revision.pdf) == before
    assert [(one.label, one.unit, one.frozen, one.now) for one in drifts(revision)] == [
        ("法律进乡村活动次数", "次", 2, 3),
        ("普法活动参加人次", "人次", 345, 355),
    ]


def test_edits_and_deletions_behind_a_locked_report(report, world, make, sign_in):
    """The bytes that are handed out stay, and the difference list names every record, no other."""
    small, large = OutreachEvent.objects.order_by("attendance")
    removed = make(OutreachEvent, title="后来删掉的", attendance=30)
    revision = lock(report, by=world.coordinator)
    coordinator = sign_in(world.coordinator)
    address = reverse("reports:revision_pdf", args=[report.pk, revision.ordinal])
    before = coordinator.get(address).content

    edit = reverse("records:edit", args=["outreach-events", small.pk])
    reviewer = sign_in(world.reviewer)
    corrected = form_data(reviewer.get(edit), attendance=146, correction="签到表重数")
    assert reviewer.post(edit, corrected).status_code == 302
    OutreachEvent.objects.filter(pk=large.pk).update(state=State.RETURNED)
    number = removed.pk
    removed.delete()
    new = make(OutreachEvent, title="补录的", attendance=1)

    assert coordinator.get(address).content == before == bytes(revision.pdf)
    rural, people = drifts(Revision.objects.get(pk=revision.pk))
    assert (rural.label, rural.frozen, rural.now) == ("法律进乡村活动次数", 3, 2)
    assert (people.label, people.frozen, people.now) == ("普法活动参加人次", 375, 147)
    for drift in (rural, people):
        assert [title for title, _ in drift.came] == [str(new)]
        assert [title for title, _ in drift.went] == [str(large), f"已删除的普法活动（第{number}号）"]
        assert [title for title, _ in drift.changed] == [str(small)]
    page = coordinator.get(reverse("reports:detail", args=[report.pk])).content.decode()
    assert "报告里是 375人次，现在是 147人次" in page


def test_locking_twice_makes_one_revision(report, world):
    lock(report, by=world.coordinator)
    with pytest.raises(Refused, match="完全一样"):
        lock(AnnualReport.objects.get(pk=report.pk), by=world.coordinator)
    assert report.revisions.count() == 1


def press(client, report, version):
    return client.post(reverse("reports:lock", args=[report.pk]), {"version": version})


def test_two_people_press_one_after_the_other(report, world, sign_in):
    """Both have the same page open: the second is told that it is locked, and nothing more comes of it."""
    version = report.version
    for _ in range(2):
        assert press(sign_in(world.coordinator), report, version).status_code == 302
    assert [revision.ordinal for revision in report.revisions.all()] == [1]
    page = sign_in(world.coordinator).get(reverse("reports:detail", args=[report.pk]))
    assert page.context["is_locked"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one writer in at a time")
def test_two_people_press_at_once(report, world, sign_in, monkeypatch):
    """Each has taken its figures and set its PDF before either writes; one revision comes of it."""
    both_have_set, answers = threading.Barrier(2, timeout=60), []
    real_insert = locking._insert

    def insert(*args):
        both_have_set.wait()
        return real_insert(*args)

    monkeypatch.setattr(locking, "_insert", insert)
    clients = [sign_in(world.coordinator) for _ in range(2)]

    def pressing(client):
        try:
            answers.append(press(client, report, report.version).status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=pressing, args=[client]) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [302, 302]
    revision = report.revisions.get()
    assert revision.ordinal == 1
    assert RecordLock.objects.count() == len(revision.figures[0]["records"])
    report.refresh_from_db()
    assert report.version == revision.draft_version + 1


def test_a_draft_changed_meanwhile_is_not_locked(report, world):
    stale = AnnualReport.objects.get(pk=report.pk)
    AnnualReport.objects.filter(pk=report.pk).update(version=report.version + 1)
    with pytest.raises(Refused, match="刚被改过"):
        lock(stale, by=world.coordinator)
    assert report.revisions.count() == 0
    assert RecordLock.objects.count() == 0


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("共{{没有的数}}次", "没有叫“没有的数”的数据"),
        ("党委会会前学法{{党委会会前学法次数}}次", "还没有填"),
        (f"一、成效\n有个字\U0001f600{PARTS}", "没有字形"),
    ],
)
def test_what_cannot_be_printed_is_not_locked(report, world, text, sentence):
    AnnualReport.objects.filter(pk=report.pk).update(text=text)
    with pytest.raises(Refused, match=sentence):
        lock(AnnualReport.objects.get(pk=report.pk), by=world.coordinator)


def test_an_issued_report_is_corrected_by_a_further_revision(report, world, make):
    first = lock(report, by=world.coordinator)
    AnnualReport.objects.filter(pk=report.pk).update(state=AnnualReport.State.SIGNED, reviewed=True)
    report.refresh_from_db()
    with pytest.raises(Refused, match="不能再锁定"):
        lock(report, by=world.coordinator)
    take(STEPS["correct"], report, by=world.coordinator, entry=Registration(note="漏记一场"))
    with pytest.raises(Refused, match="和第1稿完全一样"):
        lock(AnnualReport.objects.get(pk=report.pk), by=world.coordinator)
    make(OutreachEvent, attendance=1)
    second = lock(AnnualReport.objects.get(pk=report.pk), by=world.coordinator)
    assert (first.ordinal, second.ordinal) == (1, 2)
    assert first.sha256 != second.sha256


def test_an_earlier_text_may_be_locked_again_but_not_the_last_one(report, world, make):
    first = lock(report, by=world.coordinator)
    event = make(OutreachEvent, attendance=1)
    second = lock(AnnualReport.objects.get(pk=report.pk), by=world.coordinator)
    OutreachEvent.objects.filter(pk=event.pk).update(state=State.VOIDED)
    third = lock(AnnualReport.objects.get(pk=report.pk), by=world.coordinator)
    assert [one.ordinal for one in (first, second, third)] == [1, 2, 3]
    assert first.sha256 == third.sha256 != second.sha256
    with pytest.raises(Refused, match="和第3稿完全一样"):
        lock(AnnualReport.objects.get(pk=report.pk), by=world.coordinator)
