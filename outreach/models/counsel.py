"""Counsels at work in the villages (村（社区）法律顾问服务)."""

from django.core.exceptions import ValidationError
from django.db import models

from township.people.models import Person
from township.records.fields import CountField, MultiChoiceField, QuantityField
from township.records.models import Record
from township.records.models.record import date_field
from township.records.personal_numbers import no_personal_numbers

from .events import OutreachEvent


class CounselVisit(Record):
    """One service of the counsel of a village: a day in the village, a call, a session online.

    It counts once however many matters it dealt with. A lecture given on the way is also an outreach event:
    it is recorded there and named here, and the two figures are not added up.
    """

    class Method(models.TextChoices):
        ON_DUTY = "on_duty", "到村值班"
        TELEPHONE = "telephone", "电话"
        ONLINE = "online", "线上"

    class Matter(models.TextChoices):
        ADVICE = "advice", "咨询"
        LECTURE = "lecture", "讲座"
        CONTRACT = "contract", "审合同"
        VILLAGE_RULES = "village_rules", "审村规民约"
        MEDIATION = "mediation", "参与调解"
        WRITING = "writing", "代写文书"

    date = date_field("服务日期")
    counsel = models.ForeignKey(
        Person,
        models.PROTECT,
        related_name="+",
        verbose_name="法律顾问及单位",
        help_text="例如 吴启明（某某律师事务所）。",
    )
    method = models.CharField("服务方式", max_length=10, choices=Method.choices)
    matters = MultiChoiceField("服务事项", choices=Matter.choices, blank=False)
    served = CountField("服务人次")
    hours = QuantityField("时长（小时）", ceiling=24)
    summary = models.TextField(
        "简要内容", blank=True, validators=[no_personal_numbers], help_text="不写当事人姓名，用“甲、乙”代替。"
    )
    event = models.ForeignKey(
        OutreachEvent,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="关联普法活动",
        help_text="讲座已在“普法活动”里录了的，选上那一场。",
    )
    case_reference = models.CharField(
        "关联的纠纷或审查", max_length=60, blank=True, help_text="只写案卷号或意见书编号，不写姓名。"
    )

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "法律顾问服务"

    def get_counsel_display(self):
        return self.counsel.choice_label

    def clean(self):
        super().clean()
        if self.area_id and not self.area.is_village:
            raise ValidationError({"area": "请选择服务的村（社区）；镇里的法律审查在“合法性审查”里录。"})
