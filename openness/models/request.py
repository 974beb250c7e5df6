"""Requests for information (依申请公开), in the words of the yearly report on openness."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from township.records.deadlines import Term
from township.records.fields import CountField
from township.records.models import Line, Record
from township.records.models.record import FieldRule, date_field, in_order, needed_when, title_field
from township.records.personal_numbers import no_personal_numbers
from township.records.working_days import add_working_days, working_days_between

# An answer within 20 working days of the receipt, with approval and the applicant told up to 20 working days later.
TERM = Term("date", days=20, longest_extension=20, working=True, basis="《政府信息公开条例》第三十三条")
# Arts. 30 and 32.
WORKING_DAYS_TO_ASK_FOR_CORRECTION = 7
WORKING_DAYS_OF_THIRD_PARTY = 15
# Results that follow from a request that stayed unclear after the applicant had been asked to correct it.
UNAMENDED = ("other_unamended", "none_clear")


class DisclosureRequest(Record):
    """One request for information (依申请公开).

    It counts on the day it was received, its result on the day it was answered, so that 本年新收 + 上年结转 =
    办理结果总计 + 结转下年度 holds as in the statutory table. `due_on` follows from the holidays known when
    the record is saved, and again when they change.
    """

    PAST_DATES = (
        "answered_on",
        "receipt_given_on",
        "correction_asked_on",
        "corrected_on",
        "consulted_on",
        "consulted_until",
        "extension_told_on",
    )

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

    class Way(models.TextChoices):
        """How it came, which says the day of receipt (art. 31)."""

        DESK = "desk", "当面提交"
        SIGNED_POST = "signed_post", "邮寄（签收）"
        PLAIN_POST = "plain_post", "平常信函"
        NETWORK = "network", "网络、传真"

    date = date_field(
        "收到日期",
        help_text="当面提交的是提交之日，邮寄的是签收之日，平常信函和网络、传真的是与申请人确认之日。",
    )
    title = title_field(
        "申请内容",
        validators=[no_personal_numbers],
        help_text="写申请公开什么，不写申请人姓名、证件号码、电话。",
    )
    note = models.TextField("备注", blank=True, validators=[no_personal_numbers])
    external_ref = models.CharField("登记编号", max_length=60, blank=True)
    applicant = models.CharField("申请人类别", max_length=10, choices=Applicant.choices)
    way = models.CharField("收到方式", max_length=12, choices=Way.choices, blank=True)
    receipt_given_on = models.DateField("出具登记回执日期", null=True, blank=True)
    correction_asked_on = models.DateField(
        "告知补正日期",
        null=True,
        blank=True,
        help_text="申请内容不明确的，收到之日起 7 个工作日内一次性告知。",
    )
    corrected_on = models.DateField(
        "收到补正日期", null=True, blank=True, help_text="答复期限从收到补正的申请之日起算。"
    )
    consulted_on = models.DateField(
        "征求意见日期",
        null=True,
        blank=True,
        help_text="征求第三方或者其他机关意见；第三方应在收到之日起 15 个工作日内提出意见，所需时间不计入答复期限。",
    )
    consulted_until = models.DateField(
        "收到意见日期", null=True, blank=True, help_text="逾期没有提出意见的填期满之日。"
    )
    extension = CountField(
        "延长工作日数", ceiling=365, help_text="经批准并告知申请人的，最多 20 个工作日；没有延长不填。"
    )
    due_on = models.DateField("答复期限", null=True, editable=False)
    correct_by = models.DateField("告知补正期限", null=True, editable=False)
    answered_on = models.DateField("答复日期", null=True, blank=True, db_index=True)
    result = models.CharField(
        "处理结果",
        max_length=20,
        choices=Result.choices,
        blank=True,
        help_text="选项同政府信息公开年报；部分公开的只选“部分公开”一种。",
    )
    extension_told_on = models.DateField("延期告知申请人日期", null=True, blank=True)

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
            in_order(
                "request_correction_after_receipt",
                "date",
                "correction_asked_on",
                "告知补正日期不能早于收到日期。",
            ),
            in_order(
                "request_corrected_after_asking",
                "correction_asked_on",
                "corrected_on",
                "收到补正日期不能早于告知补正日期。",
            ),
            needed_when(
                "request_correction_was_asked",
                "correction_asked_on",
                Q(corrected_on__isnull=False),
                "收到了补正，请填写告知补正的日期。",
            ),
            in_order(
                "request_consulted_after_receipt", "date", "consulted_on", "征求意见日期不能早于收到日期。"
            ),
            in_order(
                "request_consultation_in_order",
                "consulted_on",
                "consulted_until",
                "收到意见日期不能早于征求意见日期。",
            ),
            needed_when(
                "request_consultation_began",
                "consulted_on",
                Q(consulted_until__isnull=False),
                "填了收到意见日期，请填写征求意见日期。",
            ),
            in_order(
                "request_extension_told_after_receipt",
                "date",
                "extension_told_on",
                "延期告知申请人日期不能早于收到日期。",
            ),
            needed_when(
                "request_extension_told",
                "extension",
                Q(extension_told_on__isnull=False),
                "告知了延期，请填写延长的工作日数。",
            ),
        ]

    def clean(self):
        self.settle()
        super().clean()
        # No constraint: what was answered before corrections were written down stays as it is.
        if self.result in UNAMENDED and self.correction_asked_on is None:
            raise ValidationError(
                {"correction_asked_on": "因没有补正、补正后仍不明确办结的，请填写告知补正的日期。"}
            )

    def save(self, *args, **kwargs):
        self.settle()
        super().save(*args, **kwargs)

    def settle(self):
        """The last day to answer, by the holidays as they are known now.

        The term runs from the receipt of what was corrected (art. 30) and stands still while others are asked
        (art. 33); while a third party has not answered, it has 15 working days to do so (art. 32).
        """
        self.due_on = self.correct_by = None
        if not self.date:
            return
        if self.correction_asked_on is None:
            self.correct_by = add_working_days(self.date, WORKING_DAYS_TO_ASK_FOR_CORRECTION)
        if self.correction_asked_on and not self.corrected_on:
            # Nothing runs until the applicant has corrected the request.
            return
        self.due_on = TERM.last_day(self, begun=self.corrected_on, pause=self.working_days_of_consultation)

    @property
    def working_days_of_consultation(self):
        """Working days on which others were asked and the term stood still."""
        if not self.consulted_on:
            return 0
        if not self.consulted_until:
            return WORKING_DAYS_OF_THIRD_PARTY
        return working_days_between(self.consulted_on, self.consulted_until)


class RequestRemedy(Line):
    """A reconsideration or lawsuit over the answer to a request (复议、诉讼), a case of its own in the yearly report."""

    class Kind(models.TextChoices):
        REVIEW = "review", "行政复议"
        LAWSUIT = "lawsuit", "未经复议直接起诉"
        LAWSUIT_AFTER = "lawsuit_after", "复议后起诉"

    class Result(models.TextChoices):
        UPHELD = "upheld", "结果维持"
        CORRECTED = "corrected", "结果纠正"
        OTHER = "other", "其他结果"

    record = models.ForeignKey(DisclosureRequest, models.CASCADE, related_name="remedies")
    kind = models.CharField("复议、诉讼", max_length=14, choices=Kind.choices)
    begun_on = models.DateField("受理（立案）日期")
    concluded_on = models.DateField("审结日期", null=True, blank=True, help_text="尚未审结的不填。")
    result = models.CharField("结果", max_length=10, choices=Result.choices, blank=True)

    class Meta(Line.Meta):
        verbose_name = verbose_name_plural = "复议、诉讼"
        constraints = [
            in_order(
                "remedy_concluded_after_beginning", "begun_on", "concluded_on", "审结日期不能早于受理日期。"
            ),
            FieldRule(
                condition=Q(concluded_on=None) | ~Q(result=""),
                name="remedy_result_given",
                field="result",
                message="已经审结，请选择结果。",
            ),
            needed_when("remedy_day_of_result", "concluded_on", ~Q(result=""), "有了结果，请填写审结日期。"),
        ]

    def __str__(self):
        return self.get_kind_display()
