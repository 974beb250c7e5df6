"""Proposing the indicator behind a figure: the words around it, explained by an indicator's own, and its unit."""

from dataclasses import dataclass

from ..quantities import agreement
from .profiles import profiles
from .surroundings import is_nothing, surroundings_of, wording

LEAST_SCORE = 0.55
# What did not happen at all has to be said whole: 未发生行政复议 is not 未发生信息公开行政复议.
WHOLE = 0.85
# What weighs no more says who or where rather than what.
CIRCUMSTANCE = 0.7
# What words that an indicator does not explain take off: a known concept, and each unknown character.
UNEXPLAINED, UNREAD = 0.6, 0.03
# A part that names its own thing (主动公开168条，其中财政预决算4条) is less about the whole.
CARRIED = 0.5


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
    if not met or any(told and not told & profile.concepts.keys() for told in (around.near, around.own)):
        return 0.0
    left = sum(
        vocabulary.weights[concept]
        * around.strengths.get(concept, 1)
        * (CARRIED if around.own and concept in around.carried else 1)
        for concept in around.near - profile.concepts.keys()
    )
    qualities = vocabulary.vague & profile.concepts.keys()
    if qualities and not qualities & around.strengths.keys():
        # 办结矛盾纠纷 is not said where nothing was 办结.
        return 0.0
    recall = met / profile.weight
    if recall < WHOLE and (is_nothing(figure) or not _telling(profile, around, vocabulary)):
        return 0.0
    precision = met / (met + UNEXPLAINED * left + UNREAD * max(0, around.unread - 2))
    return agreed * min(1.0, recall) ** 0.8 * precision


def _telling(profile, around, vocabulary):
    """Whether what is heard of a label tells it from others.

    Words that only a label taught do not (处理 is not 不予处理), nor who and where (10个行政村 may be anything),
    nor what may be said of any thing (办结).
    """
    heard = {concept for concept in profile.concepts if around.strengths.get(concept)}
    return (
        sum(vocabulary.weights[concept] for concept in heard & vocabulary.taught - vocabulary.vague)
        > CIRCUMSTANCE
    )
