"""The year's calendar (年度工作日历): what is done when, and how it stands in one year of one place."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from township.people.models import Area
from township.records.models import Inherited
from township.records.models.record import FieldRule
from township.records.models.reference import own_key


class CalendarItem(Inherited):
    """One thing of the year's work: once a year, each quarter or each month.

    `day` is the last day for it within the month (the quarter's last month); without one it is the month's
    last day. `page` is where it is done and `answered_by` what shows that it was: a duty, or a step of the
    yearly report; without that somebody ticks it off.
    """

    class Rhythm(models.TextChoices):
        YEAR = "year", "每年一次"
        QUARTER = "quarter", "每季度"
        MONTH = "month", "每月"

    class Shift(models.TextChoices):
        NONE = "", "不调整"
        BEFORE = "before", "提前到前一个工作日"
        AFTER = "after", "顺延到后一个工作日"

    key = models.SlugField("代号", max_length=40, unique=True, default=own_key, editable=False)
    title = models.CharField("办什么", max_length=60)
    rhythm = models.CharField("多久一次", max_length=8, choices=Rhythm.choices, default=Rhythm.YEAR)
    month = models.PositiveSmallIntegerField(
        "月", null=True, blank=True, choices=[(number, f"{number}月") for number in range(1, 13)]
    )
    day = models.PositiveSmallIntegerField(
        "最晚哪一日",
        null=True,
        blank=True,
        choices=[(number, f"{number}日") for number in range(1, 32)],
        help_text="不选就是当月最后一天；每季度的指季度最后一个月。",
    )
    shift = models.CharField("遇休息日", max_length=8, choices=Shift.choices, blank=True, default=Shift.NONE)
    gives = models.CharField("系统要给", max_length=120, blank=True)
    page = models.CharField("在哪里办", max_length=60, blank=True)
    answered_by = models.CharField("怎样算办了", max_length=60, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "年度工作日历"
        ordering = ["month", "day", "pk"]
        constraints = [
            FieldRule(
                condition=~Q(rhythm="year") | Q(month__isnull=False),
                name="calendar_item_of_a_year_has_a_month",
                field="month",
                message="每年一次的，请选在几月办。",
            ),
            FieldRule(
                condition=Q(rhythm="year") | Q(month=None),
                name="calendar_item_month_only_once_a_year",
                field="month",
                message="每月、每季度办的，不用选月。",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def when(self):
        """The day of the year in words: 2月最后一天, 3月15日, 每月5日, 每季度末."""
        if self.rhythm == self.Rhythm.YEAR:
            return f"{self.month}月{self.day}日" if self.day else f"{self.month}月"
        if self.day:
            return f"{self.get_rhythm_display()}{'末月' if self.rhythm == self.Rhythm.QUARTER else ''}{self.day}日"
        return "每月底" if self.rhythm == self.Rhythm.MONTH else "每季度末"

    when.fget.short_description = "什么时候"

    def months_of(self, year):
        """The months of the year in which it falls."""
        if self.rhythm == self.Rhythm.YEAR:
            return [self.month]
        return [3, 6, 9, 12] if self.rhythm == self.Rhythm.QUARTER else list(range(1, 13))


class CalendarEntry(models.Model):
    """What one place says about one time of an item: another last day, or that it is done."""

    area = models.ForeignKey(Area, models.CASCADE, related_name="+")
    item = models.ForeignKey(CalendarItem, models.CASCADE, related_name="entries")
    # The first day of the month in which the item falls by itself.
    month = models.DateField()
    due_on = models.DateField("最晚日期", null=True, blank=True)
    done_on = models.DateField("办结日期", null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["area", "item", "month"], name="calendar_entry_once_a_month")
        ]

    def __str__(self):
        return f"{self.area} {self.item} {self.month:%Y-%m}"
