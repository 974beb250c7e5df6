"""Enforcement (行政执法): single cases, what is only counted by the month, and who holds a certificate."""

from django.db import models
from django.db.models import Q

from township.people.models import Office, Person
from township.people.sealing import SealedTextField
from township.records.fields import (
    AmountField,
    CountField,
    MultiChoiceField,
    QuantityField,
    WebAddressField,
    holds,
)
from township.records.models import MonthlyTotal, Record
from township.records.models.monthly import once_a_month
from township.records.models.record import (
    FieldRule,
    date_field,
    in_order,
    needed_when,
    not_above,
    title_field,
)
from township.records.personal_numbers import no_personal_numbers

from .documents import LegalReview


class Domain(models.TextChoices):
    """The fields of administration that townships enforce the law in."""

    LAND = "land", "自然资源"
    FARMING = "farming", "农业农村"
    CONSTRUCTION = "construction", "城乡建设"
    ECOLOGY = "ecology", "生态环境"
    EMERGENCY = "emergency", "应急"
    OTHER = "other", "其他"


class OfficerCertificate(Record):
    """Somebody's time in an enforcement post (行政执法证), with the certificate once it is issued.

    In post from `date` until `valid_to`; certified from `issued_on` to `expires_on`, its last day. The stage
    says how things stand today; figures of earlier days go by the dates.
    """

    PAST_DATES = ("issued_on", "valid_to")

    class Employment(models.TextChoices):
        CIVIL = "civil", "行政编制"
        PUBLIC = "public", "事业编制"
        OTHER = "other", "其他"

    class Kind(models.TextChoices):
        ENFORCEMENT = "enforcement", "行政执法证"
        SUPERVISION = "supervision", "行政执法监督证"
        TRADE = "trade", "部门专用执法证"

    class Stage(models.TextChoices):
        CERTIFIED = "certified", "持证在岗"
        EXAM = "exam", "待考"
        WAITING = "waiting", "已考待发"
        LEFT = "left", "离岗"
        CANCELLED = "cancelled", "注销"

    date = date_field("到执法岗位日期")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="姓名")
    unit = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name="所在部门")
    stage = models.CharField("证件状态", max_length=10, choices=Stage.choices)
    number = models.CharField("证号", max_length=40, blank=True)
    issued_on = models.DateField("发证日期", null=True, blank=True, db_index=True)
    expires_on = models.DateField("有效期至", null=True, blank=True)
    employment = models.CharField("编制性质", max_length=8, choices=Employment.choices, blank=True)
    kind = models.CharField("证件种类", max_length=12, choices=Kind.choices, default=Kind.ENFORCEMENT)
    domain = models.CharField("执法领域", max_length=12, choices=Domain.choices, blank=True)
    training_hours = QuantityField("本年培训学时")
    legal_reviewer = models.BooleanField("法制审核人员", default=False)
    valid_to = models.DateField("离岗（注销）日期", null=True, blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "行政执法证"
        constraints = [
            needed_when(
                "certificate_certified_with_date",
                "issued_on",
                Q(stage="certified"),
                "持证在岗的请填写发证日期；还没有发证的，状态选“待考”或“已考待发”。",
            ),
            FieldRule(
                condition=~Q(stage__in=["exam", "waiting"]) | Q(issued_on=None),
                name="certificate_stage_once_issued",
                field="stage",
                message="已填发证日期的，证件状态请选“持证在岗”。",
            ),
            needed_when(
                "certificate_ended_with_date",
                "valid_to",
                Q(stage__in=["left", "cancelled"]),
                "离岗或注销的请填写离岗（注销）日期。",
            ),
            FieldRule(
                condition=Q(stage__in=["left", "cancelled"]) | Q(valid_to=None),
                name="certificate_stage_once_ended",
                field="stage",
                message="已填离岗（注销）日期的，证件状态请选“离岗”或“注销”。",
            ),
            in_order(
                "certificate_expires_after_issue", "issued_on", "expires_on", "有效期不能在发证日期之前截止。"
            ),
            in_order("certificate_ends_after_it_begins", "date", "valid_to", "离岗日期不能早于到岗日期。"),
        ]

    def save(self, *args, **kwargs):
        # Cases choose their officers by this title, so it follows the number.
        self.title = self.default_title()
        super().save(*args, **kwargs)

    def default_title(self):
        return f"{self.person.name}（{self.number or '未发证'}）"

    def get_person_display(self):
        return self.person.choice_label


class EnforcementCase(Record):
    """One case (行政执法案件): filed on `date`, counted on `decided_on`, one 件 however many penalties it brought.

    Money is what the written decision says, whatever was paid in the end. `heaviest` and `amount` follow from
    the penalties: the class that the case counts in, and fine and confiscated value together in yuan.
    """

    PAST_DATES = ("decided_on", "published_on")

    class Kind(models.TextChoices):
        PENALTY = "penalty", "行政处罚"
        COERCION = "coercion", "行政强制"
        CORRECTION = "correction", "责令改正"
        LICENCE = "licence", "行政许可"

    class Subject(models.TextChoices):
        PERSON = "person", "个人"
        TRADER = "trader", "个体工商户"
        ENTERPRISE = "enterprise", "企业"
        OTHER = "other", "其他"

    class Procedure(models.TextChoices):
        SUMMARY = "summary", "简易程序"
        ORDINARY = "ordinary", "普通程序"

    class Penalty(models.TextChoices):
        """The kinds of 行政处罚法 (2021) art. 9 that a township can impose, the lighter ones first."""

        WARNING = "warning", "警告、通报批评"
        FINE = "fine", "罚款"
        CONFISCATION = "confiscation", "没收违法所得、非法财物"
        PERMIT = "permit", "暂扣、吊销许可证件"
        BUSINESS = "business", "责令停产停业、限制经营"
        OTHER = "other", "其他"

    class Execution(models.TextChoices):
        PENDING = "pending", "履行期内"
        DONE = "done", "已履行"
        PARTLY = "partly", "部分履行"
        COURT = "court", "申请法院强制执行"
        NOT_DONE = "not_done", "未履行"

    date = date_field("立案日期", help_text="当场处罚的填当天。")
    title = title_field("案由", validators=[no_personal_numbers], help_text="写违法行为，不写当事人姓名。")
    note = models.TextField("备注", blank=True, validators=[no_personal_numbers])
    kind = models.CharField("类型", max_length=12, choices=Kind.choices)
    domain = models.CharField("领域", max_length=12, choices=Domain.choices)
    subject = models.CharField("对象类型", max_length=12, choices=Subject.choices)
    subject_name = SealedTextField("对象名称", max_length=60, blank=True, help_text="加密保存。")
    procedure = models.CharField("程序", max_length=10, choices=Procedure.choices)
    decided_on = models.DateField("决定日期", null=True, blank=True, db_index=True)
    decision_number = models.CharField("决定书文号", max_length=40, blank=True)
    first_offence = models.BooleanField("首违不罚", default=False)
    penalties = MultiChoiceField("处罚种类", choices=Penalty.choices)
    heaviest = models.CharField(
        "最重的处罚", max_length=12, choices=Penalty.choices, blank=True, editable=False
    )
    fine = AmountField("罚款（元）", help_text="以决定书为准，不看实缴。")
    confiscated = AmountField("没收（元）")
    amount = AmountField("罚没金额（元）", editable=False)
    execution = models.CharField("执行情况", max_length=10, choices=Execution.choices, blank=True)
    legal_review = models.ForeignKey(
        LegalReview,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="法制审核",
        limit_choices_to={"kind": "enforcement"},
    )
    hearing = models.BooleanField("听证", default=False)
    officers = models.ManyToManyField(
        OfficerCertificate,
        blank=True,
        related_name="+",
        verbose_name="执法人员及证号",
        help_text="从“行政执法证”里选，至少两人。",
    )
    published_on = models.DateField("公示日期", null=True, blank=True)
    link = WebAddressField("公示链接", blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "行政执法案件"
        constraints = [
            in_order(
                "enforcement_decided_after_filing",
                "date",
                "decided_on",
                "决定日期不能早于立案日期；当场处罚的，两个日期填同一天。",
            ),
            needed_when(
                "enforcement_public_once_decided",
                "decided_on",
                Q(published_on__isnull=False),
                "已公示的，请填写决定日期。",
            ),
            in_order(
                "enforcement_public_after_decision",
                "decided_on",
                "published_on",
                "公示日期不能早于决定日期。",
            ),
            FieldRule(
                condition=Q(kind="penalty", first_offence=False) | Q(penalties=""),
                name="enforcement_penalties_of_a_penalty",
                field="penalties",
                message="只有行政处罚才选处罚种类；首违不罚的不选。",
            ),
            FieldRule(
                condition=Q(kind="penalty") | Q(first_offence=False),
                name="enforcement_first_offence_of_a_penalty",
                field="first_offence",
                message="“首违不罚”只用于类型是行政处罚的案件。",
            ),
            needed_when(
                "enforcement_fine_with_amount",
                "fine",
                holds("penalties", "fine") & Q(decided_on__isnull=False),
                "处罚种类里有罚款的，请填写罚款金额。",
            ),
            FieldRule(
                condition=Q(fine=None) | Q(fine=0) | holds("penalties", "fine"),
                name="enforcement_fine_among_penalties",
                field="fine",
                message="填了罚款金额的，处罚种类里请选上“罚款”。",
            ),
            FieldRule(
                condition=Q(confiscated=None) | Q(confiscated=0) | holds("penalties", "confiscation"),
                name="enforcement_confiscation_among_penalties",
                field="confiscated",
                message="填了没收金额的，处罚种类里请选上“没收违法所得、非法财物”。",
            ),
        ]

    def save(self, *args, **kwargs):
        self.settle()
        super().save(*args, **kwargs)

    def settle(self):
        """Fill what follows from the penalties."""
        # 其他 is the heaviest only where it stands alone.
        known = [
            kind for kind in self.Penalty.values if kind in self.penalties and kind != self.Penalty.OTHER
        ]
        self.heaviest = known[-1] if known else (self.Penalty.OTHER if self.penalties else "")
        given = [value for value in (self.fine, self.confiscated) if value is not None]
        self.amount = sum(given) if given else None


class EnforcementMonth(MonthlyTotal):
    """A month's checks, joint actions, campaigns, reminders or correction orders in one field (按月汇总).

    检查“次” and “家（户）次” are two numbers. A month of correction orders counts each order as one 次.
    """

    class Kind(models.TextChoices):
        INSPECTION = "inspection", "行政检查"
        JOINT = "joint", "联合执法"
        SPECIAL = "special", "专项行动"
        REMINDER = "reminder", "劝导"
        CORRECTION = "correction", "责令改正"

    kind = models.CharField("类型", max_length=12, choices=Kind.choices)
    domain = models.CharField("领域", max_length=12, choices=Domain.choices)
    times = CountField("次数", required=True, ceiling=1_000_000, help_text="责令改正一件填一次。")
    inspected = CountField("检查对象（家、户）")
    enterprise_times = CountField("其中涉企次数")
    scanned_times = CountField("扫码入企次数")
    problems = CountField("发现问题（个）")
    corrections = CountField(
        "责令改正（件）", ceiling=1_000_000, help_text="类型是“责令改正”的不填，按次数计；别处已录的不再填。"
    )
    corrected = CountField("整改完成（个）", help_text="本月发现的问题里已经整改的。")
    attendances = CountField("出动人次")

    class Meta(MonthlyTotal.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "执法按月汇总"
        constraints = [
            *once_a_month("enforcement_month_once", "kind", "domain"),
            not_above(
                "enforcement_month_enterprises_of_times",
                "enterprise_times",
                "times",
                "涉企次数是次数的一部分，不能多于次数。",
            ),
            not_above(
                "enforcement_month_scanned_of_enterprises",
                "scanned_times",
                "enterprise_times",
                "扫码入企次数不能多于涉企次数。",
            ),
            not_above(
                "enforcement_month_corrected_of_problems",
                "corrected",
                "problems",
                "整改完成的个数不能多于发现问题的个数。",
            ),
        ]

    def settle(self):
        super().settle()
        if self.kind == self.Kind.CORRECTION:
            self.corrections = self.times

    def default_title(self):
        return f"{self.get_date_display()}{self.get_domain_display()}领域{self.get_kind_display()}汇总"
