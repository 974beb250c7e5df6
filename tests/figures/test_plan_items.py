"""Tasks of the year: what they may say, how far they have come, and for whom they wait."""

import datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from disputes.models import Dispute
from outreach.models import OutreachEvent, Team
from tests.entries import errors_of, post_edit, post_new
from tests.factories import make_record
from township.figures.indicator import indicators
from township.figures.models import PlanItem
from township.figures.plans import Task, tasks_of, tasks_waiting_for
from township.figures.progress import Standing, measure, standing
from township.figures.registers import PlanItems
from township.operations.demo import World
from township.operations.demo.plan import seed as seed_plan
from township.people.gate import Gate
from township.people.models import Person
from township.records.models import State
from township.records.register import registry
from training.models import StudySession

TODAY = datetime.date(2022, 7, 2)


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.fixture
def plan_item(make, world):
    """`plan_item(indicator, target, **values)` makes a submitted task of the township for 2022."""

    def _plan_item(indicator="", target=None, **values):
        values = {
            "area": world.township,
            "office": world.justice_office,
            "title": "开展普法活动",
            "plan": "outreach",
            "year": 2022,
            "deadline": day("2022-12-31"),
            **values,
        }
        return make(PlanItem, indicator=indicator, target=target, **values)

    return _plan_item


def measured(item, user, today=TODAY):
    """The item as `user` sees it, measured."""
    [found] = PlanItems.queryset_for_list(PlanItem.objects.filter(pk=item.pk))
    measure([found], gate=Gate(user), today=today)
    return found


def stands(item, user, today=TODAY):
    return standing(measured(item, user, today), today=today)


# What a task may say --------------------------------------------------------------------------------


def entry(world, **values):
    return {
        "year": "2022",
        "plan": "outreach",
        "title": "开展普法活动24场",
        "office": world.justice_office.pk,
        "stage": "not_started",
        "area": world.township.pk,
        "date": "2022-01-10",
        **values,
    }


def test_a_task_takes_its_unit_from_the_indicator(world, sign_in):
    data = entry(world, indicator="outreach.events", target="24", unit="次", responsible="陈志远")
    response = post_new(sign_in(world.coordinator), "plan-items", **data)
    assert response.status_code == 302
    item = PlanItem.objects.get()
    assert (item.unit, item.target, item.responsible, item.state) == ("场", 24, world.person, State.SUBMITTED)


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"title": ""}, "title", "请填写任务内容。"),
        ({"office": ""}, "office", "请选择责任部门。"),
        ({"plan": ""}, "plan", "请选择计划类别。"),
        ({"year": "22"}, "year", "年度请填四位数，例如 2026。"),
        ({"stage": "failed"}, "shortfall", "任务未完成的，请写明原因。"),
        ({"indicator": "outreach.events"}, "target", "选了对应指标的，请填写目标数，才能计算进度。"),
        ({"target": "0"}, "target", "目标数至少是 1；没有数量要求的不填。"),
        ({"target": "-3"}, "target", "目标数不能为负数，请填 0 或正整数。"),
        ({"indicator": "nothing", "target": "2"}, "indicator", "对应指标里没有这个选项，请重新选择。"),
        ({"deadline": "2021-12-01"}, "deadline", "完成时限早于2022年，请核对年度和时限。"),
    ],
)
def test_each_rule_speaks_at_its_field(world, sign_in, values, field, sentence):
    response = post_new(sign_in(world.coordinator), "plan-items", **entry(world, **values))
    found = errors_of(response)
    assert found[field][0] == sentence
    assert set(found) == {field}
    assert PlanItem.objects.count() == 0


@pytest.mark.parametrize("values", [{"stage": "failed"}, {"indicator": "outreach.events"}, {"target": 0}])
def test_the_database_keeps_the_same_rules(plan_item, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        plan_item(**values)


def test_a_deadline_may_lie_ahead_and_is_asked_for_before_approval(plan_item, sign_in, world):
    item = plan_item(deadline=None)
    assert PlanItems.missing(item) == ("deadline",)
    ahead = (datetime.date.today() + datetime.timedelta(days=400)).isoformat()
    data = entry(world, year=ahead[:4], deadline=ahead)
    assert post_new(sign_in(world.coordinator), "plan-items", **data).status_code == 302


def test_the_form_knows_the_year_and_an_offices_own_name(world, sign_in):
    response = sign_in(world.office_clerk).get(reverse("records:new", args=["plan-items"]))
    initial = response.context["form"].initial
    assert initial["year"] == datetime.date.today().year
    assert initial["office"] == world.office.pk


def test_only_figures_within_reach_are_offered(world, sign_in):
    def offered(user):
        form = sign_in(user).get(reverse("records:new", args=["plan-items"])).context["form"]
        return {key for _, group in form.fields["indicator"].choices[1:] for key, _ in group}

    assert offered(world.coordinator) == {one.key for one in indicators.all()}
    world.office.registers = ["plan-items", "outreach-events"]
    world.office.save()
    assert {key.split(".")[0] for key in offered(world.office_clerk)} == {"outreach"}


def test_an_indicator_that_is_gone_stays_readable(plan_item, world, sign_in):
    item = plan_item()
    PlanItem.objects.update(indicator="outreach.gone", target=3)
    client = sign_in(world.coordinator)
    page = client.get(reverse("records:detail", args=["plan-items", item.pk]))
    assert "已停用的指标" in page.content.decode()
    assert page.context["panels"] == ()
    assert client.get(reverse("records:edit", args=["plan-items", item.pk])).status_code == 200


# Progress -------------------------------------------------------------------------------------------


def test_progress_is_the_figure_beside_the_target(plan_item, make, world):
    item = plan_item("outreach.events", 8)
    for number in range(3):
        make(OutreachEvent, date=day(f"2022-0{number + 1}-05"))
    make(OutreachEvent, state=State.DRAFT)
    make(OutreachEvent, date=day("2021-03-05"))
    make(OutreachEvent, area=world.foreign_village)
    found = measured(item, world.coordinator).measured
    assert (found.value, found.target, found.share, str(found)) == (3, 8, 37, "3／8场（37%）")


def test_the_year_so_far_ends_today(plan_item, make, world):
    item = plan_item("outreach.events", 8)
    make(OutreachEvent, date=day("2022-07-02"))
    make(OutreachEvent, date=day("2022-07-03"))
    assert measured(item, world.coordinator).measured.value == 1
    assert measured(item, world.coordinator, today=day("2023-03-01")).measured.value == 2


def test_a_villages_task_is_answered_by_the_village(plan_item, make, world):
    item = plan_item("outreach.events", 4, area=world.a)
    other = plan_item("outreach.events", 4, area=world.b)
    make(OutreachEvent, area=world.a)
    make(OutreachEvent, area=world.township)
    make(OutreachEvent, area=world.b).villages.set([world.a])
    assert measured(item, world.coordinator).measured.value == 2
    assert measured(other, world.coordinator).measured.value == 1


def test_the_progress_opens_the_very_records(plan_item, make, world, sign_in):
    item = plan_item("outreach.attendance", 100)
    make(OutreachEvent, attendance=30)
    make(OutreachEvent, attendance=12, area=world.b)
    client = sign_in(world.coordinator)
    [panel] = client.get(reverse("records:detail", args=["plan-items", item.pk])).context["panels"]
    progress = panel.context["item"].measured
    rows = client.get(progress.url).context["rows"]
    assert sum(row.record.attendance for row in rows) == progress.value == 42


def test_nothing_recorded_yet_is_not_zero(plan_item, make, world):
    item = plan_item("outreach.events_school", 4)
    assert str(measured(item, world.coordinator).measured) == "未填／4次"
    make(OutreachEvent)
    assert str(measured(item, world.coordinator).measured) == "0／4次（0%）"


def test_a_rate_is_told_without_a_share_of_its_own(plan_item, make_exam, world):
    item = plan_item("training.exam_rate", 95)
    make_exam(expected=50, taken=48)
    assert str(measured(item, world.coordinator).measured) == "96／95%"
    assert stands(item, world.coordinator) is Standing.REACHED


@pytest.fixture
def make_exam(make, world):
    from training.models import Exam

    return lambda **values: make(Exam, area=world.township, kind="civil", **values)


# Where it stands ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("held", "today", "expected"),
    [
        (0, "2022-01-01", Standing.ON_TRACK),
        (0, "2022-03-31", Standing.ON_TRACK),
        (0, "2022-04-03", Standing.BEHIND),
        (1, "2022-04-03", Standing.ON_TRACK),
        (3, "2022-12-31", Standing.ON_TRACK),
        (3, "2023-01-01", Standing.OVERDUE),
        (4, "2022-05-01", Standing.REACHED),
        (4, "2023-06-01", Standing.REACHED),
    ],
)
def test_whole_units_are_expected_as_the_year_goes_on(plan_item, make, world, held, today, expected):
    """Four in a year: the first is due when a quarter of the days has passed."""
    item = plan_item("outreach.events", 4)
    for _ in range(held):
        make(OutreachEvent, date=day("2022-01-01"))
    assert stands(item, world.coordinator, today=day(today)) is expected


def test_stocks_and_rates_are_not_behind_before_the_deadline(plan_item, make, world):
    teams = plan_item("outreach.teams", 7)
    rate = plan_item("training.exam_rate", 95)
    make(Team, kind="outreach", date=day("2020-01-01"))
    assert stands(teams, world.coordinator, today=day("2022-12-31")) is Standing.ON_TRACK
    assert stands(rate, world.coordinator, today=day("2022-12-31")) is Standing.ON_TRACK
    assert stands(teams, world.coordinator, today=day("2023-01-01")) is Standing.OVERDUE


@pytest.mark.parametrize(
    ("stage", "expected"),
    [("done", Standing.DONE), ("partly", Standing.PARTLY), ("failed", Standing.FAILED)],
)
def test_what_was_said_at_the_end_stands(plan_item, world, stage, expected):
    item = plan_item("outreach.events", 4, stage=stage, shortfall="人手不足")
    assert stands(item, world.coordinator, today=day("2024-01-01")) is expected


def test_a_task_without_a_number_is_watched_by_its_deadline(plan_item, world):
    item = plan_item(deadline=day("2022-06-30"))
    assert measured(item, world.coordinator).progress == ""
    assert stands(item, world.coordinator, today=day("2022-06-30")) is Standing.ON_TRACK
    assert stands(item, world.coordinator, today=day("2022-07-01")) is Standing.OVERDUE


# Who sees what --------------------------------------------------------------------------------------


def test_strangers_find_no_task(plan_item, world, sign_in):
    item = plan_item()
    for name in ("stranger", "stranger_clerk", "clerk_a", "mediator", "county", "auditor"):
        url = reverse("records:detail", args=["plan-items", item.pk])
        assert sign_in(world.users[name]).get(url).status_code == 404, name
    foreign = plan_item(area=world.foreign_village)
    assert [task.item for task in tasks_of(Gate(world.coordinator), area=world.township, year=2022)] == [item]
    assert [task.item for task in tasks_of(Gate(world.stranger), area=world.other_township, year=2022)] == [
        foreign
    ]


def test_a_figure_beyond_the_readers_reach_is_not_shown(plan_item, world, make):
    """Counts of cases in one village are for those who read the cases."""
    item = plan_item("disputes.accepted", 5, area=world.a, keeper=world.a, office=world.office)
    make_record(registry.of(Dispute), world, area=world.a)
    assert measured(item, world.coordinator).measured.value == 1
    world.office.registers = ["plan-items"]
    world.office.save()
    assert measured(item, world.office_clerk).measured is None


def test_an_office_sees_its_part_and_is_not_told_that_it_is_behind(plan_item, make, world):
    item = plan_item("outreach.events", 12, office=world.office)
    make(OutreachEvent, area=world.township, office=world.office)
    make(OutreachEvent)
    found = measured(item, world.office_clerk).measured
    assert (found.value, found.partial) == (1, True)
    assert stands(item, world.office_clerk) is Standing.ON_TRACK
    assert stands(item, world.coordinator) is Standing.BEHIND


def test_who_is_responsible_carries_an_approved_task_on(plan_item, world, sign_in):
    item = plan_item(office=world.office, state=State.APPROVED, reviewed_by=world.reviewer)
    data = entry(world, office=world.office.pk, stage="done", account="办完了", deadline="2022-12-31")
    assert post_edit(sign_in(world.office_clerk), "plan-items", item, **data).status_code == 302
    item.refresh_from_db()
    assert (item.stage, item.state, item.reviewed_by) == ("done", State.SUBMITTED, None)
    PlanItem.objects.update(state=State.APPROVED)
    data |= {"account": "已核对", "version": item.version}
    assert post_edit(sign_in(world.reviewer), "plan-items", item, **data).status_code == 302
    item.refresh_from_db()
    assert (item.account, item.state, item.reviewed_by) == ("已核对", State.APPROVED, world.reviewer)


def test_other_registers_are_not_carried_on(make, world, sign_in):
    event = make(OutreachEvent, state=State.APPROVED)
    url = reverse("records:edit", args=["outreach-events", event.pk])
    assert sign_in(world.clerk_a).get(url).status_code == 404


def test_a_task_is_no_matter_of_zero_reports(world, sign_in):
    client = sign_in(world.coordinator)
    assert "零报告" not in client.get(reverse("records:list", args=["plan-items"])).content.decode()


# Where it waits and is shown ------------------------------------------------------------------------


def waiting(user):
    return {task.item.title for task in tasks_waiting_for(Gate(user), today=TODAY)}


def test_open_tasks_wait_for_office_person_and_village(plan_item, world):
    plan_item(title="派出所的", office=world.office)
    plan_item(title="书记的", responsible=world.person)
    plan_item(title="甲村的", area=world.a)
    plan_item(title="办完的", office=world.office, stage="done")
    plan_item(title="没提交的", office=world.office, state=State.DRAFT)
    world.principal.name = "陈志远"
    world.principal.save()
    assert waiting(world.office_clerk) == {"派出所的"}
    assert waiting(world.principal) == {"书记的"}
    assert waiting(world.clerk_a) == {"甲村的"}
    assert waiting(world.clerk_b) == waiting(world.coordinator) == waiting(world.mediator) == set()


def test_a_namesake_of_another_township_gets_nothing(plan_item, world):
    plan_item(title="书记的", responsible=world.person)
    world.stranger.name = "陈志远"
    world.stranger.save()
    assert waiting(world.stranger) == set()
    elsewhere = Person.objects.create(area=world.other_township, name="分管的")
    plan_item(title="邻镇的人", responsible=elsewhere)
    world.deputy.name = "分管的"
    world.deputy.save()
    assert waiting(world.deputy) == set()


def test_the_list_of_waiting_work_names_them(plan_item, world, sign_in):
    item = plan_item("outreach.events", 4, office=world.office)
    page = sign_in(world.office_clerk).get(reverse("reports:todo"))
    # Its last day has come, so that it stands among what has one.
    assert page.context["tasks"] == []
    [(group, [task])] = page.context["upcoming"]
    assert (group, task.about, task.url) == ("已过期限", item.title, Task(item, None).url)
    assert task.url in page.content.decode()
    assert not page.context["nothing"]


def test_the_overview_puts_first_what_needs_attention(plan_item, make, world, sign_in):
    plan_item(title="办完的", stage="done")
    plan_item("outreach.events", 1, title="达到的", deadline=day("2022-05-01"))
    late = plan_item(title="到期的", deadline=day("2022-03-01"))
    plan_item(title="去年的", year=2021)
    make(OutreachEvent)
    response = sign_in(world.coordinator).get(reverse("reports:overview"), {"year": 2022})
    tasks = response.context["tasks"]
    assert [task.item.title for task in tasks] == ["到期的", "达到的", "办完的"]
    assert (response.context["tasks_done"], response.context["tasks_behind"]) == (2, 1)
    assert late.title in response.content.decode()
    assert "共 3 项，完成或已达目标 2 项，未达进度或已到时限 1 项。" in response.content.decode()


def test_the_county_reads_no_tasks(plan_item, world, sign_in):
    plan_item()
    response = sign_in(world.county).get(reverse("reports:overview"), {"year": 2022})
    assert response.context["tasks"] == []
    assert 'id="plan-heading"' not in response.content.decode()


def test_the_list_shows_and_exports_the_progress(plan_item, make, world, sign_in):
    plan_item("outreach.events", 4)
    make(OutreachEvent)
    client = sign_in(world.coordinator)
    [row] = client.get(reverse("records:list", args=["plan-items"])).context["rows"]
    assert {column.label: text for column, text in row.pairs}["进度"] == "1／4场（25%）"
    from tests.access.test_matrix import exported_rows

    [exported] = exported_rows(client.get(reverse("workbooks:export", args=["plan-items"])))
    assert "1／4场（25%）" in exported


@pytest.mark.parametrize("page", ["list", "overview", "todo"])
def test_the_number_of_queries_does_not_grow(plan_item, make, world, sign_in, page):
    """More tasks, more villages and more figures of the same registers cost nothing."""
    world.coordinator.office = world.justice_office
    world.coordinator.save()
    urls = {
        "list": reverse("records:list", args=["plan-items"]),
        "overview": f"{reverse('reports:overview')}?year=2022",
        "todo": reverse("reports:todo"),
    }
    client, counts = sign_in(world.coordinator), []
    make(OutreachEvent)
    make(StudySession, area=world.township, kind="staff", attendance=3)
    for round_number in range(2):
        for key in ("outreach.events", "outreach.attendance", "training.sessions"):
            plan_item(key, 4 + round_number)
        for village in (world.a, world.b):
            plan_item(("outreach.banners", "outreach.events")[round_number], 4, area=village)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(urls[page]).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


# The demonstration ----------------------------------------------------------------------------------


def test_the_demonstrations_plans_keep_the_rules_and_are_seeded_once(db):
    world = World.build()
    for _ in range(2):
        seed_plan(world)
    items = list(PlanItem.objects.all())
    assert {item.year for item in items} >= {2021, 2022, 2023}
    assert len(items) == len({(item.year, item.title) for item in items})
    for item in items:
        item.full_clean(exclude=["created_by", "updated_by", "reviewed_by"])
        assert PlanItems.missing(item) == ()
    assert {item.stage for item in items} == set(PlanItem.Stage)
    assert [item.title for item in items if item.indicator and not indicators.get(item.indicator)] == []
