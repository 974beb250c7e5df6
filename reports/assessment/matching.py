"""The same item in another sheet: found by its wording, its number deciding between equals."""

from difflib import SequenceMatcher

from township.workbooks.targets import bare

from .models import Item

# Below this the names of two items have only common words in common.
ALIKE = 0.72


def counterpart(item, others):
    """The one of `others` that asks for the same thing, None when none is alike enough."""
    scored = [
        (likeness(item, other), other.number == item.number, -other.position, other) for other in others
    ]
    best = max(scored, key=lambda one: one[:3], default=None)
    return best[3] if best and best[0] >= ALIKE else None


def likeness(item, other):
    """How alike two items are named, from 0 to 1."""
    one, two = bare(item.name), bare(other.name)
    if one == two:
        return 1.0
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0


def scored_before(assessment):
    """Items of the latest earlier year whose assessment the county has scored."""
    earlier = Item.objects.filter(
        assessment__area=assessment.area, assessment__year__lt=assessment.year, county_points__isnull=False
    ).select_related("assessment")
    latest = earlier.order_by("-assessment__year").values_list("assessment__year", flat=True).first()
    return list(earlier.filter(assessment__year=latest)) if latest else []
