"""The states of a report: every step from every state, and who may not take it."""

import datetime

import pytest

from reports.life import STEPS, Refused, confirm_figures, take
from reports.locking import lock
from reports.models import AnnualReport, Registration

State = AnnualReport.State


def registration():
    return Registration(date=datetime.date(2023, 2, 1), who="党委会议")


ALLOWED = {
    ("confirm", State.DRAFTING): State.CONFIRMING,
    ("confirm", State.CORRECTING): State.CONFIRMING,
    ("send", State.DRAFTING): State.REVIEWING,
    ("send", State.CONFIRMING): State.REVIEWING,
    ("send", State.CORRECTING): State.REVIEWING,
    ("return", State.REVIEWING): State.CORRECTING,
    ("deliberate", State.REVIEWING): State.DELIBERATED,
    ("sign", State.DELIBERATED): State.SIGNED,
    ("submit", State.SIGNED): State.SUBMITTED,
    ("publish", State.SUBMITTED): State.PUBLISHED,
    ("correct", State.REVIEWING): State.CORRECTING,
    ("correct", State.DELIBERATED): State.CORRECTING,
    ("correct", State.SIGNED): State.CORRECTING,
    ("correct", State.SUBMITTED): State.CORRECTING,
    ("correct", State.PUBLISHED): State.CORRECTING,
}


@pytest.mark.parametrize("key", list(STEPS))
@pytest.mark.parametrize("state", list(State))
def test_every_step_from_every_state(report, world, key, state, monkeypatch):
    from reports import life

    step = STEPS[key]
    AnnualReport.objects.filter(pk=report.pk).update(state=state)
    report.refresh_from_db()
    # A locked revision is the business of the tests below.
    monkeypatch.setattr(life, "_needs_lock", lambda step, report: False)
    entry = registration() if step.registers else None
    if (key, state) in ALLOWED:
        take(step, report, by=world.deputy, registration=entry, reason="原因")
        report.refresh_from_db()
        assert report.state == ALLOWED[key, state]
    else:
        with pytest.raises(Refused, match=f"不能{step.verb}"):
            take(step, report, by=world.deputy, registration=entry, reason="原因")


def test_a_text_has_to_be_locked_before_it_is_sent(report, world):
    with pytest.raises(Refused, match="请先“定稿锁定”"):
        take(STEPS["send"], report, by=world.coordinator)
    lock(report, by=world.coordinator)
    take(STEPS["send"], AnnualReport.objects.get(pk=report.pk), by=world.coordinator)


def test_the_author_does_not_review_the_own_report(report, world):
    lock(report, by=world.coordinator)
    take(STEPS["send"], AnnualReport.objects.get(pk=report.pk), by=world.coordinator)
    sent = AnnualReport.objects.get(pk=report.pk)
    with pytest.raises(Refused, match="起草人以外"):
        take(STEPS["deliberate"], sent, by=world.coordinator, registration=registration())
    take(STEPS["deliberate"], sent, by=world.deputy, registration=registration())
    assert report.registrations.get().kind == Registration.Kind.DELIBERATION


def test_figures_are_confirmed_only_while_asked_for(report, world):
    with pytest.raises(Refused):
        confirm_figures(report, by=world.office_clerk)
    report.state = State.CONFIRMING
    confirm_figures(report, by=world.office_clerk)
    confirm_figures(report, by=world.office_clerk)
    assert report.confirmations.get().office == world.office
