"""到期清理情况: what would be reduced next, and what has been, for those who keep the lists of a unit."""

import datetime
from dataclasses import dataclass, replace

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from township.people.roles import Power
from township.records.models import Reduced
from township.records.personal import registers_with_people

from .retention import due

YEAR = datetime.timedelta(days=365)


@dataclass(frozen=True)
class Line:
    """One register of one township: its rule, how many records are over now and how many more within a year."""

    one: object
    now: int
    soon: int


@require_safe
def retention(request):
    """Counts alone: whoever keeps the lists sees no case."""
    request.gate.require(Power.MANAGE_LISTS)
    today = timezone.localdate()
    lines = [line(one, today) for one in due(today, within=request.user.area)]
    ruled = {found.one.register for found in lines}
    context = {
        "lines": lines,
        "without": [register.label for register in registers_with_people() if register not in ruled],
        "reduced": Reduced.objects.count() if request.gate.manages_common_data else None,
    }
    return render(request, "operations/retention.html", context)


def line(one, today):
    now = sum(1 for _ in one.records())
    within_a_year = sum(1 for _ in replace(one, day=today + YEAR).records())
    return Line(one, now, within_a_year - now)
