"""What the township publishes of its own accord (政务公开): not the three affairs of villages."""

from django.db import models

from township.people.models import Person
from township.records.fields import MultiChoiceField, WebAddressField
from township.records.models import Record
from township.records.models.record import date_field, in_order, title_field
from township.records.personal_numbers import no_personal_numbers


class Disclosure(Record):
    """One piece of information published by the township (主动公开信息); in two channels it is still one.

    The confidentiality review (政府信息公开条例 art. 17) comes before publication and is another person's
    than whoever enters the record.
    """

    PAST_DATES = ("made_on", "cleared_on")

    class Column(models.TextChoices):
        POLICY = "policy", "政策文件"
        BUDGET = "budget", "财政预决算"
        RURAL_FUNDS = "rural_funds", "乡村振兴资金"
        WELFARE = "welfare", "社会救助"
        ENFORCEMENT = "enforcement", "行政执法"
        EMERGENCY = "emergency", "应急"
        OTHER = "other", "其他"

    class Channel(models.TextChoices):
        WEBSITE = "website", "县政府网站本镇专栏"
        ACCOUNT = "account", "公众号"
        BOARD = "board", "公开栏"

    date = date_field("发布日期")
    title = title_field("标题", validators=[no_personal_numbers])
    note = models.TextField("备注", blank=True, validators=[no_personal_numbers])
    column = models.CharField("公开栏目", max_length=12, choices=Column.choices)
    channels = MultiChoiceField(
        "渠道", choices=Channel.choices, blank=False, help_text="同一条信息发几个渠道都选上，仍计一条。"
    )
    made_on = models.DateField("生成日期", null=True, blank=True)
    index_number = models.CharField("索引号", max_length=60, blank=True)
    normative = models.BooleanField("规范性文件", default=False)
    cleared_by = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="保密审查人",
        help_text="要换一个人，不能是录入这条信息的人。",
    )
    cleared_on = models.DateField("审查日期", null=True, blank=True)
    link = WebAddressField("链接", blank=True, help_text="只在公开栏张贴的不填。")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "政务公开"
        constraints = [
            in_order("disclosure_made_before_publishing", "made_on", "date", "发布日期不能早于生成日期。"),
            in_order(
                "disclosure_cleared_before_publishing",
                "cleared_on",
                "date",
                "先保密审查后公开，发布日期不能早于审查日期。",
            ),
        ]

    @property
    def is_online(self):
        """Whether it has an address that can be looked up."""
        return bool({self.Channel.WEBSITE, self.Channel.ACCOUNT} & set(self.channels))
