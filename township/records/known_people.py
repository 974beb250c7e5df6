"""People whom records name under seal: found exactly by keyed hashes, and recognised in a text.

Every model with a `FingerprintField` takes part, whichever app it is in: parties of disputes, visitors,
whoever brought an opinion forward. Records are found through the gate with the power to read parties.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from django.apps import apps

from township.people.roles import Power
from township.people.sealing import FingerprintField, fingerprint

from .models import Record, State
from .register import registry

KINDS = {"name": "姓名", "id_number": "身份证号", "phone": "电话"}
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUNS = re.compile(f"[{_HAN}]+(?:[·•‧・][{_HAN}]+)*")
_NUMBERS = {
    "id_number": re.compile(r"(?<![0-9A-Za-z])[0-9]{17}[0-9Xx](?![0-9A-Za-z])"),
    "phone": re.compile(r"(?<![0-9A-Za-z])(?:0[0-9]{2,3}-?)?[1-9][0-9]{6,10}(?![0-9A-Za-z])"),
}
# Chinese names have 2 to 4 characters; those with a dot are taken whole.
_SHORTEST, _LONGEST = 2, 4


@dataclass(frozen=True)
class Holding:
    """One column of fingerprints: of rows of `model`, whose record is at `prefix` of them."""

    model: type
    field: FingerprintField
    prefix: str

    @property
    def register(self):
        model = self.model._meta.get_field("record").related_model if self.prefix else self.model
        return registry.of(model)


@cache
def holdings():
    """Every column of fingerprints in the portal."""
    return tuple(
        Holding(model, field, "" if issubclass(model, Record) else "record__")
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, FingerprintField)
    )


# Finding records --------------------------------------------------------------------------------------


def records_of(fingerprints, *, gate):
    """{(register, pk): (record, kinds)} of the records within reach that name one of {(kind, fingerprint)}."""
    found = {}
    for holding in holdings():
        wanted = {code for kind, code in fingerprints if kind == holding.field.kind and code}
        if not wanted or not gate.can_in(holding.register, Power.READ_PARTIES):
            continue
        rows = holding.model.objects.filter(**{f"{holding.field.name}__in": wanted})
        named = rows.order_by().values(f"{holding.prefix}pk")
        records = gate.records(holding.register, Power.READ_PARTIES).filter(pk__in=named)
        for record in records.exclude(state=State.VOIDED).select_related("area"):
            _, kinds = found.setdefault((holding.register, record.pk), (record, set()))
            kinds.add(holding.field.kind)
    return found


def search(text, *, gate):
    """The records within reach that name somebody by exactly `text`, newest first as [(register, record, kinds)]."""
    return _newest_first(records_of({(kind, fingerprint(text, kind)) for kind in KINDS}, gate=gate))


def related(record, *, gate):
    """Other records within reach that name the same people as `record`, as [(register, record, kinds)]."""
    own = registry.of(type(record)), record.pk
    found = records_of(fingerprints_of(record), gate=gate)
    return _newest_first({key: value for key, value in found.items() if key != own})


def fingerprints_of(record):
    """{(kind, fingerprint)} of everybody whom `record` names."""
    found = set()
    for holding in holdings():
        if holding.register is registry.of(type(record)):
            rows = holding.model.objects.filter(**{f"{holding.prefix}pk": record.pk})
            codes = rows.order_by().values_list(holding.field.name, flat=True)
            found |= {(holding.field.kind, code) for code in codes if code}
    return found


def _newest_first(found):
    rows = [(register, record, kinds) for (register, _), (record, kinds) in found.items()]
    return sorted(rows, key=lambda row: (row[1].date, row[1].pk), reverse=True)


# Recognising people in a text -------------------------------------------------------------------------


@dataclass(frozen=True)
class Mention:
    """Characters `start` to `end` of a text are the `kind` (name, id_number, phone) of somebody known."""

    start: int
    end: int
    kind: str

    @property
    def label(self):
        return KINDS[self.kind]


def people_named_in(text, *, township):
    """[Mention] of the names, ID numbers and telephones in `text` that records of `township` hold under seal.

    The words of the text are hashed and compared; nothing sealed is opened. Where one name begins another
    at the same place, the longer is meant.
    """
    known = known_in(township)
    mentions, taken = [], 0
    for start, end, kind in sorted(_hits(text, known), key=lambda one: (one[0], -one[1])):
        if start >= taken:
            mentions.append(Mention(start, end, kind))
            taken = end
    return mentions


def known_in(township):
    """{kind: fingerprints} of everybody whom records of the township and its villages name.

    Kept on the object, which lives as long as one request: a document is looked through paragraph by paragraph.
    """
    if not hasattr(township, "known_people"):
        township.known_people = _read_known(township.township_path)
    return township.known_people


def _read_known(path):
    known = defaultdict(set)
    for holding in holdings():
        inside = {f"{holding.prefix}area__path__startswith": path}
        codes = holding.model.objects.filter(**inside).exclude(**{holding.field.name: ""}).order_by()
        known[holding.field.kind].update(codes.values_list(holding.field.name, flat=True).distinct())
    return known


def _hits(text, known):
    """(start, end, kind) of every part of `text` that is a known name or number."""
    for kind, pattern in _NUMBERS.items():
        for match in pattern.finditer(text) if known[kind] else ():
            if fingerprint(match[0], kind) in known[kind]:
                yield match.start(), match.end(), kind
    # A ledger says the same words thousands of times over; each is hashed once.
    is_name = cache(lambda part: fingerprint(part, "name") in known["name"])
    names_in = cache(lambda run: [span for span in _spans(run) if is_name(run[slice(*span)])])
    for run in _RUNS.finditer(text) if known["name"] else ():
        for start, end in names_in(run[0]):
            yield run.start() + start, run.start() + end, "name"


def _spans(run):
    """Every place of a name in a run of Chinese characters; a run with a dot also whole, and from there on."""
    for start in range(len(run)):
        for end in range(start + _SHORTEST, min(start + _LONGEST, len(run)) + 1):
            yield start, end
        if any(dot in run[start:] for dot in "·•‧・"):
            for end in range(start + _LONGEST + 1, len(run) + 1):
                yield start, end
