"""The same photo under events of different days: the same bytes, or one that was saved anew and looks alike."""

from collections import defaultdict

from django.core.files.storage import default_storage

from . import pictures
from .models import Attachment, Citation

# Of the 128 signs of a picture, how many may differ in one and the same that was shrunk or saved anew.
MOST_DIFFERENT = 7
# Two such pictures agree in at least one of eight parts of their signs: only those are compared.
PARTS = 8
PART_LENGTH = 4
# A blank page or a dark room has hardly a sign, and says nothing.
FEWEST_SIGNS = 24
# How many older photos one look at the page goes through at most.
BACKFILLED_AT_ONCE = 40


def backfill(within):
    """Read what photos look like that came in before this was read; a page's worth at a time."""
    waiting = list(within.filter(looks="").exclude(thumbnail="")[:BACKFILLED_AT_ONCE])
    for attachment in waiting:
        attachment.looks = _looks_of(attachment)
    Attachment.objects.bulk_update(waiting, ["looks"])


def _looks_of(attachment):
    """The signs of a stored photo; those of nothing where the file is gone."""
    try:
        with default_storage.open(attachment.thumbnail.name) as file:
            return pictures.looks(file.read())
    except (FileNotFoundError, *pictures.BROKEN):
        return pictures.NOTHING_SEEN


def cited_alike(within):
    """[{(slug, record id)}] of records that cite one and the same photo, for the photos in `within`."""
    cited = defaultdict(set)
    rows = Citation.objects.filter(attachment__in=within).values_list(
        "attachment__sha256", "attachment__looks", "register", "record_id"
    )
    looks = {}
    for sha256, signs, slug, record_id in rows:
        cited[sha256].add((slug, record_id))
        looks[sha256] = signs
    groups = (set().union(*(cited[sha256] for sha256 in same)) for same in _same(looks))
    return [group for group in groups if len(group) > 1]


def _same(looks):
    """Groups of photos {sha256: signs} that show the same."""
    leader = {sha256: sha256 for sha256 in looks}

    def _lead(sha256):
        while leader[sha256] != sha256:
            sha256 = leader[sha256]
        return sha256

    for near in _sharing_a_part(looks).values():
        first, *others = sorted(near)
        for index, one in enumerate([first, *others]):
            for other in others[index:]:
                if different(looks[one], looks[other]) <= MOST_DIFFERENT:
                    leader[_lead(other)] = _lead(one)
    groups = defaultdict(set)
    for sha256 in looks:
        groups[_lead(sha256)].add(sha256)
    return groups.values()


def _sharing_a_part(looks):
    """{(which part, its signs): photos} of those that tell anything."""
    found = defaultdict(set)
    for sha256, signs in looks.items():
        if signs and FEWEST_SIGNS <= int(signs, 16).bit_count() <= 4 * len(signs) - FEWEST_SIGNS:
            for part in range(PARTS):
                found[part, signs[part * PART_LENGTH : (part + 1) * PART_LENGTH]].add(sha256)
    return found


def different(one, other):
    """In how many signs two pictures differ."""
    return (int(one, 16) ^ int(other, 16)).bit_count()
