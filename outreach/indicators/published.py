"""Figures of news sent in; the reports of single events (信息报道) are counted apart."""

from django.db.models import Q

from township.figures.indicator import Indicator, indicators

from ..models import MediaReport, PublishedItem

APART = "普法活动里登记的信息报道另计，不相加。"

indicators.add(
    Indicator(
        "outreach.published_sent",
        "信息报送篇数",
        "篇",
        f"报送日期在统计期内的信息篇数，采用与否都计。{APART}",
        PublishedItem,
        aliases=("信息篇数",),
    ),
    Indicator(
        "outreach.published_adopted",
        "信息采用篇数",
        "篇",
        f"采用日期在统计期内的信息篇数，几家采用的分别计。{APART}",
        PublishedItem,
        where=~Q(outlet=""),
        date="adopted_on",
        category="rank",
    ),
    Indicator(
        "outreach.published_high",
        "市级以上信息采用篇数",
        "篇",
        "采用级别为市、省、国家的信息篇数，按采用日期计，是信息采用篇数的其中项。",
        PublishedItem,
        where=Q(rank__in=[MediaReport.Rank.CITY, MediaReport.Rank.PROVINCE, MediaReport.Rank.NATION]),
        date="adopted_on",
    ),
)
