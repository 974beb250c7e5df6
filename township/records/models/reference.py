"""Reference data that an administrator keeps and that is inherited down the tree."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone

from township.people.models import Area

from ..fields import YearField
from .record import FieldRule, in_order


class InheritedQuerySet(models.QuerySet):
    def seen_from(self, area):
        """What `area` inherits and has itself, switched off or not."""
        return self.filter(Q(area=None) | Q(area__path__in=area.paths_above))

    def for_area(self, area):
        """What `area` may choose: its own entries and those from above, less what is switched off."""
        off = SwitchedOff.objects.reaching(area).filter(list=self.model._meta.model_name)
        return self.seen_from(area).exclude(pk__in=off.values("entry_id"))


class Inherited(models.Model):
    """An entry that the places below inherit: of everybody (no area), of a county, or of one township."""

    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, editable=False, related_name="+", verbose_name="适用范围"
    )

    objects = InheritedQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def scope(self):
        return str(self.area or "通用")

    scope.fget.short_description = "适用范围"


class SwitchedOffQuerySet(models.QuerySet):
    def reaching(self, area):
        """What holds for `area`: its own and what was switched off above."""
        return self.filter(area__path__in=area.paths_above)


class SwitchedOff(models.Model):
    """That a place no longer offers an inherited entry; records that chose it keep it."""

    area = models.ForeignKey(Area, models.CASCADE, related_name="+")
    list = models.CharField(max_length=40)
    entry_id = models.BigIntegerField()

    objects = SwitchedOffQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["area", "list", "entry_id"], name="switched_off_once_per_area")
        ]

    def __str__(self):
        return f"{self.area}: {self.list} {self.entry_id}"


class Law(Inherited):
    """A law or regulation with its full name, as it may be cited on a given day (法律法规)."""

    name = models.CharField("全称", max_length=120)
    short_names = models.CharField(
        "简称", max_length=120, blank=True, help_text="多个用顿号隔开；填写时打简称也找得到。"
    )
    effective_on = models.DateField("施行日期", null=True, blank=True)
    repealed_on = models.DateField("失效日期", null=True, blank=True)
    successor = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="由哪部接替"
    )

    class Meta:
        verbose_name = verbose_name_plural = "法律法规"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["area", "name"], name="law_name_unique_per_area"),
            in_order(
                "law_repealed_after_effective", "effective_on", "repealed_on", "失效日期不能早于施行日期。"
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def choice_label(self):
        """The name, and for what is no longer in force since when."""
        return f"{self.name}（{self.repealed_on} 起失效）" if self.repealed_on else self.name


class Holiday(models.Model):
    """A day that is not what its weekday says (节假日和调休): a holiday, or a weekend day that is worked.

    `year` is the year of the notice that arranged it: 31 December may be the next year's 元旦.
    """

    date = models.DateField("日期", unique=True)
    is_working = models.BooleanField("上班", default=False, help_text="周末调休上班的打勾。")
    name = models.CharField("名称", max_length=20)
    year = models.PositiveSmallIntegerField("安排年度", db_index=True)

    class Meta:
        verbose_name = verbose_name_plural = "节假日和调休"
        ordering = ["date"]

    def __str__(self):
        return f"{self.date} {self.name}{'调休上班' if self.is_working else ''}"


def own_key():
    """Key of an entry that was not built in."""
    return f"own-{uuid.uuid4().hex[:8]}"


class Topic(Inherited):
    """A theme or theme day that study and outreach are tagged with (专题、节点)."""

    class Use(models.TextChoices):
        STUDY = "study", "学法专题"
        OUTREACH = "outreach", "普法节点"

    use = models.CharField("用途", max_length=10, choices=Use.choices)
    key = models.SlugField("代号", max_length=30, default=own_key, editable=False)
    name = models.CharField("名称", max_length=40)
    month = models.PositiveSmallIntegerField(
        "月", null=True, blank=True, choices=[(number, f"{number}月") for number in range(1, 13)]
    )
    day = models.PositiveSmallIntegerField(
        "日",
        null=True,
        blank=True,
        choices=[(number, f"{number}日") for number in range(1, 32)],
        help_text="固定日子的填月和日，整月的只填月。",
    )

    class Meta:
        verbose_name = verbose_name_plural = "专题与节点"
        ordering = ["use", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["use", "key"], name="topic_key_unique_per_use"),
            FieldRule(
                condition=Q(day=None) | Q(month__isnull=False),
                name="topic_day_needs_month",
                field="month",
                message="填了日，也请选月。",
            ),
            FieldRule(
                condition=~Q(month__in=[4, 6, 9, 11], day=31) & ~Q(month=2, day__in=[30, 31]),
                name="topic_day_exists",
                field="day",
                message="这个月没有这一天，请重新选择。",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def when(self):
        """The day of the year, e.g. 12月4日."""
        return "".join(filter(None, (self.get_month_display(), self.get_day_display())))

    when.fget.short_description = "日子"


class Phrase(Inherited):
    """A sentence that reviewers use often as the reason for returning a record (退回原因常用语)."""

    text = models.CharField("常用语", max_length=100)

    class Meta:
        verbose_name = verbose_name_plural = "退回原因常用语"
        ordering = ["pk"]

    def __str__(self):
        return self.text


class SchemeQuerySet(models.QuerySet):
    def for_area(self, area, year):
        """The scheme in force for `area` in `year`: its own, else the nearest one above; None if none."""
        return (
            self.filter(area__path__in=area.paths_above, first_year__lte=year)
            .filter(Q(last_year=None) | Q(last_year__gte=year))
            .order_by("-area__level", "-first_year")
            .first()
        )


class Scheme(models.Model):
    """A scheme of 法律进 (法律六进, 七进, 八进) with the years it holds for; counties and years differ."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name="适用范围")
    name = models.CharField("名称", max_length=20)
    first_year = YearField("起始年度")
    last_year = YearField("截止年度", null=True, blank=True, help_text="不填就一直用到下一个方案开始。")

    objects = SchemeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "法律进方案"
        constraints = [
            models.UniqueConstraint(fields=["area", "first_year"], name="one_scheme_per_area_and_first_year"),
            in_order("scheme_ends_after_start", "first_year", "last_year", "截止年度不能早于起始年度。"),
        ]

    def __str__(self):
        return self.name

    def pass_on(self, scheme):
        """What a new scheme takes over: the name, and the year after this one's last."""
        scheme.name = self.name
        scheme.first_year = max((self.last_year or 0) + 1, self.first_year + 1, timezone.localdate().year)

    @property
    def years(self):
        """The years it holds for, e.g. 2016—2020."""
        return f"{self.first_year}—{self.last_year}" if self.last_year else f"{self.first_year} 起"

    years.fget.short_description = "年度"

    @property
    def member_names(self):
        return "、".join(member.name for member in self.members.all())

    member_names.fget.short_description = "成员"


class SchemeMember(models.Model):
    """One 进 of a scheme. `key` is stable across schemes, so that years can be compared."""

    scheme = models.ForeignKey(Scheme, models.CASCADE, related_name="members", verbose_name="方案")
    key = models.SlugField("代号", max_length=20, default=own_key, editable=False)
    name = models.CharField("名称", max_length=20)
    position = models.PositiveSmallIntegerField("顺序", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "法律进"
        ordering = ["scheme", "position"]
        constraints = [models.UniqueConstraint(fields=["scheme", "key"], name="scheme_member_key_unique")]

    def __str__(self):
        return self.name
