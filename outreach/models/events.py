"""Outreach events (普法活动), what was handed out at them, and what was reported of them."""

from django.db import models

from township.people.models import Area
from township.records.fields import CountField, MultiChoiceField, WebAddressField
from township.records.models import Law, Line, Record, SchemeMember, Topic
from township.records.models.record import date_field, in_order, title_field

from .materials import MaterialKind


class OutreachEvent(Record):
    """One outreach event (普法活动): one record with one main 进, whoever takes part.

    A joint event of several villages is led by `area` and names the others in `villages`: it counts once
    for the township and once in each village's own view.
    """

    JOINT_FIELD = "villages"
    PAST_DATES = ("ended_on",)

    class Form(models.TextChoices):
        STALL = "stall", "设点宣传"
        LECTURE = "lecture", "法治讲座"
        TALK = "talk", "法治宣讲"
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
    ended_on = models.DateField(
        "结束日期",
        null=True,
        blank=True,
        help_text="在同一地点连办几天的填最后一天，算一场；在几个村各办一天的，每个村录一场。",
    )
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
        constraints = [
            in_order("outreach_event_ends_after_start", "date", "ended_on", "结束日期不能早于活动日期。")
        ]

    def default_title(self):
        return f"{self.date.month}月{self.date.day}日{self.area.name}法律{self.setting.name}活动"


class MaterialManager(models.Manager):
    """Rows are read together with their kinds, which every page, workbook and history names."""

    def get_queryset(self):
        return super().get_queryset().select_related("kind")


class OutreachMaterial(Line):
    """Materials of one kind handed out at one event (发放资料)."""

    class Unit(models.TextChoices):
        COPY = "份", "份"
        VOLUME = "册", "册"
        BOOK = "本", "本"
        SHEET = "张", "张"
        PIECE = "件", "件"

    record = models.ForeignKey(OutreachEvent, models.CASCADE, related_name="materials")
    kind = models.ForeignKey(
        MaterialKind,
        models.PROTECT,
        to_field="key",
        db_column="kind",
        default="leaflet",
        related_name="+",
        verbose_name="品种",
    )
    quantity = CountField("数量", required=True)
    unit = models.CharField("单位", max_length=4, choices=Unit.choices, default=Unit.COPY)

    objects = MaterialManager()

    class Meta(Line.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "发放资料"

    def __str__(self):
        return f"{self.kind}{self.quantity}{self.unit}"


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
