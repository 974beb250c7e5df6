"""数据质量: what deserves a question before the year closes. For management; it counts nobody and ranks nothing."""

from collections import defaultdict
from dataclasses import dataclass

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from township.figures.choosing import chosen_year, years_with_records
from township.figures.years import years_of
from township.people.roles import Power
from township.records.across import Place, across, as_place, described, reachable
from township.records.anomalies import ANOMALIES, with_anomalies
from township.records.models import Attachment, State, Verified
from township.records.register import registry
from township.records.same_photos import backfill, cited_alike

PHOTO, MISSING = "photo", "missing"
# (key, heading, what to do about it), in the order of the page.
KINDS = (
    ("twin", "可能重复", "打开看看是不是同一件事：是的合并，不是的注明。"),
    (PHOTO, "照片重复使用提醒", "同一张照片用在不同日子的记录里，压缩、另存过的也认得出。"),
    ("crowd", "人数请核对", "超过当地常住人口的数，多半是多打了一位。"),
    ("numbers", "文字里有号码", "身份证号、手机号不该写在这里，请删去。"),
    ("late", "录入及时情况", f"办完{settings.LATE_ENTRY_DAYS}天以后才录的，仅供核对日期，不排名。"),
    (MISSING, "年底前还要补的", "缺这些内容的记录不能审核通过。"),
)
SHOWN = 50


@dataclass(frozen=True)
class Doubt:
    """One question about one record, and why it is asked."""

    kind: str
    place: Place
    why: str = ""


@dataclass(frozen=True)
class Section:
    """All questions of one kind; at most `SHOWN` are listed at once."""

    key: str
    heading: str
    advice: str
    doubts: list

    @property
    def shown(self):
        return self.doubts[:SHOWN]

    @property
    def more(self):
        return max(0, len(self.doubts) - SHOWN)


def may_see(gate):
    """Whoever merges and reviews, and the leader who reviews the report."""
    return gate.can(Power.MERGE) or gate.can(Power.REVIEW_REPORT)


@require_GET
def quality(request):
    """The questions of one year, each with its record and a place to answer it."""
    gate = request.gate
    if not may_see(gate):
        raise Http404
    area = request.user.area
    year = chosen_year(request, years := years_with_records(gate), area)
    found = doubts(gate, years_of(area).span(year))
    context = {
        "year": year,
        "years": sorted({*years, year}, reverse=True),
        "sections": [
            Section(key, heading, advice, found[key]) for key, heading, advice in KINDS if found[key]
        ],
        "may_answer": gate.can(Power.MERGE),
        "verified": verified(gate),
    }
    return render(request, "reports/quality.html", context)


def doubts(gate, period):
    """{kind: [Doubt]} about the countable records of `period`; the number of queries is that of the registers."""
    found = defaultdict(list)
    for doubt in (*_odd(gate, period), *_reused_photos(gate, period), *_incomplete(gate, period)):
        found[doubt.kind].append(doubt)
    for members in found.values():
        members.sort(key=lambda doubt: (doubt.place.date, doubt.place.register.slug, doubt.place.pk))
    return found


def _odd(gate, period):
    flags = [f"odd_{anomaly.key}" for anomaly in ANOMALIES]

    def narrow(register, records):
        return with_anomalies(records.countable().between(period.start, period.end))

    for row in across(gate, Power.READ, narrow, *flags) or ():
        place = as_place(row, gate)
        yield from (Doubt(anomaly.key, place) for anomaly in ANOMALIES if row[f"odd_{anomaly.key}"])


def _reused_photos(gate, period):
    """Records of the period whose photo proves another day, too."""
    within = Attachment.objects.filter(
        keeper__path__startswith=gate.user.area.path, content_type__startswith="image/"
    )
    backfill(within)
    groups = cited_alike(within)
    places = _places(gate, set().union(*groups))
    answered = set(Verified.objects.holding().filter(doubt=PHOTO).values_list("register", "record_id"))
    for group in groups:
        same = [places[key] for key in group if key in places]
        for place in same:
            others = [other for other in same if other.date != place.date]
            if others and place.date in period and (place.register.slug, place.pk) not in answered:
                other = min(others, key=lambda one: (one.date, one.pk))
                more = f"等{len(others)}条" if len(others) > 1 else ""
                yield Doubt(PHOTO, place, f"与{other.date}“{other.title}”{more}的照片相同")


def _places(gate, keys):
    """{(slug, id): Place} of those of the records that count and are within reach, in one query."""
    ids = defaultdict(list)
    for slug, record_id in keys:
        ids[slug].append(record_id)

    def narrow(register, records):
        wanted = ids.get(register.slug)
        return records.countable().filter(pk__in=wanted) if wanted else None

    rows = across(gate, Power.READ, narrow) if ids else ()
    places = [as_place(row, gate) for row in rows or ()]
    return {(place.register.slug, place.pk): place for place in places}


def _incomplete(gate, period):
    """Submitted records that lack what they need before they can be approved."""
    for register, records in reachable(gate, Power.READ):
        waiting = records.between(period.start, period.end).filter(
            ~Q(pk__in=Verified.objects.about(register.slug, MISSING).values("record_id")),
            state=State.SUBMITTED,
        )
        for record in described(register, waiting).select_related("area"):
            if lacking := register.missing(record):
                labels = "、".join(register.field_label(name) for name in lacking)
                place = Place(
                    register, record.pk, record.title, record.area.name, record.date, record.state, {}
                )
                yield Doubt(MISSING, place, f"还缺：{labels}")


def verified(gate):
    """[(Place, Verified)] of what was found right last, within reach."""
    rows = list(Verified.objects.holding().select_related("by").order_by("-at", "-pk")[:SHOWN])
    places = _places(gate, {(row.register, row.record_id) for row in rows})
    return [(places[key], row) for row in rows if (key := (row.register, row.record_id)) in places]


class Answer(forms.Form):
    """Why a record is right as it stands."""

    reason = forms.CharField(
        max_length=100,
        error_messages={"required": "请写明怎样核实的。", "max_length": "说明最多 100 个字。"},
    )


@require_POST
def verify(request, slug, pk):
    """Remember that a doubt about one record was looked into (核实无误)."""
    gate = request.gate
    gate.require(Power.MERGE)
    register = registry.for_area(request.user.area).get(slug)
    kind = request.POST.get("doubt", "")
    if register is None or kind not in {key for key, *_ in KINDS}:
        raise Http404
    record = gate.record(register, pk, Power.MERGE)
    form = Answer(request.POST)
    if form.is_valid():
        Verified.objects.create(
            register=slug,
            record_id=record.pk,
            doubt=kind,
            by=request.user,
            reason=form.cleaned_data["reason"],
        )
        messages.success(request, f"“{record}”已记为核实无误；记录改过以后会再提醒。")
    else:
        messages.error(request, form.errors["reason"][0])
    year = years_of(record.area).running_on(record.date or timezone.localdate())
    return redirect(f"{reverse('reports:quality')}?year={year}#{kind}")
