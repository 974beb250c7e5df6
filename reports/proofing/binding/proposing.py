"""Proposing the indicator behind a figure: the words around it, explained by an indicator's own, and its unit."""

from dataclasses import dataclass

from ..quantities import agreement
from .profiles import profiles
from .surroundings import surroundings_of, wording

LEAST_SCORE = 0.55
# What did not happen at all has to be said whole: 未发生行政复议 is not 未发生信息公开行政复议.
WHOLE = 0.85
# What words that an indicator does not explain take off: a known concept, and each unknown character.
UNEXPLAINED, UNREAD = 0.6, 0.03


@dataclass(frozen=True)
class Proposal:
    """An indicator that may be behind a figure; `score` runs from 0 to 1."""

    indicator: object
    score: float


def propose(text, figures, known, *, learned=None):
    """{figure: [Proposal, …]} with the likeliest first; `learned` maps (wording, unit) to keys accepted before."""
    vocabulary, made = profiles(known)
    by_key = {indicator.key: indicator for indicator in known}
    found = {}
    for figure, around in surroundings_of(text, figures, vocabulary):
        scores = ranked(figure, around, made, vocabulary)
        proposals = [Proposal(by_key[key], score) for key, score in scores.items()]
        key = (learned or {}).get((wording(text, figure), figure.unit))
        if key in by_key:
            proposals = [Proposal(by_key[key], 1.0), *(one for one in proposals if one.indicator.key != key)]
        found[figure] = proposals
    return found


def ranked(figure, around, made, vocabulary):
    """{key: score} of the indicators that are likely enough, the likeliest first."""
    best = {}
    for profile in made:
        score = round(scored(figure, around, profile, vocabulary), 3)
        if score >= LEAST_SCORE and score > best.get(profile.key, 0):
            best[profile.key] = score
    return dict(sorted(best.items(), key=lambda pair: -pair[1]))


def scored(figure, around, profile, vocabulary):
    """How well an indicator explains the words around a figure and its unit: 0 to 1."""
    agreed = agreement(figure.unit, profile.unit)
    if not agreed:
        return 0.0
    met = sum(weight * around.strengths.get(concept, 0) for concept, weight in profile.concepts.items())
    if not met or (not around.near & profile.concepts.keys() and around.near):
        return 0.0
    left = sum(
        vocabulary.weights[concept] * around.strengths.get(concept, 1)
        for concept in around.near - profile.concepts.keys()
    )
    recall = met / profile.weight
    heard = {concept for concept in profile.concepts if around.strengths.get(concept)}
    # Words that only a label taught, and nothing whole, are not enough: 处理 alone is not 不予处理.
    if recall < WHOLE and (not figure.number or not heard & vocabulary.taught):
        return 0.0
    precision = met / (met + UNEXPLAINED * left + UNREAD * max(0, around.unread - 2))
    return agreed * min(1.0, recall) ** 0.8 * precision
