"""Figures of what was handed out; different units (份、册、本、张、件) are never added up in silence."""

from django.db.models import Exists, OuterRef, Q

from township.figures.indicator import Indicator, indicators
from township.figures.measures import Sum

from ..models import OutreachEvent, OutreachMaterial
from .events import SUMMARISED

LEAFLETS = Q(kind__in=["leaflet", "handbook", "poster"], unit__in=["份", "册", "张"])


def at_events_about(*keys):
    """Materials handed out at events tagged with any of the topics."""
    through = OutreachEvent.topics.through
    return Q(Exists(through.objects.filter(outreachevent_id=OuterRef("record_id"), topic__key__in=keys)))


indicators.add(
    Indicator(
        "outreach.leaflets",
        "宣传资料发放份数",
        "份",
        "发放资料里品种为宣传资料、宣传手册、海报，单位为份、册、张的数量相加；法治读本和宣传品另计。",
        OutreachMaterial,
        Sum("quantity"),
        where=LEAFLETS,
    ),
    *(
        Indicator(
            f"outreach.leaflets_{keys[0].replace('-', '_')}",
            f"{stem}资料发放份数",
            "份",
            f"节点选“{topic}”的普法活动发放的宣传资料、宣传手册、海报相加，已含在宣传资料发放份数里。",
            OutreachMaterial,
            Sum("quantity"),
            where=LEAFLETS & at_events_about(*keys),
        )
        for keys, topic, stem in SUMMARISED
    ),
    Indicator(
        "outreach.handbooks",
        "宣传手册发放册数",
        "册",
        "发放资料里品种为宣传手册、单位为册或本的数量相加；已含在宣传资料发放份数里的，不再相加。",
        OutreachMaterial,
        Sum("quantity"),
        where=Q(kind="handbook", unit__in=["册", "本"]),
    ),
    Indicator(
        "outreach.posters",
        "张贴宣传海报张数",
        "张",
        "发放资料里品种为海报的数量相加；已含在宣传资料发放份数里，不再相加。",
        OutreachMaterial,
        Sum("quantity"),
        where=Q(kind="poster"),
        aliases=("宣传海报张数",),
    ),
    Indicator(
        "outreach.readers",
        "法治读本发放本数",
        "本",
        "发放资料里品种为法治读本的数量相加。",
        OutreachMaterial,
        Sum("quantity"),
        where=Q(kind="reader"),
    ),
    Indicator(
        "outreach.gifts",
        "宣传品发放件数",
        "件",
        "发放资料里品种为宣传品的数量相加。",
        OutreachMaterial,
        Sum("quantity"),
        where=Q(kind="gift"),
    ),
)
