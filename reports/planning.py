"""From last year's report to this year's tasks: its plans become plan items, which this year's text answers."""

from dataclasses import dataclass, replace

from django.db import transaction
from django.utils import timezone

from township.figures.models import PlanItem
from township.figures.progress import measure
from township.figures.registers import PlanItems
from township.records.history import differences, note, snapshot
from township.records.models import Change, State

from .models import AnnualReport
from .proofing.binding import indicators_for, propose
from .proofing.draft import last_year_of, learned_by, mark_of, plan_items, prove
from .proofing.planned import SURE, planned_in
from .proofing.quantities import quantities

TITLE, BASIS = (PlanItem._meta.get_field(name).max_length for name in ("title", "basis"))


@dataclass(frozen=True)
class Proposed:
    """One sentence of last year's plans; `indicator` and `target` are the figure it names, `item` its task."""

    text: str
    indicator: object = None
    target: int | None = None
    item: PlanItem | None = None

    @property
    def id(self):
        return mark_of(self.text)

    @property
    def title(self):
        return self.text if len(self.text) <= TITLE else f"{self.text[: TITLE - 1]}…"


def proposals(report):
    """[Proposed] of all that last year's report planned for the year of `report`."""
    known, learned = indicators_for(report.area), learned_by(report.area)
    taken = {item.title: item for item in PlanItem.objects.exclude(state=State.VOIDED).filter(**_key(report))}
    found = [
        Proposed(text, *_figure_in(text, known, learned))
        for text in dict.fromkeys(planned_in(last_year_of(report)))
    ]
    return [replace(one, item=taken.get(one.title)) for one in found]


def _key(report):
    """What the tasks that come from last year's report have in common."""
    return {"area": report.area, "year": report.year, "plan": PlanItem.Plan.LAST_REPORT}


def _figure_in(text, known, learned):
    """(indicator, target) of the first figure that a sentence surely names; (None, None) without one."""
    figures = [one for one in quantities(text) if one.is_figure]
    proposed = propose(text, figures, known, learned=learned)
    for figure in figures:
        likely = proposed[figure][:1]
        if likely and likely[0].score >= SURE and figure.number == int(figure.number) >= 1:
            return likely[0].indicator, int(figure.number)
    return None, None


@transaction.atomic
def take_over(report, chosen, *, office, by):
    """Make a task of each chosen sentence that has none yet; returns those that were made."""
    before = AnnualReport.objects.filter(area=report.area, year=report.year - 1).first()
    made = []
    for one in chosen:
        if one.item is None:
            item = _item(report, one, office, before, by)
            item.full_clean()
            item.save()
            note(item, Change.Action.SUBMITTED, by=by, details=differences(None, snapshot(item)))
            made.append(item)
    return made


def _item(report, proposed, office, before, by):
    item = PlanItem(
        **_key(report),
        keeper=report.area,
        title=proposed.title,
        office=office,
        date=timezone.localdate(),
        deadline=report.span.end,
        indicator=proposed.indicator.key if proposed.indicator else "",
        target=proposed.target,
        basis=before.title[:BASIS] if before else "",
        note="" if proposed.title == proposed.text else proposed.text,
        state=State.SUBMITTED,
        created_by=by,
        updated_by=by,
    )
    PlanItems.prepare(item, by=by)
    return item


# Answers ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Answer:
    """One task that comes from last year's report: whether the text comes back to it, and what it could say."""

    item: PlanItem
    is_told: bool
    sentence: str


def answers(report, *, gate):
    """[Answer] of the year's tasks from last year's report, those that the text leaves out first."""
    items = plan_items(report)
    measure(items, gate=gate)
    left = {one.title for one in prove(report).unanswered}
    found = [Answer(item, item.title not in left, ready_sentence(item)) for item in items]
    return sorted(found, key=lambda one: one.is_told)


def ready_sentence(item):
    """What the text could say about a task: its own account, its figure, that it is done; else nothing."""
    if item.account.strip():
        return f"{item.account.strip().rstrip('。')}。"
    if indicator := item.answered_by:
        return f"去年安排的“{item.title}”，全年完成{{{{{indicator.label}}}}}{indicator.unit}。"
    if item.stage == PlanItem.Stage.DONE:
        return f"去年安排的“{item.title}”已经完成。"
    return ""
