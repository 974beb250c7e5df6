"""Writing an assessment: its items from the workbook, the suggested indicators, the files found by search."""

from django.db import transaction

from township.people.models import Office
from township.records.across import as_place
from township.records.finding import find
from township.records.models import Attachment
from township.records.views.files import may_open

from ..proofing.binding import suggestions
from .matching import counterpart
from .models import Item, Tie
from .sheet import items_of

FOUND = 10
# What a workbook says of an item; everything else is the township's own and stays when it is read again.
OF_THE_SHEET = ("position", "number", "first", "second", "third", "standard", "points", "wanted")
# A suggestion that is taken unless the user says otherwise.
SURE = 0.6


@transaction.atomic
def take_items(assessment, reading, chosen):
    """Make the items of the chosen columns; those that are there keep what was tied to them. How many there are."""
    offices = Office.objects.filter(area=assessment.area, active=True)
    read = items_of(reading.table, chosen, offices)
    left = list(assessment.items.all())
    for item in read:
        before = counterpart(item, left)
        if before is None:
            item.assessment = assessment
            item.save()
            continue
        left.remove(before)
        for name in OF_THE_SHEET:
            setattr(before, name, getattr(item, name))
        before.method = before.method or item.method
        before.office = before.office or item.office
        before.save()
    # What the workbook no longer has goes only if nobody has worked on it.
    untouched = Item.objects.filter(pk__in=[item.pk for item in left], ties=None, own_points=None)
    untouched.filter(own_reason="", not_applicable="", county_points=None).delete()
    return len(read)


def untied(assessment):
    """[(item, [Suggestion])] of items that nothing proves yet and that apply."""
    items = list(assessment.items.filter(ties=None, not_applicable=""))
    found = suggestions([item.wording for item in items], assessment.area)
    return [(item, likely) for item, likely in zip(items, found, strict=True) if likely]


@transaction.atomic
def tie_indicators(assessment, pairs, *, by):
    """Tie (item id, indicator key) pairs of the assessment's items; how many are new."""
    items = {item.pk: item for item in assessment.items.all()}
    made = 0
    for pk, key in pairs:
        if pk in items:
            _, new = Tie.objects.get_or_create(
                item=items[pk], kind=Tie.Kind.INDICATOR, key=key, defaults={"by": by}
            )
            made += new
    return made


def found_records(gate, text, year):
    """[Place] of records that mention every word, those of the assessed year first, then the newest."""
    rows = find(gate, text) if text else None
    rows = sorted(rows[: FOUND * 20], key=lambda row: row["date"].year != year) if rows is not None else []
    return [as_place(row, gate) for row in rows[:FOUND]]


def found_files(gate, text):
    """Attachments whose name has every word and that the user may open, the newest first."""
    if not text:
        return []
    found = Attachment.objects.filter(keeper__path__startswith=gate.user.area.path)
    for word in text.split():
        found = found.filter(name__icontains=word)
    found = found.select_related("keeper").prefetch_related("citations").order_by("-pk")
    return [one for one in found[: FOUND * 3] if may_open(one, gate)][:FOUND]
