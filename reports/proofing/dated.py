"""What official texts refer to from which day on: congresses, plans, laws that the Civil Code replaced."""

import datetime
import re
from dataclasses import dataclass

from ..outline import plan_for

Day = datetime.date


# Laws that the Civil Code took the place of, where they are named without 《》.
CIVIL_CODE_DAY = Day(2021, 1, 1)
BARE_LAWS = re.compile(
    r"(?<=[、，。；：“（和与及习传讲解普《])(民法通则|民法总则|合同法|婚姻法|继承法|物权法|侵权责任法|担保法|收养法)(?!》|学|院)"
)


@dataclass(frozen=True)
class Congress:
    """A party congress or plenum that reports refer to from `since` on; `said` matches its mention."""

    name: str
    since: Day
    said: str


def _plenum(congress, number):
    """However a plenum is named: 二十届三中全会, 二十届二中、三中全会, 二十届历次全会."""
    return rf"{congress}届(?:历次全会|(?:[一二三四五六七]中、|[一二三四五六七]中全会、)*{number}中(?:、[一二三四五六七]中)*全会)"


CONGRESSES = (
    Congress("党的十九大精神", Day(2017, 10, 24), "十九大|十九届"),
    Congress("党的十九届四中全会精神", Day(2019, 10, 31), _plenum("十九", "四")),
    Congress("党的十九届五中全会精神", Day(2020, 10, 29), _plenum("十九", "五")),
    Congress("党的十九届六中全会精神", Day(2021, 11, 11), _plenum("十九", "六")),
    Congress("党的二十大精神", Day(2022, 10, 22), "二十大|二十届"),
    Congress("党的二十届三中全会精神", Day(2024, 7, 18), _plenum("二十", "三")),
    Congress("党的二十届四中全会精神", Day(2025, 10, 23), _plenum("二十", "四")),
)
# What a report says from its day on: (name, since, how it may be said).
MENTIONS = (
    ("习近平法治思想", Day(2020, 11, 17), "习近平法治思想"),
    (
        "宪法宣传周（国家宪法日）",
        Day(2018, 12, 1),
        "宪法宣传|宪法日|宪法周|12[·.•]4|学习宪法|宪法学习|宪法宣誓|12月4日",
    ),
)


def latest_congress(day):
    """The last congress or plenum before `day`; None before the first."""
    return next((one for one in reversed(CONGRESSES) if one.since <= day), None)


def five_year_plan(year):
    """(name, pattern) of the plan of legal education in force; 九五 was published in July 2026."""
    name = plan_for(year)
    word = re.search("“(.+?)”", name)[1]
    return name, rf"{word}[”\"’]?\s*(?:法治|普法|规划|时期|期间|收官|开局)|{word}普法"
