"""Imports under way and done: the user's file and rows wait sealed, and go when the import ends."""

import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone

from township.people.models import Area
from township.people.sealing import SealedTextField

# Rows wait, and an import can be undone, for so long.
KEPT_FOR = datetime.timedelta(days=7)


class Import(models.Model):
    """One file brought in for one register by one user."""

    class State(models.TextChoices):
        PREVIEW = "preview", "待确认"
        DONE = "done", "已导入"
        UNDONE = "undone", "已撤销"

    class Twins(models.TextChoices):
        SKIP = "skip", "不导入"
        ADD = "add", "仍作为新记录导入"
        UPDATE = "update", "更新原来的记录"

    register = models.CharField(max_length=40)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="导入人"
    )
    created_at = models.DateTimeField("上传时间", default=timezone.now)
    state = models.CharField("状态", max_length=10, choices=State.choices, default=State.PREVIEW)
    # The name of a file and the titles in it may name people.
    file_name = SealedTextField("文件名", blank=True)
    content = SealedTextField(blank=True)
    sheet = SealedTextField(blank=True)
    layout = SealedTextField(blank=True)
    year = models.PositiveSmallIntegerField("年度")
    mapping = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    # What happens to the groups, as the user has chosen.
    take_new = models.BooleanField("导入新增的", default=True)
    take_changed = models.BooleanField("更新有变化的", default=True)
    twins = models.CharField("疑似重复的", max_length=8, choices=Twins.choices, default=Twins.SKIP)
    good_only = models.BooleanField("只导入没有问题的行", default=False)
    done_at = models.DateTimeField("导入时间", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "表格导入"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["created_by", "register"], name="import_of_user")]

    def __str__(self):
        return f"{self.register} {self.created_at:%Y-%m-%d}"

    @property
    def undo_until(self):
        """Until when the import can be undone."""
        return self.done_at + KEPT_FOR if self.done_at else None

    @property
    def may_be_undone(self):
        return self.state == self.State.DONE and timezone.now() < self.undo_until


class ImportRow(models.Model):
    """One row of a file that waits for the user's decision; `cells` and `verdict` are sealed JSON."""

    owner = models.ForeignKey(Import, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, default="")
    edited = models.BooleanField(default=False)
    cells = SealedTextField()
    verdict = SealedTextField(blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["owner", "number"], name="import_row_once")]
        indexes = [models.Index(fields=["owner", "kind"], name="import_rows_by_kind")]

    def __str__(self):
        return f"{self.owner_id}: {self.number}"


class Imported(models.Model):
    """One record that an import has made or changed, for undoing it; `before` is sealed JSON of a changed one."""

    owner = models.ForeignKey(Import, models.CASCADE, related_name="imported")
    record_id = models.BigIntegerField()
    version = models.PositiveIntegerField()
    before = SealedTextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["owner", "record_id"], name="imported_once")]

    def __str__(self):
        return f"{self.owner_id}: {self.record_id}"


class HeaderMemory(models.Model):
    """What a township has said that a header means in a register; an empty target: the column is not wanted."""

    area = models.ForeignKey(Area, models.CASCADE, related_name="+")
    register = models.CharField(max_length=40)
    header = models.CharField(max_length=80)
    target = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["area", "register", "header"], name="header_remembered_once")
        ]

    def __str__(self):
        return f"{self.header}: {self.target}"
