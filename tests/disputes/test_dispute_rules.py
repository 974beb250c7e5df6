"""What the entry forms of disputes, checks and opinions accept, as the clerk of village A."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from disputes.models import Dispute, DisputeKind, Opinion, RiskCheck
from tests.entries import errors_of, post_edit, post_new
from township.records.models import State
from township.records.register import registry

SMALL = {
    "date": "2022-03-05",
    "kind": "neighbours",
    "origin": "application",
    "summary": "甲、乙因排水沟走向发生争执。",
    "part": "lead",
    "result": "ongoing",
}
CLOSED = {"result": "agreed", "closed_on": "2022-03-09", "agreement_form": "oral", "organisation": "village"}
CHECK = {"date": "2022-03-05", "kind": "monthly", "found": "2"}
OPINION = {
    "date": "2022-03-05",
    "channel": "visit",
    "content": "机耕路塌方，希望修补。",
    "progress": "pending",
}


@pytest.fixture
def clerk(world, sign_in):
    return sign_in(world.clerk_a)


def dispute(world, **values):
    return {**SMALL, "area": world.a.pk, **values}


def closed_dispute(world, **values):
    return dispute(world, **{"mediators": [world.person.pk], **CLOSED, **values})


def test_a_first_entry_needs_five_fields_and_no_parties(world, clerk):
    assert post_new(clerk, "disputes", **dispute(world)).status_code == 302
    record = Dispute.objects.get()
    assert (record.state, record.keeper, record.parties.count()) == (State.SUBMITTED, world.a, 0)
    assert str(record) == "2022年3月5日甲村邻里纠纷"


def test_first_screens_ask_for_at_most_six_fields(world):
    for slug in ("disputes", "risk-checks", "opinions"):
        declaration = registry.get(slug)
        _, names = declaration.fieldsets[0]
        asked = [
            name
            for name in names
            if name in declaration.required or not declaration.model._meta.get_field(name).blank
        ]
        assert len(asked) <= 6, slug


def test_there_are_the_eighteen_kinds_of_the_statistics():
    assert len(DisputeKind.choices) == 18
    assert all(label.endswith("纠纷") for label in DisputeKind.labels)


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"closed_on": "2022-03-04"}, "closed_on", "结案日期不能早于受理日期。"),
        ({"closed_on": ""}, "closed_on", "调解已有结果，请填写结案日期。"),
        (
            {"result": "ongoing", "agreement_form": ""},
            "result",
            "填了结案日期，请选择调解结果；还在调解的请去掉结案日期。",
        ),
        ({"agreement_form": ""}, "agreement_form", "达成协议的，请选择口头协议或书面协议。"),
        ({"result": "failed"}, "agreement_form", "没有达成协议的，不用选协议形式。"),
        ({"organisation": ""}, "organisation", "结案的请选择调解组织。"),
        ({"mediators": []}, "mediators", "结案的请选择调解员。"),
        ({"followed_up_on": "2022-03-08"}, "followed_up_on", "回访日期不能早于结案日期。"),
        (
            {"closed_on": "2999-01-01"},
            "closed_on",
            "结案日期晚于今天。如是计划安排，请等办完再录；日期写错了请改正。",
        ),
        ({"amount": "-1"}, "amount", "涉及金额（元）不能为负数，请填 0 或正整数。"),
        (
            {"summary": "甲电话13912345678，与乙争执。"},
            "summary",
            "这里写了手机号码，请删去；联系电话填在专门的栏目里。",
        ),
        (
            {"summary": "甲11010519491231002x与乙争执。"},
            "summary",
            "这里写了身份证号，请删去；简要情况用“甲、乙”代替当事人，证件号码填在专门的栏目里。",
        ),
        ({"title": "13912345678反映"}, "title", "这里写了手机号码，请删去；联系电话填在专门的栏目里。"),
    ],
)
def test_each_rule_speaks_at_its_field(world, clerk, values, field, sentence):
    response = post_new(clerk, "disputes", **closed_dispute(world, **values))
    assert errors_of(response) == {field: [sentence]}
    assert Dispute.objects.count() == 0


def test_a_case_goes_on_and_closes_and_is_taken_up_again_in_one_record(world, clerk):
    post_new(clerk, "disputes", **dispute(world))
    record = Dispute.objects.get()
    assert post_edit(clerk, "disputes", record, **closed_dispute(world)).status_code == 302
    record.refresh_from_db()
    assert (record.result, record.closed_on) == ("agreed", datetime.date(2022, 3, 9))
    assert post_edit(clerk, "disputes", record, **dispute(world)).status_code == 302
    record.refresh_from_db()
    assert (record.result, record.closed_on, Dispute.objects.count()) == ("ongoing", None, 1)


@pytest.mark.parametrize(
    "values",
    [
        {"result": "agreed", "closed_on": None, "agreement_form": "oral", "organisation": "village"},
        {"closed_on": datetime.date(2022, 3, 1), "result": "failed", "organisation": "village"},
        {"disclosure": "public"},
    ],
)
def test_the_database_keeps_the_same_rules(make, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        make(Dispute, kind="other", origin="application", summary="甲与乙。", **values)


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"found": ""}, "found", "请填写排查出隐患（件）。"),
        ({"found": "-1"}, "found", "排查出隐患（件）不能为负数，请填 0 或正整数。"),
        ({"settled": "3"}, "settled", "当场化解的件数不能多于排查出的隐患件数。"),
        ({"reported": "3"}, "reported", "上报的件数不能多于排查出的隐患件数。"),
        ({"closed_on": "2022-03-01"}, "closed_on", "办结日期不能早于排查日期。"),
    ],
)
def test_a_check_adds_up(world, clerk, values, field, sentence):
    response = post_new(clerk, "risk-checks", **{**CHECK, "area": world.a.pk, **values})
    assert errors_of(response) == {field: [sentence]}
    assert RiskCheck.objects.count() == 0


def test_a_check_lists_its_hazards_without_telephone_numbers(world, clerk):
    hazard = {"kind": "land", "summary": "两户林地界线不清", "risk": "low", "progress": "pending"}
    lines = {"hazards": [hazard, {**hazard, "summary": "联系13912345678"}]}
    response = post_new(clerk, "risk-checks", lines=lines, area=world.a.pk, **CHECK)
    assert response.status_code == 422
    assert response.context["formsets"][0][1].errors == [
        {},
        {"summary": ["这里写了手机号码，请删去；联系电话填在专门的栏目里。"]},
    ]
    lines["hazards"].pop()
    assert post_new(clerk, "risk-checks", lines=lines, area=world.a.pk, **CHECK).status_code == 302
    assert [row.summary for row in RiskCheck.objects.get().hazards.all()] == ["两户林地界线不清"]


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"progress": "solved"}, "answered_on", "已解决或已解释说明的，请填写答复日期。"),
        ({"answered_on": "2022-03-01"}, "answered_on", "答复日期不能早于收集日期。"),
        (
            {"reporter_phone": "12345"},
            "reporter_phone",
            "电话号码不对，请填 11 位手机号，或带区号的座机号，例如 0746-2212345。",
        ),
        ({"content": "请回电13912345678"}, "content", "这里写了手机号码，请删去；联系电话填在专门的栏目里。"),
    ],
)
def test_an_opinion_is_answered_on_a_day(world, clerk, values, field, sentence):
    response = post_new(clerk, "opinions", **{**OPINION, "area": world.a.pk, **values})
    assert errors_of(response) == {field: [sentence]}
    assert Opinion.objects.count() == 0


def test_an_answered_opinion_is_approved_once_it_says_how(world, make, sign_in):
    values = {"channel": "visit", "content": "路灯不亮。", "progress": "solved"}
    opinion = make(Opinion, answered_on=datetime.date(2022, 3, 9), **values)
    reviewer = sign_in(world.reviewer)
    approve = reverse("records:act", args=["opinions", opinion.pk, "approve"])
    reviewer.post(approve)
    opinion.refresh_from_db()
    assert opinion.state == State.SUBMITTED
    Opinion.objects.update(office=world.office, outcome="已换灯。")
    reviewer.post(approve)
    opinion.refresh_from_db()
    assert opinion.state == State.APPROVED


@pytest.mark.parametrize("slug", ["disputes", "risk-checks", "opinions"])
def test_nobody_enters_for_a_village_that_is_not_theirs(world, sign_in, slug):
    values = {"disputes": SMALL, "risk-checks": CHECK, "opinions": OPINION}[slug]
    response = post_new(sign_in(world.clerk_b), slug, area=world.a.pk, **values)
    assert errors_of(response) == {"area": ["所属村（社区）里没有这个选项，请重新选择。"]}
    assert registry.get(slug).model.objects.count() == 0


@pytest.mark.parametrize(
    "user", ["clerk_b", "stranger", "stranger_clerk", "administrator", "auditor", "county"]
)
def test_strangers_find_no_case(world, sign_in, make, user):
    record = make(Dispute, kind="other", origin="application", summary="甲与乙。")
    client = sign_in(world.users[user])
    for page in ("records:detail", "records:edit"):
        assert client.get(reverse(page, args=["disputes", record.pk])).status_code == 404
    assert post_edit(client, "disputes", record, **dispute(world, summary="改过")).status_code == 404
    record.refresh_from_db()
    assert record.summary == "甲与乙。"


def test_mediators_take_cases_and_checks_but_no_opinions(world, sign_in):
    client = sign_in(world.mediator)
    assert post_new(client, "disputes", **dispute(world)).status_code == 302
    assert post_new(client, "risk-checks", area=world.a.pk, **CHECK).status_code == 302
    assert client.get(reverse("records:new", args=["opinions"])).status_code == 404


def test_a_case_can_name_only_checks_within_reach(world, sign_in, make):
    own = make(RiskCheck, area=world.a, found=1)
    foreign = make(RiskCheck, area=world.b, found=1)
    client = sign_in(world.clerk_a)
    response = post_new(client, "disputes", **dispute(world, origin="check", risk_check=foreign.pk))
    assert errors_of(response) == {"risk_check": ["来源排查里没有这个选项，请重新选择。"]}
    assert (
        post_new(client, "disputes", **dispute(world, origin="check", risk_check=own.pk)).status_code == 302
    )
    assert list(own.disputes.all()) == [Dispute.objects.get()]
