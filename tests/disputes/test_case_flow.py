"""A case from application to follow-up: dates in their order, duties of the law, taking it up again."""

import datetime
from importlib import import_module

import pytest
from django.apps import apps
from django.urls import reverse

from disputes.models import Dispute, LegalAid, MediationRule, Petition, RiskCheck
from disputes.models.rules import confirmation_deadline
from tests.disputes.test_dispute_rules import CLOSED, SMALL
from tests.entries import errors_of, post_edit, post_new
from tests.factories import add_line, make_record
from township.records.models import Change, Holiday, RecordLock
from township.records.register import registry

AGREED = {**CLOSED, "agreement_form": "written", "agreed_on": "2022-03-09", "effective_on": "2022-03-09"}
PARTY = {"name": "欧阳某甲", "side": "applicant", "consent": "given", "consented_on": "2022-03-05"}
SESSION = {"held_on": "2022-03-08", "minutes": "甲、乙各自陈述。", "outcome": "agreed"}


@pytest.fixture
def mediator(world, sign_in):
    return sign_in(world.mediator)


@pytest.fixture
def freeze_today(monkeypatch):
    return lambda day: monkeypatch.setattr("disputes.models.dispute.timezone.localdate", lambda: day)


def values(world, **changes):
    return {**SMALL, "area": world.a.pk, **changes}


def closed(world, **changes):
    return values(world, mediators=[world.person.pk], **{**AGREED, **changes})


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"applied_on": "2022-03-06"}, "date", "受理日期不能早于申请日期。"),
        ({"extended_to": "2022-03-04"}, "extended_to", "调解期限不能早于受理日期。"),
        ({"risk": "escalating"}, "prevention", "有激化可能的，请写明采取了哪些防范措施。"),
        (
            {"possible_crime": "on"},
            "police_told_on",
            "可能引起治安案件、刑事案件的，应当及时报告公安机关，请填写报告日期。",
        ),
        ({"agreed_on": "2022-03-04", "effective_on": ""}, "agreed_on", "协议日期不能早于受理日期。"),
        ({"agreed_on": "2022-03-10", "effective_on": ""}, "closed_on", "结案日期不能早于协议日期。"),
        ({"effective_on": "2022-03-08"}, "effective_on", "协议生效日期不能早于协议日期。"),
        ({"performance_due_on": "2022-03-08"}, "performance_due_on", "履行期限不能早于协议日期。"),
        (
            {"performed_on": "2022-03-08", "performance": "done"},
            "performed_on",
            "履行完毕日期不能早于协议日期。",
        ),
        (
            {"performed_on": "2022-03-10", "performance": "under_way"},
            "performance",
            "填了履行完毕日期，履行情况请选“当场履行”或“已履行”。",
        ),
        (
            {"confirmation": "applied", "concerns_status": "yes"},
            "confirmation",
            "涉及身份、婚姻、收养关系的，不能申请司法确认。",
        ),
        (
            {"confirmation": "applied", "kind": "family"},
            "concerns_status",
            "婚姻家庭纠纷申请司法确认的，请选是否涉及身份关系。",
        ),
        (
            {"confirmation": "applied", "confirmation_applied_on": "2022-03-08"},
            "confirmation_applied_on",
            "申请司法确认日期不能早于协议生效日期。",
        ),
        (
            {"confirmation": "applied", "confirmation_applied_on": "2022-04-09"},
            "confirmation_applied_on",
            "双方应当自协议生效之日起三十日内共同申请司法确认，这个日期已经超过。",
        ),
        (
            {
                "confirmation": "confirmed",
                "confirmation_applied_on": "2022-03-20",
                "confirmation_decided_on": "2022-03-19",
            },
            "confirmation_decided_on",
            "裁定日期不能早于申请司法确认日期。",
        ),
    ],
)
def test_dates_in_order_and_duties_of_the_law_speak_at_their_field(world, mediator, changes, field, sentence):
    response = post_new(mediator, "disputes", **closed(world, **changes))
    assert errors_of(response) == {field: [sentence]}
    assert Dispute.objects.count() == 0


def test_only_an_agreement_has_its_days_and_its_confirmation(world, mediator):
    failed = {**closed(world), "result": "failed", "agreement_form": "", "confirmation": "applied"}
    assert errors_of(post_new(mediator, "disputes", **failed)) == {
        "agreed_on": ["没有达成协议的，不填协议日期。"],
        "effective_on": ["没有达成协议的，不填协议生效日期。"],
        "confirmation": ["达成协议的才能申请司法确认。"],
    }


@pytest.mark.parametrize(
    ("effective", "last"),
    [
        # 30 days later is a Friday.
        ("2022-03-09", "2022-04-08"),
        # 30 days later is a Saturday that was not worked: Monday.
        ("2022-03-17", "2022-04-18"),
    ],
)
def test_the_thirty_days_end_on_a_working_day(db, effective, last):
    assert confirmation_deadline(datetime.date.fromisoformat(effective)) == datetime.date.fromisoformat(last)


@pytest.mark.parametrize(
    ("sub_table", "row", "field", "sentence"),
    [
        ("sessions", {"held_on": "2022-03-04"}, "held_on", "调解日期不能早于受理日期。"),
        ("sessions", {"held_on": "2022-03-10"}, "held_on", "调解日期不能晚于结案日期。"),
        ("inquiries", {"asked_on": "2022-03-04", "asked": "丙"}, "asked_on", "调查日期不能早于受理日期。"),
        ("follow_ups", {"visited_on": "2022-03-08"}, "visited_on", "回访日期不能早于结案日期。"),
        ("follow_ups", {"visited_on": "2999-03-08"}, "visited_on", "回访日期晚于今天，请等办完再录。"),
        (
            "parties",
            {"name": "某甲", "consent": "refused"},
            "consent",
            "当事人明确拒绝的不得调解，不能是“达成协议”；后来同意了的请改为“同意调解”。",
        ),
    ],
)
def test_rows_keep_to_the_case(world, mediator, sub_table, row, field, sentence):
    response = post_new(mediator, "disputes", lines={sub_table: [row]}, **closed(world))
    formset = {line.name: rows for line, rows in response.context["formsets"]}[sub_table]
    assert (response.status_code, formset.errors) == (422, [{field: [sentence]}])


def test_a_follow_up_waits_for_the_end(world, mediator):
    rows = {"follow_ups": [{"visited_on": "2022-03-08"}]}
    response = post_new(mediator, "disputes", lines=rows, **values(world))
    assert "结案以后才有回访，请先填写结案日期。" in response.content.decode()


def test_who_does_not_see_the_parties_cannot_agree_over_a_refusal(world, sign_in):
    record = make_record(registry.get("disputes"), world, area=world.a, lines=False)
    record.parties.create(name="某甲", consent="refused")
    response = post_edit(sign_in(world.clerk_a), "disputes", record, **closed(world))
    assert errors_of(response) == {"result": ["有当事人明确拒绝调解，不能是“达成协议”。"]}
    assert "某甲" not in response.content.decode()


def test_the_last_days_follow_from_the_case_and_the_townships_rules(world, mediator):
    MediationRule.objects.create(area=world.township, first_year=2022, days_to_close=20, days_to_follow_up=15)
    post_new(mediator, "disputes", **values(world))
    record = Dispute.objects.get()
    assert record.reminders == [("调解期限", datetime.date(2022, 3, 25))]
    rows = {"parties": [PARTY], "sessions": [SESSION]}
    changes = closed(world, performance="under_way", performance_due_on="2022-06-01")
    assert post_edit(mediator, "disputes", record, lines=rows, **changes).status_code == 302
    record.refresh_from_db()
    # The 30 days for a court are long over.
    assert record.confirm_by == datetime.date(2022, 4, 8)
    assert record.reminders == [
        ("回访期限", datetime.date(2022, 3, 24)),
        ("履行期限", datetime.date(2022, 6, 1)),
    ]


def test_a_court_can_be_asked_until_the_last_day_and_once(freeze_today):
    freeze_today(datetime.date(2022, 4, 8))
    case = Dispute(result="agreed", confirm_by=datetime.date(2022, 4, 8), followed_up_on="2022-04-01")
    assert case.reminders == [("申请司法确认截止", datetime.date(2022, 4, 8))]
    case.confirmation = "applied"
    assert case.reminders == []
    case.confirmation, case.concerns_status = "", "yes"
    assert case.reminders == []
    case.concerns_status = "no"
    freeze_today(datetime.date(2022, 4, 9))
    assert case.reminders == []


def test_an_extension_the_parties_agreed_to_moves_the_time_limit(world, mediator):
    post_new(mediator, "disputes", **values(world, extended_to="2022-05-01"))
    assert Dispute.objects.get().due_on == datetime.date(2022, 5, 1)


def test_the_last_follow_up_is_the_one_that_figures_know(world, mediator):
    rows = {"follow_ups": [{"visited_on": "2022-04-20"}, {"visited_on": "2022-04-09", "performance": "done"}]}
    post_new(mediator, "disputes", lines=rows, **closed(world))
    record = Dispute.objects.get()
    assert (record.followed_up_on, record.follow_ups.count()) == (datetime.date(2022, 4, 20), 2)


@pytest.mark.parametrize(
    ("end", "missing"),
    [
        ({"result": "failed", "agreement_form": ""}, ("advice",)),
        ({"result": "referred", "agreement_form": ""}, ("referred_to",)),
        ({"result": "withdrawn", "agreement_form": ""}, ()),
        ({"result": "agreed", "agreement_form": "written"}, ("terms",)),
        ({"result": "agreed", "agreement_form": "oral"}, ()),
    ],
)
def test_an_end_is_complete_with_what_it_calls_for(end, missing):
    assert registry.get("disputes").missing(Dispute(**end)) == missing


def reopen(client, case, **data):
    given = {"reopened_on": "2022-05-01", "reason": "乙反悔，不履行协议。", **data}
    return client.post(reverse("disputes:reopen", args=[case.pk]), given, follow=True)


def test_a_broken_agreement_is_taken_up_again_under_its_number(world, mediator):
    post_new(mediator, "disputes", **closed(world, case_number="（2022）某人调字第9号"))
    record = Dispute.objects.get()
    assert "案卷号不变" in reopen(mediator, record).content.decode()
    record.refresh_from_db()
    earlier = record.reopenings.get()
    assert (record.result, record.closed_on, record.agreement_form) == ("ongoing", None, "")
    assert (record.case_number, Dispute.objects.count()) == ("（2022）某人调字第9号", 1)
    assert (earlier.closed_on, earlier.result) == (datetime.date(2022, 3, 9), "agreed")
    assert Change.objects.filter(reason="重新调解").count() == 1


def test_what_was_agreed_and_visited_before_is_history_and_it_can_be_closed_again(world, mediator):
    first = {
        "terms": "乙付甲三百元。",
        "facts": "因地界争议。",
        "performance_mode": "现金",
        "performance_place": "村部",
        "follow_up": "尚未付清。",
        "confirmation": "confirmed",
        "confirmation_applied_on": "2022-03-20",
        "confirmation_decided_on": "2022-03-25",
        "confirmation_court": "某县人民法院",
        "confirmation_number": "某号",
    }
    visit = {"follow_ups": [{"visited_on": "2022-03-20"}]}
    post_new(mediator, "disputes", lines=visit, **closed(world, **first))
    record = Dispute.objects.get()
    assert record.followed_up_on == datetime.date(2022, 3, 20)
    reopen(mediator, record)
    record.refresh_from_db()
    assert {name: getattr(record, name) for name in first} == dict.fromkeys(first, "") | {
        "confirmation_applied_on": None,
        "confirmation_decided_on": None,
    }
    assert record.followed_up_on is None
    changed = Change.objects.get(reason="重新调解").details
    assert ["协议内容", "乙付甲三百元。", "—"] in changed
    again = closed(world, closed_on="2022-05-09", agreed_on="2022-05-09", effective_on="2022-05-09")
    assert post_edit(mediator, "disputes", record, **again).status_code == 302
    record.refresh_from_db()
    assert (record.result, record.followed_up_on) == ("agreed", None)


def test_taking_up_a_case_that_a_report_has_counted_is_a_correction(world, mediator):
    post_new(mediator, "disputes", **closed(world))
    record = Dispute.objects.get()
    Dispute.objects.update(state="approved", reviewed_by=world.reviewer)
    RecordLock.objects.create(register="disputes", record_id=record.pk, label="2022年度报告")
    assert "案卷号不变" in reopen(mediator, record).content.decode()
    record.refresh_from_db()
    assert (record.result, record.state, record.reviewed_by) == ("ongoing", "submitted", None)
    change = Change.objects.get(action=Change.Action.CORRECTED)
    assert change.reason == "乙反悔，不履行协议。"


def test_days_due_follow_the_townships_rules_and_the_holidays(world, dated, freeze_today, monkeypatch):
    case = dated(Dispute, area=world.a)
    agreed = {"result": "agreed", "agreement_form": "written", "organisation": "village"}
    ended = dated(Dispute, area=world.a, closed_on="2022-03-09", effective_on="2022-03-09", **agreed)
    monkeypatch.setattr("disputes.deadlines.timezone.localdate", lambda: datetime.date(2022, 3, 20))
    rule = MediationRule.objects.create(
        area=world.township, first_year=2022, days_to_close=10, days_to_follow_up=20
    )
    Holiday.objects.create(date=datetime.date(2022, 4, 8), year=2022, name="调休", is_working=False)
    case.refresh_from_db()
    ended.refresh_from_db()
    assert case.due_on == datetime.date(2022, 3, 15)
    # Friday is free now, and so is the weekend after it.
    assert (ended.follow_up_by, ended.confirm_by) == (datetime.date(2022, 3, 29), datetime.date(2022, 4, 11))
    rule.delete()
    case.refresh_from_db()
    assert case.due_on == datetime.date(2022, 4, 4)


def test_cases_from_before_have_their_days_due_filled_in(world, dated):
    case = dated(
        Dispute, closed_on="2022-03-09", result="agreed", agreement_form="oral", organisation="village"
    )
    Dispute.objects.update(due_on=None, follow_up_by=None)
    import_module("disputes.migrations.0005_fill_days_due").fill(apps, None)
    case.refresh_from_db()
    assert (case.due_on, case.follow_up_by) == (datetime.date(2022, 4, 4), datetime.date(2022, 4, 8))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"reopened_on": "2022-03-08"}, "重新调解日期不能早于原结案日期。"),
        ({"reopened_on": "nonsense"}, "请填重新调解的日期，不能晚于今天。"),
        ({"reopened_on": "2999-01-01"}, "请填重新调解的日期，不能晚于今天。"),
        ({"reason": " "}, "请写明重新调解的原因，一句话即可。"),
        ({"reason": "电话13912345678"}, "这里写了手机号码，请删去；联系电话填在专门的栏目里。"),
    ],
)
def test_taking_up_again_refuses_in_one_sentence(world, mediator, data, sentence):
    post_new(mediator, "disputes", **closed(world))
    record = Dispute.objects.get()
    assert sentence in reopen(mediator, record, **data).content.decode()
    record.refresh_from_db()
    assert (record.result, record.reopenings.count()) == ("agreed", 0)


def test_an_open_case_is_not_taken_up_again_and_strangers_find_none(world, mediator, sign_in):
    post_new(mediator, "disputes", **values(world))
    record = Dispute.objects.get()
    assert "还没有结案，不用重新调解。" in reopen(mediator, record).content.decode()
    for user in (world.stranger, world.clerk_b, world.principal, world.auditor):
        assert reopen(sign_in(user), record).status_code == 404


def test_a_case_shows_where_it_came_from_to_those_who_may_read_that(world, sign_in):
    case = make_record(registry.get("disputes"), world, area=world.a, lines=False)
    check = make_record(registry.of(RiskCheck), world, area=world.a, lines=False)
    add_line(check, registry.of(RiskCheck).lines[0].model, world, dispute=case)
    petition = make_record(registry.of(Petition), world, area=world.a, lines=False, dispute=case)
    aid = make_record(registry.of(LegalAid), world, area=world.a, lines=False, dispute=case)
    page = reverse("records:detail", args=["disputes", case.pk])

    def sources(user):
        (panel,) = sign_in(user).get(page).context["panels"]
        return [title for _, title, _ in panel.context["sources"]]

    assert sources(world.mediator) == [str(check), str(petition), str(aid)]
    # Petitions are closed to villages.
    assert sources(world.clerk_a) == [str(check), str(aid)]


def test_groups_without_a_word_are_folded_into_one(world, sign_in, dated):
    case = dated(Dispute, kind="neighbours", origin="application", summary="甲、乙两家相争。", area=world.a)
    page = sign_in(world.mediator).get(reverse("records:detail", args=["disputes", case.pk]))
    groups = dict(page.context["sections"])
    assert list(groups) == ["受理情况", "调解情况", "结案情况", "其他"]
    folded = dict(page.context["unfilled"])
    # A box that nobody ticked says nothing.
    assert ("可能引起治安案件、刑事案件", "否") in folded["激化风险"]
    assert {"申请登记", "协议和履行", "司法确认", "回访"} <= set(folded)
    text = page.content.decode()
    assert text.count('<details class="card record-section unfilled">') == 1
    assert text.index("<h2>结案情况</h2>") < text.index("未填写的项目") < text.index("<h2>司法确认</h2>")

    case.confirmation_court = "测试县人民法院"
    case.save()
    page = sign_in(world.mediator).get(reverse("records:detail", args=["disputes", case.pk]))
    assert "司法确认" in dict(page.context["sections"]) and "司法确认" not in dict(page.context["unfilled"])
