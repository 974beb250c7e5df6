"""数据核对 of one text: quantities, the indicators behind them, the ledger's values, findings."""

import datetime
import re
from dataclasses import dataclass, field

from township.figures.period import Period
from township.figures.reading import read
from township.figures.years import years_of

from .binding import Proposal, indicators_for, propose
from .checks import all_checks
from .paper import Paper, day_of, year_of
from .planned import Planned, planned_in
from .quantities import quantities

# 12月4日开展1场, 甲村开展1场: what is told of a day, a quarter or a village is no figure of the year.
PARTIAL = re.compile(
    r"\d月|[一二三四]季度|上半年|下半年|同比|[较比](?:上年|去年)|去年|上年(?!结转)|每(?:个)?村|平均"
)


@dataclass(frozen=True)
class Bound:
    """A figure and what may be behind it; the first proposal counts. `value` is the ledger's, None if unknown.

    `by_token` says that the text quotes the indicator itself; `comparable` that the figure is one of the
    report's whole span, so that the ledger's value has to be the same.
    """

    quantity: object
    proposals: tuple
    value: object = None
    by_token: bool = False
    comparable: bool = True

    @property
    def indicator(self):
        return self.proposals[0].indicator if self.proposals else None

    @property
    def score(self):
        return self.proposals[0].score if self.proposals else None


@dataclass(frozen=True)
class Proof:
    """What was found about a text."""

    paper: Paper
    quantities: list = field(default_factory=list)
    bound: list = field(default_factory=list)
    findings: list = field(default_factory=list)


def proof(
    text,
    *,
    area,
    year=None,
    day=None,
    title="",
    cutoff=None,
    last_year="",
    plans=None,
    marks=(),
    learned=None,
    start=None,
    settled=None,
    stated=None,
    unasked=(),
    required=(),
    titles=(),
):
    """Everything about `text`, a report of `area`.

    Without `year` the one in the text is taken, without `day` that of the signature, else the year's last.
    `plans` are what was planned for the year, by default what `last_year` says. `marks` are [(start, end, key)]
    of figures that tokens put there; `learned` see `propose`. `start` is the first day counted, that of the
    statistical year by default. `settled` {key: value} goes before the ledger's, `stated` is what other locked
    texts say of the same span. `unasked` checks are left out; `required` are the parts the text must have, where
    those of the annual report are not asked for. `titles` are those of tasks, whose numbers are nothing to source.
    """
    paper = _paper(text, area, year, day, title, cutoff, last_year)
    paper.plans = [Planned(one) for one in planned_in(last_year)] if plans is None else plans
    paper.start, paper.stated, paper.required = start, stated or {}, required
    paper.quantities = quantities(text, titles)
    paper.bound = _bound(paper, marks, learned, settled or {})
    findings = [finding for one in all_checks() if one.key not in unasked for finding in one.findings(paper)]
    return Proof(paper, paper.quantities, paper.bound, findings)


def _paper(text, area, year, day, title, cutoff, last_year):
    year = year or year_of(text) or (day or datetime.date.today()).year
    paper = Paper(text, area, year, day or datetime.date(year, 12, 31), title, last_year=last_year)
    if day is None and paper.signed_on:
        paper.day = paper.signed_on
    paper.cutoff = cutoff or stated_cutoff(text, year) or years_of(area).span(year).end
    return paper


def stated_cutoff(text, year):
    """The last day that figures are taken over as the text itself states it (截至11月底); None without."""
    found = re.search(rf"截[至止]到?(?:{year}年)?(\d{{1,2}})月(?:(\d{{1,2}})日|底|末)", text)
    if found:
        month = int(found[1])
        if 1 <= month <= 12:
            end = Period.month(year, month).end
            stated = day_of(f"{year}年{month}月{found[2]}日") if found[2] else end
            return stated or end
    return None


def _bound(paper, marks, learned, settled):
    figures = [one for one in paper.quantities if one.is_figure]
    known = indicators_for(paper.area)
    proposals = propose(paper.text, figures, known, learned=learned)
    tokens = dict(_tokens(figures, marks))
    by_key = {indicator.key: indicator for indicator in known}
    first = {
        figure: by_key.get(tokens.get(figure.start))
        or (proposals[figure][0].indicator if proposals[figure] else None)
        for figure in figures
    }
    wanted = list({one.key: one for one in first.values() if one}.values())
    read_now = read(wanted, area=paper.area, period=paper.period) if wanted else {}
    values = {key: settled.get(key, figure.value) for key, figure in read_now.items()}
    return [
        _one(paper, figure, proposals[figure], first[figure], values, figure.start in tokens)
        for figure in figures
    ]


def _tokens(figures, marks):
    """(start of a figure, key) of the figures that tokens put into the text."""
    for start, end, key in marks:
        for figure in figures:
            if figure.start < end and start < figure.end:
                yield figure.start, key


def _one(paper, figure, proposals, indicator, values, by_token):
    if by_token and indicator:
        proposals = [Proposal(indicator, 1.0)]
    value = values[indicator.key] if indicator else None
    return Bound(figure, tuple(proposals), value, by_token, is_comparable(paper, figure))


def is_comparable(paper, figure):
    """Whether a figure is one of the report's whole span and place."""
    sentence = paper.sentence_at(figure.start)
    said = sentence.text[: figure.start - sentence.start]
    said = re.sub(r"截[至止]到?(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底|末)", "", said)
    other_year = re.search(rf"(?<!\d)(?!{paper.year})(?:19|20)\d{{2}}年", said)
    of_a_village = any(name in said for name in paper.villages)
    return not (paper.is_planned(figure.start) or other_year or of_a_village or PARTIAL.search(said))
