"""What is built up: the five items (五有), demonstration sites (法治创建), places of legal culture (法治阵地)."""

from django.db import models
from django.db.models import F, Q

from township.people.models import Office, Person
from township.records.fields import AmountField, YearField
from township.records.models import Record, SchemeMember
from township.records.models.record import FieldRule, date_field, in_order, needed_when, title_field


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

    ON_THE_WAY = (Stage.APPLIED, Stage.BUILDING)

    class Conclusion(models.TextChoices):
        """What a review (复核) ends with, in the words of the county's own lists."""

        KEPT = "kept", "保留"
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
    conclusion = models.CharField("复核结论", max_length=10, choices=Conclusion.choices, blank=True)
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
            needed_when(
                "site_conclusion_with_date",
                "reviewed_on",
                ~Q(conclusion=""),
                "有复核结论的请填写最近复核日期。",
            ),
            FieldRule(
                condition=~Q(conclusion__in=["revoked", "cancelled"]) | Q(stage=F("conclusion")),
                name="site_lost_by_review_has_lost_its_name",
                field="stage",
                message="复核结论是撤销或注销的，创建状态请选同样的一项。",
            ),
        ]


class LegalCulturePlace(Record):
    """A place that shows the law to whoever passes by (法治阵地): one record a place, whoever named it.

    It exists from `date` until `valid_to`; whether a higher level has named it is told by 法治创建.
    """

    PAST_DATES = ("valid_to",)

    class Kind(models.TextChoices):
        PARK = "park", "法治公园（广场）"
        CORRIDOR = "corridor", "法治长廊"
        READING_ROOM = "reading_room", "法治书屋"
        BOARD = "board", "法治宣传栏"
        OTHER = "other", "其他"

    class Standing(models.TextChoices):
        IN_USE = "in_use", "在用"
        UNDER_REPAIR = "under_repair", "维修中"
        CLOSED = "closed", "停用"

    date = date_field("建成日期")
    title = title_field("阵地名称")
    kind = models.CharField("阵地类别", max_length=14, choices=Kind.choices)
    standing = models.CharField("使用状态", max_length=14, choices=Standing.choices, default=Standing.IN_USE)
    valid_to = models.DateField("停用日期", null=True, blank=True)
    place = models.CharField("地点", max_length=60, blank=True)
    invested = AmountField("建设投入（元）")
    responsible = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="管理责任人"
    )

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "法治阵地"
        constraints = [
            in_order("culture_place_closes_after_opening", "date", "valid_to", "停用日期不能早于建成日期。"),
            needed_when(
                "culture_place_closed_with_date", "valid_to", Q(standing="closed"), "停用的请填写停用日期。"
            ),
            FieldRule(
                condition=Q(valid_to=None) | Q(standing="closed"),
                name="culture_place_with_end_is_closed",
                field="standing",
                message="填了停用日期的，使用状态请选“停用”。",
            ),
        ]
