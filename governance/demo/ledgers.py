"""What the demonstration township enforced, answered for and spent; every person and matter is invented."""

import datetime
from dataclasses import dataclass, field

from township.records.models import State

from ..models import CongressSuggestion, Domain, EnforcementCase, Finding, LegalBudget, LegalProceeding

Kind = EnforcementCase.Kind
Who = EnforcementCase.Subject
Procedure = EnforcementCase.Procedure
Stage = Finding.Stage
Suggested = CongressSuggestion.Kind
Mode = CongressSuggestion.Mode
Purpose = LegalBudget.Purpose
Fund = LegalBudget.Origin

# Months of each year that anything was entered for.
MONTHS = {2021: 12, 2022: 12, 2023: 5, 2025: 12, 2026: 10}


def day(year, month, number):
    """The working day on or before a date."""
    found = datetime.date(year, month, number)
    return found - datetime.timedelta(days=max(0, found.weekday() - 4))


@dataclass(frozen=True)
class Case:
    """A case filed on `filed` and decided after `days`; `days` None while it is open."""

    filed: tuple
    title: str
    kind: str
    domain: str
    subject: str = Who.PERSON
    procedure: str = Procedure.SUMMARY
    days: int | None = 0
    penalties: list = field(default_factory=list)
    fine: int | None = None
    confiscated: int | None = None
    review: str = ""
    first_offence: bool = False


CASES = (
    Case((2021, 3, 22), "露天焚烧秸秆", Kind.PENALTY, Domain.FARMING, penalties=["warning"]),
    Case(
        (2021, 5, 19),
        "占道堆放建筑材料",
        Kind.PENALTY,
        Domain.CONSTRUCTION,
        Who.TRADER,
        penalties=["fine"],
        fine=200,
    ),
    Case(
        (2021, 6, 10),
        "向河道直排养殖污水",
        Kind.PENALTY,
        Domain.ECOLOGY,
        Who.TRADER,
        Procedure.ORDINARY,
        days=26,
        penalties=["warning", "fine"],
        fine=2000,
    ),
    Case(
        (2021, 8, 17),
        "未经批准搭建经营棚",
        Kind.COERCION,
        Domain.CONSTRUCTION,
        Who.TRADER,
        Procedure.ORDINARY,
        days=14,
        review="违法搭建限期拆除决定",
    ),
    Case((2021, 10, 12), "零售点堵塞安全出口", Kind.CORRECTION, Domain.EMERGENCY, Who.TRADER, days=1),
    Case((2021, 11, 4), "村民住宅建设规划许可", Kind.LICENCE, Domain.LAND, days=12),
    Case((2022, 2, 15), "违规燃放烟花爆竹", Kind.PENALTY, Domain.EMERGENCY, penalties=["warning"]),
    Case((2022, 3, 16), "露天焚烧秸秆", Kind.PENALTY, Domain.FARMING, penalties=["fine"], fine=200),
    Case(
        (2022, 4, 20),
        "占道经营屡劝不改",
        Kind.PENALTY,
        Domain.CONSTRUCTION,
        Who.TRADER,
        penalties=["fine"],
        fine=100,
    ),
    Case((2022, 5, 11), "村民住宅建设规划许可", Kind.LICENCE, Domain.LAND, days=9),
    Case(
        (2022, 6, 8),
        "未经批准占用耕地建房",
        Kind.PENALTY,
        Domain.LAND,
        Who.PERSON,
        Procedure.ORDINARY,
        days=21,
        penalties=["fine"],
        fine=8600,
        review="占用耕地建房处罚决定",
    ),
    Case(
        (2022, 7, 13),
        "随意倾倒建筑垃圾",
        Kind.PENALTY,
        Domain.ECOLOGY,
        Who.ENTERPRISE,
        Procedure.ORDINARY,
        days=28,
        penalties=["fine", "confiscation"],
        fine=3000,
        confiscated=500,
    ),
    Case((2022, 8, 10), "灭火器过期未更换", Kind.PENALTY, Domain.EMERGENCY, Who.TRADER, first_offence=True),
    Case((2022, 9, 6), "村民住宅建设规划许可", Kind.LICENCE, Domain.LAND, days=13),
    Case(
        (2022, 9, 14),
        "河道管理范围内违建",
        Kind.COERCION,
        Domain.CONSTRUCTION,
        Who.PERSON,
        Procedure.ORDINARY,
        days=20,
        review="河道违建限期拆除决定",
    ),
    Case((2022, 10, 18), "畜禽粪污未及时清运", Kind.CORRECTION, Domain.ECOLOGY, Who.TRADER, days=2),
    Case(
        (2022, 11, 30),
        "私自改变林地用途",
        Kind.PENALTY,
        Domain.LAND,
        Who.PERSON,
        Procedure.ORDINARY,
        days=None,
    ),
    Case((2023, 2, 7), "违规燃放烟花爆竹", Kind.PENALTY, Domain.EMERGENCY, penalties=["warning"]),
    Case((2023, 3, 14), "露天焚烧秸秆", Kind.PENALTY, Domain.FARMING, penalties=["fine"], fine=300),
    Case(
        (2023, 4, 18),
        "未经许可在河道采砂",
        Kind.PENALTY,
        Domain.LAND,
        Who.ENTERPRISE,
        Procedure.ORDINARY,
        days=28,
        penalties=["fine", "confiscation"],
        fine=5000,
        confiscated=1200,
        review="违规采砂行政处罚决定",
    ),
    Case(
        (2025, 10, 14),
        "占道经营影响通行",
        Kind.PENALTY,
        Domain.CONSTRUCTION,
        Who.TRADER,
        Procedure.ORDINARY,
        days=16,
        penalties=["fine"],
        fine=500,
        review="占道经营处罚决定",
    ),
    Case((2026, 4, 15), "露天焚烧秸秆", Kind.PENALTY, Domain.FARMING, penalties=["warning"]),
    Case(
        (2026, 8, 25),
        "未经批准占地堆料",
        Kind.PENALTY,
        Domain.LAND,
        Who.ENTERPRISE,
        Procedure.ORDINARY,
        days=17,
        penalties=["fine"],
        fine=4000,
        review="违法占地处罚决定",
    ),
)

# (name, in post, certified, left); without a date of issue still waiting for the examination.
OFFICERS = (
    ("谢雨晴", (2019, 4, 8), (2020, 6, 15), ()),
    ("蒋立群", (2019, 4, 8), (2020, 6, 15), ()),
    ("邹文杰", (2019, 9, 2), (2020, 6, 15), (2022, 8, 31)),
    ("柏海燕", (2020, 3, 16), (2021, 4, 20), ()),
    ("雷振华", (2020, 3, 16), (2021, 4, 20), ()),
    ("欧阳静", (2020, 11, 9), (2021, 4, 20), ()),
    ("盘志勇", (2021, 7, 5), (2022, 5, 18), ()),
    ("成晓峰", (2021, 7, 5), (2022, 5, 18), ()),
    ("廖家豪", (2022, 9, 13), (), ()),
    ("曾玉婷", (2022, 9, 13), (), ()),
)
EXPIRES = datetime.date(2027, 6, 30)


@dataclass(frozen=True)
class Suit:
    """A proceeding; `closed` empty while it is pending."""

    received: tuple
    kind: str
    number: str
    act: str
    closed: tuple = ()
    result: str = LegalProceeding.Result.PENDING
    heard: tuple = ()


SUITS = (
    Suit((2021, 5, 12), "reconsideration", "蓝政复字〔2021〕6号", "宅基地审批答复", (2021, 7, 6), "upheld"),
    Suit(
        (2021, 11, 3),
        "first",
        "（2021）湘1127行初19号",
        "限期拆除决定",
        (2022, 3, 24),
        "dismissed",
        (2022, 2, 23),
    ),
    Suit(
        (2022, 8, 16), "reconsideration", "蓝政复字〔2022〕11号", "信息公开答复", (2022, 10, 11), "withdrawn"
    ),
    Suit((2023, 5, 10), "first", "（2023）湘1127行初8号", "占用耕地建房处罚决定"),
)

# (handed over, kind, number, title, mode, office, days until the answer or None, outcome, satisfaction)
SUGGESTIONS = (
    (
        (2021, 3, 3),
        Suggested.TOWNSHIP_CONGRESS,
        "镇01",
        "修复灌溉主渠",
        Mode.ALONE,
        "党政办",
        75,
        "solved",
        "satisfied",
    ),
    (
        (2021, 3, 3),
        Suggested.TOWNSHIP_CONGRESS,
        "镇02",
        "圩镇增设停车位",
        Mode.ALONE,
        "综合行政执法队",
        80,
        "planned",
        "fair",
    ),
    (
        (2021, 4, 8),
        Suggested.COUNTY_CONGRESS,
        "县064",
        "整治校园周边摊点",
        Mode.LEAD,
        "综合行政执法队",
        62,
        "solved",
        "satisfied",
    ),
    ((2021, 4, 8), Suggested.COUNTY_CPPCC, "县政协037", "保护古驿道", Mode.ASSIST, "党政办", None, "", ""),
    (
        (2022, 2, 28),
        Suggested.TOWNSHIP_CONGRESS,
        "镇01",
        "通村公路安装护栏",
        Mode.ALONE,
        "党政办",
        70,
        "solved",
        "satisfied",
    ),
    (
        (2022, 2, 28),
        Suggested.TOWNSHIP_CONGRESS,
        "镇02",
        "规范圩日交通秩序",
        Mode.ALONE,
        "派出所",
        66,
        "solved",
        "satisfied",
    ),
    (
        (2022, 2, 28),
        Suggested.TOWNSHIP_CONGRESS,
        "镇03",
        "扩建农贸市场",
        Mode.ALONE,
        "党政办",
        85,
        "planned",
        "fair",
    ),
    (
        (2022, 4, 12),
        Suggested.COUNTY_CONGRESS,
        "县051",
        "加强农村道路交通劝导",
        Mode.LEAD,
        "派出所",
        58,
        "solved",
        "satisfied",
    ),
    ((2022, 4, 12), Suggested.COUNTY_CPPCC, "县政协029", "发展林下经济", Mode.ASSIST, "党政办", None, "", ""),
    (
        (2023, 3, 1),
        Suggested.TOWNSHIP_CONGRESS,
        "镇01",
        "安装村口路灯",
        Mode.ALONE,
        "党政办",
        60,
        "solved",
        "satisfied",
    ),
    ((2023, 4, 6), Suggested.COUNTY_CONGRESS, "县043", "清理河道淤积", Mode.LEAD, "党政办", None, "", ""),
)


@dataclass(frozen=True)
class Problem:
    """A problem found by an inspection: (content, office, days until it was put right or None, stage)."""

    content: str
    office: str
    days: int | None = None
    stage: str = Stage.CLOSED
    recurrent: bool = False


INSPECTIONS = (
    (
        (2021, 9, 15),
        "committee",
        (
            Problem("执法案卷缺少送达回证", "综合行政执法队", 30),
            Problem("个别村法律顾问到村次数不足", "司法所", 60),
            Problem("年度学法计划没有分解到季度", "党政办", 20),
        ),
    ),
    (
        (2022, 6, 16),
        "justice_bureau",
        (
            Problem("两份合同事后补送合法性审查", "党政办", 25),
            Problem("执法文书用语不规范", "综合行政执法队", 40, recurrent=True),
        ),
    ),
    (
        (2022, 9, 22),
        "committee",
        (
            Problem("行政执法公示内容更新不及时", "综合行政执法队", 35),
            Problem("部分村三务公开栏信息陈旧", "政法办", 50, Stage.DONE),
            Problem("执法人员持证数量不够", "综合行政执法队", None, Stage.LASTING),
        ),
    ),
    (
        (2023, 4, 12),
        "justice_bureau",
        (
            Problem("听证权利告知记录不完整", "综合行政执法队", 25, Stage.DONE),
            Problem("法律明白人培训档案不齐", "司法所", None, Stage.UNDER_WAY),
        ),
    ),
)

# (purpose, what for, yuan, fund, month)
BUDGET = (
    (Purpose.COUNSEL, "村（社区）法律顾问费", 28_000, Fund.COUNTY, 3),
    (Purpose.OUTREACH, "普法宣传资料印制", 16_500, Fund.TOWNSHIP, 5),
    (Purpose.MEDIATION, "人民调解以案定补", 12_400, Fund.COUNTY, 9),
    (Purpose.VENUE, "法治文化长廊维护", 35_000, Fund.SPECIAL, 10),
)
# (kind, title, published, matters, replaced)
LISTS = (
    ("powers", "毛俊镇权责清单（2019年版）", (2019, 12, 10), 168, (2022, 7, 15)),
    ("powers", "毛俊镇权责清单（2022年版）", (2022, 7, 15), 175, ()),
    ("enforcement", "毛俊镇赋权执法事项清单", (2021, 4, 26), 52, ()),
    ("duties", "毛俊镇履职事项清单", (2025, 6, 12), 236, ()),
)
# (title, action, began, issued, last day, review, meeting's day)
DOCUMENTS = (
    ("圩镇秩序管理办法", "enact", (2020, 9, 7), (2020, 11, 16), (2022, 11, 30), "", ()),
    (
        "圩镇烟花爆竹燃放管理的通告",
        "enact",
        (2022, 1, 6),
        (2022, 4, 15),
        (),
        "圩镇烟花爆竹燃放管理的通告",
        (2022, 4, 11),
    ),
    ("圩镇秩序管理办法", "repeal", (2022, 10, 12), (2022, 11, 30), (), "", ()),
)
# Villages that amended their rules after review, and when the assembly adopted them.
AMENDED_RULES = (("岭脚村", (2021, 7, 20)), ("石桥村", (2022, 6, 21)), ("枫木村", (2022, 11, 15)))
# (sample, content) of the survey each November.
SURVEYS = {2021: (310, 287), 2022: (336, 318), 2025: (352, 339)}
# Work of these months still waits for somebody to look at it.
UNREVIEWED = {(2022, 12), (2023, 5), (2026, 10)}


def state_of(date):
    return State.SUBMITTED if (date.year, date.month) in UNREVIEWED else State.APPROVED
