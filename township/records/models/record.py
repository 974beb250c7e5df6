"""The abstract record: what every entry of every register has, and the life it leads."""

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from township.people.models import Area, Office


class State(models.TextChoices):
    """草稿 → 已提交 → 已审核, with 退回修改 and 已作废 beside the way."""

    DRAFT = "draft", "草稿"
    SUBMITTED = "submitted", "已提交"
    APPROVED = "approved", "已审核"
    RETURNED = "returned", "退回修改"
    VOIDED = "voided", "已作废"


COUNTABLE = (State.SUBMITTED, State.APPROVED)


def date_field(label, **options):
    """The record's date under the name that its register gives it, e.g. 受理日期."""
    return models.DateField(label, db_index=True, **options)


def title_field(label, **options):
    """The record's title under the name that its register gives it, e.g. 队伍名称."""
    return models.CharField(label, max_length=120, blank=True, **options)


class RecordQuerySet(models.QuerySet):
    def countable(self):
        """What figures count: submitted and approved records."""
        return self.filter(state__in=COUNTABLE)

    def unreviewed(self):
        return self.filter(state=State.SUBMITTED)

    def within(self, area):
        """Records of places inside `area`, joint ones that a place inside takes part in included."""
        from township.people.gate import joint_with
        from township.people.places import inside

        return self.filter(inside(area) | joint_with(self.model, area))

    def between(self, start, end, field="date"):
        """Records whose `field` lies from `start` to `end`, both days included."""
        return self.filter(**{f"{field}__gte": start, f"{field}__lte": end})

    def for_list(self):
        """With everything that a row of a list shows, in a fixed number of queries."""
        return self.select_related("area", "keeper", "office", "created_by")


class Record(models.Model):
    """One entry of a register (记录).

    `area` is where it happened and is what figures count by; `keeper` is the unit that keeps it and is
    what access follows; `date` is the day it counts on, unless an indicator names another date.
    """

    # Name of a many-to-many field to Area with the villages that take part in a joint event.
    JOINT_FIELD = ""
    # Dates beside `date` that tell of something done, and so cannot lie ahead.
    PAST_DATES = ()

    class Source(models.TextChoices):
        DIRECT = "direct", "直接录入"
        ON_BEHALF = "on_behalf", "代录"
        WORKBOOK = "workbook", "表格导入"
        MESSAGE = "message", "粘贴识别"
        EXTERNAL = "external", "外部系统导入"

    class Disclosure(models.TextChoices):
        INTERNAL = "internal", "内部"
        PUBLIC = "public", "可公开"

    area = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name="所属村（社区）")
    keeper = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name="填报单位")
    office = models.ForeignKey(
        Office, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="承办部门"
    )
    date = date_field("日期")
    title = title_field("名称")
    approximate = models.BooleanField(
        "概数", default=False, help_text="原始材料只写“约、余、近”时打勾，报告里不会写成精确数。"
    )
    provider = models.CharField("提供人", max_length=40, blank=True, help_text="替别的单位代录时填写。")
    source = models.CharField("数据来源", max_length=12, choices=Source.choices, default=Source.DIRECT)
    external_ref = models.CharField("外部系统编号", max_length=60, blank=True)
    disclosure = models.CharField(
        "公开属性", max_length=10, choices=Disclosure.choices, default=Disclosure.INTERNAL
    )
    note = models.TextField("备注", blank=True)

    state = models.CharField("状态", max_length=10, choices=State.choices, default=State.DRAFT, db_index=True)
    reason = models.CharField("退回或作废原因", max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    # The id that the form was opened with: a second click on 提交 finds the first one's record.
    entry_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="录入人"
    )
    created_at = models.DateTimeField("录入时间", default=timezone.now, editable=False)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="最后修改人"
    )
    updated_at = models.DateTimeField("最后修改", auto_now=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="审核人",
    )
    reviewed_at = models.DateTimeField("审核时间", null=True, blank=True)

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-date", "-pk"]
        indexes = [models.Index(fields=["keeper", "date"]), models.Index(fields=["area", "date"])]

    def __str__(self):
        return self.title or self.default_title()

    def default_title(self):
        """日期+村+类型, the title of a record that was not given one."""
        return (
            f"{self.date:%Y年}{self.date.month}月{self.date.day}日{self.area.name}{self._meta.verbose_name}"
        )

    def clean(self):
        """Rules that hold for every record; each message sits at its field."""
        super().clean()
        today = timezone.localdate()
        errors = {}
        for name in ("date", *self.PAST_DATES):
            if (value := getattr(self, name)) and value > today:
                label = self._meta.get_field(name).verbose_name
                errors[name] = f"{label}晚于今天。如是计划安排，请等办完再录；日期写错了请改正。"
        if errors:
            raise ValidationError(errors)

    def save(self, *args, **kwargs):
        if not self.title and self.area_id and self.date:
            self.title = self.default_title()[:120]
        super().save(*args, **kwargs)

    @property
    def countable(self):
        return self.state in COUNTABLE

    @property
    def on_behalf(self):
        """Whether it was entered for another unit or on somebody else's word (代录)."""
        if self.source != self.Source.MESSAGE:
            return self.source == self.Source.ON_BEHALF
        return bool(self.provider) or self.created_by.area_id != self.keeper_id

    @property
    def self_reviewed(self):
        """Whether whoever entered it also reviewed it (自核): allowed, but said."""
        return self.reviewed_by_id is not None and self.reviewed_by_id == self.created_by_id


class Line(models.Model):
    """One row of a sub-table (子表) of a record; children name their parent `record`."""

    position = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        abstract = True
        ordering = ["position", "pk"]


class FieldRule(models.CheckConstraint):
    """A check on one row whose sentence sits at `field`: one rule for form, import and database."""

    def __init__(self, *, field, message, **kwargs):
        self.field = field
        super().__init__(violation_error_message=message, **kwargs)

    def deconstruct(self):
        path, args, kwargs = super().deconstruct()
        message = kwargs.pop("violation_error_message")
        return path, args, {**kwargs, "field": self.field, "message": message}

    def validate(self, model, instance, exclude=None, using="default"):
        try:
            super().validate(model, instance, exclude=exclude, using=using)
        except ValidationError as error:
            raise ValidationError({self.field: error.messages}) from error


def not_above(name, smaller, larger, message):
    """Rule `smaller` ≤ `larger` where both are given; the message sits at `smaller`."""
    holds = Q(**{smaller: None}) | Q(**{larger: None}) | Q(**{f"{smaller}__lte": F(larger)})
    return FieldRule(condition=holds, name=name, field=smaller, message=message)


def in_order(name, earlier, later, message):
    """Rule that the date `later` is not before `earlier` where both are given; it sits at `later`."""
    holds = Q(**{earlier: None}) | Q(**{later: None}) | Q(**{f"{later}__gte": F(earlier)})
    return FieldRule(condition=holds, name=name, field=later, message=message)


def needed_when(name, field, condition, message):
    """Rule that `field` is given whenever `condition` holds."""
    empty = Q(**{field: None})
    return FieldRule(condition=~(condition & empty), name=name, field=field, message=message)
