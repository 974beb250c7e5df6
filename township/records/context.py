"""What every page shows: the menu of the registers that the user may open."""

from dataclasses import dataclass
from itertools import groupby

from django.conf import settings
from django.urls import reverse

from township.people.roles import Power

from .register import registry

MENUS = ("年度计划", "学法", "普法", "矛盾纠纷", "公开", "依法行政", "其他工作")


# A menu of no more entries than this is shown unfolded: it fits on the screen.
SHORT = 14


@dataclass(frozen=True)
class MenuGroup:
    """One group of the menu; a long menu has only the group of the present page unfolded."""

    name: str
    registers: list
    unfolded: bool


def menu_for(gate, path=""):
    """[MenuGroup] in the fixed order of the groups, for the page at `path`."""
    visible = [
        register for register in registry.for_area(gate.user.area).all() if gate.can_in(register, Power.READ)
    ]
    visible.sort(key=lambda register: MENUS.index(register.menu))
    groups = [(name, list(members)) for name, members in groupby(visible, key=lambda r: r.menu)]
    return [
        MenuGroup(name, members, len(visible) <= SHORT or any(_leads_to(one, path) for one in members))
        for name, members in groups
    ]


def _leads_to(register, path):
    return reverse("records:list", args=[register.slug]) in path


def portal(request):
    """Template context of every page."""
    gate = getattr(request, "gate", None)
    powers = {power.name.lower() for power in gate.powers} if gate else set()
    return {
        "menu": menu_for(gate, request.path) if gate and gate.powers else [],
        "powers": powers,
        "demo": settings.DEMO,
    }
