"""Opinions and wishes of the public (群众意见建议)."""

from django.db import models
from django.db.models import Q

from township.people.sealing import FingerprintField, SealedTextField
from township.records.models import Record
from township.records.models.record import date_field, in_order, needed_when, title_field
from township.records.personal_numbers import check_telephone, no_personal_numbers

from .confidential import NO_NAMES, always_internal, free_text
from .dispute import Dispute


class Opinion(Record):
    """One opinion or wish of the public (群众意见建议): three wishes of one person are three records.

    A 群众难题 is an opinion marked as such; it counts as settled on the day it was answered as 已解决. It is
    not a dispute, even where the two numbers happen to agree.
    """

    PAST_DATES = ("answered_on",)

    class Channel(models.TextChoices):
        VISIT = "visit", "走访"
        YARD = "yard", "院坝会"
        BOX = "box", "意见箱"
        HOTLINE = "hotline", "热线"
        NETWORK = "network", "网络"
        DEPUTIES = "deputies", "代表联络站"
        RECEPTION = "reception", "接访"

    class Kind(models.TextChoices):
        ROADS = "roads", "道路水利"
        ENVIRONMENT = "environment", "环境"
        WELFARE = "welfare", "民政"
        LAND = "land", "土地"
        SAFETY = "safety", "治安"
        OTHER = "other", "其他"

    class Progress(models.TextChoices):
        PENDING = "pending", "待办"
        UNDER_WAY = "under_way", "办理中"
        SOLVED = "solved", "已解决"
        EXPLAINED = "explained", "已解释说明"
        PASSED_ON = "passed_on", "转办"
        NOT_NOW = "not_now", "暂不具备条件"

    class Satisfaction(models.TextChoices):
        SATISFIED = "satisfied", "满意"
        FAIR = "fair", "基本满意"
        UNSATISFIED = "unsatisfied", "不满意"

    date = date_field("收集日期")
    title = title_field("名称", validators=[no_personal_numbers], help_text=f"可不填，自动生成。{NO_NAMES}")
    note = free_text("备注", blank=True)
    channel = models.CharField("渠道", max_length=10, choices=Channel.choices)
    content = free_text("内容", help_text="写反映的事，不写姓名、身份证号、电话；一人提三条分三条录。")
    kind = models.CharField("类别", max_length=12, choices=Kind.choices, blank=True)
    is_hardship = models.BooleanField("群众难题", default=False)
    progress = models.CharField("办理状态", max_length=10, choices=Progress.choices, default=Progress.PENDING)
    answered_on = models.DateField("答复日期", null=True, blank=True, db_index=True)
    outcome = free_text("办理结果", blank=True)
    satisfaction = models.CharField("满意度", max_length=12, choices=Satisfaction.choices, blank=True)
    reporter = SealedTextField("反映人", max_length=40, blank=True, help_text="可匿名；加密保存。")
    reporter_phone = SealedTextField(
        "反映人电话", max_length=20, blank=True, validators=[check_telephone], help_text="加密保存。"
    )
    reporter_fingerprint = FingerprintField("reporter", "name")
    phone_fingerprint = FingerprintField("reporter_phone", "phone")
    dispute = models.ForeignKey(
        Dispute, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="关联纠纷"
    )

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "群众意见"
        constraints = [
            always_internal("opinion_internal"),
            needed_when(
                "opinion_answered_with_date",
                "answered_on",
                Q(progress__in=["solved", "explained"]),
                "已解决或已解释说明的，请填写答复日期。",
            ),
            in_order("opinion_answered_after_it", "date", "answered_on", "答复日期不能早于收集日期。"),
        ]
