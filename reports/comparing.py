"""Comparing two states of reports (a draft, a locked revision, another year's): text side by side, and figures."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from django.urls import reverse

from township.figures.indicator import indicators
from township.figures.reading import read, records_behind
from township.figures.wording import with_unit
from township.records.models import Change

from .confirming import plain
from .writing import write_report

# Below this likeness two paragraphs are different ones, and nothing is gained by marking letters.
ALIKE = 0.4


@dataclass(frozen=True)
class Side:
    """One state: `key` in addresses, its name, its text with the figures in place, and {key: figure row}."""

    key: str
    name: str
    text: str
    figures: dict


@dataclass(frozen=True)
class Row:
    """Paragraphs side by side as pieces [(text, changed)]; an empty side has no paragraph there."""

    left: list
    right: list

    @property
    def changed(self):
        return self.left != self.right


@dataclass(frozen=True)
class FigureRow:
    """One figure on both sides; `None` where a side does not quote it."""

    label: str
    unit: str
    left: object
    right: object

    @property
    def left_text(self):
        return "" if self.left is None else with_unit(self.left, self.unit)

    @property
    def right_text(self):
        return "" if self.right is None else with_unit(self.right, self.unit)


def draft_side(report):
    """The report as it reads now."""
    written = write_report(report)
    figures = {
        key: {"label": one.indicator.label, "unit": one.indicator.unit, "value": plain(one.value)}
        for key, one in written.figures.items()
    }
    return Side(f"{report.pk}", f"{report.short_name} 现在的正文", written.text, figures)


def revision_side(revision):
    """A locked revision as it was frozen."""
    report = revision.report
    return Side(
        f"{report.pk}:{revision.ordinal}",
        f"{report.short_name} 第{revision.ordinal}稿",
        revision.filled_text,
        {row["key"]: row for row in revision.figures},
    )


def text_rows(left, right):
    """[Row] of two texts, paragraph by paragraph, with the changed letters marked."""
    old, new = _paragraphs(left), _paragraphs(right)
    rows = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            rows += [Row([(line, False)], [(line, False)]) for line in old[i1:i2]]
            continue
        for place in range(max(i2 - i1, j2 - j1)):
            before = old[i1 + place] if i1 + place < i2 else ""
            after = new[j1 + place] if j1 + place < j2 else ""
            rows.append(_marked(before, after))
    return rows


def _paragraphs(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


def _marked(before, after):
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if not before or not after or matcher.ratio() < ALIKE:
        return Row([(before, True)] if before else [], [(after, True)] if after else [])
    left, right = [], []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        changed = tag != "equal"
        left += [(before[i1:i2], changed)] if i2 > i1 else []
        right += [(after[j1:j2], changed)] if j2 > j1 else []
    return Row(left, right)


def figure_rows(left, right):
    """[FigureRow] of all figures that either side quotes and that differ, in the order of the left side."""
    rows = []
    for key in {**left.figures, **right.figures}:
        row = left.figures.get(key) or right.figures[key]
        values = [side.figures[key]["value"] if key in side.figures else None for side in (left, right)]
        if values[0] != values[1] or (key in left.figures) != (key in right.figures):
            rows.append(FigureRow(row["label"], row["unit"], *values))
    return rows


@dataclass(frozen=True)
class Drift:
    """A locked figure that would read differently today, with the records that came, went or were changed.

    Each is (title, address); what is no longer there at all has no address. `changed` are those that it counts
    then and now, and whose contents somebody has changed in between.
    """

    label: str
    unit: str
    frozen: object
    now: object
    came: list
    went: list
    changed: list

    @property
    def frozen_text(self):
        return with_unit(self.frozen, self.unit)

    @property
    def now_text(self):
        return "未填" if self.now is None else with_unit(self.now, self.unit)


# Acts that change what a record says, not only where it stands.
CHANGING = (Change.Action.EDITED, Change.Action.CORRECTED, Change.Action.MERGED)


def drifts(revision):
    """[Drift] of a locked revision: what would differ if its figures were read today, and by which records."""
    visible = indicators.for_area(revision.report.area)
    known = {row["key"]: visible.get(row["key"]) for row in revision.figures}
    asked = {"area": revision.report.area, "period": revision.period}
    now = read([one for one in known.values() if one], **asked)
    return [
        _drift(revision, row, known[row["key"]], plain(now[row["key"]].value), asked)
        for row in revision.figures
        if known[row["key"]] and plain(now[row["key"]].value) != row["value"]
    ]


def _drift(revision, row, indicator, now, asked):
    before = set(row["records"])
    after = set(records_behind(indicator, **asked).values_list("pk", flat=True))
    edits = Change.objects.filter(
        register=row["register"], record_id__in=before & after, at__gt=revision.locked_at, action__in=CHANGING
    )
    return Drift(
        row["label"],
        row["unit"],
        row["value"],
        now,
        came=_places(indicator, after - before),
        went=_places(indicator, before - after),
        changed=_places(indicator, set(edits.values_list("record_id", flat=True))),
    )


def _places(indicator, ids):
    """[(title, address)] of records, the newest first, then what has been deleted."""
    slug = indicator.register.slug
    records = indicator.record_model.objects.filter(pk__in=ids).select_related("area")
    found = {record.pk: record for record in records}
    return [
        *((str(one), reverse("records:detail", args=[slug, pk])) for pk, one in found.items()),
        *((f"已删除的{indicator.register.label}（第{pk}号）", "") for pk in sorted(ids - found.keys())),
    ]
