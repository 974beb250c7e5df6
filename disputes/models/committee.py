"""Mediation bodies and their mediators (调解组织与调解员名册)."""

from django.db import models

from township.people.models import Person
from township.records.models import Line, Record
from township.records.models.record import date_field, in_order, title_field

from .dispute import Dispute


class MediationCommittee(Record):
    """A mediation body (调解组织); exists from `date` until `valid_to` and is closed, never overwritten."""

    date = date_field("成立日期")
    title = title_field("组织名称")
    kind = models.CharField("类别", max_length=10, choices=Dispute.Organisation.choices)
    chair = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="主任"
    )
    place = models.CharField("调解室地点", max_length=60, blank=True)
    number_name = models.CharField(
        "案号简称",
        max_length=20,
        blank=True,
        help_text="案卷号里的简称，例如 毛俊；不填用村（社区）或乡镇的名字。",
    )
    document_number = models.CharField("设立文号", max_length=40, blank=True)
    valid_to = models.DateField("撤销日期", null=True, blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "调解组织"
        constraints = [
            in_order("committee_closes_after_founding", "date", "valid_to", "撤销日期不能早于成立日期。")
        ]


class Mediator(Line):
    """A mediator's time in a mediation body; whoever serves in two bodies counts once as 人."""

    class Time(models.TextChoices):
        FULL = "full", "专职"
        PART = "part", "兼职"

    record = models.ForeignKey(MediationCommittee, models.CASCADE, related_name="mediators")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="姓名")
    time = models.CharField("专兼职", max_length=6, choices=Time.choices, default=Time.PART)
    joined_on = models.DateField("聘任日期", null=True, blank=True)
    left_on = models.DateField("离任日期", null=True, blank=True)
    certificate = models.CharField("调解员证号", max_length=40, blank=True)

    class Meta(Line.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "调解员"
        constraints = [
            in_order("mediator_leaves_after_joining", "joined_on", "left_on", "离任日期不能早于聘任日期。")
        ]

    def __str__(self):
        return str(self.person)
