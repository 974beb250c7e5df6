"""Figures of money, lists of matters, and services by the month."""

from django.db.models import Q

from township.figures.indicator import Indicator, indicators
from township.figures.measures import Ratio, Stock, Sum

from ..models import LegalBudget, MatterList, ServiceMonth

MONTH_RULE = "各月汇总相加，按月份计。"


def money(key, label, definition, **fields):
    """Yuan put into the rule of law."""
    return Indicator(
        f"budget.{key}",
        label,
        "元",
        f"{definition}按列支日期计，单位为元。",
        LegalBudget,
        Sum("amount"),
        where=Q(**fields),
        category="origin",
    )


def matters(key, label, definition, **fields):
    """Matters on the lists in use on the cut-off day."""
    return Indicator(
        f"lists.{key}",
        label,
        "项",
        f"{definition}截止日在用的清单才计，停用的不计。",
        MatterList,
        Stock(Sum("matters")),
        where=Q(**fields),
    )


def services(key, label, unit, definition, field, **fields):
    """A sum over the monthly totals of services."""
    return Indicator(
        f"services.{key}",
        label,
        unit,
        f"{definition}{MONTH_RULE}",
        ServiceMonth,
        Sum(field),
        where=Q(**fields),
    )


indicators.add(
    money("amount", "法治经费金额", "各项法治经费相加。"),
    money("venues", "法治阵地投入金额", "用途为“法治阵地建设”的经费相加。", purpose="venue"),
    money("outreach", "普法经费金额", "用途为“普法宣传”的经费相加。", purpose="outreach"),
    money("counsel", "法律顾问经费金额", "用途为“法律顾问”的经费相加。", purpose="counsel"),
    matters("powers", "权责清单事项数", "权责清单的项数。", kind="powers"),
    matters("duties", "履职事项数", "履职事项清单的项数。", kind="duties"),
    matters("enforcement", "执法事项清单项数", "执法事项清单的项数。", kind="enforcement"),
    services("handled", "政务服务办件量", "件", "行政许可和政务服务受理的件数。", "received"),
    services(
        "licences",
        "行政许可办件量",
        "件",
        "类型为“行政许可”的受理件数，是政务服务办件量的一部分。",
        "received",
        kind="licence",
    ),
    services("finished", "政务服务办结件数", "件", "当月受理的里面已经办结的件数。", "finished"),
    Indicator(
        "services.finished_rate",
        "政务服务办结率",
        "%",
        "政务服务办结件数÷政务服务办件量；没有办件的不计算。",
        ServiceMonth,
        Ratio("services.finished", "services.handled"),
    ),
    services("online", "政务服务网上办件量", "件", "网上办理的件数，是政务服务办件量的一部分。", "online"),
    services(
        "self_service", "政务自助服务人次", "人次", "自助终端服务的人次，不与办件量相加。", "self_service"
    ),
)
