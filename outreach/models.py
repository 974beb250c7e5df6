"""Legal outreach (普法): events, teams and their members, the five items (五有), demonstration sites."""

from django.db import models
from django.db.models import Q

from township.people.models import Area, Office, Person
from township.records.fields import CountField, MultiChoiceField, WebAddressField, YearField
from township.records.models import Law, Line, Record, SchemeMember, Topic
from township.records.models.record import FieldRule, date_field, in_order, needed_when, title_field


class OutreachEvent(Record):
    """One outreach event (普法活动): one record with one main 进, whoever takes part.

    A joint event of several villages is led by `area` and names the others in `villages`: it counts once
    for the township and once in each village's own view.
    """

    JOINT_FIELD = "villages"

    class Form(models.TextChoices):
        STALL = "stall", "设点宣传"
        LECTURE = "lecture", "法治讲座"
        YARD = "yard", "院坝会（屋场会）"
        VISIT = "visit", "入户走访"
        SHOW = "show", "文艺演出"
        FILM = "film", "法治电影"
        VEHICLE = "vehicle", "宣传车"
        BROADCAST = "broadcast", "村村响（广播）"
        QUIZ = "quiz", "知识竞赛"
        CASE = "case", "以案释法"
        CHECKUP = "checkup", "企业法治体检"
        ONLINE = "online", "线上"

    class Part(models.TextChoices):
        HOST = "host", "主办"
        COHOST = "cohost", "协办"

    date = date_field("活动日期")
    title = title_field("活动名称")
    setting = models.ForeignKey(
        SchemeMember,
        models.PROTECT,
        related_name="+",
        verbose_name="法律进（主）",
        help_text="只有主进计入分项次数。",
    )
    other_settings = models.ManyToManyField(
        SchemeMember,
        blank=True,
        related_name="+",
        verbose_name="法律进（兼）",
        help_text="单列“兼顾”，不进合计。",
    )
    attendance = CountField("参加群众（人次）", required=True)
    villages = models.ManyToManyField(
        Area,
        blank=True,
        related_name="+",
        verbose_name="参与村",
        help_text="几个村联合办的，除牵头村外都选上。",
    )
    topics = models.ManyToManyField(
        Topic, blank=True, related_name="+", verbose_name="节点、主题", limit_choices_to={"use": "outreach"}
    )
    forms = MultiChoiceField("活动形式", choices=Form.choices)
    part = models.CharField("本镇", max_length=8, choices=Part.choices, default=Part.HOST)
    organiser = models.CharField("主办、协办单位", max_length=100, blank=True)
    laws = models.ManyToManyField(Law, blank=True, related_name="+", verbose_name="宣传内容（法律）")
    consultations = CountField("现场咨询（人次）")
    banners = CountField("横幅（条）")
    boards = CountField("展板（块）")
    vehicles = CountField("宣传车（台次）")
    staff = CountField("出动工作人员（人）")
    online_reads = CountField("线上阅读（次）", help_text="不与参加人次相加。", ceiling=100_000_000)
    place = models.CharField("地点", max_length=60, blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "普法活动"

    def default_title(self):
        return f"{self.date.month}月{self.date.day}日{self.area.name}法律{self.setting.name}活动"


class OutreachMaterial(Line):
    """Materials of one kind handed out at one event (发放资料)."""

    class Kind(models.TextChoices):
        LEAFLET = "leaflet", "宣传资料"
        HANDBOOK = "handbook", "宣传手册"
        READER = "reader", "法治读本"
        POSTER = "poster", "海报"
        GIFT = "gift", "宣传品"

    class Unit(models.TextChoices):
        COPY = "份", "份"
        VOLUME = "册", "册"
        BOOK = "本", "本"
        SHEET = "张", "张"
        PIECE = "件", "件"

    record = models.ForeignKey(OutreachEvent, models.CASCADE, related_name="materials")
    kind = models.CharField("品种", max_length=10, choices=Kind.choices, default=Kind.LEAFLET)
    quantity = CountField("数量", required=True)
    unit = models.CharField("单位", max_length=4, choices=Unit.choices, default=Unit.COPY)

    class Meta(Line.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "发放资料"

    def __str__(self):
        return f"{self.get_kind_display()}{self.quantity}{self.unit}"


class MediaReport(Line):
    """A news item about an event (信息报道)."""

    class Rank(models.TextChoices):
        TOWNSHIP = "township", "镇"
        COUNTY = "county", "县"
        CITY = "city", "市"
        PROVINCE = "province", "省"
        NATION = "nation", "国家"

    record = models.ForeignKey(OutreachEvent, models.CASCADE, related_name="reports")
    headline = models.CharField("标题", max_length=100)
    outlet = models.CharField("媒体", max_length=40, blank=True)
    rank = models.CharField("级别", max_length=10, choices=Rank.choices, default=Rank.COUNTY)
    published_on = models.DateField("日期", null=True, blank=True)
    link = WebAddressField("链接", blank=True)

    class Meta(Line.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "信息报道"

    def __str__(self):
        return self.headline


class Team(Record):
    """An outreach team (普法队伍); exists from `date` until `valid_to` and is closed, never overwritten."""

    class Kind(models.TextChoices):
        OUTREACH = "outreach", "法治宣传队"
        LECTURERS = "lecturers", "普法讲师团"
        SERVICE = "service", "法律服务小分队"
        VOLUNTEERS = "volunteers", "普法志愿队"
        VICE_PRINCIPALS = "vice_principals", "法治副校长"
        MEDIATORS = "mediators", "调解员队伍"
        COUNSEL = "counsel", "村（社区）法律顾问"
        OTHER = "other", "其他"

    class Time(models.TextChoices):
        FULL = "full", "专职"
        PART = "part", "兼职"
        BOTH = "both", "专兼职"

    date = date_field("组建日期")
    title = title_field("队伍名称")
    kind = models.CharField("类别", max_length=16, choices=Kind.choices)
    time = models.CharField("专兼职", max_length=6, choices=Time.choices, default=Time.BOTH)
    valid_to = models.DateField("撤销日期", null=True, blank=True)
    leader = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="队长"
    )
    deputy = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="副队长（法律顾问）"
    )
    villages_served = models.ManyToManyField(Area, blank=True, related_name="+", verbose_name="服务村")
    document_number = models.CharField("组建文件文号", max_length=40, blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "普法队伍"
        constraints = [
            in_order("team_closes_after_founding", "date", "valid_to", "撤销日期不能早于组建日期。")
        ]


class TeamMember(Line):
    """A member's time in a team; persons of two teams count once as 人."""

    record = models.ForeignKey(Team, models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="姓名")
    time = models.CharField("专兼职", max_length=6, choices=Team.Time.choices[:2], default=Team.Time.PART)
    joined_on = models.DateField("加入日期", null=True, blank=True)
    left_on = models.DateField("退出日期", null=True, blank=True)

    class Meta(Line.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "成员"
        constraints = [
            in_order("team_member_leaves_after_joining", "joined_on", "left_on", "退出日期不能早于加入日期。")
        ]

    def __str__(self):
        return str(self.person)


class FiveItem(Record):
    """Whether one of the five things (五有) is in place for one 进 at one responsible unit in one year.

    宣传活动 and 工作台账 are told by the outreach events themselves; they are entered only where they do not
    apply, as 进医院 in a township without a hospital.
    """

    class Item(models.TextChoices):
        PLAN = "plan", "工作方案"
        MATERIALS = "materials", "宣传资料"
        EVENTS = "events", "宣传活动"
        LEDGER = "ledger", "工作台账"
        LETTER = "letter", "责任书"

    class Presence(models.TextChoices):
        PRESENT = "present", "已有"
        ABSENT = "absent", "没有"
        NOT_APPLICABLE = "na", "不适用"

    date = date_field("形成日期")
    year = YearField("年度")
    setting = models.ForeignKey(SchemeMember, models.PROTECT, related_name="+", verbose_name="法律进")
    responsible = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name="责任单位")
    item = models.CharField("项目", max_length=12, choices=Item.choices)
    presence = models.CharField("状态", max_length=8, choices=Presence.choices)
    handler = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="经办人"
    )

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "“五有”落实"
        constraints = [
            models.UniqueConstraint(
                fields=["year", "setting", "responsible", "item"],
                condition=~Q(state="voided"),
                name="five_item_once_a_year",
                violation_error_message="这一年这个单位的这一项已经登记过，请打开原来的记录修改。",
            ),
            FieldRule(
                condition=~Q(item__in=["events", "ledger"]) | Q(presence="na"),
                name="five_item_not_told_by_events",
                field="item",
                message="宣传活动、工作台账由普法活动自动判定，不用登记；确实没有的，状态选“不适用”。",
            ),
        ]

    def default_title(self):
        return f"{self.year}年法律{self.setting.name}{self.get_item_display()}"


class DemonstrationSite(Record):
    """A place or household named, or being built up, as a rule-of-law example (法治创建).

    It exists from `named_on` until `valid_to`: a site that loses its name is closed by a date, so that the
    figures of earlier years stay what they were.
    """

    PAST_DATES = ("named_on", "reviewed_on")

    class Programme(models.TextChoices):
        VILLAGE = "village", "民主法治示范村（社区）"
        TOWNSHIP = "township", "法治示范乡镇"
        HOUSEHOLD = "household", "学法用法示范户"
        VENUE = "venue", "法治文化阵地"
        OTHER = "other", "其他"

    class Rank(models.TextChoices):
        NATION = "nation", "国家"
        PROVINCE = "province", "省"
        CITY = "city", "市"
        COUNTY = "county", "县"

    class Stage(models.TextChoices):
        APPLIED = "applied", "申报"
        BUILDING = "building", "创建中"
        NAMED = "named", "已命名"
        KEPT = "kept", "复核保留"
        MENDING = "mending", "限期整改"
        REVOKED = "revoked", "撤销"
        CANCELLED = "cancelled", "注销"

    date = date_field("申报日期")
    title = title_field("创建对象")
    programme = models.CharField("项目", max_length=12, choices=Programme.choices)
    rank = models.CharField("级别", max_length=10, choices=Rank.choices)
    stage = models.CharField("创建状态", max_length=10, choices=Stage.choices)
    named_on = models.DateField("命名日期", null=True, blank=True)
    valid_to = models.DateField("撤销（注销）日期", null=True, blank=True)
    document_number = models.CharField("命名文号", max_length=40, blank=True)
    named_by = models.CharField("命名单位", max_length=40, blank=True)
    reviewed_on = models.DateField("最近复核日期", null=True, blank=True)
    responsible = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="责任人"
    )

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "法治创建"
        constraints = [
            needed_when(
                "site_named_with_date",
                "named_on",
                Q(stage__in=["named", "kept"]),
                "已命名的请填写命名日期。",
            ),
            needed_when(
                "site_ended_with_date",
                "valid_to",
                Q(stage__in=["revoked", "cancelled"]),
                "撤销或注销的请填写撤销日期。",
            ),
            in_order("site_named_after_applying", "date", "named_on", "命名日期不能早于申报日期。"),
            in_order("site_ends_after_naming", "named_on", "valid_to", "撤销日期不能早于命名日期。"),
            in_order("site_reviewed_after_naming", "named_on", "reviewed_on", "复核日期不能早于命名日期。"),
        ]
