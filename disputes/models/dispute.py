"""Disputes (矛盾纠纷) and their parties, and checks for hidden risks (排查)."""

from django.db import models
from django.db.models import Q

from township.people.models import Person
from township.people.sealing import FingerprintField, SealedTextField, normal_id_number
from township.records.fields import AmountField, CountField
from township.records.models import Line, Record
from township.records.models.record import (
    FieldRule,
    date_field,
    in_order,
    not_above,
    title_field,
)
from township.records.personal_numbers import (
    check_id_number,
    check_telephone,
    no_personal_numbers,
)

from .confidential import NO_NAMES, always_internal, free_text


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

    PAST_DATES = ("closed_on", "followed_up_on")

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
    case_number = models.CharField("案卷号", max_length=60, blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "矛盾纠纷"
        constraints = [
            always_internal("dispute_internal"),
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

    def default_title(self):
        day = f"{self.date.year}年{self.date.month}月{self.date.day}日"
        return f"{day}{self.area.name}{self.get_kind_display()}"


class Party(Line):
    """A party of a dispute (当事人): sealed, and open only to those who may read parties.

    The fingerprints are keyed hashes of name, ID number and telephone: what a party can be found by, exactly.
    """

    class Gender(models.TextChoices):
        MALE = "male", "男"
        FEMALE = "female", "女"

    record = models.ForeignKey(Dispute, models.CASCADE, related_name="parties")
    name = SealedTextField("姓名", max_length=40)
    gender = models.CharField("性别", max_length=6, choices=Gender.choices, blank=True)
    age = CountField("年龄", ceiling=130)
    id_number = SealedTextField("身份证号", max_length=20, blank=True, validators=[check_id_number])
    phone = SealedTextField("联系电话", max_length=20, blank=True, validators=[check_telephone])
    address = SealedTextField("住址", max_length=100, blank=True)
    name_fingerprint = FingerprintField("name", "name")
    id_fingerprint = FingerprintField("id_number", "id_number")
    phone_fingerprint = FingerprintField("phone", "phone")

    class Meta(Line.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "当事人"

    def __str__(self):
        return f"当事人{self.position + 1}"

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
