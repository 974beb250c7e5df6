"""Registers that townships set up for themselves: their definitions, and the one table that holds their records.

The table has columns of every kind; a definition says which of them its fields use. Sums, filters and
conditions are therefore ordinary ones of the database.
"""

from django.conf import settings
from django.db import models

from township.people.models import Area

from ..fields import AmountField, CountField
from .record import Record

LARGEST = 100_000_000


class OwnRegister(models.Model):
    """One register of a township's own (自建台账)."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name="乡镇")
    label = models.CharField("名称", max_length=20)
    menu = models.CharField("放在哪组菜单", max_length=8)
    unit = models.CharField(
        "记录的单位", max_length=4, default="条", help_text="一条记录叫一什么：次、场、户、件……"
    )
    intro = models.CharField(
        "录什么、不录什么", max_length=120, blank=True, help_text="一句话，显示在台账上方。"
    )
    village_entry = models.BooleanField(
        "村（社区）也填报", default=True, help_text="不勾的，只由部门和综合管理员录入。"
    )
    closed = models.BooleanField("已停用", default=False, editable=False)
    updated_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    updated_at = models.DateTimeField("最后修改", auto_now=True)

    class Meta:
        verbose_name = verbose_name_plural = "自建台账"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "label"],
                name="own_register_label_unique_in_area",
                violation_error_message="本镇已有叫这个名称的自建台账，请换一个。",
            )
        ]

    def __str__(self):
        return self.label

    @property
    def slug(self):
        return f"own-{self.pk}"

    @property
    def has_records(self):
        return OwnRecord.objects.filter(definition=self).exists()


class OwnField(models.Model):
    """One field (项目) of an own register; `column` is where its values lie, and stays so for ever."""

    class Kind(models.TextChoices):
        COUNT = "count", "数量（整数）"
        AMOUNT = "amount", "金额或小数"
        DATE = "date", "日期"
        FLAG = "flag", "是或否"
        CHOICE = "choice", "单选"
        TEXT = "text", "短文字"
        LONG_TEXT = "long_text", "长文字"

    register = models.ForeignKey(OwnRegister, models.CASCADE, related_name="fields")
    position = models.PositiveSmallIntegerField(default=0)
    label = models.CharField("项目名称", max_length=20)
    kind = models.CharField("填什么", max_length=10, choices=Kind.choices, default=Kind.COUNT)
    unit = models.CharField("单位", max_length=4, blank=True)
    required = models.BooleanField("必填", default=False)
    # [[key, label], …] of a single choice; keys stay when labels change.
    options = models.JSONField("选项", default=list, blank=True)
    column = models.CharField(max_length=20, editable=False)
    retired = models.BooleanField("停用", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "台账项目"
        ordering = ["position", "pk"]
        # That labels differ is the form's to say: two fields may swap theirs, one row after the other.
        constraints = [
            models.UniqueConstraint(fields=["register", "column"], name="own_field_has_its_own_column")
        ]

    def __str__(self):
        return self.label

    @property
    def is_number(self):
        return self.kind in (self.Kind.COUNT, self.Kind.AMOUNT)

    @property
    def full_label(self):
        """The label with its unit, as forms and lists show it."""
        return f"{self.label}（{self.unit}）" if self.unit and self.is_number else self.label

    @property
    def has_data(self):
        """Whether any record of the register says something here."""
        records = OwnRecord.objects.filter(definition=self.register_id).exclude(
            **{f"{self.column}__isnull": True}
        )
        return records.exclude(**{self.column: ""}).exists() if self.is_text else records.exists()

    @property
    def is_text(self):
        return self.kind in (self.Kind.TEXT, self.Kind.LONG_TEXT, self.Kind.CHOICE)

    def count_of_option(self, key):
        """How many records have chosen the option."""
        return OwnRecord.objects.filter(**{"definition": self.register_id, self.column: key}).count()


def column_field(kind, label, *, required=False, options=None):
    """The model field of a column; without `required` and options it is that of the bare table."""
    if kind == OwnField.Kind.COUNT:
        return CountField(label, required=required, ceiling=LARGEST)
    if kind == OwnField.Kind.AMOUNT:
        return AmountField(label, required=required)
    if kind == OwnField.Kind.DATE:
        return models.DateField(label, null=True, blank=not required)
    if kind == OwnField.Kind.FLAG:
        choices = [(True, "是"), (False, "否")] if options is not None else None
        return models.BooleanField(label, null=True, blank=not required, choices=choices)
    text = {"blank": not required, "default": "", "db_default": ""}
    if kind == OwnField.Kind.LONG_TEXT:
        return models.TextField(label, **text)
    if kind == OwnField.Kind.CHOICE:
        return models.CharField(label, max_length=20, choices=options or None, **text)
    return models.CharField(label, max_length=200, **text)


# How many columns of each kind the table has; retired fields keep theirs.
COLUMNS = {
    OwnField.Kind.COUNT: 16,
    OwnField.Kind.AMOUNT: 12,
    OwnField.Kind.DATE: 8,
    OwnField.Kind.FLAG: 12,
    OwnField.Kind.CHOICE: 12,
    OwnField.Kind.TEXT: 12,
    OwnField.Kind.LONG_TEXT: 6,
}


def columns_of_kind(kind):
    """Names of the columns of one kind: count_1, count_2, …"""
    return [f"{kind}_{number}" for number in range(1, COLUMNS[kind] + 1)]


class OwnRecord(Record):
    """The table of all records of own registers. Code meets its rows as models of their register's own."""

    definition = models.ForeignKey(OwnRegister, models.PROTECT, related_name="+", editable=False)
    for _kind in COLUMNS:
        for _name in columns_of_kind(_kind):
            locals()[_name] = column_field(_kind, _name)
    del _kind, _name

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "自建台账记录"
        indexes = [
            models.Index(fields=["definition", "keeper", "date"], name="own_record_by_keeper"),
            models.Index(fields=["definition", "area", "date"], name="own_record_by_area"),
        ]
