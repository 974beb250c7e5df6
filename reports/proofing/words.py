"""Which strings are words, and which of those name places: the dictionary that comes with jieba.

Only its list of words is read, once and when it is first asked for; its segmenter is not loaded.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

LONGEST = 4
# Tags of places, of persons' names, and of other names, which villages are often called by.
_NAMES = ("ns", "nr", "nz")


@cache
def tags():
    """{word: tag} of all words of two to four characters."""
    path = Path(find_spec("jieba").origin).with_name("dict.txt")
    found = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            word, _, tag = line.split()
            if 1 < len(word) <= LONGEST:
                found[word] = tag
    return found


def is_name(word):
    """Whether a word is known as the name of a place or of somebody."""
    return tags().get(word, "").startswith(_NAMES)


def is_word(word):
    """Whether a string is a word of the language and no name."""
    return word in tags() and not is_name(word)


def words_before(text):
    """The words that a stretch of Chinese text ends with, read backwards by the longest match: nearest first.

    What is in no dictionary comes out as single characters.
    """
    end = len(text)
    while end:
        length = next((n for n in range(min(LONGEST, end), 1, -1) if text[end - n : end] in tags()), 1)
        yield text[end - length : end]
        end -= length
