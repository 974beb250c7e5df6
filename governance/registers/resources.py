"""The registers of money, lists of matters, and services by the month."""

from township.records.register import Register, register

from ..models import LegalBudget, MatterList, ServiceMonth


@register
class LegalBudgets(Register):
    model = LegalBudget
    slug = "legal-budgets"
    label = "法治经费"
    menu = "依法行政"
    order = 63
    unit = "项"
    intro = "一个项目录一条，金额一律填元；同一笔钱的预算和支出只录一次。"
    village_entry = False
    columns = ("date", "title", "purpose", "origin", "amount", "year")
    fieldsets = (
        ("经费情况", ("title", "purpose", "amount", "origin", "date", "area")),
        ("其他", ("year", "office", "approximate", "provider", "note")),
    )
    filters = ("year", "purpose", "origin")
    search = ("title", "note")
    totals = ("amount",)
    required = ("title",)
    copied = ("purpose", "origin", "office")


@register
class MatterLists(Register):
    model = MatterList
    slug = "matter-lists"
    label = "事项清单"
    menu = "依法行政"
    order = 64
    unit = "份"
    intro = "权责清单、履职事项清单等，一版录一条；换了新清单，在旧清单上填停用日期。"
    village_entry = False
    columns = ("date", "title", "kind", "year", "matters", "added", "removed", "valid_to")
    fieldsets = (
        ("清单情况", ("title", "kind", "date", "matters", "year", "area")),
        ("变化", ("added", "removed", "valid_to")),
        ("其他", ("office", "provider", "note")),
    )
    filters = ("year", "kind")
    search = ("title", "note")
    required = ("title",)
    copied = ("title", "kind", "office")


@register
class ServiceMonths(Register):
    model = ServiceMonth
    slug = "service-months"
    label = "政务服务办件"
    menu = "依法行政"
    order = 65
    unit = "条"
    intro = "行政许可和政务服务每月各录一条。"
    village_entry = False
    columns = ("date", "kind", "received", "finished", "online", "self_service")
    fieldsets = (
        ("办件情况", ("date", "kind", "received", "finished", "online", "self_service")),
        ("其他", ("area", "office", "approximate", "provider", "note")),
    )
    filters = ("kind",)
    search = ("title", "note")
    totals = ("received", "finished", "online", "self_service")
    copied = ("kind", "office")
