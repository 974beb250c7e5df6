"""The dated phrases that hold for a township: the built-in ones and those its administrators have added."""

import re

from ..models import DatedWording
from .dated import WORDINGS, Wording


def wordings_for(area):
    """All dated phrases, those declared for the township, its county or above included."""
    above = [area.path[:length] for length in range(4, len(area.path) + 1, 4)]
    added = DatedWording.objects.filter(area__path__in=above)
    return (
        *WORDINGS,
        *(Wording(re.escape(one.phrase), one.until, one.instead.rstrip("。")) for one in added),
    )
