"""What an import says of one row."""

from collections import Counter
from dataclasses import dataclass, field

NEW, CHANGED, SAME, DUPLICATE, WRONG = KINDS = ("new", "changed", "same", "duplicate", "wrong")


@dataclass(frozen=True)
class Problem:
    """One thing wrong at one cell: where, what stands there, why and how to mend it.

    `column` is None where the file has no column for it; `cell` then is the first one of the row.
    """

    sheet: str
    cell: str
    value: str
    message: str
    column: int | None

    def as_dict(self):
        return {"sheet": self.sheet, "cell": self.cell, "value": self.value, "message": self.message}


@dataclass
class Verdict:
    """What one row is: its kind, the record it would make or change, and what is wrong with it.

    `understood` is {column: words} where something else was read than what was written; `changes` is
    [label, before, after]; `twin` is the stored record that the row resembles, `twin_row` an earlier row.
    """

    number: int
    kind: str = NEW
    record: object = None
    many: dict = field(default_factory=dict)
    lines: dict = field(default_factory=dict)
    problems: list = field(default_factory=list)
    understood: dict = field(default_factory=dict)
    changes: list = field(default_factory=list)
    twin: object = None
    twin_row: int | None = None


def counts(verdicts):
    """{kind: how many rows}."""
    found = Counter(verdict.kind for verdict in verdicts)
    return {kind: found[kind] for kind in KINDS}
