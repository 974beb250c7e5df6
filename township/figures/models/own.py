"""Indicators that townships define for themselves (自定指标)."""

from django.conf import settings
from django.db import models

from township.people.models import Area


class OwnIndicator(models.Model):
    """An indicator that a township has defined for itself (自定指标), as chosen in the browser.

    `source` is the slug of a register, with `/name` the sub-table whose rows are counted; `measure` is one
    of the source's ways to count (`sum:attendance`); `conditions` maps paths of fields to what was chosen. A
    ratio has the keys of two indicators instead.
    """

    area = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name="乡镇")
    label = models.CharField("名称", max_length=40)
    unit = models.CharField("单位", max_length=6)
    definition = models.CharField("口径", max_length=300)
    source = models.CharField("台账", max_length=80, blank=True)
    measure = models.CharField("怎么数", max_length=60, blank=True)
    conditions = models.JSONField("条件", default=dict, blank=True)
    category = models.CharField("按什么分类", max_length=60, blank=True)
    numerator = models.CharField("分子", max_length=60, blank=True)
    denominator = models.CharField("分母", max_length=60, blank=True)
    active = models.BooleanField("在用", default=True)
    updated_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    updated_at = models.DateTimeField("最后修改", auto_now=True)

    class Meta:
        verbose_name = verbose_name_plural = "自定指标"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(source="", measure="") ^ models.Q(numerator="", denominator=""),
                name="own_indicator_counts_or_divides",
                violation_error_message="指标要么数一个台账，要么是两个指标的比率。",
            )
        ]

    def __str__(self):
        return self.label

    @property
    def key(self):
        return f"own.{self.pk}"

    @property
    def is_ratio(self):
        return bool(self.denominator)

    @property
    def aliases(self):
        """Names that it had before: texts may still quote them."""
        if self.pk is None:
            return ()
        return tuple(name.text for name in self.names.all() if name.text != self.label)


class OwnName(models.Model):
    """A name that an own indicator has or had; each name means one thing in a township, for ever."""

    indicator = models.ForeignKey(OwnIndicator, models.CASCADE, related_name="names")
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    text = models.CharField("名称", max_length=40)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "text"],
                name="own_name_once_per_township",
                violation_error_message="本镇已有叫这个名称的指标（或以前用过的名称），请换一个。",
            )
        ]

    def __str__(self):
        return self.text
