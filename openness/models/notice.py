"""What villages post of their party, village and financial affairs (三务公开)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from township.figures.period import Period
from township.people.models import Area, Person
from township.people.sealing import FingerprintField, SealedTextField
from township.records.fields import AmountField, CountField, MonthField, MultiChoiceField, WebAddressField
from township.records.models import Line, Record
from township.records.models.record import FieldRule, date_field, in_order, needed_when, title_field
from township.records.personal_numbers import no_personal_numbers

from .posting import DAYS_TO_POST, Affairs, PostingMatter, PostingRule

# Days to answer an objection: what counties commonly ask for, no law.
DAYS_TO_ANSWER = 10


class VillageNotice(Record):
    """One posting of one kind of affairs for one span (村级三务公开): 8 matters posted at once are 1 次 8 条.

    `date` is the day it was posted. `period_start` and `period_end` are the span it is about; the month it
    is expected in goes by that span. A late posting is marked and still counts.
    """

    PAST_DATES = ("supervised_on",)

    Category = Affairs

    class Span(models.TextChoices):
        MONTH = "month", "按月"
        QUARTER = "quarter", "按季度"
        HALF = "half", "按半年"
        YEAR = "year", "按年"

    class Form(models.TextChoices):
        BOARD = "board", "公开栏"
        MEETING = "meeting", "村民代表会议"
        BROADCAST = "broadcast", "广播"
        CHAT = "chat", "微信群"
        PLATFORM = "platform", "监督平台"

    date = date_field("公开日期")
    title = title_field("标题", help_text="可不填，自动生成。")
    category = models.CharField("公开类别", max_length=10, choices=Category.choices)
    span = models.CharField("公开周期", max_length=8, choices=Span.choices, default=Span.MONTH)
    period_start = MonthField(
        "所属期", db_index=True, help_text="选月份；按季度、半年公开的，选其中任何一个月都行。"
    )
    period_end = models.DateField("所属期止", editable=False)
    late = models.BooleanField("逾期", default=False, editable=False)
    days_late = models.PositiveIntegerField("逾期天数", null=True, editable=False)
    subjects = models.ManyToManyField(
        PostingMatter,
        blank=True,
        related_name="+",
        verbose_name="公开事项",
        help_text="事项清单在“设置”里维护；要打印张贴稿的，在下面逐项写内容。",
    )
    items = CountField("条数", ceiling=1000, help_text="不填就按勾选的公开事项数。")
    forms = MultiChoiceField("公开形式", choices=Form.choices, blank=False)
    shown_until = models.DateField("公示至", null=True, blank=True)
    supervisor = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="审核人",
        help_text="村务监督委员会的审核人；财务公开必须填写。",
    )
    supervised_on = models.DateField("审核日期", null=True, blank=True)
    link = WebAddressField("平台链接", blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "三务公开"
        constraints = [
            in_order("notice_posted_after_span_begins", "period_start", "date", "公开日期不能早于所属期。"),
            in_order("notice_shown_after_posting", "date", "shown_until", "公示至不能早于公开日期。"),
            in_order(
                "notice_supervised_before_posting",
                "supervised_on",
                "date",
                "先审核后公开，公开日期不能早于审核日期。",
            ),
            needed_when(
                "notice_finance_supervised",
                "supervisor",
                Q(category="finance"),
                "财务公开要经村务监督委员会审核，请填写审核人。",
            ),
            models.CheckConstraint(
                condition=Q(period_end__gte=models.F("period_start")), name="notice_span_in_order"
            ),
        ]

    def clean(self):
        self.settle()
        super().clean()

    def save(self, *args, **kwargs):
        self.settle()
        super().save(*args, **kwargs)

    def settle(self):
        """Fill what follows from the rest: the whole span, and whether it is late by the rule of the place."""
        if self.period_start and self.span:
            period = Period.containing(self.period_start, self.span)
            self.period_start, self.period_end = period.start, period.end
            if self.date and self.area_id:
                self.late = self.date > self.last_day
                self.days_late = (self.date - self.last_day).days if self.late else None

    @property
    def last_day(self):
        """The last day on which the posting is on time."""
        rule = PostingRule.objects.in_force(self.area).get(self.category)
        return self.period_end + datetime.timedelta(days=rule.days if rule else DAYS_TO_POST)

    def get_period_start_display(self):
        """The span in words: 2022年3月, 2022年第一季度, 2022年上半年."""
        start = self.period_start
        if start is None:
            return ""
        part = {
            self.Span.MONTH: f"{start.month}月",
            self.Span.QUARTER: f"第{'一二三四'[(start.month - 1) // 3]}季度",
            self.Span.HALF: "上半年" if start.month <= 6 else "下半年",
            self.Span.YEAR: "",
        }
        return f"{start.year}年{part[self.Span(self.span)]}"

    def get_category_display(self):
        """党务, 财务, and 村务 in a village but 居务 in a community."""
        if self.category == self.Category.VILLAGE and self.area_id:
            return "居务" if self.area.kind == Area.Kind.COMMUNITY else "村务"
        return self.Category(self.category).label if self.category else ""

    def default_title(self):
        return f"{self.area.name}{self.get_period_start_display()}{self.get_category_display()}公开"


class NoticeItem(Line):
    """One matter of a posting as it reads on the board: what it is, the text, the amount in yuan."""

    record = models.ForeignKey(VillageNotice, models.CASCADE, related_name="contents")
    matter = models.ForeignKey(
        PostingMatter, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="公开事项"
    )
    name = models.CharField("清单里没有的事项", max_length=40, blank=True)
    text = models.TextField("内容", blank=True)
    amount = AmountField("金额（元）")

    class Meta(Line.Meta):
        verbose_name = verbose_name_plural = "公开内容"
        constraints = [
            FieldRule(
                condition=Q(matter__isnull=False) | ~Q(name=""),
                name="notice_item_named",
                field="matter",
                message="请选公开事项；清单里没有的写在“清单里没有的事项”里。",
            )
        ]

    def __str__(self):
        return self.name or str(self.matter)


class NoticeObjection(Record):
    """An objection to a posting and its answer (群众异议): from whom stays sealed, or was never said."""

    PAST_DATES = ("answered_on",)

    date = date_field("提出日期")
    title = title_field("名称", validators=[no_personal_numbers])
    note = models.TextField("备注", blank=True, validators=[no_personal_numbers])
    notice = models.ForeignKey(
        VillageNotice, models.PROTECT, related_name="objections", verbose_name="对哪次公开"
    )
    question = models.TextField(
        "异议内容", validators=[no_personal_numbers], help_text="写对什么有疑问，不写提出人的姓名、电话。"
    )
    raised_by = SealedTextField("提出人", max_length=40, blank=True, help_text="可匿名不填；加密保存。")
    raised_by_fingerprint = FingerprintField("raised_by", "name")
    answered_on = models.DateField("答复日期", null=True, blank=True)
    answer = models.TextField("答复内容", blank=True, validators=[no_personal_numbers])

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "三务公开异议"
        constraints = [
            FieldRule(
                condition=Q(disclosure="internal"),
                name="notice_objection_internal",
                field="disclosure",
                message="这类记录固定为内部。",
            ),
            in_order("notice_objection_answered_after", "date", "answered_on", "答复日期不能早于提出日期。"),
            FieldRule(
                condition=Q(answered_on=None) | ~Q(answer=""),
                name="notice_objection_answer_written",
                field="answer",
                message="已经答复的，请写明答复内容。",
            ),
        ]

    def clean(self):
        super().clean()
        if self.notice_id and self.date and self.date < self.notice.date:
            raise ValidationError({"date": "提出日期不能早于公开日期。"})

    @property
    def due_on(self):
        """The last day to answer."""
        return self.date + datetime.timedelta(days=DAYS_TO_ANSWER) if self.date else None

    due_on.fget.short_description = "答复期限"

    def default_title(self):
        return f"{self.area.name}对{self.notice.get_period_start_display()}{self.notice.get_category_display()}公开的异议"
