"""Which villages have too few “法律明白人”, as a panel above their list."""

from django.utils import timezone

from township.figures.choosing import span_of
from township.figures.indicator import indicators
from township.figures.reading import by_area
from township.people.models import Area
from township.records.register import Panel

from .models import LegalAwarePerson

FEWEST = LegalAwarePerson.FEWEST_PER_VILLAGE


def short_villages(*, area, gate, today=None):
    """[(village, number)] of administrative villages within `area` with fewer than three in the register today.

    Communities are not asked for them. The figure is read through the gate, like everything on the page.
    """
    today = today or timezone.localdate()
    serving = indicators.get("outreach.legal_aware_people")
    period = span_of(area, today.year, today)
    found = by_area([serving], area=area, period=period, gate=gate)[serving.key]
    return [
        (place, number)
        for place, number in found.items()
        if place.is_village and place.kind == Area.Kind.VILLAGE and number < FEWEST
    ]


def short_villages_panel(*, gate):
    """The panel of the list; it says so too when every village has enough."""
    short = short_villages(area=gate.user.area, gate=gate)
    return Panel("outreach/_short_villages.html", {"short": short, "fewest": FEWEST})
