"""Those who bring the law to people: outreach teams with their members, and 法律明白人 of the villages."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from township.people.models import Area, Person
from township.records.fields import MonthField
from township.records.models import Line, Record
from township.records.models.record import FieldRule, date_field, in_order, needed_when, title_field


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


class LegalAwarePerson(Record):
    """One “法律明白人” of a village, from recognition (`date`) until `valid_to`.

    《乡村“法律明白人”培养工作规范（试行）》 asks for at least three in each administrative village. They are
    no members of the outreach teams and never counted among them.
    """

    PAST_DATES = ("last_trained_on", "valid_to")
    FEWEST_PER_VILLAGE = 3

    class Identity(models.TextChoices):
        CADRE = "cadre", "村干部"
        MEDIATOR = "mediator", "人民调解员"
        GRID = "grid", "网格员"
        ELDER = "elder", "“五老”"
        PARTY = "party", "党员"
        VETERAN = "veteran", "退役军人"
        OTHER = "other", "其他"

    class Gender(models.TextChoices):
        MALE = "male", "男"
        FEMALE = "female", "女"

    class Education(models.TextChoices):
        PRIMARY = "primary", "小学"
        JUNIOR = "junior", "初中"
        SENIOR = "senior", "高中（中专）"
        COLLEGE = "college", "大专"
        BACHELOR = "bachelor", "本科及以上"

    class Standing(models.TextChoices):
        SERVING = "serving", "在册"
        LEFT = "left", "退出"

    date = date_field("认定日期")
    # The record is called by the person's name, so unlike other titles it is never made up.
    title = models.CharField("姓名", max_length=30)
    identity = models.CharField("身份类别", max_length=10, choices=Identity.choices)
    standing = models.CharField("在册情况", max_length=8, choices=Standing.choices, default=Standing.SERVING)
    certificate_number = models.CharField("证书编号", max_length=40, blank=True)
    gender = models.CharField("性别", max_length=8, choices=Gender.choices, blank=True)
    born_in = MonthField("出生年月", null=True, blank=True)
    education = models.CharField("文化程度", max_length=10, choices=Education.choices, blank=True)
    last_trained_on = models.DateField("最近培训日期", null=True, blank=True)
    valid_to = models.DateField("退出日期", null=True, blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "法律明白人"
        constraints = [
            in_order("legal_aware_leaves_after_joining", "date", "valid_to", "退出日期不能早于认定日期。"),
            needed_when(
                "legal_aware_left_with_date", "valid_to", Q(standing="left"), "退出的请填写退出日期。"
            ),
            FieldRule(
                condition=Q(valid_to=None) | Q(standing="left"),
                name="legal_aware_with_end_has_left",
                field="standing",
                message="填了退出日期的，在册情况请选“退出”。",
            ),
            models.UniqueConstraint(
                fields=["area", "title"],
                condition=Q(standing="serving") & ~Q(state="voided"),
                name="legal_aware_once_per_village",
                violation_error_message="这个村（社区）已有同名的在册法律明白人；确是同名的两个人，请在姓名后注明，例如 张三（二组）。",
            ),
            models.UniqueConstraint(
                fields=["certificate_number"],
                condition=~Q(certificate_number="") & Q(standing="serving") & ~Q(state="voided"),
                name="legal_aware_certificate_once",
                violation_error_message="这个证书编号已有别的在册法律明白人在用，请核对。",
            ),
        ]

    def clean(self):
        super().clean()
        if self.area_id and not self.area.is_village:
            raise ValidationError({"area": "法律明白人登记在所在的村（社区），请选择具体的村（社区）。"})
