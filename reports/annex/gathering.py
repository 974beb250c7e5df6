"""What stands behind the figures of a revision, gathered in a fixed number of queries.

One query for the records of each register (with what their lists prefetch), one for the amounts of each grain,
one for the photos: the number grows with the registers that the text quotes, not with figures or records.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Q

from township.figures.indicator import indicators
from township.figures.measures import Sum
from township.figures.reading import Figure
from township.figures.wording import number, with_unit
from township.people.roles import Power
from township.records.models import Attachment, Citation
from township.records.register import registry

from ..editions import without_marks
from ..tokens import fill, tokens_of, without_tables

PHOTOS_OF_A_RECORD = 2
MOST_PHOTOS = 200
MOST_AMOUNTS = 3
SENTENCE = re.compile(r"[^。；\n]+[。；]?")


@dataclass(frozen=True)
class Row:
    """One record: day, place, name, and its part in each figure that is a sum."""

    day: str
    place: str
    name: str
    amounts: tuple


@dataclass(frozen=True)
class Photo:
    """A photo by its number in the annex."""

    number: int
    attachment: Attachment
    caption: str


@dataclass
class Part:
    """One part of the annex: figures that count the same records, what the text says, the records, the photos.

    Without `rows` but with a `reason` only the number of records is told.
    """

    number: int
    labels: tuple
    values: tuple
    quotes: tuple
    definition: str
    register: str
    counted: int
    amounts: tuple = ()
    rows: list = field(default_factory=list)
    photos: list = field(default_factory=list)
    reason: str = ""

    @property
    def title(self):
        return "、".join(f"{label}{value}" for label, value in zip(self.labels, self.values, strict=True))


def gather(revision, gate):
    """[Part] of a locked text in the order in which it first cites the figures."""
    known = indicators.for_area(revision.report.area)
    shelf = registry.for_area(revision.report.area)
    groups = defaultdict(list)
    for figure in revision.figures:
        groups[figure["register"], tuple(figure["records"])].append(figure)
    open_slugs = {slug for slug, _ in groups if _may_list(shelf.get(slug), gate)}
    records = _records(groups, shelf, open_slugs, gate)
    amounts = _amounts(groups, known, open_slugs)
    photos = _photos(groups, open_slugs)
    quotes = _quotes(revision, known)
    parts, numbered = [], {}
    for place, ((slug, ids), figures) in enumerate(groups.items(), 1):
        part = Part(
            place,
            tuple(one["label"] for one in figures),
            tuple(with_unit(one["value"], one["unit"]) for one in figures),
            tuple(dict.fromkeys(quotes[one["key"]] for one in figures if one["key"] in quotes)),
            figures[0]["definition"],
            shelf.get(slug).label if shelf.get(slug) else "",
            len(ids),
        )
        if slug in open_slugs:
            summed = [one for one in figures if one["key"] in amounts][:MOST_AMOUNTS]
            part.amounts = tuple(f"{one['label']}（{one['unit']}）" for one in summed)
            found = [records[slug, pk] for pk in ids if (slug, pk) in records]
            found.sort(key=lambda record: (record.date, record.pk))
            part.rows = [_row(record, summed, amounts) for record in found]
            part.photos = _numbered(slug, found, photos, numbered)
            if len(found) < len(ids):
                part.reason = f"另有{len(ids) - len(found)}条锁定以后已作废或不在查看范围，只计数。"
        else:
            part.reason = "这类台账涉及个人信息，只列条数。"
        parts.append(part)
    return parts


def _may_list(register, gate):
    """Whether the records may be named: none of people, cases or what is internal, and the reader may take them out."""
    if register is None or register.cases or register.internal or register.personal_parts():
        return False
    return gate.can_in(register, Power.EXPORT)


def _records(groups, shelf, slugs, gate):
    """{(slug, pk): record}, one reading of each register."""
    wanted = defaultdict(set)
    for slug, ids in groups:
        if slug in slugs:
            wanted[slug] |= set(ids)
    found = {}
    for slug, ids in wanted.items():
        register = shelf.get(slug)
        for record in (
            gate.records(register, Power.EXPORT).countable().filter(pk__in=ids).select_related("area")
        ):
            found[slug, record.pk] = record
    return found


def _amounts(groups, known, slugs):
    """{key: {record's pk: part}} of the figures that are sums, one query for each grain."""
    grains = defaultdict(list)
    for (slug, _), figures in groups.items():
        for figure in figures:
            indicator = known.get(figure["key"])
            if slug in slugs and indicator and isinstance(indicator.counted, Sum):
                grains[indicator.records].append((indicator, set(figure["records"])))
    found = {}
    for grain, members in grains.items():
        path = "record_id" if members[0][0].prefix else "pk"
        ids = set().union(*(ids for _, ids in members))
        aggregates = {
            f"a{place}": indicator.counted.aggregate(indicator, indicator.where or None)
            for place, (indicator, _) in enumerate(members)
        }
        rows = list(
            grain.objects.filter(**{f"{path}__in": ids}).order_by().values(path).annotate(**aggregates)
        )
        for place, (indicator, _) in enumerate(members):
            found[indicator.key] = {row[path]: row[f"a{place}"] for row in rows}
    return found


def _photos(groups, slugs):
    """{(slug, pk): [Attachment]} of the images that the records cite."""
    wanted = defaultdict(set)
    for slug, ids in groups:
        if slug in slugs:
            wanted[slug] |= set(ids)
    condition = Q(pk__in=[])
    for slug, ids in wanted.items():
        condition |= Q(register=slug, record_id__in=ids)
    found = defaultdict(list)
    images = Citation.objects.filter(condition, attachment__content_type__startswith="image/")
    for citation in images.select_related("attachment"):
        found[citation.register, citation.record_id].append(citation.attachment)
    return found


def _row(record, figures, amounts):
    values = tuple(number(amounts[one["key"]].get(record.pk, 0)) for one in figures)
    return Row(f"{record.date:%Y-%m-%d}", record.area.name, record.title or str(record), values)


def _numbered(slug, records, photos, numbered):
    """[Photo] that no earlier part has shown; `numbered` grows."""
    found = []
    for record in records:
        for attachment in photos[slug, record.pk][:PHOTOS_OF_A_RECORD]:
            if attachment.pk not in numbered and len(numbered) < MOST_PHOTOS:
                numbered[attachment.pk] = len(numbered) + 1
                caption = f"{record.date:%Y-%m-%d} {record.title or record}"
                found.append(Photo(numbered[attachment.pk], attachment, caption))
    return found


def _quotes(revision, known):
    """{key: the sentence of the text that first quotes the figure}, with its figures in place."""
    figures = {
        row["key"]: Figure(known.get(row["key"]), row["value"])
        for row in revision.figures
        if known.get(row["key"])
    }
    # Tables are no sentences, and a mark of what is internal closes elsewhere than a sentence.
    text, _ = without_marks(without_tables(revision.text))
    words = revision.report.paper.words(revision.report, revision.cutoff)
    found = {}
    for sentence in SENTENCE.finditer(text):
        keys = [token.indicator.key for token in tokens_of(sentence[0], known) if token.indicator]
        if keys and all(key in figures for key in keys):
            filled = fill(sentence[0], figures, known, words=words).text.strip()
            for key in keys:
                found.setdefault(key, filled)
    return found
