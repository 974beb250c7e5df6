"""The registers of openness: villages' notices, the township's disclosures and requests for information."""

from django.db.models import Q

from township.records.deadlines import Deadline
from township.records.register import LineSet, Panel, Printing, Register, register

from .forms import DisclosureForm, NoticeObjectionForm, VillageNoticeForm
from .models import (
    Disclosure,
    DisclosureRequest,
    NoticeItem,
    NoticeObjection,
    RequestRemedy,
    VillageNotice,
)
from .models.disclosure import UNPUBLISHED
from .models.notice import DAYS_TO_ANSWER
from .models.request import TERM as REQUEST_TERM
from .panels import notice_panel, request_panel, website_panel


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
        ("公开事项", ("subjects", "items", "title", "supervised_on", "shown_until", "link")),
        ("其他", ("office", "provider", "external_ref", "note")),
    )
    lines = (LineSet(NoticeItem, ("matter", "name", "text", "amount"), "公开内容（打印张贴稿用）"),)
    derived = ("days_late",)
    filters = ("category", "span", "late", "forms")
    search = ("title", "note")
    totals = ("items",)
    printings = (
        Printing("张贴稿（A4）", "openness:posters"),
        Printing("张贴稿（A3）", "openness:large_posters"),
    )
    synonyms = {
        "date": ("公开时间", "公布日期", "上墙日期"),
        "category": ("类别", "公开类型", "公开种类"),
        "period_start": ("所属月份", "月份", "公开月份", "所属期间"),
        "items": ("公开条数", "条数", "公开数量"),
        "forms": ("形式", "公开方式"),
    }
    copied = ("category", "span", "forms", "subjects", "supervisor", "office")

    @classmethod
    def complete(cls, record):
        """What the board says in detail is ticked too, and counts."""
        contents = list(record.contents.all())
        record.subjects.add(*(item.matter_id for item in contents if item.matter_id))
        if record.items is None:
            others = sum(item.matter_id is None for item in contents)
            record.items = record.subjects.count() + others or None
            VillageNotice.objects.filter(pk=record.pk).update(items=record.items)

    @classmethod
    def detail_panels(cls, record, *, gate):
        return (Panel("openness/_notice.html", notice_panel(record, gate)),)


@register
class NoticeObjections(Register):
    model = NoticeObjection
    slug = "notice-objections"
    concluded = "answered_on"
    label = "三务公开异议"
    menu = "公开"
    order = 41
    unit = "件"
    intro = "群众对三务公开有疑问的，一件录一条；提出人可以匿名，填了也加密保存，只有有权限的人看得到。"
    internal = True
    nil_returns = False
    form_class = NoticeObjectionForm
    columns = ("date", "area", "notice", "due_on", "answered_on")
    fieldsets = (
        ("异议情况", ("date", "area", "notice", "question", "raised_by")),
        ("答复情况", ("answered_on", "answer")),
        ("其他", ("title", "office", "provider", "note")),
    )
    derived = ("due_on",)
    search = ("title", "question", "answer", "note")
    needed_for_approval = ("answered_on", "answer")
    deadlines = (Deadline("答复群众异议", since="date", days=DAYS_TO_ANSWER, open=Q(answered_on=None)),)

    @classmethod
    def queryset_for_list(cls, queryset):
        return queryset.for_list().select_related("notice__area")


@register
class Disclosures(Register):
    model = Disclosure
    slug = "disclosures"
    label = "政务公开"
    menu = "公开"
    order = 42
    unit = "条"
    intro = "镇里主动公开的信息一条录一条，发几个渠道都是一条；村里张贴的录在“三务公开”。"
    form_class = DisclosureForm
    village_entry = False
    second_person = True
    columns = ("date", "title", "column", "channels", "timeliness", "cleared_by", "cleared_on")
    fieldsets = (
        ("公开情况", ("title", "column", "channels", "made_on", "date", "area", "link")),
        ("保密审查", ("cleared_by", "cleared_on")),
        ("公开内容", ("summary", "text")),
        (
            "目录信息",
            (
                "index_number",
                "subject",
                "issuer",
                "document_number",
                "signed_on",
                "validity",
                "scope",
                "term",
                "shown_until",
                "normative",
            ),
        ),
        ("其他", ("office", "provider", "external_ref", "note")),
    )
    derived = ("publish_by", "timeliness")
    filters = ("column", "channels", "normative", "validity")
    search = ("title", "index_number", "document_number", "summary", "note")
    required = ("title",)
    needed_for_approval = ("cleared_by", "cleared_on", "link")
    deadlines = (
        Deadline(
            "公开并登记网址",
            since="publish_by",
            open=UNPUBLISHED,
            basis="《政府信息公开条例》第二十六条",
        ),
    )
    copied = ("column", "channels", "cleared_by", "office")

    @classmethod
    def missing(cls, record):
        """A board on the wall has no address."""
        return tuple(name for name in super().missing(record) if name != "link" or record.is_online)

    @classmethod
    def queryset_for_list(cls, queryset):
        return queryset.for_list().select_related("cleared_by")

    @classmethod
    def detail_panels(cls, record, *, gate):
        return (Panel("openness/_website.html", website_panel(record, gate)),)


@register
class DisclosureRequests(Register):
    model = DisclosureRequest
    slug = "disclosure-requests"
    label = "依申请公开"
    menu = "公开"
    order = 43
    unit = "件"
    intro = "收到一件申请录一条，答复期限按工作日自动算出；选项与政府信息公开年报一致。"
    village_entry = False
    internal = True
    columns = ("date", "title", "applicant", "due_on", "answered_on", "result")
    fieldsets = (
        ("申请情况", ("date", "title", "applicant", "area", "way", "receipt_given_on", "external_ref")),
        (
            "补正和征求意见",
            ("correction_asked_on", "corrected_on", "consulted_on", "consulted_until"),
        ),
        ("答复情况", ("answered_on", "result", "extension", "extension_told_on")),
        ("其他", ("office", "provider", "note")),
    )
    lines = (
        LineSet(RequestRemedy, ("kind", "begun_on", "concluded_on", "result"), "复议、诉讼", extra_rows=0),
    )
    derived = ("due_on",)
    filters = ("applicant", "result", "way")
    search = ("title", "external_ref", "note")
    required = ("title",)
    needed_for_approval = ("answered_on", "result")
    deadlines = (Deadline("答复申请人", since="due_on", open=Q(answered_on=None), basis=REQUEST_TERM.basis),)
    copied = ("office",)

    @classmethod
    def detail_panels(cls, record, *, gate):
        return (Panel("openness/_clock.html", request_panel(record)),)
