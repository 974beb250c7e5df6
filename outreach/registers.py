"""The registers of legal outreach."""

from township.records.register import LineSet, Register, register

from .forms import OutreachEventForm
from .models import (
    DemonstrationSite,
    FiveItem,
    MediaReport,
    OutreachEvent,
    OutreachMaterial,
    Team,
    TeamMember,
)


@register
class OutreachEvents(Register):
    model = OutreachEvent
    slug = "outreach-events"
    label = "普法活动"
    menu = "普法"
    order = 20
    unit = "场"
    intro = "一场活动录一条，选一个主“进”；几个村联合办的由牵头村录入，其他村选在“参与村”里。"
    form_class = OutreachEventForm
    columns = ("date", "title", "area", "setting", "attendance", "consultations")
    fieldsets = (
        ("活动情况", ("date", "area", "title", "setting", "attendance", "place")),
        (
            "更多内容",
            ("villages", "other_settings", "topics", "forms", "laws", "part", "organiser", "office"),
        ),
        (
            "宣传效果",
            ("consultations", "banners", "boards", "vehicles", "staff", "online_reads", "approximate"),
        ),
        ("其他", ("provider", "note")),
    )
    filters = ("setting", "forms", "topics", "part")
    search = ("title", "place", "organiser", "note")
    totals = ("attendance", "consultations")
    lines = (
        LineSet(OutreachMaterial, ("kind", "quantity", "unit"), "发放资料"),
        LineSet(
            MediaReport, ("headline", "outlet", "rank", "published_on", "link"), "信息报道", extra_rows=0
        ),
    )
    alike = ("setting",)
    copied = ("title", "setting", "place", "forms", "topics", "laws", "organiser", "office")


@register
class Teams(Register):
    model = Team
    slug = "teams"
    label = "普法队伍"
    menu = "普法"
    order = 22
    unit = "支"
    intro = "一支队伍录一条；队伍撤销时填撤销日期，不要删除。"
    columns = ("title", "kind", "area", "leader", "date", "valid_to")
    fieldsets = (
        ("队伍情况", ("title", "area", "kind", "time", "date", "leader")),
        (
            "更多内容",
            ("deputy", "villages_served", "document_number", "valid_to", "office", "provider", "note"),
        ),
    )
    filters = ("kind", "time")
    search = ("title", "document_number", "note")
    lines = (
        LineSet(TeamMember, ("person", "time", "joined_on", "left_on"), "成员", min_rows=1, extra_rows=3),
    )
    required = ("title",)
    needed_for_approval = ("leader",)
    copied = ("kind", "time", "office")


@register
class FiveItems(Register):
    model = FiveItem
    slug = "five-items"
    label = "“五有”落实"
    menu = "普法"
    order = 21
    unit = "项"
    intro = "每一“进”登记工作方案、宣传资料、责任书；宣传活动和工作台账由普法活动自动判定，不用登记。"
    village_entry = False
    columns = ("year", "setting", "responsible", "item", "presence", "date")
    fieldsets = (
        ("落实情况", ("year", "setting", "responsible", "item", "presence", "date")),
        ("更多内容", ("area", "handler", "provider", "note")),
    )
    filters = ("year", "setting", "item", "presence")
    copied = ("year", "setting", "responsible", "area")


@register
class DemonstrationSites(Register):
    model = DemonstrationSite
    slug = "demonstration-sites"
    label = "法治创建"
    menu = "普法"
    order = 24
    unit = "个"
    intro = "示范村（社区）、示范户和法治阵地，从申报到命名、复核都在同一条里更新。"
    columns = ("title", "area", "programme", "rank", "stage", "named_on")
    fieldsets = (
        ("创建情况", ("title", "area", "programme", "rank", "stage", "date")),
        (
            "命名与复核",
            (
                "named_on",
                "document_number",
                "named_by",
                "reviewed_on",
                "valid_to",
                "responsible",
                "office",
                "provider",
                "note",
            ),
        ),
    )
    filters = ("programme", "rank", "stage")
    search = ("title", "document_number", "named_by")
    required = ("title",)
    copied = ("programme", "rank", "stage")
