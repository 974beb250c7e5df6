"""What of the yearly report on openness is written by hand: three of its parts, and an amount that no ledger holds."""

from django.conf import settings
from django.db import models

from township.people.models import Area
from township.records.fields import AmountField


class OpennessYear(models.Model):
    """The report of one township for one year; its tables are always read from the ledgers."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name="乡镇（街道）")
    year = models.PositiveSmallIntegerField("年度")
    overview = models.TextField("一、总体情况", blank=True, help_text="不填就用台账里的数字写成的一段。")
    problems = models.TextField("五、存在的主要问题及改进情况", blank=True)
    others = models.TextField("六、其他需要报告的事项", blank=True)
    fees = AmountField(
        "行政事业性收费金额（万元）", ceiling=100_000, help_text="台账里没有这个数，有收费的填，没有不填。"
    )
    updated_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = verbose_name_plural = "信息公开年报"
        constraints = [models.UniqueConstraint(fields=["area", "year"], name="one_openness_report_a_year")]

    def __str__(self):
        return f"{self.area}{self.year}年政府信息公开工作年度报告"
