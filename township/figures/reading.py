"""Reading figures: values, series and the very rows behind them, from the declarations alone.

Queries: one per (grain, date field) for all measures together, one per grain for stocks, one more for each
register whose records no such query looks at, and one for zero reports. Their number does not grow with
indicators, months or villages.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db import models
from django.db.models import Case, F, Q, When
from django.db.models.functions import Substr, TruncMonth

from township.people.gate import joint_with
from township.people.models import PATH_STEP, Area
from township.people.places import inside
from township.people.roles import Power
from township.records.models import State
from township.records.models.record import COUNTABLE
from township.records.register import registry

from .indicator import Indicator, indicators
from .keeping.composed import aggregated
from .keeping.kept import Same, at_one_moment, kept, question
from .measures import AreasCovered
from .models import NilReturn
from .wording import with_unit


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

    @property
    def text(self):
        """The value with its unit, as pages show it."""
        return with_unit(self.value, self.indicator.unit)


# Which rows -----------------------------------------------------------------------------------------


def placed_records(model, *, area):
    """Records of `model` in any state that happened within `area`."""
    return model.objects.filter(_placed(model, area))


def _placed(model, area, prefix=""):
    return inside(area, f"{prefix}area") | joint_with(model, area, prefix)


def _counted_records(model, *, area, gate, prefix=""):
    """The condition that a record counts, happened within `area`, and is one that the user may count."""
    condition = _placed(model, area, prefix) & Q(**{f"{prefix}state__in": COUNTABLE})
    if gate is None:
        return condition
    return condition & gate.scope(registry.of(model), Power.FIGURES, prefix)


def base_records(model, *, area, gate=None):
    """Countable records of `model` that happened within `area` and that the gate lets the user count."""
    return model.objects.filter(_counted_records(model, area=area, gate=gate))


def grain_rows(indicator, *, area, gate=None):
    """Rows of the indicator's grain within reach, before its condition and span."""
    condition = _counted_records(indicator.record_model, area=area, gate=gate, prefix=indicator.prefix)
    # Sums are composed without what a manager reads along with its rows.
    return indicator.records.objects.select_related(None).filter(condition)


def rows_of(indicator, records):
    """The rows of the indicator's grain that belong to `records`."""
    return indicator.records.objects.filter(record__in=records) if indicator.prefix else records


def records_of(indicator, rows):
    """The records that rows of the indicator's grain belong to."""
    if not indicator.prefix:
        return rows
    return indicator.record_model.objects.filter(pk__in=rows.values("record_id"))


def span_condition(indicator, period):
    """The rows that count in `period`: dated within it, or existing on the stock's day of it."""
    if indicator.is_stock:
        return indicator.measure.on(indicator.measure.day(period))
    return Q(**{f"{indicator.date}__gte": period.start, f"{indicator.date}__lte": period.end})


def own_condition(indicator, area):
    """Which of the grain's rows in the span the figure counts for `area`."""
    if isinstance(indicator.counted, AreasCovered):
        # A joint event led from elsewhere does not make that other place one of `area`'s places.
        return indicator.where & inside(area, f"{indicator.prefix}area")
    return indicator.where


def rows_behind(indicator, *, area, period, gate=None):
    """Exactly the rows of its grain that the figure counts."""
    rows = grain_rows(indicator, area=area, gate=gate)
    return rows.filter(own_condition(indicator, area) & span_condition(indicator, period))


def records_behind(indicator, *, area, period, gate=None):
    """Exactly the records that the figure counts; for a rate those of its denominator."""
    indicator = indicators.listed(indicator)
    return records_of(indicator, rows_behind(indicator, area=area, period=period, gate=gate))


# One query for many indicators ----------------------------------------------------------------------


def _groups(wanted):
    """Indicators that one query can answer together: {(grain, date or None for stocks): [indicator]}."""
    groups = defaultdict(list)
    for indicator in wanted:
        if not indicator.is_ratio:
            groups[indicator.records, None if indicator.is_stock else indicator.date].append(indicator)
    return groups


def _rows_of_group(group, *, area, period, gate):
    rows = grain_rows(group[0], area=area, gate=gate)
    # The span stands in WHERE, where an index serves it, not inside each aggregate's filter.
    return rows if group[0].is_stock else rows.filter(span_condition(group[0], period))


def _condition_in_group(indicator, *, area, period):
    """What an aggregate still has to ask of the rows of its group; stocks have their cut-off day here."""
    condition = own_condition(indicator, area)
    return condition & span_condition(indicator, period) if indicator.is_stock else condition


def _value_aggregates(group, *, area, period):
    """{`v0`: value of the group's first indicator, …}."""
    return {
        f"v{number}": indicator.counted.aggregate(
            indicator, _condition_in_group(indicator, area=area, period=period) or None
        )
        for number, indicator in enumerate(group)
    }


def _unreviewed_aggregates(group, *, area, period):
    """{`u0`: number of records behind the group's first indicator that nobody has reviewed, …}."""
    prefix = group[0].prefix
    unreviewed = Q(**{f"{prefix}state": State.SUBMITTED})
    return {
        f"u{number}": models.Count(
            "record_id" if prefix else "pk",
            distinct=bool(prefix),
            filter=_condition_in_group(indicator, area=area, period=period) & unreviewed,
        )
        for number, indicator in enumerate(group)
    }


@at_one_moment()
def read(wanted, *, area, period, gate=None):
    """{key: Figure} of the indicators for one area and span."""
    with_parts = indicators.with_parts(wanted)
    groups = _groups(with_parts)
    rows = {key: _answer(_row, group, area=area, period=period, gate=gate) for key, group in groups.items()}
    known = _known_registers(groups, rows, area=area, period=period, gate=gate)
    figures = {}
    for key, group in groups.items():
        for number, indicator in enumerate(group):
            told = rows[key]["rows_found"] or (indicator.register.slug, indicator.is_stock) in known
            value = rows[key][f"v{number}"] if told else None
            figures[indicator.key] = Figure(indicator, value, rows[key][f"u{number}"])
    for indicator in wanted:
        if indicator.is_ratio:
            figures[indicator.key] = _ratio(indicator, figures)
    return {indicator.key: figures[indicator.key] for indicator in wanted}


def _answer(ask, group, *parts, area, period, gate):
    """What `ask` finds out about the indicators of a group, kept while it stays true."""
    asked = {"area": area, "period": period, "gate": gate}
    key = question(ask.__name__, Same(group), *parts, **asked)
    return kept(key, lambda: ask(group, *parts, **asked))


def _row(group, *, area, period, gate):
    """The values of a group in one row."""

    def ask():
        return _rows_of_group(group, area=area, period=period, gate=gate), {
            "rows_found": _rows_found(group[0], period),
            **_value_aggregates(group, area=area, period=period),
            **_unreviewed_aggregates(group, area=area, period=period),
        }

    return aggregated(question("row", Same(group), area=area, period=period, gate=gate), ask)


def _rows_found(indicator, period):
    """How many rows say that the register is kept at all: those in the span, for stocks those begun by its end."""
    condition = Q(**{f"{indicator.prefix}date__lte": period.end}) if indicator.is_stock else None
    return models.Count("pk", filter=condition)


def _known_registers(groups, rows, *, area, period, gate):
    """{(slug, for stocks?)} of registers with a record in the span (stocks: by its end) or a zero report.

    It decides between 0 and None, so it must not depend on which indicators are read together: where no
    group counts the records themselves by their own date, one more query does.
    """
    known = set()
    for indicator in {
        (group[0].record_model, group[0].is_stock): group[0] for group in groups.values()
    }.values():
        model, stock = indicator.record_model, indicator.is_stock
        direct = (model, None if stock else "date")
        if direct in rows:
            found = rows[direct]["rows_found"]
        else:
            found = _answer(_has_records, [indicator], area=area, period=period, gate=gate)
        if found:
            known.add((indicator.register.slug, stock))
    for slug in _registers_with_nil_return(area, period, gate):
        known |= {(slug, False), (slug, True)}
    return known


def _has_records(group, *, area, period, gate):
    """Whether the register has a record in the span; for stocks one by its end."""
    [indicator] = group
    first = {} if indicator.is_stock else {"date__gte": period.start}
    records = base_records(indicator.record_model, area=area, gate=gate)
    return records.filter(date__lte=period.end, **first).exists()


def _registers_with_nil_return(area, period, gate):
    """Slugs of registers with a zero report from within `area` in the span."""
    key = question("nil returns", area=area, period=period, gate=gate)
    return kept(key, lambda: _find_nil_returns(area, period, gate))


def _find_nil_returns(area, period, gate):
    reports = NilReturn.objects.filter(
        area__path__startswith=area.path, start__lte=period.end, end__gte=period.start
    )
    if gate is not None:
        reports = reports.filter(area__in=gate.areas())
    return set(reports.order_by().values_list("register", flat=True).distinct())


def _ratio(indicator, figures):
    numerator = figures[indicator.measure.numerator]
    denominator = figures[indicator.measure.denominator]
    value = _per_cent(numerator.value, denominator.value)
    return Figure(indicator, value, denominator.unreviewed, numerator.value, denominator.value)


def _per_cent(numerator, denominator):
    """0–100 with one decimal; None without a denominator to divide by."""
    if numerator is None or not denominator:
        return None
    return round(numerator / denominator * 100, 1)


# Series ---------------------------------------------------------------------------------------------


@at_one_moment()
def by_month(wanted, *, area, period, gate=None):
    """{key: {Period of a month: value}}; months without rows are 0, stocks are as of the month's end."""
    with_parts = indicators.with_parts(wanted)
    months = period.months()
    series = {indicator.key: dict.fromkeys(months, 0) for indicator in with_parts}
    for group in _groups(with_parts).values():
        ask = _stock_by_month if group[0].is_stock else _flow_by_month
        for indicator, month, value in _answer(ask, group, area=area, period=period, gate=gate):
            series[indicator.key][month] = value
    _add_ratios(wanted, series)
    return {indicator.key: series[indicator.key] for indicator in wanted}


def _flow_by_month(group, *, area, period, gate):
    rows = _rows_of_group(group, area=area, period=period, gate=gate).order_by()
    buckets = rows.values(bucket=TruncMonth(group[0].date)).annotate(
        **_value_aggregates(group, area=area, period=period)
    )
    index = {(month.start.year, month.start.month): month for month in period.months()}
    return [
        (indicator, index[row["bucket"].year, row["bucket"].month], row[f"v{number}"])
        for row in buckets
        for number, indicator in enumerate(group)
    ]


def _stock_by_month(group, *, area, period, gate):
    months = period.months()
    aggregates = {
        f"{name}_{place}": aggregate
        for place, month in enumerate(months)
        for name, aggregate in _value_aggregates(group, area=area, period=month).items()
    }
    row = _rows_of_group(group, area=area, period=period, gate=gate).aggregate(**aggregates)
    return [
        (indicator, month, row[f"v{number}_{place}"])
        for number, indicator in enumerate(group)
        for place, month in enumerate(months)
    ]


def _add_ratios(wanted, series):
    for indicator in wanted:
        if indicator.is_ratio:
            over, under = series[indicator.measure.numerator], series[indicator.measure.denominator]
            series[indicator.key] = {bucket: _per_cent(over[bucket], under[bucket]) for bucket in over}


@at_one_moment()
def by_area(wanted, *, area, period, gate=None):
    """{key: {Area: value}} for every unit directly below `area`, then `area` itself with what it keeps for itself.

    Joint events count once in each village that takes part, so the villages may add up to more than the
    township's figure.
    """
    with_parts = indicators.with_parts(wanted)
    units = [*Area.objects.filter(parent=area), area]
    series = {indicator.key: dict.fromkeys(units, 0) for indicator in with_parts}
    unit_at = {unit.path: unit for unit in units}
    for group in _groups(with_parts).values():
        for indicator, path, value in _answer(_by_place, group, area=area, period=period, gate=gate):
            if path in unit_at:
                series[indicator.key][unit_at[path]] += value
    _add_ratios(wanted, series)
    return {indicator.key: series[indicator.key] for indicator in wanted}


def _by_place(group, *, area, period, gate):
    return list(_values_by_place(group, area=area, period=period, gate=gate))


def _values_by_place(group, *, area, period, gate):
    """(indicator, path, value): what was led from each place, and what each place took part in beside."""
    led, joined = _placed_rows(group, area=area, period=period, gate=gate)
    aggregates = _value_aggregates(group, area=area, period=period)
    for number, row in _rows_by_place(led, group, aggregates, only_additive=joined is not None):
        yield group[number], row["unit_path"], row[f"v{number}"]
    if joined is None:
        return
    for number, row in _rows_by_place(joined, group, aggregates, only_additive=True):
        yield group[number], row["unit_path"], row[f"v{number}"]
    for (number, place), values in _different_values(led, joined, group, area=area, period=period).items():
        yield group[number], place, len(values)


def _placed_rows(group, *, area, period, gate):
    """The group's rows with the path of the unit that led them as `unit_path`; the same by who else took part.

    The second is None where records are never joint, and above the township, whose villages are the ones
    that join: there one record belongs to one township.
    """
    prefix, joint = group[0].prefix, group[0].record_model.JOINT_FIELD
    length = len(area.path) + PATH_STEP
    lead = Substr(f"{prefix}area__path", 1, length)
    rows = _rows_of_group(group, area=area, period=period, gate=gate).order_by()
    if not joint or area.level < Area.Level.TOWNSHIP:
        return rows.annotate(unit_path=lead), None
    joined = rows.annotate(lead_path=lead, unit_path=Substr(f"{prefix}{joint}__path", 1, length))
    return rows.annotate(unit_path=lead), joined.filter(unit_path__isnull=False).exclude(
        unit_path=F("lead_path")
    )


def _rows_by_place(rows, group, aggregates, *, only_additive):
    """(number in the group, row) of one grouped query."""
    numbers = [
        number for number, indicator in enumerate(group) if indicator.counted.additive or not only_additive
    ]
    if numbers:
        for row in rows.values("unit_path").annotate(**{f"v{n}": aggregates[f"v{n}"] for n in numbers}):
            for number in numbers:
                yield number, row


def _different_values(led, joined, group, *, area, period):
    """{(number in the group, path): different values} of what cannot be added up, led and joined together."""
    found = defaultdict(set)
    numbers = [number for number, indicator in enumerate(group) if not indicator.counted.additive]
    if not numbers:
        return found
    values = {
        f"d{number}": Case(
            When(
                Q(pk__isnull=False) & _condition_in_group(group[number], area=area, period=period),
                then=group[number].counted.values(group[number]),
            )
        )
        for number in numbers
    }
    for rows in (led, joined):
        # Only whoever leads a joint event covers a place with it.
        counted = [n for n in numbers if rows is led or not isinstance(group[n].counted, AreasCovered)]
        pairs = rows.annotate(**values).values_list("unit_path", *(f"d{n}" for n in counted)).distinct()
        for place, *row in pairs:
            for number, value in zip(counted, row, strict=True):
                if value is not None:
                    found[number, place].add(value)
    return found


@at_one_moment()
def by_category(indicator, *, area, period, gate=None):
    """{category label: value} along the indicator's declared category field, in the order of its choices."""
    if not indicator.category:
        return {}
    return dict(_answer(_by_category, [indicator], area=area, period=period, gate=gate))


def _by_category(group, *, area, period, gate):
    [indicator] = group
    rows = rows_behind(indicator, area=area, period=period, gate=gate).order_by()
    grouped = rows.values(bucket=F(indicator.category)).annotate(
        value=indicator.counted.aggregate(indicator, None)
    )
    values = {row["bucket"]: row["value"] for row in grouped}
    names = _category_names(indicator, values)
    found = defaultdict(int)
    # Two keys may read alike (the same 进 in the schemes of two years): they are one category to the reader.
    for key in [*(key for key in names if key in values), *(key for key in values if key not in names)]:
        found[names.get(key, "未填")] += values[key]
    return dict(found)


@at_one_moment()
def by_area_and_category(indicator, *, area, period, gate=None):
    """{Area: {category key: value}} for the units of `by_area`, along the category field; additive counts only.

    Joint events count in each village that takes part, as in `by_area`.
    """
    units = {unit.path: unit for unit in [*Area.objects.filter(parent=area), area]}
    found = {unit: defaultdict(int) for unit in units.values()}
    value = _value_aggregates([indicator], area=area, period=period)["v0"]
    for rows in _placed_rows([indicator], area=area, period=period, gate=gate):
        if rows is None:
            continue
        for row in rows.values("unit_path", bucket=F(indicator.category)).annotate(value=value):
            if row["unit_path"] in units:
                found[units[row["unit_path"]]][row["bucket"]] += row["value"]
    return found


def in_category(rows, indicator, label):
    """Those of the indicator's rows that `by_category` counts under `label`."""
    keys = set(rows.order_by().values_list(indicator.category, flat=True).distinct())
    names = _category_names(indicator, keys)
    wanted = {key for key in keys if names.get(key, "未填") == label}
    found = Q(**{f"{indicator.category}__in": wanted - {None}})
    return rows.filter(found | Q(**{indicator.category: None}) if None in wanted else found)


def _category_names(indicator, keys):
    """{key: label} in the order that the categories are shown in."""
    field = field_at(indicator.records, indicator.category)
    if field.is_relation:
        key = field.target_field.attname
        found = field.related_model.objects.filter(**{f"{key}__in": keys})
        return {getattr(item, key): str(item) for item in found}
    if field.choices:
        return {key: str(label) for key, label in field.flatchoices}
    return {key: str(key) for key in sorted(key for key in keys if key not in (None, ""))}


def field_at(model, path):
    """The model field at the end of a path such as `setting__name`."""
    *hops, last = path.split("__")
    for hop in hops:
        model = model._meta.get_field(hop).related_model
    return model._meta.get_field(last)
