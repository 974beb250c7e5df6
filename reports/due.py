"""What is due (应报未报) as lines to read, and as a text to send: both name exactly the open cells."""

from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse

from township.figures.drilldown import page_of
from township.figures.duties import CellState, cells, duties, open_cells
from township.people.models import Area
from township.people.roles import Power

# How the label of a duty begins, which its sentence says by the span itself: 每月财务公开 → 9月未报：财务公开。
RHYTHMS = {"month": "每月", "quarter": "每季度", "half": "每半年", "year": "年度"}
QUARTERS = ("一季度", "二季度", "三季度", "四季度")
HALVES = ("上半年", "下半年")


@dataclass(frozen=True)
class Owed:
    """One open cell as a row of the list: the unit, where it is entered, and what reporting zero posts."""

    cell: object
    enter_url: str
    nil: dict


@dataclass(frozen=True)
class Due:
    """One matter of one span and all units that have not reported it; the page is about `area` in `year`."""

    duty: object
    period: object
    owed: list
    area: Area
    year: int

    @property
    def matter(self):
        return matter(self.duty)

    @property
    def span(self):
        """The span in words, with its year where that is not the page's own."""
        return dated_words(self.duty, self.period, self.year)

    @property
    def by(self):
        """The last day on which it is on time."""
        return self.owed[0].cell.due

    @property
    def sentence(self):
        """本村9月未报：财务公开。 for a village on its own; 9月未报：财务公开 above a list of villages."""
        if self.is_single:
            return f"{own_name(self.owed[0].cell.area)}{self.span}未报：{self.matter}。"
        return f"{self.span}未报：{self.matter}"

    @property
    def is_single(self):
        """Whether it is about one unit, which then needs no list of names."""
        return self.area.is_village or (len(self.owed) == 1 and not self.owed[0].cell.area.is_village)


def own_name(area):
    """How a unit is spoken of on its own page."""
    if not area.is_village:
        return area.name
    return "本社区" if area.kind == Area.Kind.COMMUNITY else "本村"


def matter(duty):
    """What has to be reported, without how often."""
    return duty.label.removeprefix(RHYTHMS[duty.every])


def span_words(duty, period):
    """9月, 三季度, 上半年 or 全年."""
    month = period.start.month
    return {
        "month": f"{month}月",
        "quarter": QUARTERS[(month - 1) // 3],
        "half": HALVES[(month - 1) // 6],
        "year": "全年",
    }[duty.every]


def dated_words(duty, period, year):
    """The span in words on a page about `year`, with its own year where that is another one."""
    words = span_words(duty, period)
    # A year is called by its last day: it may begin in the December before.
    own = period.end.year if duty.every == "year" else period.start.year
    return words if own == year else f"{own}年{words}"


def duties_told(gate):
    """Duties whose cells the user can tell: an office sees its own records only, not what villages reported."""
    return [
        duty
        for duty in duties.for_area(gate.user.area).values()
        if gate.can_in(duty.register, Power.FIGURES) and gate.bound_office(duty.register) is None
    ]


def missing_cells(*, area, period, gate):
    """Cells that have not been reported, whoever has to: what a leader sees beside the figures."""
    return [
        cell
        for duty in duties_told(gate)
        for cell in cells(duty, area=area, period=period, gate=gate)
        if cell.state is CellState.MISSING
    ]


def own_cells(*, area, period, gate):
    """Those of the open cells that the user can tell and is to answer or to follow up."""
    told = duties_told(gate)
    return [cell for cell in open_cells(area=area, period=period, gate=gate) if cell.duty in told]


def as_lines(found, *, area, year, gate):
    """[Due] of the cells, oldest first, units in administrative order, for a page about `area` in `year`."""
    urls = enter_urls(found, gate)
    ordered = sorted(found, key=lambda cell: (cell.due, cell.duty.key, cell.area.path))
    return [
        Due(duty, span, [_owed(cell, urls) for cell in same], area, year)
        for (duty, span), same in groupby(ordered, key=lambda cell: (cell.duty, cell.period))
    ]


def enter_urls(found, gate, *, given=None):
    """{cell: address of a form that would answer it} of those cells that the user may enter for.

    `given` are values of the form beside what the cells say.
    """
    enterable = set(gate.entry_areas().values_list("pk", flat=True))
    return {
        cell: f"{page_of('new', cell.duty.register)}?{urlencode(form_values(cell) | (given or {}))}"
        for cell in found
        if cell.area.pk in enterable and gate.can_in(cell.duty.register, Power.ENTER)
    }


def _owed(cell, urls):
    return Owed(cell, urls[cell], nil_report(cell)) if cell in urls else Owed(cell, "", {})


def form_values(cell):
    """What the cell already says about the record that would answer it."""
    values = {"area": cell.area.pk}
    if cell.duty.date != "date":
        values[cell.duty.date] = f"{cell.period.start:%Y-%m}"
    for condition in cell.duty.where.children:
        if isinstance(condition, tuple) and "__" not in condition[0]:
            values[condition[0]] = condition[1]
    return values


def nil_report(cell):
    """What 零报告 posts. A duty about some records of a register cannot be answered by zero for all of them."""
    if cell.duty.where != Q():
        return {}
    return {
        "url": reverse("figures:nil", args=[cell.duty.register.slug]),
        "area": cell.area.pk,
        "month": f"{cell.period.start:%Y-%m}",
        "every": cell.duty.every,
    }


def reminder(due, *, year):
    """The text that a coordinator sends to the villages: unit by unit, span by span, nothing else."""
    lines = [f"{area.name}：{matters}。" for area, matters in _owed_by_unit(due, year)]
    if not lines:
        return ""
    opening = f"请补报{year}年以下台账，确实没有的请报“零报告”："
    return "\n".join([opening, *lines])


def reminders(due, *, year):
    """[(unit, text)] to send to one unit alone; years are named where they are not `year`."""
    return [
        (area, f"{area.name}：请补报{matters}；确实没有的请报“零报告”。")
        for area, matters in _owed_by_unit(due, year)
    ]


def _owed_by_unit(due, year):
    """[(unit, 财务公开（4月、5月）；矛盾纠纷排查（2月）)] in administrative order."""
    missing = sorted(
        (owed.cell for one in due for owed in one.owed), key=lambda cell: (cell.area.path, cell.duty.key)
    )
    return [
        (area, "；".join(_matters(list(found), year)))
        for area, found in groupby(missing, key=lambda cell: cell.area)
    ]


def _matters(missing, year):
    """[财务公开（4月、5月）] of one unit."""
    for duty, found in groupby(missing, key=lambda cell: cell.duty):
        spans = "、".join(
            dated_words(duty, cell.period, year) for cell in sorted(found, key=lambda cell: cell.period)
        )
        yield f"{matter(duty)}（{spans}）"
