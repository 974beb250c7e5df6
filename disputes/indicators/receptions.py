"""Figures of leaders' reception days and of the matters brought forward on them."""

from django.db.models import Q

from township.figures.indicator import Indicator, indicators
from township.figures.measures import Count, Distinct, MonthsCovered, Ratio, Sum

from ..models import ReceptionDay, ReceptionMatter


def days(key, label, unit, definition, measure=None, **options):
    """A figure of the days themselves."""
    return Indicator(
        f"receptions.{key}",
        label,
        unit,
        f"{definition}按接访日期计。",
        ReceptionDay,
        measure or Count(),
        **options,
    )


indicators.add(
    days(
        "days",
        "领导接访次数",
        "次",
        "领导干部接访下访的次数，一名领导接访一次计一次，没有人来访的也计。",
        category="method",
    ),
    days("months", "开展领导接访的月数", "个月", "统计期内有领导接访的月份个数。", MonthsCovered()),
    days("leaders", "参加接访领导人数", "人", "参加接访的领导，按人去重。", Distinct("leader")),
    days(
        "field", "带案下访次数", "次", "领导干部带案下访的次数，含在领导接访次数里。", where=Q(method="field")
    ),
    days(
        "batches",
        "领导接访批次",
        "批",
        "各次接访的接待批次相加；与信访台账的来访批次是两个数，不相加。",
        Sum("batches"),
        aliases=("接访批次",),
    ),
    days(
        "people",
        "领导接访人次",
        "人次",
        "各次接访的接待人次相加，不是按人去重；与信访台账的来访人次不相加。",
        Sum("people"),
        aliases=("接访人次",),
    ),
    days("answered", "接访当场答复件数", "件", "接访时当场答复的事项。", Sum("answered")),
    days("assigned", "接访交办件数", "件", "接访后交办的事项，含后来办结的。", Sum("assigned")),
    days("settled", "接访事项办结件数", "件", "当场答复和交办后办结的事项。", Sum("settled")),
    Indicator(
        "receptions.matters",
        "接访反映事项件数",
        "件",
        "接访台账里逐项登记的反映事项，按接访日期计；只填了总数、没有逐项登记的不在内。",
        ReceptionMatter,
        category="outcome",
    ),
    Indicator(
        "receptions.matters_done",
        "接访逐项登记办结件数",
        "件",
        "逐项登记的反映事项里当场答复和交办后办结的，按接访日期计。",
        ReceptionMatter,
        where=Q(outcome__in=["answered", "settled"]),
    ),
    Indicator(
        "receptions.done_rate",
        "接访事项办结率",
        "%",
        "逐项登记的反映事项里当场答复和交办后办结的÷逐项登记的反映事项。",
        ReceptionMatter,
        Ratio("receptions.matters_done", "receptions.matters"),
    ),
    Indicator(
        "receptions.petitions",
        "接访登记信访事项数",
        "项",
        "接访反映事项里登记为信访、已关联信访台账的，信访本身在信访台账里计，不另加。",
        ReceptionMatter,
        where=Q(petition__isnull=False),
    ),
    Indicator(
        "receptions.mediated",
        "接访转调解事项数",
        "项",
        "接访反映事项里转为人民调解的，纠纷本身在调解台账里计一次，两边不相加。",
        ReceptionMatter,
        where=Q(dispute__isnull=False),
    ),
)
