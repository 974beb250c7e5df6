"""Looking through everything that is about to leave, and making the copy that may.

Originals are never changed: masks are put on what leaves.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from . import finders, photos
from .models import GuardAnswer
from .visiting import MASKABLE, Visitor, walk

LABELS = {**finders.KINDS, "location": "拍摄地点或机主", "unread": "机器读不出"}
AROUND = 12


@dataclass(frozen=True)
class Item:
    """One text, table or file with its name that is about to leave. `label` says what it is (标题、附件1).

    A large file is not held: `load` reads it (None when it is lost), and `sha256` stands for its bytes. Of a
    table the columns that are `watched` are looked at, the others are nobody's free text.
    """

    label: str
    text: str = ""
    name: str = ""
    content: bytes | None = None
    content_type: str = ""
    load: Callable | None = None
    sha256: str = ""
    headers: tuple = ()
    rows: tuple = ()
    watched: frozenset = frozenset()

    @property
    def is_file(self):
        return self.content is not None or self.load is not None

    def read(self):
        """The bytes of a file."""
        return self.load() if self.content is None else self.content

    def fingerprint(self):
        """What stands for everything in it."""
        told = hashlib.sha256(f"{self.label}\x1f{self.name}\x1f{self.text}\x1f{self.headers}".encode())
        for row in self.rows:
            told.update(f"\x1e{row}".encode())
        told.update(self.sha256.encode() or hashlib.sha256(self.content or b"").digest())
        return told.digest()


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
    if item.headers:
        return replace(item, rows=tuple(_row(item, number, visitor) for number in range(len(item.rows))))
    if not item.is_file:
        return replace(item, text=visitor.text("", item.text))
    name, content = visitor.text("文件名", item.name), item.read()
    if content is None:
        return replace(item, name=name)
    return replace(item, name=name, content=walk(content, item.content_type, visitor))


def _row(item, number, visitor):
    return tuple(
        visitor.text(f"第{number + 1}条“{item.headers[column]}”", value)
        if column in item.watched and isinstance(value, str)
        else value
        for column, value in enumerate(item.rows[number])
    )


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
        return list(self.cleared(kept))

    def cleared(self, kept=()):
        """The same, one after the other: a file that is not held is read when its turn comes."""
        for item, mine, found in zip(self.items, self.by_item(), self.found, strict=True):
            if any(not one.maskable and one.id not in kept for one in mine):
                continue
            spared = {one.ordinal for one in mine if one.id in kept}
            yield _visit(item, _Masking(found, spared)) if mine or item.load is None else item

    def by_item(self):
        """[[Finding]] of each item."""
        found = [[] for _ in self.items]
        for one in self.findings:
            found[one.item].append(one)
        return found

    def kept_before(self):
        """Ids of what was kept readable when these very findings were answered; None when they never were."""
        if (answer := self.answered()) is None:
            return None
        said = zip(self.findings, answer.found, strict=True)
        return {one.id for one, told in said if told["action"] == "keep"}

    def answered(self):
        """The answer that was given to these very findings before, if any."""
        return GuardAnswer.objects.filter(digest=self.digest).first()

    def action(self, finding, kept):
        """What becomes of a finding."""
        if finding.id in kept:
            return "keep"
        return "mask" if finding.maskable else "leave_out"


def check(items, *, area, purpose="", unread=True):
    """Look through `items` on behalf of `area`'s township; what cannot be read is a finding if `unread`."""
    findings, found_in_items = [], []
    for number, item in enumerate(items):
        looking = _Looking()
        _visit(item, looking)
        found = _found_in(looking.passages, area)
        found_in_items.append(found)
        others = [one for one in looking.others if unread or one[1] != "unread"]
        findings += _findings(number, item, looking.passages, found, others)
    return Check(
        tuple(items), tuple(findings), _digest(items, findings, purpose, area), tuple(found_in_items)
    )


def _findings(number, item, passages, found, others):
    maskable = not item.is_file or item.content_type in MASKABLE
    ordinal = 0
    for (place, text), here in zip(passages, found, strict=True):
        shown = finders.masked(text, here)
        for one in here:
            quote = shown[max(0, one.start - AROUND) : one.end + AROUND]
            # A file's own name can always be masked.
            yield Finding(number, place, one.kind, quote, ordinal, maskable or place == "文件名")
            ordinal += 1
    for offset, (place, kind, reason) in enumerate(others):
        yield Finding(number, place, kind, reason, ordinal + offset, kind == "location")


def _digest(items, findings, purpose, area):
    told = hashlib.sha256(f"{purpose}\x1f{area.pk}".encode())
    for item in items:
        told.update(item.fingerprint())
    for one in findings:
        told.update(f"\x1e{one.id}\x1f{one.place}\x1f{one.kind}".encode())
    return told.hexdigest()
