"""What every page shows: the menu of the registers that the user may open."""

from itertools import groupby

from django.conf import settings

from township.people.roles import Power

from .register import registry

MENUS = ("学法", "普法", "矛盾纠纷", "公开", "依法行政")


def menu_for(gate):
    """[(group, [register])] in the fixed order of the groups."""
    visible = [register for register in registry.all() if gate.can_in(register, Power.READ)]
    visible.sort(key=lambda register: MENUS.index(register.menu))
    return [(group, list(members)) for group, members in groupby(visible, key=lambda r: r.menu)]


def portal(request):
    """Template context of every page."""
    gate = getattr(request, "gate", None)
    powers = {power.name.lower() for power in gate.powers} if gate else set()
    return {
        "menu": menu_for(gate) if gate and gate.powers else [],
        "powers": powers,
        "demo": settings.DEMO,
    }
