"""What the work rests on: money, lists of powers and duties, and services to the public by the month."""

from django.db import models
from django.utils import timezone

from township.records.fields import AmountField, CountField, YearField
from township.records.models import MonthlyTotal, Record
from township.records.models.monthly import once_a_month
from township.records.models.record import date_field, in_order, not_above, title_field


def this_year():
    """The year that a new entry is about unless somebody says otherwise."""
    return timezone.localdate().year


class LegalBudget(Record):
    """Money put into the rule of law (法治经费): one item, in yuan, on the day it was allotted or spent."""

    class Purpose(models.TextChoices):
        OUTREACH = "outreach", "普法宣传"
        VENUE = "venue", "法治阵地建设"
        COUNSEL = "counsel", "法律顾问"
        MEDIATION = "mediation", "人民调解"
        ENFORCEMENT = "enforcement", "行政执法"
        OTHER = "other", "其他"

    class Origin(models.TextChoices):
        TOWNSHIP = "township", "镇财政"
        COUNTY = "county", "县级财政"
        SPECIAL = "special", "上级专项"
        OTHER = "other", "其他"

    date = date_field("列支日期")
    title = title_field("项目")
    purpose = models.CharField("用途", max_length=12, choices=Purpose.choices)
    amount = AmountField("金额（元）", required=True, help_text="一律填元，1 万元填 10000。")
    origin = models.CharField("来源", max_length=10, choices=Origin.choices)
    year = YearField("年份", default=this_year)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "法治经费"


class MatterList(Record):
    """A list of powers or duties with its number of matters (权责清单、履职事项清单), in use until replaced."""

    class Kind(models.TextChoices):
        POWERS = "powers", "权责清单"
        DUTIES = "duties", "履职事项清单"
        ENFORCEMENT = "enforcement", "执法事项清单"
        OTHER = "other", "其他清单"

    date = date_field("公布日期")
    title = title_field("清单名称")
    kind = models.CharField("类别", max_length=12, choices=Kind.choices)
    year = YearField("年份", default=this_year)
    matters = CountField("项数", required=True, ceiling=10_000)
    added = CountField("比上一版新增（项）", ceiling=10_000)
    removed = CountField("比上一版减少（项）", ceiling=10_000)
    valid_to = models.DateField(
        "停用日期", null=True, blank=True, help_text="换了新清单的，在旧清单上填换下的日期，免得两版都计。"
    )

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "事项清单"
        constraints = [
            not_above("matter_list_added_of_all", "added", "matters", "新增的项数不能多于清单项数。"),
            in_order("matter_list_ends_after_start", "date", "valid_to", "停用日期不能早于公布日期。"),
        ]


class ServiceMonth(MonthlyTotal):
    """A month's licences or services to the public (行政许可和政务服务办件), all windows together."""

    class Kind(models.TextChoices):
        LICENCE = "licence", "行政许可"
        SERVICE = "service", "政务服务"

    kind = models.CharField("类型", max_length=10, choices=Kind.choices)
    received = CountField("受理（件）", required=True, ceiling=1_000_000)
    finished = CountField("其中已办结（件）", ceiling=1_000_000, help_text="本月受理的里面已经办结的。")
    online = CountField("其中网上办理（件）", ceiling=1_000_000)
    self_service = CountField("自助服务（人次）", ceiling=1_000_000, help_text="自助终端的，不与件数相加。")

    class Meta(MonthlyTotal.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "政务服务办件"
        constraints = [
            *once_a_month("service_month_once", "kind"),
            not_above(
                "service_month_finished_of_received", "finished", "received", "办结件数不能多于受理件数。"
            ),
            not_above(
                "service_month_online_of_received", "online", "received", "网上办理件数不能多于受理件数。"
            ),
        ]

    def default_title(self):
        return f"{self.get_date_display()}{self.get_kind_display()}办件汇总"
