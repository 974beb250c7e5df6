"""Requests for information: the last day to answer, and the rows of the statutory table."""

import datetime
import uuid

import pytest
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openness.models import DisclosureRequest
from tests.entries import errors_of, post_edit, post_new
from township.figures.indicator import indicators
from township.figures.period import Period
from township.figures.reading import by_category, read
from township.records.models import Holiday, State
from township.records.register import registry

SLUG = "disclosure-requests"
YEAR = Period.year(2022)
ASKED = {"date": "2022-09-13", "title": "申请公开惠农补贴发放明细", "applicant": "person"}
BALANCE = (
    "上期结转依申请公开件数",
    "依申请公开件数",
    "办结依申请公开件数",
    "结转下期依申请公开件数",
)
ROWS = (
    "予以公开件数",
    "部分公开件数",
    "不予公开件数",
    "无法提供件数",
    "不予处理件数",
    "依申请公开其他处理件数",
)


@pytest.fixture
def coordinator(world, sign_in):
    return sign_in(world.coordinator)


@pytest.fixture
def request_of(world, make):
    def _request(received="2022-03-01", answered=None, **values):
        answered_on = datetime.date.fromisoformat(answered) if answered else None
        result = values.pop("result", "granted" if answered else "")
        values = {"title": "申请公开", "applicant": "person", **values}
        return make(
            DisclosureRequest,
            area=world.township,
            date=datetime.date.fromisoformat(received),
            answered_on=answered_on,
            result=result,
            **values,
        )

    return _request


def figures(world, labels, period=YEAR):
    wanted = [indicators.by_label[label] for label in labels]
    found = read(wanted, area=world.township, period=period)
    return [found[one.key].value for one in wanted]


# Entry --------------------------------------------------------------------------------------------


def test_twenty_working_days_across_the_national_day(world, coordinator):
    """From 13 September 2022: seven holidays are left out, two worked weekend days are counted."""
    assert post_new(coordinator, SLUG, area=world.township.pk, **ASKED).status_code == 302
    record = DisclosureRequest.objects.get()
    assert record.due_on == datetime.date(2022, 10, 14)
    page = coordinator.get(reverse("records:detail", args=[SLUG, record.pk]))
    assert ("答复期限", "2022-10-14") in page.context["sections"][0][1]
    post_edit(coordinator, SLUG, record, area=world.township.pk, **ASKED, extension="2")
    record.refresh_from_db()
    assert record.due_on == datetime.date(2022, 10, 18)


def test_the_last_day_moves_with_the_holidays_while_it_is_open(request_of):
    waiting, answered = request_of("2040-03-02"), request_of("2040-03-02", "2040-03-05")
    assert waiting.due_on == datetime.date(2040, 3, 30)
    holiday = Holiday.objects.create(date="2040-03-30", name="放假", year=2040)
    for record in (waiting, answered):
        record.refresh_from_db()
    assert [str(record.due_on) for record in (waiting, answered)] == ["2040-04-02", "2040-03-30"]
    holiday.delete()
    waiting.refresh_from_db()
    assert str(waiting.due_on) == "2040-03-30"


def test_the_first_screen_asks_for_four_fields():
    declaration = registry.get(SLUG)
    _, names = declaration.fieldsets[0]
    blank = {name for name in names if declaration.model._meta.get_field(name).blank}
    asked = [name for name in names if name in declaration.required or name not in blank]
    assert asked == ["date", "title", "applicant", "area"]


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"result": "granted"}, "answered_on", "已有处理结果，请填写答复日期。"),
        ({"answered_on": "2022-09-20"}, "result", "已经答复，请选择处理结果。"),
        (
            {"answered_on": "2022-09-01", "result": "granted"},
            "answered_on",
            "答复日期不能早于收到日期。",
        ),
        ({"extension": "21"}, "extension", "答复期限可延长 1 到 20 个工作日；没有延长的不填。"),
        ({"corrected_on": "2022-09-20"}, "correction_asked_on", "收到了补正，请填写告知补正的日期。"),
        (
            {"correction_asked_on": "2022-09-12"},
            "correction_asked_on",
            "告知补正日期不能早于收到日期。",
        ),
        ({"consulted_until": "2022-09-20"}, "consulted_on", "填了收到意见日期，请填写征求意见日期。"),
        (
            {"extension": "5", "extension_told_on": "2022-09-01"},
            "extension_told_on",
            "延期告知申请人日期不能早于收到日期。",
        ),
        ({"extension_told_on": "2022-09-20"}, "extension", "告知了延期，请填写延长的工作日数。"),
        (
            {"answered_on": "2022-09-20", "result": "none_clear"},
            "correction_asked_on",
            "因没有补正、补正后仍不明确办结的，请填写告知补正的日期。",
        ),
        ({"title": "张三 13912345678"}, "title", "这里写了手机号码，请删去；联系电话填在专门的栏目里。"),
    ],
)
def test_each_rule_speaks_at_its_field(world, coordinator, values, field, sentence):
    response = post_new(coordinator, SLUG, area=world.township.pk, **{**ASKED, **values})
    assert errors_of(response) == {field: [sentence]}
    assert DisclosureRequest.objects.count() == 0


def test_the_results_are_the_rows_of_the_yearly_report():
    labels = DisclosureRequest.Result.labels
    assert len(labels) == 21
    groups = [label.partition("：")[0] for label in labels]
    assert {group: groups.count(group) for group in groups} == {
        "予以公开": 1,
        "部分公开": 1,
        "不予公开": 8,
        "无法提供": 3,
        "不予处理": 5,
        "其他处理": 3,
    }


@pytest.mark.parametrize("user", ["stranger", "stranger_clerk", "mediator", "county", "auditor"])
def test_strangers_find_no_request(world, sign_in, request_of, user):
    record = request_of()
    client = sign_in(world.users[user])
    assert client.get(reverse("records:detail", args=[SLUG, record.pk])).status_code == 404
    assert post_edit(client, SLUG, record, area=world.township.pk, **ASKED).status_code == 404


# Figures ------------------------------------------------------------------------------------------


def test_received_by_its_day_and_answered_by_its_own(world, request_of):
    request_of("2021-12-20", "2022-01-14")
    request_of("2022-05-09", "2022-06-01", result="refused_case_file")
    request_of("2022-12-20")
    assert figures(world, BALANCE) == [1, 2, 2, 1]
    assert figures(world, ("不予公开件数", "予以公开件数")) == [1, 1]


def test_in_time_is_within_the_last_day(world, request_of):
    request_of("2022-09-13", "2022-10-14")
    request_of("2022-09-13", "2022-10-17")
    request_of("2022-09-13", "2022-10-17", extension=5)
    assert figures(world, ("按期答复依申请公开件数", "依申请公开按期答复率")) == [2, 66.7]


@pytest.mark.parametrize(("last", "overdue"), [("2022-10-13", 0), ("2022-10-14", 1), ("2022-10-20", 0)])
def test_what_has_run_out_and_is_still_open(world, request_of, last, overdue):
    request_of("2022-09-13", "2022-10-20")
    period = Period(datetime.date(2022, 1, 1), datetime.date.fromisoformat(last))
    assert figures(world, ["到期未答复依申请公开件数"], period) == [overdue]


def test_applicants_and_remedies(world, request_of):
    request_of()
    day = datetime.date(2022, 6, 1)
    corrected = {"kind": "review", "begun_on": day, "concluded_on": day, "result": "corrected"}
    request_of(applicant="business", lines={"remedies": [corrected]})
    request_of(applicant="legal", lines={"remedies": [{"kind": "lawsuit_after", "begun_on": day}]})
    labels = (
        "自然人申请公开件数",
        "法人或其他组织申请公开件数",
        "信息公开行政复议件数",
        "信息公开行政诉讼件数",
        "信息公开复议诉讼纠错件数",
    )
    assert figures(world, labels) == [1, 2, 1, 1, 1]
    kinds = by_category(indicators.by_label["依申请公开件数"], area=world.township, period=YEAR)
    assert kinds == {"自然人": 1, "商业企业": 1, "法律服务机构": 1}


@pytest.mark.parametrize(
    ("values", "due"),
    [
        ({}, "2022-10-14"),
        # Asked for a correction: nothing runs until it is there, then the whole term anew.
        ({"correction_asked_on": "2022-09-15"}, None),
        ({"correction_asked_on": "2022-09-15", "corrected_on": "2022-09-20"}, "2022-10-21"),
        # Others are asked: three working days stand still; unanswered it is fifteen.
        ({"consulted_on": "2022-09-15", "consulted_until": "2022-09-20"}, "2022-10-19"),
        ({"consulted_on": "2022-09-15"}, "2022-11-04"),
        ({"extension": 20}, "2022-11-11"),
    ],
)
def test_what_the_term_waits_for(request_of, values, due):
    days = {
        key: datetime.date.fromisoformat(value) if isinstance(value, str) else value
        for key, value in values.items()
    }
    record = request_of("2022-09-13", **days)
    assert (str(record.due_on) if record.due_on else None) == due


def test_a_correction_is_asked_for_within_seven_working_days(request_of):
    assert str(request_of("2022-09-30").correct_by) == "2022-10-14"
    assert request_of("2022-09-30", correction_asked_on=datetime.date(2022, 10, 8)).correct_by is None


DAYS = st.dates(datetime.date(2021, 6, 1), datetime.date(2023, 6, 30))
ASKING = st.fixed_dictionaries(
    {
        "date": DAYS,
        "takes": st.none() | st.integers(0, 400),
        "state": st.sampled_from(State.values),
        "result": st.sampled_from(DisclosureRequest.Result.values),
        "applicant": st.sampled_from(DisclosureRequest.Applicant.values),
    }
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(ASKING, max_size=12), days=st.tuples(DAYS, DAYS))
def test_the_table_adds_up_whatever_was_asked(world, rows, days):
    """Row 一 and row 二 make row 三 and row 四; the kinds of results make their total."""
    period = Period(min(days), max(days))
    with transaction.atomic():
        for row in rows:
            answered = row["takes"] is not None
            DisclosureRequest.objects.create(
                area=world.township,
                keeper=world.township,
                date=row["date"],
                state=row["state"],
                applicant=row["applicant"],
                answered_on=row["date"] + datetime.timedelta(days=row["takes"]) if answered else None,
                result=row["result"] if answered else "",
                entry_id=uuid.uuid4(),
            )
        before, came, went, after = (value or 0 for value in figures(world, BALANCE, period))
        assert before + came == went + after
        assert sum(value or 0 for value in figures(world, ROWS, period)) == went
        kinds = ("自然人申请公开件数", "法人或其他组织申请公开件数")
        assert sum(value or 0 for value in figures(world, kinds, period)) == came
        transaction.set_rollback(True)
