"""From the numerals of a text to quantities: masks say what is no figure, units say what is one."""

import re
from dataclasses import dataclass
from decimal import Decimal

from township.records.numerals import DIGITS, find_all, read

from .masks import TOKEN, masks_of
from .nothing import ALL_COVERED, HUNDRED, NOTHING, ZERO, unit_of_nothing
from .units import COUNTING, WRITTEN

FIGURE, FREQUENCY, PHRASE = "figure", "frequency", "phrase"
# How an approximate figure relates to what is meant: 5000余, 近20, 约300, 95%以上, 不足5.
OVER, NEAR, ABOUT, LEAST, BELOW = "over", "near", "about", "least", "below"

_UNIT = re.compile(r"\s*(余)?\s*(" + "|".join(map(re.escape, WRITTEN)) + r"|％|人[/／]次)")
_AFTER_UNIT = re.compile(r"\s*(以上|以下|以内|左右|上下|多(?=[，。；、]))")
_CLAUSE_END = re.compile(r"[，。；、：！？）)\s]|$")
_EVERY = re.compile(r"(?:每(?:个)?|按|逐)(月|季度|季|周|半年|两个?月|半月)(?!报|刊|度[计报]|[末底])")
_PER = {
    "月": "次/月",
    "季度": "次/季度",
    "季": "次/季度",
    "周": "次/周",
    "半年": "次/半年",
    "两月": "次/两月",
    "两个月": "次/两月",
    "半月": "次/半月",
}
# 3大举措, 4级网格: Arabic figures that number or grade what is named.
_RANKS = re.compile("[大级星步层档字]")
_TIMES = re.compile(r"\s*(?:次|场|期|节|轮)")
_RANGE = re.compile(r"\s*(?:[-—–~～－]|至|到)+\s*")
_PER_CENT = re.compile(
    r"(?:近|约|超过)?百分之([〇零一二三四五六七八九十百]+(?:点[〇零一二三四五六七八九]+)?|\d+(?:\.\d+)?)(?:以上)?"
)
_RATE_BEFORE = re.compile(r"率(?:均|都|分别)?(?:为|是|达|达到|已达|约)?(?:了)?$")
_WORDS = re.compile(
    "统一|进一步|一定|一些|一系列|一体|一致|一直|一律|一般|一切|唯一|一旦|一起(?!案)|同一|万一|十分|百姓|万众|一心|一批|一线|一带|一时|一面"
    "|一边|一样|一向|一贯|一味|一同|一道|一举|一并|一经|一来|一方|一路|一流|一如|一手|一把手|千方百计|千家万户|万家|百花|四处|四周|五花|七嘴"
    "|单一|专一|划一|首一|逐一|不一|第一|其一|之一|万里|万物|万象|千万|两难|两者|两种|百分"
)
# 伍 of 队伍: figures of cheques count only in a sum.
_FORMAL = re.compile("[壹贰叁肆伍陆柒捌玖拾佰仟]{1,2}")
# A number of things that are no quantity of work: 两件大事, 十件实事.
_SAYINGS = re.compile("实事|大事|好事|小事|头等|小组|一[体档案员策法线网站岗]|事(?![故件项])")
_CONCRETE = re.compile("个(?:行政)?(?:村|社区|居委|部门|单位|学校|企业|小组|站|点|网格|片区|党支部|支部)")


@dataclass(frozen=True)
class Quantity:
    """One numeral: characters `start` to `end`, its own 约, 余 and unit included.

    `kind` is `figure` for a quantity that can be bound or sourced, else what it is. `number` is a Decimal in
    `unit` (50 for 50万元); None where the numeral is part of a name. `approximation` is empty for exact ones.
    """

    text: str
    number: Decimal | None
    unit: str
    start: int
    end: int
    kind: str
    approximation: str = ""

    @property
    def is_figure(self):
        return self.kind == FIGURE


def quantities(text, titles=()):
    """All quantities of a text in order; a numeral of one of the `titles`, quoted, is part of that name."""
    masks = masks_of(text, titles)
    taken = bytearray(len(text))
    for mask in masks:
        taken[mask.start : mask.end] = b"\x01" * (mask.end - mask.start)
    kept = list(_masked(text, masks))
    for one in (*_words_for_nothing(text), *_frequencies(text), *_per_cents(text)):
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\x01" * (one.end - one.start)
            kept.append(one)
    kept += _counted(text, taken)
    return _followed(text, sorted(kept, key=lambda one: one.start))


def _masked(text, masks):
    """Masks that hold a numeral, each once."""
    for mask in masks:
        held = text[mask.start : mask.end]
        numerals = [] if mask.kind == TOKEN else find_all(held)
        if numerals:
            start = mask.start + len(held) - len(held.lstrip())
            yield Quantity(text[start : mask.end], numerals[0].value, "", start, mask.end, mask.kind)


def _words_for_nothing(text):
    for match in NOTHING.finditer(text):
        yield Quantity(
            match["word"], ZERO, unit_of_nothing(text, match.end("word")), *match.span("word"), FIGURE
        )
    for match in ALL_COVERED.finditer(text):
        clause = re.split(r"[，。；！？\n]", text[: match.start()])[-1]
        if not any(numeral for numeral in find_all(clause) if not numeral.in_characters):
            yield Quantity(match[0], HUNDRED, "%", *match.span(), FIGURE)


def _frequencies(text):
    for match in _EVERY.finditer(text):
        yield Quantity(match[0], Decimal(1), _PER[match[1]], *match.span(), FIGURE)


def _per_cents(text):
    for match in _PER_CENT.finditer(text):
        number = _spoken(match[1])
        if number is not None:
            approximation = LEAST if match[0].endswith("以上") else _approximation(match[0][:2])
            yield Quantity(match[0], number, "%", *match.span(), FIGURE, approximation)


def _spoken(written):
    """98 and 九十八, 98.5 and 九十八点五."""
    if written[0].isdigit():
        return Decimal(written)
    whole, _, part = written.partition("点")
    value = read(whole)
    places = "".join(str(DIGITS[digit]) for digit in part)
    return value and value.value + Decimal(f"0.{places or 0}")


# Counted numerals ------------------------------------------------------------------------------------


def _counted(text, taken):
    """Numerals outside all masks: figures, or words with a numeral in them."""
    found, position = [], 0
    for numeral in find_all(text):
        held = taken[numeral.start : numeral.end]
        if numeral.start < position or any(held):
            continue
        one = _quantity(text, numeral)
        if one is not None:
            found.append(one)
            position = one.end
    return _with_ranges(text, found)


def _quantity(text, numeral):
    unit, end, loose = _unit_after(text, numeral.end)
    number = numeral.value
    if unit == "元" and re.search(r"[万亿]$", numeral.text.rstrip("余多")) and number >= 10_000:
        step = "亿" if numeral.text.rstrip("余多").endswith("亿") else "万"
        number, unit = number / (10**8 if step == "亿" else 10**4), f"{step}元"
    if number == number.to_integral_value():
        number = Decimal(int(number))
    if numeral.in_characters:
        kind = _kind_in_characters(text, numeral, unit, end)
        if kind is None:
            return None
    else:
        kind = FIGURE
        if not unit:
            kind, unit, end = _without_unit(text, numeral)
    if kind != FIGURE:
        return Quantity(text[numeral.start : end], number, "", numeral.start, end, kind)
    approximation = _approximation(text[numeral.start : end], loose=loose, behind=numeral.approximate)
    return Quantity(text[numeral.start : end], number, unit, numeral.start, end, FIGURE, approximation)


def _unit_after(text, end):
    """(unit, where it ends, whether 余 stands before it) of what follows a numeral."""
    match = _UNIT.match(text, end)
    if not match:
        return "", end, False
    unit = match[2].replace("％", "%").replace("／", "/")
    unit = "人次" if unit == "人/次" else unit
    after = _AFTER_UNIT.match(text, match.end())
    return unit, after.end() if after else match.end(), bool(match[1])


def _kind_in_characters(text, numeral, unit, end):
    """What a numeral in Chinese characters is; None for a word that only looks like one."""
    if not unit and (_FORMAL.fullmatch(numeral.text) or numeral.text in "零〇"):
        return None
    around = text[max(0, numeral.start - 2) : numeral.end + 3]
    for word in _WORDS.finditer(around):
        place = max(0, numeral.start - 2) + word.start()
        if place <= numeral.start and numeral.end <= place + len(word[0]):
            return None
    loose = re.search("[余多几]", numeral.text) or text[numeral.end : numeral.end + 1] == "余"
    if unit and loose:
        return FIGURE
    if unit not in COUNTING:
        concrete = _CONCRETE.match(text, numeral.end)
        return FIGURE if concrete and numeral.value >= 2 and unit == "个" else PHRASE
    if _SAYINGS.match(text, end - (1 if unit == "件" else 0)) or _SAYINGS.match(text, end):
        return PHRASE
    if numeral.value >= 2:
        return FIGURE
    ends_clause = (
        _CLAUSE_END.match(text, end) and text[numeral.start - 1 : numeral.start] not in "每第同逐某哪唯任这那"
    )
    return FIGURE if ends_clause else PHRASE


def _without_unit(text, numeral):
    """(kind, unit, end) of an Arabic numeral that no unit follows."""
    before, after = text[: numeral.start], text[numeral.end : numeral.end + 1]
    if _RATE_BEFORE.search(before[-8:]):
        return FIGURE, "%", numeral.end
    if _RANKS.match(text, numeral.end):
        return PHRASE, "", numeral.end + 1
    if before[-1:] in {"“", '"', "‘"} or after in {"”", '"', "’"}:
        return PHRASE, "", numeral.end
    return FIGURE, "", numeral.end


def _approximation(said, *, loose=False, behind=False):
    """How the words around a number say that it is not exact."""
    if re.search("以上|超过|超|逾|不少于", said):
        return LEAST
    if re.search("以下|以内", said):
        return BELOW
    if loose or re.search("[余多几]", said):
        return OVER
    if re.search("近", said):
        return NEAR
    return ABOUT if behind or re.search("约|左右|上下", said) else ""


def _with_ranges(text, found):
    """10%～15% and 3—5次 are one quantity each, whose number is the lower one."""
    joined = []
    for one in found:
        last = joined[-1] if joined else None
        if (
            last
            and last.kind == one.kind == FIGURE
            and _RANGE.fullmatch(text[last.end : one.start])
            and last.unit in ("", one.unit)
        ):
            joined[-1] = Quantity(
                text[last.start : one.end], last.number, one.unit, last.start, one.end, FIGURE, ABOUT
            )
        else:
            joined.append(one)
    return joined


def _followed(text, found):
    """每季度召开2次 is one frequency of 2: the count that follows belongs to it."""
    done, every = [], None
    for one in found:
        if one.kind == FIGURE and "/" in one.unit:
            every = len(done)
        elif every is not None:
            clause = text[done[every].end : one.start]
            if re.search(r"[，。；！？\n]", clause):
                every = None
            elif one.unit in ("次", "场", "期", "节", "轮") or (
                one.kind == PHRASE and _TIMES.match(text, one.end)
            ):
                head = done[every]
                done[every] = Quantity(
                    head.text, one.number, head.unit, head.start, head.end, FIGURE, head.approximation
                )
                one = Quantity(one.text, one.number, one.unit, one.start, one.end, FREQUENCY)
                every = None
        done.append(one)
    return done
