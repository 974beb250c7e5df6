"""From a figure to its records: `?figure=KEY&figure_area=ID&figure_start=…&figure_end=…` on a list.

`figure_category=LABEL` narrows it to one category, `figure_part=itself` to what the unit keeps beside the
units below it, `figure_office=ID` to one office's; they say exactly what the rows of the figure's splits
count. `?duty=KEY` with the same area and span shows what answers a duty.
"""

import datetime
from urllib.parse import urlencode

from django.db.models import Q
from django.http import Http404
from django.urls import reverse

from township.records.marks import Mark, resolver

from .duties import answering, duties
from .indicator import indicators
from .period import Period
from .reading import by_area, in_category, read, records_behind, rows_behind
from .wording import with_unit

ITSELF = "itself"


def drill_url(indicator, *, area, period, only_itself=False, category="", office=None):
    """Address of the list of exactly the records behind a figure, or behind one row of its splits.

    `office` is that of a figure read through `Gate.of_office`.
    """
    query = {"figure": indicator.key, **_place_and_span(area, period)}
    if only_itself:
        query["figure_part"] = ITSELF
    if category:
        query["figure_category"] = category
    if office:
        query["figure_office"] = office.pk
    return f"{reverse('records:list', args=[indicator.register.slug])}?{urlencode(query)}"


def duty_url(duty, *, area, period):
    """Address of the list of exactly the records that answer a duty."""
    query = {"duty": duty.key, **_place_and_span(area, period)}
    return f"{reverse('records:list', args=[duty.register.slug])}?{urlencode(query)}"


def _place_and_span(area, period):
    return {
        "figure_area": area.pk,
        "figure_start": period.start.isoformat(),
        "figure_end": period.end.isoformat(),
    }


def _asked(request):
    """The area (404 if out of reach), span and gate of the address."""
    area = request.gate.area(request.GET.get("figure_area", ""))
    code = request.GET.get("figure_office", "")
    gate = request.gate.of_office(request.gate.office_called(code)) if code else request.gate
    try:
        days = [datetime.date.fromisoformat(request.GET[f"figure_{side}"]) for side in ("start", "end")]
        return {"area": area, "period": Period(*days), "gate": gate}
    except (KeyError, ValueError) as error:
        raise Http404 from error


@resolver
def figure_mark(request, declaration, records):
    """Narrow a list to the records that the figure in the address counts for this user."""
    key = request.GET.get("figure")
    if not key:
        return None
    asked = _asked(request)
    indicator = indicators.for_area(asked["area"]).get(key)
    if indicator is None or indicator.register.slug != declaration.slug:
        raise Http404
    behind, value, part = _part(request.GET, indicator, asked)
    return Mark(
        records=records.filter(pk__in=behind.values("pk")),
        title=f"{asked['area'].name}{asked['gate'].office or ''} {asked['period']} {indicator.label}{part}",
        value_text=with_unit(value, indicator.unit),
        definition=indicator.definition,
    )


@resolver
def duty_mark(request, declaration, records):
    """Narrow a list to the records that answer the duty in the address."""
    key = request.GET.get("duty")
    if not key:
        return None
    duty = duties.get(key)
    if duty is None or duty.register is not declaration:
        raise Http404
    asked = _asked(request)
    found = records.filter(pk__in=answering(duty, **asked).values("pk"))
    return Mark(
        records=found,
        title=f"{asked['area'].name} {asked['period']} {duty.label}",
        value_text=f"{found.count()}{declaration.unit}",
        definition="已提交和已审核的记录都算已报。",
    )


def _part(address, indicator, asked):
    """(records, value, name of the part) of the whole figure or of the row that the address names."""
    itself = address.get("figure_part") == ITSELF
    if category := address.get("figure_category"):
        if not indicator.category or (itself and indicator.prefix):
            raise Http404
        rows = in_category(rows_behind(indicator, **asked), indicator, category)
        if itself:
            rows = rows.filter(_kept_by_itself(rows.model, asked["area"]))
        value = rows.aggregate(value=indicator.counted.aggregate(indicator, None))["value"]
        return _records_of(rows, indicator), value, f"（{category}{'，本级' if itself else ''}）"
    behind = records_behind(indicator, **asked)
    if itself:
        area = asked["area"]
        value = by_area([indicator], **asked)[indicator.key][area]
        return behind.filter(_kept_by_itself(behind.model, area)), value, "（本级）"
    return behind, read([indicator], **asked)[indicator.key].value, ""


def _records_of(rows, indicator):
    if not indicator.prefix:
        return rows
    return indicator.record_model.objects.filter(pk__in=rows.values("record_id"))


def _kept_by_itself(model, area):
    """Condition: what `area` led or joined itself, without the units below it."""
    if not model.JOINT_FIELD:
        return Q(area=area)
    joined = model.objects.filter(**{model.JOINT_FIELD: area})
    return Q(area=area) | Q(pk__in=joined.values("pk"))
