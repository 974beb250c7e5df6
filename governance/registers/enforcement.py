"""The registers of enforcement: single cases, monthly totals, certificates."""

from django.db.models import Q

from township.records.deadlines import Deadline
from township.records.register import Register, register

from ..forms import EnforcementCaseForm
from ..models import EnforcementCase, EnforcementMonth, OfficerCertificate


@register
class EnforcementCases(Register):
    model = EnforcementCase
    slug = "enforcement-cases"
    concluded = "decided_on"
    label = "行政执法案件"
    menu = "依法行政"
    order = 55
    unit = "件"
    intro = (
        "处罚、强制、责令改正、许可逐件录，一案并处几种仍是一件；检查、劝导、联合执法在“执法按月汇总”里录。"
    )
    village_entry = False
    form_class = EnforcementCaseForm
    columns = ("decided_on", "title", "kind", "procedure", "heaviest", "amount", "execution")
    fieldsets = (
        ("案件情况", ("kind", "domain", "title", "subject", "procedure", "subject_name")),
        (
            "决定",
            ("date", "decided_on", "decision_number", "penalties", "fine", "confiscated", "first_offence"),
        ),
        ("办理", ("officers", "legal_review", "hearing", "execution", "published_on", "link")),
        ("其他", ("area", "office", "provider", "external_ref", "note")),
    )
    filters = ("kind", "domain", "procedure", "subject", "penalties", "execution", "first_offence")
    search = ("title", "decision_number", "external_ref", "note")
    totals = ("amount",)
    required = ("title",)
    needed_for_approval = ("decided_on", "decision_number", "penalties", "fine")
    copied = ("kind", "domain", "title", "subject", "procedure", "office")

    @classmethod
    def missing(cls, record):
        """What the decision has to say; penalties are asked of those penalised, the sum of those fined."""
        asked = {
            "penalties": record.kind == EnforcementCase.Kind.PENALTY and not record.first_offence,
            "fine": EnforcementCase.Penalty.FINE in record.penalties,
        }
        return tuple(name for name in super().missing(record) if asked.get(name, True))


@register
class EnforcementMonths(Register):
    model = EnforcementMonth
    slug = "enforcement-months"
    label = "执法按月汇总"
    menu = "依法行政"
    order = 56
    unit = "条"
    intro = "每月按类型和领域各录一条：检查、联合执法、专项行动、劝导、责令改正；处罚、强制、许可逐件录。"
    village_entry = False
    columns = ("date", "kind", "domain", "times", "inspected", "problems", "corrections", "corrected")
    fieldsets = (
        ("汇总情况", ("date", "kind", "domain", "times", "inspected", "attendances")),
        ("涉企检查", ("enterprise_times", "scanned_times")),
        ("发现问题", ("problems", "corrections", "corrected")),
        ("其他", ("area", "office", "approximate", "provider", "note")),
    )
    filters = ("kind", "domain")
    search = ("title", "note")
    totals = ("times", "inspected", "problems", "corrections", "corrected")
    copied = ("kind", "domain", "office")


@register
class OfficerCertificates(Register):
    model = OfficerCertificate
    slug = "officer-certificates"
    label = "行政执法证"
    menu = "依法行政"
    order = 57
    unit = "人"
    intro = "在执法岗位的每人一条，没有领证的也录；离岗或注销的填日期，不要删除。"
    village_entry = False
    columns = ("person", "unit", "stage", "number", "issued_on", "expires_on", "valid_to")
    fieldsets = (
        ("人员与证件", ("person", "unit", "stage", "number", "issued_on", "expires_on")),
        ("岗位情况", ("date", "valid_to", "area", "legal_reviewer", "training_hours")),
        ("更多内容", ("employment", "kind", "domain", "office", "provider", "note")),
    )
    filters = ("unit", "stage", "kind", "domain", "legal_reviewer")
    search = ("title", "note")
    needed_for_approval = ("number", "expires_on")
    deadlines = (
        Deadline(
            "办理执法证审验、换证",
            since="expires_on",
            open=Q(stage=OfficerCertificate.Stage.CERTIFIED),
            notice=90,
        ),
    )
    copied = ("unit", "employment", "kind", "domain", "office")

    @classmethod
    def missing(cls, record):
        """Number and last day, of a certificate that was issued."""
        return super().missing(record) if record.issued_on else ()

    @classmethod
    def queryset_for_list(cls, queryset):
        return queryset.for_list().select_related("person__area", "unit")
