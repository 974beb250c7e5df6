"""The registers of legal outreach."""

from township.records.register import LineSet, Register, register

from .forms import OutreachEventForm
from .legal_aware import short_villages_panel
from .models import (
    CounselVisit,
    DemonstrationSite,
    FiveItem,
    LegalAwarePerson,
    LegalCulturePlace,
    MediaReport,
    OutreachEvent,
    OutreachMaterial,
    PublishedItem,
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
            (
                "ended_on",
                "villages",
                "other_settings",
                "topics",
                "forms",
                "laws",
                "part",
                "organiser",
                "office",
            ),
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
    synonyms = {
        "title": ("活动主题", "宣传主题", "宣传内容"),
        "setting": ("法律进", "法律七进", "七进", "七进类别", "法律几进", "主进"),
        "attendance": (
            "参加人数",
            "参与人数",
            "参加人次",
            "受教育人数",
            "受教育群众",
            "参与群众",
            "人次",
            "人数",
        ),
        "laws": ("宣传法律", "普法内容", "宣传法律法规", "学习法律"),
        "forms": ("形式", "宣传形式", "宣传方式"),
        "consultations": ("咨询人数", "咨询人次", "接受咨询", "解答咨询"),
        "materials": ("发放宣传资料", "宣传资料", "资料份数", "发放资料数", "宣传资料份数"),
    }
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
    carried_on = True
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
    synonyms = {"title": ("队伍", "名称"), "members": ("成员名单", "队员", "队员名单", "组成人员")}
    copied = ("kind", "time", "office")


@register
class LegalAwarePeople(Register):
    model = LegalAwarePerson
    slug = "legal-aware-people"
    label = "法律明白人"
    menu = "普法"
    order = 23
    unit = "名"
    intro = "一人录一条；不再担任的填退出日期，不要删除。普法队伍的成员另在“普法队伍”里录。"
    carried_on = True
    columns = ("title", "area", "identity", "certificate_number", "date", "standing")
    fieldsets = (
        ("基本情况", ("title", "area", "identity", "date", "certificate_number", "standing")),
        ("更多内容", ("valid_to", "last_trained_on", "gender", "born_in", "education", "provider", "note")),
    )
    filters = ("standing", "identity")
    search = ("title", "certificate_number", "note")
    needed_for_approval = ("certificate_number",)
    copied = ("identity",)

    @classmethod
    def list_panels(cls, *, gate):
        """Which villages have too few; an office sees its own records only and could not tell."""
        return () if gate.bound_office(cls) else (short_villages_panel(gate=gate),)


@register
class CounselVisits(Register):
    model = CounselVisit
    slug = "counsel-visits"
    label = "法律顾问服务"
    menu = "普法"
    order = 24
    unit = "次"
    intro = "村（社区）法律顾问到村值班、电话或线上服务一次录一条；镇里的合同、文件审查在“合法性审查”里录。"
    columns = ("date", "area", "counsel", "method", "matters", "served", "hours")
    fieldsets = (
        ("服务情况", ("date", "area", "counsel", "method", "matters", "served")),
        ("更多内容", ("hours", "summary", "event", "case_reference")),
        ("其他", ("office", "approximate", "provider", "note")),
    )
    filters = ("method", "matters")
    search = ("title", "counsel__name", "case_reference", "note")
    totals = ("served", "hours")
    copied = ("counsel", "method", "matters", "office")

    @classmethod
    def queryset_for_list(cls, queryset):
        return queryset.for_list().select_related("counsel__area")


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
    order = 25
    unit = "个"
    intro = "示范村（社区）、示范户和法治阵地，从申报到命名、复核都在同一条里更新。"
    carried_on = True
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
                "conclusion",
                "valid_to",
                "responsible",
                "office",
                "provider",
                "note",
            ),
        ),
    )
    filters = ("programme", "rank", "stage", "conclusion")
    search = ("title", "document_number", "named_by")
    required = ("title",)
    needed_for_approval = ("named_on",)
    copied = ("programme", "rank", "stage")

    @classmethod
    def missing(cls, record):
        """The day of naming, of what has been named."""
        return () if record.stage in record.ON_THE_WAY else super().missing(record)


@register
class LegalCulturePlaces(Register):
    model = LegalCulturePlace
    slug = "legal-culture-places"
    label = "法治阵地"
    menu = "普法"
    order = 26
    unit = "处"
    intro = "一处阵地录一条；停用的填停用日期，不要删除。上级命名的阵地另在“法治创建”里登记命名。"
    carried_on = True
    columns = ("title", "area", "kind", "date", "standing", "invested")
    fieldsets = (
        ("阵地情况", ("title", "area", "kind", "date", "place", "standing")),
        ("更多内容", ("valid_to", "invested", "responsible", "office", "provider", "note")),
    )
    filters = ("kind", "standing")
    search = ("title", "place", "note")
    totals = ("invested",)
    required = ("title",)
    copied = ("kind", "office")


@register
class PublishedItems(Register):
    model = PublishedItem
    slug = "published-items"
    label = "信息报送"
    menu = "普法"
    order = 27
    unit = "篇"
    intro = "一篇信息录一条，几家采用的每家录一条；某场普法活动的报道录在那场活动里，不在这里重复录。"
    carried_on = True
    columns = ("date", "title", "area", "outlet", "rank", "adopted_on")
    fieldsets = (
        ("报送情况", ("title", "date", "area", "outlet", "rank", "adopted_on")),
        ("更多内容", ("sent_to", "author", "link", "office", "provider", "note")),
    )
    filters = ("rank",)
    search = ("title", "outlet", "sent_to", "note")
    required = ("title",)
    copied = ("sent_to", "outlet", "rank", "author", "office")
