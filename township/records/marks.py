"""Narrowing a list to the records behind something: a hook that figures fill in.

`?figure=KEY&…` in a list's address means "the records that this figure counts". Records know nothing of
figures; whoever can resolve such a mark registers here.
"""

from dataclasses import dataclass

from django.db import models


@dataclass(frozen=True)
class Mark:
    """A list narrowed to `records`, with the sentence that says to what, and the figure's own value.

    `every_state` says that voided records belong to it. `beside()` makes the panel below the list about what the figure does not count; only the page asks for it.
    """

    records: models.QuerySet
    title: str
    value_text: str
    definition: str
    note: str = "下面就是这个数字数到的记录。"
    every_state: bool = False
    beside: object = None


_resolvers = []


def resolver(function):
    """Register `function(request, declaration, records) -> Mark | None`."""
    _resolvers.append(function)
    return function


def marked(request, declaration, records):
    """The mark that the address carries, or None."""
    return next((mark for resolve in _resolvers if (mark := resolve(request, declaration, records))), None)
