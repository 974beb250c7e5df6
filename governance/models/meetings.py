"""Meetings about the law, with their agendas, and the standing bodies that lead the work."""

from django.db import models

from township.people.models import Office, Person
from township.records.fields import CountField
from township.records.models import Line, Record
from township.records.models.record import date_field, in_order, title_field


class Meeting(Record):
    """One meeting that dealt with matters of law (法治建设会议), with what was on its agenda.

    A party committee meeting with one legal matter has studied the law once; it is a 专题会议 only when
    the whole meeting was about it.
    """

    class Kind(models.TextChoices):
        PARTY_COMMITTEE = "party_committee", "党委会议"
        JOINT_SESSION = "joint_session", "党政联席会议"
        OFFICE_MEETING = "office_meeting", "镇长办公会议"
        LEADING_GROUP = "leading_group", "依法治镇领导小组（委员会）会议"
        LIAISON = "liaison", "联席会议"
        DEDICATED = "dedicated", "法治专题会议"
        PROGRESS = "progress", "工作推进会"
        COORDINATION = "coordination", "部门协调会"

    date = date_field("日期")
    title = title_field("会议名称")
    kind = models.CharField("会议类别", max_length=16, choices=Kind.choices)
    chair = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="主持人")
    dedicated = models.BooleanField(
        "专题会议", default=False, help_text="整场只议法治才勾选；党委会里有一个法治议题的不勾选。"
    )
    present = CountField("出席人数")
    attendees = models.ManyToManyField(
        Person,
        blank=True,
        related_name="+",
        verbose_name="出席人员",
        help_text="从名册勾选，选填；出席人数不填就按勾选数。",
    )
    observers = CountField("列席人数")
    justice_office_present = models.BooleanField("司法所列席", default=False)
    counsel_present = models.BooleanField("法律顾问列席", default=False)
    preceded_by_study = models.BooleanField(
        "会前学法",
        default=False,
        help_text="这里只作标记，不会自动生成记录；会前学法请另在“学法活动”里录一条，才计入会前学法次数。",
    )
    minutes_number = models.CharField("纪要文号", max_length=40, blank=True)
    minutes_kept_at = models.CharField(
        "会议记录存放",
        max_length=60,
        blank=True,
        help_text="原件不外传的，写明存放处，例如 存党政办，编号××。",
    )

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "法治建设会议"


class AgendaItem(Line):
    """One matter of law on the agenda of a meeting, and what became of it (法治议题)."""

    class Kind(models.TextChoices):
        STUDY = "study", "传达学习"
        DEPLOYMENT = "deployment", "研究部署"
        BRIEFING = "briefing", "听取汇报"
        PROBLEM = "problem", "研究重点难点"
        REPORT = "report", "审议报告"
        DOCUMENT = "document", "审议文件"

    record = models.ForeignKey(Meeting, models.CASCADE, related_name="agenda")
    subject = models.CharField("议题", max_length=120)
    kind = models.CharField("类型", max_length=12, choices=Kind.choices, default=Kind.DEPLOYMENT)
    decision = models.CharField("决定事项", max_length=200, blank=True)
    responsible = models.ForeignKey(
        Office, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="责任部门"
    )
    due_on = models.DateField("期限", null=True, blank=True)
    progress = models.CharField("落实情况", max_length=200, blank=True)

    class Meta(Line.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "法治议题"

    def __str__(self):
        return self.subject


class LeadingGroup(Record):
    """A standing body that leads the work (领导小组); changed by 调整, not founded anew every year."""

    PAST_DATES = ("adjusted_on",)

    date = date_field("成立日期")
    title = title_field("机构名称")
    document_number = models.CharField("文号", max_length=40, blank=True)
    adjusted_on = models.DateField(
        "最近调整日期", null=True, blank=True, help_text="人员变动发“调整”文的，改这里，不要另建一条。"
    )
    head = models.ForeignKey(
        Person,
        models.PROTECT,
        related_name="+",
        verbose_name="组长及职务",
        help_text="例如 张三（镇党委书记）。",
    )
    deputies = models.ManyToManyField(Person, blank=True, related_name="+", verbose_name="副组长")
    seat = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name="办公室设在")
    director = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="办公室主任"
    )
    liaison = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="联络员"
    )
    tasks = models.TextField("职责", blank=True)
    valid_to = models.DateField("撤销日期", null=True, blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "领导小组"
        constraints = [
            in_order(
                "leading_group_adjusted_after_founding",
                "date",
                "adjusted_on",
                "最近调整日期不能早于成立日期。",
            ),
            in_order("leading_group_closes_after_founding", "date", "valid_to", "撤销日期不能早于成立日期。"),
        ]

    def get_head_display(self):
        return self.head.choice_label


class LeadingGroupMember(Line):
    """A member's time in a leading group; the post is the roster's, the part played is the group's."""

    class Part(models.TextChoices):
        HEAD = "head", "组长"
        DEPUTY = "deputy", "副组长"
        MEMBER = "member", "成员"

    record = models.ForeignKey(LeadingGroup, models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="姓名及职务")
    part = models.CharField("组内职务", max_length=8, choices=Part.choices, default=Part.MEMBER)
    joined_on = models.DateField("开始日期", null=True, blank=True)
    left_on = models.DateField("结束日期", null=True, blank=True)

    class Meta(Line.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "成员"
        constraints = [
            in_order(
                "leading_group_member_leaves_after_joining",
                "joined_on",
                "left_on",
                "结束日期不能早于开始日期。",
            )
        ]

    def __str__(self):
        return str(self.person)

    def get_person_display(self):
        return self.person.choice_label
