"""The registers of disputes, and of what else people bring forward and are helped with."""

from django.db.models import Q

from township.records.deadlines import Deadline
from township.records.register import LineSet, Register, register

from .forms import CommitteeForm, DisputeForm, PetitionForm
from .models import (
    Dispute,
    FollowUp,
    Hazard,
    HotlineMonth,
    Inquiry,
    LegalAid,
    MediationCommittee,
    Mediator,
    Opinion,
    Party,
    Petition,
    ReceptionDay,
    ReceptionMatter,
    RiskCheck,
    Session,
    Visitor,
)
from .models.dispute import PERFORMED
from .models.petition import DAYS_TO_TELL
from .models.petition import TERM as PETITION_TERM
from .numbering import number_case
from .panels import case_panels, list_panels

AGREED = Q(result=Dispute.Result.AGREED)


@register
class RiskChecks(Register):
    model = RiskCheck
    slug = "risk-checks"
    label = "矛盾纠纷排查"
    menu = "矛盾纠纷"
    order = 30
    unit = "次"
    intro = "做一次排查录一条，没有发现隐患填 0。不得录入重点人员姓名和稳控措施。"
    cases = True
    internal = True
    columns = ("date", "area", "kind", "found", "settled", "reported", "households")
    fieldsets = (
        ("排查情况", ("date", "area", "kind", "found", "settled", "reported")),
        ("更多内容", ("title", "organiser", "participants", "households", "closed_on", "office")),
        ("其他", ("approximate", "provider", "external_ref", "note")),
    )
    filters = ("kind",)
    search = ("title", "organiser", "note")
    totals = ("found", "settled", "reported", "households")
    lines = (
        LineSet(
            Hazard,
            ("kind", "summary", "risk", "responsible", "due_on", "progress", "dispute"),
            "隐患清单",
            extra_rows=0,
        ),
    )
    alike = ("kind",)
    synonyms = {
        "found": ("排查出隐患", "排查件数", "发现隐患", "排查纠纷数", "排查出纠纷"),
        "settled": ("化解件数", "当场化解", "已化解"),
    }
    deadlines = (
        Deadline(
            "化解隐患",
            since="hazards__due_on",
            open=Q(hazards__progress__in=[Hazard.Progress.PENDING, Hazard.Progress.UNDER_WAY]),
            row="hazards__summary",
        ),
    )
    copied = ("kind", "organiser", "office")


@register
class Disputes(Register):
    model = Dispute
    slug = "disputes"
    concluded = "closed_on"
    label = "矛盾纠纷调解"
    menu = "矛盾纠纷"
    order = 31
    unit = "件"
    intro = "一个纠纷录一件，调几次都是一件；反悔后再调，打开原来的案件点“重新调解”，还是原来的案卷号。"
    form_class = DisputeForm
    cases = True
    internal = True
    # A case goes on after its review: performance, 司法确认, follow-ups.
    carried_on = True
    columns = ("date", "title", "area", "kind", "result", "closed_on", "amount")
    fieldsets = (
        ("受理情况", ("date", "area", "kind", "origin", "summary")),
        (
            "调解情况",
            (
                "committee",
                "organisation",
                "part",
                "mediators",
                "hearing",
                "people_involved",
                "amount",
                "difficulty",
                "risk_check",
                "extended_to",
            ),
        ),
        ("申请登记", ("applied_on", "request", "registrar")),
        ("激化风险", ("risk", "prevention", "possible_crime", "police_told_on")),
        (
            "结案情况",
            ("result", "closed_on", "agreement_form", "failure", "advice", "referred_to"),
        ),
        (
            "协议和履行",
            (
                "agreed_on",
                "effective_on",
                "facts",
                "terms",
                "performance_mode",
                "performance_place",
                "performance_due_on",
                "performance",
                "performed_on",
            ),
        ),
        (
            "司法确认",
            (
                "concerns_status",
                "confirmation",
                "confirmation_applied_on",
                "confirmation_court",
                "confirmation_decided_on",
                "confirmation_number",
            ),
        ),
        ("回访", ("followed_up_on", "follow_up")),
        ("其他", ("title", "case_number", "external_ref", "retention", "office", "provider", "note")),
    )
    filters = ("kind", "origin", "result", "organisation", "committee", "difficulty", "part")
    search = ("title", "summary", "case_number", "external_ref", "note")
    totals = ("amount",)
    lines = (
        LineSet(
            Party,
            (
                "name",
                "side",
                "kind",
                "gender",
                "ethnicity",
                "age",
                "occupation",
                "workplace",
                "representative",
                "id_number",
                "phone",
                "address",
                "consent",
                "consented_on",
            ),
            "当事人",
            extra_rows=2,
            personal=True,
        ),
        LineSet(
            Inquiry,
            ("asked_on", "place", "asked", "participants", "recorder", "account"),
            "调查记录",
            extra_rows=0,
            personal=True,
        ),
        LineSet(
            Session,
            ("held_on", "place", "participants", "recorder", "rights_told", "minutes", "outcome"),
            "调解记录",
            extra_rows=0,
            personal=True,
        ),
        LineSet(
            FollowUp,
            ("visited_on", "visitor", "performance", "satisfaction", "sued", "escalated", "found"),
            "回访记录",
            extra_rows=0,
        ),
    )
    synonyms = {
        "date": ("受理时间", "调解日期", "调解时间", "纠纷受理日期"),
        "kind": ("类型", "类别", "纠纷类别", "案件类型"),
        "origin": ("来源", "纠纷来源"),
        "summary": (
            "案情",
            "基本案情",
            "案情简介",
            "纠纷简介",
            "纠纷情况",
            "主要内容",
            "简要案情",
            "纠纷事由",
        ),
        "mediators": ("调解人", "调解人员", "承办调解员"),
        "result": ("结果", "处理结果", "调解情况"),
        "closed_on": ("结案时间", "调结日期", "办结日期"),
        "amount": ("金额", "涉案金额"),
        "agreement_form": ("协议类型", "口头或书面"),
        "external_ref": ("案件编号", "省系统编号"),
        "parties": ("双方当事人", "当事人姓名", "纠纷当事人"),
    }
    deadlines = (
        Deadline("办结调解", since="due_on", open=Q(result=Dispute.Result.ONGOING)),
        # Nobody has to ask the court, so that it is spoken of only while it can still be done.
        Deadline(
            "双方可以共同申请司法确认",
            since="confirm_by",
            open=AGREED
            & Q(confirmation__in=["", Dispute.Confirmation.NONE])
            & ~Q(concerns_status=Dispute.YesNo.YES),
            memory=0,
            basis="《人民调解法》第三十三条",
        ),
        Deadline("核实协议是否履行", since="performance_due_on", open=AGREED & ~Q(performance__in=PERFORMED)),
        Deadline(
            "回访当事人", since="follow_up_by", open=AGREED & Q(followed_up_on=None), notice=15, memory=90
        ),
    )
    copied = ("kind", "origin", "committee", "organisation", "registrar", "office")

    @classmethod
    def missing(cls, record):
        """What the end of a case calls for: where it went, what parties were told, what they agreed on."""
        wanted = {
            Dispute.Result.FAILED: ("advice",),
            Dispute.Result.REFERRED: ("referred_to",),
            Dispute.Result.AGREED: ("terms",) if record.agreement_form == "written" else (),
        }.get(record.result, ())
        return tuple(name for name in wanted if not getattr(record, name))

    @classmethod
    def complete(cls, record):
        record.carry_on()
        number_case(record)

    @classmethod
    def list_panels(cls, *, gate):
        return list_panels(gate)

    @classmethod
    def detail_panels(cls, record, *, gate):
        return case_panels(record, gate)


@register
class Opinions(Register):
    model = Opinion
    slug = "opinions"
    concluded = "answered_on"
    label = "群众意见"
    menu = "矛盾纠纷"
    order = 32
    unit = "条"
    intro = "一条意见录一条，一人提三条录三条；属于群众难题的打勾，办完填答复日期。"
    internal = True
    columns = ("date", "area", "channel", "content", "kind", "is_hardship", "progress", "answered_on")
    fieldsets = (
        ("意见情况", ("date", "area", "channel", "content", "kind", "is_hardship")),
        ("办理情况", ("office", "progress", "answered_on", "outcome", "satisfaction", "dispute")),
        ("反映人", ("reporter", "reporter_phone")),
        ("其他", ("title", "provider", "external_ref", "note")),
    )
    filters = ("channel", "kind", "is_hardship", "progress", "satisfaction")
    search = ("title", "content", "outcome", "note")
    synonyms = {
        "content": ("意见内容", "意见建议", "反映问题", "诉求", "问题"),
        "channel": ("收集渠道", "来源", "方式"),
        "progress": ("办理情况", "办理进度", "状态"),
        "outcome": ("处理结果", "答复情况", "办理结果"),
    }
    copied = ("channel", "kind", "office")

    @classmethod
    def missing(cls, record):
        """What has been answered needs to say who dealt with it and how."""
        if record.progress not in (Opinion.Progress.SOLVED, Opinion.Progress.EXPLAINED):
            return ()
        return tuple(name for name in ("office", "outcome") if not getattr(record, name))


@register
class Petitions(Register):
    model = Petition
    slug = "petitions"
    label = "信访事项"
    menu = "矛盾纠纷"
    order = 33
    unit = "条"
    intro = "来信、网上、电话信访一件录一条，来访一批录一条；检举控告只计数，不得录入内容。"
    form_class = PetitionForm
    village_access = village_entry = False
    cases = True
    internal = True
    columns = ("title", "matter", "date", "demand", "visitors", "due_on", "result")
    fieldsets = (
        ("登记情况", ("date", "area", "channel", "visitors", "demand", "matter")),
        ("更多内容", ("problem", "repeat", "destination", "external_ref")),
        ("受理情况", ("accepted_on", "office", "leader", "extension")),
        ("办结情况", ("result", "closed_on", "reply_number", "satisfaction", "appeal", "appealed_on")),
        ("其他", ("opinion", "dispute", "provider", "note")),
    )
    derived = ("due_on",)
    filters = ("channel", "demand", "problem", "repeat", "destination", "result", "satisfaction")
    search = ("title", "matter", "external_ref", "reply_number", "note")
    totals = ("visitors",)
    deadlines = (
        Deadline(
            "决定是否受理并书面告知",
            since="date",
            days=DAYS_TO_TELL,
            open=Q(accepted_on=None, closed_on=None) & ~Q(demand=Petition.Demand.REPORT),
            basis="《信访工作条例》第二十三条",
        ),
        Deadline("办结并答复信访人", since="due_on", open=Q(closed_on=None), basis=PETITION_TERM.basis),
    )
    copied = ("channel", "demand", "problem", "office")

    @classmethod
    def missing(cls, record):
        """What a visit and a concluded petition still lack; a 检举控告 is only counted."""
        wanted = ["visitors"] if record.channel == Petition.Channel.VISIT else []
        if record.closed_on and record.demand != Petition.Demand.REPORT:
            wanted += ["accepted_on", "office_id"]
            if record.demand == Petition.Demand.GRIEVANCE:
                wanted.append("reply_number")
        return tuple(name.removesuffix("_id") for name in wanted if getattr(record, name) in (None, ""))


@register
class ReceptionDays(Register):
    model = ReceptionDay
    slug = "reception-days"
    label = "领导接访"
    menu = "矛盾纠纷"
    order = 34
    unit = "次"
    intro = "领导干部接访下访一次录一条，没有人来访填 0；接访登记为信访的，批次、人次在信访里另计，不相加。"
    village_access = village_entry = False
    cases = True
    internal = True
    columns = ("title", "date", "area", "batches", "people", "assigned", "settled")
    fieldsets = (
        ("接访情况", ("date", "leader", "method", "area", "batches", "people")),
        ("办理情况", ("answered", "assigned", "settled")),
        ("其他", ("place", "title", "office", "provider", "note")),
    )
    filters = ("method",)
    search = ("title", "place", "note")
    totals = ("batches", "people", "assigned", "settled")
    lines = (
        LineSet(
            ReceptionMatter,
            ("summary", "village", "responsible", "due_on", "outcome", "settled_on", "petition", "dispute"),
            "反映事项",
        ),
        LineSet(Visitor, ("name", "phone", "address", "matter"), "来访人", personal=True),
    )
    deadlines = (
        Deadline(
            "办结接访交办事项",
            since="matters__due_on",
            open=Q(matters__outcome=ReceptionMatter.Outcome.ASSIGNED),
            row="matters__summary",
        ),
    )
    copied = ("leader", "method", "place", "office")

    @classmethod
    def complete(cls, record):
        record.count_matters()


@register
class LegalAids(Register):
    model = LegalAid
    slug = "legal-aid"
    label = "法律援助"
    menu = "矛盾纠纷"
    order = 35
    unit = "件"
    intro = "咨询、代写文书、引导和协助申请法律援助，一人一事录一条；受理、办理由县法律援助机构统计。"
    cases = True
    internal = True
    columns = ("date", "area", "service", "recipient", "matter", "people", "result", "closed_on")
    fieldsets = (
        ("服务情况", ("date", "area", "service", "recipient", "matter", "people")),
        ("转交和结果", ("agency", "agency_number", "result", "closed_on", "recovered", "dispute")),
        ("其他", ("title", "handler", "office", "provider", "external_ref", "note")),
    )
    filters = ("service", "recipient", "matter", "result")
    search = ("title", "agency", "agency_number", "note")
    totals = ("people", "recovered")
    copied = ("service", "recipient", "matter", "agency", "handler", "office")


@register
class MediationCommittees(Register):
    model = MediationCommittee
    form_class = CommitteeForm
    slug = "mediation-committees"
    label = "调解组织"
    menu = "矛盾纠纷"
    order = 36
    unit = "个"
    intro = "一个调解组织录一条，调解员逐人填；换届改原来的名册，撤销的填撤销日期，不要删除。"
    columns = ("title", "kind", "area", "chair", "date", "valid_to")
    fieldsets = (
        ("组织情况", ("title", "area", "kind", "date", "chair")),
        ("更多内容", ("number_name", "place", "document_number", "valid_to", "office", "provider", "note")),
    )
    filters = ("kind",)
    search = ("title", "place", "document_number", "note")
    lines = (
        LineSet(
            Mediator,
            ("person", "time", "joined_on", "left_on", "certificate"),
            "调解员",
            min_rows=1,
            extra_rows=3,
        ),
    )
    required = ("title",)
    needed_for_approval = ("chair",)
    copied = ("kind", "office")

    @classmethod
    def queryset_for_list(cls, queryset):
        return queryset.for_list().select_related("chair__area")


@register
class HotlineMonths(Register):
    model = HotlineMonth
    slug = "hotline-months"
    label = "12345 工单"
    menu = "矛盾纠纷"
    order = 37
    unit = "月"
    intro = "每月汇总一次，录一条；件数以县热线平台通报为准，单个诉求不在这里录。"
    village_entry = False
    internal = True
    columns = ("date", "area", "received", "closed", "on_time", "rated", "satisfied")
    fieldsets = (
        ("工单情况", ("date", "area", "received", "closed", "on_time", "rated", "satisfied")),
        ("其他", ("office", "provider", "note")),
    )
    search = ("title", "note")
    totals = ("received", "closed", "on_time", "rated", "satisfied")
    needed_for_approval = ("closed",)
    copied = ("office",)
