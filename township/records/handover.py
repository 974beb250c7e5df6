"""Handing a leaver's work to a successor (移交工作): unfinished records, seat, and the end of the account.

What is due of a unit follows the unit, so whoever takes the seat has the leaver's duties with it.
"""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Q

from township.people.accounts import (
    SUBJECT,
    in_words,
    refusals,
    refusals_to_close,
    save_account,
)
from township.people.changes import note
from township.people.gate import Gate
from township.people.models import Person, SettingChange, User
from township.people.roles import Power

from .models import Change, Record, State
from .register import registry

UNFINISHED = (State.DRAFT, State.RETURNED)


@dataclass(frozen=True)
class Charge:
    """Rows that the person in their field `responsible` has to see to, as long as `open` holds."""

    model: type
    open: Q


# Declared by the apps that keep such rows.
charges = []


def unfinished(user):
    """[(register, number of drafts and returned records of `user`)] where there are any."""
    counts = [
        (register, register.model.objects.filter(created_by=user, state__in=UNFINISHED).count())
        for register in registry.for_area(user.area).all()
    ]
    return [(register, number) for register, number in counts if number]


@transaction.atomic
def hand_over(leaver, successor, *, by, seat, close):
    """Move everything unfinished, the seat if `seat`, and deactivate the leaver if `close`.

    Raises ValidationError with the rules that forbid it; nothing has changed then. The number of records.
    """
    if seat:
        _take_seat(leaver, successor, by=by)
    moved = sum(_move(register, leaver, successor, by=by) for register, _ in unfinished(leaver))
    charged = _move_charges(leaver, successor, by=by)
    if close:
        _close(leaver, by=by)
    words = {"接手人": f"{successor}（{successor.username}）", "移交记录": f"{moved} 条"}
    if charged:
        words["名下任务"] = f"{charged} 项"
    note(SUBJECT, leaver, SettingChange.Action.HANDED_OVER, by=by, after=words)
    return moved


def _take_seat(leaver, successor, *, by):
    """In the same unit roles add up; from elsewhere the successor moves to the leaver's seat."""
    before = in_words(successor)
    same_unit = successor.area_id == leaver.area_id
    roles = leaver.roles | (successor.roles if same_unit else frozenset())
    office = leaver.office or (successor.office if same_unit else None)
    _raise(refusals(successor, by=by, roles=roles, area=leaver.area, office=office, active=True))
    successor.area, successor.office = leaver.area, office
    save_account(successor, by=by, roles=roles, before=before)


def _move(register, leaver, successor, *, by):
    records = register.model.objects.filter(created_by=leaver, state__in=UNFINISHED)
    ids = list(records.values_list("pk", flat=True))
    # Read anew: the roles may just have changed.
    reach = Gate(User.objects.get(pk=successor.pk)).records(register, Power.ENTER)
    if reach.filter(pk__in=ids).count() < len(ids):
        raise ValidationError(
            f"{successor}办不了{leaver}没办完的“{register.label}”，请勾选“接任单位、部门和岗位”或另选接手人。"
        )
    records.filter(pk__in=ids).update(created_by=successor, updated_by=by, version=F("version") + 1)
    _note_change(register, ids, ["经办人", str(leaver), str(successor)], by=by)
    return len(ids)


def _move_charges(leaver, successor, *, by):
    """Put the successor's name where the leaver's stands; accounts are found on the roster by their name."""
    person = on_roster(leaver)
    found = [one.model.objects.filter(one.open, responsible=person) for one in charges] if person else []
    number = sum(rows.count() for rows in found)
    if not number:
        return 0
    heir = on_roster(successor)
    if heir is None:
        raise ValidationError(
            f"{leaver}名下还有{number}项任务，{successor}不在人员名册上，请先把{successor}加进人员名册再移交。"
        )
    for rows in found:
        _rename(rows, heir, leaver, successor, by=by)
    return number


def _rename(rows, heir, leaver, successor, *, by):
    if not issubclass(rows.model, Record):
        rows.update(responsible=heir)
        return
    ids = list(rows.values_list("pk", flat=True))
    rows.model.objects.filter(pk__in=ids).update(responsible=heir, updated_by=by, version=F("version") + 1)
    _note_change(registry.of(rows.model), ids, ["责任人", str(leaver), str(successor)], by=by)


def on_roster(user):
    """The person of the own township's roster with the account's name, None unless there is just one.

    Of two with one name nobody can say who it is.
    """
    path = user.area.township_path
    found = list(Person.objects.filter(name=user.name, area__path__startswith=path)[:2])
    return found[0] if len(found) == 1 else None


def _note_change(register, ids, change, *, by):
    Change.objects.bulk_create(
        Change(
            register=register.slug, record_id=pk, action=Change.Action.HANDED_OVER, by=by, details=[change]
        )
        for pk in ids
    )


def _close(leaver, *, by):
    _raise(refusals_to_close(leaver, by=by))
    before = in_words(leaver)
    leaver.is_active = False
    leaver.save(update_fields=["is_active"])
    note(SUBJECT, leaver, SettingChange.Action.SWITCHED_OFF, by=by, before=before, after=in_words(leaver))


def _raise(found):
    if sentences := [sentence for _, sentence in found]:
        raise ValidationError(sentences)
