"""What is done in a case, row by row: inquiries, sessions, follow-ups, and taking it up again."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from township.people.models import Person
from township.people.sealing import FingerprintField, SealedTextField
from township.records.models import Line

from .confidential import free_text
from .dispute import Dispute


def _person(label):
    return models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=label
    )


class Step(Line):
    """A row with a day of its own, which has to lie between the days of the case that `within` names."""

    DAY = ""

    class Meta(Line.Meta):
        abstract = True

    def __str__(self):
        return f"{self._meta.verbose_name}{self.position + 1}"

    def clean(self):
        day, label = getattr(self, self.DAY), self._meta.get_field(self.DAY).verbose_name
        if day and day > timezone.localdate():
            raise ValidationError({self.DAY: f"{label}晚于今天，请等办完再录。"})
        if day and (case := getattr(self, "record", None)) and (sentence := self.misplaced(case, day, label)):
            raise ValidationError({self.DAY: sentence})

    def misplaced(self, case, day, label):
        """Why `day` cannot be, in one sentence, or an empty string."""
        if case.date and day < case.date:
            return f"{label}不能早于受理日期。"
        if case.closed_on and day > case.closed_on:
            return f"{label}不能晚于结案日期。"
        return ""


class Inquiry(Step):
    """Asking somebody about the facts (调查记录)."""

    DAY = "asked_on"

    record = models.ForeignKey(Dispute, models.CASCADE, related_name="inquiries")
    asked_on = models.DateField("调查日期")
    place = models.CharField("地点", max_length=60, blank=True)
    participants = SealedTextField("参加人", max_length=100, blank=True)
    asked = SealedTextField("被调查人", max_length=40)
    account = SealedTextField("调查内容", blank=True)
    recorder = _person("记录人")
    asked_fingerprint = FingerprintField("asked", "name")

    class Meta(Step.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "调查记录"


class Session(Step):
    """One mediation (调解记录): a case may take several, and is one 件 nevertheless."""

    DAY = "held_on"

    class Outcome(models.TextChoices):
        AGREED = "agreed", "达成协议"
        CONTINUED = "continued", "未达成，继续调解"
        ENDED = "ended", "未达成，终止调解"

    record = models.ForeignKey(Dispute, models.CASCADE, related_name="sessions")
    held_on = models.DateField("调解日期")
    place = models.CharField("地点", max_length=60, blank=True)
    participants = SealedTextField("参加人", max_length=100, blank=True)
    rights_told = models.BooleanField("已告知权利义务", default=False)
    minutes = SealedTextField("笔录", blank=True, help_text="各方陈述、证据、调解意见。")
    outcome = models.CharField("结果", max_length=10, choices=Outcome.choices, blank=True)
    recorder = _person("记录人")

    class Meta(Step.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "调解记录"


class FollowUp(Step):
    """A visit after the case was closed (回访记录)."""

    DAY = "visited_on"

    class Satisfaction(models.TextChoices):
        SATISFIED = "satisfied", "满意"
        FAIR = "fair", "基本满意"
        UNSATISFIED = "unsatisfied", "不满意"

    record = models.ForeignKey(Dispute, models.CASCADE, related_name="follow_ups")
    visited_on = models.DateField("回访日期")
    visitor = _person("回访人")
    performance = models.CharField("履行情况", max_length=12, choices=Dispute.Performance.choices, blank=True)
    satisfaction = models.CharField("满意度", max_length=12, choices=Satisfaction.choices, blank=True)
    sued = models.BooleanField("起诉到法院", default=False)
    escalated = models.BooleanField("矛盾激化", default=False)
    found = free_text("回访情况", blank=True)

    class Meta(Step.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "回访记录"

    def misplaced(self, case, day, label):
        if case.closed_on is None:
            # After a case was taken up again, earlier visits stay.
            return (
                "" if any(day >= end for end in case.earlier_ends) else "结案以后才有回访，请先填写结案日期。"
            )
        return "回访日期不能早于结案日期。" if day < min([case.closed_on, *case.earlier_ends]) else ""


class Reopening(Line):
    """That a closed case was taken up again under its number (反悔后再调), and how it had ended before."""

    record = models.ForeignKey(Dispute, models.CASCADE, related_name="reopenings")
    reopened_on = models.DateField("重新调解日期")
    reason = free_text("原因")
    closed_on = models.DateField("原结案日期", editable=False)
    result = models.CharField("原调解结果", max_length=10, choices=Dispute.Result.choices, editable=False)

    class Meta(Line.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "重新调解"

    def __str__(self):
        return f"第 {self.position + 1} 次重新调解"
