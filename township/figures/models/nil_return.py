"""Zero reports: nothing to record is a statement, not a gap."""

from django.conf import settings
from django.db import models

from township.people.models import Area


class NilReturn(models.Model):
    """A unit's statement that a register had nothing to record in a span (零报告): zero, not missing."""

    register = models.CharField("台账", max_length=40)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name="单位")
    start = models.DateField("从")
    end = models.DateField("到")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "零报告"
        ordering = ["-start", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["register", "area", "start", "end"],
                name="nil_return_once_per_span",
                violation_error_message="这个月已经报过零报告。",
            ),
            models.CheckConstraint(
                condition=models.Q(end__gte=models.F("start")),
                name="nil_return_dates_in_order",
                violation_error_message="结束日期不能早于开始日期。",
            ),
        ]

    def __str__(self):
        return f"{self.area} {self.start}—{self.end}"
