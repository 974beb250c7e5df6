"""Assessments through the gate: whoever compiles the report keeps them, an office sees to its own items."""

from django.db.models import Q
from django.shortcuts import get_object_or_404

from township.people.roles import OFFICE_BOUND, Power
from township.records.handover import Charge, charges, on_roster

from .models import Assessment, Item

charges.append(Charge(Item, Q(county_points=None)))


def _township(gate):
    """The assessments of the user's township; a village and a county have none."""
    found = Assessment.objects.select_related("area").defer("content")
    return found.filter(area=gate.user.area_id) if gate.powers else found.none()


def own_items(gate):
    """Items that are the user's to see to: of the own office, or of the person that the user is on the roster."""
    if not gate.powers or gate.user.area_id is None:
        return Item.objects.none()
    mine = Q(pk__in=[])
    if person := on_roster(gate.user):
        mine |= Q(responsible=person)
    if gate.user.office_id:
        mine |= Q(office=gate.user.office_id)
    return Item.objects.filter(mine, assessment__area=gate.user.area_id)


def items_for(gate):
    """Items within reach: all of the township for readers of the report, else the user's own."""
    if gate.can(Power.READ_REPORT):
        return Item.objects.filter(assessment__in=_township(gate))
    return own_items(gate) if gate.user.roles & OFFICE_BOUND else Item.objects.none()


def assessments_for(gate, power=Power.READ_REPORT):
    """Assessments within reach; without `power` those that have items for the user."""
    if gate.can(power):
        return _township(gate)
    if power is Power.READ_REPORT and gate.user.is_authenticated and gate.user.roles & OFFICE_BOUND:
        return _township(gate).filter(pk__in=own_items(gate).values("assessment"))
    return Assessment.objects.none()


def assessment_or_404(request, pk, power=Power.READ_REPORT):
    return get_object_or_404(assessments_for(request.gate, power), pk=pk)


def item_or_404(request, pk):
    found = items_for(request.gate).select_related("assessment__area", "office", "responsible")
    return get_object_or_404(found.defer("assessment__content"), pk=pk)


def may_prove(gate, item):
    """Whether the user may tie proofs to the item and score it."""
    return gate.can(Power.COMPILE_REPORT) or (
        gate.can(Power.ENTER) and own_items(gate).filter(pk=item.pk).exists()
    )
