"""The life of a record: which acts lead from which state to which, and who may perform them."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from township.people.roles import Power

from .history import correctors, is_locked, note
from .models import Change, State
from .register import registry
from .saving import Conflict, Refused

REASON_LENGTH = Change._meta.get_field("reason").max_length


@dataclass(frozen=True)
class Act:
    """One act on records: `verb` is the button, `done` the sentence afterwards."""

    key: str
    verb: str
    sources: tuple
    target: State
    power: Power
    action: Change.Action
    needs_reason: bool = False
    style: str = "outline-secondary"


ACTS = {
    act.key: act
    for act in (
        Act(
            "submit",
            "提交",
            (State.DRAFT, State.RETURNED),
            State.SUBMITTED,
            Power.ENTER,
            Change.Action.SUBMITTED,
            style="primary",
        ),
        Act(
            "approve",
            "审核通过",
            (State.SUBMITTED,),
            State.APPROVED,
            Power.REVIEW,
            Change.Action.APPROVED,
            style="success",
        ),
        Act(
            "return",
            "退回修改",
            (State.SUBMITTED, State.APPROVED),
            State.RETURNED,
            Power.REVIEW,
            Change.Action.RETURNED,
            True,
            "outline-warning",
        ),
        Act("withdraw", "撤回", (State.SUBMITTED,), State.DRAFT, Power.ENTER, Change.Action.WITHDRAWN),
        Act(
            "void",
            "作废",
            (State.DRAFT, State.SUBMITTED, State.RETURNED),
            State.VOIDED,
            Power.ENTER,
            Change.Action.VOIDED,
            True,
            "outline-danger",
        ),
        Act(
            "void-approved",
            "作废",
            (State.APPROVED,),
            State.VOIDED,
            Power.REVIEW,
            Change.Action.VOIDED,
            True,
            "outline-danger",
        ),
    )
}


def acts_for(record, gate):
    """Acts that the user may perform on `record` as it stands, in the order of the buttons."""
    register = registry.of(type(record))
    return [
        act for act in ACTS.values() if record.state in act.sources and gate.may(register, act.power, record)
    ]


def may_edit(record, gate):
    """Entering units change what is not yet reviewed or is carried on; reviewers anything, with a trace."""
    register = registry.of(type(record))
    if record.state == State.VOIDED:
        return False
    if gate.may(register, Power.REVIEW, record):
        return True
    open_states = (State.DRAFT, State.RETURNED, State.SUBMITTED)
    if register.carried_on:
        open_states += (State.APPROVED,)
    if record.state not in open_states and not is_locked(record):
        return False
    return gate.may(register, Power.ENTER, record)


@transaction.atomic
def perform(act, record, *, by, reason=""):
    """Perform `act` on `record`; raises `Refused` with a sentence, or `Conflict` after a change elsewhere."""
    reason = reason.replace("\0", "").strip()
    _check_reason(act, reason)
    if record.state not in act.sources:
        raise Refused(f"“{record}”现在是“{record.get_state_display()}”，不能{act.verb}。")
    _check_lock(act, record, by)
    _check_second_person(act, record, by)
    _check_complete(act, record)
    register = registry.of(type(record))
    changes = {"state": act.target, "reason": reason, "version": F("version") + 1}
    if act.target == State.APPROVED:
        changes |= {"reviewed_by": by, "reviewed_at": timezone.now()}
    rows = type(record).objects.filter(pk=record.pk, version=record.version).update(**changes)
    if not rows:
        raise Conflict(type(record).objects.get(pk=record.pk))
    note(record, act.action, by=by, reason=reason)
    if act.target == State.SUBMITTED:
        record.state = act.target
        register.complete(record)


def _check_reason(act, reason):
    if act.needs_reason and not reason:
        raise Refused(f"请写明{act.verb}的原因，一句话即可。")
    if len(reason) > REASON_LENGTH:
        raise Refused(f"{act.verb}的原因请控制在 {REASON_LENGTH} 字以内。")


def _check_lock(act, record, by):
    """What a locked report has counted is only ever corrected, and a second person approves that."""
    locked = is_locked(record)
    if locked and act.key != "approve":
        raise Refused(f"“{record}”已用于{locked}，不能{act.verb}；如需改正，请点“申请更正”。")
    if locked and by.pk in correctors(record):
        raise Refused(f"“{record}”已用于{locked}，更正要由另一个人审核。")


def _check_second_person(act, record, by):
    """What is about to be published is looked at by somebody else than who entered it or changed it last."""
    register = registry.of(type(record))
    own = by.pk in (record.created_by_id, record.updated_by_id)
    if act.target == State.APPROVED and register.second_person and own:
        raise Refused(f"“{record}”是您录入或修改的，公开前的保密审查要换一个人审核。")


def _check_complete(act, record):
    """What may stay open while the work goes on has to be there before a record is approved."""
    register = registry.of(type(record))
    if act.target == State.APPROVED and (names := register.missing(record)):
        labels = "、".join(register.field_label(name) for name in names)
        raise Refused(f"“{record}”还没有填{labels}，补全后再审核。")
