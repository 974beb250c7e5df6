"""What the demonstration township studied: subjects, days, attendances and examinations.

2022 is the year of its annual report; the other years are there to compare with.
"""

from dataclasses import dataclass

from township.records.models import State

from ..models import Exam, LeaderLegalReport, StudySession

Kind = StudySession.Kind


@dataclass(frozen=True)
class Subject:
    """What a session was about: title, laws by short name, topic keys, first year it could be studied."""

    title: str
    laws: tuple = ()
    topics: tuple = ()
    since: int = 0


LEADERSHIP = (
    Subject("宪法关于国家机构的规定", ("宪法",), ("constitution",)),
    Subject("安全生产责任：从条文到案例", ("安全生产法",)),
    Subject("信访工作条例逐条读", ("信访工作条例",), since=2022),
    Subject("总体国家安全观与乡镇职责", ("国家安全法",), ("national-security",)),
    Subject("民法典里的土地和房屋", ("民法典",), ("civil-code",)),
    Subject("长江保护法与禁捕退捕", ("长江保护法",)),
    Subject("新行政处罚法对镇街赋权的要求", ("行政处罚法", "行政强制法")),
    Subject("村级事务怎样依法议定", ("村民委员会组织法",)),
    Subject("以习近平法治思想指导基层依法决策", (), ("xi-thought",)),
    Subject("国家宪法日前集中学宪法", ("宪法",), ("constitution",)),
    Subject("土地管理法与耕地保护红线", ("土地管理法",)),
    Subject("重大行政决策要走哪些程序", ("重大行政决策程序暂行条例",)),
    Subject("集体资产由谁管、怎么管", ("农村集体经济组织法",), since=2025),
)
CENTRAL_GROUP = (
    Subject("习近平法治思想的核心要义", (), ("xi-thought",)),
    Subject("党内法规与国家法律的衔接", ("党章",), ("party-rules",)),
    Subject("坚持依法治国和依规治党有机统一", (), ("xi-thought", "party-rules")),
    Subject("法治政府建设纲要与乡镇任务", (), ("xi-thought",)),
    Subject("领导干部应知应会党内法规清单", ("纪律处分条例",), ("must-know",)),
    Subject("在法治轨道上推进乡村治理", ("乡村振兴促进法",), ("xi-thought",)),
)
STAFF = (
    Subject("政府信息公开：哪些该公开、怎样公开", ("政府信息公开条例",)),
    Subject("公务员法的权利和义务", ("公务员法",)),
    Subject("行政诉讼一案一讲", ("行政诉讼法",)),
    Subject("个人信息在窗口怎样保护", ("个人信息保护法",)),
    Subject("保密常识与手机使用", ("保密法",), ("national-security",)),
    Subject("民法典婚姻家庭编问答", ("民法典",), ("civil-code",)),
    Subject("我学法我来讲：执法现场怎样开口", ("行政处罚法",)),
    Subject("禁毒法和反诈案例分享", ("禁毒法",)),
    Subject("宪法宣誓与公职人员操守", ("宪法", "政务处分法"), ("constitution",)),
    Subject("法治宣传教育法条文解读", ("法治宣传教育法",), since=2026),
)
BRANCH = (
    Subject("主题党日学党章学宪法", ("党章", "宪法"), ("constitution",)),
    Subject("村规民约和法律的边界", ("村民委员会组织法",)),
    Subject("土地流转合同常见的坑", ("农村土地承包法",)),
    Subject("防范养老诈骗，党员先学一步", ("刑法",)),
    Subject("赡养老人，法律怎么说", ("老年人权益保障法",)),
    Subject("山林防火的法律责任", ("森林法", "森林防火条例")),
)
COURSES = (
    Subject("村（社区）“两委”干部法治培训班", ("村民委员会组织法", "农村土地承包法")),
    Subject("网格员法律知识集中培训", ("治安管理处罚法",)),
    Subject("企业安全生产与用工法律培训", ("安全生产法", "劳动合同法")),
    Subject("中小学法治教师培训", ("未成年人保护法", "预防未成年人犯罪法")),
    Subject("镇村干部民法典专题培训班", ("民法典",), ("civil-code",)),
)
LECTURES = (
    Subject("法官讲相邻纠纷怎么断", ("民法典",), ("civil-code",)),
    Subject("检察官讲未成年人保护", ("未成年人保护法",)),
    Subject("律师讲合同审查要点", ("民法典",)),
)
PRINCIPAL_LECTURES = (
    Subject("带头学法守法，依法用好手中权", (), ("xi-thought",)),
    Subject("依法行政从每一份文件做起", ("行政许可法",)),
)
OFFICERS = (
    Subject("行政处罚案卷制作与音像记录", ("行政处罚法",)),
    Subject("涉企检查的程序和文书", ("行政处罚法", "优化营商环境条例")),
)
MEDIATORS = (Subject("人民调解文书和笔录实训", ("人民调解法",)),)
GUIDES = (
    Subject("“法律明白人”学用结合培训", ("民法典",), ("civil-code",)),
    Subject("“法律明白人”参与调解实务", ("人民调解法",)),
)
COURT = (Subject("旁听一起民间借贷案件庭审", ("民事诉讼法",)),)
ONLINE = (Subject("线上法治课堂集中收看", ("宪法",)),)

SUBJECTS = {
    Kind.PARTY_COMMITTEE: LEADERSHIP,
    Kind.OFFICE_MEETING: LEADERSHIP[6:] + LEADERSHIP[:6],
    Kind.CENTRAL_GROUP: CENTRAL_GROUP,
    Kind.FIRST_TOPIC: CENTRAL_GROUP[2:] + CENTRAL_GROUP[:2],
    Kind.STAFF: STAFF,
    Kind.BRANCH: BRANCH,
    Kind.LECTURE: LECTURES,
    Kind.COURSE: COURSES,
    Kind.PRINCIPAL_LECTURE: PRINCIPAL_LECTURES,
    Kind.OFFICERS: OFFICERS,
    Kind.MEDIATORS: MEDIATORS,
    Kind.GUIDES: GUIDES,
    Kind.COURT: COURT,
    Kind.ONLINE: ONLINE,
}
# Who comes: (expected, fewest that came, audience).
ATTENDANCE = {
    Kind.PARTY_COMMITTEE: (11, 9, ("leaders",)),
    Kind.OFFICE_MEETING: (13, 10, ("leaders", "staff")),
    Kind.CENTRAL_GROUP: (15, 13, ("leaders",)),
    Kind.FIRST_TOPIC: (11, 9, ("leaders",)),
    Kind.STAFF: (58, 46, ("staff",)),
    Kind.BRANCH: (32, 18, ("village",)),
    Kind.LECTURE: (70, 52, ("staff", "village")),
    Kind.COURSE: (100, 60, ("village",)),
    Kind.PRINCIPAL_LECTURE: (62, 54, ("leaders", "staff")),
    Kind.OFFICERS: (14, 11, ("officers",)),
    Kind.MEDIATORS: (36, 28, ("mediators",)),
    Kind.GUIDES: (45, 34, ("guides",)),
    Kind.COURT: (16, 12, ("staff", "officers")),
    Kind.ONLINE: (58, 50, ("staff",)),
}
# (month, day) of every session that the township or a village held, by year and form.
SESSIONS = {
    2021: {
        Kind.PARTY_COMMITTEE: ((1, 18), (3, 15), (4, 12), (6, 7), (7, 19), (9, 13), (11, 8), (12, 6)),
        Kind.OFFICE_MEETING: ((2, 22), (5, 17), (8, 23), (10, 25)),
        Kind.CENTRAL_GROUP: ((3, 24), (6, 23), (9, 22), (12, 15)),
        Kind.FIRST_TOPIC: ((4, 6), (8, 9), (11, 1)),
        Kind.STAFF: ((1, 27), (3, 26), (5, 28), (7, 23), (9, 24), (11, 26)),
        Kind.BRANCH: ((3, 10), (5, 12), (6, 16), (7, 1), (9, 8), (12, 8)),
        Kind.LECTURE: ((5, 20), (12, 3)),
        Kind.COURSE: ((4, 22), (6, 10), (9, 16), (11, 18)),
        Kind.PRINCIPAL_LECTURE: ((6, 29),),
        Kind.OFFICERS: ((8, 12),),
        Kind.GUIDES: ((10, 20),),
    },
    2022: {
        Kind.PARTY_COMMITTEE: (
            (1, 17),
            (2, 14),
            (3, 14),
            (4, 11),
            (5, 9),
            (6, 13),
            (7, 11),
            (9, 13),
            (10, 24),
            (12, 5),
        ),
        Kind.OFFICE_MEETING: ((2, 21), (4, 25), (6, 27), (8, 22), (11, 21)),
        Kind.CENTRAL_GROUP: ((2, 24), (4, 21), (6, 23), (8, 18), (10, 27), (12, 15)),
        Kind.FIRST_TOPIC: ((3, 7), (5, 16), (8, 8), (11, 7)),
        Kind.STAFF: ((1, 26), (3, 25), (4, 29), (5, 27), (7, 22), (8, 26), (10, 21), (11, 25)),
        Kind.BRANCH: (
            (1, 12),
            (3, 9),
            (4, 13),
            (5, 11),
            (6, 15),
            (7, 1),
            (8, 10),
            (9, 14),
            (10, 12),
            (12, 7),
        ),
        Kind.LECTURE: ((5, 19), (6, 2), (12, 2)),
        Kind.COURSE: ((3, 17), (5, 25), (6, 16), (9, 21), (11, 16)),
        Kind.PRINCIPAL_LECTURE: ((6, 30), (12, 1)),
        Kind.OFFICERS: ((4, 14), (9, 8)),
        Kind.MEDIATORS: ((7, 13),),
        Kind.GUIDES: ((5, 18), (10, 19)),
        Kind.COURT: ((8, 25),),
        Kind.ONLINE: ((12, 8),),
    },
    2023: {
        Kind.PARTY_COMMITTEE: ((1, 16), (2, 13), (3, 13), (5, 15)),
        Kind.OFFICE_MEETING: ((2, 20), (4, 24)),
        Kind.CENTRAL_GROUP: ((2, 23), (4, 20)),
        Kind.STAFF: ((2, 24), (4, 28)),
        Kind.BRANCH: ((2, 8), (3, 15), (5, 10)),
        Kind.LECTURE: ((5, 18),),
        Kind.COURSE: ((3, 22), (5, 24)),
        Kind.OFFICERS: ((4, 13),),
    },
    2025: {
        Kind.PARTY_COMMITTEE: ((2, 17), (4, 14), (6, 16), (9, 15), (11, 17)),
        Kind.CENTRAL_GROUP: ((3, 20), (6, 19), (9, 18), (12, 11)),
        Kind.STAFF: ((3, 28), (7, 25), (11, 28)),
        Kind.BRANCH: ((4, 9), (7, 1), (10, 15)),
        Kind.LECTURE: ((5, 22),),
        Kind.COURSE: ((4, 17), (8, 14), (11, 13)),
        Kind.OFFICERS: ((6, 5),),
    },
    2026: {
        Kind.PARTY_COMMITTEE: ((1, 19), (3, 16), (5, 18), (7, 20), (9, 14), (10, 19)),
        Kind.CENTRAL_GROUP: ((3, 19), (6, 18), (9, 17)),
        Kind.STAFF: ((2, 27), (5, 29), (8, 28)),
        Kind.BRANCH: ((3, 11), (7, 1), (9, 9)),
        Kind.LECTURE: ((5, 21),),
        Kind.COURSE: ((4, 16), (7, 15), (9, 23)),
        Kind.PRINCIPAL_LECTURE: ((6, 30),),
        Kind.OFFICERS: ((5, 13), (10, 14)),
    },
}
# The courses' sign-in sheets, which the annual report quotes (2022 adds up to 412).
COURSE_ATTENDANCE = {
    2021: (71, 68, 80, 85),
    2022: (86, 78, 92, 95, 61),
    2023: (74, 69),
    2025: (88, 73, 66),
    2026: (90, 77, 81),
}
# Entered but not yet reviewed: they count, and the page says so.
UNREVIEWED = {(2022, Kind.ONLINE), (2023, Kind.LECTURE), (2026, Kind.OFFICERS)}
LECTURERS = {
    Kind.LECTURE: ("罗文（县人民法院法官）", "蒋宁（县人民检察院检察官）", "吴启明（法律顾问）"),
    Kind.COURSE: ("黄秀兰（司法所所长）", "吴启明（法律顾问）"),
    Kind.PRINCIPAL_LECTURE: ("陈志远（镇党委书记）", "周敏（镇长）"),
    Kind.OFFICERS: ("谢雨晴（综合行政执法队队长）",),
    Kind.MEDIATORS: ("黄秀兰（司法所所长）",),
    Kind.GUIDES: ("何建平（司法所工作人员）",),
}
OFFICE_OF = {Kind.OFFICERS: "综合行政执法队", Kind.MEDIATORS: "司法所", Kind.GUIDES: "司法所"}

# Sessions that the county held and the township attended; they are not the township's own.
ATTENDED = (
    (2021, 10, 14, Kind.COURSE, "全县乡镇法治骨干视频培训", 12),
    (2022, 4, 7, Kind.COURSE, "全县法治政府建设视频培训会毛俊分会场", 26),
    (2022, 9, 15, Kind.OFFICERS, "全县赋权执法人员集中轮训", 9),
    (2023, 3, 30, Kind.COURSE, "全县依法行政视频讲座毛俊分会场", 24),
    (2026, 4, 9, Kind.COURSE, "全县法治宣传教育骨干培训", 10),
)
# Entries that never count: not handed in, or sent back.
UNCOUNTED = (
    (2022, 11, 14, Kind.PARTY_COMMITTEE, "待补会议次数的会前学法", 10, State.DRAFT, ""),
    (
        2022,
        9,
        22,
        Kind.COURSE,
        "村干部法治培训（重复录入）",
        95,
        State.RETURNED,
        "与9月21日的培训是同一场，请核对。",
    ),
    (2023, 5, 26, Kind.STAFF, "五月干部职工学法", 44, State.DRAFT, ""),
    (
        2023,
        4,
        27,
        Kind.CENTRAL_GROUP,
        "中心组学习（主题待核）",
        13,
        State.RETURNED,
        "请补充学习主题和学习内容。",
    ),
)

EXAMS = (
    {
        "kind": Exam.Kind.CIVIL,
        "title": "2021年国家工作人员学法考试",
        "date": (2021, 10, 11),
        "ended_on": (2021, 11, 19),
        "expected": 55,
        "taken": 54,
        "passed": 53,
        "resits": 1,
        "resits_passed": 1,
    },
    {
        "kind": Exam.Kind.CIVIL,
        "title": "2022年上半年国家工作人员学法考试",
        "date": (2022, 6, 6),
        "ended_on": (2022, 6, 17),
        "expected": 31,
        "taken": 30,
        "passed": 30,
        "excellent": 21,
        "average": 91.5,
    },
    {
        "kind": Exam.Kind.CIVIL,
        "title": "2022年下半年国家工作人员学法考试",
        "date": (2022, 11, 7),
        "ended_on": (2022, 11, 25),
        "expected": 30,
        "taken": 29,
        "passed": 28,
        "excellent": 17,
        "average": 89.0,
        "resits": 1,
        "resits_passed": 1,
        "absentees": "1人病假，已安排补学。",
    },
    {
        "kind": Exam.Kind.MUST_KNOW,
        "title": "村（社区）干部应知应会测试",
        "date": (2022, 8, 30),
        "expected": 64,
        "taken": 61,
        "passed": 57,
        "method": Exam.Method.CLOSED_BOOK,
        "organiser": "毛俊镇",
    },
    {
        "kind": Exam.Kind.APPOINTMENT,
        "title": "新任中层干部任前法律知识考试",
        "date": (2023, 4, 18),
        "expected": 3,
        "taken": 3,
        "passed": 3,
        "method": Exam.Method.CLOSED_BOOK,
        "organiser": "县委组织部",
    },
    {
        "kind": Exam.Kind.CIVIL,
        "title": "2025年国家工作人员学法考试",
        "date": (2025, 10, 13),
        "ended_on": (2025, 11, 14),
        "expected": 58,
        "taken": 57,
        "passed": 57,
    },
    {
        "kind": Exam.Kind.QUALIFICATION,
        "title": "2026年行政执法资格考试",
        "date": (2026, 5, 26),
        "expected": 4,
        "taken": 4,
        "passed": 3,
        "resits": 1,
    },
    {
        "kind": Exam.Kind.CIVIL,
        "title": "2026年国家工作人员学法考试",
        "date": (2026, 9, 14),
        "ended_on": (2026, 10, 16),
        "expected": 60,
        "taken": 58,
        "passed": None,
        "state": State.SUBMITTED,
    },
    {
        "kind": Exam.Kind.CIVIL,
        "title": "2022年学法考试补录（数字待核）",
        "date": (2022, 12, 12),
        "expected": 20,
        "taken": 20,
        "passed": 20,
        "state": State.RETURNED,
        "reason": "下半年考试已经录过，请核对是否重复。",
    },
)

# How sessions of a form are studied; every second one adds the second way.
WAYS = {
    Kind.CENTRAL_GROUP: ("reading", "discussion"),
    Kind.COURSE: ("reading", "cases"),
    Kind.OFFICERS: ("cases", "on_site"),
    Kind.COURT: ("on_site",),
    Kind.ONLINE: ("video",),
}


@dataclass(frozen=True)
class HearingOfReports:
    """One day of 年度述法: (name, post, kind, method, grade) of the leaders, and how many villages wrote."""

    date: tuple
    meeting: str
    leaders: tuple
    villages: int


Report, By = LeaderLegalReport.Kind, LeaderLegalReport.Method
PRINCIPALS = (
    ("陈志远", "镇党委书记", Report.PRINCIPAL, By.MEETING, "good"),
    ("周敏", "镇党委副书记、镇长", Report.PRINCIPAL, By.MEETING, "good"),
)
MEMBERS = (
    *PRINCIPALS,
    ("刘国栋", "镇党委政法委员", Report.MEMBER, By.MEETING, "good"),
    ("谢雨晴", "综合行政执法队队长", Report.OFFICE_HEAD, By.WRITTEN, "fairly_good"),
    ("邓海涛", "政法办主任", Report.OFFICE_HEAD, By.WRITTEN, "good"),
)
LEGAL_REPORTS = {
    2021: HearingOfReports((2021, 12, 22), "2021年度述法会议", PRINCIPALS, 6),
    2022: HearingOfReports((2022, 12, 21), "2022年度述法会议", MEMBERS, 8),
    2025: HearingOfReports((2025, 12, 24), "2025年度述法会议", MEMBERS, 14),
}
