"""What each indicator is about, read from its own declaration: label, aliases, further words, unit."""

import re
from dataclasses import dataclass
from functools import lru_cache

from township.figures.indicator import indicators
from township.figures.measures import MonthsCovered

from .spoken import spoken_names
from .vocabulary import Vocabulary

# A label means what its words say plainly, not what they hint at.
PLAIN = 0.9
_SPOKEN = spoken_names()
# How a label ends: the unit it is counted in says nothing about the thing.
_COUNTER = re.compile(
    r"(?:人次|场次|件次|户次|台次|批次|次数|件数|人数|条数|份数|本数|支数|个数|(?<!事)项数|月数|块数|张数|起数|金额|频次|总数|数量|数)$"
)
# Words of labels that tell nothing apart.
_EMPTY = re.compile("开展|组织|举办|召开|各类|全年|按月|张贴|悬挂|展出|接受|的")


@dataclass(frozen=True)
class Profile:
    """The concepts of one name of the indicator `key`, with their weights; `unit` is what it is quoted in."""

    key: str
    unit: str
    concepts: dict

    @property
    def weight(self):
        return sum(self.concepts.values())


def names_of(indicator):
    """Everything an indicator is called: its label, former names, further words, and what reports say."""
    further = getattr(indicator, "words", ())
    return (indicator.label, *indicator.aliases, *further, *_SPOKEN.get(indicator.key, ()))


def plain_name(name):
    return _EMPTY.sub("", _COUNTER.sub("", re.sub(r"[“”（(]|[）)]", "", name)))


def unit_of(indicator):
    """The unit its figure is quoted in; months that have a record are quoted as a frequency."""
    return "次/月" if isinstance(indicator.measure, MonthsCovered) else indicator.unit


def profiles(known):
    """(Vocabulary, profiles) of some indicators."""
    return _read(tuple((one.key, unit_of(one), names_of(one)) for one in known))


# A township's own indicators change; the others are the same for all.
@lru_cache(maxsize=8)
def _read(declared):
    vocabulary = Vocabulary()
    names = [(key, unit, plain_name(name)) for key, unit, said in declared for name in said]
    vocabulary.learn({word for _, _, name in names for word in vocabulary.unknown(name)})
    made = [Profile(key, unit, _concepts(name, vocabulary)) for key, unit, name in names]
    return vocabulary, [profile for profile in made if profile.concepts]


def _concepts(name, vocabulary):
    return {
        concept: vocabulary.weights[concept]
        for concept, strength in vocabulary.concepts(name)
        if strength >= PLAIN
    }


def indicators_for(area):
    """The indicators that figures in a report of `area` may be bound to."""
    return indicators.for_area(area).all()
