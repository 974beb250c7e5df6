"""What a figure does not count although it might be looked for there (未计入): each record with its reason.

One mechanism for every indicator: the conditions that define the figure stay as they are declared; loosened
are only the state that a record has to be in and the day up to which it counts. So whatever counts as soon
as somebody submits it, and nothing else, is found here.
"""

from dataclasses import dataclass

from django.db import models
from django.db.models import Case, Q, Value, When
from django.urls import reverse

from township.people.roles import Power
from township.records.models import Merge, State

from .indicator import indicators
from .period import spoken
from .reading import (
    own_condition,
    placed_records,
    records_behind,
    records_of,
    rows_behind,
    rows_of,
    span_condition,
)

MOST_SHOWN = 100


@dataclass(frozen=True)
class LeftOut:
    """One record that a figure does not count, and why, in a clerk's words."""

    record: models.Model
    reason: str
    url: str


@dataclass(frozen=True)
class LeftOuts:
    """What a figure leaves out: the newest as `rows`, the number of all within reach, and of what is beyond it.

    `hidden` records do count for the place, but are kept by others, so that the reader learns their number
    only. `short` are the records that a rate has in its denominator and not in its numerator.
    """

    rows: list
    total: int = 0
    hidden: int = 0
    short: tuple = ()

    def __bool__(self):
        return bool(self.total or self.hidden or self.short)

    @property
    def more(self):
        """How many of those within reach are not shown."""
        return self.total - len(self.rows)


@dataclass(frozen=True)
class Question:
    """A figure whose left-out records are asked for.

    `until` is the last day of the span that the cut-off day (`period.end`) cuts short. `narrow(rows)` keeps
    the rows of the part that is looked at. `frozen` are the ids that a locked figure counted, at `locked_at`;
    without them what counts now is what was counted.
    """

    indicator: object
    area: object
    period: object
    until: object = None
    narrow: object = None
    frozen: tuple | None = None
    locked_at: object = None

    @property
    def counted_indicator(self):
        return indicators.listed(self.indicator)

    @property
    def last_day(self):
        return max(self.until or self.period.end, self.period.end)

    def part(self, rows):
        """Those of the rows that belong to the part that is looked at."""
        return self.narrow(rows) if self.narrow else rows


def left_out(question, *, gate):
    """`LeftOuts` of a figure for one reader: six queries at most, however many records there are."""
    indicator = question.counted_indicator
    scope = gate.scope(indicator.register, Power.READ)
    behind = counted(question)
    found = _candidates(question).exclude(pk__in=behind.values("pk")).filter(scope)
    shown = list(_newest(found))
    total = found.count() if len(shown) == MOST_SHOWN else len(shown)
    return LeftOuts(
        _with_reasons(shown, question, scope),
        total,
        _hidden(behind, question, scope),
        tuple(_short(behind, question, scope)),
    )


def counted(question):
    """The records that the figure counts for its place, or counted when it was locked."""
    indicator = question.counted_indicator
    if question.frozen is not None:
        return indicator.record_model.objects.filter(pk__in=question.frozen)
    rows = rows_behind(indicator, area=question.area, period=question.period)
    return records_of(indicator, question.part(rows))


def _candidates(question):
    """The records that the figure would count in whatever state, up to the last day of the uncut span."""
    return records_of(question.counted_indicator, question.part(_loosened(question)))


def _loosened(question):
    indicator = question.counted_indicator
    rows = rows_of(indicator, placed_records(indicator.record_model, area=question.area))
    return rows.filter(own_condition(indicator, question.area) & _window(question))


def _window(question):
    """The span's condition, from its first day to the last one of the uncut span."""
    indicator = question.counted_indicator
    if indicator.is_stock:
        return indicator.measure.during(*indicator.measure.window(question.period, question.last_day))
    return Q(**{f"{indicator.date}__gte": question.period.start, f"{indicator.date}__lte": question.last_day})


def _hidden(behind, question, scope):
    """How many counted records the reader may not open; not told where a number would tell whose case it is."""
    register = question.counted_indicator.register
    if register.cases and question.area.is_village:
        return 0
    return behind.exclude(pk__in=register.model.objects.filter(scope).values("pk")).count()


def _short(behind, question, scope):
    """What keeps a rate from 100 %; unknown of a locked one, which has kept its denominator's records only."""
    if not question.indicator.is_ratio or question.frozen is not None:
        return
    numerator, denominator = indicators.parts_of(question.indicator)
    if numerator.record_model is not denominator.record_model:
        return
    above = records_behind(numerator, area=question.area, period=question.period)
    for record in _newest(behind.exclude(pk__in=above.values("pk")).filter(scope)):
        yield LeftOut(record, "计入分母，没有计入分子", _url(record, denominator.register))


def _newest(records):
    return records.select_related("area").order_by("-date", "-pk")[:MOST_SHOWN]


def _url(record, register):
    return reverse("records:detail", args=[register.slug, record.pk])


# Reasons ----------------------------------------------------------------------------------------------


def _with_reasons(records, question, scope):
    register = question.counted_indicator.register
    merged = _merged_into(register, [one.pk for one in records if one.state == State.VOIDED], scope)
    late = _why_not_in_the_span([one for one in records if one.countable], question)
    return [
        LeftOut(
            record,
            merged.get(record.pk) or late.get(record.pk) or _by_state(record),
            _url(record, register),
        )
        for record in records
    ]


def _by_state(record):
    """草稿, 退回修改：…, 已作废：…"""
    if record.state == State.DRAFT:
        return "草稿，还没有提交"
    said = record.get_state_display()
    return f"{said}：{record.reason.rstrip('。')}" if record.reason else said


def _merged_into(register, ids, scope):
    """{id: 已合并到“…”} of those of the voided records that live on in another one."""
    merges = Merge.objects.filter(register=register.slug, record_id__in=ids)
    into = dict(merges.values_list("record_id", "into_id"))
    kept = register.model.objects.filter(scope).select_related("area").in_bulk(set(into.values()))
    return {pk: f"已合并到“{kept[to]}”" if to in kept else "已合并到另一条记录" for pk, to in into.items()}


def _why_not_in_the_span(records, question):
    """{id: reason} of records that are submitted and yet not counted."""
    indicator = question.counted_indicator
    record_path = "record_id" if indicator.prefix else "pk"
    rows = _loosened(question).filter(**{f"{record_path}__in": [one.pk for one in records]}).order_by()
    told = rows.annotate(
        counts_now=_whether(span_condition(indicator, question.period)),
        has_begun=_whether(_begun(question)),
    ).values_list(record_path, "counts_now", "has_begun", indicator.date)
    by_id = {one.pk: one for one in records}
    found = {}
    # What says most about a record comes last and stays: that one of its rows would count.
    for pk, counts_now, has_begun, day in sorted(told, key=lambda row: row[1]):
        found[pk] = _sentence(by_id[pk], question, counts_now, has_begun, day)
    return found


def _whether(condition):
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=models.BooleanField())


def _begun(question):
    indicator, period = question.counted_indicator, question.period
    if indicator.is_stock:
        return indicator.measure.begun_by(indicator.measure.day(period))
    return Q(**{f"{indicator.date}__lte": period.end})


def _sentence(record, question, counts_now, has_begun, day):
    if counts_now and question.locked_at:
        return "锁定后新增" if record.created_at > question.locked_at else "锁定后提交或修改"
    if has_begun:
        return "截止日前已经到期、停用或撤销"
    cutoff = question.period.end
    on = "" if question.counted_indicator.is_stock else f"：{spoken(day)}"
    return f"在统计截止日（{spoken(cutoff)}）之后{on}"
