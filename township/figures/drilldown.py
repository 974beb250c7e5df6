"""From a figure to its records: `?figure=KEY&figure_area=ID&figure_start=…&figure_end=…` on a list."""

import datetime
from urllib.parse import urlencode

from django.http import Http404
from django.urls import reverse

from township.records.marks import Mark, resolver

from .indicator import indicators
from .period import Period
from .reading import read, records_behind
from .wording import with_unit


def drill_url(indicator, *, area, period):
    """Address of the list of exactly the records behind a figure."""
    query = urlencode(
        {
            "figure": indicator.key,
            "figure_area": area.pk,
            "figure_start": period.start.isoformat(),
            "figure_end": period.end.isoformat(),
        }
    )
    return f"{reverse('records:list', args=[indicator.register.slug])}?{query}"


@resolver
def figure_mark(request, declaration, records):
    """Narrow a list to the records that the figure in the address counts for this user."""
    key = request.GET.get("figure")
    if not key:
        return None
    indicator = indicators.get(key)
    if indicator is None or indicator.register is not declaration:
        raise Http404
    area = request.gate.area(request.GET.get("figure_area", ""))
    try:
        period = Period(
            *(datetime.date.fromisoformat(request.GET[f"figure_{side}"]) for side in ("start", "end"))
        )
    except (KeyError, ValueError) as error:
        raise Http404 from error
    found = records.filter(
        pk__in=records_behind(indicator, area=area, period=period, gate=request.gate).values("pk")
    )
    value = read([indicator], area=area, period=period, gate=request.gate)[key].value
    return Mark(
        records=found,
        title=f"{area.name} {period} {indicator.label}",
        value_text=with_unit(value, indicator.unit),
        definition=indicator.definition,
    )
