"""The dated phrases that hold for a township: the built-in ones and those its administrators have added."""

from .dated import WORDINGS


def wordings_for(area):
    return WORDINGS
