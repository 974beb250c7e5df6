"""Petitions (信访事项): letters, visits, online and by telephone."""

from django.db import models
from django.db.models import Q

from township.people.models import Person
from township.records.deadlines import Term
from township.records.fields import CountField
from township.records.models import Record
from township.records.models.record import FieldRule, date_field, in_order, title_field
from township.records.personal_numbers import no_personal_numbers

from .confidential import always_internal, free_text
from .dispute import Dispute
from .opinion import Opinion

# What asks for a decision is finished within 60 days of its acceptance; with approval, and the petitioner
# told, up to 30 days later. Calendar days: the article does not say working days.
TERM = Term("accepted_on", days=60, longest_extension=30, basis="《信访工作条例》第三十四条")
# Whoever sent it is told in writing within 15 days whether it is accepted.
DAYS_TO_TELL = 15


def empty_in_reports(name, field):
    """Rule that nothing of what a 检举控告 says is recorded: it is counted, and goes to whoever is competent."""
    return FieldRule(
        condition=~Q(demand="report") | Q(**{field: ""}),
        name=name,
        field=field,
        message="检举控告只计数，不得录入内容，请清空这一栏。",
    )


class Petition(Record):
    """One petition (信访事项): a letter, a message or a call is one 件, a visit one 批 of so many 人次.

    Registered ones count on `date`, accepted ones on `accepted_on`, concluded ones on `closed_on`. The
    three units are never added up. `due_on` follows from the acceptance.
    """

    PAST_DATES = ("accepted_on", "closed_on", "appealed_on")

    class Channel(models.TextChoices):
        LETTER = "letter", "来信"
        VISIT = "visit", "来访"
        ONLINE = "online", "网上信访"
        PHONE = "phone", "电话信访"

    class Repeat(models.TextChoices):
        FIRST = "first", "初次"
        AGAIN = "again", "重复"

    class Destination(models.TextChoices):
        TOWNSHIP = "township", "本镇"
        COUNTY = "county", "越级到县"
        CITY = "city", "越级到市"
        PROVINCE = "province", "越级到省"
        CAPITAL = "capital", "越级到京"

    class Demand(models.TextChoices):
        SUGGESTION = "suggestion", "建议意见"
        GRIEVANCE = "grievance", "申诉求决"
        REPORT = "report", "检举控告"

    class Problem(models.TextChoices):
        AGRICULTURE = "agriculture", "农业农村"
        LAND = "land", "自然资源"
        CONSTRUCTION = "construction", "城乡建设"
        LABOUR = "labour", "劳动和社会保障"
        HEALTH = "health", "卫生健康"
        EDUCATION = "education", "教育"
        WELFARE = "welfare", "民政"
        JUSTICE = "justice", "政法"
        TRAFFIC = "traffic", "交通运输"
        ENVIRONMENT = "environment", "生态环境"
        ECONOMY = "economy", "经济管理"
        OTHER = "other", "其他"

    class Result(models.TextChoices):
        ONGOING = "ongoing", "在办"
        SETTLED = "settled", "已化解"
        ANSWERED = "answered", "已答复"
        REDIRECTED = "redirected", "已导入其他程序"

    class Appeal(models.TextChoices):
        REVIEW = "review", "已申请复查"
        REVIEWED = "reviewed", "复查办结"
        RECHECK = "recheck", "已申请复核"
        RECHECKED = "rechecked", "复核办结"

    class Satisfaction(models.TextChoices):
        SATISFIED = "satisfied", "满意"
        FAIR = "fair", "基本满意"
        UNSATISFIED = "unsatisfied", "不满意"

    date = date_field("登记日期")
    title = title_field("名称", editable=False)
    note = free_text("备注", blank=True)
    external_ref = models.CharField("信访系统编号", max_length=60, blank=True)
    channel = models.CharField("信访形式", max_length=8, choices=Channel.choices)
    visitors = CountField("来访人次", ceiling=10_000, help_text="来访的填这一批有几人，一条记录是一批。")
    demand = models.CharField("诉求类别", max_length=12, choices=Demand.choices)
    matter = models.CharField(
        "事由",
        max_length=120,
        blank=True,
        validators=[no_personal_numbers],
        help_text="一句话，不写姓名；信访人以信访系统为准。检举控告只计数，不填。",
    )
    repeat = models.CharField("初次或重复", max_length=6, choices=Repeat.choices, blank=True)
    destination = models.CharField("去向", max_length=10, choices=Destination.choices, blank=True)
    problem = models.CharField("问题类别", max_length=14, choices=Problem.choices, blank=True)
    accepted_on = models.DateField("受理日期", null=True, blank=True, db_index=True)
    extension = CountField(
        "延长天数", ceiling=365, help_text="经批准并告知信访人的，最多 30 天；没有延长不填。"
    )
    due_on = models.DateField("办理期限", null=True, editable=False)
    leader = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="包案领导"
    )
    result = models.CharField("办理结果", max_length=12, choices=Result.choices, default=Result.ONGOING)
    closed_on = models.DateField("办结日期", null=True, blank=True, db_index=True)
    reply_number = models.CharField("答复意见书文号", max_length=60, blank=True)
    appeal = models.CharField("复查、复核", max_length=10, choices=Appeal.choices, blank=True)
    appealed_on = models.DateField("复查、复核日期", null=True, blank=True)
    satisfaction = models.CharField("满意度", max_length=12, choices=Satisfaction.choices, blank=True)
    opinion = models.ForeignKey(
        Opinion, models.PROTECT, null=True, blank=True, related_name="petitions", verbose_name="关联群众意见"
    )
    dispute = models.ForeignKey(
        Dispute,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="petitions",
        verbose_name="转调解的纠纷",
        help_text="转为调解的，纠纷另录一件，在这里选上；两边各计各的，不重复。",
    )

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "信访事项"
        constraints = [
            always_internal("petition_internal"),
            FieldRule(
                condition=Q(channel="visit") | Q(visitors=None),
                name="petition_visitors_of_visit",
                field="visitors",
                message="不是来访的，不填来访人次。",
            ),
            FieldRule(
                condition=Q(visitors=None) | Q(visitors__gte=1),
                name="petition_visit_by_somebody",
                field="visitors",
                message="来访人次至少是 1。",
            ),
            empty_in_reports("petition_report_without_matter", "matter"),
            empty_in_reports("petition_report_without_problem", "problem"),
            empty_in_reports("petition_report_without_reply", "reply_number"),
            empty_in_reports("petition_report_without_note", "note"),
            in_order("petition_accepted_after_it", "date", "accepted_on", "受理日期不能早于登记日期。"),
            in_order("petition_closes_after_it", "date", "closed_on", "办结日期不能早于登记日期。"),
            in_order(
                "petition_closes_after_acceptance", "accepted_on", "closed_on", "办结日期不能早于受理日期。"
            ),
            in_order(
                "petition_appealed_after_closing",
                "closed_on",
                "appealed_on",
                "复查、复核日期不能早于办结日期。",
            ),
            FieldRule(
                condition=Q(extension=None) | Q(demand="grievance", accepted_on__isnull=False),
                name="petition_extension_of_accepted",
                field="extension",
                message="已受理的申诉求决事项才有办理期限可以延长，请先填受理日期。",
            ),
            TERM.within_limit(
                "petition_extension_within_limit", "办理期限可延长 1 到 30 天；没有延长的不填。"
            ),
            FieldRule(
                condition=Q(result="ongoing") | Q(closed_on__isnull=False),
                name="petition_result_with_date",
                field="closed_on",
                message="已有办理结果，请填写办结日期。",
            ),
            FieldRule(
                condition=~Q(result="ongoing") | Q(closed_on=None),
                name="petition_date_with_result",
                field="result",
                message="填了办结日期，请选择办理结果；还在办的请去掉办结日期。",
            ),
        ]

    def __str__(self):
        return f"{super().__str__()}：{self.matter}" if self.matter else super().__str__()

    def clean(self):
        self.settle()
        super().clean()

    def save(self, *args, **kwargs):
        self.settle()
        super().save(*args, **kwargs)

    def settle(self):
        """Fill what follows from the rest: the name, which nobody types, and the last day to finish."""
        if self.area_id and self.date and self.channel:
            self.title = self.default_title()[:120]
        self.due_on = TERM.last_day(self) if self.demand == self.Demand.GRIEVANCE else None

    def default_title(self):
        day = f"{self.date.year}年{self.date.month}月{self.date.day}日"
        return f"{day}{self.area.name}{self.get_channel_display()}"
