"""列举的个数和说的不一样."""

import re

from .registry import Finding, Severity, check

NUMBERS = {char: number for number, char in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_N = "[两二三四五六七八九十]"
# “法律七进”, “五有”, “三到位”: a number and the word that its members share.
SAID = re.compile(rf"[“\"](?:法律|法治)?({_N})(个?[\u4e00-\u9fff]{{1,3}})[”\"]")
LEAD_IN = re.compile(r"[^。；\n]{0,6}?(?:，?即|[：:]|，?也就是|中的|，?包括|，?分别是|，?做到)")
# Sayings whose members everybody knows or that are no list.
KNOWN = re.compile(
    "^(?:两委|三务|两会|三农|三会一课|两代表|五老|四史|四议|两站|两新|三资|三治|四风|三公|两规|五星|九小|三社|四知|十户)"
)


@check(Severity.REMINDER, "列举与数目不符")
def look(paper):
    """七进 with six members: a list that has more or fewer members than its name says."""
    for phrase, (wanted, places) in said_in(paper.text).items():
        lists = [found for place in places if (found := members(paper.text, place))]
        if not lists or any(len(found) == wanted for _, found in lists):
            continue
        place, found = max(lists, key=lambda one: len(one[1]))
        only = "只有" if len(found) < wanted else "有"
        yield Finding(
            *place.span(),
            f"说的是“{phrase}”，列出来的{only}{len(found)}个：{'、'.join(found)}{_missing(phrase, found, paper)}。",
        )


def said_in(text):
    """{phrase: (how many it says, [its places])} of the phrases that may have a list."""
    found = {}
    for match in SAID.finditer(text):
        phrase = match[1] + match[2]
        if not KNOWN.match(phrase):
            found.setdefault(phrase, (NUMBERS[match[1]], []))[1].append(match)
    return found


def members(text, match):
    """(place, members) of the list behind or before a phrase, of two members at least; None without one."""
    word = match[2].removeprefix("个")
    found = _listed_behind(text, match.end(), word) or _listed_before(text, match.start())
    return (match, found) if len(found) > 1 else None


def _listed_behind(text, end, word):
    """进机关、进学校 …: what begins with the word they share."""
    lead = LEAD_IN.match(text, end)
    if not lead:
        return []
    rest = re.split(r"[。；\n]", text[lead.end() :])[0]
    lists = re.findall(rf"(?:{word}[^、，,。；：:“”]{{1,16}}(?:[、，,]|$))+", rest)
    return max(([item for item in re.split("[、，,]", one) if item] for one in lists), key=len, default=[])


def _listed_before(text, start):
    """信息直达、民意直诉、领导直办、矛盾直控“四直”: a list that ends at the phrase."""
    clause = re.split(r"[，,。；：:\n]", text[max(0, start - 60) : start])[-1]
    items = [item for item in re.split("、|和|与|及", re.sub(r"^\s*\d+[、.]", "", clause)) if item.strip()]
    # Quotation marks in the list belong to another phrase's list.
    return items if len(items) > 1 and "、" in clause and "”" not in clause else []


def _missing(phrase, found, paper):
    """Which members of the scheme of 法律进 are not in the list."""
    if not phrase.endswith("进"):
        return ""
    left = [name for name in paper.scheme if not any(name in item for item in found)]
    return f"，少了进{'、进'.join(left)}" if left and len(left) + len(found) == len(paper.scheme) else ""
