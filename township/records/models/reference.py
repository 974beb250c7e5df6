"""Reference data that an administrator keeps and that is inherited down the tree."""

from django.db import models
from django.db.models import Q

from township.people.models import Area


class Law(models.Model):
    """A law or regulation with its full name, as it may be cited on a given day (法律法规)."""

    name = models.CharField("全称", max_length=120, unique=True)
    short_names = models.CharField("简称", max_length=120, blank=True, help_text="多个用顿号隔开。")
    effective_on = models.DateField("施行日期", null=True, blank=True)
    repealed_on = models.DateField("失效日期", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "法律法规"
        ordering = ["pk"]

    def __str__(self):
        return self.name


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


class Topic(models.Model):
    """A theme or theme day that study and outreach are tagged with (专题、节点)."""

    class Use(models.TextChoices):
        STUDY = "study", "学法专题"
        OUTREACH = "outreach", "普法节点"

    use = models.CharField("用途", max_length=10, choices=Use.choices)
    key = models.SlugField("代号", max_length=30)
    name = models.CharField("名称", max_length=40)

    class Meta:
        verbose_name = verbose_name_plural = "专题与节点"
        ordering = ["use", "pk"]
        constraints = [models.UniqueConstraint(fields=["use", "key"], name="topic_key_unique_per_use")]

    def __str__(self):
        return self.name


class SchemeQuerySet(models.QuerySet):
    def for_area(self, area, year):
        """The scheme in force for `area` in `year`: its own, else the nearest one above; None if none."""
        above = [area.path[:length] for length in range(4, len(area.path) + 1, 4)]
        return (
            self.filter(area__path__in=above, first_year__lte=year)
            .filter(Q(last_year=None) | Q(last_year__gte=year))
            .order_by("-area__level", "-first_year")
            .first()
        )


class Scheme(models.Model):
    """A scheme of 法律进 (法律六进, 七进, 八进) with the years it holds for; counties and years differ."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name="适用范围")
    name = models.CharField("名称", max_length=20)
    first_year = models.PositiveSmallIntegerField("起始年度")
    last_year = models.PositiveSmallIntegerField("截止年度", null=True, blank=True)

    objects = SchemeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "法律进方案"
        constraints = [
            models.UniqueConstraint(fields=["area", "first_year"], name="one_scheme_per_area_and_first_year")
        ]

    def __str__(self):
        return self.name


class SchemeMember(models.Model):
    """One 进 of a scheme. `key` is stable across schemes, so that years can be compared."""

    scheme = models.ForeignKey(Scheme, models.CASCADE, related_name="members", verbose_name="方案")
    key = models.SlugField("代号", max_length=20)
    name = models.CharField("名称", max_length=20)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = verbose_name_plural = "法律进"
        ordering = ["scheme", "position"]
        constraints = [models.UniqueConstraint(fields=["scheme", "key"], name="scheme_member_key_unique")]

    def __str__(self):
        return self.name
