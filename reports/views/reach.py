"""Reports through the gate: only those of the user's own township or below."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from township.people.roles import Power

from ..models import ANNUAL, AnnualReport, Manuscript


def reports_for(gate, power=Power.READ_REPORT):
    """Reports within reach; nothing without the power."""
    if not gate.can(power):
        return AnnualReport.objects.none()
    return AnnualReport.objects.filter(area__in=gate.areas()).select_related("area")


def manuscripts_for(gate, power=Power.READ_REPORT):
    """Texts of all kinds within reach; nothing without the power."""
    if not gate.can(power):
        return Manuscript.objects.none()
    return Manuscript.objects.filter(area__in=gate.areas()).select_related("area")


def papers_for(gate):
    """Texts within reach that are no annual reports."""
    return manuscripts_for(gate).exclude(kind=ANNUAL)


def report_or_404(request, pk, power=Power.READ_REPORT):
    """One text of any kind within reach, or 404."""
    return get_object_or_404(manuscripts_for(request.gate, power), pk=pk)


def own_township(request):
    """The township whose reports the user writes; 404 for users of a village or county."""
    area = request.user.area
    if area is None or area.level != area.Level.TOWNSHIP:
        raise Http404
    return area
