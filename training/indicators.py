"""Figures of legal study."""

from django.db.models import Exists, OuterRef, Q

from township.figures.indicator import Indicator, indicators
from township.figures.measures import Distinct, Ratio, Sum
from township.records.fields import holds

from .models import Attendance, Exam, LeaderLegalReport, StudySession

ANY = Q()
HOSTED = Q(part=StudySession.Part.HOST)
HOSTED_RULE = "县里统一组织、本镇参加的不计。"
Kind = StudySession.Kind
LEADERSHIP = (Kind.PARTY_COMMITTEE, Kind.OFFICE_MEETING, Kind.CENTRAL_GROUP, Kind.FIRST_TOPIC)


def tagged(key):
    """Sessions tagged with the topic, whatever other tags they carry."""
    through = StudySession.topics.through
    return Q(Exists(through.objects.filter(studysession_id=OuterRef("pk"), topic__key=key)))


def with_topic():
    """Sessions tagged with any topic."""
    through = StudySession.topics.through
    return Q(Exists(through.objects.filter(studysession_id=OuterRef("pk"))))


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


def attendances(key, label, definition, *kinds, aliases=()):
    """The attendances of the sessions of some forms that the township itself held."""
    return Indicator(
        f"training.{key}",
        label,
        "人次",
        definition,
        StudySession,
        Sum("attendance"),
        where=HOSTED & Q(kind__in=kinds),
        aliases=aliases,
    )


def part(key, label, definition, where, *, unit="次", aliases=()):
    """Those of the township's own sessions that `where` picks out: a part of the whole, never added to it."""
    return Indicator(
        f"training.{key}",
        label,
        unit,
        f"{definition}是学法活动次数的其中项，合计时不再相加；{HOSTED_RULE}",
        StudySession,
        where=HOSTED & where,
        aliases=aliases,
    )


def exam_results(kind, key, name):
    """Results and rates of one kind of examination; who took it is a figure of its own, `{key}_taken`."""

    def total(part, label, rule, field, where=ANY):
        where &= Q(kind=kind)
        definition = f"各次{name}{rule}"
        return Indicator(
            f"training.{key}_{part}", f"{name}{label}", "人次", definition, Exam, Sum(field), where=where
        )

    return (
        total("expected", "应考人次", "应考人数相加，按开始日期计。", "expected"),
        total(
            "marked",
            "已出成绩人次",
            "中已填合格人数的，实考人数相加；成绩未出的不计。",
            "taken",
            Q(passed__isnull=False),
        ),
        total("passed", "合格人次", "合格人数相加，只计首考。", "passed"),
        Indicator(
            f"training.{key}_rate",
            f"{name}参考率",
            "%",
            f"{name}实考人次除以应考人次；没有应考人数时不计算。",
            Exam,
            Ratio(f"training.{key}_taken", f"training.{key}_expected"),
        ),
        Indicator(
            f"training.{key}_pass_rate",
            f"{name}合格率",
            "%",
            f"{name}合格人次除以已出成绩的参考人次，只计首考；成绩未出的不计入分子和分母。",
            Exam,
            Ratio(f"training.{key}_passed", f"training.{key}_marked"),
            aliases=(f"{name}通过率",),
        ),
    )


def reports_of(key, label, definition, where=ANY, **options):
    """Leaders who have reported, each counted once however often and in whatever way."""
    return Indicator(
        f"training.{key}",
        label,
        "人",
        definition,
        LeaderLegalReport,
        Distinct("person"),
        where=where,
        **options,
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
        glance="学法活动按形式分",
        aliases=("学法次数",),
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
        aliases=("党委理论学习中心组学法次数", "中心组学习次数"),
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
    sessions(
        "branch",
        "支部学法次数",
        "次",
        "支部（主题党日）学法的次数，含村（社区）支部。",
        Kind.BRANCH,
        aliases=("支部学习次数",),
    ),
    sessions(
        "lectures",
        "法治讲座场次",
        "场",
        f"学法形式为“法治讲座”的场次；主要负责人讲法治课和面向群众的普法讲座另计，{HOSTED_RULE}",
        Kind.LECTURE,
        aliases=("法治讲座期数",),
    ),
    sessions(
        "principal_lectures",
        "主要负责人讲法治课次数",
        "次",
        "党委书记、镇长讲法治课的次数；其他人讲的计入法治讲座。",
        Kind.PRINCIPAL_LECTURE,
        aliases=("讲法治课次数",),
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
        aliases=("执法培训人次",),
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
    part(
        "constitution",
        "宪法专题学习次数",
        "专题标签含“宪法”的学法活动次数，",
        tagged("constitution"),
    ),
    part("civil_code", "民法典专题学习次数", "专题标签含“民法典”的学法活动次数，", tagged("civil-code")),
    part(
        "party_rules", "党内法规专题学习次数", "专题标签含“党内法规”的学法活动次数，", tagged("party-rules")
    ),
    part(
        "topical",
        "专题学法次数",
        "带有任何一个专题标签的学法活动次数，带几个标签仍计一次，",
        with_topic(),
        aliases=("法治专题学习次数",),
    ),
    part(
        "discussions",
        "专题研讨次数",
        "学习方式含“专题研讨”的学法活动次数，",
        holds("ways", StudySession.Way.DISCUSSION),
        aliases=("研讨交流次数",),
    ),
    part(
        "case_teaching",
        "案例教学场次",
        "学习方式含“案例教学”的学法活动场次，",
        holds("ways", StudySession.Way.CASES),
        unit="场",
    ),
    sessions(
        "court",
        "旁听庭审次数",
        "次",
        "学法形式为“旁听庭审”的次数，一次旁听几个案件仍计一次。",
        Kind.COURT,
    ),
    attendances("court_attendance", "旁听庭审人次", "各次旁听庭审实到人数相加。", Kind.COURT),
    sessions("online", "线上学法次数", "次", "学法形式为“线上学法”的次数。", Kind.ONLINE),
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
        aliases=("学法考试参考人数",),
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
        "training.exam_excellent",
        "学法考试优秀人次",
        "人次",
        "各类学法考试优秀人数相加，已含在合格人次里。",
        Exam,
        Sum("excellent"),
    ),
    Indicator(
        "training.exam_resits",
        "学法考试补考人次",
        "人次",
        "各类学法考试补考人数相加，不并入首考的参考人次。",
        Exam,
        Sum("resits"),
    ),
    Indicator(
        "training.exam_resits_passed",
        "学法考试补考合格人次",
        "人次",
        "各类学法考试补考合格人数相加，不并入首考的合格人次。",
        Exam,
        Sum("resits_passed"),
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
        aliases=("学法考试通过率",),
    ),
    *exam_results(Exam.Kind.CIVIL, "civil_exam", "国家工作人员学法考试"),
    Indicator(
        "training.qualification_exam_taken",
        "执法资格考试参考人次",
        "人次",
        "各次执法资格考试实考人数相加，按开始日期计；补考不并入。",
        Exam,
        Sum("taken"),
        where=Q(kind=Exam.Kind.QUALIFICATION),
    ),
    *exam_results(Exam.Kind.QUALIFICATION, "qualification_exam", "执法资格考试"),
    reports_of(
        "leader_reports",
        "年度述法人数",
        "述法日期在统计期内的述法人，按人去重；会议述法、书面述法、与述职合并的都计。",
        category="kind",
        aliases=("述法人数",),
    ),
    reports_of(
        "leader_reports_spoken",
        "会议述法人数",
        "述法方式为“会议述法”的述法人，按人去重，已含在年度述法人数里。",
        Q(method=LeaderLegalReport.Method.MEETING),
    ),
    reports_of(
        "leader_reports_written",
        "书面述法人数",
        "述法方式为“书面述法”的述法人，按人去重，已含在年度述法人数里。",
        Q(method=LeaderLegalReport.Method.WRITTEN),
    ),
    reports_of(
        "village_secretaries_reported",
        "村（社区）党组织书记述法人数",
        "类别为“村（社区）党组织书记”的述法人，按人去重，已含在年度述法人数里。",
        Q(kind=LeaderLegalReport.Kind.VILLAGE_SECRETARY),
        aliases=("村党组织书记述法人数",),
    ),
    Indicator(
        "training.leader_reports_commented",
        "述法点评人数",
        "人",
        "填了点评人的述法人，按人去重。",
        LeaderLegalReport,
        Distinct("person"),
        where=Q(commented_by__isnull=False),
    ),
)
