"""Figures of what the township publishes: one piece of information is one 条, in however many channels."""

from django.db.models import F, Q

from township.figures.indicator import Indicator, indicators
from township.figures.measures import Count, MonthsCovered
from township.records.fields import holds

from ..models import Disclosure
from ..models.disclosure import UNPUBLISHED

RULE = "按发布日期计；不含村级三务公开。"
CHANNEL_RULE = "一条信息发几个渠道的，各渠道的数里都有它，各渠道相加可以大于主动公开信息条数。"


def published(key, label, definition, where=None, **options):
    """A number of pieces of information."""
    return Indicator(
        f"disclosures.{key}",
        label,
        "条",
        f"{definition}{RULE}",
        Disclosure,
        Count(),
        where=where or Q(),
        **options,
    )


indicators.add(
    published(
        "published",
        "主动公开信息条数",
        "镇里主动公开的信息，同一条信息发几个渠道只计一条。",
        category="column",
        glance="政务公开按栏目分",
    ),
    published(
        "website",
        "政府网站公开信息条数",
        f"在县政府网站本镇专栏公开的信息。{CHANNEL_RULE}",
        holds("channels", "website"),
    ),
    published(
        "account",
        "公众号发布条数",
        f"在公众号公开的信息。{CHANNEL_RULE}",
        holds("channels", "account"),
    ),
    published(
        "board", "公开栏公开信息条数", f"在公开栏公开的信息。{CHANNEL_RULE}", holds("channels", "board")
    ),
    published(
        "normative",
        "公开规范性文件条数",
        "公开的信息里属于规范性文件的，含在主动公开信息条数里。",
        Q(normative=True),
    ),
    published("policy", "政策文件公开条数", "公开栏目为政策文件的信息。", Q(column="policy")),
    published("budget", "财政预决算公开条数", "公开栏目为财政预决算的信息。", Q(column="budget")),
    published("enforcement", "行政执法公开条数", "公开栏目为行政执法的信息。", Q(column="enforcement")),
    published(
        "cleared",
        "经保密审查的公开信息条数",
        "登记了保密审查人和审查日期的信息。",
        Q(cleared_by__isnull=False, cleared_on__isnull=False),
    ),
    published(
        "in_time",
        "按期主动公开信息条数",
        "生成或变更之日起20个工作日内公开的信息；没有登记生成日期的、网址还没有登记的不计。",
        Q(date__lte=F("publish_by")) & ~UNPUBLISHED,
    ),
    Indicator(
        "disclosures.months",
        "主动公开信息的月数",
        "个月",
        f"统计期内有主动公开信息的月份个数。{RULE}",
        Disclosure,
        MonthsCovered(),
    ),
)
