"""How many lines of the grid a document takes, without setting it."""

import re
from dataclasses import dataclass

from .profile import NATIONAL
from .setting import Setter

LINE = re.compile(r'class="line[" ]|data-lines="(\d+)"')


@dataclass(frozen=True)
class Measured:
    """A block, its lines, and how many characters its last line holds."""

    block: object
    lines: int
    last: int


def lines_needed(document, profile=NATIONAL):
    """Grid lines of the whole document as if its pages had no end; raises `MissingGlyph`."""
    return _lines("".join(Setter(profile).parts(document)))


def lines_of_blocks(document, profile=NATIONAL):
    """[Measured] of the document's blocks in order."""
    setter, found = Setter(profile), []
    for block in document.blocks:
        html = setter.block(block)
        last = (
            re.sub("<[^>]*>", "", html[html.rindex('class="line') :].partition(">")[2])
            if 'class="line' in html
            else ""
        )
        found.append(Measured(block, _lines(html), len(last)))
    return found


def _lines(html):
    return sum(int(match[1] or 1) for match in LINE.finditer(html))
