"""The statistics form of people's mediation (司法部人民调解统计报表) for any span, each number with its records.

Counted on the day of acceptance: what came in, by organisation, source and kind. Counted on the day of
closing: how cases ended. 上期结转 + 本期受理 = 本期办结 + 结转下期 holds for the place and for each unit below.
"""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from township.figures.choosing import may_split_by_place, may_take_apart, spokesman
from township.figures.comparison import FEWER, is_withheld
from township.figures.drilldown import drill_url
from township.figures.indicator import indicators
from township.figures.reading import by_area, by_category, read
from township.figures.wording import with_unit
from township.people.roles import Power
from township.records.register import registry

from .models import Dispute, DisputeKind, MediationRule
from .models.dispute import ENTRUSTED, INITIATIVE

BALANCE = ("disputes.carried", "disputes.accepted", "disputes.closed", "disputes.open")
CASES = (*BALANCE, "disputes.people", "disputes.difficult", "disputes.amount", "disputes.sessions")
ENDS = ("disputes.agreed", "disputes.failed", "disputes.withdrawn", "disputes.referred")
FORMS = ("disputes.oral", "disputes.written")
AFTERWARDS = ("disputes.performed", "disputes.confirmed", "disputes.followed_up")
FOUND = (
    "checks.rounds",
    "checks.found",
    "disputes.from_checks",
    "disputes.from_petitions",
    "disputes.from_receptions",
)
SUCCESS = {
    MediationRule.Basis.CONCLUDED: "disputes.success_rate",
    MediationRule.Basis.ACCEPTED: "disputes.success_of_accepted",
}
Origin = Dispute.Origin
# The tree of sources: a group, and the sources that it is made of.
SOURCES = (
    ("依申请调解", Origin.APPLICATION, ()),
    ("主动调解", "disputes.own_initiative", INITIATIVE),
    ("接受委托移送调解", "disputes.entrusted", ENTRUSTED),
)


@dataclass(frozen=True)
class Row:
    """One number of the form, or the words that stand for one too small to be told.

    `level` 1 is a part of the row above it.
    """

    label: str
    value: object
    unit: str
    url: str = ""
    level: int = 0

    @property
    def text(self):
        return self.value if isinstance(self.value, str) else with_unit(self.value, self.unit)


@dataclass(frozen=True)
class Section:
    title: str
    rows: list


@dataclass(frozen=True)
class Balance:
    """上期结转, 本期受理, 本期办结, 结转下期 of one place, as cells (value, address of the records)."""

    name: str
    cells: list


@dataclass(frozen=True)
class Statistics:
    """The filled form: sections of rows, the balance of each place, the rule of the success rate."""

    area: object
    period: object
    sections: list
    balances: list
    rule: str


def statistics(*, area, period, gate):
    """The form for `area` and `period` as far as `gate` reaches."""
    return _Reader(area, period, gate).form()


class _Reader:
    def __init__(self, area, period, gate):
        self.asked = {"area": area, "period": period, "gate": gate}
        self.area, self.period, self.gate = area, period, gate
        self.register = registry.get("disputes")
        self.rule = MediationRule.objects.in_force(area, period.end.year)
        keys = (
            *CASES,
            *ENDS,
            *FORMS,
            *AFTERWARDS,
            *FOUND,
            *SUCCESS.values(),
            *(key for _, key, _ in SOURCES[1:]),
        )
        self.figures = read([indicators.get(key) for key in keys], **self.asked)

    def form(self):
        """The whole form; for whoever may not read cases without what would tell of single ones."""
        whole = may_take_apart(self.gate, self.register)
        return Statistics(
            self.area,
            self.period,
            self.parts() if whole else self.totals(),
            self.balances() if whole else [],
            self.rule.get_success_basis_display(),
        )

    def totals(self):
        """The one figure that speaks for the register: two could be subtracted."""
        row = self.figure(spokesman(self.register).key)
        return [Section("案件数", [replace(row, value=FEWER) if is_withheld(row.value) else row])]

    def parts(self):
        accepted = self.split("kind")
        return [
            Section("案件数", [self.figure(key) for key in CASES]),
            Section(
                "调解结果",
                [*(self.figure(key) for key in ENDS), self.figure(SUCCESS[self.rule.success_basis])],
            ),
            Section("协议形式", [self.figure(key) for key in FORMS]),
            Section("履行、确认、回访", [self.figure(key) for key in AFTERWARDS]),
            Section("调解组织（本期受理）", self.rows("organisation", Dispute.Organisation)),
            Section("案件来源（本期受理）", self.sources()),
            Section("案件分类（本期受理）", self.rows("kind", DisputeKind, accepted)),
            Section("排查和转来（与件数不相加）", [self.figure(key) for key in FOUND]),
        ]

    def figure(self, key, label="", level=0):
        figure = self.figures[key]
        one = figure.indicator
        url = drill_url(one, area=self.area, period=self.period) if self.links(one) else ""
        return Row(label or one.label, figure.value, one.unit, url, level)

    def links(self, indicator):
        """Whether the user may read the records behind it: the county sees numbers alone."""
        return self.gate.can_in(indicator.register, Power.READ)

    def split(self, field):
        """{label: accepted cases} along a field of the case."""
        return by_category(replace(indicators.get("disputes.accepted"), category=field), **self.asked)

    def rows(self, field, choices, values=None):
        """A row for each choice in its order, 0 included, and one for what was not filled in."""
        values = self.split(field) if values is None else values
        return [
            *(self.part(field, key, label, values) for key, label in choices.choices),
            *self.unfilled(values),
        ]

    def part(self, field, key, label, values, level=0):
        accepted, url = indicators.get("disputes.accepted"), ""
        if self.links(accepted):
            query = urlencode({field: key})
            url = f"{drill_url(accepted, area=self.area, period=self.period)}&{query}"
        return Row(label, values.get(label, 0), self.register.unit, url, level)

    def sources(self):
        values = self.split("origin")
        rows = []
        for label, whole, parts in SOURCES:
            if not parts:
                rows.append(self.part("origin", whole, Origin(whole).label, values))
                rows[-1] = replace(rows[-1], label=label)
                continue
            rows.append(self.figure(whole, label))
            rows += [self.part("origin", one, Origin(one).label, values, level=1) for one in parts]
        return [*self.named_apart(rows), *self.unfilled(values)]

    @staticmethod
    def named_apart(rows):
        """A source that is called as its group is what the group has beside the others."""
        return [
            replace(row, label=f"其他{row.label}") if row.level and row.label == "主动调解" else row
            for row in rows
        ]

    def unfilled(self, values):
        return [Row("未填", values["未填"], self.register.unit)] if values.get("未填") else []

    def balances(self):
        wanted = [indicators.get(key) for key in BALANCE]
        whole = Balance(
            self.area.name, [self.cell(self.figures[one.key].value, one, self.area) for one in wanted]
        )
        if not may_split_by_place(self.gate, self.register, self.area):
            return [whole]
        values = by_area(wanted, **self.asked)
        units = [
            Balance(
                unit.choice_label if unit == self.area else unit.name,
                [
                    self.cell(values[one.key][unit], one, unit, only_itself=unit == self.area)
                    for one in wanted
                ],
            )
            for unit in values[BALANCE[0]]
        ]
        return [*units, replace(whole, name="合计")]

    def cell(self, value, indicator, area, **part):
        url = drill_url(indicator, area=area, period=self.period, **part) if self.links(indicator) else ""
        return value, url
