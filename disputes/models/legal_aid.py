"""Legal aid as a township gives it (法律援助): advice, papers written, applications guided and passed on."""

from django.db import models
from django.db.models import Q

from township.records.fields import AmountField, CountField
from township.records.models import Record
from township.records.models.record import FieldRule, date_field, in_order, needed_when, title_field
from township.records.personal_numbers import no_personal_numbers

from .confidential import NO_NAMES, always_internal, free_text
from .dispute import Dispute


class LegalAid(Record):
    """One person or group helped in one matter (法律援助).

    A township guides and helps to apply; accepting and handling a case is the county's legal aid body.
    """

    PAST_DATES = ("closed_on",)

    class Service(models.TextChoices):
        ADVICE = "advice", "法律咨询"
        WRITING = "writing", "代写文书"
        GUIDING = "guiding", "指引申请"
        FORWARDING = "forwarding", "初审转交"

    # What is an application of somebody for aid; the other two are services of their own.
    APPLICATIONS = (Service.GUIDING, Service.FORWARDING)

    class Recipient(models.TextChoices):
        MIGRANT_WORKER = "migrant_worker", "农民工"
        ELDERLY = "elderly", "老年人"
        WOMAN = "woman", "妇女"
        MINOR = "minor", "未成年人"
        DISABLED = "disabled", "残疾人"
        MILITARY = "military", "军人军属"
        LOW_INCOME = "low_income", "低收入"
        OTHER = "other", "其他"

    class Matter(models.TextChoices):
        WAGES = "wages", "请求支付劳动报酬"
        INJURY = "injury", "工伤和人身损害"
        TRAFFIC = "traffic", "交通事故"
        FAMILY = "family", "婚姻家庭"
        SUPPORT = "support", "赡养、抚养、扶养"
        INSURANCE = "insurance", "社会保险、社会救助"
        LAND = "land", "土地、宅基地"
        CONTRACT = "contract", "合同债务"
        ADMINISTRATIVE = "administrative", "行政争议"
        CRIMINAL = "criminal", "刑事"
        OTHER = "other", "其他"

    class Result(models.TextChoices):
        ACCEPTED = "accepted", "已受理"
        REFUSED = "refused", "不符合条件"
        CLOSED = "closed", "已办结"

    date = date_field("日期")
    title = title_field("名称", validators=[no_personal_numbers], help_text=f"可不填，自动生成。{NO_NAMES}")
    note = free_text("备注", blank=True)
    service = models.CharField("服务方式", max_length=12, choices=Service.choices)
    recipient = models.CharField("受援人类别", max_length=16, choices=Recipient.choices)
    matter = models.CharField("事项类别", max_length=16, choices=Matter.choices)
    people = CountField("人数", ceiling=1000, default=1, help_text="一起来的填几人，默认 1 人。")
    agency = models.CharField("转交机构", max_length=60, blank=True, help_text="例如 县法律援助中心。")
    agency_number = models.CharField("受理编号", max_length=60, blank=True)
    result = models.CharField(
        "结果",
        max_length=10,
        choices=Result.choices,
        blank=True,
        help_text="县法律援助机构审查、办理的结果。",
    )
    handler = models.CharField("承办人", max_length=40, blank=True)
    recovered = AmountField("挽回损失（元）")
    closed_on = models.DateField("办结日期", null=True, blank=True)
    dispute = models.ForeignKey(
        Dispute, models.PROTECT, null=True, blank=True, related_name="legal_aid", verbose_name="关联纠纷"
    )

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "法律援助"
        constraints = [
            always_internal("legal_aid_internal"),
            FieldRule(
                condition=Q(people=None) | Q(people__gte=1),
                name="legal_aid_helps_somebody",
                field="people",
                message="人数至少是 1；不清楚的可不填。",
            ),
            FieldRule(
                condition=Q(result="") | Q(service__in=["guiding", "forwarding"]),
                name="legal_aid_result_of_application",
                field="result",
                message="只有指引申请、初审转交的才有县法律援助机构的结果。",
            ),
            needed_when(
                "legal_aid_closed_on_a_day", "closed_on", Q(result="closed"), "已办结的，请填写办结日期。"
            ),
            in_order("legal_aid_closes_after_it", "date", "closed_on", "办结日期不能早于日期。"),
        ]

    def default_title(self):
        day = f"{self.date.year}年{self.date.month}月{self.date.day}日"
        return f"{day}{self.area.name}{self.get_service_display()}"
