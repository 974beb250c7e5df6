"""What is said around a figure: the concepts of its clause, those carried over from before, and mere hints."""

import re
from dataclasses import dataclass, field

from ..quantities import KIND_OF
from .vocabulary import in_one_word

LIST_END = re.compile(r"[，,：:。；;！？\n]")
SENTENCE_END = re.compile(r"[。；;！？\n]")
CLAUSE_END = re.compile(r"[，,：:、。；;！？\n]")
LONGEST_CLAUSE = 60
# Further off in its clause a word is not likely to be about the figure.
NEAREST = 14
# Strength of a word by where it stands: before the figure in its clause, behind it, in what was said before, and
# there when the clause has no thing of its own.
BEFORE, BEHIND, SAID, SHARED = 1.0, 0.7, 0.5, 0.9
# What is said or hinted at least so surely has to be explained by the indicator; a hint (专题学习 for study of the
# central group) holds only where nothing is said plainly that weighs at least so much.
HINTED, PLAIN, WEIGHTY = 0.72, 0.9, 0.7
# A concept that weighs more than this names a thing that is counted.
A_THING = 0.5
# Examples of what is named behind them: 宪法宣讲、法治讲座等普法活动 is 普法活动.
EXAMPLES = re.compile(r"^.*(?<![平高初中同优])等(?:各类|多种|系列)?(?=[\u4e00-\u9fff]{3})")
# Who did something is not what was done: 干部48人次 says that behind the figure.
PEOPLE = {"干部", "群众", "干部职工", "执法人员", "国家工作人员", "调解员", "法律明白人"}
# Whoever took part did so in what was counted just before.
TAKING_PART = "参加"
PART = re.compile("其中")


@dataclass
class Surroundings:
    """The words around one figure: `strengths` of concepts, `near` those of its own clause, `plain` the sure ones.

    `own` are the things that its clause names itself: whatever is proposed has to be about one of them;
    `carried` those that it takes from what was counted before. `heard` are the strengths with the hints that
    were not taken here: the next figure may need them (政协提案5件，满意率100% is of 建议提案).
    `unread` counts the characters of its clause that no known word explains.
    """

    strengths: dict = field(default_factory=dict)
    near: set = field(default_factory=set)
    plain: set = field(default_factory=set)
    own: set = field(default_factory=set)
    carried: set = field(default_factory=set)
    heard: dict = field(default_factory=dict)
    unread: int = 0

    def hear(self, concepts, strength):
        for concept, own in concepts:
            self.strengths[concept] = max(self.strengths.get(concept, 0), own * strength)

    def settle(self):
        """Take what has been heard so far for the figure's own clause."""
        self.near = {concept for concept, strength in self.strengths.items() if strength >= HINTED}
        self.plain = {concept for concept in self.near if self.strengths[concept] >= PLAIN}

    def drop_hints(self):
        for concept in self.near - self.plain:
            del self.strengths[concept]
        self.near &= self.plain


def surroundings_of(text, figures, vocabulary):
    """(figure, Surroundings) of each figure in order."""
    around = None
    for number, figure in enumerate(figures):
        previous = figures[number - 1] if number else None
        following = figures[number + 1] if number + 1 < len(figures) else None
        around = _around(text, figure, (previous, following), vocabulary, around)
        yield figure, around


def _around(text, figure, neighbours, vocabulary, said):
    """The surroundings of a figure; `said` are those of the figure before it."""
    previous, following = neighbours
    before = clause_before(text, figure, previous)
    around = _own_clause(before, clause_behind(text, figure, following), figure, vocabulary)
    between = text[previous.end : figure.start] if previous else "。"
    if SENTENCE_END.search(between):
        around.hear(vocabulary.concepts(sentence_before(text, figure)), SAID)
    else:
        _carry_over(around, said, vocabulary, is_part=bool(PART.search(between)))
        if between.startswith("、"):
            _go_on(around, said, vocabulary)
    around.heard = dict(around.strengths)
    if _weighty(around.plain - vocabulary.beside_hints(before), vocabulary):
        around.drop_hints()
    return around


def is_nothing(figure):
    """Whether the figure is a word for none at all: 未发生, 无."""
    return not figure.number and not figure.text[0].isdigit()


def _own_clause(before, behind, figure, vocabulary):
    around = Surroundings(unread=vocabulary.unread(before[-NEAREST:]))
    around.hear(vocabulary.concepts(before), BEFORE)
    if is_nothing(figure):
        around.hear(vocabulary.concepts(figure.text), BEFORE)
    things = around.strengths.keys() - (
        PEOPLE if KIND_OF.get(figure.unit) in ("person", "attendance") else set()
    )
    names_a_thing = any(vocabulary.weights[concept] > A_THING for concept in things)
    around.hear(vocabulary.concepts(behind), BEHIND if names_a_thing and not is_nothing(figure) else BEFORE)
    around.settle()
    return around


def _carry_over(around, said, vocabulary, *, is_part):
    """其中4次 is a part of what was counted before, and 5场400余人次 says its thing once."""
    around.own = {
        concept for concept in around.plain - vocabulary.said_of if vocabulary.weights[concept] > A_THING
    }
    said_of_it = vocabulary.said_of | {TAKING_PART}
    shares = is_part or (not around.own and (around.unread <= 1 or bool(around.near & said_of_it)))
    carried = said.heard.items()
    if around.near & vocabulary.said_of:
        # 办结 says of the thing what 受理 said of it before.
        carried = [pair for pair in carried if pair[0] not in vocabulary.said_of]
    around.hear(carried, SHARED if shares else SAID)
    if shares:
        things = {
            concept for concept in said.near - vocabulary.said_of if vocabulary.weights[concept] > A_THING
        }
        around.carried = things - around.near
        around.near |= things
        around.plain |= things


def _go_on(around, said, vocabulary):
    """What was done goes on to the end of a list: 新建法治广场1个、法治长廊2处."""
    done = {concept for concept in said.near if vocabulary.weights[concept] <= A_THING}
    around.hear([(concept, 1.0) for concept in done], SHARED)
    around.near |= done
    around.plain |= done


def _weighty(concepts, vocabulary):
    return any(vocabulary.weights[concept] >= WEIGHTY for concept in concepts)


# Stretches of text ------------------------------------------------------------------------------------


def clause_before(text, figure, previous):
    """What stands before a figure in its own clause, from the figure before it on."""
    start = max(figure.start - LONGEST_CLAUSE, previous.end if previous else 0)
    return EXAMPLES.sub("", CLAUSE_END.split(in_one_word(text[start : figure.start]))[-1])


def clause_behind(text, figure, following):
    """What stands behind a figure in its clause; what did not happen is a list (未发生行政复议、行政诉讼)."""
    end = min(figure.end + LONGEST_CLAUSE, following.start if following else len(text))
    return (LIST_END if is_nothing(figure) else CLAUSE_END).split(text[figure.end : end])[0]


def sentence_before(text, figure):
    start = max(0, figure.start - 4 * LONGEST_CLAUSE)
    return in_one_word(SENTENCE_END.split(text[start : figure.start])[-1])


def wording(text, figure):
    """The words that a township uses for a figure, as accepted bindings remember them."""
    start = max(0, figure.start - LONGEST_CLAUSE)
    before = re.split(r"[，,：:、。；;！？\n\d]", text[start : figure.start])[-1]
    return re.sub(r"^[年月日]共?|[\s“”\"（）()]", "", before)[-16:]
