"""The life of a report: which step leads from which state to which, and who may take it."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import F

from township.people.roles import Power

from .models import AnnualReport, FigureConfirmation, Registration

State = AnnualReport.State


class Refused(Exception):
    """The step cannot be taken now; the text is the sentence for the user."""


@dataclass(frozen=True)
class Step:
    """One step: its button, the states it starts from, the state it leads to, and the power it needs.

    `registers` is what is written down with it; `locked` steps need a locked revision; `other_person`
    steps may not be taken by whoever last wrote the text.
    """

    key: str
    verb: str
    sources: tuple
    target: str
    power: Power
    registers: str = ""
    locked: bool = False
    other_person: bool = False
    needs_reason: bool = False


STEPS = {
    step.key: step
    for step in (
        Step(
            "confirm", "发起核数", (State.DRAFTING, State.CORRECTING), State.CONFIRMING, Power.COMPILE_REPORT
        ),
        Step(
            "send",
            "送审",
            (State.DRAFTING, State.CONFIRMING, State.CORRECTING),
            State.REVIEWING,
            Power.COMPILE_REPORT,
            locked=True,
        ),
        Step(
            "return",
            "退回修改",
            (State.REVIEWING,),
            State.CORRECTING,
            Power.REVIEW_REPORT,
            other_person=True,
            needs_reason=True,
        ),
        Step(
            "deliberate",
            "登记审议",
            (State.REVIEWING,),
            State.DELIBERATED,
            Power.REVIEW_REPORT,
            Registration.Kind.DELIBERATION,
            locked=True,
            other_person=True,
        ),
        Step(
            "sign",
            "登记签发",
            (State.DELIBERATED,),
            State.SIGNED,
            Power.COMPILE_REPORT,
            Registration.Kind.SIGNING,
            locked=True,
        ),
        Step(
            "submit",
            "登记报送",
            (State.SIGNED,),
            State.SUBMITTED,
            Power.COMPILE_REPORT,
            Registration.Kind.SUBMISSION,
            locked=True,
        ),
        Step(
            "publish",
            "登记公开",
            (State.SUBMITTED,),
            State.PUBLISHED,
            Power.COMPILE_REPORT,
            Registration.Kind.PUBLICATION,
            locked=True,
        ),
        Step(
            "correct",
            "申请更正",
            (State.REVIEWING, State.DELIBERATED, State.SIGNED, State.SUBMITTED, State.PUBLISHED),
            State.CORRECTING,
            Power.COMPILE_REPORT,
            needs_reason=True,
        ),
    )
}


def steps_for(report, gate):
    """Steps that the user may take on the report as it stands."""
    return [step for step in STEPS.values() if report.state in step.sources and gate.can(step.power)]


@transaction.atomic
def take(step, report, *, by, registration=None, reason=""):
    """Take `step`; raises `Refused` with a sentence. `registration` is an unsaved Registration."""
    if report.state not in step.sources:
        raise Refused(f"报告现在是“{report.get_state_display()}”，不能{step.verb}。")
    if step.needs_reason and not reason.strip():
        raise Refused(f"请写明{step.verb}的原因，一句话即可。")
    if _needs_lock(step, report):
        raise Refused(f"请先“定稿锁定”，再{step.verb}。")
    if step.other_person and report.updated_by_id == by.pk:
        raise Refused("报告要由起草人以外的人审核，请换一个人办理。")
    if step.registers and registration is None:
        raise Refused(f"请填写{step.verb}的内容。")
    changed = AnnualReport.objects.filter(pk=report.pk, version=report.version, state=report.state).update(
        state=step.target,
        version=F("version") + 1,
        correction_reason=reason.strip() if step.needs_reason else report.correction_reason,
    )
    if not changed:
        raise Refused("报告刚被别人改过，请刷新后再办。")
    if registration is not None:
        registration.report, registration.by, registration.kind = report, by, step.registers
        registration.save()


def _needs_lock(step, report):
    """Whether the step is about an issued text and the text as it stands has not been locked."""
    latest = report.revisions.first() if step.locked else None
    return step.locked and (latest is None or (latest.text, latest.title) != (report.text, report.title))


def confirm_figures(report, *, by, note=""):
    """Say that the figures of one's own registers are right (核数)."""
    if report.state != State.CONFIRMING:
        raise Refused("报告不在核数中，暂时不用确认。")
    FigureConfirmation.objects.update_or_create(
        report=report, by=by, defaults={"office": by.office, "note": note}
    )
