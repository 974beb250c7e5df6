"""The annual report (年度报告), its locked revisions (版本), and what was registered about it on paper."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from township.people.models import Area, Office
from township.records.fields import YearField
from township.records.models import Attachment


class AnnualReport(models.Model):
    """One township's report of one year: a draft whose figures are live until 定稿锁定."""

    class State(models.TextChoices):
        DRAFTING = "drafting", "起草中"
        CONFIRMING = "confirming", "核数中"
        REVIEWING = "reviewing", "送审中"
        DELIBERATED = "deliberated", "已审议"
        SIGNED = "signed", "已签发"
        SUBMITTED = "submitted", "已报送"
        PUBLISHED = "published", "已公开"
        CORRECTING = "correcting", "更正中"

    area = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name="乡镇")
    year = YearField("年度")
    title = models.CharField("标题", max_length=120)
    text = models.TextField("正文", blank=True)
    cutoff = models.DateField("统计截止日", help_text="数字算到这一天为止，默认年底。")
    number = models.CharField("发文字号", max_length=40, blank=True)
    signers = models.CharField("签发人", max_length=60, blank=True, help_text="多个用顿号隔开。")
    sealed = models.BooleanField("加盖印章", default=False, help_text="盖章的，落款按盖章格式排。")
    state = models.CharField("状态", max_length=12, choices=State.choices, default=State.DRAFTING)
    correction_reason = models.CharField("更正原因", max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    updated_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    updated_at = models.DateTimeField("最后修改", auto_now=True)

    class Meta:
        verbose_name = verbose_name_plural = "年度报告"
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "year"],
                name="one_report_per_area_and_year",
                violation_error_message="这个年度的报告已经建立，请直接打开。",
            )
        ]

    def __str__(self):
        return self.title

    @property
    def is_open(self):
        """Whether the text may still be changed."""
        return self.state in (self.State.DRAFTING, self.State.CONFIRMING, self.State.CORRECTING)

    @property
    def period(self):
        """The span the figures are taken over: 1 January to the cut-off day."""
        from township.figures.period import Period

        return Period(Period.year(self.year).start, self.cutoff)


class Revision(models.Model):
    """A locked state of a report: its text, every figure with its records, and the PDF's bytes.

    Never changed once made; a correction is a further revision. `figures` is a list of {key, label, unit,
    value, definition, register, records, unreviewed}.
    """

    report = models.ForeignKey(AnnualReport, models.PROTECT, related_name="revisions")
    number = models.PositiveSmallIntegerField("第几稿")
    title = models.CharField("标题", max_length=120)
    text = models.TextField("正文（含数据标记）")
    filled_text = models.TextField("成文")
    figures = models.JSONField("数据")
    pdf = models.BinaryField()
    sha256 = models.CharField("指纹", max_length=64)
    locked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    locked_at = models.DateTimeField("锁定时间", default=timezone.now)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="revision_number_once_per_report"),
            models.UniqueConstraint(fields=["report", "sha256"], name="revision_differs_from_the_others"),
        ]

    def __str__(self):
        return f"{self.report} 第{self.number}稿"


class FigureConfirmation(models.Model):
    """That an office has confirmed the figures that come from its registers (核数)."""

    report = models.ForeignKey(AnnualReport, models.CASCADE, related_name="confirmations")
    office = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", verbose_name="部门")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    note = models.CharField("说明", max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "by"], name="figures_confirmed_once_per_person")
        ]

    def __str__(self):
        return f"{self.report} {self.office or self.by}"


class Registration(models.Model):
    """What happened to the report outside the portal: deliberated, signed, submitted, published.

    Leaders sign on paper or in the office system; the portal registers it and imitates no signature.
    """

    class Kind(models.TextChoices):
        REVIEW = "review", "审核"
        DELIBERATION = "deliberation", "审议"
        SIGNING = "signing", "签发"
        SUBMISSION = "submission", "报送"
        PUBLICATION = "publication", "公开"

    report = models.ForeignKey(AnnualReport, models.PROTECT, related_name="registrations")
    kind = models.CharField("事项", max_length=14, choices=Kind.choices)
    date = models.DateField("日期")
    who = models.CharField("会议、签发人或报送对象", max_length=80)
    reference = models.CharField("文号、回执或网址", max_length=200, blank=True)
    note = models.CharField("说明", max_length=200, blank=True)
    scan = models.ForeignKey(
        Attachment, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="扫描件"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return f"{self.get_kind_display()} {self.date} {self.who}"
