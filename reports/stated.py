"""What a township's locked texts say: of each figure and span, by whom, and where they disagree."""

from collections import defaultdict
from dataclasses import dataclass

from township.figures.indicator import indicators
from township.figures.period import Period
from township.figures.wording import with_unit

from .models import Revision
from .papers.spans import named


@dataclass(frozen=True)
class Statement:
    """That a locked text says `value` of a figure."""

    revision: Revision
    value: object
    unit: str

    @property
    def text(self):
        return with_unit(self.value, self.unit)


@dataclass(frozen=True)
class Said:
    """All that is said of one figure for one span."""

    label: str
    unit: str
    period: Period
    statements: tuple

    @property
    def span(self):
        return named(self.period)

    @property
    def values(self):
        return {one.value for one in self.statements}

    @property
    def agrees(self):
        return len(self.values) == 1


def latest_revisions(area):
    """The last locked revision of each text of a township, the text locked last first."""
    rows = Revision.objects.filter(report__area=area).select_related("report", "report__area")
    found = {}
    for revision in rows.defer("pdf", "text", "filled_text").order_by("-ordinal"):
        found.setdefault(revision.report_id, revision)
    return sorted(found.values(), key=lambda one: (one.locked_at, one.pk), reverse=True)


def everything_said(area):
    """[Said] of all figures that any locked text quotes, in the order of the menu, the newest span first."""
    known, found = indicators.for_area(area), defaultdict(list)
    for revision in latest_revisions(area):
        for row in revision.figures:
            found[row["key"], _span(row["key"], revision.period, known)].append((revision, row))
    place = {one.key: number for number, one in enumerate(known.all())}
    said = [
        (place.get(key, len(place)), -rows[0][0].cutoff.toordinal(), _said(rows))
        for (key, _), rows in found.items()
    ]
    return [one for *_, one in sorted(said, key=lambda row: row[:2])]


def _span(key, period, known):
    """What makes two statements ones of the same thing: the span, of a stock its last day alone."""
    indicator = known.get(key)
    return period.end if indicator and indicator.is_stock else period


def _said(rows):
    revision, row = rows[0]
    statements = tuple(Statement(one, figure["value"], figure["unit"]) for one, figure in rows)
    return Said(row["label"], row["unit"], revision.period, statements)


def stated_elsewhere(manuscript):
    """{key: [(title, value, unit)]} of what the township's other locked texts say of the same span."""
    known, found = indicators.for_area(manuscript.area), defaultdict(list)
    for revision in latest_revisions(manuscript.area):
        if revision.report_id == manuscript.pk:
            continue
        for row in revision.figures:
            same = _span(row["key"], revision.period, known) == _span(row["key"], manuscript.period, known)
            if same and row["value"] is not None:
                found[row["key"]].append((revision.title, row["value"], row["unit"]))
    return dict(found)
