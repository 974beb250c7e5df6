"""Monthly totals of the 12345 hotline's orders (12345 工单)."""

from django.db import models
from django.db.models import Q

from township.records.fields import CountField, MonthField
from township.records.models import Record
from township.records.models.record import needed_when, not_above, title_field

from .confidential import always_internal


class HotlineMonth(Record):
    """The orders of one month (12345 工单按月汇总), as the county's hotline reports them.

    `date` is the first of the month. Orders answered in a month may have come in the month before.
    """

    date = MonthField("月份", db_index=True)
    title = title_field("名称", editable=False)
    received = CountField("工单件数", required=True, help_text="这个月转来的工单，没有填 0。")
    closed = CountField("办结件数", help_text="这个月办结的，含上月转来的。")
    on_time = CountField("按时办结件数")
    rated = CountField("回访评价件数", help_text="回访到、作了评价的件数，是满意率的分母。")
    satisfied = CountField("满意件数")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "12345 工单"
        constraints = [
            always_internal("hotline_internal"),
            models.UniqueConstraint(
                fields=["keeper", "area", "date"],
                condition=~Q(state="voided"),
                name="hotline_month_once",
                violation_error_message="这个月的工单已经汇总过，请打开原来的记录修改。",
            ),
            needed_when(
                "hotline_satisfied_of_those_rated",
                "satisfied",
                Q(rated__isnull=False),
                "填了回访评价件数的，请填满意件数；没有满意的填 0。",
            ),
            not_above("hotline_on_time_of_closed", "on_time", "closed", "按时办结件数不能多于办结件数。"),
            not_above("hotline_rated_of_closed", "rated", "closed", "回访评价件数不能多于办结件数。"),
            not_above("hotline_satisfied_of_rated", "satisfied", "rated", "满意件数不能多于回访评价件数。"),
        ]

    def save(self, *args, **kwargs):
        # The month may be corrected, and the name says it.
        self.title = self.default_title()[:120]
        super().save(*args, **kwargs)

    def default_title(self):
        return f"{self.area.name}{self.get_date_display()}12345工单"

    def get_date_display(self):
        return f"{self.date.year}年{self.date.month}月"
