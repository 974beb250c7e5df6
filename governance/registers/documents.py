"""The registers of legality reviews, normative documents and village rules."""

from django.db.models import Q

from township.records.deadlines import Deadline
from township.records.register import Register, register

from ..models import LegalReview, NormativeDocument, VillageRules

# What an act on a normative document has to show before it is approved.
ISSUED = ("document_number", "issued_on", "published_on")
NEEDED = {
    NormativeDocument.Action.ENACT: ("legal_review", "meeting", *ISSUED),
    NormativeDocument.Action.AMEND: ("legal_review", "meeting", *ISSUED),
    NormativeDocument.Action.REPEAL: ISSUED,
    NormativeDocument.Action.LAPSE: ISSUED,
    NormativeDocument.Action.CLEANUP: ("conclusion",),
}


@register
class LegalReviews(Register):
    model = LegalReview
    slug = "legal-reviews"
    label = "合法性审查"
    menu = "依法行政"
    order = 52
    unit = "件"
    intro = "合法性审查、重大执法决定法制审核和法律顾问审查都在这里录，按事项类别和审查方式分别统计；同一事项审几稿仍是一件。"
    village_entry = False
    columns = ("date", "title", "kind", "method", "submitter", "conclusion", "opinions")
    fieldsets = (
        ("送审情况", ("title", "kind", "submitter", "date", "method", "area")),
        (
            "审查结果",
            (
                "reviewer",
                "issued_on",
                "conclusion",
                "opinions",
                "opinion_number",
                "adoption",
                "adoption_reason",
                "rounds",
            ),
        ),
        ("更多内容", ("contract_amount", "competition", "meeting", "office", "provider", "note")),
    )
    filters = ("kind", "method", "conclusion", "adoption", "submitter")
    search = ("title", "opinion_number", "note")
    totals = ("opinions",)
    required = ("title",)
    needed_for_approval = ("reviewer", "issued_on", "conclusion", "adoption")
    copied = ("kind", "submitter", "method", "reviewer", "office")

    @classmethod
    def missing(cls, record):
        """What a finished review lacks; nothing has to be adopted where nothing was objected to."""
        return tuple(name for name in super().missing(record) if name != "adoption" or record.has_opinions)

    @classmethod
    def queryset_for_list(cls, queryset):
        return queryset.for_list().select_related("submitter")


@register
class NormativeDocuments(Register):
    model = NormativeDocument
    slug = "normative-documents"
    label = "规范性文件"
    menu = "依法行政"
    order = 53
    unit = "件"
    intro = "只录行政规范性文件，一般红头文件不录；全年没有制定的报零报告，报告里写“未制定”，不是未报。"
    village_entry = False
    columns = ("title", "action", "drafter", "document_number", "issued_on", "filed_on", "valid_to")
    fieldsets = (
        ("文件情况", ("title", "action", "drafter", "date", "area", "document_number")),
        ("制定程序", ("heard_from", "heard_to", "competition", "legal_review", "meeting")),
        (
            "印发、备案与公开",
            ("issued_on", "effective_on", "valid_to", "filed_on", "filing_number", "published_on", "link"),
        ),
        ("其他", ("conclusion", "office", "provider", "note")),
    )
    filters = ("action", "drafter", "conclusion")
    search = ("title", "document_number", "filing_number", "note")
    required = ("title",)
    deadlines = (
        Deadline(
            "清理到期文件",
            since="valid_to",
            open=Q(action__in=NormativeDocument.ISSUING, conclusion=""),
            notice=90,
            # Whatever was repealed ends on its last day, and nothing is left to do.
            memory=0,
        ),
    )
    copied = ("action", "drafter", "office")

    @classmethod
    def missing(cls, record):
        """What the act needs: a repealed document was not reviewed again, a cleanup issues nothing."""
        needed = NEEDED.get(record.action, ())
        return tuple(
            name for name in needed if getattr(record, cls.model._meta.get_field(name).attname) in (None, "")
        )


@register
class VillageRuleBooks(Register):
    model = VillageRules
    slug = "village-rules"
    label = "村规民约"
    menu = "依法行政"
    order = 54
    unit = "份"
    intro = "一次制定或修订录一条，换下的旧版填停用日期；合法性审查在“合法性审查”里录，这里选上。"
    columns = ("date", "area", "action", "problems", "filed_on", "valid_to")
    fieldsets = (
        ("制定修订情况", ("area", "action", "date", "filed_on")),
        ("审查情况", ("legal_review", "problems")),
        ("其他", ("valid_to", "title", "office", "provider", "note")),
    )
    filters = ("action",)
    search = ("title", "note")
    totals = ("problems",)
    needed_for_approval = ("filed_on",)
    copied = ("action", "office")
