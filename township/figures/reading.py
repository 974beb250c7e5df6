"""Reading figures: values, series and the very rows behind them, from the declarations alone.

Queries: one per (grain, date field) for all additive and distinct measures together, one per grain for
stocks, and one for zero reports. Their number does not grow with indicators, months or villages.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db import models
from django.db.models import Q
from django.db.models.functions import TruncMonth

from township.people.gate import joint_with
from township.people.models import Area
from township.people.roles import Power
from township.records.models import State

from .indicator import Indicator, indicators
from .models import NilReturn


@dataclass(frozen=True)
class Figure:
    """The value of one indicator; None when nothing was recorded or reported, which is not zero.

    `unreviewed` is the number of counted records that nobody has reviewed yet. For a rate `numerator` and
    `denominator` are its two values.
    """

    indicator: Indicator
    value: object
    unreviewed: int = 0
    numerator: object = None
    denominator: object = None


def base_records(model, *, area, gate=None):
    """Countable records of `model` that happened within `area` and that the gate lets the user count."""
    records = model.objects.countable().filter(Q(area__path__startswith=area.path) | joint_with(model, area))
    if gate is None:
        return records
    from township.records.register import registry

    return records.filter(gate.scope(registry.of(model), Power.FIGURES))


def grain_rows(indicator, *, area, gate=None):
    """Rows of the indicator's grain within reach, before its condition and span."""
    records = base_records(indicator.record_model, area=area, gate=gate)
    if not indicator.prefix:
        return records
    return indicator.records.objects.filter(record__in=records)


def span_condition(indicator, period):
    """The rows that count in `period`: dated within it, or existing on its last day."""
    if indicator.is_stock:
        return indicator.measure.on(period.end)
    return Q(**{f"{indicator.date}__gte": period.start, f"{indicator.date}__lte": period.end})


def rows_behind(indicator, *, area, period, gate=None):
    """Exactly the rows of its grain that the figure counts."""
    rows = grain_rows(indicator, area=area, gate=gate)
    return rows.filter(indicator.where & span_condition(indicator, period))


def records_behind(indicator, *, area, period, gate=None):
    """Exactly the records that the figure counts; for a rate those of its denominator."""
    if indicator.is_ratio:
        indicator = indicators.get(indicator.measure.denominator)
    rows = rows_behind(indicator, area=area, period=period, gate=gate)
    if not indicator.prefix:
        return rows
    return indicator.record_model.objects.filter(pk__in=rows.values("record_id"))


def _groups(wanted):
    """Indicators that one query can answer together: {(grain, date or None for stocks): [indicator]}."""
    groups = defaultdict(list)
    for indicator in wanted:
        if not indicator.is_ratio:
            groups[indicator.records, None if indicator.is_stock else indicator.date].append(indicator)
    return groups


def _aggregates(group, period):
    """Named aggregates of one group: value `v0…`, unreviewed records `u0…`, and `rows_found`."""
    prefix = group[0].prefix
    record_id = "record_id" if prefix else "pk"
    found = {"rows_found": models.Count("pk")}
    for number, indicator in enumerate(group):
        where, measure = indicator.where, indicator.measure
        if indicator.is_stock:
            where, measure = where & span_condition(indicator, period), measure.measure
        condition = where or None
        found[f"v{number}"] = measure.aggregate(indicator, condition)
        found[f"u{number}"] = models.Count(
            record_id, distinct=bool(prefix), filter=where & Q(**{f"{prefix}state": State.SUBMITTED})
        )
    return found


def _rows_of_group(group, *, area, period, gate):
    rows = grain_rows(group[0], area=area, gate=gate)
    if group[0].is_stock:
        return rows.filter(Q(**{f"{group[0].date}__lte": period.end}))
    return rows.filter(span_condition(group[0], period))


def _registers_with_nil_return(area, period, gate):
    """Slugs of registers with a zero report from within `area` in the span."""
    reports = NilReturn.objects.filter(
        area__path__startswith=area.path, start__lte=period.end, end__gte=period.start
    )
    if gate is not None:
        reports = reports.filter(area__in=gate.areas())
    return set(reports.values_list("register", flat=True).distinct())


def read(wanted, *, area, period, gate=None):
    """{key: Figure} of the indicators for one area and span."""
    with_parts = indicators.with_parts(wanted)
    values, unreviewed, present = {}, {}, _registers_with_nil_return(area, period, gate)
    for group in _groups(with_parts).values():
        row = _rows_of_group(group, area=area, period=period, gate=gate).aggregate(
            **_aggregates(group, period)
        )
        if row["rows_found"]:
            present.add(group[0].register.slug)
        for number, indicator in enumerate(group):
            values[indicator.key] = row[f"v{number}"]
            unreviewed[indicator.key] = row[f"u{number}"]
    for slug, model in _registers_only_by_lines(with_parts).items():
        if base_records(model, area=area, gate=gate).between(period.start, period.end).exists():
            present.add(slug)
    figures = {
        indicator.key: Figure(
            indicator,
            values[indicator.key] if indicator.register.slug in present else None,
            unreviewed[indicator.key],
        )
        for indicator in with_parts
        if not indicator.is_ratio
    }
    for indicator in wanted:
        if indicator.is_ratio:
            figures[indicator.key] = _ratio(indicator, figures)
    return {indicator.key: figures[indicator.key] for indicator in wanted}


def _registers_only_by_lines(wanted):
    """Registers asked for only through their lines: a record without lines still is a record."""
    direct = {
        indicator.register.slug for indicator in wanted if not indicator.prefix and not indicator.is_stock
    }
    return {
        indicator.register.slug: indicator.record_model
        for indicator in wanted
        if indicator.prefix and not indicator.is_stock and indicator.register.slug not in direct
    }


def _ratio(indicator, figures):
    numerator = figures[indicator.measure.numerator]
    denominator = figures[indicator.measure.denominator]
    value = None
    if numerator.value is not None and denominator.value:
        value = round(numerator.value / denominator.value * 100, 1)
    return Figure(indicator, value, denominator.unreviewed, numerator.value, denominator.value)


def by_month(wanted, *, area, period, gate=None):
    """{key: {Period of a month: value}}; months without rows are 0, stocks are as of the month's end."""
    with_parts = indicators.with_parts(wanted)
    months = period.months()
    series = {indicator.key: dict.fromkeys(months, 0) for indicator in with_parts}
    for group in _groups(with_parts).values():
        if group[0].is_stock:
            _stock_by_month(group, series, months, area=area, period=period, gate=gate)
            continue
        rows = _rows_of_group(group, area=area, period=period, gate=gate)
        buckets = (
            rows.order_by().values(bucket=TruncMonth(group[0].date)).annotate(**_aggregates(group, period))
        )
        index = {(month.start.year, month.start.month): month for month in months}
        for row in buckets:
            month = index[row["bucket"].year, row["bucket"].month]
            for number, indicator in enumerate(group):
                series[indicator.key][month] = row[f"v{number}"]
    _add_ratios(wanted, series)
    return {indicator.key: series[indicator.key] for indicator in wanted}


def _stock_by_month(group, series, months, *, area, period, gate):
    aggregates = {
        f"v{number}_{place}": indicator.measure.measure.aggregate(
            indicator, indicator.where & indicator.measure.on(month.end)
        )
        for number, indicator in enumerate(group)
        for place, month in enumerate(months)
    }
    row = _rows_of_group(group, area=area, period=period, gate=gate).aggregate(**aggregates)
    for number, indicator in enumerate(group):
        for place, month in enumerate(months):
            series[indicator.key][month] = row[f"v{number}_{place}"]


def _add_ratios(wanted, series):
    for indicator in wanted:
        if indicator.is_ratio:
            over, under = series[indicator.measure.numerator], series[indicator.measure.denominator]
            series[indicator.key] = {
                bucket: round(over[bucket] / under[bucket] * 100, 1) if under.get(bucket) else None
                for bucket in over
            }


def by_area(wanted, *, area, period, gate=None):
    """{key: {Area: value}} for every unit directly below `area`, and `area` itself where it keeps own rows.

    Joint events count once in each village that takes part, so the villages may add up to more than the
    township's figure.
    """
    with_parts = indicators.with_parts(wanted)
    places = {place.pk: place for place in Area.objects.within(area)}
    shown = [place for place in places.values() if place.level == Area.Level.VILLAGE]
    series = {indicator.key: dict.fromkeys([*shown, area], 0) for indicator in with_parts}
    for group in _groups(with_parts).values():
        for indicator_number, place, value in _area_values(group, area=area, period=period, gate=gate):
            if place in places:
                series[group[indicator_number].key][places[place]] = (
                    series[group[indicator_number].key].get(places[place], 0) + value
                )
    _add_ratios(wanted, series)
    return {indicator.key: series[indicator.key] for indicator in wanted}


def _area_values(group, *, area, period, gate):
    """(number in group, area id, value) of every unit: the lead's rows, then those taking part."""
    prefix, joint = group[0].prefix, group[0].record_model.JOINT_FIELD
    rows = _rows_of_group(group, area=area, period=period, gate=gate).order_by()
    paths = [f"{prefix}area"] + ([f"{prefix}{joint}"] if joint else [])
    taken = defaultdict(set)
    for path in paths:
        source = (
            rows if path == paths[0] else rows.exclude(**{path: None}).exclude(**{path: models.F(paths[0])})
        )
        if any(indicator.measure.additive or indicator.is_stock or not joint for indicator in group):
            for row in source.values(bucket=models.F(path)).annotate(**_aggregates(group, period)):
                for number, indicator in enumerate(group):
                    if indicator.measure.additive or not joint:
                        yield number, row["bucket"], row[f"v{number}"]
        for number, indicator in enumerate(group):
            if joint and not indicator.measure.additive:
                pairs = source.filter(indicator.where).values_list(path, indicator.measure.values(indicator))
                for place, value in pairs.distinct():
                    taken[number, place].add(value)
    for (number, place), values in taken.items():
        yield number, place, len(values - {None})


def by_category(indicator, *, area, period, gate=None):
    """{category label: value} along the indicator's declared category field."""
    if not indicator.category:
        return {}
    measure = indicator.measure.measure if indicator.is_stock else indicator.measure
    rows = rows_behind(indicator, area=area, period=period, gate=gate).order_by()
    grouped = rows.values(bucket=models.F(indicator.category)).annotate(
        value=measure.aggregate(indicator, None)
    )
    names = _category_names(indicator, [row["bucket"] for row in grouped])
    return {names.get(row["bucket"], "未填"): row["value"] for row in grouped}


def _category_names(indicator, keys):
    field = _field_at(indicator.records, indicator.category)
    if field.is_relation:
        return {item.pk: str(item) for item in field.related_model.objects.filter(pk__in=keys)}
    if field.choices:
        return dict(field.flatchoices)
    return {key: str(key) for key in keys if key not in (None, "")}


def _field_at(model, path):
    *hops, last = path.split("__")
    for hop in hops:
        model = model._meta.get_field(hop).related_model
    return model._meta.get_field(last)
