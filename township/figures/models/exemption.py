"""What does not concern a unit (不适用): a village without a school owes no activity in one."""

from django.db import models, transaction
from django.db.models import F, Q

from township.people.models import Area
from township.records.models.record import FieldRule


class ExemptionQuerySet(models.QuerySet):
    def touching(self, area):
        """Those of `area`, of places in it and of those that it lies in."""
        within = Q(area__path__startswith=area.path) | Q(area__path__in=area.paths_above)
        return self.filter(within).select_related("area")


class Exemption(models.Model):
    """A duty that a place does not owe, and why; it holds for all that lies in the place.

    `start` and `end` are both included, either may be open. A span counts as exempted when it lies wholly
    within them. `duty` is the key of a declared one.
    """

    area = models.ForeignKey(Area, models.CASCADE, related_name="+", verbose_name="单位")
    duty = models.CharField("应办事项", max_length=80)
    reason = models.CharField("原因", max_length=100, help_text="例如“村里没有学校”；覆盖情况里会写明。")
    start = models.DateField("从哪天起", null=True, blank=True, help_text="不填就是一直不适用。")
    end = models.DateField("到哪天止", null=True, blank=True, help_text="以后重新适用的才填。")

    objects = ExemptionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "不适用事项"
        ordering = ["pk"]
        constraints = [
            FieldRule(
                condition=Q(start=None) | Q(end=None) | Q(end__gte=F("start")),
                name="exemption_dates_in_order",
                field="end",
                message="“到哪天止”不能早于“从哪天起”。",
            )
        ]

    def __str__(self):
        return f"{self.area}：{self.reason}"

    @transaction.atomic
    def save(self, *args, **kwargs):
        # It may have been about another township until now.
        before = Area.objects.filter(pk__in=Exemption.objects.filter(pk=self.pk).values("area"))
        for area in [*before.exclude(pk=self.area_id), self.area]:
            area.mark_definitions_changed()
        super().save(*args, **kwargs)

    @transaction.atomic
    def delete(self, *args, **kwargs):
        self.area.mark_definitions_changed()
        return super().delete(*args, **kwargs)

    def covers(self, unit, span):
        """Whether `unit` owes nothing in the whole of `span`."""
        return (
            unit.path.startswith(self.area.path)
            and (self.start is None or self.start <= span.start)
            and (self.end is None or span.end <= self.end)
        )
