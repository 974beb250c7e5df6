"""The dated phrases that every installation starts with; administrators add to them."""

import datetime
from dataclasses import dataclass

Day = datetime.date


@dataclass(frozen=True)
class Phrase:
    """One entry of the list, as `DatedWording` keeps it."""

    key: str
    phrase: str
    until: Day | None
    instead: str
    but_not: str = ""
    source: str = ""


PHRASES = (
    Phrase(
        "legal-system",
        "法制宣传；法制讲座；法制教育；法制培训；法制副校长；法制课；法制意识；法制观念；法制建设",
        Day(2014, 10, 23),
        "现在写“法治”",
        source="党的十八届四中全会",
    ),
    Phrase(
        "social-management",
        "社会管理",
        Day(2013, 11, 12),
        "现在写“社会治理”",
        but_not="社会管理局；社会管理办；社会管理所；社会管理综合治理委",
        source="党的十八届三中全会",
    ),
    Phrase("comprehensive-enforcement", "综治行政执法", None, "应写“综合行政执法”"),
    Phrase(
        "rule-of-law-group",
        "依法治县领导小组；依法治市领导小组；依法治区领导小组",
        Day(2018, 8, 24),
        "现在是“全面依法治县委员会”",
        source="2018年机构改革",
    ),
    Phrase(
        "mass-line",
        "党的群众路线教育实践活动；群众路线教育实践活动",
        Day(2014, 12, 31),
        "这项活动2014年已结束",
    ),
    Phrase("three-stricts", "三严三实专题教育", Day(2016, 12, 31), "这项专题教育是2015年开展的"),
    Phrase(
        "original-aspiration",
        "不忘初心、牢记使命主题教育；不忘初心牢记使命主题教育",
        Day(2020, 6, 30),
        "这项主题教育2020年初已结束",
    ),
    Phrase(
        "party-history",
        "党史学习教育",
        Day(2022, 12, 31),
        "这项学习教育是2021年开展的",
        but_not="党史学习教育常态；党史学习教育条例",
    ),
    Phrase(
        "thought-campaign",
        "学习贯彻习近平新时代中国特色社会主义思想主题教育",
        Day(2024, 12, 31),
        "这项主题教育2024年初已结束",
    ),
    Phrase(
        "party-discipline",
        "党纪学习教育",
        Day(2025, 12, 31),
        "这项学习教育是2024年开展的",
        but_not="党纪学习教育常态",
    ),
    Phrase(
        "poverty-alleviation",
        "精准扶贫；脱贫攻坚；脱贫攻坚战",
        Day(2021, 2, 25),
        "现在写“巩固拓展脱贫攻坚成果”",
        but_not="巩固脱贫攻坚；巩固拓展脱贫攻坚；脱贫攻坚成果；脱贫攻坚战成果；脱贫攻坚同；脱贫攻坚与乡村",
        source="全国脱贫攻坚总结表彰大会",
    ),
    Phrase(
        "land-office",
        "国土所；国土资源所",
        Day(2019, 12, 31),
        "现在是“自然资源所”",
        source="2018年机构改革",
    ),
    Phrase("commerce-office", "工商所", Day(2019, 12, 31), "现在是“市场监管所”", source="2018年机构改革"),
    Phrase(
        "general-procedure",
        "一般程序",
        Day(2021, 7, 15),
        "2021年起叫“普通程序”",
        but_not="一般程序性",
        source="2021年修订的《行政处罚法》",
    ),
    Phrase(
        "family-planning",
        "计划生育",
        Day(2021, 8, 20),
        "现在写“优化生育”",
        but_not="计划生育家庭；计划生育协会；计划生育特殊",
        source="2021年修改的《人口与计划生育法》",
    ),
)


def install_phrases(sender, using, **kwargs):
    """Make sure that the common phrases are there (after migrating); what was edited stays as it is."""
    from .models import DatedWording

    wordings = DatedWording.objects.using(using)
    known = set(wordings.filter(area=None).values_list("key", flat=True))
    wordings.bulk_create(DatedWording(**vars(one)) for one in PHRASES if one.key not in known)
