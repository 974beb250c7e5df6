"""审计记录 as the auditor reads it: all tables of the trail as one list, within the own area."""

from dataclasses import dataclass

from django import forms
from django.core.paginator import Paginator
from django.db.models import CharField, Q, Value
from django.shortcuts import render
from django.views.decorators.http import require_GET

from township.people.accounts import SUBJECT
from township.people.models import SettingChange
from township.people.readable import ReadableForm
from township.people.roles import Power
from township.people.trail.chain import seal_up, sources
from township.people.trail.rows import Group
from township.records.form_fields import DateInput
from township.records.models import Change
from township.records.reference.declaration import list_called
from township.records.register import registry

PAGE_SIZE = 50
# What one opening of the page seals at most; the nightly command seals the rest.
BATCHES_AT_ONCE = 2
COUNTY_PATH = 4


@dataclass(frozen=True)
class Entry:
    """One act as a row of the page; `changed` are the parts that differ, with their values where those may be read."""

    row: object
    thing: str
    changed: list


class AuditFilter(ReadableForm, forms.Form):
    """Finding acts by person, account or address, by kind and by day."""

    q = forms.CharField(label="搜索", required=False, max_length=60)
    group = forms.ChoiceField(label="类别", required=False, choices=[("", "全部"), *Group.choices])
    start = forms.DateField(label="从", required=False, widget=DateInput)
    end = forms.DateField(label="到", required=False, widget=DateInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.dress()

    def narrow(self, model):
        """The condition on rows of `model`, None when it holds nothing of the kind; nonsense narrows nothing."""
        self.is_valid()
        wanted = self.cleaned_data
        if (group := wanted.get("group")) and group not in model.GROUPS:
            return None
        condition = model.GROUPS.get(group, Q())
        if text := wanted.get("q"):
            matching = Q()
            for name in model.SEARCH:
                matching |= Q(**{f"{name}__contains": text})
            condition &= matching
        if start := wanted.get("start"):
            condition &= Q(at__date__gte=start)
        if end := wanted.get("end"):
            condition &= Q(at__date__lte=end)
        return condition


@require_GET
def audit(request):
    """The trail within the auditor's area, the newest first."""
    request.gate.require(Power.READ_AUDIT)
    seal_up(BATCHES_AT_ONCE)
    query = AuditFilter(request.GET)
    page = Paginator(found(query, request.user.area), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "query": query,
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "entries": entries(page.object_list),
        "narrowed": sum(1 for name in query.fields if request.GET.get(name)),
    }
    return render(request, "operations/audit.html", context)


def within(area):
    """Acts of people of `area` and below; what belongs to no place is the county's to look after."""
    condition = Q(place__startswith=area.path)
    return condition | Q(place="") if len(area.path) == COUNTY_PATH else condition


def found(query, area):
    """(source, pk, at) of the acts that `query` asks for: one query over all tables of the trail."""
    parts = [
        model.objects.filter(condition, within(area))
        .order_by()
        .annotate(source=Value(source, CharField()))
        .values_list("source", "pk", "at")
        for source, model in sources().items()
        if (condition := query.narrow(model)) is not None
    ]
    return parts[0].union(*parts[1:], all=True).order_by("-at", "-pk")


def entries(keys):
    """The rows behind [(source, pk, at)], in that order; one query for each table."""
    keys, rows = list(keys), {}
    for source in {source for source, _, _ in keys}:
        pks = [pk for name, pk, _ in keys if name == source]
        related = ("by", "by__area", *(("report",) if source == "reports.registration" else ()))
        for row in sources()[source].objects.select_related(*related).filter(pk__in=pks):
            rows[source, row.pk] = row
    return [entry(rows[source, pk]) for source, pk, _ in keys]


def entry(row):
    if isinstance(row, Change):
        return _of_record(row)
    if isinstance(row, SettingChange):
        return Entry(row, _setting(row), row.details)
    return Entry(row, row.thing, [])


def _of_record(change):
    """Auditors see no case contents: of a case only which parts were changed."""
    register = registry.get(change.register)
    label = register.label if register else "自建台账"
    closed = register is None or register.cases
    changed = [[name, "", ""] for name, *_ in change.details] if closed else change.details
    return Entry(change, f"{label}第 {change.record_id} 号", changed)


def _setting(change):
    if change.subject == SUBJECT:
        return f"账号第 {change.object_id} 号"
    known = list_called(change.subject)
    return f"{known.label if known else '设置'}第 {change.object_id} 号"
