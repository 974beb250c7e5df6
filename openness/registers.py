"""The registers of openness: villages' notices, the township's disclosures and requests for information."""

from django.db.models import Q

from township.records.deadlines import Deadline
from township.records.register import Register, register

from .forms import DisclosureForm, VillageNoticeForm
from .models import Disclosure, DisclosureRequest, VillageNotice
from .models.request import TERM as REQUEST_TERM


@register
class VillageNotices(Register):
    model = VillageNotice
    slug = "village-notices"
    label = "三务公开"
    menu = "公开"
    order = 40
    unit = "次"
    intro = "村（社区）党务、村（居）务、财务每公开一次录一条；一次公开几项内容的填条数。"
    form_class = VillageNoticeForm
    month_field = "period_start"
    columns = ("period_start", "area", "category", "date", "items", "forms", "late")
    fieldsets = (
        ("公开情况", ("area", "category", "span", "period_start", "date", "forms", "supervisor")),
        ("公开内容", ("matters", "items", "title", "shown_until", "link")),
        ("群众异议", ("objection", "objection_text", "replied_on")),
        ("其他", ("office", "provider", "external_ref", "note")),
    )
    filters = ("category", "span", "late", "forms", "objection")
    search = ("title", "objection_text", "note")
    totals = ("items",)
    synonyms = {
        "date": ("公开时间", "公布日期", "上墙日期"),
        "category": ("类别", "公开类型", "公开种类"),
        "period_start": ("所属月份", "月份", "公开月份", "所属期间"),
        "items": ("公开条数", "条数", "公开数量"),
        "forms": ("形式", "公开方式"),
    }
    copied = ("category", "span", "forms", "matters", "supervisor", "office")


@register
class Disclosures(Register):
    model = Disclosure
    slug = "disclosures"
    label = "政务公开"
    menu = "公开"
    order = 41
    unit = "条"
    intro = "镇里主动公开的信息一条录一条，发几个渠道都是一条；村里张贴的录在“三务公开”。"
    form_class = DisclosureForm
    village_entry = False
    second_person = True
    columns = ("date", "title", "column", "channels", "normative", "cleared_by", "cleared_on")
    fieldsets = (
        ("公开情况", ("title", "column", "channels", "date", "area", "link")),
        ("保密审查", ("cleared_by", "cleared_on")),
        ("更多内容", ("made_on", "index_number", "normative", "office", "provider", "external_ref", "note")),
    )
    filters = ("column", "channels", "normative")
    search = ("title", "index_number", "note")
    required = ("title",)
    needed_for_approval = ("cleared_by", "cleared_on", "link")
    copied = ("column", "channels", "cleared_by", "office")

    @classmethod
    def missing(cls, record):
        """A board on the wall has no address."""
        return tuple(name for name in super().missing(record) if name != "link" or record.is_online)

    @classmethod
    def queryset_for_list(cls, queryset):
        return queryset.for_list().select_related("cleared_by")


@register
class DisclosureRequests(Register):
    model = DisclosureRequest
    slug = "disclosure-requests"
    label = "依申请公开"
    menu = "公开"
    order = 42
    unit = "件"
    intro = "收到一件申请录一条，答复期限按工作日自动算出；选项与政府信息公开年报一致。"
    village_entry = False
    internal = True
    columns = ("date", "title", "applicant", "due_on", "answered_on", "result")
    fieldsets = (
        ("申请情况", ("date", "title", "applicant", "area", "external_ref")),
        ("答复情况", ("answered_on", "result", "extension")),
        ("复议、诉讼", ("remedy", "remedy_result")),
        ("其他", ("office", "provider", "note")),
    )
    derived = ("due_on",)
    filters = ("applicant", "result", "remedy")
    search = ("title", "external_ref", "note")
    required = ("title",)
    needed_for_approval = ("answered_on", "result")
    deadlines = (Deadline("答复申请人", since="due_on", open=Q(answered_on=None), basis=REQUEST_TERM.basis),)
    copied = ("office",)
