"""Personal data in a text: what looks for it, where it stands, and how it reads once it is masked.

A source of personal data that only an app knows (the parties of its cases) is one more `@finder`.
"""

import re
from dataclasses import dataclass

from township.records.known_people import people_named_in
from township.records.personal_numbers import is_id_number

KINDS = {
    "id_number": "身份证号",
    "mobile": "手机号",
    "bank_card": "银行卡号",
    "phone": "当事人电话",
    "name": "疑似当事人姓名",
}
# Digits as input methods write them in full width; the text keeps its length.
_NARROW = str.maketrans("０１２３４５６７８９Ｘｘ－　", "0123456789Xx- ")
_ID_NUMBER = re.compile(r"(?<![0-9A-Za-z])[1-9](?:[ -]?[0-9]){16}[ -]?[0-9Xx](?![0-9A-Za-z])")
_MOBILE = re.compile(r"(?<![0-9A-Za-z])(?:(?:\+|00)?86[ -]?)?1[3-9][0-9](?:[ -]?[0-9]{4}){2}(?![0-9A-Za-z])")
_CARD = re.compile(
    r"(?<![0-9A-Za-z])(?:[3-6][0-9]{15,18}|[3-6][0-9]{3}(?:[ -][0-9]{4}){3}(?:[ -][0-9]{1,3})?)(?![0-9A-Za-z])"
)
_CARD_LENGTHS = (16, 17, 18, 19)
_DOUBLE_SURNAMES = ("欧阳", "上官", "司马", "诸葛", "皇甫", "尉迟", "公孙", "令狐", "慕容", "司徒", "夏侯")
# How many characters stay readable at either end (standards of publication: less is safer).
_KEPT = {"id_number": (4, 4), "mobile": (3, 4), "bank_card": (0, 4), "phone": (4, 0)}


@dataclass(frozen=True)
class Found:
    """Characters `start` to `end` of a text are personal data of one of `KINDS`."""

    start: int
    end: int
    kind: str


_finders = []


def finder(function):
    """Decorator: `function(text, *, area)` yields `Found` in a text of the township that `area` belongs to."""
    _finders.append(function)
    return function


def find(text, *, area):
    """All that the finders see in `text`, in order and without overlaps: what begins first and is longest counts."""
    text = text.translate(_NARROW)
    seen = (found for look in _finders for found in look(text, area=area))
    kept, end = [], 0
    for found in sorted(seen, key=lambda one: (one.start, -one.end, list(KINDS).index(one.kind))):
        if found.start >= end:
            kept.append(found)
            end = found.end
    return kept


@finder
def find_numbers(text, *, area):
    """ID numbers and bank cards whose check digit is right, and mobile numbers."""
    for match in _ID_NUMBER.finditer(text):
        if is_id_number(_bare(match[0])):
            yield Found(*match.span(), "id_number")
    for match in _CARD.finditer(text):
        if is_bank_card(_bare(match[0])):
            yield Found(*match.span(), "bank_card")
    for match in _MOBILE.finditer(text):
        yield Found(*match.span(), "mobile")


@finder
def find_people(text, *, area):
    """Names, ID numbers and telephones that records of the township hold under seal."""
    for mention in people_named_in(text, township=area):
        yield Found(mention.start, mention.end, mention.kind)


def _bare(text):
    return re.sub(r"[ -]", "", text)


def is_bank_card(digits):
    """Whether a number passes the check of bank cards (ISO/IEC 7812-1, annex B)."""
    if len(digits) not in _CARD_LENGTHS or not digits.isdecimal() or digits[0] not in "3456":
        return False
    doubled = (int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


# Masking ----------------------------------------------------------------------------------------------


def masked(text, found):
    """`text` with everything in `found` masked; it keeps its length, so places stay what they were."""
    for one in found:
        text = text[: one.start] + mask(text[one.start : one.end], one.kind) + text[one.end :]
    return text


def mask(text, kind):
    """One piece of personal data as it may be published: 138****5678, 4311**********1234, 张*."""
    if kind == "name":
        head = 2 if len(text) > 2 and text.startswith(_DOUBLE_SURNAMES) else 1
        return text[:head] + "*" * (len(text) - head)
    head, tail = _KEPT[kind]
    places = [number for number, char in enumerate(text) if char.isalnum()]
    hidden = set(places[head : len(places) - tail])
    return "".join("*" if number in hidden else char for number, char in enumerate(text))
