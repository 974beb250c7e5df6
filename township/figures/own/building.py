"""From a stored definition to an ordinary indicator, and all of a township's into its registry."""

from django.db.models import Q

from township.people.definitions import PerTownship
from township.people.models import Area
from township.records.register import registry

from ..indicator import Indicator, IndicatorRegistry, indicators
from ..measures import AreasCovered, Count, Distinct, MonthsCovered, Ratio, Stock, Sum
from ..models import OwnIndicator
from .asking import source_of


def build(definition, known):
    """The indicator of a definition over the registers `known`.

    None when the register no longer has what the definition asks for.
    """
    source = source_of(definition.source, known)
    if source is None or definition.measure not in source.ways():
        return None
    conditions = source.conditions()
    if not set(definition.conditions) <= set(conditions):
        return None
    where = Q()
    for path, stored in definition.conditions.items():
        where &= conditions[path].where(stored)
    kind, _, path = definition.measure.partition(":")
    if kind == "villages":
        where &= Q(**{f"{source.prefix}area__level": Area.Level.VILLAGE})
    return Indicator(
        **_names(definition),
        records=source.model,
        measure=_measure(kind, path, source),
        where=where,
        category=definition.category if definition.category in source.categories() else "",
    )


def _measure(kind, path, source):
    if kind.startswith("stock"):
        begins, ends = source.ends()
        return Stock(Distinct(path) if path else Count(), begins=begins, ends=ends)
    return {
        "count": Count,
        "sum": lambda: Sum(path),
        "persons": lambda: Distinct(path),
        "months": MonthsCovered,
        "villages": AreasCovered,
    }[kind]()


def build_ratio(definition, known):
    """The ratio of two indicators of the registry `known`; None when one of them is gone."""
    parts = known.get(definition.numerator), known.get(definition.denominator)
    if None in parts or any(part.is_ratio for part in parts):
        return None
    return Indicator(
        **_names(definition),
        records=parts[1].records,
        measure=Ratio(definition.numerator, definition.denominator),
        date=parts[1].date,
        parts=parts,
    )


def _names(definition):
    return {
        "key": definition.key,
        "label": definition.label,
        "unit": definition.unit,
        "definition": definition.definition,
        "aliases": definition.aliases,
    }


def load(township_path):
    """The registry of a township: the portal's indicators and then its own, ratios last."""
    found = IndicatorRegistry(indicators)
    township = Area.objects.get(path=township_path)
    registers = registry.for_area(township)
    definitions = OwnIndicator.objects.filter(area=township, active=True).prefetch_related("names")
    for definition in sorted(definitions, key=lambda one: (one.is_ratio, one.pk)):
        made = build_ratio(definition, found) if definition.is_ratio else build(definition, registers)
        if made is not None:
            found.by_key[made.key] = made
            # Where a later version of the portal takes the same name, the township's texts keep their meaning.
            found.by_label |= dict.fromkeys((made.label, *made.aliases), made)
    return found


indicators.defined = PerTownship(load)
