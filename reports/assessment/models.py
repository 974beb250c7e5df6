"""The county's yearly assessment (考核): its scoring sheet, the items, what proves each and the scores (fields.md F)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from township.people.models import Area, Office, Person
from township.records.fields import YearField
from township.records.models import Attachment
from township.records.models.record import FieldRule


class Assessment(models.Model):
    """One scoring sheet of one year. `content` is the workbook as it came, until its columns have been chosen."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name="乡镇")
    year = YearField("考核年度")
    title = models.CharField("考核名称", max_length=80)
    basis = models.CharField("依据文件及文号", max_length=120)
    content = models.BinaryField(editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField("建立时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "考核"
        ordering = ["-year", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "year", "title"],
                name="assessment_once_per_year",
                violation_error_message="这个年度已经有同名的考核，请直接打开。",
            )
        ]

    def __str__(self):
        return f"{self.year}年{self.title}"


class Item(models.Model):
    """One item of a scoring sheet. The scores are points; `points` is the full score, empty where none is given.

    `number` and the three levels stand as in the sheet; `position` is its order there.
    """

    class Method(models.TextChoices):
        PAPERS = "papers", "查资料"
        SYSTEM = "system", "系统取数"
        VISIT = "visit", "实地"
        SURVEY = "survey", "测评"

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    number = models.CharField("指标编号", max_length=20, blank=True)
    first = models.CharField("一级指标", max_length=120, blank=True)
    second = models.CharField("二级指标", max_length=200, blank=True)
    third = models.CharField("三级指标", max_length=400, blank=True)
    standard = models.TextField("评分标准", blank=True)
    points = models.DecimalField("分值", max_digits=6, decimal_places=2, null=True, blank=True)
    method = models.CharField("考核方式", max_length=8, choices=Method.choices, blank=True)
    wanted = models.TextField("佐证要求", blank=True)
    office = models.ForeignKey(
        Office, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="责任部门"
    )
    responsible = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="责任人"
    )
    due_on = models.DateField("完成时限", null=True, blank=True)
    target = models.PositiveIntegerField(
        "目标值", null=True, blank=True, help_text="与第一个对应指标相比；没有数量要求的不填。"
    )
    not_applicable = models.CharField(
        "不适用的原因",
        max_length=200,
        blank=True,
        help_text="例如“本年没有行政诉讼案件”；写了原因，状态就是“不适用”。",
    )
    own_points = models.DecimalField("自评分", max_digits=6, decimal_places=2, null=True, blank=True)
    own_reason = models.TextField("自评说明", blank=True)
    county_points = models.DecimalField("县评分", max_digits=6, decimal_places=2, null=True, blank=True)
    county_reason = models.TextField("扣分原因", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "考核条目"
        ordering = ["position", "pk"]
        constraints = [
            FieldRule(
                condition=Q(own_points=None) | Q(points=None) | Q(own_points__lte=F("points")),
                name="item_own_points_within",
                field="own_points",
                message="自评分不能高于分值。",
            ),
            FieldRule(
                condition=Q(county_points=None) | Q(points=None) | Q(county_points__lte=F("points")),
                name="item_county_points_within",
                field="county_points",
                message="县评分不能高于分值。",
            ),
            FieldRule(
                condition=Q(own_points=None) | ~Q(own_reason=""),
                name="item_own_points_with_reason",
                field="own_reason",
                message="打了自评分的，请写一句自评说明。",
            ),
        ]

    def __str__(self):
        return f"{self.number} {self.name}".strip()

    @property
    def name(self):
        """What the item is called: its lowest level that is given, else the beginning of its standard."""
        return self.third or self.second or self.standard.strip().partition("\n")[0][:60] or self.first

    @property
    def code(self):
        """Its number in the sheet, or its place there."""
        return self.number or str(self.position)

    @property
    def wording(self):
        """All that the sheet says about it, the name first."""
        return (self.name, self.wanted, self.standard)

    @property
    def deducted(self):
        """Points that the county took off; None while it has not scored."""
        if self.points is None or self.county_points is None:
            return None
        return self.points - self.county_points


class Tie(models.Model):
    """One thing that proves an item: an indicator, a register's records of a span, one record, or one file.

    `key` is the indicator's key or the register's slug. Without a span the year of the assessment counts.
    """

    class Kind(models.TextChoices):
        INDICATOR = "indicator", "指标"
        REGISTER = "register", "台账"
        RECORD = "record", "记录"
        FILE = "file", "材料"

    item = models.ForeignKey(Item, models.CASCADE, related_name="ties")
    kind = models.CharField("种类", max_length=10, choices=Kind.choices)
    key = models.CharField(max_length=60, blank=True)
    record_id = models.BigIntegerField(null=True, blank=True)
    attachment = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+")
    start = models.DateField("从哪天", null=True, blank=True)
    end = models.DateField("到哪天", null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = verbose_name_plural = "对应佐证"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "kind", "key"],
                condition=Q(kind__in=["indicator", "register"]),
                name="tie_of_key_once",
            ),
            models.UniqueConstraint(
                fields=["item", "key", "record_id"], condition=Q(kind="record"), name="tie_of_record_once"
            ),
            models.UniqueConstraint(
                fields=["item", "attachment"], condition=Q(kind="file"), name="tie_of_file_once"
            ),
            FieldRule(
                condition=Q(start=None) | Q(end=None) | Q(end__gte=F("start")),
                name="tie_span_in_order",
                field="end",
                message="结束日期不能早于开始日期。",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.key} {self.record_id or self.attachment_id or ''}".rstrip()
