"""A figure beside the same span last year, in words that stay true for small and missing bases."""

from dataclasses import dataclass

from .choosing import may_take_apart
from .reading import Figure, read
from .wording import number, with_unit

# Below this base a percentage misleads: 1 → 2 is not "增长100%" to anybody who knows the village.
SMALL_BASE = 5
BASE_OF_ZERO = "上年为0"
# One or two cases soon tell whose they are; whoever may not read them learns only that there are fewer than so many.
SMALLEST_TOLD = 3
FEWER = f"少于{SMALLEST_TOLD}"


def is_withheld(value):
    """Whether a count of cases is too small to be told to those who may not read them."""
    return value is not None and 0 < value < SMALLEST_TOLD


@dataclass(frozen=True)
class Compared:
    """One figure of a span and of the same span last year."""

    now: Figure
    before: Figure
    # Set for cases that the reader may not read.
    guarded: bool = False

    @property
    def indicator(self):
        return self.now.indicator

    @property
    def text(self):
        return self._told(self.now)

    @property
    def before_text(self):
        return self._told(self.before)

    @property
    def unreviewed(self):
        """How many of the records are not reviewed yet; a part of a count that is guarded is not told."""
        return 0 if self.guarded else self.now.unreviewed

    def _told(self, figure):
        return FEWER if self.guarded and is_withheld(figure.value) else shown(figure)

    @property
    def change(self):
        """How it differs from the same span last year; empty where there is nothing to compare, or to tell."""
        if self.guarded and (is_withheld(self.now.value) or is_withheld(self.before.value)):
            return ""
        return change_in_words(self.now.value, self.before.value, self.indicator)

    @property
    def against(self):
        """The comparison as one phrase: 上年同期8次，增长25%; empty where neither year says anything."""
        if not self.names_before:
            return self.change
        return "，".join(filter(None, [f"上年同期{self.before_text}", self.change]))

    @property
    def names_before(self):
        """Whether the phrase names last year's value: not where there was none, nor where it only says 上年为0."""
        told = self.now.value is not None or self.before.value is not None
        return told and self.change != BASE_OF_ZERO


def compare(wanted, *, area, period, gate):
    """[Compared] of the indicators, in their order: two readings, however many there are."""
    now = read(wanted, area=area, period=period, gate=gate)
    before = read(wanted, area=area, period=period.last_year(), gate=gate)
    return [
        Compared(now[one.key], before[one.key], guarded=not may_take_apart(gate, one.register))
        for one in wanted
    ]


def shown(figure):
    """Value with unit; 未填 where nothing was recorded, 不适用 for a rate of nothing: neither is 0."""
    if figure.value is not None:
        return figure.text
    return "不适用" if figure.denominator == 0 else "未填"


def change_in_words(now, before, indicator):
    """The change from `before` to `now`: in per cent, in units below a base of 5, rates in 个百分点."""
    if now is None or before is None:
        return ""
    difference = now - before
    if not difference:
        return "持平"
    if indicator.is_percentage:
        return f"{'高' if difference > 0 else '低'}{number(abs(round(difference, 1)))}个百分点"
    if not before:
        return BASE_OF_ZERO
    per_cent = round(abs(difference) / before * 100, 1)
    if before < SMALL_BASE or not per_cent:
        return f"{'多' if difference > 0 else '少'}{with_unit(abs(difference), indicator.unit)}"
    return f"{'增长' if difference > 0 else '下降'}{number(per_cent)}%"
