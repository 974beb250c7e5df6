"""What the township answers for: proceedings, suggestions, letters of responsibility, inspections, surveys."""

from django.db import models
from django.db.models import Q

from township.people.models import Office, Person
from township.people.sealing import SealedTextField
from township.records.fields import CountField, YearField
from township.records.models import Line, Record
from township.records.models.record import (
    FieldRule,
    date_field,
    in_order,
    needed_when,
    not_above,
    title_field,
)
from township.records.personal_numbers import no_personal_numbers

from .resources import this_year


class LegalProceeding(Record):
    """One proceeding against the township's acts (行政复议、行政诉讼): received on `date`, won or lost on `closed_on`.

    Each instance is one proceeding; as a third party the township neither wins nor loses.
    """

    PAST_DATES = ("closed_on", "advice_answered_on")

    class Kind(models.TextChoices):
        RECONSIDERATION = "reconsideration", "行政复议"
        FIRST = "first", "行政诉讼一审"
        SECOND = "second", "行政诉讼二审"
        RETRIAL = "retrial", "行政诉讼再审"
        COMPENSATION = "compensation", "行政赔偿"

    class Standing(models.TextChoices):
        RESPONDENT = "respondent", "被申请人、被告"
        THIRD = "third", "第三人"

    class Attendance(models.TextChoices):
        ATTENDED = "attended", "出庭"
        ABSENT = "absent", "未出庭"
        NO_HEARING = "no_hearing", "未开庭，不适用"

    class Result(models.TextChoices):
        PENDING = "pending", "在审"
        UPHELD = "upheld", "维持"
        DISMISSED = "dismissed", "驳回"
        REVOKED = "revoked", "撤销"
        CHANGED = "changed", "变更"
        UNLAWFUL = "unlawful", "确认违法"
        ORDERED = "ordered", "责令履行"
        WITHDRAWN = "withdrawn", "和解撤回"

    class Performance(models.TextChoices):
        NOTHING_DUE = "nothing_due", "无履行内容"
        UNDER_WAY = "under_way", "履行中"
        DONE = "done", "已履行"
        NOT_DONE = "not_done", "未履行"

    date = date_field("收到日期")
    title = title_field(
        "名称", validators=[no_personal_numbers], help_text="可不填，自动生成。不写对方姓名。"
    )
    note = models.TextField("备注", blank=True, validators=[no_personal_numbers])
    kind = models.CharField("类型", max_length=16, choices=Kind.choices)
    case_number = models.CharField("案号", max_length=60)
    standing = models.CharField("本镇地位", max_length=12, choices=Standing.choices)
    act = models.CharField(
        "被诉行为", max_length=120, validators=[no_personal_numbers], help_text="不写对方姓名。"
    )
    opponent = SealedTextField("对方", max_length=60, blank=True, help_text="加密保存。")
    agent = models.CharField("代理人", max_length=60, blank=True)
    hearing_on = models.DateField("开庭日期", null=True, blank=True, db_index=True)
    attendance = models.CharField("负责人出庭", max_length=12, choices=Attendance.choices, blank=True)
    attended_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="出庭负责人"
    )
    result = models.CharField("结果", max_length=12, choices=Result.choices, default=Result.PENDING)
    closed_on = models.DateField("结案日期", null=True, blank=True, db_index=True)
    lost = models.BooleanField("败诉（被纠错）", null=True, blank=True)
    performance = models.CharField("履行情况", max_length=12, choices=Performance.choices, blank=True)
    advice = models.CharField("司法建议、复议意见书", max_length=120, blank=True, help_text="写文号或标题。")
    advice_answered_on = models.DateField("建议（意见）回复日期", null=True, blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "行政复议和应诉"
        constraints = [
            in_order("proceeding_heard_after_receipt", "date", "hearing_on", "开庭日期不能早于收到日期。"),
            in_order("proceeding_closed_after_receipt", "date", "closed_on", "结案日期不能早于收到日期。"),
            needed_when(
                "proceeding_result_with_date",
                "closed_on",
                ~Q(result="pending"),
                "已有结果的，请填写结案日期。",
            ),
            FieldRule(
                condition=~Q(result="pending") | Q(closed_on=None),
                name="proceeding_date_with_result",
                field="result",
                message="填了结案日期，请选择结果；还在审的请去掉结案日期。",
            ),
            FieldRule(
                condition=Q(lost=None) | Q(lost=False) | ~Q(result="pending"),
                name="proceeding_lost_once_closed",
                field="lost",
                message="还在审的，不能填败诉（被纠错）。",
            ),
            needed_when(
                "proceeding_attended_a_hearing",
                "hearing_on",
                Q(attendance__in=["attended", "absent"]),
                "填了是否出庭的，请填写开庭日期；没有开庭的选“未开庭，不适用”。",
            ),
            in_order(
                "proceeding_advice_answered_after_receipt",
                "date",
                "advice_answered_on",
                "回复日期不能早于收到日期。",
            ),
        ]

    def default_title(self):
        return f"{self.get_kind_display()}{self.case_number}"


class CongressSuggestion(Record):
    """A suggestion of deputies or a proposal of the county's CPPCC handed to the township (建议、提案).

    Townships have no CPPCC of their own. It counts on `date`, the day it was handed over; only those that the
    township leads or handles alone have to be answered.
    """

    PAST_DATES = ("answered_on",)

    class Kind(models.TextChoices):
        TOWNSHIP_CONGRESS = "township_congress", "镇人大代表建议"
        COUNTY_CONGRESS = "county_congress", "县人大代表建议"
        COUNTY_CPPCC = "county_cppcc", "县政协提案"

    class Mode(models.TextChoices):
        LEAD = "lead", "主办"
        ASSIST = "assist", "协办"
        ALONE = "alone", "独办"

    class Outcome(models.TextChoices):
        SOLVED = "solved", "已解决"
        PLANNED = "planned", "列入计划"
        HARD = "hard", "暂难解决"

    class Satisfaction(models.TextChoices):
        SATISFIED = "satisfied", "满意"
        FAIR = "fair", "基本满意"
        UNSATISFIED = "unsatisfied", "不满意"

    date = date_field("交办日期")
    title = title_field("标题")
    kind = models.CharField("类别", max_length=20, choices=Kind.choices)
    number = models.CharField("编号", max_length=40)
    session = models.CharField("届次", max_length=40, blank=True)
    proposer = models.CharField("提出人", max_length=60, blank=True)
    mode = models.CharField("办理方式", max_length=8, choices=Mode.choices)
    due_on = models.DateField("答复期限", null=True, blank=True)
    answered_on = models.DateField("答复日期", null=True, blank=True, db_index=True)
    outcome = models.CharField("办理类别", max_length=8, choices=Outcome.choices, blank=True)
    talks = models.CharField("面商情况", max_length=200, blank=True)
    satisfaction = models.CharField("满意度", max_length=12, choices=Satisfaction.choices, blank=True)
    again = models.BooleanField("再次办理", default=False)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "人大代表建议、政协提案"
        constraints = [
            in_order("suggestion_due_after_receipt", "date", "due_on", "答复期限不能早于交办日期。"),
            in_order(
                "suggestion_answered_after_receipt", "date", "answered_on", "答复日期不能早于交办日期。"
            ),
            needed_when(
                "suggestion_judged_once_answered",
                "answered_on",
                ~Q(satisfaction=""),
                "填了满意度的，请填写答复日期。",
            ),
        ]


class ResponsibilityLetter(Record):
    """Letters of responsibility signed on one day with one kind of partner (责任书); two originals are one 份."""

    class Kind(models.TextChoices):
        LAW = "law", "法治建设"
        OUTREACH = "outreach", "普法"
        SAFETY = "safety", "平安建设"
        OTHER = "other", "其他"

    class Partner(models.TextChoices):
        VILLAGE = "village", "村（社区）"
        OFFICE = "office", "部门"
        SCHOOL = "school", "学校"
        ENTERPRISE = "enterprise", "企业"

    class Result(models.TextChoices):
        EXCELLENT = "excellent", "优秀"
        PASSED = "passed", "合格"
        FAILED = "failed", "不合格"

    date = date_field("签订日期")
    title = title_field("名称")
    year = YearField("年度", default=this_year)
    kind = models.CharField("类别", max_length=10, choices=Kind.choices)
    partner = models.CharField("签订对象", max_length=12, choices=Partner.choices)
    partner_name = models.CharField("对象名称", max_length=100, help_text="例如 各村（社区）、中心学校。")
    copies = CountField("份数", required=True, default=1, ceiling=1000, help_text="一式两份算 1 份。")
    responsible = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="责任人"
    )
    expires_on = models.DateField("到期日", null=True, blank=True)
    result = models.CharField("考核结果", max_length=10, choices=Result.choices, blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "责任书"
        constraints = [
            FieldRule(
                condition=Q(copies__gte=1),
                name="letter_at_least_one",
                field="copies",
                message="份数至少是 1。",
            ),
            in_order("letter_expires_after_signing", "date", "expires_on", "到期日不能早于签订日期。"),
        ]


class Inspection(Record):
    """One inspection from above and what it found (督察、检查反馈), the findings one a line."""

    class Origin(models.TextChoices):
        COMMITTEE = "committee", "县委依法治县办督察"
        JUSTICE_BUREAU = "justice_bureau", "司法局检查"
        PARTY = "party", "巡察"
        AUDIT = "audit", "审计"
        CONGRESS = "congress", "人大评议"

    date = date_field("反馈日期")
    title = title_field("名称", help_text="可不填，自动生成。")
    origin = models.CharField("来源", max_length=16, choices=Origin.choices)
    document_number = models.CharField("文号", max_length=40, blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "督察检查反馈"

    def default_title(self):
        return f"{self.date.year}年{self.date.month}月{self.get_origin_display()}反馈"


class Finding(Line):
    """One problem that an inspection found, until it is put right (问题整改).

    `done_on` is when it was put right, `closed_on` when whoever found it took it off the list; 长期坚持 is never done.
    """

    class Stage(models.TextChoices):
        NOT_STARTED = "not_started", "未启动"
        UNDER_WAY = "under_way", "整改中"
        DONE = "done", "已完成待销号"
        CLOSED = "closed", "已销号"
        LASTING = "lasting", "长期坚持"

    record = models.ForeignKey(Inspection, models.CASCADE, related_name="findings")
    content = models.CharField("问题内容", max_length=300)
    stage = models.CharField("整改状态", max_length=12, choices=Stage.choices, default=Stage.NOT_STARTED)
    responsible_office = models.ForeignKey(
        Office, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="责任部门"
    )
    responsible = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="责任人"
    )
    measures = models.TextField("整改措施", blank=True)
    due_on = models.DateField("整改期限", null=True, blank=True)
    progress = models.TextField("进展", blank=True)
    done_on = models.DateField("完成日期", null=True, blank=True, db_index=True)
    closed_on = models.DateField("销号日期", null=True, blank=True)
    closing_basis = models.CharField(
        "销号依据", max_length=120, blank=True, help_text="例如 县委依法治县办复核意见、文号。"
    )
    recurrent = models.BooleanField("去年有同类问题", default=False)

    class Meta(Line.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "问题与整改"
        constraints = [
            needed_when(
                "finding_done_with_date",
                "done_on",
                Q(stage__in=["done", "closed"]),
                "已完成或已销号的，请填写完成日期。",
            ),
            FieldRule(
                condition=Q(stage__in=["done", "closed"]) | Q(done_on=None),
                name="finding_stage_once_done",
                field="stage",
                message="填了完成日期，整改状态请选“已完成待销号”或“已销号”。",
            ),
            FieldRule(
                condition=Q(stage="closed") | Q(closed_on=None),
                name="finding_closed_once_dated",
                field="stage",
                message="填了销号日期，整改状态请选“已销号”。",
            ),
            in_order("finding_closed_after_done", "done_on", "closed_on", "销号日期不能早于完成日期。"),
        ]

    def __str__(self):
        return self.content


class SatisfactionSurvey(Record):
    """One survey of how content people are with the rule of law (法治满意度测评), as counts of answers."""

    date = date_field("测评日期")
    title = title_field("测评名称")
    organiser = models.CharField("组织单位", max_length=60, blank=True)
    sample = CountField("样本数（份）", required=True, help_text="收回的有效问卷或应答数。")
    satisfied = CountField(
        "满意数（份）", required=True, help_text="满意和基本满意的；只通报了比例的，按样本数折算成份数。"
    )

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "法治满意度测评"
        constraints = [
            not_above("survey_satisfied_of_sample", "satisfied", "sample", "满意数不能多于样本数。"),
        ]

    @property
    def rate(self):
        """The share of the content in per cent, for the list; no sample, no rate."""
        return f"{self.satisfied / self.sample * 100:.1f}%" if self.sample else None

    rate.fget.short_description = "满意率"
