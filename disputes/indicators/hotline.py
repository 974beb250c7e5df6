"""Figures of the 12345 hotline, sums of its monthly totals."""

from django.db.models import Q

from township.figures.indicator import Indicator, indicators
from township.figures.measures import MonthsCovered, Ratio, Sum

from ..models import HotlineMonth

RULE = "各月汇总数相加，按月份计；以县热线平台通报为准。"


def summed(field, label, definition):
    """The sum of one column of the monthly totals."""
    return Indicator(f"hotline.{field}", label, "件", f"{definition}{RULE}", HotlineMonth, Sum(field))


def rate(key, label, definition, numerator, denominator):
    return Indicator(
        f"hotline.{key}",
        label,
        "%",
        definition,
        HotlineMonth,
        Ratio(f"hotline.{numerator}", f"hotline.{denominator}"),
    )


indicators.add(
    summed("received", "12345工单件数", "12345热线转来的工单。"),
    summed("closed", "12345工单办结件数", "办结的12345工单，含上月转来的。"),
    summed("on_time", "12345工单按时办结件数", "按时办结的12345工单。"),
    Indicator(
        "hotline.timed",
        "12345工单记有时限的办结件数",
        "件",
        f"填了按时办结件数的月份的办结件数，是按时办结率的分母。{RULE}",
        HotlineMonth,
        Sum("closed"),
        where=Q(on_time__isnull=False),
    ),
    summed("rated", "12345工单回访评价件数", "回访到、作了评价的12345工单。"),
    summed("satisfied", "12345工单满意件数", "回访评价满意的12345工单。"),
    rate(
        "on_time_rate",
        "12345工单按时办结率",
        "按时办结件数÷办结件数；没有填按时办结件数的月份不进分母。",
        "on_time",
        "timed",
    ),
    rate(
        "satisfaction",
        "12345工单满意率",
        "满意件数÷回访评价件数；没有回访到、没有评价的不进分母。",
        "satisfied",
        "rated",
    ),
    Indicator(
        "hotline.months",
        "12345工单汇总月数",
        "个月",
        "统计期内已汇总12345工单的月份个数，不足12个月的全年数不完整。",
        HotlineMonth,
        MonthsCovered(),
    ),
)
