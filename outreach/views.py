"""The five things (五有) that each 进 is to have, as one table."""

from django.http import Http404
from django.shortcuts import render

from township.figures.choosing import Choice, may_see
from township.people.models import Area
from township.people.roles import Power
from township.records.models import Scheme

from .five_items import five_table
from .registers import FiveItems, OutreachEvents


def five_items(request):
    """The table of the township and year in the address; 404 at other levels, which are not asked for the five things."""
    request.gate.require(Power.FIGURES)
    choice = Choice(request, whole_year=True)
    scheme = Scheme.objects.for_area(choice.area, choice.year)
    is_asked = choice.area.level == Area.Level.TOWNSHIP and scheme is not None
    if not is_asked or not all(_can_tell(choice, one) for one in (FiveItems, OutreachEvents)):
        raise Http404
    context = {"choice": choice, "table": five_table(scheme, choice)}
    return render(request, "outreach/five_items.html", context)


def _can_tell(choice, register):
    """Whether what the user sees is all there is: an office sees its own records and cannot tell what is missing."""
    return may_see(choice.gate, register, choice.area) and choice.gate.bound_office(register) is None
