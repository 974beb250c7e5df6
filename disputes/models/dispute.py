"""Disputes (矛盾纠纷) and their parties, and checks for hidden risks (排查)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone

from township.people.models import Person
from township.people.sealing import FingerprintField, SealedTextField, normal_id_number
from township.records.fields import AmountField, CountField, MultiChoiceField
from township.records.models import Line, Record
from township.records.models.record import (
    FieldRule,
    date_field,
    in_order,
    needed_when,
    not_above,
    title_field,
)
from township.records.personal_numbers import (
    check_id_number,
    check_telephone,
    no_personal_numbers,
)

from .confidential import NO_NAMES, always_internal, free_text
from .rules import MediationRule, confirmation_deadline


class DisputeKind(models.TextChoices):
    """The 18 kinds of the people's mediation statistics (人民调解统计报表)."""

    FAMILY = "family", "婚姻家庭纠纷"
    NEIGHBOURS = "neighbours", "邻里纠纷"
    HOUSING = "housing", "房屋宅基地纠纷"
    CONTRACT = "contract", "合同纠纷"
    BUSINESS = "business", "生产经营纠纷"
    DAMAGES = "damages", "损害赔偿纠纷"
    LAND = "land", "山林土地纠纷"
    DEMOLITION = "demolition", "征地拆迁纠纷"
    POLLUTION = "pollution", "环境污染纠纷"
    WAGES = "wages", "拖欠农民工工资纠纷"
    LABOUR = "labour", "其他劳动争议纠纷"
    TOURISM = "tourism", "旅游纠纷"
    E_COMMERCE = "e_commerce", "电子商务纠纷"
    CONSUMER = "consumer", "其他消费纠纷"
    MEDICAL = "medical", "医疗纠纷"
    TRAFFIC = "traffic", "道路交通事故纠纷"
    PROPERTY = "property", "物业纠纷"
    OTHER = "other", "其他纠纷"


class RiskCheck(Record):
    """One round of looking for hidden disputes in one place (矛盾纠纷排查).

    Four different numbers: rounds made (the records), hazards found, hazards settled on the spot, and
    disputes mediated (the register of disputes). `found` = 0 is a zero report.
    """

    PAST_DATES = ("closed_on",)

    class Kind(models.TextChoices):
        DAILY = "daily", "日常排查"
        MONTHLY = "monthly", "月集中排查"
        FESTIVAL = "festival", "节日前排查"
        SPECIAL = "special", "专项排查"

    date = date_field("排查日期")
    title = title_field("名称", validators=[no_personal_numbers])
    note = free_text("备注", blank=True)
    kind = models.CharField("排查类型", max_length=10, choices=Kind.choices, default=Kind.MONTHLY)
    found = CountField(
        "排查出隐患（件）", required=True, ceiling=1000, help_text="没有发现隐患填 0，即零报告。"
    )
    settled = CountField("当场化解（件）", ceiling=1000)
    reported = CountField("上报（件）", ceiling=1000)
    organiser = models.CharField("组织单位", max_length=60, blank=True)
    participants = CountField("参加人数", ceiling=1000)
    households = CountField("走访户数", ceiling=10_000)
    closed_on = models.DateField("办结日期", null=True, blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "矛盾纠纷排查"
        constraints = [
            always_internal("risk_check_internal"),
            not_above(
                "risk_check_settled_of_found", "settled", "found", "当场化解的件数不能多于排查出的隐患件数。"
            ),
            not_above(
                "risk_check_reported_of_found", "reported", "found", "上报的件数不能多于排查出的隐患件数。"
            ),
            in_order("risk_check_closes_after_it", "date", "closed_on", "办结日期不能早于排查日期。"),
        ]

    def default_title(self):
        return f"{self.date.year}年{self.date.month}月{self.date.day}日{self.area.name}矛盾纠纷排查"


class Dispute(Record):
    """One dispute brought to mediation (矛盾纠纷): one case number is one 件, however often it was mediated.

    Accepted cases count on `date`, concluded ones on `closed_on`, so that 上年结转 + 本年受理 = 本年办结 +
    结转下年 holds. A broken agreement is taken up again in the same record.
    """

    PAST_DATES = (
        "closed_on",
        "followed_up_on",
        "applied_on",
        "police_told_on",
        "agreed_on",
        "effective_on",
        "performed_on",
        "confirmation_applied_on",
        "confirmation_decided_on",
    )

    class Origin(models.TextChoices):
        APPLICATION = "application", "当事人申请"
        INITIATIVE = "initiative", "主动调解"
        CHECK = "check", "排查发现"
        POLICE = "police", "公安机关移送"
        COURT = "court", "法院移送"
        PROSECUTION = "prosecution", "检察院移送"
        PETITION = "petition", "信访部门移送"
        OTHER = "other", "其他部门移送"

    class Organisation(models.TextChoices):
        VILLAGE = "village", "村（社区）调委会"
        TOWNSHIP = "township", "镇调委会"
        INDUSTRY = "industry", "行业性专业性调委会"
        STUDIO = "studio", "个人调解室"

    class Part(models.TextChoices):
        LEAD = "lead", "主持调解"
        JOINED = "joined", "参与调解"

    class Difficulty(models.TextChoices):
        SIMPLE = "simple", "简易"
        ORDINARY = "ordinary", "一般"
        DIFFICULT = "difficult", "疑难复杂"
        MAJOR = "major", "重大"

    class Result(models.TextChoices):
        ONGOING = "ongoing", "正在调解"
        AGREED = "agreed", "达成协议"
        FAILED = "failed", "调解不成终止"
        WITHDRAWN = "withdrawn", "当事人撤回"
        REFERRED = "referred", "转其他途径"

    class AgreementForm(models.TextChoices):
        ORAL = "oral", "口头协议"
        WRITTEN = "written", "书面协议"

    class Performance(models.TextChoices):
        AT_ONCE = "at_once", "当场履行"
        UNDER_WAY = "under_way", "履行中"
        DONE = "done", "已履行"
        NOT_DONE = "not_done", "未履行"
        NOTHING_DUE = "nothing_due", "无履行内容"

    class Confirmation(models.TextChoices):
        NONE = "none", "不申请"
        APPLIED = "applied", "已申请"
        CONFIRMED = "confirmed", "已确认"
        REFUSED = "refused", "未予确认"

    class Hearing(models.TextChoices):
        """人民调解法 art. 23: the parties may ask for either."""

        OPEN = "open", "公开"
        CLOSED = "closed", "不公开"

    class Risk(models.TextChoices):
        NONE = "none", "未见激化可能"
        ESCALATING = "escalating", "有激化可能"

    class YesNo(models.TextChoices):
        YES = "yes", "是"
        NO = "no", "否"

    class Advice(models.TextChoices):
        """人民调解法 art. 26: what parties are told when mediation fails."""

        ARBITRATION = "arbitration", "仲裁"
        ADMINISTRATIVE = "administrative", "行政途径"
        COURT = "court", "向人民法院起诉"

    date = date_field("受理日期")
    title = title_field("名称", validators=[no_personal_numbers], help_text=f"可不填，自动生成。{NO_NAMES}")
    note = free_text("备注", blank=True)
    kind = models.CharField("纠纷类型", max_length=12, choices=DisputeKind.choices)
    origin = models.CharField("案件来源", max_length=12, choices=Origin.choices)
    summary = free_text("简要情况", help_text=NO_NAMES)
    risk_check = models.ForeignKey(
        RiskCheck,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="disputes",
        verbose_name="来源排查",
        help_text="排查发现的，选是哪一次排查。",
    )
    organisation = models.CharField("调解组织", max_length=10, choices=Organisation.choices, blank=True)
    part = models.CharField(
        "本镇",
        max_length=8,
        choices=Part.choices,
        default=Part.LEAD,
        help_text="派出所、法庭等主持，本镇配合的选“参与调解”，不计入本镇的件数。",
    )
    mediators = models.ManyToManyField(Person, blank=True, related_name="+", verbose_name="调解员")
    people_involved = CountField(
        "涉及人数", ceiling=10_000, help_text="5 人以上的群体性纠纷，请及时报告镇政法办。"
    )
    amount = AmountField("涉及金额（元）")
    difficulty = models.CharField("难易程度", max_length=10, choices=Difficulty.choices, blank=True)
    result = models.CharField("调解结果", max_length=10, choices=Result.choices, default=Result.ONGOING)
    closed_on = models.DateField("结案日期", null=True, blank=True, db_index=True)
    agreement_form = models.CharField("协议形式", max_length=8, choices=AgreementForm.choices, blank=True)
    performance = models.CharField("履行情况", max_length=12, choices=Performance.choices, blank=True)
    confirmation = models.CharField("司法确认", max_length=10, choices=Confirmation.choices, blank=True)
    followed_up_on = models.DateField("回访日期", null=True, blank=True)
    follow_up = free_text("回访情况", blank=True)
    case_number = models.CharField(
        "案卷号",
        max_length=60,
        blank=True,
        help_text="不填，选了承办调委会的提交后自动编号；以前编过号的照原号填。",
    )
    external_ref = models.CharField("省系统编号", max_length=60, blank=True)

    # Taking the case on.
    applied_on = models.DateField("申请日期", null=True, blank=True)
    request = free_text("申请事项", blank=True, help_text=NO_NAMES)
    committee = models.ForeignKey(
        "disputes.MediationCommittee",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="cases",
        verbose_name="承办调委会",
        help_text="案卷号按它编。",
    )
    registrar = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="登记人"
    )
    hearing = models.CharField("调解方式", max_length=8, choices=Hearing.choices, blank=True)
    # Danger: arts. 25.
    risk = models.CharField("激化风险", max_length=12, choices=Risk.choices, blank=True)
    prevention = free_text("防范措施", blank=True, help_text="有激化可能的必填。")
    possible_crime = models.BooleanField(
        "可能引起治安案件、刑事案件", default=False, help_text="打勾的，要及时报告公安机关。"
    )
    police_told_on = models.DateField("报告公安机关日期", null=True, blank=True)
    # How it ended.
    agreed_on = models.DateField("协议日期", null=True, blank=True)
    effective_on = models.DateField(
        "协议生效日期",
        null=True,
        blank=True,
        help_text="书面协议各方签名、调解员签名并盖章之日；口头协议达成之日，可不填。",
    )
    facts = free_text("主要事实和争议事项", blank=True, help_text=f"印在协议书上。{NO_NAMES}")
    terms = free_text("协议内容", blank=True, help_text=NO_NAMES)
    performance_mode = models.CharField("履行方式", max_length=100, blank=True)
    performance_place = models.CharField("履行地点", max_length=100, blank=True)
    performance_due_on = models.DateField("履行期限", null=True, blank=True)
    performed_on = models.DateField("履行完毕日期", null=True, blank=True)
    advice = MultiChoiceField(
        "告知的其他途径", choices=Advice.choices, help_text="调解不成的，告知当事人还可以走哪些途径。"
    )
    failure = free_text("终止原因", blank=True)
    referred_to = models.CharField("转往何处", max_length=60, blank=True)
    # 司法确认.
    concerns_status = models.CharField(
        "涉及婚姻、收养等身份关系",
        max_length=4,
        choices=YesNo.choices,
        blank=True,
        help_text="确认身份、婚姻、收养关系的，法院不受理司法确认申请。",
    )
    confirmation_applied_on = models.DateField("申请司法确认日期", null=True, blank=True)
    confirmation_court = models.CharField("受理法院", max_length=60, blank=True)
    confirmation_decided_on = models.DateField("裁定日期", null=True, blank=True)
    confirmation_number = models.CharField("裁定书文号", max_length=60, blank=True)
    extended_to = models.DateField("调解期限延长到", null=True, blank=True, help_text="当事人同意延长的填。")
    retention = models.CharField("保管期限", max_length=20, blank=True)

    # The last days of what is due; they follow from the rest and from the township's rules.
    due_on = models.DateField("调解期限", null=True, editable=False, db_index=True)
    confirm_by = models.DateField("申请司法确认截止", null=True, editable=False, db_index=True)
    follow_up_by = models.DateField("回访期限", null=True, editable=False, db_index=True)
    # The number's parts; whose it is stays, wherever the case goes.
    numbered_by = models.ForeignKey(
        "disputes.MediationCommittee", models.PROTECT, null=True, editable=False, related_name="+"
    )
    number_year = models.PositiveSmallIntegerField(null=True, editable=False)
    number_sequence = models.PositiveIntegerField(null=True, editable=False)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "矛盾纠纷"
        constraints = [
            always_internal("dispute_internal"),
            models.UniqueConstraint(
                fields=["numbered_by", "number_year", "number_sequence"],
                name="dispute_number_once",
                violation_error_message="这个案卷号刚被别的案件用了，请再保存一次。",
            ),
            in_order("dispute_applied_before_acceptance", "applied_on", "date", "受理日期不能早于申请日期。"),
            in_order(
                "dispute_extended_after_acceptance", "date", "extended_to", "调解期限不能早于受理日期。"
            ),
            FieldRule(
                condition=~Q(risk="escalating") | ~Q(prevention=""),
                name="dispute_escalation_is_prevented",
                field="prevention",
                message="有激化可能的，请写明采取了哪些防范措施。",
            ),
            needed_when(
                "dispute_police_told_at_once",
                "police_told_on",
                Q(possible_crime=True),
                "可能引起治安案件、刑事案件的，应当及时报告公安机关，请填写报告日期。",
            ),
            FieldRule(
                condition=Q(agreed_on=None) | Q(result="agreed"),
                name="dispute_agreed_day_of_agreement",
                field="agreed_on",
                message="没有达成协议的，不填协议日期。",
            ),
            in_order("dispute_agreed_after_acceptance", "date", "agreed_on", "协议日期不能早于受理日期。"),
            in_order("dispute_agreed_before_closing", "agreed_on", "closed_on", "结案日期不能早于协议日期。"),
            FieldRule(
                condition=Q(effective_on=None) | Q(result="agreed"),
                name="dispute_effect_of_agreement",
                field="effective_on",
                message="没有达成协议的，不填协议生效日期。",
            ),
            in_order(
                "dispute_effective_after_agreement",
                "agreed_on",
                "effective_on",
                "协议生效日期不能早于协议日期。",
            ),
            in_order(
                "dispute_effective_after_acceptance", "date", "effective_on", "协议生效日期不能早于受理日期。"
            ),
            in_order(
                "dispute_due_after_agreement", "agreed_on", "performance_due_on", "履行期限不能早于协议日期。"
            ),
            in_order(
                "dispute_performed_after_agreement",
                "agreed_on",
                "performed_on",
                "履行完毕日期不能早于协议日期。",
            ),
            FieldRule(
                condition=Q(performed_on=None) | Q(performance__in=["at_once", "done"]),
                name="dispute_performed_day_of_performance",
                field="performance",
                message="填了履行完毕日期，履行情况请选“当场履行”或“已履行”。",
            ),
            FieldRule(
                condition=Q(confirmation__in=["", "none"]) | Q(result="agreed"),
                name="dispute_confirmation_of_agreement",
                field="confirmation",
                message="达成协议的才能申请司法确认。",
            ),
            FieldRule(
                condition=Q(confirmation__in=["", "none"]) | ~Q(concerns_status="yes"),
                name="dispute_confirmation_not_of_status",
                field="confirmation",
                message="涉及身份、婚姻、收养关系的，不能申请司法确认。",
            ),
            FieldRule(
                condition=Q(confirmation_applied_on=None)
                | Q(confirmation__in=["applied", "confirmed", "refused"]),
                name="dispute_applied_day_of_confirmation",
                field="confirmation",
                message="填了申请司法确认日期，司法确认请选“已申请”“已确认”或“未予确认”。",
            ),
            in_order(
                "dispute_confirmation_after_effect",
                "effective_on",
                "confirmation_applied_on",
                "申请司法确认日期不能早于协议生效日期。",
            ),
            in_order(
                "dispute_decided_after_application",
                "confirmation_applied_on",
                "confirmation_decided_on",
                "裁定日期不能早于申请司法确认日期。",
            ),
            in_order("dispute_closes_after_acceptance", "date", "closed_on", "结案日期不能早于受理日期。"),
            FieldRule(
                condition=Q(result="ongoing") | Q(closed_on__isnull=False),
                name="dispute_result_with_date",
                field="closed_on",
                message="调解已有结果，请填写结案日期。",
            ),
            FieldRule(
                condition=~Q(result="ongoing") | Q(closed_on=None),
                name="dispute_date_with_result",
                field="result",
                message="填了结案日期，请选择调解结果；还在调解的请去掉结案日期。",
            ),
            FieldRule(
                condition=~Q(result="agreed") | ~Q(agreement_form=""),
                name="dispute_agreement_has_form",
                field="agreement_form",
                message="达成协议的，请选择口头协议或书面协议。",
            ),
            FieldRule(
                condition=Q(result="agreed") | Q(agreement_form=""),
                name="dispute_form_only_of_agreement",
                field="agreement_form",
                message="没有达成协议的，不用选协议形式。",
            ),
            FieldRule(
                condition=Q(result="ongoing") | ~Q(organisation=""),
                name="dispute_closed_by_organisation",
                field="organisation",
                message="结案的请选择调解组织。",
            ),
            in_order(
                "dispute_followed_up_after_closing",
                "closed_on",
                "followed_up_on",
                "回访日期不能早于结案日期。",
            ),
        ]

    @property
    def archive_term(self):
        """The 保管期限 of the volume: the case's own, else the township's for the year."""
        return self.retention or MediationRule.objects.in_force(self.area, self.date.year).retention

    def default_title(self):
        day = f"{self.date.year}年{self.date.month}月{self.date.day}日"
        return f"{day}{self.area.name}{self.get_kind_display()}"

    def clean(self):
        self.settle()
        super().clean()
        asked = self.confirmation_applied_on
        # The last day depends on holidays, so that no database can check it.
        if asked and self.confirm_by and asked > self.confirm_by:
            sentence = "双方应当自协议生效之日起三十日内共同申请司法确认，这个日期已经超过。"
            raise ValidationError({"confirmation_applied_on": sentence})

    def save(self, *args, **kwargs):
        self.settle()
        super().save(*args, **kwargs)

    def settle(self):
        """Fill what follows from the record itself: an oral agreement holds from the day it was reached."""
        if self.agreement_form == self.AgreementForm.ORAL and self.effective_on is None:
            self.effective_on = self.agreed_on
        self.confirm_by = confirmation_deadline(self.effective_on) if self.effective_on else None

    def carry_on(self):
        """What follows from the rows and from the township's rules: the last follow-up, the days due."""
        rule = MediationRule.objects.in_force(self.area, self.date.year)
        self.followed_up_on = self.last_visit() or self.followed_up_on
        self.due_on = self.extended_to or self.date + datetime.timedelta(days=rule.days_to_close)
        self.follow_up_by = None
        if self.result == self.Result.AGREED and self.closed_on:
            self.follow_up_by = self.closed_on + datetime.timedelta(days=rule.days_to_follow_up)
        if not self.retention:
            self.retention = rule.retention
        type(self).objects.filter(pk=self.pk).update(
            followed_up_on=self.followed_up_on,
            due_on=self.due_on,
            follow_up_by=self.follow_up_by,
            retention=self.retention,
        )

    def last_visit(self):
        """The last follow-up of the end that holds; visits after an end that did not hold are not of it."""
        if self.closed_on is None:
            return None
        visits = self.follow_ups.filter(visited_on__gte=self.closed_on)
        return visits.aggregate(last=models.Max("visited_on"))["last"]

    @property
    def earlier_ends(self):
        """The days on which it was closed before it was taken up again."""
        return list(self.reopenings.values_list("closed_on", flat=True)) if self.pk else []

    @property
    def may_still_ask_court(self):
        """Whether 司法确认 can be applied for: nobody has yet, it is not about status, the 30 days are not over."""
        asked = self.confirmation not in ("", self.Confirmation.NONE)
        status = self.concerns_status == self.YesNo.YES
        return (
            not (asked or status) and self.confirm_by is not None and self.confirm_by >= timezone.localdate()
        )

    @property
    def reminders(self):
        """[(what is due, its last day)] of what is still open, earliest first."""
        agreed = self.result == self.Result.AGREED
        waiting = (
            ("调解期限", self.due_on, self.result == self.Result.ONGOING),
            ("申请司法确认截止", self.confirm_by, agreed and self.may_still_ask_court),
            ("履行期限", self.performance_due_on, agreed and self.performance not in PERFORMED),
            ("回访期限", self.follow_up_by, agreed and self.followed_up_on is None),
        )
        return sorted(
            ((label, day) for label, day, is_open in waiting if is_open and day), key=lambda one: one[1]
        )


# Nothing of the agreement is left to be done.
PERFORMED = (Dispute.Performance.AT_ONCE, Dispute.Performance.DONE, Dispute.Performance.NOTHING_DUE)
# Sources of cases that the body took up by itself, and of those that others handed to it.
INITIATIVE = (Dispute.Origin.INITIATIVE, Dispute.Origin.CHECK)
ENTRUSTED = (
    Dispute.Origin.POLICE,
    Dispute.Origin.PROSECUTION,
    Dispute.Origin.COURT,
    Dispute.Origin.PETITION,
    Dispute.Origin.OTHER,
)


class Party(Line):
    """A party of a dispute (当事人): sealed, and open only to those who may read parties.

    The fingerprints are keyed hashes of the names, ID number and telephone: what a party can be found by, exactly.
    """

    class Gender(models.TextChoices):
        MALE = "male", "男"
        FEMALE = "female", "女"

    class Side(models.TextChoices):
        APPLICANT = "applicant", "申请人"
        RESPONDENT = "respondent", "被申请人"
        OTHER = "other", "其他当事人"

    class Kind(models.TextChoices):
        PERSON = "person", "个人"
        ORGANISATION = "organisation", "单位"

    class Consent(models.TextChoices):
        """人民调解法 art. 17: nobody is mediated who clearly refuses."""

        GIVEN = "given", "同意调解"
        REFUSED = "refused", "明确拒绝"

    record = models.ForeignKey(Dispute, models.CASCADE, related_name="parties")
    name = SealedTextField("姓名", max_length=40, help_text="单位填名称。")
    side = models.CharField("身份", max_length=12, choices=Side.choices, blank=True)
    kind = models.CharField(
        "个人或单位", max_length=12, choices=Kind.choices, blank=True, help_text="不选就是个人。"
    )
    gender = models.CharField("性别", max_length=6, choices=Gender.choices, blank=True)
    age = CountField("年龄", ceiling=130)
    id_number = SealedTextField("身份证号", max_length=20, blank=True, validators=[check_id_number])
    phone = SealedTextField("联系电话", max_length=20, blank=True, validators=[check_telephone])
    address = SealedTextField("住址", max_length=100, blank=True)
    ethnicity = SealedTextField("民族", max_length=20, blank=True)
    occupation = SealedTextField("职业或职务", max_length=40, blank=True)
    workplace = SealedTextField("单位", max_length=60, blank=True)
    representative = SealedTextField("法定代表人", max_length=40, blank=True, help_text="当事人是单位的填。")
    consent = models.CharField("是否同意调解", max_length=8, choices=Consent.choices, blank=True)
    consented_on = models.DateField("表态日期", null=True, blank=True)
    name_fingerprint = FingerprintField("name", "name")
    id_fingerprint = FingerprintField("id_number", "id_number")
    phone_fingerprint = FingerprintField("phone", "phone")
    representative_fingerprint = FingerprintField("representative", "name")

    class Meta(Line.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "当事人"

    def __str__(self):
        return f"当事人{self.position + 1}"

    def clean(self):
        case = getattr(self, "record", None)
        if case and self.consent == self.Consent.REFUSED and case.result == Dispute.Result.AGREED:
            raise ValidationError(
                {"consent": "当事人明确拒绝的不得调解，不能是“达成协议”；后来同意了的请改为“同意调解”。"}
            )

    def save(self, *args, **kwargs):
        self.id_number = normal_id_number(self.id_number)
        super().save(*args, **kwargs)


class Hazard(Line):
    """One hidden dispute found by a check (隐患), without names of people."""

    class Risk(models.TextChoices):
        HIGH = "high", "高"
        MIDDLE = "middle", "中"
        LOW = "low", "低"

    class Progress(models.TextChoices):
        PENDING = "pending", "待化解"
        UNDER_WAY = "under_way", "化解中"
        SETTLED = "settled", "已化解"
        MEDIATION = "mediation", "已转调解"
        REPORTED = "reported", "已上报"

    record = models.ForeignKey(RiskCheck, models.CASCADE, related_name="hazards")
    kind = models.CharField("隐患类型", max_length=12, choices=DisputeKind.choices)
    summary = models.CharField(
        "简述", max_length=120, validators=[no_personal_numbers], help_text="不写姓名。"
    )
    risk = models.CharField("风险等级", max_length=8, choices=Risk.choices, default=Risk.LOW)
    responsible = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="责任人"
    )
    due_on = models.DateField("化解时限", null=True, blank=True)
    progress = models.CharField("状态", max_length=10, choices=Progress.choices, default=Progress.PENDING)
    dispute = models.ForeignKey(
        Dispute, models.PROTECT, null=True, blank=True, related_name="hazards", verbose_name="转调解的纠纷"
    )

    class Meta(Line.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "隐患清单"

    def __str__(self):
        return self.summary
