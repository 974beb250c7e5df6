"""Indicators (指标): named figures, each one declaration from which value, series and proof all come."""

from dataclasses import dataclass, field

from django.db.models import Q

from township.records.models import Record
from township.records.register import registry as registers

from .measures import Count, Ratio, Stock


@dataclass(frozen=True)
class Indicator:
    """A named figure: which rows, how counted, in which unit, and its definition (口径) in words.

    `records` is the model of the indicator's own grain: a record, or a line with a to-one path `record` to
    it. `where` follows to-one relations only (a condition through a to-many has to be an `Exists`), for
    joins multiply rows. `date` is the path of the date that decides which period a row counts in. `words`
    are further ways in which official texts speak of the figure; unlike labels and aliases they need not
    be unique, and no token can be written with them.
    """

    key: str
    label: str
    unit: str
    definition: str
    records: type
    measure: object = field(default_factory=Count)
    where: Q = field(default_factory=Q)
    date: str = ""
    category: str = ""
    aliases: tuple = ()
    words: tuple = ()
    # The heading under which the overview shows the figure by its category; empty for those it does not.
    glance: str = ""
    # The two indicators of a ratio that is not declared by key.
    parts: tuple = ()

    def __post_init__(self):
        if not self.date:
            object.__setattr__(self, "date", f"{self.prefix}date")

    @property
    def prefix(self):
        """Path from the grain to its record: empty when the grain is the record itself."""
        return "" if issubclass(self.records, Record) else "record__"

    @property
    def record_model(self):
        if not self.prefix:
            return self.records
        return self.records._meta.get_field("record").related_model

    @property
    def register(self):
        return registers.of(self.record_model)

    @property
    def is_stock(self):
        return isinstance(self.measure, Stock)

    @property
    def counted(self):
        """How its rows are counted, once it is settled which of them count."""
        return self.measure.measure if self.is_stock else self.measure

    @property
    def is_ratio(self):
        return isinstance(self.measure, Ratio)

    @property
    def is_percentage(self):
        return self.is_ratio and self.unit == "%"


class IndicatorRegistry:
    """Indicators by key and by name; labels and aliases are unique, for report texts quote them."""

    def __init__(self, base=None):
        self.by_key = dict(base.by_key) if base else {}
        self.by_label = dict(base.by_label) if base else {}
        # What townships have defined for themselves: `PerTownship` of registries like this one.
        self.defined = None

    def add(self, *indicators):
        for indicator in indicators:
            if indicator.key in self.by_key:
                raise ValueError(f"two indicators with the key {indicator.key}")
            self.by_key[indicator.key] = indicator
            for label in (indicator.label, *indicator.aliases):
                if label in self.by_label:
                    raise ValueError(f"two indicators called {label}")
                self.by_label[label] = indicator

    def for_area(self, area):
        """All indicators that are visible to `area`, as a registry: the portal's and its own township's.

        The one place to ask for indicators by key, label or altogether on behalf of somebody.
        """
        own = self.defined.of(area) if self.defined else None
        return own or self

    def all(self):
        """Indicators in the order of the menu of their registers."""
        place = {key: number for number, key in enumerate(self.by_key)}
        return sorted(
            self.by_key.values(), key=lambda indicator: (indicator.register.order, place[indicator.key])
        )

    def get(self, key):
        return self.by_key.get(key)

    def parts_of(self, ratio):
        """(numerator, denominator) of an indicator that is a ratio."""
        return ratio.parts or tuple(
            self.by_key[key] for key in (ratio.measure.numerator, ratio.measure.denominator)
        )

    def listed(self, indicator):
        """The indicator whose records are listed: of a ratio that of its denominator."""
        return self.parts_of(indicator)[1] if indicator.is_ratio else indicator

    def with_parts(self, indicators):
        """`indicators` and whatever ratios among them are made of."""
        wanted = {indicator.key: indicator for indicator in indicators}
        for indicator in list(wanted.values()):
            if indicator.is_ratio:
                wanted |= {part.key: part for part in self.parts_of(indicator)}
        return list(wanted.values())


indicators = IndicatorRegistry()
