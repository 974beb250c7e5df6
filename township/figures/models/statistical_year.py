"""Which days a township counts as one year (统计年度)."""

from django.db import models, transaction

from township.people.models import Area
from township.records.fields import YearField

from ..years import years_of


class StatisticalYear(models.Model):
    """From which year on a township counts in which way; what held before stays true of the years before."""

    class Begins(models.TextChoices):
        JANUARY = "january", "1月1日至12月31日"
        DECEMBER = "december", "上年12月1日至当年11月30日"

    area = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name="乡镇")
    first_year = YearField("从哪个年度起")
    begins = models.CharField(
        "统计年度起止", max_length=8, choices=Begins.choices, help_text="没有设置的年度按自然年统计。"
    )

    class Meta:
        verbose_name = verbose_name_plural = "统计年度"
        ordering = ["first_year"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "first_year"],
                name="statistical_year_once_per_first_year",
                violation_error_message="这个年度已经设置过，请打开原来的一条修改。",
            )
        ]

    def __str__(self):
        return f"{self.first_year}年起：{self.get_begins_display()}"

    @transaction.atomic
    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        self.area.mark_definitions_changed()

    @transaction.atomic
    def delete(self, *args, **kwargs):
        self.area.mark_definitions_changed()
        return super().delete(*args, **kwargs)

    @property
    def seam(self):
        """What becomes of the days around the change, in one sentence."""
        found = years_of(self.area).seam(self.first_year)
        return str(found) if found else "前后两个年度首尾相接"

    seam.fget.short_description = "与上一年度的衔接"
