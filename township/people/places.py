"""Which ids lie within a place: asked for once a request, then written into every condition.

A list of ids lets the database use its indexes by place and day and know how many rows to expect; the prefix
of the path would have it join the division tree in every query.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models import Q

from .models import Area

_known = ContextVar("ids within places", default=None)


@contextmanager
def remembered():
    """Ask for the ids of each place at most once in the block; what changes the tree meanwhile is not seen."""
    if _known.get() is not None:
        yield
        return
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)


def remembering(get_response):
    """Middleware: one request asks once."""

    def answer(request):
        with remembered():
            return get_response(request)

    return answer


def forget(**kwargs):
    """Ask again, for a place has been added or removed."""
    if (known := _known.get()) is not None:
        known.clear()


def ids_within(area):
    """Ids of `area` itself and of everything below it."""
    known = _known.get()
    if known is None:
        known = {}
    if area.path not in known:
        known[area.path] = tuple(Area.objects.within(area).order_by().values_list("pk", flat=True))
    return known[area.path]


def inside(area, field="area"):
    """The condition that the place in `field` is `area` or lies below it.

    Above townships, where the ids would be many and leave out little, it is the prefix of the path.
    """
    if area.level < Area.Level.TOWNSHIP:
        return Q(**{f"{field}__path__startswith": area.path})
    return Q(**{f"{field}__in": ids_within(area)})
