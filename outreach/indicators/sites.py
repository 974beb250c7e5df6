"""Figures of what is built up: the five items, demonstration sites, places of legal culture."""

from django.db.models import Q

from township.figures.indicator import Indicator, indicators
from township.figures.measures import Count, Distinct, Stock, Sum

from ..models import DemonstrationSite, FiveItem, LegalCulturePlace

indicators.add(
    Indicator(
        "outreach.demonstration_villages",
        "民主法治示范村（社区）个数",
        "个",
        "截止日已命名并仍有效的民主法治示范村（社区），同村多级命名按最高级只计一次；限期整改期间仍计，申报、创建中和已撤销的不计。"
        "按级别分列时，同村在每一级各计一次，所以各级相加可以多于总数。",
        DemonstrationSite,
        Stock(Distinct("area"), begins=("named_on",)),
        where=Q(programme="village", named_on__isnull=False),
        category="rank",
        aliases=("民主法治示范村个数", "法治示范村个数"),
    ),
    Indicator(
        "outreach.demonstration_households",
        "学法用法示范户户数",
        "户",
        "截止日已命名并仍有效的学法用法示范户，一条记录计一户。",
        DemonstrationSite,
        Stock(Count(), begins=("named_on",)),
        where=Q(programme="household", named_on__isnull=False),
    ),
    Indicator(
        "outreach.five_items",
        "五有已落实项数",
        "项",
        "统计期内形成的工作方案、宣传资料、责任书中状态为已有的项数，按形成日期计；宣传活动、工作台账看活动场次。",
        FiveItem,
        where=Q(presence="present"),
        category="item",
    ),
    Indicator(
        "outreach.sites_named",
        "新命名法治示范创建个数",
        "个",
        "命名日期在统计期内的创建对象个数。",
        DemonstrationSite,
        date="named_on",
    ),
    Indicator(
        "outreach.culture_places",
        "法治阵地处数",
        "处",
        "截止日建成并仍在的法治公园、长廊、书屋、宣传栏等，维修中的仍计，停用的不计；是否命名另看法治创建。",
        LegalCulturePlace,
        Stock(Count()),
        category="kind",
        aliases=("法治文化阵地个数",),
    ),
    Indicator(
        "outreach.culture_places_built",
        "新建法治阵地处数",
        "处",
        "建成日期在统计期内的法治阵地处数，后来停用的也计。",
        LegalCulturePlace,
        category="kind",
    ),
    Indicator(
        "outreach.culture_places_invested",
        "新建法治阵地建设投入金额",
        "元",
        "建成日期在统计期内的法治阵地建设投入相加，没填投入的不计；法治经费另计，不相加。",
        LegalCulturePlace,
        Sum("invested"),
    ),
)
