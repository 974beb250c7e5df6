"""The rule tables: by which words a register is known, and which number or word goes into which field."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Count:
    """A number for the count field `field`.

    It is followed by one of `units`; one of `words` stands in the same clause, any clause will do when there
    are none. `unless` names words that make it a number of something else. The first rule that fits wins.
    """

    field: str
    units: tuple
    words: tuple = ()
    unless: tuple = ()


@dataclass(frozen=True)
class Rows:
    """Numbers that each make a row of the sub-table `lines`, as 资料120份、手册50本.

    `kinds` maps the value of the row's field `kind` to the words for it; the first kind is taken where one of
    `words` stands in the clause without any of them. `units` are values of the row's field `unit`, too.
    """

    lines: str
    units: tuple
    words: tuple
    kinds: dict
    unless: tuple = ()
    # Units that the register writes otherwise: 环保袋50个 is 50 件.
    unit_as: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Said:
    """A choice that is told by a word: `choices` maps the value to its words, the first that is found wins.

    A field of several choices takes all that are found.
    """

    field: str
    choices: dict


@dataclass(frozen=True)
class Guess:
    """A short text for `field`: the first group of the first of `patterns` (regular expressions) that fits."""

    field: str
    patterns: tuple


@dataclass(frozen=True)
class Reading:
    """How messages speak of one register: `marks` gives words their weight in favour of it."""

    register: type
    marks: dict
    counts: tuple = ()
    rows: tuple = ()
    said: tuple = ()
    guesses: tuple = ()

    def weight(self, text):
        """How much speaks for the register in `text`; 0 when nothing does."""
        return sum(weight for word, weight in self.marks.items() if word in text)


@dataclass
class Readings:
    """The rule tables of all registers that can be read from a message."""

    by_slug: dict = field(default_factory=dict)

    def add(self, *given):
        self.by_slug |= {reading.register.slug: reading for reading in given}

    def of(self, register):
        """The rules of `register`; bare ones where its app states none."""
        return self.by_slug.get(register.slug) or register.reading or Reading(register, {})

    def best(self, text, registers):
        """The register among `registers` that `text` speaks of; None when it speaks of none."""
        weights = [(self.of(register).weight(text), register) for register in registers]
        weight, found = max(weights, key=lambda pair: pair[0], default=(0, None))
        return found if weight else None


readings = Readings()
