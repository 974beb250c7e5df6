"""The year's tasks as others show them: all of a place and year, and what waits for one person."""

import datetime
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from township.people.roles import Power
from township.records.handover import Charge, charges

from .models import PlanItem
from .progress import NEEDS_ATTENTION, Standing, measure, standing
from .registers import PlanItems


@dataclass(frozen=True)
class Task:
    """One plan item, measured, with where it stands today."""

    item: PlanItem
    standing: Standing

    @property
    def url(self):
        return reverse("records:detail", args=[PlanItems.slug, self.item.pk])

    @property
    def needs_attention(self):
        return self.standing in NEEDS_ATTENTION

    @property
    def is_done(self):
        return self.standing in (Standing.DONE, Standing.REACHED)


charges.append(Charge(PlanItem, Q(stage__in=PlanItem.OPEN)))


def tasks_of(gate, *, area, year, today=None):
    """[Task] of a year within `area`: what needs attention first, then by deadline, what is closed last."""
    items = _within_reach(gate).filter(year=year, area__path__startswith=area.path)
    return _tasks(items, gate, today)


def tasks_waiting_for(gate, *, today=None):
    """[Task] that are open and the user's: of the own office or village, or under the user's own name.

    Accounts and roster are two lists, so the person is known by name within the own township; a namesake
    sees a task more, which the gate lets that user read anyway.
    """
    user = gate.user
    mine = Q(responsible__name=user.name, responsible__area__path__startswith=user.area.township_path)
    if user.office_id:
        mine |= Q(office=user.office_id)
    if user.area.is_village:
        mine |= Q(keeper=user.area_id)
    items = _within_reach(gate).filter(mine, stage__in=PlanItem.OPEN)
    return _tasks(items, gate, today)


def _within_reach(gate):
    return PlanItems.queryset_for_list(gate.records(PlanItems, Power.READ).countable())


def _tasks(items, gate, today):
    today = today or timezone.localdate()
    items = list(items)
    measure(items, gate=gate, today=today)
    return sorted((Task(item, standing(item, today=today)) for item in items), key=_order)


def _order(task):
    return (
        not task.needs_attention,
        not task.item.is_open,
        task.item.deadline or datetime.date.max,
        task.item.pk,
    )
