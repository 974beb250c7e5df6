"""From a figure to its records: `?figure=KEY&figure_area=ID&figure_start=…&figure_end=…` on a list.

`figure_category=LABEL` narrows it to one category, `figure_part=itself` to what the unit keeps beside the
units below it, `figure_office=ID` to one office's; they say exactly what the rows of the figure's splits count.
`figure_until=…` is the last day of a span that a cut-off day cuts short. `?duty=KEY` with the same area and span
shows what answers a duty.
"""

import datetime
from functools import lru_cache
from urllib.parse import quote_plus, urlencode

from django.db.models import Q
from django.http import Http404
from django.urls import get_script_prefix, reverse

from township.records.marks import Mark, resolver
from township.records.register import Panel

from .duties import answering, duties
from .indicator import indicators
from .left_out import Question, left_out
from .period import Period
from .reading import by_area, in_category, read, records_behind, records_of, rows_behind
from .wording import with_unit

ITSELF = "itself"


def drill_url(indicator, *, area, period, until=None, only_itself=False, category="", office=None):
    """Address of the list of exactly the records behind a figure, or behind one row of its splits.

    `office` is that of a figure read through `Gate.of_office`.
    """
    query = {}
    if until and until != period.end:
        query["figure_until"] = until.isoformat()
    if only_itself:
        query["figure_part"] = ITSELF
    if category:
        query["figure_category"] = category
    if office:
        query["figure_office"] = office.pk
    more = f"&{urlencode(query)}" if query else ""
    return f"{page_of('list', indicator.register)}?figure={quote_plus(indicator.key)}&{_place_and_span(area.pk, period)}{more}"


def duty_url(duty, *, area, period):
    """Address of the list of exactly the records that answer a duty."""
    place_and_span = _place_and_span(area.pk, period)
    return f"{page_of('list', duty.register)}?duty={quote_plus(duty.key)}&{place_and_span}"


def page_of(name, register):
    """Address of a page of a register; one page of figures names some hundreds of them."""
    return _page(name, register.slug, get_script_prefix())


@lru_cache(maxsize=1000)
def _page(name, slug, prefix):
    return reverse(f"records:{name}", args=[slug])


@lru_cache(maxsize=1000)
def _place_and_span(pk, period):
    days = {"figure_start": period.start.isoformat(), "figure_end": period.end.isoformat()}
    return urlencode({"figure_area": pk, **days})


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
    narrow, name = _part(request.GET, indicator, asked)
    behind, value = _counted(indicator, narrow, request.GET, asked)
    question = Question(
        indicator, asked["area"], asked["period"], until=_until(request, asked["period"]), narrow=narrow
    )
    return Mark(
        records=records.filter(pk__in=behind.values("pk")),
        title=f"{asked['area'].name}{asked['gate'].office or ''} {asked['period']} {indicator.label}{name}",
        value_text=with_unit(value, indicator.unit),
        definition=indicator.definition,
        beside=lambda: beside(left_out(question, gate=request.gate)),
    )


def beside(found):
    """The panel about what a figure leaves out; None when there is nothing."""
    return Panel("figures/_left_out_panel.html", {"found": found}) if found else None


def _until(request, period):
    """The last day of the span that the cut-off cuts short; None without one (404 if it is no day)."""
    try:
        day = datetime.date.fromisoformat(request.GET.get("figure_until") or period.end.isoformat())
    except ValueError as error:
        raise Http404 from error
    return day if day > period.end else None


@resolver
def duty_mark(request, declaration, records):
    """Narrow a list to the records that answer the duty in the address."""
    key = request.GET.get("duty")
    if not key:
        return None
    asked = _asked(request)
    duty = duties.for_area(asked["area"]).get(key)
    if duty is None or duty.register is not declaration:
        raise Http404
    found = records.filter(pk__in=answering(duty, **asked).values("pk"))
    return Mark(
        records=found,
        title=f"{asked['area'].name} {asked['period']} {duty.label}",
        value_text=f"{found.count()}{declaration.unit}",
        definition="已提交和已审核的记录都算已报。",
    )


def _part(address, indicator, asked):
    """(what keeps the rows of the part that the address names, the part's name); (None, "") of the whole."""
    category, itself = address.get("figure_category"), address.get("figure_part") == ITSELF
    counted = indicators.listed(indicator)
    if category and (not indicator.category or (itself and indicator.prefix)):
        raise Http404

    def narrow(rows):
        if category:
            rows = in_category(rows, indicator, category)
        return rows.filter(_kept_by_itself(counted, asked["area"])) if itself else rows

    names = [name for name in (category, "本级" if itself else "") if name]
    return (narrow, f"（{'，'.join(names)}）") if names else (None, "")


def _counted(indicator, narrow, address, asked):
    """(records, value) of the whole figure or of the part that `narrow` keeps."""
    if narrow is None:
        return records_behind(indicator, **asked), read([indicator], **asked)[indicator.key].value
    counted = indicators.listed(indicator)
    rows = narrow(rows_behind(counted, **asked))
    if address.get("figure_category"):
        value = rows.aggregate(value=indicator.counted.aggregate(indicator, None))["value"]
    else:
        value = by_area([indicator], **asked)[indicator.key][asked["area"]]
    return records_of(counted, rows), value


def _kept_by_itself(indicator, area):
    """Condition on the indicator's rows: what `area` led or joined itself, without the units below it."""
    prefix, model = indicator.prefix, indicator.record_model
    kept = Q(**{f"{prefix}area": area})
    if not model.JOINT_FIELD:
        return kept
    joined = model.objects.filter(**{model.JOINT_FIELD: area})
    return kept | Q(**{f"{prefix}pk__in": joined.values("pk")})
