"""Figures that somebody else states (县通报数): the county, or a system that it keeps (fields.md B, rule 6)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from township.people.models import Area
from township.records.models.record import FieldRule


class StatedFigure(models.Model):
    """What a source states of one indicator (its key) for one span; `explanation` says why it may differ."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name="乡镇")
    indicator = models.CharField("指标", max_length=60)
    start = models.DateField("统计期起")
    end = models.DateField("统计期止")
    value = models.DecimalField("通报数", max_digits=14, decimal_places=2)
    source = models.CharField("来源", max_length=80, help_text="例如 县司法局三季度通报、省调解系统。")
    stated_on = models.DateField("通报日期")
    explanation = models.CharField(
        "差在哪里", max_length=300, blank=True, help_text="例如“县里按受理口径，本镇按办结”。"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "通报数"
        ordering = ["-end", "-stated_on", "pk"]
        constraints = [
            FieldRule(
                condition=Q(end__gte=F("start")),
                name="stated_span_in_order",
                field="end",
                message="统计期止不能早于统计期起。",
            ),
            models.UniqueConstraint(
                fields=["area", "indicator", "start", "end", "source"],
                name="stated_once_per_source",
                violation_error_message="这个来源已经登记过这个指标同一统计期的数，请改那一条。",
            ),
        ]

    def __str__(self):
        return f"{self.source} {self.indicator} {self.value}"


class StatedSheet(models.Model):
    """A workbook of such figures between upload and decision; it goes when its figures have been taken."""

    area = models.ForeignKey(Area, models.CASCADE, related_name="+", verbose_name="乡镇")
    content = models.BinaryField()
    start = models.DateField("统计期起")
    end = models.DateField("统计期止")
    source = models.CharField("来源", max_length=80)
    stated_on = models.DateField("通报日期")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.source}（{self.stated_on}）"
