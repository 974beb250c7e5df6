"""What the demonstration township publishes, and what it is asked for."""

import datetime
import random

from django.utils import timezone

from township.records.models import State

from ..models import Disclosure, DisclosureRequest

# Months with records in a year: 2023 and 2026 stop where the demonstration stops.
MONTHS = {2021: 12, 2022: 12, 2023: 5, 2025: 12, 2026: 10}
PER_MONTH = 4
TITLES = {
    "policy": ("{year}年秸秆综合利用工作方案", "农村人居环境整治提升实施方案", "防汛抗旱应急预案"),
    "budget": ("{year}年部门预算公开", "{month}月财政资金收支情况"),
    "rural_funds": ("衔接推进乡村振兴补助资金项目公示", "产业发展项目资金安排公示"),
    "welfare": ("{month}月临时救助发放情况", "{month}月城乡低保资金发放情况"),
    "enforcement": ("{month}月综合行政执法检查情况", "行政执法人员名单公示"),
    "emergency": ("{month}月地质灾害隐患点巡查情况", "森林防火禁火令"),
    "other": ("公益性岗位招聘公告", "{month}月镇政府工作动态"),
}
TEXT = "现将有关情况公布如下。\n一、基本情况\n有关事项已按程序办理。\n二、监督方式\n群众如有疑问，可以到镇便民服务中心查询。"
CHANNELS = (["website"], ["website"], ["website", "account"], ["account"], ["board"])
# (year, month, day, applicant, matter, days until the answer, result)
REQUESTS = (
    (2021, 4, 12, "person", "申请公开2020年度惠农补贴发放明细", 14, "granted"),
    (2021, 12, 17, "business", "申请公开圩镇改造工程中标结果", 24, "granted"),
    (2022, 2, 21, "person", "申请公开本组土地征收补偿方案", 18, "granted"),
    (2022, 5, 9, "person", "申请公开宅基地审批材料", 21, "partial"),
    (2022, 8, 3, "legal", "申请公开某行政处罚案卷", 15, "refused_case_file"),
    (2022, 10, 26, "person", "申请公开二〇〇五年林权登记底册", 19, "none_held"),
    (2022, 12, 19, "person", "申请公开危房改造名单审核情况", 28, "granted"),
    (2023, 3, 14, "welfare", "申请公开养老服务设施建设情况", 12, "granted"),
    (2025, 6, 11, "person", "申请公开道路硬化工程验收结论", 17, "granted"),
    (2025, 9, 22, "business", "申请公开产业奖补资金申报指南", 9, "granted"),
    (2026, 4, 8, "person", "申请公开集体资产发包情况", 16, "unhandled_petition"),
    (2026, 9, 14, "person", "申请公开高标准农田建设验收情况", 20, "granted"),
    (2026, 11, 16, "person", "申请公开公益林补偿资金分配表", None, ""),
)


def seed(world):
    for year, months in MONTHS.items():
        for month in range(1, months + 1):
            for number in range(PER_MONTH):
                publish(world, random.Random(f"disclosures {year} {month} {number}"), year, month, number)
    for row in REQUESTS:
        add_request(world, *row)
    seed_unfinished(world)


def publish(world, dice, year, month, number):
    """One piece of information, cleared a day or two before it was published."""
    column = dice.choice(list(TITLES))
    day = datetime.date(year, month, 3 + number * 6 + dice.randrange(4))
    key = f"{year}-{month}-{number}"
    channels = dice.choice(CHANNELS)
    values = {
        "title": dice.choice(TITLES[column]).format(year=year, month=month),
        "column": column,
        "channels": channels,
        "made_on": day - datetime.timedelta(days=dice.randint(3, 12)),
        "cleared_by": world.person("刘国栋"),
        "cleared_on": day - datetime.timedelta(days=dice.randint(0, 2)),
        "index_number": f"431127102/{year}-{month:02d}{number:02d}",
        "summary": "本镇主动公开的信息。",
        "text": TEXT,
        "signed_on": day - datetime.timedelta(days=2),
        "link": "" if channels == ["board"] else f"https://www.example.com/maojun/{key}.html",
        "office": world.offices["党政办"],
        "state": State.SUBMITTED if dice.random() < 0.08 else State.APPROVED,
    }
    if day <= timezone.localdate():
        world.add(Disclosure, key, date=day, **values)


def add_request(world, year, month, day, applicant, matter, days, result):
    received = datetime.date(year, month, day)
    if received > timezone.localdate():
        return
    answered = received + datetime.timedelta(days=days) if days else None
    if answered is not None and answered > timezone.localdate():
        answered, result = None, ""
    world.add(
        DisclosureRequest,
        f"{received}-{applicant}",
        date=received,
        title=matter,
        applicant=applicant,
        answered_on=answered,
        result=result,
        office=world.offices["党政办"],
        state=State.APPROVED if answered else State.SUBMITTED,
    )


def seed_unfinished(world):
    """A draft and a returned piece of information of 2022, which no figure counts."""
    for state, reason in ((State.DRAFT, ""), (State.RETURNED, "请补填保密审查人和审查日期。")):
        world.add(
            Disclosure,
            f"2022 {state}",
            date=datetime.date(2022, 7, 11),
            title="村庄规划编制情况公示",
            column="other",
            channels=["board"],
            state=state,
            reason=reason,
        )
