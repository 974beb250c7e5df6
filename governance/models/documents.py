"""Documents and how they are made sure of: legality reviews, normative documents, village rules."""

from django.db import models
from django.db.models import Q

from township.people.models import Office, Person
from township.records.fields import AmountField, CountField, WebAddressField
from township.records.models import Record
from township.records.models.record import FieldRule, date_field, in_order, needed_when, title_field

from .meetings import Meeting


class LegalReview(Record):
    """One matter reviewed for legality (合法性审查), whatever the number of drafts it went through."""

    class Kind(models.TextChoices):
        NORMATIVE_DOCUMENT = "normative_document", "行政规范性文件"
        DECISION = "decision", "重大行政决策"
        CONTRACT = "contract", "行政合同"
        ENFORCEMENT = "enforcement", "重大执法决定法制审核"
        VILLAGE_RULES = "village_rules", "村规民约"
        PETITION = "petition", "信访突出问题处理"
        OTHER = "other", "其他重大事项"

    class Method(models.TextChoices):
        JUSTICE_OFFICE = "justice_office", "司法所审查"
        COUNSEL = "counsel", "法律顾问审查"
        COUNTY = "county", "报县司法局审查"

    class Conclusion(models.TextChoices):
        LAWFUL = "lawful", "合法"
        AMENDED = "amended", "修改后通过"
        UNLAWFUL = "unlawful", "不合法"

    class Adoption(models.TextChoices):
        FULL = "full", "全部采纳"
        PARTIAL = "partial", "部分采纳"
        NONE = "none", "未采纳"

    class Competition(models.TextChoices):
        REVIEWED = "reviewed", "已审"
        NOT_CONCERNED = "not_concerned", "不涉及"

    PAST_DATES = ("issued_on",)

    date = date_field("送审日期")
    title = title_field("事项名称")
    kind = models.CharField("事项类别", max_length=20, choices=Kind.choices)
    submitter = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name="送审部门")
    method = models.CharField("审查方式", max_length=16, choices=Method.choices)
    reviewer = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="审查人"
    )
    issued_on = models.DateField("出具日期", null=True, blank=True)
    conclusion = models.CharField("结论", max_length=10, choices=Conclusion.choices, blank=True)
    opinions = CountField("意见条数", help_text="没有意见填 0。")
    opinion_number = models.CharField("意见书编号", max_length=40, blank=True)
    adoption = models.CharField("采纳情况", max_length=8, choices=Adoption.choices, blank=True)
    adoption_reason = models.CharField("未采纳理由", max_length=200, blank=True)
    rounds = CountField(
        "审查次数", required=True, default=1, help_text="同一事项审了两稿填 2，仍是一件。", ceiling=50
    )
    contract_amount = AmountField("合同金额（元）")
    competition = models.CharField("公平竞争审查", max_length=14, choices=Competition.choices, blank=True)
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="议定会议"
    )

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "合法性审查"
        constraints = [
            in_order(
                "legal_review_issued_after_submission", "date", "issued_on", "出具日期不能早于送审日期。"
            ),
            FieldRule(
                condition=~Q(adoption="none", adoption_reason=""),
                name="legal_review_refusal_has_reason",
                field="adoption_reason",
                message="意见未采纳的请写明理由。",
            ),
            FieldRule(
                condition=Q(rounds__gte=1),
                name="legal_review_at_least_once",
                field="rounds",
                message="审查次数至少是 1。",
            ),
        ]

    @property
    def has_opinions(self):
        """Whether there is anything to adopt: a lawful matter without opinions has nothing."""
        return bool(self.opinions) or self.conclusion != self.Conclusion.LAWFUL


class NormativeDocument(Record):
    """One act on an administrative normative document (行政规范性文件): made, amended, ended, looked through.

    A red-headed paper is not yet a normative document. What was issued counts on `issued_on`; a document is
    in force until `valid_to`, its last day, which the act that ends it moves up.
    """

    PAST_DATES = ("issued_on", "filed_on", "published_on")

    class Action(models.TextChoices):
        ENACT = "enact", "制定"
        AMEND = "amend", "修改"
        REPEAL = "repeal", "废止"
        LAPSE = "lapse", "宣布失效"
        CLEANUP = "cleanup", "清理"

    class Conclusion(models.TextChoices):
        KEEP = "keep", "继续有效"
        AMEND = "amend", "修改"
        REPEAL = "repeal", "废止"

    ISSUING = (Action.ENACT, Action.AMEND)

    date = date_field("起草（清理）日期", help_text="开始起草或清理的日子；统计按印发日期。")
    title = title_field("名称")
    action = models.CharField("动作", max_length=8, choices=Action.choices)
    drafter = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name="起草部门")
    document_number = models.CharField("文号", max_length=40, blank=True)
    heard_from = models.DateField("征求意见开始", null=True, blank=True)
    heard_to = models.DateField("征求意见结束", null=True, blank=True)
    competition = models.CharField(
        "公平竞争审查", max_length=14, choices=LegalReview.Competition.choices, blank=True
    )
    legal_review = models.ForeignKey(
        LegalReview,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="合法性审核",
        limit_choices_to={"kind": "normative_document"},
    )
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="集体讨论"
    )
    issued_on = models.DateField("印发日期", null=True, blank=True, db_index=True)
    effective_on = models.DateField("施行日期", null=True, blank=True)
    valid_to = models.DateField(
        "有效期至", null=True, blank=True, help_text="被废止或宣布失效的，改为最后有效的那一天。"
    )
    filed_on = models.DateField("备案日期", null=True, blank=True)
    filing_number = models.CharField("备案号", max_length=40, blank=True)
    published_on = models.DateField("公开日期", null=True, blank=True)
    link = WebAddressField("公开链接", blank=True)
    conclusion = models.CharField("清理结论", max_length=8, choices=Conclusion.choices, blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "行政规范性文件"
        constraints = [
            in_order(
                "normative_document_heard_in_order",
                "heard_from",
                "heard_to",
                "征求意见结束日期不能早于开始日期。",
            ),
            in_order(
                "normative_document_issued_after_drafting",
                "date",
                "issued_on",
                "印发日期不能早于起草（清理）日期。",
            ),
            in_order(
                "normative_document_ends_after_issue",
                "issued_on",
                "valid_to",
                "有效期不能在印发日期之前截止。",
            ),
            needed_when(
                "normative_document_filed_once_issued",
                "issued_on",
                Q(filed_on__isnull=False),
                "已备案的，请填写印发日期。",
            ),
            in_order(
                "normative_document_filed_after_issue", "issued_on", "filed_on", "备案日期不能早于印发日期。"
            ),
            in_order(
                "normative_document_public_after_issue",
                "issued_on",
                "published_on",
                "公开日期不能早于印发日期。",
            ),
            FieldRule(
                condition=Q(action="cleanup") | Q(conclusion=""),
                name="normative_document_conclusion_of_cleanup",
                field="conclusion",
                message="只有动作是“清理”的才选清理结论。",
            ),
        ]


class VillageRules(Record):
    """The rules that a village has given itself (村规民约), from their adoption until newer ones replace them.

    Their review is a matter of the register of legality reviews and is cited here, not entered again.
    """

    PAST_DATES = ("filed_on",)

    class Action(models.TextChoices):
        ENACT = "enact", "制定"
        AMEND = "amend", "修订"

    date = date_field("表决通过日期")
    title = title_field("名称", help_text="可不填，自动生成。")
    action = models.CharField("动作", max_length=8, choices=Action.choices, default=Action.AMEND)
    legal_review = models.ForeignKey(
        LegalReview,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="合法性审查",
        limit_choices_to={"kind": "village_rules"},
        help_text="审查在“合法性审查”里录一次，这里选上。",
    )
    problems = CountField("审查发现问题（条）", ceiling=1000, help_text="没有问题填 0。")
    filed_on = models.DateField("报镇备案日期", null=True, blank=True)
    valid_to = models.DateField(
        "停用日期", null=True, blank=True, help_text="有了新的村规民约，填换下的日期。"
    )

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "村规民约"
        constraints = [
            in_order("village_rules_filed_after_adoption", "date", "filed_on", "备案日期不能早于通过日期。"),
            in_order("village_rules_end_after_adoption", "date", "valid_to", "停用日期不能早于通过日期。"),
        ]

    def default_title(self):
        return f"{self.area.name}村规民约（{self.date.year}年{self.get_action_display()}）"
