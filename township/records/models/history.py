"""What happened to a record: every change with before and after, and the locks that reports put on it."""

from django.db import models
from django.db.models import Q

from township.people.trail.rows import Group, TrailRow


class Change(TrailRow):
    """One act on one record (历史): who, when, what, and each field's value before and after.

    `details` is a list of [label, before, after] in the words of the form. For personal fields both values
    are the fixed word 已修改: that they changed is kept, what they were is not.
    """

    class Action(models.TextChoices):
        CREATED = "created", "新增"
        EDITED = "edited", "修改"
        SUBMITTED = "submitted", "提交"
        WITHDRAWN = "withdrawn", "撤回"
        RETURNED = "returned", "退回修改"
        APPROVED = "approved", "审核通过"
        VOIDED = "voided", "作废"
        CORRECTED = "corrected", "更正"
        MERGED = "merged", "合并"
        HANDED_OVER = "handed_over", "移交"
        REDUCED = "reduced", "清理个人信息"

    register = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    action = models.CharField("操作", max_length=12, choices=Action.choices)
    reason = models.CharField("原因", max_length=200, blank=True)
    details = models.JSONField(default=list)

    SEALED = (*TrailRow.SEALED, "register", "record_id", "action", "reason", "details")
    _REVIEWS = Q(action__in=[Action.RETURNED, Action.APPROVED, Action.VOIDED])
    GROUPS = {Group.RECORD: ~_REVIEWS, Group.REVIEW: _REVIEWS}

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["register", "record_id"], name="change_of_record")]

    def __str__(self):
        return f"{self.get_action_display()} {self.register} {self.record_id}"


class RecordLock(models.Model):
    """A record that a locked report counted: it may still be corrected, but only as 更正 with a reason."""

    register = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    label = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["register", "record_id", "label"], name="record_locked_once_each")
        ]

    def __str__(self):
        return self.label
