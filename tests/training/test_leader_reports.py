"""年度述法: who has reported, how it is counted, and what a report still lacks."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.entries import errors_of, post_new
from tests.factories import make_attachment
from township.figures.duties import CellState, cells, duties
from township.figures.indicator import indicators
from township.figures.period import Period
from township.figures.reading import by_category
from township.people.models import Person
from township.records.models import State
from training.models import LeaderLegalReport
from training.registers import LeaderLegalReports

Kind, Method = LeaderLegalReport.Kind, LeaderLegalReport.Method


@pytest.fixture
def people(world):
    return [Person.objects.create(area=world.township, name=f"干部{number}") for number in range(3)]


@pytest.fixture
def report_of(make, world):
    def _report_of(person, **values):
        values = {"year": 2022, "kind": Kind.MEMBER, "method": Method.MEETING, "post": "职务", **values}
        values.setdefault("date", datetime.date(2022, 12, 20))
        return make(LeaderLegalReport, area=values.pop("area", world.township), person=person, **values)

    return _report_of


def entry(world, **values):
    return {
        "year": "2022",
        "person": "陈志远",
        "post": "镇党委书记",
        "kind": Kind.PRINCIPAL,
        "method": Method.MEETING,
        "area": world.township.pk,
        "date": "2022-12-20",
        **values,
    }


def test_a_report_is_called_by_person_and_year(world, sign_in):
    assert post_new(sign_in(world.coordinator), "leader-legal-reports", **entry(world)).status_code == 302
    found = LeaderLegalReport.objects.get()
    assert (str(found), found.person) == ("陈志远2022年度述法", world.person)


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"person": ""}, "person", "请填写述法人。"),
        ({"post": ""}, "post", "请填写职务。"),
        ({"kind": ""}, "kind", "请选择类别。"),
        ({"method": ""}, "method", "请选择述法方式。"),
        ({"date": "2999-01-01"}, "date", "述法日期晚于今天。如是计划安排，请等办完再录；日期写错了请改正。"),
        ({"rectified_on": "2022-12-01"}, "rectified_on", "整改完成日期不能早于述法日期。"),
        ({"reported_on": "2022-12-01"}, "reported_on", "报县日期不能早于述法日期。"),
        ({"score": "201"}, "score", "评议得分超过 200，请核对是不是多打了几位。"),
        (
            {"kind": Kind.VILLAGE_SECRETARY},
            "area",
            "类别是“村（社区）党组织书记”的，请选择他所在的村（社区）。",
        ),
    ],
)
def test_each_rule_speaks_at_its_field(world, sign_in, values, field, sentence):
    response = post_new(sign_in(world.coordinator), "leader-legal-reports", **entry(world, **values))
    assert errors_of(response) == {field: [sentence]}


def test_leaders_of_the_township_are_none_of_a_village(world, sign_in):
    data = entry(world, area=world.a.pk)
    response = post_new(sign_in(world.coordinator), "leader-legal-reports", **data)
    assert errors_of(response) == {"area": ["类别是“镇党政主要负责人”的，请选择镇本级。"]}


def test_a_person_reports_once_a_year(world, sign_in, report_of):
    first = report_of(world.person)
    response = post_new(sign_in(world.coordinator), "leader-legal-reports", **entry(world))
    sentences = [sentence for found in errors_of(response).values() for sentence in found]
    assert sentences == ["这个人这一年的述法已经登记过，请打开原来的记录修改。"]
    with pytest.raises(IntegrityError), transaction.atomic():
        report_of(world.person)
    LeaderLegalReport.objects.filter(pk=first.pk).update(state=State.VOIDED)
    assert post_new(sign_in(world.coordinator), "leader-legal-reports", **entry(world)).status_code == 302


def test_the_report_itself_is_a_file_or_lies_somewhere(world, report_of, people):
    filed, kept, bare = (report_of(person) for person in people)
    make_attachment(filed, by=world.coordinator, image=False)
    kept.report_kept_at = "存党政办"
    assert [LeaderLegalReports.missing(record) for record in (filed, kept, bare)] == [
        (),
        (),
        ("report_kept_at",),
    ]


def test_spoken_written_and_joined_reports_make_it_complete(report_of, people, figure):
    for person, method in zip(people, Method.values, strict=True):
        report_of(person, method=method)
    assert figure("年度述法人数") == 3
    assert (figure("会议述法人数"), figure("书面述法人数")) == (1, 1)


def test_persons_are_counted_once(report_of, people, figure):
    report_of(people[0], year=2021, date=datetime.date(2022, 1, 6))
    report_of(people[0])
    report_of(people[1], commented_by=people[0])
    report_of(people[2], state=State.DRAFT)
    assert figure("述法人数") == figure("年度述法人数") == 2
    assert figure("述法点评人数") == 1


def test_secretaries_of_villages_are_a_part(report_of, people, figure, world):
    report_of(people[0])
    report_of(people[1], kind=Kind.VILLAGE_SECRETARY, area=world.a)
    assert (figure("年度述法人数"), figure("村（社区）党组织书记述法人数")) == (2, 1)
    assert figure("年度述法人数", area=world.a) == 1
    found = by_category(
        indicators.get("training.leader_reports"), area=world.township, period=Period.year(2022)
    )
    assert found == {"班子成员": 1, "村（社区）党组织书记": 1}


def test_the_township_owes_reports_each_year(report_of, people, world):
    report_of(people[0])
    found = cells(
        duties["training.leader_reports"],
        area=world.township,
        period=Period(datetime.date(2021, 1, 1), datetime.date(2022, 12, 31)),
        today=datetime.date(2023, 3, 1),
    )
    assert [cell.state for cell in found] == [CellState.MISSING, CellState.DONE]
    assert found[1].due == datetime.date(2023, 1, 31)


@pytest.mark.parametrize("user", ["stranger", "stranger_clerk", "clerk_a", "mediator", "county", "auditor"])
def test_strangers_find_no_report(user, world, sign_in, report_of):
    record = report_of(world.person)
    url = reverse("records:detail", args=["leader-legal-reports", record.pk])
    assert sign_in(world.users[user]).get(url).status_code == 404
