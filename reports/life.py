"""The life of a report: which step leads from which state to which, who may take it, and what stops it."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import F

from township.people.roles import Power

from .confirming import unconfirmed
from .models import AnnualReport, Registration

State = AnnualReport.State
Kind = Registration.Kind
ISSUED = (State.DELIBERATED, State.SIGNED, State.SUBMITTED, State.PUBLISHED)


class Refused(Exception):
    """The step cannot be taken now; the text is the sentence for the user."""


@dataclass(frozen=True)
class Step:
    """One step: its button, the states it starts from, the state it leads to, and the power it needs.

    `reviewed` is what the report's review has to be, None for either. `locked` steps are about the text as
    it was last locked, `confirmed` ones need every figure of it confirmed. `other_person` steps are not for
    those who wrote or locked the report. `outside` steps register what happened on paper or in a meeting.
    """

    kind: Kind
    verb: str
    sources: tuple
    target: str
    power: Power
    reviewed: bool | None = None
    locked: bool = False
    confirmed: bool = False
    other_person: bool = False
    needs_reason: bool = False
    outside: bool = False

    @property
    def key(self):
        return self.kind.value

    def starts_from(self, report):
        """Whether the report's state is one that the step starts from; only annual reports take steps."""
        return (
            report.paper.issued and report.state in self.sources and self.reviewed in (None, report.reviewed)
        )


_COMPILE, _REVIEW = Power.COMPILE_REPORT, Power.REVIEW_REPORT
STEPS = {
    step.key: step
    for step in (
        Step(Kind.CONFIRM, "发起核数", (State.DRAFTING, State.CORRECTING), State.CONFIRMING, _COMPILE),
        Step(
            Kind.SEND,
            "送审",
            (State.CONFIRMING, State.CORRECTING),
            State.REVIEWING,
            _COMPILE,
            locked=True,
            confirmed=True,
        ),
        Step(
            Kind.APPROVE,
            "审核通过",
            (State.REVIEWING,),
            State.REVIEWING,
            _REVIEW,
            reviewed=False,
            locked=True,
            other_person=True,
        ),
        Step(
            Kind.RETURN,
            "退回修改",
            (State.REVIEWING,),
            State.DRAFTING,
            _REVIEW,
            other_person=True,
            needs_reason=True,
        ),
        Step(Kind.WITHDRAW, "撤回", (State.REVIEWING,), State.DRAFTING, _COMPILE, reviewed=False),
        Step(
            Kind.DELIBERATE,
            "登记审议",
            (State.REVIEWING,),
            State.DELIBERATED,
            _COMPILE,
            reviewed=True,
            locked=True,
            outside=True,
        ),
        Step(Kind.SIGN, "登记签发", (State.DELIBERATED,), State.SIGNED, _COMPILE, locked=True, outside=True),
        Step(Kind.SUBMIT, "登记报送", (State.SIGNED,), State.SUBMITTED, _COMPILE, locked=True, outside=True),
        Step(
            Kind.PUBLISH,
            "登记公开",
            (State.SUBMITTED,),
            State.PUBLISHED,
            _COMPILE,
            locked=True,
            outside=True,
        ),
        Step(Kind.CORRECT, "申请更正", ISSUED, State.CORRECTING, _COMPILE, needs_reason=True),
    )
}


def steps_for(report, gate):
    """Steps that the user may take on the report as it stands."""
    return [step for step in STEPS.values() if step.starts_from(report) and gate.can(step.power)]


def obstacle(step, report, *, by):
    """The sentence that says what has to be done before `step`, empty when nothing stands in its way."""
    if not step.starts_from(report):
        reviewed = "（分管领导已审核）" if report.reviewed else ""
        return f"报告现在是“{report.get_state_display()}”{reviewed}，不能{step.verb}。"
    latest = report.latest_revision()
    if step.locked and not is_locked(report, latest):
        return f"请先“定稿锁定”，再{step.verb}。"
    if step.other_person and by.pk in authors(report, latest):
        return "报告要由起草人以外的人审核，请换一个人办理。"
    if step.confirmed and (waiting := unconfirmed(report, latest)):
        names = "、".join(waiting[:3]) + ("等" if len(waiting) > 3 else "")
        return f"还有{len(waiting)}个数据没有核对确认：{names}，请先核数。"
    return ""


def is_locked(report, latest):
    """Whether the report as it stands is what its latest revision froze."""
    if latest is None:
        return False
    particulars = tuple(getattr(report, name) for name in AnnualReport.PARTICULARS)
    return (latest.text, latest.particulars) == (report.text, particulars)


def authors(report, latest):
    """Ids of those who began the report, last wrote in it or locked it."""
    return {report.created_by_id, report.updated_by_id, latest.locked_by_id if latest else None} - {None}


@transaction.atomic
def take(step, report, *, by, entry=None, revision=None):
    """Take `step` and write down `entry`, an unsaved Registration; raises `Refused` with a sentence.

    `revision` is a further one, unsaved, that the step brings with it.
    """
    if sentence := obstacle(step, report, by=by):
        raise Refused(sentence)
    entry = entry or Registration()
    if step.needs_reason and not entry.note.strip():
        raise Refused(f"请写明{step.verb}的原因，一句话即可。")
    if step.outside and not entry.who.strip():
        raise Refused(f"请填写{step.verb}的内容。")
    unchanged = AnnualReport.objects.filter(pk=report.pk, version=report.version, state=report.state)
    if not unchanged.update(
        state=step.target, version=F("version") + 1, reviewed=_reviewed_after(step, report)
    ):
        raise Refused("报告刚被别人改过，请刷新后再办。")
    if step.kind is Kind.CONFIRM:
        # A new round: whoever confirmed earlier figures is asked again.
        report.confirmations.all().delete()
    entry.report, entry.by, entry.kind = report, by, step.kind
    if revision is not None:
        revision.save(force_insert=True)
    entry.revision = revision or report.latest_revision()
    entry.save()
    return entry


def _reviewed_after(step, report):
    if step.kind is Kind.APPROVE:
        return True
    return report.reviewed and step.target in (State.REVIEWING, *ISSUED)
