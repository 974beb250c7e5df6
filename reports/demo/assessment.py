"""The county's assessment of this year, half worked through, and last year's as the county scored it."""

import datetime
import io
from dataclasses import dataclass
from decimal import Decimal

from openpyxl import Workbook

from township.operations.demo import seeder

from ..models import Assessment, Item, Tie

PAPERS, SYSTEM, VISIT, SURVEY = Item.Method
TITLE = "法治建设年度考核"
THIS_YEAR, LAST_YEAR = 2026, 2025


@dataclass(frozen=True)
class Row:
    """One item; `key` is the indicator that proves it, `own` the score with its reason once somebody gave one."""

    name: str
    standard: str
    points: int
    method: str
    key: str = ""
    own: tuple = ()
    not_applicable: str = ""
    target: int | None = None


# (first level, second level, office, responsible, items)
PARTS = (
    ("一、法治建设的组织领导", "第一责任人职责", "党政办", "周敏", (
        Row("党委会研究法治建设", "一年研究2次以上，每少一次扣1分。", 3, SYSTEM, "governance.party_committee", ("3", "按计划研究，次数达到要求"), target=2),
        Row("听取法治建设情况汇报", "主要负责人至少听取2次，少一次扣1分。", 2, SYSTEM, "governance.briefings", ("2", "上下半年各听取汇报"), target=2),
        Row("主持研究法治工作", "党政主要负责人没有主持研究的不得分。", 2, SYSTEM, "governance.principal_chaired", ("2", "重点问题由主要负责人主持研究")),
        Row("党政主要负责人述法", "年底述法，没有材料的不得分。", 3, PAPERS, "training.leader_reports"),
        Row("给干部讲法治课", "主要负责人一年讲一课。", 2, PAPERS, "training.principal_lectures", ("1.5", "已讲一课，课件没有留存完整")),
    )),
    ("一、法治建设的组织领导", "统筹协调", "政法办", "邓海涛", (
        Row("法治建设联席会议", "每月一次，缺一个月扣0.2分。", 2, SYSTEM, "governance.liaison_months", target=12),
        Row("法治建设领导小组", "成立并按人员变动调整。", 2, SYSTEM, "governance.leading_groups", ("2", "人员变动后已经调整")),
        Row("法治建设责任书", "和每个村（社区）签订，少一份扣0.2分。", 2, SYSTEM, "letters.law", ("2", "各村（社区）都已签订")),
        Row("年度任务按时完成", "县里下达的要点逐项落实。", 3, PAPERS),
    )),
    ("二、学法用法", "领导干部学法", "党政办", "周敏", (
        Row("党委会会前学法", "每季度至少一次。", 3, SYSTEM, "training.party_committee", ("3", "逐季开展，有记录"), target=4),
        Row("中心组专题学法", "每季度一次，少一次扣0.5分。", 3, SYSTEM, "training.central_group", target=4),
        Row("习近平法治思想专题学习", "没有开展的不得分。", 2, SYSTEM, "training.xi_thought", ("2", "列入学习计划并开展")),
        Row("旁听庭审", "组织干部旁听一次以上。", 1, PAPERS, "training.court"),
    )),
    ("二、学法用法", "干部学法考试", "政法办", "邓海涛", (
        Row("国家工作人员学法考试参考率", "低于95%的按比例扣分。", 2, SYSTEM, "training.civil_exam_rate", ("2", "参考率达到要求")),
        Row("法治培训", "一年至少举办3场。", 2, SYSTEM, "training.courses", ("2", "按计划举办"), target=3),
        Row("执法人员培训", "全员参加公共法律知识培训。", 2, PAPERS, "training.officer_courses"),
    )),
    ("三、法治宣传教育", "普法活动", "司法所", "黄秀兰", (
        Row("普法宣传活动", "全年不少于20场，少一场扣0.2分。", 3, SYSTEM, "outreach.events", ("3", "结合赶集日和重要节点开展"), target=20),
        Row("法律进乡村", "覆盖面不足的酌情扣分。", 2, SYSTEM, "outreach.events_rural", ("1.5", "个别村还没有开展")),
        Row("法律进学校", "中小学每学期至少一次。", 2, SYSTEM, "outreach.events_school", ("2", "开学季集中开展")),
        Row("民法典宣传月活动", "5月集中开展，有方案有小结。", 2, PAPERS, "outreach.events_civil_code"),
        Row("宪法宣传周活动", "12月第一周集中开展。", 2, PAPERS, "outreach.events_constitution_week"),
        Row("法治宣传资料发放", "不少于3000份。", 1, SYSTEM, "outreach.leaflets", ("1", "随活动发放"), target=3000),
    )),
    ("三、法治宣传教育", "普法力量和阵地", "司法所", "何建平", (
        Row("“法律明白人”培养", "每村（社区）3名以上，少一名扣0.1分。", 3, SYSTEM, "outreach.legal_aware_people", ("3", "各村（社区）都有3名以上"), target=42),
        Row("村（社区）法律顾问服务", "每月到村服务。", 2, SYSTEM, "outreach.counsel_visits"),
        Row("民主法治示范村（社区）创建", "有省级以上命名的得满分。", 2, PAPERS, "outreach.demonstration_villages"),
        Row("法治文化阵地建设", "有固定阵地并正常开放。", 2, VISIT, "outreach.culture_places", ("2", "阵地都正常开放")),
    )),
    ("四、矛盾纠纷预防化解", "排查和调解", "司法所", "黄秀兰", (
        Row("矛盾纠纷排查", "村（社区）每月排查，漏一次扣0.1分。", 3, SYSTEM, "checks.rounds", ("2.5", "两个村有的月份没有登记")),
        Row("矛盾纠纷调解成功率", "低于98%的，每低一个百分点扣0.2分。", 3, SYSTEM, "disputes.success_rate", ("3", "调解成功率达到要求")),
        Row("人民调解员配备", "每个调委会不少于3人。", 2, SYSTEM, "committees.mediators"),
        Row("群众意见办理", "收集的意见要逐条答复。", 2, SYSTEM, "opinions.answered"),
    )),
    ("四、矛盾纠纷预防化解", "信访和法律服务", "政法办", "邓海涛", (
        Row("领导接访", "每月至少一次。", 2, SYSTEM, "receptions.months"),
        Row("信访事项按期办结率", "超期一件扣0.5分。", 2, SYSTEM, "petitions.on_time_rate", ("2", "没有超期件")),
        Row("法律援助引导", "应援尽援，群众不满意的扣分。", 1, SURVEY, "legal_aid.applications", ("1", "及时指引，未接到投诉")),
    )),
    ("五、依法行政", "依法决策", "政法办", "邓海涛", (
        Row("重大行政决策合法性审查", "没有审查的每件扣1分。", 3, PAPERS, "governance.decisions"),
        Row("合同合法性审查", "应审未审的每份扣0.5分。", 2, SYSTEM, "governance.contracts", ("2", "签订前都经过审查")),
        Row("行政规范性文件备案", "印发后15日内报备。", 2, PAPERS, not_applicable="本年没有制定行政规范性文件"),
        Row("行政机关负责人出庭应诉", "应出庭未出庭的不得分。", 3, PAPERS, not_applicable="本年没有行政诉讼案件"),
    )),
    ("五、依法行政", "规范执法", "综合行政执法队", "谢雨晴", (
        Row("执法人员持证上岗", "无证执法的不得分。", 2, SYSTEM, "certificates.rate", ("1.5", "还有新调入人员没有取证")),
        Row("重大执法决定法制审核", "应审未审的每件扣1分。", 2, PAPERS, "governance.enforcement_reviews"),
        Row("执法决定公示", "没有按时公示的每件扣0.5分。", 2, SYSTEM, "enforcement.published_rate", ("2", "全部公示")),
    )),
)  # fmt: skip
# What the county took off the year before: {item: (points given, why)}.
TAKEN_OFF = {
    "党政主要负责人述法": ("2", "两名村书记的述法材料没有签字"),
    "法律进乡村": ("1.5", "三个村全年没有活动记录"),
    "矛盾纠纷排查": ("2", "部分村排查台账事后补填"),
    "执法人员持证上岗": ("1", "新进人员半年内没有取证"),
    "法治建设联席会议": ("2", ""),
    "普法宣传活动": ("3", ""),
}


@seeder
def seed(world):
    """This year's sheet with what proves its items and half of the scores; last year's with the county's."""
    if Assessment.objects.filter(area=world.township).exists():
        return
    before = _assessment(world, LAST_YEAR)
    Item.objects.bulk_create(_scored(item) for item in _items(world, before) if item.third in TAKEN_OFF)
    now = _assessment(world, THIS_YEAR)
    Item.objects.bulk_create(_items(world, now))
    keys = {row.name: row.key for *_, rows in PARTS for row in rows if row.key}
    by = world.users["zonghe"]
    Tie.objects.bulk_create(
        Tie(item=item, kind=Tie.Kind.INDICATOR, key=keys[item.third], by=by)
        for item in now.items.all()
        if item.third in keys
    )


def _sheet(year):
    """The workbook as the county sends it: a title above, first levels as merged cells, a total below."""
    book = Workbook()
    sheet = book.active
    sheet.append([f"{year}年度{TITLE}评分表"])
    sheet.append(["序号", "一级指标", "二级指标", "三级指标", "评分标准", "分值", "考核方式", "责任部门"])
    starts = []
    for first, second, office, _, rows in PARTS:
        starts += [] if starts and sheet.cell(starts[-1], 2).value == first else [sheet.max_row + 1]
        for row in rows:
            number = sheet.max_row - 1
            sheet.append(
                [number, first, second, row.name, row.standard, row.points, row.method.label, office]
            )
    ends = [start - 1 for start in starts[1:]] + [sheet.max_row]
    for start, end in zip(starts, ends, strict=True):
        sheet.merge_cells(start_row=start, end_row=end, start_column=2, end_column=2)
    sheet.append(["合计", None, None, None, None, sum(row.points for *_, rows in PARTS for row in rows)])
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def _assessment(world, year):
    return Assessment.objects.create(
        area=world.township,
        year=year,
        title=TITLE,
        basis=f"《蓝山县{year}年度法治建设考核细则》",
        content=_sheet(year),
        created_by=world.users["zonghe"],
    )


def _items(world, assessment):
    made = []
    for first, second, office, responsible, rows in PARTS:
        for row in rows:
            made.append(
                Item(
                    assessment=assessment,
                    position=len(made) + 1,
                    number=str(len(made) + 1),
                    first=first,
                    second=second,
                    third=row.name,
                    standard=row.standard,
                    points=Decimal(row.points),
                    method=row.method,
                    office=world.offices[office],
                    responsible=world.person(responsible),
                    due_on=datetime.date(assessment.year, 12, 10),
                    target=row.target,
                    not_applicable=row.not_applicable,
                    own_points=Decimal(row.own[0]) if row.own else None,
                    own_reason=row.own[1] if row.own else "",
                )
            )
    return made


def _scored(item):
    given, why = TAKEN_OFF[item.third]
    item.own_points, item.own_reason = item.points, "按要求完成"
    item.county_points, item.county_reason = Decimal(given), why
    return item
