"""Proposing the indicator behind a figure: words around it, in the order of their nearness, and its unit."""

import re
from dataclasses import dataclass

from ..quantities import agreement
from .profiles import profiles, unit_of

LIST_END = re.compile(r"[，,：:。；;！？\n]")
SENTENCE_END = re.compile(r"[。；;！？\n]")
CLAUSE_END = re.compile(r"[，,：:、。；;！？\n]")
LONGEST_CLAUSE = 60
# Strength of a word by where it stands: before the figure in its clause, behind it, in what was said before.
BEFORE, BEHIND, SAID = 1.0, 0.7, 0.5
# What is said or hinted at least so surely has to be explained by the indicator; a hint (专题学习 for study of the
# central group) holds only where nothing plainer is said.
HINTED, PLAIN, PLAINLY = 0.72, 0.9, 0.7
# Whoever took part did so in what was counted just before.
TAKING_PART = "参加"
PART = re.compile("其中")
LEAST_SCORE = 0.55
# What did not happen at all has to be said whole: 未发生行政复议 is not 未发生信息公开行政复议.
WHOLE = 0.85
# What words that an indicator does not explain take off: a known concept, and each unknown character.
UNEXPLAINED, UNREAD = 0.6, 0.03
# Further off in its clause a word is not likely to be about the figure.
NEAREST = 14


@dataclass(frozen=True)
class Proposal:
    """An indicator that may be behind a figure; `score` runs from 0 to 1."""

    indicator: object
    score: float


@dataclass(frozen=True)
class Surroundings:
    """The words around one figure: `strengths` of concepts, `near` those of its own clause.

    `unread` counts the characters of its clause that no known word explains.
    """

    strengths: dict
    near: frozenset
    unread: int = 0


def propose(text, figures, known, *, learned=None):
    """{figure: [Proposal, …]} with the likeliest first; `learned` maps (wording, unit) to keys accepted before."""
    vocabulary, made = profiles(tuple(known))
    by_key = {indicator.key: indicator for indicator in known}
    found = {}
    context = None
    for number, figure in enumerate(figures):
        previous = figures[number - 1] if number else None
        following = figures[number + 1] if number + 1 < len(figures) else None
        context = surroundings(text, figure, previous, following, vocabulary, context)
        key = (learned or {}).get((wording(text, figure), figure.unit))
        proposals = ranked(figure, context, made, vocabulary)
        if key in by_key:
            proposals = [Proposal(by_key[key], 1.0), *(one for one in proposals if one.indicator.key != key)]
        found[figure] = proposals
    return found


# Words around ----------------------------------------------------------------------------------------


def clause_before(text, figure, previous):
    """What stands before a figure in its own clause, from the figure before it on."""
    start = max(figure.start - LONGEST_CLAUSE, previous.end if previous else 0)
    return CLAUSE_END.split(text[start : figure.start])[-1]


def clause_behind(text, figure, following):
    end = min(figure.end + LONGEST_CLAUSE, following.start if following else len(text))
    # What did not happen is a list: 未发生行政复议、行政诉讼.
    return (CLAUSE_END if figure.number else LIST_END).split(text[figure.end : end])[0]


def wording(text, figure):
    """The words that a township uses for a figure, as accepted bindings remember them."""
    start = max(0, figure.start - LONGEST_CLAUSE)
    before = re.split(r"[，,：:、。；;！？\n\d]", text[start : figure.start])[-1]
    return re.sub(r"^[年月日]共?|[\s“”\"（）()]", "", before)[-16:]


def surroundings(text, figure, previous, following, vocabulary, said):
    """The concepts around a figure; `said` are those around the figure before it."""
    strengths = {}

    def add(stretch, strength):
        for concept, own, _ in vocabulary.concepts(stretch):
            strengths[concept] = max(strengths.get(concept, 0), own * strength)

    before = clause_before(text, figure, previous)
    add(before, BEFORE)
    if not figure.number:
        add(figure.text, BEFORE)
    if not figure.number or not any(vocabulary.weights[concept] > 0.5 for concept in strengths):
        add(clause_behind(text, figure, following), BEFORE)
    else:
        add(clause_behind(text, figure, following), BEHIND)
    near = frozenset(concept for concept, strength in strengths.items() if strength >= HINTED)
    plain = {concept for concept in near if strengths[concept] >= PLAIN}
    unread = vocabulary.unread(before[-NEAREST:])
    between = text[previous.end : figure.start] if previous else "。"
    if said and not SENTENCE_END.search(between):
        # 其中4次 is a part of what was counted before; 5场400余人次 says its thing once.
        adjoins = PART.search(between) or not (
            (unread > 1 and TAKING_PART not in near)
            or any(vocabulary.weights[concept] > 0.5 for concept in plain)
        )
        for concept, strength in said.strengths.items():
            carried = strength * (0.9 if adjoins else SAID)
            strengths[concept] = max(strengths.get(concept, 0), carried)
        if adjoins:
            near |= {concept for concept in said.near if vocabulary.weights[concept] > 0.5}
            plain |= {concept for concept in said.near if vocabulary.weights[concept] > 0.5}
    elif not previous or SENTENCE_END.search(between):
        for concept, strength, _ in vocabulary.concepts(sentence_before(text, figure)):
            strengths[concept] = max(strengths.get(concept, 0), strength * SAID)
    if any(vocabulary.weights[concept] >= PLAINLY for concept in plain - hinting(vocabulary, before)):
        for concept in near - plain:
            del strengths[concept]
        near = near & plain
    return Surroundings(strengths, near, unread)


def hinting(vocabulary, clause):
    """The concepts that words with a hint say plainly beside it: 学法 of 专题学习."""
    found = set()
    for concepts in vocabulary.meanings_in(clause):
        if min(concepts.values()) < PLAIN:
            found |= {concept for concept, strength in concepts.items() if strength >= PLAIN}
    return found


def sentence_before(text, figure):
    start = max(0, figure.start - 4 * LONGEST_CLAUSE)
    return SENTENCE_END.split(text[start : figure.start])[-1]


# Scores ----------------------------------------------------------------------------------------------


def ranked(figure, context, made, vocabulary):
    """Proposals for a figure, one for each indicator, the likeliest first."""
    best = {}
    for profile in made:
        score = scored(figure, context, profile, vocabulary)
        key = profile.indicator.key
        if score >= LEAST_SCORE and (key not in best or score > best[key].score):
            best[key] = Proposal(profile.indicator, round(score, 3))
    order = list(best)
    return sorted(best.values(), key=lambda one: (-one.score, order.index(one.indicator.key)))


def scored(figure, context, profile, vocabulary):
    """How well an indicator explains the words around a figure and its unit: 0 to 1."""
    agreed = agreement(figure.unit, unit_of(profile.indicator))
    if not agreed:
        return 0.0
    met = sum(weight * context.strengths.get(concept, 0) for concept, weight in profile.concepts.items())
    if not met or (not context.near & profile.concepts.keys() and context.near):
        return 0.0
    left = sum(
        vocabulary.weights[concept] * context.strengths.get(concept, 1)
        for concept in context.near - profile.concepts.keys()
    )
    recall = met / profile.weight
    heard = {concept for concept in profile.concepts if context.strengths.get(concept)}
    # Words that only a label taught, and nothing whole, are not enough: 处理 alone is not 不予处理.
    if recall < WHOLE and (not figure.number or not heard & vocabulary.taught):
        return 0.0
    precision = met / (met + UNEXPLAINED * left + UNREAD * max(0, context.unread - 2))
    return agreed * min(1.0, recall) ** 0.8 * precision
