"""Official texts of a township (文稿), the annual report (年度报告) first among them, their locked revisions
(版本), and what was registered about them on paper."""

import re

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from township.figures.period import Period
from township.figures.years import years_of
from township.people.models import Area, Office
from township.people.trail.rows import Group, TrailRow
from township.records.fields import YearField
from township.records.models import Attachment, Inherited
from township.records.models.reference import own_key

from .openness_year.model import OpennessYear  # noqa: F401 - Django finds the models of an app here

# The key of the one kind of text that there is one of for each year.
ANNUAL = "annual"


class Manuscript(models.Model):
    """An official text of one township: a draft whose figures are live until 定稿锁定.

    `kind` is the key of its `papers.Paper`. An annual report counts from 1 January; any other text names its
    span, `start` to `end`, of which `cutoff` is the last day counted. `subject` is what it is about beside
    that: the key of a theme, or the leader whose duties it reports; empty for most kinds.
    """

    class State(models.TextChoices):
        DRAFTING = "drafting", "起草中"
        CONFIRMING = "confirming", "核数中"
        REVIEWING = "reviewing", "送审中"
        DELIBERATED = "deliberated", "已审议"
        SIGNED = "signed", "已签发"
        SUBMITTED = "submitted", "已报送"
        PUBLISHED = "published", "已公开"
        CORRECTING = "correcting", "更正中"

    kind = models.CharField("材料种类", max_length=16, default=ANNUAL, editable=False)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name="乡镇")
    year = YearField("年度")
    start = models.DateField("统计期起", null=True, blank=True, editable=False)
    end = models.DateField("统计期止", null=True, blank=True, editable=False)
    subject = models.CharField("主题或述法人", max_length=80, blank=True, editable=False)
    title = models.CharField("标题", max_length=120)
    text = models.TextField("正文", blank=True)
    # What came forward from last year's text: a paragraph still in it word for word is marked 去年原文.
    carried = models.TextField(blank=True, editable=False)
    cutoff = models.DateField("统计截止日", help_text="数字算到这一天为止，默认年底。")
    number = models.CharField("发文字号", max_length=40, blank=True)
    signers = models.CharField("签发人", max_length=60, blank=True, help_text="多个用顿号隔开。")
    sealed = models.BooleanField("加盖印章", default=False, help_text="盖章的，落款按盖章格式排。")
    state = models.CharField("状态", max_length=12, choices=State.choices, default=State.DRAFTING)
    reviewed = models.BooleanField("分管领导已审核", default=False, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    updated_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    updated_at = models.DateTimeField("最后修改", auto_now=True)

    # The particulars that a revision freezes beside the text.
    PARTICULARS = ("title", "cutoff", "number", "signers", "sealed")

    class Meta:
        verbose_name = verbose_name_plural = "文稿"
        ordering = ["-year", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "year"],
                condition=models.Q(kind=ANNUAL),
                name="one_report_per_area_and_year",
                violation_error_message="这个年度的报告已经建立，请直接打开。",
            ),
            models.UniqueConstraint(
                fields=["area", "kind", "start", "end", "subject"],
                condition=~models.Q(kind=ANNUAL),
                name="one_text_of_a_kind_per_span",
                violation_error_message="这份材料已经建立，请直接打开。",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def is_open(self):
        """Whether the text may still be changed."""
        return self.state in (self.State.DRAFTING, self.State.CONFIRMING, self.State.CORRECTING)

    def latest_revision(self):
        """The last locked revision without its PDF's bytes, None before the first."""
        return self.revisions.select_related("locked_by").defer("pdf").first()

    @property
    def period(self):
        """The span the figures are taken over: from its first day to the cut-off day; by default the statistical year's."""
        return self.span.until(self.cutoff)

    @property
    def span(self):
        """The whole span that the text is about, of which a part may not have passed yet."""
        if self.start and self.end:
            return Period(self.start, self.end)
        whole = years_of(self.area).span(self.year)
        return Period(self.start or whole.start, self.end or whole.end)

    @property
    def short_name(self):
        """What tells it from others of its kind."""
        return f"{self.year}年" if self.kind == ANNUAL else self.title

    @property
    def paper(self):
        """The declaration of its kind."""
        from .papers import papers

        return papers[self.kind]


class AnnualReports(models.Manager):
    """Only the texts that are annual reports."""

    def get_queryset(self):
        return super().get_queryset().filter(kind=ANNUAL)


class AnnualReport(Manuscript):
    """One township's report of one year, which alone goes the long way from 核数 to 公开."""

    objects = AnnualReports()

    class Meta:
        proxy = True
        verbose_name = verbose_name_plural = "年度报告"


class Revision(models.Model):
    """A locked state of a report: its text, every figure with its records, and the PDF's bytes.

    Never changed once made; a correction is a further revision. `figures` is a list of {key, label, unit,
    value, definition, register, records, unreviewed}, `tables` one of `tables.Table.frozen`; `draft_version`
    is the version of the draft it froze.
    """

    report = models.ForeignKey(Manuscript, models.PROTECT, related_name="revisions")
    ordinal = models.PositiveSmallIntegerField("第几稿")
    draft_version = models.PositiveIntegerField()
    title = models.CharField("标题", max_length=120)
    cutoff = models.DateField("统计截止日")
    number = models.CharField("发文字号", max_length=40, blank=True)
    signers = models.CharField("签发人", max_length=60, blank=True)
    sealed = models.BooleanField("加盖印章", default=False)
    text = models.TextField("正文（含数据标记）")
    filled_text = models.TextField("成文")
    figures = models.JSONField("数据")
    tables = models.JSONField("表格", default=list)
    pdf = models.BinaryField()
    sha256 = models.CharField("指纹", max_length=64)
    locked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    locked_at = models.DateTimeField("锁定时间", default=timezone.now)

    class Meta:
        ordering = ["-ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["report", "ordinal"], name="revision_ordinal_once_per_report"),
        ]

    def __str__(self):
        return f"{self.report} 第{self.ordinal}稿"

    @property
    def particulars(self):
        """Title, cut-off day, number, signers and seal, as `Manuscript.PARTICULARS` orders them."""
        return tuple(getattr(self, name) for name in Manuscript.PARTICULARS)

    @property
    def period(self):
        """The span its figures were taken over, whatever day the draft has now."""
        return self.report.span.until(self.cutoff)


class PublicEdition(models.Model):
    """What of a revision was published: without what is internal, officials by their posts. Never changed."""

    revision = models.OneToOneField(Revision, models.PROTECT, related_name="public_edition")
    text = models.TextField("公开版正文")
    pdf = models.BinaryField()
    sha256 = models.CharField("指纹", max_length=64)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField("生成时间", auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return f"{self.revision}公开版"


class FigureConfirmation(models.Model):
    """That somebody has confirmed the figures of the registers that the own office keeps (核数).

    `figures` is {key: value} as it was confirmed; a figure that has changed since waits again.
    """

    report = models.ForeignKey(Manuscript, models.CASCADE, related_name="confirmations")
    office = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", verbose_name="部门")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField("确认时间", auto_now=True)
    figures = models.JSONField("确认的数据", default=dict)

    class Meta:
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(fields=["report", "by"], name="figures_confirmed_once_per_person")
        ]

    def __str__(self):
        return f"{self.report} {self.office or self.by}"


class Registration(TrailRow):
    """One step on a report's way, and what was written down with it.

    Leaders sign on paper or in the office system: for deliberation, signing, submission and publication the
    portal registers what happened outside it (`date`, `who`, `reference`, `scan`) and imitates no signature.
    """

    class Kind(models.TextChoices):
        CONFIRM = "confirm", "发起核数"
        SEND = "send", "送审"
        WITHDRAW = "withdraw", "撤回"
        RETURN = "return", "退回修改"
        APPROVE = "approve", "审核通过"
        DELIBERATE = "deliberate", "审议"
        SIGN = "sign", "签发"
        SUBMIT = "submit", "报送"
        PUBLISH = "publish", "公开"
        CORRECT = "correct", "申请更正"

    report = models.ForeignKey(Manuscript, models.PROTECT, related_name="registrations")
    revision = models.ForeignKey(Revision, models.PROTECT, null=True, related_name="+")
    kind = models.CharField("事项", max_length=14, choices=Kind.choices)
    date = models.DateField("日期", default=timezone.localdate)
    who = models.CharField("会议、签发人或报送对象", max_length=80, blank=True)
    reference = models.CharField("文号、回执或网址", max_length=200, blank=True)
    note = models.CharField("说明", max_length=200, blank=True)
    scan = models.ForeignKey(
        Attachment, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="扫描件"
    )

    SEALED = (
        *TrailRow.SEALED,
        "report_id",
        "revision_id",
        "kind",
        "date",
        "who",
        "reference",
        "note",
        "scan_id",
    )
    GROUPS = {Group.REPORT: Q()}

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return f"{self.get_kind_display()} {self.date} {self.who}".rstrip()

    @property
    def act(self):
        return self.get_kind_display()

    @property
    def thing(self):
        return str(self.report)

    @property
    def details(self):
        return []


class Waiver(models.Model):
    """That a finding of 数据核对 stays as it is, and why (H: 应改，改不了须写原因).

    `quote` is what the finding points at, empty for the text as a whole; it holds wherever that stands.
    """

    report = models.ForeignKey(Manuscript, models.CASCADE, related_name="waivers")
    check_key = models.CharField("核对项", max_length=40)
    quote = models.CharField("原文", max_length=200, blank=True)
    message = models.CharField("提示", max_length=300)
    reason = models.CharField("原因", max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "check_key", "quote", "message"], name="finding_waived_once_per_report"
            )
        ]

    def __str__(self):
        return f"{self.message}（{self.reason}）"


class TypedFigure(models.Model):
    """A figure typed by hand and where it comes from. It holds for the same figure behind the same words."""

    report = models.ForeignKey(Manuscript, models.CASCADE, related_name="typed_figures")
    wording = models.CharField("前文", max_length=20, blank=True)
    text = models.CharField("数字", max_length=40)
    source = models.CharField("出处", max_length=100)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "wording", "text"], name="typed_figure_sourced_once_per_report"
            )
        ]

    def __str__(self):
        return f"{self.wording}{self.text}：{self.source}"


class LearnedWording(models.Model):
    """How a township speaks of an indicator: learned when somebody accepts a binding, proposed first from then on."""

    area = models.ForeignKey(Area, models.CASCADE, related_name="+", verbose_name="乡镇")
    wording = models.CharField("说法", max_length=20)
    unit = models.CharField("单位", max_length=10, blank=True)
    indicator = models.CharField("指标", max_length=60)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["area", "wording", "unit"], name="wording_learned_once_per_area")
        ]

    def __str__(self):
        return f"{self.wording}（{self.unit}）"


class DatedWording(Inherited):
    """A set phrase that is out of date from a day on (时效提法), and what to write instead.

    `phrase` and `but_not` hold several ways of writing, separated by ；. The common ones (no area) come with
    the portal and are known by `key`.
    """

    key = models.SlugField("代号", max_length=30, default=own_key, editable=False)
    phrase = models.CharField("过时的提法", max_length=200, help_text="几种写法用分号“；”隔开。")
    but_not = models.CharField(
        "不算过时的",
        max_length=200,
        blank=True,
        help_text="含有上面的字、但仍然可以用的，例如“社会管理”之于“社会管理综合治理委员会”；几个用分号隔开。",
    )
    until = models.DateField(
        "用到哪天", null=True, blank=True, help_text="报告日期在这天以后的才提醒；空着表示一直不宜用。"
    )
    instead = models.CharField("现在怎么写", max_length=80)
    source = models.CharField("依据", max_length=120, blank=True, help_text="例如文件名称、文号或会议。")

    class Meta:
        verbose_name = verbose_name_plural = "时效提法"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "phrase"],
                name="dated_wording_once_per_area",
                violation_error_message="这个提法已经登记过。",
            )
        ]

    def __str__(self):
        return self.phrase

    def found_in(self, text):
        """The matches of the phrase in `text` that are no part of what is still right."""
        allowed = [match.span() for match in _any_of(self.but_not).finditer(text)]
        for match in _any_of(self.phrase).finditer(text):
            if not any(start <= match.start() and match.end() <= end for start, end in allowed):
                yield match


def _any_of(phrases):
    """A pattern for any of the phrases, longest first; quotation marks inside may be there or not."""
    found = sorted(filter(None, re.split(r"[；;\s]+", re.sub('[“”"]', "", phrases))), key=len, reverse=True)
    marks = '[“”"]?'
    return re.compile("|".join(marks.join(map(re.escape, one)) for one in found) or r"(?!)")


class ReturnedPoint(models.Model):
    """One point that came back on a report after it was submitted (退回意见), and how it was answered."""

    report = models.ForeignKey(Manuscript, models.CASCADE, related_name="points")
    received_on = models.DateField("收到日期", default=timezone.localdate)
    content = models.CharField("意见", max_length=300)
    answer = models.CharField("办理情况", max_length=300, blank=True)
    answered_on = models.DateField("办理日期", null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["received_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answered_on=None) | ~models.Q(answer=""),
                name="returned_point_answered_in_words",
                violation_error_message="请写一句这条意见是怎么办的。",
            ),
        ]

    def __str__(self):
        return self.content


# The parts of this app that keep tables of their own.
from .agreement.models import StatedFigure, StatedSheet  # noqa: E402, F401
from .assessment.models import Assessment, Item, Tie  # noqa: E402, F401
