"""Looking through everything that is about to leave, and making the copy that may.

Originals are never changed: masks are put on what leaves.
"""

import hashlib
from dataclasses import dataclass, replace

from . import finders, photos
from .models import GuardAnswer
from .visiting import MASKABLE, Visitor, walk

LABELS = {**finders.KINDS, "location": "拍摄地点或机主", "unread": "机器读不出"}
AROUND = 12


@dataclass(frozen=True)
class Item:
    """One text, or one file with its name, that is about to leave. `label` says what it is (标题、附件1)."""

    label: str
    text: str = ""
    name: str = ""
    content: bytes | None = None
    content_type: str = ""

    @property
    def is_file(self):
        return self.content is not None


@dataclass(frozen=True)
class Finding:
    """Something personal in one of the items: where, of what kind, and how it reads around it (masked)."""

    item: int
    place: str
    kind: str
    quote: str
    ordinal: int
    maskable: bool

    @property
    def id(self):
        return f"{self.item}-{self.ordinal}"

    @property
    def label(self):
        return LABELS[self.kind]


class _Looking(Visitor):
    """Collects every passage of an item."""

    def __init__(self):
        self.passages, self.others = [], []

    def text(self, place, text):
        self.passages.append((place, text))
        return text

    def picture(self, place, content):
        self.others.append((place, "location", ""))
        return content

    def unread(self, place, reason):
        self.others.append((place, "unread", reason))


class _Masking(Visitor):
    """Walks the same way again and masks what is not kept; it counts as the look did."""

    def __init__(self, found, kept):
        self.found, self.kept, self.passage, self.ordinal = found, kept, 0, 0

    def text(self, place, text):
        found, self.passage = self.found[self.passage], self.passage + 1
        first, self.ordinal = self.ordinal, self.ordinal + len(found)
        return finders.masked(
            text, [one for number, one in enumerate(found, first) if number not in self.kept]
        )

    def picture(self, place, content):
        return photos.plain(content)


def _visit(item, visitor):
    """Take `visitor` through an item; the item as it leaves."""
    if not item.is_file:
        return replace(item, text=visitor.text("", item.text))
    name = visitor.text("文件名", item.name)
    return replace(item, name=name, content=walk(item.content, item.content_type, visitor))


def _found_in(passages, area):
    """[[Found]] of each passage; all passages are looked through at once, for a finder may ask the database."""
    joined = "\n".join(text for _, text in passages)
    found, start, everything = [], 0, iter(finders.find(joined, area=area))
    one = next(everything, None)
    for _, text in passages:
        end, here = start + len(text), []
        while one is not None and one.start < end:
            # What runs on into the next passage is cut: no two passages make one number.
            here.append(replace(one, start=one.start - start, end=min(one.end, end) - start))
            one = next(everything, None)
        found.append(here)
        start = end + 1
    return found


@dataclass(frozen=True)
class Check:
    """Everything that was found in the items, and a digest that stands for just these items."""

    items: tuple
    findings: tuple
    digest: str
    found: tuple

    def clear(self, kept=()):
        """The items as they may leave: masked but for the ids in `kept`, files with something unmaskable left out."""
        cleared = []
        for number, item in enumerate(self.items):
            mine = [one for one in self.findings if one.item == number]
            if any(not one.maskable and one.id not in kept for one in mine):
                continue
            spared = {one.ordinal for one in mine if one.id in kept}
            cleared.append(_visit(item, _Masking(self.found[number], spared)))
        return cleared

    def answered(self):
        """The answer that was given to these very findings before, if any."""
        return GuardAnswer.objects.filter(digest=self.digest).first()

    def action(self, finding, kept):
        """What becomes of a finding."""
        if finding.id in kept:
            return "keep"
        return "mask" if finding.maskable else "leave_out"


def check(items, *, area, purpose=""):
    """Look through `items` on behalf of `area`'s township."""
    findings, found_in_items = [], []
    for number, item in enumerate(items):
        looking = _Looking()
        _visit(item, looking)
        found = _found_in(looking.passages, area)
        found_in_items.append(found)
        findings += _findings(number, item, looking, found)
    return Check(
        tuple(items), tuple(findings), _digest(items, findings, purpose, area), tuple(found_in_items)
    )


def _findings(number, item, looking, found):
    maskable = not item.is_file or item.content_type in MASKABLE
    ordinal = 0
    for (place, text), here in zip(looking.passages, found, strict=True):
        shown = finders.masked(text, here)
        for one in here:
            quote = shown[max(0, one.start - AROUND) : one.end + AROUND]
            # A file's own name can always be masked.
            yield Finding(number, place, one.kind, quote, ordinal, maskable or place == "文件名")
            ordinal += 1
    for offset, (place, kind, reason) in enumerate(looking.others):
        yield Finding(number, place, kind, reason, ordinal + offset, kind == "location")


def _digest(items, findings, purpose, area):
    told = hashlib.sha256(f"{purpose}\x1f{area.pk}".encode())
    for item in items:
        told.update(f"\x1e{item.label}\x1f{item.name}\x1f{item.text}".encode())
        told.update(hashlib.sha256(item.content or b"").digest())
    for one in findings:
        told.update(f"\x1e{one.id}\x1f{one.place}\x1f{one.kind}".encode())
    return told.hexdigest()
