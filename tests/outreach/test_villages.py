"""“法律明白人” and the services of counsels: rules, stocks, and which villages have too few."""

import datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from outreach.legal_aware import short_villages
from outreach.models import CounselVisit, LegalAwarePerson, OutreachEvent, Team
from outreach.registers import CounselVisits, LegalAwarePeople
from tests.entries import errors_of, post_edit, post_new
from tests.factories import make_record
from township.figures.duties import CellState, cells, duties
from township.figures.indicator import indicators
from township.figures.period import Period
from township.figures.reading import by_category
from township.people.gate import Gate
from township.people.models import Area, Person
from township.records.models import State

TODAY = datetime.date(2022, 12, 1)


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.fixture
def aware(make, world):
    """`aware(name)` makes somebody of village A recognised in 2021."""

    def _aware(name, **values):
        values = {"area": world.a, "identity": "cadre", "date": day("2021-05-10"), **values}
        return make(LegalAwarePerson, title=name, **values)

    return _aware


@pytest.fixture
def visit(make, world):
    def _visit(**values):
        values = {"area": world.a, "method": "on_duty", "matters": ["advice"], **values}
        return make(CounselVisit, counsel=world.person, **values)

    return _visit


# 法律明白人 ----------------------------------------------------------------------------------------


def person_entry(world, **values):
    return {
        "title": "李建国",
        "area": world.a.pk,
        "date": "2021-05-10",
        "identity": "grid",
        "standing": "serving",
        **values,
    }


def test_a_village_enters_its_own_and_the_certificate_follows(world, sign_in):
    response = post_new(
        sign_in(world.clerk_a), "legal-aware-people", **person_entry(world, born_in="1980-06")
    )
    assert response.status_code == 302
    person = LegalAwarePerson.objects.get()
    assert (str(person), person.keeper, person.born_in) == ("李建国", world.a, day("1980-06-01"))
    assert LegalAwarePeople.missing(person) == ("certificate_number",)


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"title": ""}, "title", "请填写姓名。"),
        ({"identity": ""}, "identity", "请选择身份类别。"),
        ({"standing": "left"}, "valid_to", "退出的请填写退出日期。"),
        ({"valid_to": "2022-01-01"}, "standing", "填了退出日期的，在册情况请选“退出”。"),
        ({"standing": "left", "valid_to": "2020-01-01"}, "valid_to", "退出日期不能早于认定日期。"),
        (
            {"last_trained_on": "2999-01-01"},
            "last_trained_on",
            "最近培训日期晚于今天。如是计划安排，请等办完再录；日期写错了请改正。",
        ),
    ],
)
def test_each_rule_speaks_at_its_field(world, sign_in, values, field, sentence):
    response = post_new(sign_in(world.clerk_a), "legal-aware-people", **person_entry(world, **values))
    assert errors_of(response) == {field: [sentence]}


def test_they_belong_to_a_village(world, sign_in):
    data = person_entry(world, area=world.township.pk)
    response = post_new(sign_in(world.coordinator), "legal-aware-people", **data)
    assert errors_of(response) == {"area": ["法律明白人登记在所在的村（社区），请选择具体的村（社区）。"]}


def test_a_name_stands_once_in_a_village(world, sign_in, aware):
    first = aware("李建国", certificate_number="2021001")
    client = sign_in(world.coordinator)
    response = post_new(client, "legal-aware-people", **person_entry(world))
    [sentence] = [text for texts in errors_of(response).values() for text in texts]
    assert sentence.startswith("这个村（社区）已有同名的在册法律明白人")
    with pytest.raises(IntegrityError), transaction.atomic():
        aware("李建国")
    data = person_entry(world, title="王秀英", area=world.b.pk, certificate_number="2021001")
    assert [
        text for texts in errors_of(post_new(client, "legal-aware-people", **data)).values() for text in texts
    ] == ["这个证书编号已有别的在册法律明白人在用，请核对。"]
    assert post_new(client, "legal-aware-people", **person_entry(world, area=world.b.pk)).status_code == 302
    first.standing, first.valid_to = "left", day("2022-01-01")
    first.save()
    assert post_new(client, "legal-aware-people", **person_entry(world)).status_code == 302


def test_a_village_closes_its_own_entry_after_approval(world, sign_in, aware):
    person = aware("李建国", state=State.APPROVED, certificate_number="2021001")
    data = person_entry(world, certificate_number="2021001", standing="left", valid_to="2022-06-30")
    assert post_edit(sign_in(world.clerk_b), "legal-aware-people", person, **data).status_code == 404
    assert post_edit(sign_in(world.clerk_a), "legal-aware-people", person, **data).status_code == 302
    person.refresh_from_db()
    assert (person.standing, person.state) == ("left", State.SUBMITTED)


def test_they_are_a_stock_of_the_cut_off_day(aware, figure):
    aware("甲")
    aware("乙", standing="left", valid_to=day("2022-06-30"))
    aware("丙", date=day("2022-09-01"))
    aware("丁", date=day("2023-02-01"))
    assert [figure("法律明白人人数", Period.year(year)) for year in (2021, 2022, 2023)] == [2, 2, 3]
    assert figure("新认定法律明白人人数") == 1
    assert figure("法律明白人人数", Period.month(2022, 6)) == 1


def test_they_are_no_members_of_the_outreach_teams(aware, make, figure, world):
    member = Person.objects.create(area=world.township, name="队员")
    make(Team, kind="outreach", date=day("2020-01-05"), lines={"members": [{"person": member}]})
    for name in ("甲", "乙", "丙"):
        aware(name)
    assert (figure("法治宣传队伍人数"), figure("法律明白人人数")) == (1, 3)


def test_villages_with_fewer_than_three_are_named(aware, world):
    """Communities are not asked; a village with three is not named, one with none is."""
    Area.objects.create(
        name="社区", parent=world.township, level=Area.Level.VILLAGE, kind=Area.Kind.COMMUNITY
    )
    for name in ("甲", "乙", "丙"):
        aware(name)
    aware("丁", area=world.b)
    aware("戊", area=world.b, standing="left", valid_to=day("2022-06-30"))
    aware("己", area=world.b, state=State.DRAFT)
    gate = Gate(world.coordinator)
    assert short_villages(area=world.township, gate=gate, today=TODAY) == [(world.b, 1)]
    assert short_villages(area=world.township, gate=gate, today=day("2022-06-01")) == [(world.b, 2)]
    assert short_villages(area=world.a, gate=Gate(world.clerk_a), today=TODAY) == []


def test_the_list_says_which_villages(aware, world, sign_in):
    aware("甲", area=world.b)
    url = reverse("records:list", args=["legal-aware-people"])

    def told(name):
        panels = sign_in(world.users[name]).get(url).context["panels"]
        return [[(village.name, number) for village, number in panel.context["short"]] for panel in panels]

    assert told("coordinator") == [[("甲村", 0), ("乙村", 1)]]
    assert told("clerk_a") == [[("甲村", 0)]]
    assert told("stranger") == [[("丙村", 0)]]
    # An office sees its own records only: every village would look short of people.
    assert told("office_clerk") == []
    page = sign_in(world.coordinator).get(url).content.decode()
    assert "以下 2 个村在册不足 3 名" in page


# Counsels -----------------------------------------------------------------------------------------


def visit_entry(world, **values):
    return {
        "date": "2022-03-05",
        "area": world.a.pk,
        "counsel": "吴律师（某某律师事务所）",
        "method": "on_duty",
        "matters": ["advice", "contract"],
        **values,
    }


def test_a_visit_with_a_counsel_new_to_the_roster(world, sign_in):
    response = post_new(sign_in(world.clerk_a), "counsel-visits", **visit_entry(world))
    assert response.status_code == 302
    found = CounselVisit.objects.get()
    assert (found.counsel.name, found.counsel.position) == ("吴律师", "某某律师事务所")
    assert found.served is None


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"counsel": ""}, "counsel", "请填写法律顾问及单位。"),
        ({"method": ""}, "method", "请选择服务方式。"),
        ({"matters": []}, "matters", "请选择服务事项。"),
        ({"served": "-1"}, "served", "服务人次不能为负数，请填 0 或正整数。"),
        ({"hours": "25"}, "hours", "时长（小时）超过 24，请核对是不是多打了几位。"),
    ],
)
def test_each_rule_of_a_visit_speaks_at_its_field(world, sign_in, values, field, sentence):
    response = post_new(sign_in(world.clerk_a), "counsel-visits", **visit_entry(world, **values))
    assert errors_of(response) == {field: [sentence]}


def test_a_visit_names_nobody_by_number_and_goes_to_a_village(world, sign_in):
    client = sign_in(world.coordinator)
    response = post_new(client, "counsel-visits", **visit_entry(world, summary="电话 13800001234"))
    assert set(errors_of(response)) == {"summary"}
    response = post_new(client, "counsel-visits", **visit_entry(world, area=world.township.pk))
    assert errors_of(response) == {"area": ["请选择服务的村（社区）；镇里的法律审查在“合法性审查”里录。"]}


def test_a_visit_counts_once_whatever_it_dealt_with(visit, figure, world):
    visit(matters=["advice", "contract", "lecture"], served=6, hours=3)
    visit(method="telephone", served=None, hours=0.5)
    visit(area=world.b, method="online", served=2, state=State.DRAFT)
    assert (figure("村（社区）法律顾问服务次数"), figure("法律顾问到村值班次数")) == (2, 1)
    assert (figure("法律顾问服务群众人次"), figure("法律顾问服务时长")) == (6, 3.5)
    assert figure("法律顾问服务覆盖村（社区）数") == 1
    found = by_category(
        indicators.get("outreach.counsel_visits"), area=world.township, period=Period.year(2022)
    )
    assert found == {"到村值班": 1, "电话": 1}


def test_a_lecture_on_the_way_is_an_event_of_its_own_named_here(visit, make, figure):
    visit(event=make(OutreachEvent, consultations=9), matters=["lecture"], served=9)
    assert (figure("普法活动场次"), figure("村（社区）法律顾问服务次数")) == (1, 1)
    assert (figure("接受群众咨询人次"), figure("法律顾问服务群众人次")) == (9, 9)


def test_only_events_within_reach_are_offered(make, world, sign_in):
    own, foreign = make(OutreachEvent), make(OutreachEvent, area=world.b)
    client = sign_in(world.clerk_a)
    assert foreign.pk not in {
        record.pk
        for record in client.get(reverse("records:new", args=["counsel-visits"]))
        .context["form"]
        .fields["event"]
        .queryset
    }
    response = post_new(client, "counsel-visits", **visit_entry(world, event=foreign.pk))
    assert errors_of(response) == {"event": ["关联普法活动里没有这个选项，请重新选择。"]}
    assert post_new(client, "counsel-visits", **visit_entry(world, event=own.pk)).status_code == 302


def test_each_village_is_owed_a_counsel_each_quarter(visit, world):
    visit(date=day("2022-02-10"))
    found = cells(
        duties["outreach.counsel"], area=world.township, period=Period.year(2022), today=day("2022-05-01")
    )
    states = {(cell.area.name, cell.period.start.month): cell.state for cell in found}
    assert (states["甲村", 1], states["乙村", 1], states["甲村", 4]) == (
        CellState.DONE,
        CellState.MISSING,
        CellState.AHEAD,
    )


@pytest.mark.parametrize("register", [LegalAwarePeople, CounselVisits])
def test_a_list_of_three_takes_no_more_queries_than_a_list_of_one(register, world, sign_in):
    client, address = sign_in(world.coordinator), reverse("records:list", args=[register.slug])
    taken = []
    for wanted in (1, 3):
        while register.model.objects.count() < wanted:
            make_record(register, world)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        taken.append(len(queries))
    assert taken[0] == taken[1]


@pytest.mark.parametrize("register", [LegalAwarePeople, CounselVisits])
@pytest.mark.parametrize("user", ["clerk_b", "stranger", "stranger_clerk", "mediator", "auditor", "county"])
def test_strangers_find_nothing(register, user, world, sign_in):
    record = make_record(register, world, area=world.a)
    url = reverse("records:detail", args=[register.slug, record.pk])
    assert sign_in(world.users[user]).get(url).status_code == 404
