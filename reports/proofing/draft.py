"""数据核对 of a report in the portal: its proof in places of its own text, what is waived, what is still open."""

import hashlib
import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from township.figures.models import PlanItem
from township.figures.wording import STEPS, rounded_down, with_unit

from ..models import AnnualReport, LearnedWording, TypedFigure, Waiver
from ..stated import stated_elsewhere
from ..tables import is_table
from ..tokens import TABLE, tokens_of
from ..writing import write_report
from .binding import wording
from .checks import Severity, all_checks
from .planned import Planned, unanswered
from .proof import proof

QUOTED, MESSAGE, TYPED = 200, 300, 40


@dataclass(frozen=True)
class Noted:
    """A finding on a report's draft at its place there. `edits` [(start, end, text)] mend it; `waiver` may let it stand."""

    finding: object
    label: str
    quote: str
    start: int
    end: int
    edits: tuple = ()
    waiver: Waiver | None = None

    @property
    def id(self):
        return mark_of(self.finding.check, self.quote, self.finding.message)

    @property
    def is_open_error(self):
        return self.finding.severity == Severity.ERROR and self.waiver is None


@dataclass(frozen=True)
class Typed:
    """A figure typed by hand, at its place in the draft, with its source once it has one and the likeliest indicator."""

    bound: object
    wording: str
    start: int
    end: int
    source: str = ""
    token: str = ""

    @property
    def id(self):
        return mark_of(self.wording, self.text)

    @property
    def text(self):
        return self.bound.quantity.text[:TYPED]

    @property
    def ledger(self):
        """The value that stands in the ledger, with its unit; empty without an indicator."""
        if self.bound.indicator is None:
            return ""
        if self.bound.value is None:
            return "未填"
        return with_unit(self.bound.value, self.bound.indicator.unit)


@dataclass(frozen=True)
class DraftProof:
    """The proof of a draft: findings noted, figures typed by hand, plans it does not come back to."""

    noted: list = field(default_factory=list)
    typed: list = field(default_factory=list)
    unanswered: list = field(default_factory=list)

    @property
    def open_errors(self):
        return [one for one in self.noted if one.is_open_error]

    @property
    def unsourced(self):
        return [one for one in self.typed if not one.source]

    @property
    def obstacle(self):
        """The sentence that keeps the draft from 定稿锁定, empty when nothing does."""
        parts = []
        if self.open_errors:
            parts.append(f"还有{len(self.open_errors)}处应改的没有改，也没有写明原因")
        if self.unsourced:
            parts.append(f"还有{len(self.unsourced)}个手写的数字没有确认出处")
        return "；".join(parts)


def prove(report, written=None):
    """The proof of a report's draft as it reads now."""
    written = written or write_report(report)
    paper, items = report.paper, tasks_of_the_year(report)
    found = proof(
        provable(written),
        area=report.area,
        year=report.year,
        title=report.title,
        cutoff=report.cutoff,
        last_year=last_year_of(report),
        plans=_plans(items),
        marks=written.marks,
        learned=learned_by(report.area),
        start=report.period.start,
        settled={key: row["value"] for key, row in written.taken.items()},
        stated=stated_elsewhere(report),
        unasked=paper.unasked,
        required=paper.required,
        titles=[one.title for one in items],
    )
    places = Places(report.text, written)
    return DraftProof(_noted(report, found, places), _typed(report, found, places), unanswered(found.paper))


def provable(written):
    """The filled text as far as it is prose: tables, whose figures are read, and the marks of internal
    paragraphs give way to blanks of the same length."""
    text = written.text
    for start, end, key in written.marks:
        if key == TABLE:
            text = text[:start] + re.sub(r"[^\n]", "　", text[start:end]) + text[end:]
    for token in tokens_of(text):
        if is_table(token):
            text = text[: token.start] + "　" * (token.end - token.start) + text[token.end :]
    return re.sub(r"^(\s*)【内部】", r"\1　　　　", text, flags=re.MULTILINE)


def mark_of(*parts):
    """A short mark that a page sends back to say which finding or figure it means."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def learned_by(area):
    """{(wording, unit): key} that the township has accepted."""
    rows = LearnedWording.objects.filter(area=area).values_list("wording", "unit", "indicator")
    return {(said, unit): key for said, unit, key in rows}


def _plans(items):
    """What last year's report planned, as it was taken into the year's tasks; None where nobody has done that."""
    return [Planned(one.title, one.indicator) for one in _from_last_report(items)] or None


def tasks_of_the_year(report):
    """The tasks of a report's place and year, whatever they come from."""
    items = PlanItem.objects.countable().filter(area__path__startswith=report.area.path, year=report.year)
    return list(items.order_by("pk"))


def plan_items(report):
    """The year's tasks that come from last year's report."""
    return _from_last_report(tasks_of_the_year(report))


def _from_last_report(items):
    return [one for one in items if one.plan == PlanItem.Plan.LAST_REPORT]


def last_year_of(report):
    """The text of the year before as it was locked last, else as it stands."""
    before = AnnualReport.objects.filter(area=report.area, year=report.year - 1).first()
    if before is None:
        return ""
    latest = before.latest_revision()
    return latest.filled_text if latest else before.text


# Places -----------------------------------------------------------------------------------------------


class Places:
    """From places in the filled text to places in the draft with its tokens."""

    def __init__(self, text, written):
        unfilled = {(problem.start, problem.end) for problem in written.problems}
        tokens = [token for token in tokens_of(text) if (token.start, token.end) not in unfilled]
        self.pairs = [
            (start, end, token.start, token.end)
            for (start, end, _), token in zip(written.marks, tokens, strict=True)
        ]

    def of(self, place, *, is_end=False):
        """The draft's place for one in the filled text; inside a figure it is the token's edge."""
        shift = 0
        for start, end, first, last in self.pairs:
            if place <= start:
                break
            if place < end:
                return last if is_end else first
            shift = last - end
        return place + shift

    def span(self, start, end):
        return self.of(start), self.of(end, is_end=True)


def _edits(finding, said, places):
    """What a mend changes, in places of the draft: figures inside it stay tokens."""
    if finding.replacement is None:
        return ()
    matcher = SequenceMatcher(None, said, finding.replacement, autojunk=False)
    return tuple(
        (*places.span(finding.start + a, finding.start + b), finding.replacement[c:d])
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    )


# Findings and figures ---------------------------------------------------------------------------------


def _noted(report, found, places):
    labels = {one.key: one.label for one in all_checks()}
    waivers = {(one.check_key, one.quote, one.message): one for one in report.waivers.select_related("by")}
    noted = []
    for finding in found.findings:
        said = found.paper.text[finding.start : finding.end]
        quote = said[:QUOTED]
        noted.append(
            Noted(
                finding,
                labels[finding.check],
                quote,
                *places.span(finding.start, finding.end),
                _edits(finding, said, places),
                waivers.get((finding.check, quote, finding.message[:MESSAGE])),
            )
        )
    return noted


def _typed(report, found, places):
    sources = {(one.wording, one.text): one.source for one in report.typed_figures.all()}
    typed = []
    for bound in found.bound:
        if bound.by_token:
            continue
        figure = bound.quantity
        said = wording(found.paper.text, figure)
        typed.append(
            Typed(
                bound,
                said,
                *places.span(figure.start, figure.end),
                sources.get((said, figure.text[:TYPED]), ""),
                token_for(bound),
            )
        )
    return typed


def token_for(bound):
    """What takes the place of a typed figure so that it is filled from the ledger; empty where nothing can.

    Figures in words (每月, 未发生) stay as they are written, and so do rates and amounts in another unit.
    """
    figure = bound.quantity
    if bound.indicator is None or bound.value is None or not bound.comparable or not figure.text[0].isdigit():
        return ""
    if figure.unit != bound.indicator.unit and figure.unit in ("万元", "亿元"):
        return ""
    rest = (
        figure.text[figure.text.rindex(figure.unit) :] if figure.unit and figure.unit in figure.text else ""
    )
    return f"{{{{{bound.indicator.label}{_rounding(bound)}}}}}{rest}"


def _rounding(bound):
    """|余:百 where the figure is written so, by the step that the number shows."""
    if bound.quantity.approximation != "over":
        return ""
    number = int(bound.quantity.number)
    steps = [name for name, step in STEPS.items() if number % step == 0]
    fitting = [name for name in steps if rounded_down(bound.value, name) == f"{number}余"]
    return f"|余:{(fitting or steps or ['十'])[-1]}"


# What people decide -----------------------------------------------------------------------------------


def waive(report, noted, *, reason, by):
    """Let a finding stand for `reason`; a second reason replaces the first."""
    Waiver.objects.update_or_create(
        report=report,
        check_key=noted.finding.check,
        quote=noted.quote,
        message=noted.finding.message[:MESSAGE],
        defaults={"reason": reason, "by": by},
    )


def give_source(report, figures, *, source, by):
    """Write down where typed figures come from, all in one step."""
    for one in {(figure.wording, figure.text) for figure in figures}:
        TypedFigure.objects.update_or_create(
            report=report, wording=one[0], text=one[1], defaults={"source": source, "by": by}
        )


def learn(area, figures, *, by):
    """Remember how the township speaks of the indicators behind accepted figures."""
    for figure in figures:
        if figure.wording:
            LearnedWording.objects.update_or_create(
                area=area,
                wording=figure.wording,
                unit=figure.bound.quantity.unit,
                defaults={"indicator": figure.bound.indicator.key, "by": by},
            )
