"""Acts that leave no other row, and the seals on the trail."""

from django.db import models
from django.db.models import Q

from .rows import Group, TrailQuerySet, TrailRow


class AuditEvent(TrailRow):
    """Signing in and out, looking at personal data, taking data along, running the portal."""

    class Action(models.TextChoices):
        SIGNED_IN = "signed_in", "登录"
        FAILED = "failed", "登录失败"
        LOCKED_OUT = "locked_out", "暂停登录"
        SIGNED_OUT = "signed_out", "退出"
        SESSION_ENDED = "session_ended", "结束登录"
        FACTOR_SET = "factor_set", "启用动态口令"
        FACTOR_FAILED = "factor_failed", "动态口令不对"
        FACTOR_RESET = "factor_reset", "重设动态口令"
        VIEWED = "viewed", "查看个人信息"
        SEARCHED = "searched", "按当事人查找"
        PRINTED = "printed", "打印个人信息"
        EXPORTED = "exported", "导出"
        DOWNLOADED = "downloaded", "下载"
        LOCKED = "locked", "定稿锁定"
        BACKED_UP = "backed_up", "备份"
        BACKUP_FAILED = "backup_failed", "备份失败"
        RESTORED = "restored", "恢复"
        KEYS_ROTATED = "keys_rotated", "更换密钥"
        REDUCED = "reduced", "清理个人信息"

    action = models.CharField("操作", max_length=14, choices=Action.choices)
    what = models.CharField("对象", max_length=200, blank=True)

    SEALED = (*TrailRow.SEALED, "action", "what")
    SEARCH = (*TrailRow.SEARCH, "what")
    GROUPS = {
        Group.SIGN_IN: Q(
            action__in=[
                Action.SIGNED_IN,
                Action.FAILED,
                Action.LOCKED_OUT,
                Action.SIGNED_OUT,
                Action.SESSION_ENDED,
                Action.FACTOR_FAILED,
            ]
        ),
        Group.VIEW: Q(action__in=[Action.VIEWED, Action.SEARCHED, Action.PRINTED]),
        Group.TAKE: Q(action__in=[Action.EXPORTED, Action.DOWNLOADED]),
        Group.SETTING: Q(action__in=[Action.FACTOR_SET, Action.FACTOR_RESET]),
        Group.REPORT: Q(action=Action.LOCKED),
        Group.SYSTEM: Q(
            action__in=[
                Action.BACKED_UP,
                Action.BACKUP_FAILED,
                Action.RESTORED,
                Action.KEYS_ROTATED,
                Action.REDUCED,
            ]
        ),
    }

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["what", "action", "at"], name="event_on_thing"),
            models.Index(fields=["address", "action", "at"], name="event_by_address"),
        ]

    def __str__(self):
        return self.what

    @property
    def details(self):
        return []


class Seal(models.Model):
    """One batch of the trail, sealed: `digest` stands for its rows and for every batch before it."""

    ordinal = models.PositiveIntegerField(unique=True)
    at = models.DateTimeField(auto_now_add=True)
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    objects = TrailQuerySet.as_manager()

    class Meta:
        ordering = ["ordinal"]

    def __str__(self):
        return f"{self.ordinal} {self.digest}"


class SealedRow(models.Model):
    """What one row of the trail was when it was sealed, so that a broken seal can be laid to it."""

    seal = models.ForeignKey(Seal, models.PROTECT, related_name="rows")
    source = models.CharField(max_length=60)
    row_id = models.BigIntegerField()
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "row_id"], name="trail_row_sealed_once")]

    def __str__(self):
        return f"{self.source} {self.row_id}"
