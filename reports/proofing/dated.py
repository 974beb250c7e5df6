"""Set phrases with the years they belong to (fields.md H); administrators add to them (`DatedWording`)."""

import datetime
import re
from dataclasses import dataclass

from ..outline import plan_for

Day = datetime.date


@dataclass(frozen=True)
class Wording:
    """A phrase that is out of date from `until` on (None: always); `instead` is what to write or do."""

    pattern: str
    until: Day | None
    instead: str


# The year of an end is the first one in which the phrase no longer fits.
WORDINGS = (
    Wording("法制(?:宣传|讲座|教育|培训|副校长|课|意识|观念|建设)", Day(2014, 10, 23), "现在写“法治”"),
    Wording("社会管理(?!局|办|所|综合治理委)", Day(2013, 11, 12), "现在写“社会治理”"),
    Wording("综治行政执法", None, "应写“综合行政执法”"),
    Wording("依法治(?:县|市|区)领导小组", Day(2018, 8, 24), "现在是“全面依法治县委员会”"),
    Wording("(?:党的)?群众路线教育实践活动", Day(2014, 12, 31), "这项活动2014年已结束"),
    Wording('[“"]?三严三实[”"]?专题教育', Day(2016, 12, 31), "这项专题教育是2015年开展的"),
    Wording('[“"]?不忘初心、?牢记使命[”"]?主题教育', Day(2020, 6, 30), "这项主题教育2020年初已结束"),
    Wording("党史学习教育(?!常态|条例)", Day(2022, 12, 31), "这项学习教育是2021年开展的"),
    Wording(
        "学习贯彻习近平新时代中国特色社会主义思想主题教育", Day(2024, 12, 31), "这项主题教育2024年初已结束"
    ),
    Wording("党纪学习教育(?!常态)", Day(2025, 12, 31), "这项学习教育是2024年开展的"),
    Wording(
        "精准扶贫|(?<!巩固)(?<!巩固拓展)(?<!巩固脱贫攻坚成果)脱贫攻坚战?(?!成果|同|与乡村)",
        Day(2021, 2, 25),
        "现在写“巩固拓展脱贫攻坚成果”",
    ),
    Wording("国土(?:资源)?所", Day(2019, 12, 31), "现在是“自然资源所”"),
    Wording("工商所", Day(2019, 12, 31), "现在是“市场监管所”"),
    Wording("一般程序(?=案件|处罚|立案|\\d)", Day(2021, 7, 15), "2021年起叫“普通程序”"),
    Wording("计划生育(?!家庭|协会|特殊)", Day(2021, 8, 20), "现在写“优化生育”"),
)
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
