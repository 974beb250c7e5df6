"""A figure taken apart, as rows of a table that a chart repeats: by month, by place, by category."""

from dataclasses import dataclass, replace

from township.people.roles import Power

from .choosing import may_take_apart
from .drilldown import drill_url
from .reading import by_area, by_category, by_month
from .wording import number


@dataclass(frozen=True)
class Line:
    """One row: what it is about, the value, the same a year ago (months only), and the lists behind both."""

    label: str
    value: object
    url: str = ""
    before: object = None
    before_url: str = ""

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
        name = self.names[0] if self.names else self.title
        series = [{"name": name, "values": self._values("value"), "links": self._links("url")}]
        if self.compared:
            before = {"values": self._values("before"), "links": self._links("before_url")}
            series.append({"name": self.names[1], **before})
        return {
            "shape": self.shape,
            "unit": self.unit,
            "labels": [line.label for line in self.lines],
            "series": series,
        }

    def _links(self, name):
        return [getattr(line, name) for line in self.lines]

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

    def url(month):
        return drill_url(indicator, area=area, period=month, office=gate.office) if links else ""

    lines = [
        Line(_month_label(month, period), value, url(month), before=earlier, before_url=url(month_before))
        for (month, value), (month_before, earlier) in zip(now.items(), before.items(), strict=True)
    ]
    return Split(
        "months",
        "按月",
        "月份",
        indicator.unit,
        lines,
        shape="line" if indicator.is_stock or indicator.is_ratio else "bar",
        compared=True,
        names=_names(period),
    )


def _month_label(month, period):
    """5月; 2021年12月 where the span reaches into the year before its last day's."""
    start = month.start
    return f"{start.month}月" if start.year == period.end.year else f"{start.year}年{start.month}月"


def _names(period):
    """What this span and the one a year ago are called: by their years where each lies in one."""
    year = period.end.year
    return (f"{year}年", f"{year - 1}年") if period.start.year == year else ("本期", "上年同期")


def at_a_glance(wanted, *, area, period, gate):
    """[Split] by category of those figures that the overview shows so, where there is anything to show."""
    found = []
    for indicator in (one for one in wanted if one.glance and may_take_apart(gate, one.register)):
        links = gate.can_in(indicator.register, Power.READ)
        split = categories(indicator, area=area, period=period, gate=gate, links=links)
        if split:
            key = indicator.key.replace(".", "-")
            found.append(replace(split, key=key, title=indicator.glance))
    return found


def places(indicator, *, area, period, gate, links):
    """Every unit directly below, in administrative order (never by size), then what `area` keeps itself."""
    values = by_area([indicator], area=area, period=period, gate=gate)[indicator.key]
    lines = [
        Line(
            place.choice_label if place == area and len(values) > 1 else place.name,
            value,
            drill_url(indicator, area=place, period=period, only_itself=place == area, office=gate.office)
            if links
            else "",
        )
        for place, value in values.items()
    ]
    return Split("places", "按单位", "单位", indicator.unit, lines, shape="across")


def categories(indicator, *, area, period, gate, links):
    """Along the indicator's own category, in the order of its choices; None where it has none."""
    values = by_category(indicator, area=area, period=period, gate=gate)
    where = {"area": area, "period": period, "office": gate.office}
    lines = [
        Line(label, value, drill_url(indicator, category=label, **where) if links else "")
        for label, value in values.items()
    ]
    return Split("categories", "按类别", "类别", indicator.unit, lines, shape="across") if lines else None
