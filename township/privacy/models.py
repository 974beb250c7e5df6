"""What was answered when personal data was about to leave."""

from django.conf import settings
from django.db import models

from township.people.models import Area


class GuardAnswer(models.Model):
    """One answer to the guard (个人信息把关记录): who let what leave, masked or with a reason.

    `found` is [{item, place, kind, action}]: where something stood and of what kind, never what it was.
    `digest` is that of what was looked at, so that an answer holds for nothing else.
    """

    purpose = models.CharField("对外用途", max_length=40)
    register = models.CharField("台账", max_length=40, blank=True)
    record_id = models.BigIntegerField(null=True)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name="单位")
    digest = models.CharField(max_length=64, db_index=True)
    found = models.JSONField("发现", default=list)
    reason = models.CharField("不打码的原因", max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="确认人")
    at = models.DateTimeField("确认时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "个人信息把关记录"
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["register", "record_id"], name="guard_answer_of_record")]

    def __str__(self):
        return f"{self.purpose} {self.register} {self.record_id or ''}".strip()

    @property
    def sentence(self):
        """What was found and decided, in numbers."""
        actions = [one["action"] for one in self.found]
        told = [
            f"{words}{actions.count(action)}处"
            for action, words in (("mask", "打码"), ("keep", "原样保留"), ("leave_out", "文件没有放进去"))
            if action in actions
        ]
        return f"发现{len(actions)}处：{'，'.join(told)}"
