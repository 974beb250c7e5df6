"""What the demonstration township planned for its years; the figures that answer are counted, not typed."""

import datetime

from township.figures.indicator import indicators
from township.figures.models import PlanItem
from township.records.models import State

from .world import seeder

Plan, Stage = PlanItem.Plan, PlanItem.Stage
DOCUMENTS = {
    Plan.COUNTY_POINTS: "县{year}年法治政府建设工作要点",
    Plan.STUDY: "毛俊镇{year}年学法计划",
    Plan.OUTREACH: "毛俊镇{year}年普法计划",
    Plan.RESPONSIBILITY: "毛俊镇普法责任清单",
    Plan.LAST_REPORT: "上年度法治政府建设情况报告",
}
# (plan, task, office, person, deadline, indicator, target); the deadline as (month, day).
TASKS = (
    (
        Plan.STUDY,
        "党委会会前学法全年不少于10次",
        "党政办",
        "陈志远",
        (12, 31),
        "training.party_committee",
        10,
    ),
    (Plan.STUDY, "中心组专题学法每季度不少于1次", "党政办", "陈志远", (12, 20), "training.central_group", 4),
    (Plan.STUDY, "举办法治培训5场", "司法所", "黄秀兰", (11, 30), "training.courses", 5),
    (
        Plan.STUDY,
        "国家工作人员学法考试参考率达到95%以上",
        "政法办",
        "邓海涛",
        (11, 30),
        "training.civil_exam_rate",
        95,
    ),
    (Plan.OUTREACH, "开展普法活动30场", "司法所", "何建平", (12, 20), "outreach.events", 30),
    (
        Plan.OUTREACH,
        "法律进学校活动每月不少于1次",
        "中心学校",
        "罗春燕",
        (12, 10),
        "outreach.events_school",
        12,
    ),
    (Plan.OUTREACH, "“法律明白人”达到40名", "司法所", "黄秀兰", (10, 31), "outreach.legal_aware_people", 40),
    (
        Plan.RESPONSIBILITY,
        "法律顾问到村服务50次",
        "司法所",
        "吴启明",
        (12, 31),
        "outreach.counsel_visits",
        50,
    ),
    (Plan.LAST_REPORT, "修订村规民约合法性审查办法", "政法办", "邓海涛", (9, 30), "", None),
    (Plan.COUNTY_POINTS, "完成年度述法并报县", "党政办", "周敏", (12, 31), "training.leader_reports", 10),
)
YEARS = (2021, 2022, 2023, 2026)
ENDED = {2021, 2022}


@seeder
def seed(world):
    """The same tasks each year; of the years that are over each is settled, one of them not in full."""
    for year in YEARS:
        for number, row in enumerate(TASKS):
            add_task(world, year, number, *row)


def add_task(world, year, number, plan, title, office, responsible, deadline, key, target):
    indicator = indicators.get(key)
    world.add(
        PlanItem,
        f"{year} {title}",
        state=State.SUBMITTED if year == 2023 and number > 6 else State.APPROVED,
        year=year,
        plan=plan,
        title=title,
        date=datetime.date(year, 1, 18),
        office=world.offices[office],
        responsible=world.person(responsible),
        basis=DOCUMENTS[plan].format(year=year),
        deadline=datetime.date(year, *deadline),
        indicator=key,
        target=target,
        unit=indicator.unit if indicator else "",
        **outcome(year, key),
    )


def outcome(year, key):
    """What was said at the end of the year, or where the work is now."""
    if year not in ENDED:
        return {"stage": Stage.RUNNING if key else Stage.NOT_STARTED}
    if key == "outreach.events_school":
        return {
            "stage": Stage.PARTLY,
            "shortfall": "寒暑假期间没有开展。",
            "account": "开学季和宪法宣传周集中开展，其余月份不足，下年按学期排定。",
        }
    if not key and year == 2021:
        return {"stage": Stage.FAILED, "shortfall": "县里的指导意见尚未印发，结转下年办理。"}
    return {"stage": Stage.DONE, "account": "已按计划完成，材料存政法办。"}
