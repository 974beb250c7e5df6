"""What the demonstration township met about: leading groups, days, agendas.

2022 is the year of its annual report; the other years are there to compare with.
"""

from dataclasses import dataclass

from township.records.models import State

from ..models import AgendaItem, Meeting

Kind = Meeting.Kind
Item = AgendaItem.Kind


@dataclass(frozen=True)
class Group:
    """A leading group: founded, closed, who leads it and where its office sits."""

    title: str
    number: str
    founded: tuple
    head: str
    seat: str
    director: str
    members: tuple
    closed: tuple = ()
    adjusted: tuple = ()
    tasks: str = ""


GROUPS = (
    Group(
        "毛俊镇“七五”普法领导小组",
        "毛发〔2016〕21号",
        (2016, 6, 20),
        "陈志远",
        "司法所",
        "黄秀兰",
        ("周敏", "刘国栋", "黄秀兰", "罗春燕"),
        closed=(2021, 3, 31),
        tasks="统筹“七五”普法规划在本镇的实施。",
    ),
    Group(
        "毛俊镇依法治镇领导小组",
        "毛发〔2019〕8号",
        (2019, 3, 18),
        "陈志远",
        "政法办",
        "邓海涛",
        ("周敏", "刘国栋", "黄秀兰", "邓海涛", "谢雨晴", "彭立新", "罗春燕"),
        adjusted=(2022, 2, 21),
        tasks="研究部署依法治镇工作，督促责任落实，协调解决跨部门的问题。",
    ),
    Group(
        "毛俊镇行政执法协调小组",
        "毛政发〔2020〕17号",
        (2020, 9, 15),
        "周敏",
        "综合行政执法队",
        "谢雨晴",
        ("刘国栋", "谢雨晴", "彭立新", "黄秀兰"),
        adjusted=(2021, 11, 8),
        tasks="衔接县直部门和镇执法队，协调联合执法。",
    ),
    Group(
        "毛俊镇法治宣传教育领导小组",
        "毛发〔2021〕12号",
        (2021, 4, 12),
        "陈志远",
        "司法所",
        "黄秀兰",
        ("周敏", "刘国栋", "黄秀兰", "何建平", "罗春燕"),
        tasks="实施“八五”普法规划，落实普法责任清单。",
    ),
)

# (month, day) of every meeting with a matter of law on its agenda, by year and kind.
MEETINGS = {
    2021: {
        Kind.LIAISON: (
            *((1, 20), (3, 19), (4, 20), (5, 20), (6, 18), (7, 20)),
            *((8, 20), (9, 17), (10, 20), (11, 19), (12, 20)),
        ),
        Kind.PARTY_COMMITTEE: ((3, 15), (6, 7), (11, 8)),
        Kind.JOINT_SESSION: ((5, 17),),
        Kind.LEADING_GROUP: ((2, 26), (9, 3)),
        Kind.DEDICATED: ((12, 9),),
        Kind.PROGRESS: ((7, 29),),
    },
    2022: {
        Kind.LIAISON: (
            *((1, 20), (2, 17), (3, 18), (4, 20), (5, 20), (6, 20)),
            *((7, 20), (8, 19), (9, 20), (10, 20), (11, 18), (12, 20)),
        ),
        Kind.PARTY_COMMITTEE: ((1, 17), (4, 11), (7, 11), (10, 24), (12, 5)),
        Kind.JOINT_SESSION: ((3, 28), (9, 26)),
        Kind.OFFICE_MEETING: ((6, 27),),
        Kind.LEADING_GROUP: ((2, 25), (8, 29)),
        Kind.DEDICATED: ((5, 12), (11, 10)),
        Kind.PROGRESS: ((7, 28),),
        Kind.COORDINATION: ((8, 5),),
    },
    2023: {
        Kind.LIAISON: ((1, 18), (2, 20), (3, 20), (4, 20), (5, 19)),
        Kind.PARTY_COMMITTEE: ((1, 16), (3, 13)),
        Kind.LEADING_GROUP: ((2, 24),),
        Kind.DEDICATED: ((4, 27),),
    },
    2025: {
        Kind.LIAISON: (
            *((1, 16), (2, 20), (3, 20), (4, 18), (6, 20)),
            *((7, 18), (9, 19), (10, 20), (11, 20), (12, 19)),
        ),
        Kind.PARTY_COMMITTEE: ((2, 17), (9, 15)),
        Kind.LEADING_GROUP: ((3, 6),),
        Kind.DEDICATED: ((11, 6),),
    },
    2026: {
        Kind.LIAISON: (
            *((1, 20), (2, 27), (3, 20), (4, 20), (5, 20)),
            *((6, 18), (7, 20), (8, 20), (9, 18), (10, 20)),
        ),
        Kind.PARTY_COMMITTEE: ((1, 19), (5, 18), (9, 14)),
        Kind.JOINT_SESSION: ((7, 6),),
        Kind.LEADING_GROUP: ((2, 26),),
        Kind.DEDICATED: ((8, 6),),
    },
}
# Whole meetings about nothing but the law, other than those called 法治专题会议.
DEDICATED_DAYS = {(2022, 12, 5)}
UNREVIEWED_DAYS = {(2022, 12, 20), (2023, 5, 19), (2026, 10, 20)}
# Entries that never count: not handed in, or sent back.
UNCOUNTED_MEETINGS = (
    (2022, 11, 28, Kind.PARTY_COMMITTEE, "党委会议（议题待补）", State.DRAFT, ""),
    (
        2022,
        10,
        21,
        Kind.LIAISON,
        "十月联席会议（重复）",
        State.RETURNED,
        "10月20日已有一条，请核对是不是同一次。",
    ),
    (2023, 5, 29, Kind.DEDICATED, "法治专题会议（纪要待核）", State.DRAFT, ""),
)

# (subject, type, decision); every meeting takes one to three of its kind's.
AGENDAS = {
    Kind.PARTY_COMMITTEE: (
        ("传达上级法治建设会议精神", Item.STUDY, "各支部月内组织学习"),
        ("审议上年度法治政府建设情况报告", Item.REPORT, "修改后报县委、县政府"),
        ("听取综合行政执法改革推进情况", Item.BRIEFING, "补齐人员和装备"),
        ("研究乡镇赋权事项承接中的难点", Item.PROBLEM, "列出暂不具备承接条件的事项报县里"),
        ("审议普法责任清单", Item.DOCUMENT, "印发各部门和各村（社区）"),
    ),
    Kind.JOINT_SESSION: (
        ("研究圩镇占道经营整治", Item.PROBLEM, "先劝导、后处罚，设临时疏导点"),
        ("部署行政执法案卷自查", Item.DEPLOYMENT, "两周内完成自查"),
    ),
    Kind.OFFICE_MEETING: (
        ("审议重大行政决策事项目录", Item.DOCUMENT, "目录内事项须经合法性审查"),
        ("研究农贸市场搬迁的法律风险", Item.PROBLEM, "由法律顾问出具意见后再议"),
    ),
    Kind.LEADING_GROUP: (
        ("听取各成员单位年度任务完成情况", Item.BRIEFING, "未完成的列入督办"),
        ("部署全年法治建设要点", Item.DEPLOYMENT, "分解到部门和村（社区）"),
        ("研究民主法治示范村创建", Item.DEPLOYMENT, "确定培育对象"),
    ),
    Kind.LIAISON: (
        ("会商当月矛盾纠纷和信访苗头", Item.PROBLEM, "逐件明确责任部门"),
        ("对接派出所、司法所、法庭联调事项", Item.DEPLOYMENT, "疑难事项联合调处"),
        ("安排下月普法和执法活动", Item.DEPLOYMENT, "排出日程发各村（社区）"),
        ("通报村（社区）法律顾问服务情况", Item.STUDY, ""),
    ),
    Kind.DEDICATED: (
        ("听取法治建设第一责任人职责履行情况", Item.BRIEFING, "形成问题清单"),
        ("研究法治督察反馈问题整改", Item.PROBLEM, "逐项明确时限"),
        ("部署宪法宣传周活动", Item.DEPLOYMENT, "各村（社区）至少一场"),
    ),
    Kind.PROGRESS: (("推进法律明白人培育和村级公共法律服务", Item.DEPLOYMENT, "补齐薄弱村"),),
    Kind.COORDINATION: (("协调河道采砂联合执法分工", Item.PROBLEM, "水利、公安、镇执法队联动"),),
}
TITLES = {
    Kind.PARTY_COMMITTEE: "镇党委会议（{month}月）",
    Kind.JOINT_SESSION: "党政联席会议（{month}月）",
    Kind.OFFICE_MEETING: "镇长办公会议（{month}月）",
    Kind.LEADING_GROUP: "依法治镇领导小组第{number}次会议",
    Kind.LIAISON: "{month}月依法治镇联席会议",
    Kind.DEDICATED: "第{number}次法治建设专题会议",
    Kind.PROGRESS: "公共法律服务工作推进会",
    Kind.COORDINATION: "联合执法部门协调会",
}
