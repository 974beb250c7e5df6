"""Legal aid, mediation bodies and the hotline: entry rules and what their figures count."""

import datetime

import pytest
from django.urls import reverse

from disputes.models import Dispute, HotlineMonth, LegalAid, MediationCommittee, Mediator
from tests.entries import errors_of, post_new
from township.figures.period import Period
from township.people.models import Person
from township.records.models import State
from township.records.register import registry

AID = {
    "date": "2022-03-05",
    "service": "guiding",
    "recipient": "migrant_worker",
    "matter": "wages",
    "people": "1",
}
MONTH = {"date": "2022-03", "received": "12"}
BODY = {"title": "甲村人民调解委员会", "kind": "village", "date": "2018-06-01"}


@pytest.fixture
def clerk(world, sign_in):
    return sign_in(world.clerk_a)


@pytest.fixture
def coordinator(world, sign_in):
    return sign_in(world.coordinator)


@pytest.mark.parametrize("slug", ["legal-aid", "mediation-committees", "hotline-months"])
def test_first_screens_ask_for_at_most_six_fields(slug):
    declaration = registry.get(slug)
    _, names = declaration.fieldsets[0]
    blank = {name for name in names if declaration.model._meta.get_field(name).blank}
    assert len([name for name in names if name in declaration.required or name not in blank]) <= 6


# Legal aid ----------------------------------------------------------------------------------------


def test_legal_aid_is_entered_in_six_fields(world, clerk):
    assert post_new(clerk, "legal-aid", area=world.a.pk, **AID).status_code == 302
    assert str(LegalAid.objects.get()) == "2022年3月5日甲村指引申请"


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"people": "0"}, "people", "人数至少是 1；不清楚的可不填。"),
        (
            {"service": "advice", "result": "accepted"},
            "result",
            "只有指引申请、初审转交的才有县法律援助机构的结果。",
        ),
        ({"result": "closed"}, "closed_on", "已办结的，请填写办结日期。"),
        ({"closed_on": "2022-03-01"}, "closed_on", "办结日期不能早于日期。"),
    ],
)
def test_each_rule_of_legal_aid_speaks_at_its_field(world, clerk, values, field, sentence):
    response = post_new(clerk, "legal-aid", area=world.a.pk, **{**AID, **values})
    assert errors_of(response) == {field: [sentence]}


def test_a_township_guides_and_helps_to_apply(dated, figure):
    base = {"recipient": "migrant_worker", "matter": "wages"}
    dated(LegalAid, service="guiding", result="accepted", people=5, **base)
    dated(LegalAid, service="forwarding", result="closed", closed_on="2022-06-01", recovered=900, **base)
    dated(LegalAid, service="forwarding", result="refused", **{**base, "recipient": "elderly"})
    dated(LegalAid, service="advice", people=3, **base)
    dated(LegalAid, service="writing", **base)
    labels = {
        "引导、协助申请法律援助件数": 3,
        "县法律援助机构受理件数": 2,
        "协助农民工申请法律援助件数": 2,
        "申请法律援助受援人次": 7,
        "公共法律服务咨询件数": 1,
        "公共法律服务咨询人次": 3,
        "代写法律文书件数": 1,
        "法律援助挽回损失金额": 900,
    }
    assert {label: figure(label).value for label in labels} == labels


def test_what_was_recovered_counts_when_the_case_ended(dated, figure):
    values = {"recipient": "elderly", "matter": "wages", "service": "guiding", "result": "closed"}
    dated(LegalAid, "2021-11-01", closed_on="2022-02-01", recovered=500, **values)
    assert figure("法律援助挽回损失金额").value == 500
    assert figure("引导、协助申请法律援助件数", Period.year(2021)).value == 1


def test_legal_aid_may_name_a_dispute_and_both_count_once(make, figure):
    dispute = make(Dispute, kind="wages", origin="application", summary="甲与乙。")
    make(LegalAid, service="guiding", recipient="migrant_worker", matter="wages", dispute=dispute)
    assert list(dispute.legal_aid.all()) == [LegalAid.objects.get()]
    assert (figure("受理矛盾纠纷件数").value, figure("引导、协助申请法律援助件数").value) == (1, 1)


# Mediation bodies ---------------------------------------------------------------------------------


@pytest.fixture
def body(make):
    def _body(day="2018-06-01", **values):
        values = {"title": "调委会", "kind": "village", **values}
        return make(MediationCommittee, date=datetime.date.fromisoformat(day), **values)

    return _body


def test_a_body_has_mediators_and_is_approved_with_a_chair(world, clerk, sign_in):
    refused = post_new(clerk, "mediation-committees", area=world.a.pk, **BODY)
    assert refused.status_code == 422
    assert "调解员至少填 1 行。" in refused.content.decode()
    lines = {"mediators": [{"person": "李建国（法治委员）", "time": "part"}]}
    assert post_new(clerk, "mediation-committees", area=world.a.pk, lines=lines, **BODY).status_code == 302
    record = MediationCommittee.objects.get()
    sign_in(world.reviewer).post(reverse("records:act", args=["mediation-committees", record.pk, "approve"]))
    record.refresh_from_db()
    assert record.state == State.SUBMITTED
    assert registry.get("mediation-committees").missing(record) == ("chair",)


def test_bodies_and_mediators_are_what_there_is_on_the_day(world, body, figure):
    other = Person.objects.create(area=world.a, name="李建国")
    gone = Person.objects.create(area=world.a, name="王秀英")
    first, second = body(area=world.a), body(area=world.township, kind="township")
    body(area=world.b, valid_to=datetime.date(2022, 5, 31))
    for record, person, values in (
        (first, world.person, {}),
        (second, world.person, {"time": "full"}),
        (second, other, {"joined_on": datetime.date(2022, 9, 1)}),
        (second, gone, {"left_on": datetime.date(2022, 3, 1)}),
    ):
        Mediator.objects.create(record=record, person=person, **values)
    labels = (
        "人民调解组织个数",
        "村（社区）调委会个数",
        "有调委会的村（社区）数",
        "人民调解员人数",
        "专职人民调解员人数",
    )
    assert [figure(label).value for label in labels] == [2, 1, 1, 2, 1]
    spring = Period(datetime.date(2022, 1, 1), datetime.date(2022, 2, 28))
    assert [figure(label, spring).value for label in labels] == [3, 2, 2, 2, 1]


# The hotline --------------------------------------------------------------------------------------


def test_a_month_is_entered_once(world, coordinator):
    values = {**MONTH, "area": world.township.pk}
    assert post_new(coordinator, "hotline-months", **values).status_code == 302
    assert str(HotlineMonth.objects.get()) == "毛俊镇2022年3月12345工单"
    response = post_new(coordinator, "hotline-months", **values)
    assert errors_of(response) == {"__all__": ["这个月的工单已经汇总过，请打开原来的记录修改。"]}
    HotlineMonth.objects.update(state=State.VOIDED)
    assert post_new(coordinator, "hotline-months", **values).status_code == 302


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"closed": "3", "on_time": "4"}, "on_time", "按时办结件数不能多于办结件数。"),
        ({"closed": "3", "rated": "4", "satisfied": "1"}, "rated", "回访评价件数不能多于办结件数。"),
        ({"rated": "2", "satisfied": "3"}, "satisfied", "满意件数不能多于回访评价件数。"),
        ({"rated": "2"}, "satisfied", "填了回访评价件数的，请填满意件数；没有满意的填 0。"),
        ({"date": "三月"}, "date", "月份请按 2026-03 这样填写年月。"),
    ],
)
def test_each_rule_of_a_month_speaks_at_its_field(world, coordinator, values, field, sentence):
    response = post_new(coordinator, "hotline-months", area=world.township.pk, **{**MONTH, **values})
    assert errors_of(response) == {field: [sentence]}


@pytest.mark.parametrize("user", ["clerk_a", "mediator", "stranger_clerk"])
def test_villages_and_mediators_enter_no_month(world, sign_in, user):
    client = sign_in(world.users[user])
    assert client.get(reverse("records:new", args=["hotline-months"])).status_code == 404


def test_months_add_up_and_rates_leave_out_what_was_not_asked(dated, figure):
    dated(HotlineMonth, "2022-01-01", received=10, closed=9, on_time=9, rated=8, satisfied=6)
    dated(HotlineMonth, "2022-02-01", received=4, closed=5)
    dated(HotlineMonth, "2022-03-01", received=6, closed=6, on_time=3, rated=2, satisfied=2)
    labels = ("12345工单件数", "12345工单办结件数", "12345工单汇总月数")
    assert [figure(label).value for label in labels] == [20, 20, 3]
    rates = [figure(label) for label in ("12345工单按时办结率", "12345工单满意率")]
    assert [(rate.value, rate.numerator, rate.denominator) for rate in rates] == [
        (80.0, 12, 15),
        (80.0, 8, 10),
    ]
