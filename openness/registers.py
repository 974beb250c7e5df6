"""The register of village notices."""

from township.records.register import Register, register

from .forms import VillageNoticeForm
from .models import VillageNotice


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
    copied = ("category", "span", "forms", "matters", "supervisor", "office")
