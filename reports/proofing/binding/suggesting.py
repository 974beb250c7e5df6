"""Which indicator an item of a scoring sheet or a line of a table asks for, read from its wording.

The same words of the field that explain a report's sentence explain an item: an indicator is likely when the
item says what its name says, and the less so the more the item's own name says beside that.
"""

from dataclasses import dataclass

from ..quantities import agreement, quantities
from .profiles import indicators_for, profiles

# How surely a word counts by where the item says it: in its name, in what it wants to see, in how it is scored.
NAME, WANTED, STANDARD = 1.0, 0.75, 0.65
LEAST_SCORE = 0.3
# What words of the item's name that an indicator does not explain take off.
UNEXPLAINED = 0.55
# A rate where none is asked for, and a count where one is.
OTHER_MEASURE = 0.85
# A unit in the wording that an indicator is not counted in, and one that it is.
OTHER_UNIT, SAME_UNIT = 0.85, 1.1
SHOWN = 5


@dataclass(frozen=True)
class Suggestion:
    """An indicator that an item may ask for; `score` says how well its name explains the item's words."""

    indicator: object
    score: float


def suggestions(wordings, area):
    """[[Suggestion, …]] of each wording in order, the likeliest first.

    A wording is (name, what it wants to see, how it is scored) as `Item.wording`, or a name alone.
    """
    known = {indicator.key: indicator for indicator in indicators_for(area)}
    vocabulary, made = profiles(list(known.values()))
    return [_ranked(wording, known, made, vocabulary) for wording in wordings]


def _ranked(wording, known, made, vocabulary):
    strengths, plain = _heard(wording, vocabulary)
    text = "\n".join(wording)
    units = {
        one.unit for one in quantities(text) if one.is_figure and one.unit and one.unit not in ("分", "%")
    }
    asks_rate = "率" in text
    best = {}
    for place, profile in enumerate(made):
        score = _scored(profile, strengths, plain, vocabulary)
        score *= _fit_of_unit(profile.unit, units)
        score *= 1 if asks_rate == (profile.unit == "%") else OTHER_MEASURE
        if score >= LEAST_SCORE and score > best.get(profile.key, (0, 0))[0]:
            best[profile.key] = (score, -place)
    order = sorted(best, key=lambda key: best[key], reverse=True)
    return [Suggestion(known[key], round(best[key][0], 3)) for key in order[:SHOWN]]


def _heard(wording, vocabulary):
    """({concept: strength} of all that is said, the concepts of the name)."""
    strengths = {}
    for text, weight in zip(wording, (NAME, WANTED, STANDARD), strict=False):
        for concept, own in vocabulary.concepts(text):
            strengths[concept] = max(strengths.get(concept, 0), own * weight)
    return strengths, {concept for concept, own in vocabulary.concepts(wording[0]) if own == 1}


def _scored(profile, strengths, plain, vocabulary):
    met = sum(weight * strengths.get(concept, 0) for concept, weight in profile.concepts.items())
    if not met:
        return 0.0
    left = sum(vocabulary.weights[concept] for concept in plain - profile.concepts.keys())
    return (met / profile.weight) ** 0.8 * met / (met + UNEXPLAINED * left)


def _fit_of_unit(unit, asked):
    if not asked:
        return 1.0
    return SAME_UNIT if any(agreement(one, unit) for one in asked) else OTHER_UNIT
