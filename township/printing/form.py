"""A printed form as data: what stands on it, and where there is room to write by hand."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Field:
    """One labelled value; an empty one becomes a line to write on. `wide` ones have a row of their own."""

    label: str
    value: str = ""
    wide: bool = False


@dataclass(frozen=True)
class Facts:
    """Labelled values side by side, under a heading of their own where there is one."""

    fields: tuple
    heading: str = ""


@dataclass(frozen=True)
class Text:
    """A labelled longer text; without one there are `lines` empty lines."""

    label: str
    value: str = ""
    lines: int = 4


@dataclass(frozen=True)
class Clause:
    """Words that are the same on every copy of the form."""

    text: str


@dataclass(frozen=True)
class Grid:
    """A table: headers, rows of words, and the width of each column in per cent.

    Where `targets` name the key of a form for a row, the last column shows the page it begins on.
    """

    headers: tuple
    rows: tuple
    widths: tuple
    targets: tuple = ()


@dataclass(frozen=True)
class Signing:
    """Places to sign: who signs, one line each. Nothing is ever drawn there."""

    places: tuple
    heading: str = ""


@dataclass(frozen=True)
class Form:
    """One form: a key that is unique in its volume, its title, its number, its parts top to bottom.

    `numbered` forms count in the pages of the volume; cover, contents and back do not.
    """

    key: str
    title: str
    parts: tuple
    number: str = ""
    numbered: bool = True
    centred: bool = field(default=False)


def blank(value):
    """A value in words for a form: nothing where there is none."""
    return "" if value in (None, "", "—") else str(value)
