"""What proves each item and what it still lacks, read anew each time through the gate of whoever looks."""

from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from itertools import groupby

from django.urls import reverse

from township.figures.choosing import may_see
from township.figures.drilldown import drill_url
from township.figures.indicator import indicators
from township.figures.period import Period
from township.figures.reading import read, records_behind
from township.figures.wording import number
from township.figures.years import years_of
from township.people.roles import Power
from township.records.models import Citation, State
from township.records.register import registry
from township.records.views.files import may_open, power_for_files

from .models import Item, Tie
from .reach import items_for, own_items

FILES_NEEDED = ("", Item.Method.PAPERS)


class Standing(Enum):
    """How far an item is proven (fields.md F, 状态)."""

    COMPLETE = "已齐"
    WANTING = "缺材料"
    NOT_APPLICABLE = "不适用"


@dataclass(frozen=True)
class Proof:
    """One tie as it reads now: `text` its value, `url` the way to its records, `files` those that may be opened.

    `lacking` is the sentence about what is not there yet; `value` the figure of an indicator. Of what is
    `hidden` from the reader nobody can say whether it is complete.
    """

    tie: Tie
    label: str
    text: str = ""
    url: str = ""
    files: int = 0
    lacking: str = ""
    value: object = None
    hidden: bool = False


@dataclass
class Proven:
    """One item with its proofs, and what they amount to."""

    item: Item
    proofs: list = field(default_factory=list)

    @property
    def files(self):
        return sum(proof.files for proof in self.proofs)

    @property
    def current(self):
        """The figure that stands against the target: the first indicator's."""
        return next((one for one in self.proofs if one.tie.kind == Tie.Kind.INDICATOR), None)

    @cached_property
    def lacking(self):
        """Sentences about what is missing, none when all is there."""
        item = self.item
        if item.not_applicable:
            return []
        if not self.proofs:
            return ["还没有对应指标、台账或材料。"]
        found = [proof.lacking for proof in self.proofs if proof.lacking]
        if any(proof.hidden for proof in self.proofs):
            return found
        if item.target and self.current and (self.current.value or 0) < item.target:
            found.append(f"目标 {item.target}，现在 {number(self.current.value)}。")
        if not self.files and item.method in FILES_NEEDED:
            found.append("对应的记录里还没有可以打包的材料。")
        return found

    @property
    def standing(self):
        if self.item.not_applicable:
            return Standing.NOT_APPLICABLE
        return Standing.WANTING if self.lacking else Standing.COMPLETE


def span_of_tie(tie, whole):
    """The days that a tie counts: its own, else the statistical year of the assessment."""
    return Period(tie.start or whole.start, tie.end or max(whole.end, tie.start or whole.end))


def proven(items, *, gate, assessment):
    """[Proven] of the items in their order; one reading of figures for each span however many items there are."""
    items = list(items)
    ties = list(Tie.objects.filter(item__in=items).select_related("attachment__keeper"))
    reading = Reading(assessment, gate, ties)
    of_item = defaultdict(list)
    for item in items:
        item.assessment = assessment
    for tie in ties:
        of_item[tie.item_id].append(reading.proof(tie))
    return [Proven(item, of_item[item.pk]) for item in items]


class Reading:
    """The ties of one assessment for one reader; what several items share is read once."""

    def __init__(self, assessment, gate, ties):
        self.assessment, self.gate, self.ties = assessment, gate, ties
        self.area, self.known = assessment.area, indicators.for_area(assessment.area)
        self.registers = registry.for_area(self.area)
        self.year = years_of(self.area).span(assessment.year)
        self._counts = {}

    def proof(self, tie):
        return getattr(self, f"_{tie.kind}")(tie)

    def records(self, tie):
        """(register, records) behind a tie that the user may open the files of; None where it has none."""
        register, behind = self._behind(tie)
        if register is None:
            return None
        readable = self.gate.records(register, power_for_files(register))
        return register, readable.filter(pk__in=behind)

    def _behind(self, tie):
        """(register, ids or a query of ids) of a tie, whoever asks."""
        if tie.kind == Tie.Kind.INDICATOR:
            indicator = self.known.get(tie.key)
            if indicator is None:
                return None, ()
            found = records_behind(indicator, area=self.area, period=self.period(tie), gate=self.gate)
            return indicators.listed(indicator).register, found.values("pk")
        register = self.registers.get(tie.key)
        if register is None:
            return None, ()
        if tie.kind == Tie.Kind.RECORD:
            return register, [tie.record_id]
        period = self.period(tie)
        return register, register.model.objects.countable().between(period.start, period.end).values("pk")

    def period(self, tie):
        return span_of_tie(tie, self.year)

    @cached_property
    def figures(self):
        """{(key, span): Figure} of all indicators that the ties name and the reader may see."""
        wanted = defaultdict(dict)
        for tie in self.ties:
            indicator = self.known.get(tie.key) if tie.kind == Tie.Kind.INDICATOR else None
            if indicator and may_see(self.gate, indicator.register, self.area):
                wanted[self.period(tie)][tie.key] = indicator
        found = {}
        for period, those in wanted.items():
            figures = read(list(those.values()), area=self.area, period=period, gate=self.gate)
            found |= {(key, period): figures[key] for key in those}
        return found

    def files(self, tie):
        """How many files the tie's records have, each once."""
        key = (tie.kind, tie.key, tie.record_id, self.period(tie))
        if key not in self._counts:
            found = self.records(tie)
            self._counts[key] = (
                Citation.objects.filter(register=found[0].slug, record_id__in=found[1].values("pk"))
                .values("attachment")
                .distinct()
                .count()
                if found
                else 0
            )
        return self._counts[key]

    # One kind each ------------------------------------------------------------------------------

    def _indicator(self, tie):
        indicator, period = self.known.get(tie.key), self.period(tie)
        if indicator is None:
            return Proof(tie, "已停用的指标", lacking="对应的指标已经停用，请另选。")
        figure = self.figures.get((tie.key, period))
        if figure is None:
            return Proof(tie, indicator.label, "没有权限查看", hidden=True)
        links = self.gate.can_in(indicator.register, Power.READ)
        url = drill_url(indicator, area=self.area, period=period) if links else ""
        missing = "" if figure.value is not None else f"“{indicator.label}”还没有记录，也没有报零。"
        text = "未填" if figure.value is None else figure.text
        return Proof(tie, indicator.label, text, url, self.files(tie), missing, figure.value)

    def _register(self, tie):
        register, period = self.registers.get(tie.key), self.period(tie)
        if register is None or not self.gate.can_in(register, Power.READ):
            return Proof(tie, register.label if register else "已停用的台账", "没有权限查看", hidden=True)
        records = self.gate.records(register).countable().between(period.start, period.end)
        count = records.count()
        query = f"?start={period.start}&end={period.end}"
        missing = "" if count else f"“{register.label}”{period}没有记录。"
        url = reverse("records:list", args=[register.slug]) + query
        return Proof(
            tie, f"{register.label}（{period}）", f"{count}{register.unit}", url, self.files(tie), missing
        )

    def _record(self, tie):
        register = self.registers.get(tie.key)
        readable = register and self.gate.can_in(register, Power.READ)
        record = self.gate.records(register).filter(pk=tie.record_id).first() if readable else None
        if record is None:
            return Proof(tie, register.label if register else "记录", "没有权限查看", hidden=True)
        gone = record.state == State.VOIDED
        missing = f"“{record}”已经作废，请另选。" if gone else ""
        url = reverse("records:detail", args=[register.slug, record.pk])
        return Proof(tie, f"{register.label}：{record}", f"{record.date}", url, self.files(tie), missing)

    def _file(self, tie):
        attachment = tie.attachment
        if not may_open(attachment, self.gate):
            return Proof(tie, "材料", "没有权限查看", hidden=True)
        url = reverse("records:file", args=[attachment.pk])
        return Proof(tie, attachment.name, "", url, 1)


@dataclass(frozen=True)
class Waiting:
    """What one assessment still wants of one person: `number` items, the first of them due on `due_on`."""

    assessment: object
    number: int
    due_on: object


def waiting_for(gate):
    """[Waiting] of assessments that the county has not scored yet, one line each."""
    items = items_for(gate).filter(pk__in=own_items(gate).values("pk"), county_points=None, not_applicable="")
    items = (
        items.select_related("assessment__area")
        .defer("assessment__content")
        .order_by("assessment", "position")
    )
    found = []
    for assessment, group in groupby(items, key=lambda item: item.assessment):
        rows = proven(group, gate=gate, assessment=assessment)
        left = [one.item for one in rows if one.lacking or one.item.own_points is None]
        days = [item.due_on for item in left if item.due_on]
        if left:
            found.append(Waiting(assessment, len(left), min(days, default=None)))
    return found
