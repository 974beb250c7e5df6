"""Figures of legal study."""

from django.db.models import Exists, OuterRef, Q

from township.figures.indicator import Indicator, indicators
from township.figures.measures import Distinct, Ratio, Sum

from .models import Attendance, Exam, StudySession

HOSTED = Q(part=StudySession.Part.HOST)
HOSTED_RULE = "县里统一组织、本镇参加的不计。"
Kind = StudySession.Kind
LEADERSHIP = (Kind.PARTY_COMMITTEE, Kind.OFFICE_MEETING, Kind.CENTRAL_GROUP, Kind.FIRST_TOPIC)


def tagged(key):
    """Sessions tagged with the topic, whatever other tags they carry."""
    through = StudySession.topics.through
    return Q(Exists(through.objects.filter(studysession_id=OuterRef("pk"), topic__key=key)))


def sessions(key, label, unit, definition, *kinds, aliases=()):
    """The number of sessions of some forms that the township itself held."""
    return Indicator(
        f"training.{key}",
        label,
        unit,
        definition,
        StudySession,
        where=HOSTED & Q(kind__in=kinds),
        aliases=aliases,
    )


def attendances(key, label, definition, *kinds):
    """The attendances of the sessions of some forms that the township itself held."""
    return Indicator(
        f"training.{key}",
        label,
        "人次",
        definition,
        StudySession,
        Sum("attendance"),
        where=HOSTED & Q(kind__in=kinds),
    )


indicators.add(
    Indicator(
        "training.sessions",
        "学法活动次数",
        "次",
        f"各种形式学法活动的条数，一次学几部法仍计一次；{HOSTED_RULE}",
        StudySession,
        where=HOSTED,
        category="kind",
    ),
    Indicator(
        "training.attendance",
        "学法参与人次",
        "人次",
        "各次学法活动实到人数相加，不是按人去重；含参加县里统一组织的学法活动。",
        StudySession,
        Sum("attendance"),
        category="kind",
    ),
    Indicator(
        "training.learners",
        "参加学法人数",
        "人",
        "各次学法活动从名册勾选的参会人员，同一人参加几次只算一人；没有勾选名册的活动不在内，与“学法参与人次”不能相加。",
        Attendance,
        Distinct("person"),
    ),
    Indicator(
        "training.attended",
        "参加上级学法活动次数",
        "次",
        "县里等上级统一组织、本镇参加的学法活动次数，不计入本镇举办的次数。",
        StudySession,
        where=~HOSTED,
    ),
    sessions(
        "party_committee",
        "党委会会前学法次数",
        "次",
        "学法形式为“党委会会前学法”的次数，一次党委会计一次；不计入中心组学法，也不是法治专题会议。",
        Kind.PARTY_COMMITTEE,
    ),
    sessions(
        "office_meeting",
        "镇长办公会会前学法次数",
        "次",
        "学法形式为“镇长办公会（党政联席会）会前学法”的次数。",
        Kind.OFFICE_MEETING,
    ),
    sessions(
        "central_group",
        "中心组学法次数",
        "次",
        "党委理论学习中心组学法的次数；会前学法和“第一议题”学习另计。",
        Kind.CENTRAL_GROUP,
        aliases=("党委理论学习中心组学法次数",),
    ),
    sessions(
        "first_topic",
        "第一议题学习次数",
        "次",
        "学法形式为“第一议题”学习的次数。",
        Kind.FIRST_TOPIC,
    ),
    sessions(
        "leadership",
        "领导班子集体学法次数",
        "次",
        "党委会会前学法、镇长办公会（党政联席会）会前学法、中心组学法和“第一议题”学习的合计，分项不再相加。",
        *LEADERSHIP,
        aliases=("班子集体学法次数",),
    ),
    sessions("staff", "干部职工学法次数", "次", "学法形式为“干部职工学法”的次数。", Kind.STAFF),
    sessions("branch", "支部学法次数", "次", "支部（主题党日）学法的次数，含村（社区）支部。", Kind.BRANCH),
    sessions(
        "lectures",
        "法治讲座场次",
        "场",
        f"学法形式为“法治讲座”的场次；主要负责人讲法治课和面向群众的普法讲座另计，{HOSTED_RULE}",
        Kind.LECTURE,
    ),
    sessions(
        "principal_lectures",
        "主要负责人讲法治课次数",
        "次",
        "党委书记、镇长讲法治课的次数；其他人讲的计入法治讲座。",
        Kind.PRINCIPAL_LECTURE,
    ),
    sessions(
        "courses",
        "法治培训场次",
        "场",
        "本镇举办的法治培训场次，几天的培训班计一场；行政执法人员、人民调解员和“法律明白人”培训另计，"
        + HOSTED_RULE,
        Kind.COURSE,
    ),
    attendances(
        "course_attendance",
        "法治培训参训人次",
        "本镇举办的各场法治培训实到人数相加，几天的培训班按人头计一次；范围与法治培训场次相同。",
        Kind.COURSE,
    ),
    sessions(
        "officer_courses",
        "行政执法人员培训次数",
        "次",
        f"本镇举办的行政执法人员培训次数，{HOSTED_RULE}",
        Kind.OFFICERS,
        aliases=("执法培训次数",),
    ),
    attendances(
        "officer_course_attendance",
        "行政执法人员培训人次",
        "本镇举办的各次行政执法人员培训实到人数相加。",
        Kind.OFFICERS,
    ),
    sessions(
        "mediator_courses",
        "人民调解员培训次数",
        "次",
        f"本镇举办的人民调解员培训次数，{HOSTED_RULE}",
        Kind.MEDIATORS,
    ),
    sessions(
        "guide_courses",
        "法律明白人培训次数",
        "次",
        f"本镇和各村（社区）举办的“法律明白人”培训次数，{HOSTED_RULE}",
        Kind.GUIDES,
    ),
    Indicator(
        "training.xi_thought",
        "习近平法治思想专题学习次数",
        "次",
        "专题标签含“习近平法治思想”的学法活动次数，是学法活动次数的其中项，合计时不再相加。",
        StudySession,
        where=HOSTED & tagged("xi-thought"),
    ),
    Indicator(
        "training.central_group_xi_thought",
        "中心组习近平法治思想专题学习次数",
        "次",
        "中心组学法里专题标签含“习近平法治思想”的次数，是中心组学法次数的其中项，合计时不再相加。",
        StudySession,
        where=HOSTED & Q(kind=Kind.CENTRAL_GROUP) & tagged("xi-thought"),
    ),
    Indicator(
        "training.exams", "学法考试次数", "次", "各类学法考试的次数，按开始日期计。", Exam, category="kind"
    ),
    Indicator(
        "training.civil_exam_taken",
        "国家工作人员学法考试人次",
        "人次",
        "各次国家工作人员学法考试实考人数相加，按开始日期计；补考不并入。",
        Exam,
        Sum("taken"),
        where=Q(kind=Exam.Kind.CIVIL),
    ),
    Indicator(
        "training.exam_expected",
        "学法考试应考人次",
        "人次",
        "各类学法考试应考人数相加，按开始日期计。",
        Exam,
        Sum("expected"),
    ),
    Indicator(
        "training.exam_taken",
        "学法考试参考人次",
        "人次",
        "各类学法考试实考人数相加，按开始日期计；补考不并入。",
        Exam,
        Sum("taken"),
        category="kind",
    ),
    Indicator(
        "training.exam_marked",
        "学法考试已出成绩人次",
        "人次",
        "已填合格人数的各类学法考试实考人数相加；成绩未出的不计。",
        Exam,
        Sum("taken"),
        where=Q(passed__isnull=False),
    ),
    Indicator(
        "training.exam_passed",
        "学法考试合格人次",
        "人次",
        "各类学法考试合格人数相加，只计首考；成绩未出的不计。",
        Exam,
        Sum("passed"),
    ),
    Indicator(
        "training.exam_rate",
        "学法考试参考率",
        "%",
        "学法考试参考人次除以应考人次；没有应考人数时不计算。",
        Exam,
        Ratio("training.exam_taken", "training.exam_expected"),
    ),
    Indicator(
        "training.exam_pass_rate",
        "学法考试合格率",
        "%",
        "学法考试合格人次除以已出成绩的参考人次，只计首考；成绩未出的考试不计入分子和分母。",
        Exam,
        Ratio("training.exam_passed", "training.exam_marked"),
    ),
)
