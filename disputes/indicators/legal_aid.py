"""Figures of legal aid: what a township may say of itself is that it guided and helped to apply."""

from django.db.models import Q

from township.figures.indicator import Indicator, indicators
from township.figures.measures import Count, Sum

from ..models import LegalAid

APPLIED = Q(service__in=LegalAid.APPLICATIONS)


def given(key, label, unit, definition, where=None, measure=None, **options):
    """A figure of the help given."""
    return Indicator(
        f"legal_aid.{key}",
        label,
        unit,
        f"{definition}按日期计。",
        LegalAid,
        measure or Count(),
        where=where or Q(),
        **options,
    )


indicators.add(
    given(
        "applications",
        "引导、协助申请法律援助件数",
        "件",
        "指引申请和初审转交的件数；受理、办理是县法律援助机构的数，镇里只写“引导、协助申请”。",
        APPLIED,
        category="recipient",
        aliases=("协助申请法律援助件数", "法律援助件数"),
    ),
    given("guided", "指引申请法律援助件数", "件", "指引申请法律援助的件数。", Q(service="guiding")),
    given(
        "forwarded", "初审转交法律援助件数", "件", "初审后转交法律援助机构的件数。", Q(service="forwarding")
    ),
    given(
        "accepted",
        "县法律援助机构受理件数",
        "件",
        "经本镇引导、协助，县法律援助机构已受理（含已办结）的件数；写进报告要写明是县法律援助机构受理。",
        APPLIED & Q(result__in=["accepted", "closed"]),
    ),
    given(
        "migrant_workers",
        "协助农民工申请法律援助件数",
        "件",
        "受援人是农民工的，含在引导、协助申请法律援助件数里。",
        APPLIED & Q(recipient="migrant_worker"),
    ),
    given(
        "recipients",
        "申请法律援助受援人次",
        "人次",
        "引导、协助申请的人数相加，不是按人去重。",
        APPLIED,
        Sum("people"),
    ),
    given("advice", "公共法律服务咨询件数", "件", "登记在法律援助台账里的法律咨询。", Q(service="advice")),
    given(
        "advised",
        "公共法律服务咨询人次",
        "人次",
        "登记在法律援助台账里的法律咨询人数相加；与普法活动现场咨询分别统计。",
        Q(service="advice"),
        Sum("people"),
    ),
    given("papers", "代写法律文书件数", "件", "代写法律文书的件数。", Q(service="writing")),
    Indicator(
        "legal_aid.recovered",
        "法律援助挽回损失金额",
        "元",
        "引导、协助申请的法律援助办结后挽回的损失相加，按办结日期计；没有填金额的不计。",
        LegalAid,
        Sum("recovered"),
        where=APPLIED,
        date="closed_on",
        aliases=("挽回经济损失",),
    ),
)
