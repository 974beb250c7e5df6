"""Files that take a while to make: asked for in the browser, made in the background, fetched when they are there."""

import datetime
import json
import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from township.people.sealing import SealedTextField

# A finished file can be fetched for so long; it is made again in a minute, and may hold what few should see.
KEPT = datetime.timedelta(days=3)
# A running job says that it lives at least this often; one that has been still for longer was broken off.
STILL_AFTER = datetime.timedelta(minutes=5)


def made_path(job, filename):
    """Files lie under a random name: what they are called is said by the row alone."""
    return f"jobs/{uuid.uuid4().hex}"


class JobQuerySet(models.QuerySet):
    def unfinished(self):
        return self.filter(state__in=Job.UNFINISHED)

    def outdated(self):
        return self.filter(asked_at__lt=timezone.now() - KEPT)


class Job(models.Model):
    """One file that somebody asked for; only that person can follow and fetch it."""

    class State(models.TextChoices):
        WAITING = "waiting", "等待生成"
        RUNNING = "running", "正在生成"
        DONE = "done", "已生成"
        FAILED = "failed", "没有生成"
        CANCELLED = "cancelled", "已取消"

    UNFINISHED = (State.WAITING, State.RUNNING)

    kind = models.CharField(max_length=40)
    label = models.CharField("文件", max_length=120)
    # What it is made from, as sealed JSON: a filter may hold a name.
    parameters = SealedTextField(default="{}")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    asked_at = models.DateTimeField("提出时间", auto_now_add=True)
    state = models.CharField("状态", max_length=10, choices=State.choices, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    said = models.CharField("说明", max_length=200, blank=True)
    alive_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField("完成时间", null=True, blank=True)
    file = models.FileField(upload_to=made_path, max_length=80, blank=True)
    name = models.CharField("文件名", max_length=160, blank=True)
    content_type = models.CharField(max_length=100, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["asked_by", "-id"], name="job_of_user")]

    def __str__(self):
        return self.label

    @property
    def given(self):
        """The parameters as keyword arguments of the maker."""
        return json.loads(self.parameters)

    @property
    def unfinished(self):
        return self.state in self.UNFINISHED

    @property
    def broken_off(self):
        """Whether it was running and has been still for too long: the machine or the worker stopped."""
        return (
            self.state == self.State.RUNNING
            and self.alive_at is not None
            and self.alive_at < timezone.now() - STILL_AFTER
        )

    @property
    def can_be_retried(self):
        return self.state in (self.State.FAILED, self.State.CANCELLED) or self.broken_off
