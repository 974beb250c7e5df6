"""What the year was to bring (年度任务)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from township.people.models import Office, Person
from township.records.fields import CountField, YearField
from township.records.models import Record
from township.records.models.record import FieldRule, date_field, title_field

from ..indicator import indicators
from ..years import CALENDAR_YEARS, years_of


class PlanItem(Record):
    """One task of the year's plans (年度任务), and the indicator that answers it.

    `office` is the office and `responsible` the person who answer for it. With `indicator` (a key) and `target` the progress is read
    from the ledgers, never typed; `stage` is their own word about it.
    """

    class Plan(models.TextChoices):
        COUNTY_POINTS = "county_points", "县工作要点分解"
        STUDY = "study", "学法计划"
        OUTREACH = "outreach", "普法计划"
        RESPONSIBILITY = "responsibility", "普法责任清单"
        LAST_REPORT = "last_report", "上年报告“下一步安排”"
        OTHER = "other", "其他"

    class Stage(models.TextChoices):
        NOT_STARTED = "not_started", "未启动"
        RUNNING = "running", "进行中"
        DONE = "done", "已完成"
        PARTLY = "partly", "部分完成"
        FAILED = "failed", "未完成"

    OPEN = (Stage.NOT_STARTED, Stage.RUNNING)

    date = date_field("下达日期")
    title = title_field("任务内容")
    year = YearField("年度")
    plan = models.CharField("计划类别", max_length=16, choices=Plan.choices)
    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name="责任部门")
    responsible = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="责任人"
    )
    basis = models.CharField("依据文件及文号", max_length=100, blank=True)
    deadline = models.DateField("完成时限", null=True, blank=True)
    indicator = models.CharField(
        "对应指标", max_length=60, blank=True, help_text="选了指标，进度由台账自动计算，不用再填。"
    )
    target = CountField("目标数", ceiling=100_000_000)
    unit = models.CharField("目标单位", max_length=8, blank=True, help_text="选了指标的自动带出。")
    stage = models.CharField("任务状态", max_length=12, choices=Stage.choices, default=Stage.NOT_STARTED)
    shortfall = models.CharField("未完成原因", max_length=200, blank=True)
    account = models.TextField(
        "完成说明", blank=True, help_text="年底可直接作为报告里“上年安排完成情况”的素材。"
    )

    # What `progress.measure` has read for whoever looks; None where nothing was to be read.
    measured = None

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "年度任务"
        constraints = [
            FieldRule(
                condition=~Q(stage="failed", shortfall=""),
                name="plan_item_failed_with_reason",
                field="shortfall",
                message="任务未完成的，请写明原因。",
            ),
            FieldRule(
                condition=Q(indicator="") | Q(target__isnull=False),
                name="plan_item_indicator_with_target",
                field="target",
                message="选了对应指标的，请填写目标数，才能计算进度。",
            ),
            FieldRule(
                condition=Q(target=None) | Q(target__gte=1),
                name="plan_item_target_is_positive",
                field="target",
                message="目标数至少是 1；没有数量要求的不填。",
            ),
        ]

    @property
    def is_open(self):
        return self.stage in self.OPEN

    @property
    def progress(self):
        """The progress in words; empty where no figure answers the task."""
        return str(self.measured or "")

    progress.fget.short_description = "进度"

    @property
    def answered_by(self):
        """The indicator that answers the task; None without one, or when it is no longer in use."""
        return indicators.for_area(self.area).get(self.indicator)

    def get_indicator_display(self):
        found = self.answered_by
        return found.label if found else self.indicator and "已停用的指标"

    def clean(self):
        super().clean()
        years = years_of(self.area) if self.area_id else CALENDAR_YEARS
        if self.deadline and self.year and self.deadline < years.span(self.year).start:
            raise ValidationError({"deadline": f"完成时限早于{self.year}年，请核对年度和时限。"})
