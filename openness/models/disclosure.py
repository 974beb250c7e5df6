"""What the township publishes of its own accord (政务公开): not the three affairs of villages."""

from django.db import models
from django.utils import timezone

from township.people.models import Person
from township.records.fields import MultiChoiceField, WebAddressField, holds
from township.records.models import Record
from township.records.models.record import date_field, in_order, needed_when, title_field
from township.records.personal_numbers import no_personal_numbers
from township.records.working_days import add_working_days

# 政府信息公开条例 art. 26: within 20 working days of the day it was made or changed.
WORKING_DAYS_TO_PUBLISH = 20
# Channels in which a piece of information has an address.
ONLINE = ("website", "account")
# What is meant for one of them and has no address yet; `Disclosure.is_waiting` says the same of one record.
UNPUBLISHED = models.Q(link="") & (holds("channels", ONLINE[0]) | holds("channels", ONLINE[1]))


class Disclosure(Record):
    """One piece of information published by the township (主动公开信息); in two channels it is still one.

    The confidentiality review (政府信息公开条例 art. 17) comes before publication and is another person's
    than whoever enters the record.
    """

    PAST_DATES = ("made_on", "cleared_on", "signed_on")

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

    class Validity(models.TextChoices):
        VALID = "valid", "有效"
        AMENDED = "amended", "已修改"
        REPEALED = "repealed", "已废止"
        EXPIRED = "expired", "已失效"

    class Scope(models.TextChoices):
        ALL = "all", "面向社会"
        CONCERNED = "concerned", "面向本镇有关村（社区）、单位"

    class Term(models.TextChoices):
        LASTING = "lasting", "长期公开"
        LIMITED = "limited", "限期公开"

    date = date_field("发布日期", help_text="还没有发布的先填今天，登记网址时按实际发布的日期改。")
    title = title_field("标题", validators=[no_personal_numbers])
    note = models.TextField("备注", blank=True, validators=[no_personal_numbers])
    column = models.CharField("公开栏目", max_length=12, choices=Column.choices)
    channels = MultiChoiceField(
        "渠道", choices=Channel.choices, blank=False, help_text="同一条信息发几个渠道都选上，仍计一条。"
    )
    made_on = models.DateField(
        "生成日期", null=True, blank=True, help_text="信息形成或者变更的那天，20 个工作日从第二天算起。"
    )
    publish_by = models.DateField("公开期限", null=True, editable=False)
    index_number = models.CharField("索引号", max_length=60, blank=True)
    subject = models.CharField(
        "主题分类", max_length=40, blank=True, help_text="按县政府网站的分类写，例如 农业、林业、水利。"
    )
    summary = models.TextField("内容概述", blank=True, validators=[no_personal_numbers])
    text = models.TextField(
        "正文", blank=True, help_text="要打包报县政府网站的填；可以从 Word 里整篇粘贴，一段一行。"
    )
    issuer = models.CharField("发文机构", max_length=40, blank=True, help_text="不填就是本镇（街道）。")
    document_number = models.CharField(
        "发文字号", max_length=40, blank=True, help_text="例如 毛政发〔2022〕5号；没有文号的不填。"
    )
    signed_on = models.DateField("成文日期", null=True, blank=True)
    validity = models.CharField(
        "有效性", max_length=10, blank=True, choices=Validity.choices, default=Validity.VALID
    )
    scope = models.CharField("公开范围", max_length=10, blank=True, choices=Scope.choices, default=Scope.ALL)
    term = models.CharField("公开时限", max_length=10, blank=True, choices=Term.choices, default=Term.LASTING)
    shown_until = models.DateField("公开截止日期", null=True, blank=True, help_text="限期公开的填。")
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
            in_order(
                "disclosure_shown_after_publishing", "date", "shown_until", "公开截止日期不能早于发布日期。"
            ),
            needed_when(
                "disclosure_limited_until",
                "shown_until",
                models.Q(term="limited"),
                "限期公开的，请填写公开截止日期。",
            ),
        ]

    def clean(self):
        self.settle()
        super().clean()

    def save(self, *args, **kwargs):
        self.settle()
        super().save(*args, **kwargs)

    def settle(self):
        """The last day to publish (政府信息公开条例 art. 26), by the holidays as they are known now."""
        self.publish_by = add_working_days(self.made_on, WORKING_DAYS_TO_PUBLISH) if self.made_on else None

    @property
    def timeliness(self):
        """Whether it was published in time, in words; empty where nobody said when it was made."""
        if self.publish_by is None:
            return ""
        if self.is_waiting:
            return (
                f"应在 {self.publish_by} 前公开"
                if self.publish_by >= timezone.localdate()
                else "已过公开期限"
            )
        return "按期" if self.date <= self.publish_by else "逾期"

    timeliness.fget.short_description = "20 个工作日"

    @property
    def is_cleared(self):
        return self.cleared_by_id is not None and self.cleared_on is not None

    @property
    def is_waiting(self):
        """Whether it has yet to be published: what goes online has an address once it is there."""
        return self.is_online and not self.link

    @property
    def issued_by(self):
        """发文机构: the township itself where no other is named."""
        if self.issuer:
            return self.issuer
        township = self.keeper.parent if self.keeper.is_village else self.keeper
        return f"{township.name}{'办事处' if township.name.endswith('街道') else '人民政府'}"

    @property
    def is_online(self):
        """Whether it has an address that can be looked up."""
        return not set(ONLINE).isdisjoint(self.channels)
