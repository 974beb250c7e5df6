"""What villages post of their party, village and financial affairs (三务公开)."""

import datetime

from django.db import models
from django.db.models import Q

from township.figures.period import Period
from township.people.models import Area, Person
from township.records.fields import CountField, MonthField, MultiChoiceField, WebAddressField
from township.records.models import Record
from township.records.models.record import FieldRule, date_field, in_order, needed_when, title_field

# Days after the end of the span within which a posting is on time. The law (村民委员会组织法 art. 30) asks
# for quarterly and, where much money moves, monthly posting; it sets no day.
DAYS_TO_POST = 10


class VillageNotice(Record):
    """One posting of one kind of affairs for one span (村级三务公开): 8 matters posted at once are 1 次 8 条.

    `date` is the day it was posted. `period_start` and `period_end` are the span it is about; the month it
    is expected in goes by that span. A late posting is marked and still counts.
    """

    PAST_DATES = ("replied_on",)

    class Category(models.TextChoices):
        PARTY = "party", "党务"
        VILLAGE = "village", "村（居）务"
        FINANCE = "finance", "财务"

    class Span(models.TextChoices):
        MONTH = "month", "按月"
        QUARTER = "quarter", "按季度"
        HALF = "half", "按半年"

    class Matter(models.TextChoices):
        RESOLUTIONS = "resolutions", "党组织决议及执行"
        MEMBERS = "members", "党员发展与教育"
        DUES = "dues", "党费收缴使用"
        DISCIPLINE = "discipline", "党风廉政建设"
        DECISIONS = "decisions", "村（居）民会议决定事项"
        WELFARE = "welfare", "低保、救助对象"
        HOMESTEADS = "homesteads", "宅基地审批"
        LAND = "land", "土地承包与征收补偿"
        PROJECTS = "projects", "工程项目建设"
        SUBSIDIES = "subsidies", "惠农补贴发放"
        LABOUR = "labour", "筹资筹劳"
        INCOME = "income", "收入明细"
        EXPENSES = "expenses", "支出明细"
        ASSETS = "assets", "集体资产与资源"
        DEBTS = "debts", "债权债务"
        ALLOWANCES = "allowances", "干部报酬补贴"
        OTHER = "other", "其他事项"

    class Form(models.TextChoices):
        BOARD = "board", "公开栏"
        MEETING = "meeting", "村民代表会议"
        BROADCAST = "broadcast", "广播"
        CHAT = "chat", "微信群"
        PLATFORM = "platform", "监督平台"

    class Objection(models.TextChoices):
        NONE = "none", "无"
        RAISED = "raised", "有"

    date = date_field("公开日期")
    title = title_field("标题", help_text="可不填，自动生成。")
    category = models.CharField("公开类别", max_length=10, choices=Category.choices)
    span = models.CharField("公开周期", max_length=8, choices=Span.choices, default=Span.MONTH)
    period_start = MonthField(
        "所属期", db_index=True, help_text="选月份；按季度、半年公开的，选其中任何一个月都行。"
    )
    period_end = models.DateField("所属期止", editable=False)
    late = models.BooleanField("逾期", default=False, editable=False)
    matters = MultiChoiceField("公开事项", choices=Matter.choices)
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
    objection = models.CharField("群众异议", max_length=8, choices=Objection.choices, default=Objection.NONE)
    objection_text = models.TextField("异议内容及答复", blank=True)
    replied_on = models.DateField("异议答复日期", null=True, blank=True)
    link = WebAddressField("平台链接", blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "三务公开"
        constraints = [
            in_order("notice_posted_after_span_begins", "period_start", "date", "公开日期不能早于所属期。"),
            in_order("notice_shown_after_posting", "date", "shown_until", "公示至不能早于公开日期。"),
            in_order("notice_replied_after_posting", "date", "replied_on", "异议答复日期不能早于公开日期。"),
            needed_when(
                "notice_finance_supervised",
                "supervisor",
                Q(category="finance"),
                "财务公开要经村务监督委员会审核，请填写审核人。",
            ),
            FieldRule(
                condition=~Q(objection="raised") | ~Q(objection_text=""),
                name="notice_objection_described",
                field="objection_text",
                message="有群众异议的，请写明异议内容。",
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
        """Fill what follows from the rest: the whole span, whether it is late, the number of items."""
        if self.period_start and self.span:
            period = Period.containing(self.period_start, self.span)
            self.period_start, self.period_end = period.start, period.end
            if self.date:
                self.late = self.date > self.last_day
        if self.items is None and self.matters:
            self.items = len(self.matters)

    @property
    def last_day(self):
        """The last day on which the posting is on time."""
        return self.period_end + datetime.timedelta(days=DAYS_TO_POST)

    def get_period_start_display(self):
        """The span in words: 2022年3月, 2022年第一季度, 2022年上半年."""
        start = self.period_start
        if start is None:
            return ""
        part = {
            self.Span.MONTH: f"{start.month}月",
            self.Span.QUARTER: f"第{'一二三四'[(start.month - 1) // 3]}季度",
            self.Span.HALF: "上半年" if start.month <= 6 else "下半年",
        }
        return f"{start.year}年{part[self.Span(self.span)]}"

    def get_category_display(self):
        """党务, 财务, and 村务 in a village but 居务 in a community."""
        if self.category == self.Category.VILLAGE and self.area_id:
            return "居务" if self.area.kind == Area.Kind.COMMUNITY else "村务"
        return self.Category(self.category).label if self.category else ""

    def default_title(self):
        return f"{self.area.name}{self.get_period_start_display()}{self.get_category_display()}公开"
