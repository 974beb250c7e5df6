"""Days on which leaders receive visitors (领导干部接访下访)."""

from django.db import models
from django.db.models import Q

from township.people.models import Area, Office, Person
from township.people.sealing import FingerprintField, SealedTextField
from township.records.fields import CountField
from township.records.models import Line, Record
from township.records.models.record import FieldRule, date_field, not_above, title_field
from township.records.personal_numbers import check_telephone, no_personal_numbers

from .confidential import always_internal, free_text
from .dispute import Dispute
from .petition import Petition


class ReceptionDay(Record):
    """One day on which one leader received visitors (领导接访), in the office or out in a village.

    A party of visitors is one 批. What became of the matters follows from their rows where there are any.
    """

    class Method(models.TextChoices):
        OFFICE = "office", "定点接访"
        FIELD = "field", "带案下访"
        APPOINTMENT = "appointment", "约访"

    date = date_field("接访日期")
    title = title_field("名称", validators=[no_personal_numbers], help_text="可不填，自动生成。")
    note = free_text("备注", blank=True)
    leader = models.ForeignKey(
        Person,
        models.PROTECT,
        related_name="+",
        verbose_name="接访领导及职务",
        help_text="例如 张三（镇党委书记）。",
    )
    method = models.CharField("方式", max_length=12, choices=Method.choices, default=Method.OFFICE)
    place = models.CharField("地点", max_length=60, blank=True)
    batches = CountField("接待批次", required=True, ceiling=1000, help_text="没有人来访填 0，即零报告。")
    people = CountField("接待人次", required=True, ceiling=10_000)
    answered = CountField("当场答复（件）", ceiling=1000, help_text="填了反映事项的，这三项由事项自动算出。")
    assigned = CountField("交办（件）", ceiling=1000)
    settled = CountField("办结（件）", ceiling=1000)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "领导接访"
        constraints = [
            always_internal("reception_internal"),
            not_above("reception_batch_is_somebody", "batches", "people", "接待批次不能多于接待人次。"),
            FieldRule(
                condition=Q(batches__gte=1) | Q(people=0),
                name="reception_people_come_in_batches",
                field="batches",
                message="有人来访的，接待批次至少是 1。",
            ),
        ]

    def default_title(self):
        day = f"{self.date.year}年{self.date.month}月{self.date.day}日"
        return f"{day}{self.leader.name}{self.get_method_display()}"

    def get_leader_display(self):
        return self.leader.choice_label

    def count_matters(self):
        """Let the three numbers say what the rows say; without rows they stay as they were typed."""
        outcomes = list(self.matters.values_list("outcome", flat=True))
        if outcomes:
            done = ReceptionMatter.Outcome
            self.answered = outcomes.count(done.ANSWERED)
            self.assigned = outcomes.count(done.ASSIGNED) + outcomes.count(done.SETTLED)
            self.settled = outcomes.count(done.ANSWERED) + outcomes.count(done.SETTLED)
            type(self).objects.filter(pk=self.pk).update(
                answered=self.answered, assigned=self.assigned, settled=self.settled
            )


class ReceptionMatter(Line):
    """One matter that visitors brought forward (反映事项), without names of people."""

    class Outcome(models.TextChoices):
        ANSWERED = "answered", "当场答复"
        ASSIGNED = "assigned", "交办，在办"
        SETTLED = "settled", "交办，已办结"
        REDIRECTED = "redirected", "引导到其他程序"

    record = models.ForeignKey(ReceptionDay, models.CASCADE, related_name="matters")
    summary = models.CharField(
        "事项摘要", max_length=200, validators=[no_personal_numbers], help_text="不写姓名。"
    )
    village = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="发生地"
    )
    responsible = models.ForeignKey(
        Office, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="责任单位"
    )
    due_on = models.DateField("期限", null=True, blank=True)
    outcome = models.CharField("结果", max_length=10, choices=Outcome.choices, default=Outcome.ASSIGNED)
    settled_on = models.DateField("办结日期", null=True, blank=True)
    petition = models.ForeignKey(
        Petition, models.PROTECT, null=True, blank=True, related_name="receptions", verbose_name="关联信访"
    )
    dispute = models.ForeignKey(
        Dispute,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="receptions",
        verbose_name="转调解的纠纷",
    )

    class Meta(Line.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "反映事项"
        constraints = [
            FieldRule(
                condition=Q(outcome="settled") | Q(settled_on=None),
                name="reception_matter_settled_with_date",
                field="outcome",
                message="填了办结日期，结果请选“交办，已办结”。",
            )
        ]

    def __str__(self):
        return self.summary


class Visitor(Line):
    """Somebody who came to a reception (来访人): sealed, and open only to those who may read parties."""

    record = models.ForeignKey(ReceptionDay, models.CASCADE, related_name="visitors")
    name = SealedTextField("姓名", max_length=40)
    phone = SealedTextField("联系电话", max_length=20, blank=True, validators=[check_telephone])
    address = SealedTextField("住址", max_length=100, blank=True)
    matter = CountField("第几项事项", ceiling=100, help_text="反映事项从上往下数的第几项。")
    name_fingerprint = FingerprintField("name", "name")
    phone_fingerprint = FingerprintField("phone", "phone")

    class Meta(Line.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "来访人"

    def __str__(self):
        return f"来访人{self.position + 1}"
