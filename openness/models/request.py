"""Requests for information (依申请公开), in the words of the yearly report on openness."""

from django.db import models
from django.db.models import Q

from township.records.deadlines import Term
from township.records.fields import CountField
from township.records.models import Record
from township.records.models.record import FieldRule, date_field, in_order, title_field
from township.records.personal_numbers import no_personal_numbers

# An answer within 20 working days of the receipt, with approval and the applicant told up to 20 working days later.
TERM = Term("date", days=20, longest_extension=20, working=True, basis="《政府信息公开条例》第三十三条")


class DisclosureRequest(Record):
    """One request for information (依申请公开).

    It counts on the day it was received, its result on the day it was answered, so that 本年新收 + 上年结转 =
    办理结果总计 + 结转下年度 holds as in the statutory table. `due_on` follows from the holidays known when
    the record is saved, and again when they change.
    """

    PAST_DATES = ("answered_on",)

    class Applicant(models.TextChoices):
        PERSON = "person", "自然人"
        BUSINESS = "business", "商业企业"
        RESEARCH = "research", "科研机构"
        WELFARE = "welfare", "社会公益组织"
        LEGAL = "legal", "法律服务机构"
        OTHER = "other", "其他组织"

    class Result(models.TextChoices):
        GRANTED = "granted", "予以公开"
        PARTIAL = "partial", "部分公开"
        REFUSED_SECRET = "refused_secret", "不予公开：属于国家秘密"
        REFUSED_LAW = "refused_law", "不予公开：其他法律行政法规禁止公开"
        REFUSED_SAFETY = "refused_safety", "不予公开：危及“三安全一稳定”"
        REFUSED_THIRD = "refused_third", "不予公开：保护第三方合法权益"
        REFUSED_INTERNAL = "refused_internal", "不予公开：属于三类内部事务信息"
        REFUSED_PROCESS = "refused_process", "不予公开：属于四类过程性信息"
        REFUSED_CASE_FILE = "refused_case_file", "不予公开：属于行政执法案卷"
        REFUSED_INQUIRY = "refused_inquiry", "不予公开：属于行政查询事项"
        NONE_HELD = "none_held", "无法提供：本机关不掌握"
        NONE_READY = "none_ready", "无法提供：没有现成信息需要另行制作"
        NONE_CLEAR = "none_clear", "无法提供：补正后申请内容仍不明确"
        UNHANDLED_PETITION = "unhandled_petition", "不予处理：信访举报投诉类申请"
        UNHANDLED_REPEAT = "unhandled_repeat", "不予处理：重复申请"
        UNHANDLED_PUBLISHED = "unhandled_published", "不予处理：要求提供公开出版物"
        UNHANDLED_MANY = "unhandled_many", "不予处理：无正当理由大量反复申请"
        UNHANDLED_CONFIRM = "unhandled_confirm", "不予处理：要求确认或重新出具已获取信息"
        OTHER_UNAMENDED = "other_unamended", "其他处理：逾期不补正"
        OTHER_UNPAID = "other_unpaid", "其他处理：逾期未按收费通知缴费"
        OTHER = "other", "其他处理：其他"

    class Remedy(models.TextChoices):
        REVIEW = "review", "行政复议"
        LAWSUIT = "lawsuit", "未经复议直接起诉"
        LAWSUIT_AFTER = "lawsuit_after", "复议后起诉"

    class RemedyResult(models.TextChoices):
        UPHELD = "upheld", "结果维持"
        CORRECTED = "corrected", "结果纠正"
        OTHER = "other", "其他结果"
        PENDING = "pending", "尚未审结"

    date = date_field("收到日期")
    title = title_field(
        "申请内容",
        validators=[no_personal_numbers],
        help_text="写申请公开什么，不写申请人姓名、证件号码、电话。",
    )
    note = models.TextField("备注", blank=True, validators=[no_personal_numbers])
    external_ref = models.CharField("登记编号", max_length=60, blank=True)
    applicant = models.CharField("申请人类别", max_length=10, choices=Applicant.choices)
    extension = CountField(
        "延长工作日数", ceiling=365, help_text="经批准并告知申请人的，最多 20 个工作日；没有延长不填。"
    )
    due_on = models.DateField("答复期限", null=True, editable=False)
    answered_on = models.DateField("答复日期", null=True, blank=True, db_index=True)
    result = models.CharField(
        "处理结果",
        max_length=20,
        choices=Result.choices,
        blank=True,
        help_text="选项同政府信息公开年报；部分公开的只选“部分公开”一种。",
    )
    remedy = models.CharField("复议、诉讼", max_length=14, choices=Remedy.choices, blank=True)
    remedy_result = models.CharField(
        "复议、诉讼结果", max_length=10, choices=RemedyResult.choices, blank=True
    )

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "依申请公开"
        constraints = [
            FieldRule(
                condition=Q(disclosure="internal"),
                name="request_internal",
                field="disclosure",
                message="这类记录固定为内部。",
            ),
            in_order("request_answered_after_it", "date", "answered_on", "答复日期不能早于收到日期。"),
            TERM.within_limit(
                "request_extension_within_limit", "答复期限可延长 1 到 20 个工作日；没有延长的不填。"
            ),
            FieldRule(
                condition=Q(result="") | Q(answered_on__isnull=False),
                name="request_result_with_date",
                field="answered_on",
                message="已有处理结果，请填写答复日期。",
            ),
            FieldRule(
                condition=Q(answered_on=None) | ~Q(result=""),
                name="request_date_with_result",
                field="result",
                message="已经答复，请选择处理结果。",
            ),
            FieldRule(
                condition=Q(remedy="") | ~Q(remedy_result=""),
                name="request_remedy_with_result",
                field="remedy_result",
                message="有复议、诉讼的，请选择结果；还没有结果选“尚未审结”。",
            ),
            FieldRule(
                condition=Q(remedy_result="") | ~Q(remedy=""),
                name="request_result_of_remedy",
                field="remedy",
                message="填了复议、诉讼结果，请选择是复议还是诉讼。",
            ),
        ]

    def clean(self):
        self.settle()
        super().clean()

    def save(self, *args, **kwargs):
        self.settle()
        super().save(*args, **kwargs)

    def settle(self):
        """The last day to answer, by the holidays as they are known now."""
        self.due_on = TERM.last_day(self)
