"""定稿锁定: what is issued never changes, and what would differ is said."""

import hashlib

import pytest

from outreach.models import OutreachEvent
from reports.comparing import drifts
from reports.life import STEPS, Refused, take
from reports.locking import lock
from reports.models import AnnualReport, Registration, Revision
from tests.reports.texts import PARTS
from township.records.models import RecordLock


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


def test_locking_twice_makes_one_revision(report, world):
    lock(report, by=world.coordinator)
    with pytest.raises(Refused, match="完全一样"):
        lock(AnnualReport.objects.get(pk=report.pk), by=world.coordinator)
    assert report.revisions.count() == 1


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
    make(OutreachEvent, attendance=1)
    second = lock(AnnualReport.objects.get(pk=report.pk), by=world.coordinator)
    assert (first.ordinal, second.ordinal) == (1, 2)
    assert first.sha256 != second.sha256
