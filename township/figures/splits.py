"""A figure taken apart, as rows of a table that a chart repeats: by month, by place, by category."""

from dataclasses import dataclass

from .drilldown import drill_url
from .reading import by_area, by_category, by_month
from .wording import number


@dataclass(frozen=True)
class Line:
    """One row: what it is about, the value, the same a year ago (months only), and the list behind it."""

    label: str
    value: object
    url: str = ""
    before: object = None

    @property
    def text(self):
        return number_or_nothing(self.value)

    @property
    def before_text(self):
        return number_or_nothing(self.before)


@dataclass(frozen=True)
class Split:
    """One table with its chart. `compared` adds the column of last year; `shape` is bar, line or across."""

    key: str
    title: str
    head: str
    unit: str
    lines: list
    shape: str = "bar"
    compared: bool = False
    names: tuple = ()

    @property
    def chart_id(self):
        return f"chart-{self.key}"

    @property
    def chart(self):
        """What the chart draws, ready for JSON; the table beside it says the same."""
        series = [{"name": self.names[0] if self.names else self.title, "values": self._values("value")}]
        if self.compared:
            series.append({"name": self.names[1], "values": self._values("before")})
        return {
            "shape": self.shape,
            "unit": self.unit,
            "labels": [line.label for line in self.lines],
            "links": [line.url for line in self.lines],
            "series": series,
        }

    def _values(self, name):
        values = [getattr(line, name) for line in self.lines]
        return [value if value is None or isinstance(value, int) else float(value) for value in values]


def number_or_nothing(value):
    """A number, or 不适用 for the rate of a month or place without a denominator."""
    return "不适用" if value is None else number(value)


def months(indicator, *, area, period, gate, links):
    """Month by month beside last year's; stocks are as of each month's end."""
    asked = {"area": area, "gate": gate}
    now = by_month([indicator], period=period, **asked)[indicator.key]
    before = by_month([indicator], period=period.last_year(), **asked)[indicator.key]
    year = period.start.year
    lines = [
        Line(
            f"{month.start.month}月",
            value,
            drill_url(indicator, area=area, period=month) if links else "",
            before=earlier,
        )
        for (month, value), earlier in zip(now.items(), before.values(), strict=True)
    ]
    return Split(
        "months",
        "按月",
        "月份",
        indicator.unit,
        lines,
        shape="line" if indicator.is_stock or indicator.is_ratio else "bar",
        compared=True,
        names=(f"{year}年", f"{year - 1}年"),
    )


def places(indicator, *, area, period, gate, links):
    """Every unit directly below, in administrative order (never by size), then what `area` keeps itself."""
    values = by_area([indicator], area=area, period=period, gate=gate)[indicator.key]
    lines = [
        Line(
            place.choice_label if place == area and len(values) > 1 else place.name,
            value,
            drill_url(indicator, area=place, period=period, only_itself=place == area) if links else "",
        )
        for place, value in values.items()
    ]
    return Split("places", "按单位", "单位", indicator.unit, lines, shape="across")


def categories(indicator, *, area, period, gate, links):
    """Along the indicator's own category, in the order of its choices; None where it has none."""
    values = by_category(indicator, area=area, period=period, gate=gate)
    lines = [
        Line(label, value, drill_url(indicator, area=area, period=period, category=label) if links else "")
        for label, value in values.items()
    ]
    return Split("categories", "按类别", "类别", indicator.unit, lines, shape="across") if lines else None
