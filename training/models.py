"""Legal study of those who govern (学法): study sessions, examinations, and leaders' legal reports (年度述法)."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from township.people.models import Person
from township.records.fields import CountField, MultiChoiceField, QuantityField, YearField
from township.records.models import Law, Line, Record, Topic
from township.records.models.record import FieldRule, date_field, in_order, not_above, title_field

# Secretary of the party committee or head of the government; deputies and village secretaries are not.
PRINCIPAL_POST = re.compile(r"(?<!副)((党委|党工委|镇委|乡委)书记|镇长|乡长|街道办事处主任|街道办主任)")


class StudySession(Record):
    """One session of legal study (学法活动).

    A course of several days is one session. A session before a committee meeting is this one record; the
    meeting itself is a record of the meetings' register only when it has dealt with a matter of law.
    """

    class Kind(models.TextChoices):
        PARTY_COMMITTEE = "party_committee", "党委会会前学法"
        OFFICE_MEETING = "office_meeting", "镇长办公会（党政联席会）会前学法"
        CENTRAL_GROUP = "central_group", "党委理论学习中心组学法"
        FIRST_TOPIC = "first_topic", "“第一议题”学习"
        STAFF = "staff", "干部职工学法"
        BRANCH = "branch", "支部（主题党日）学法"
        LECTURE = "lecture", "法治讲座"
        COURSE = "course", "法治培训"
        PRINCIPAL_LECTURE = "principal_lecture", "主要负责人讲法治课"
        OFFICERS = "officers", "行政执法人员培训"
        MEDIATORS = "mediators", "人民调解员培训"
        GUIDES = "guides", "“法律明白人”培训"
        COURT = "court", "旁听庭审"
        ONLINE = "online", "线上学法"
        OTHER = "other", "其他"

    class Part(models.TextChoices):
        HOST = "host", "主办"
        ATTEND = "attend", "参加"

    class Audience(models.TextChoices):
        LEADERS = "leaders", "班子成员"
        STAFF = "staff", "机关干部"
        VILLAGE = "village", "村（社区）干部"
        OFFICERS = "officers", "执法人员"
        MEDIATORS = "mediators", "人民调解员"
        GUIDES = "guides", "“法律明白人”"
        TEACHERS = "teachers", "教师"
        ENTERPRISES = "enterprises", "企业经营管理人员"
        OTHER = "other", "其他"

    class Way(models.TextChoices):
        READING = "reading", "集中学习"
        DISCUSSION = "discussion", "专题研讨"
        CASES = "cases", "案例教学"
        ON_SITE = "on_site", "现场教学"
        VIDEO = "video", "视频教学"

    BEFORE_MEETING = (Kind.PARTY_COMMITTEE, Kind.OFFICE_MEETING)
    # A village has neither the bodies nor the leaders that these belong to.
    TOWNSHIP_ONLY = (*BEFORE_MEETING, Kind.CENTRAL_GROUP, Kind.PRINCIPAL_LECTURE)

    date = date_field("日期")
    ended_on = models.DateField(
        "结束日期", null=True, blank=True, help_text="几天的培训班填最后一天，算一期；当天结束的不填。"
    )
    title = title_field("学习主题")
    kind = models.CharField("学法形式", max_length=20, choices=Kind.choices)
    laws = models.ManyToManyField(
        Law,
        blank=True,
        related_name="+",
        verbose_name="学习内容（法律法规）",
        help_text="一次学几部法都选上，仍算一次。",
    )
    topics = models.ManyToManyField(
        Topic,
        blank=True,
        related_name="+",
        verbose_name="专题标签",
        limit_choices_to={"use": Topic.Use.STUDY},
    )
    meeting_name = models.CharField(
        "依附会议",
        max_length=60,
        blank=True,
        help_text="会前学法写明是哪一次会议，例如 2022年第3次党委会议。",
    )
    part = models.CharField(
        "主办或参加",
        max_length=8,
        choices=Part.choices,
        default=Part.HOST,
        help_text="县里统一组织的培训、视频会选“参加”，不计入举办次数。",
    )
    chair = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="主持人"
    )
    lecturer = models.CharField(
        "主讲人及职务", max_length=60, blank=True, help_text="例如 张三（镇党委书记）。"
    )
    invited = models.BooleanField("外请", default=False, help_text="律师、法官、党校教师等。")
    audience = MultiChoiceField("参加对象", choices=Audience.choices)
    ways = MultiChoiceField(
        "学习方式", choices=Way.choices, help_text="中心组学法里安排了研讨的，选上“专题研讨”，仍算一次。"
    )
    expected = CountField("应到人数")
    attendance = CountField(
        "实到人数", required=True, help_text="几天的培训按人头只计一次；分场签到的请分场录。"
    )
    attendees = models.ManyToManyField(
        Person,
        through="Attendance",
        blank=True,
        related_name="+",
        verbose_name="参会人员",
        help_text="从名册勾选，选填；勾了才能统计有多少人学过法（按人去重）。",
    )
    absences = models.CharField("未到及补学", max_length=200, blank=True)
    hours = QuantityField("学时", ceiling=200)
    place = models.CharField("地点", max_length=60, blank=True)
    planned = models.BooleanField("列入年度学法计划", default=False)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "学法活动"
        constraints = [
            in_order("study_session_ends_after_start", "date", "ended_on", "结束日期不能早于开始日期。"),
            not_above(
                "study_session_attendance_within_expected",
                "attendance",
                "expected",
                "实到人数不能多于应到人数；临时增加的人请一并计入应到。",
            ),
            FieldRule(
                condition=~Q(kind="principal_lecture", lecturer=""),
                name="principal_lecture_names_lecturer",
                field="lecturer",
                message="主要负责人讲法治课请填写主讲人及职务。",
            ),
        ]

    def clean(self):
        super().clean()
        if self.kind in self.TOWNSHIP_ONLY and self.area_id and self.area.is_village:
            raise ValidationError(
                {"kind": f"“{self.get_kind_display()}”是镇本级的学法形式，村（社区）请选别的形式。"}
            )
        if self.kind == self.Kind.PRINCIPAL_LECTURE and self.lecturer:
            self._check_principal()

    def _check_principal(self):
        if not PRINCIPAL_POST.search(self.lecturer):
            raise ValidationError(
                {
                    "lecturer": "主要负责人讲法治课须由党委书记或镇长主讲，请写明姓名和职务；其他人讲的请选“法治讲座”。"
                }
            )

    @property
    def before_meeting(self):
        """Whether it was held before a meeting, which then has to be named (会前学法)."""
        return self.kind in self.BEFORE_MEETING


class Attendance(Line):
    """That a person of the roster was at a session: what distinct persons (人) are counted from."""

    record = models.ForeignKey(StudySession, models.CASCADE, related_name="attendances")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="姓名")

    class Meta(Line.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "参会人员"
        constraints = [
            models.UniqueConstraint(fields=["record", "person"], name="attends_a_session_once"),
        ]

    def __str__(self):
        return str(self.person)


class Exam(Record):
    """One examination in law (学法考试), as a sheet of totals; it counts on its first day."""

    class Kind(models.TextChoices):
        CIVIL = "civil", "国家工作人员学法考试"
        APPOINTMENT = "appointment", "任前法律知识考试"
        QUALIFICATION = "qualification", "执法资格考试"
        MUST_KNOW = "must_know", "应知应会测试"
        GUIDES = "guides", "“法律明白人”考试"

    class Method(models.TextChoices):
        ONLINE = "online", "线上平台"
        CLOSED_BOOK = "closed_book", "闭卷"

    date = date_field("开始日期")
    ended_on = models.DateField("结束日期", null=True, blank=True, help_text="当天考完的不填。")
    title = title_field("考试名称")
    kind = models.CharField("考试类别", max_length=16, choices=Kind.choices)
    organiser = models.CharField("组织单位", max_length=60, blank=True)
    method = models.CharField("考试方式", max_length=12, choices=Method.choices, blank=True)
    expected = CountField("应考人数", required=True)
    taken = CountField("实考人数", required=True, help_text="只填首考的人数，补考另填。")
    passed = CountField("合格人数", help_text="成绩出来后补填；补考合格的另填。")
    excellent = CountField("优秀人数")
    average = QuantityField("平均分", ceiling=200)
    pass_mark = CountField("合格分数线", ceiling=200)
    resits = CountField("补考人数")
    resits_passed = CountField("补考合格人数")
    absentees = models.TextField("缺考人员及原因", blank=True, help_text="仅内部查看。")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "学法考试"
        constraints = [
            in_order("exam_ends_after_start", "date", "ended_on", "结束日期不能早于开始日期。"),
            not_above("exam_taken_within_expected", "taken", "expected", "实考人数不能多于应考人数。"),
            not_above("exam_passed_within_taken", "passed", "taken", "合格人数不能多于实考人数。"),
            not_above("exam_excellent_within_passed", "excellent", "passed", "优秀人数不能多于合格人数。"),
            not_above(
                "exam_resits_passed_within_resits",
                "resits_passed",
                "resits",
                "补考合格人数不能多于补考人数。",
            ),
        ]


class LeaderLegalReport(Record):
    """What one leader has reported of the own work under the law for one year (年度述法).

    Spoken, written and joined with the yearly work report alike make it complete: 述法人数 counts persons.
    """

    PAST_DATES = ("rectified_on", "reported_on")

    class Kind(models.TextChoices):
        PRINCIPAL = "principal", "镇党政主要负责人"
        MEMBER = "member", "班子成员"
        OFFICE_HEAD = "office_head", "部门负责人"
        VILLAGE_SECRETARY = "village_secretary", "村（社区）党组织书记"

    class Method(models.TextChoices):
        MEETING = "meeting", "会议述法"
        WRITTEN = "written", "书面述法"
        JOINED = "joined", "与述职合并"

    class Grade(models.TextChoices):
        GOOD = "good", "好"
        FAIRLY_GOOD = "fairly_good", "较好"
        FAIR = "fair", "一般"
        POOR = "poor", "差"

    date = date_field("述法日期")
    year = YearField("年度")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="述法人")
    post = models.CharField("职务", max_length=60, help_text="述法时的职务。")
    kind = models.CharField("类别", max_length=18, choices=Kind.choices)
    method = models.CharField("述法方式", max_length=8, choices=Method.choices)
    meeting_name = models.CharField("述法会议", max_length=60, blank=True)
    report_kept_at = models.CharField(
        "述法报告存放",
        max_length=60,
        blank=True,
        help_text="上传了述法报告的不用填；纸质报告写明存放处，例如 存党政办，编号××。",
    )
    commented_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="点评人"
    )
    grade = models.CharField("评议结果", max_length=12, choices=Grade.choices, blank=True)
    score = QuantityField("评议得分", ceiling=200)
    problems = models.TextField("指出的问题", blank=True)
    rectified_on = models.DateField("整改完成日期", null=True, blank=True)
    reported_on = models.DateField("报县日期", null=True, blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "年度述法"
        constraints = [
            models.UniqueConstraint(
                fields=["year", "person"],
                condition=~Q(state="voided"),
                name="leader_reports_once_a_year",
                violation_error_message="这个人这一年的述法已经登记过，请打开原来的记录修改。",
            ),
            in_order(
                "leader_report_rectified_after_reporting",
                "date",
                "rectified_on",
                "整改完成日期不能早于述法日期。",
            ),
            in_order(
                "leader_report_sent_after_reporting", "date", "reported_on", "报县日期不能早于述法日期。"
            ),
        ]

    def default_title(self):
        return f"{self.person}{self.year}年度述法"

    def clean(self):
        super().clean()
        in_village = self.area_id and self.area.is_village
        if self.kind and self.area_id and in_village != (self.kind == self.Kind.VILLAGE_SECRETARY):
            wanted = "镇本级" if in_village else "他所在的村（社区）"
            raise ValidationError({"area": f"类别是“{self.get_kind_display()}”的，请选择{wanted}。"})
