"""Petitions: what the form accepts, who may open them, and what their figures count."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from disputes.models import Dispute, Petition
from tests.entries import errors_of, post_edit, post_new
from tests.factories import make_attachment, photo_bytes
from township.figures.indicator import indicators
from township.figures.period import Period
from township.figures.reading import by_area
from township.records.models import State
from township.records.register import registry

SLUG = "petitions"
LETTER = {
    "date": "2022-03-05",
    "channel": "letter",
    "demand": "grievance",
    "matter": "反映机耕路塌方未修",
    "result": "ongoing",
}
VISIT = {**LETTER, "channel": "visit", "visitors": "3"}
REPORT = {"date": "2022-03-05", "channel": "letter", "demand": "report", "result": "ongoing"}


@pytest.fixture
def coordinator(world, sign_in):
    return sign_in(world.coordinator)


@pytest.fixture
def petition(dated):
    def _petition(day="2022-03-05", **values):
        return dated(Petition, day, **{"channel": "letter", "demand": "grievance", **values})

    return _petition


# Entry --------------------------------------------------------------------------------------------


def test_the_first_screen_asks_for_four_fields():
    declaration = registry.get(SLUG)
    _, names = declaration.fieldsets[0]
    asked = [name for name in names if not declaration.model._meta.get_field(name).blank]
    assert asked == ["date", "area", "channel", "demand"]


def test_a_petition_is_named_by_day_place_and_channel(world, coordinator):
    assert post_new(coordinator, SLUG, area=world.a.pk, **VISIT).status_code == 302
    record = Petition.objects.get()
    assert record.title == "2022年3月5日甲村来访"
    assert str(record) == "2022年3月5日甲村来访：反映机耕路塌方未修"
    change = {**VISIT, "date": "2022-03-07"}
    assert post_edit(coordinator, SLUG, record, area=world.a.pk, **change).status_code == 302
    record.refresh_from_db()
    assert record.title == "2022年3月7日甲村来访"


@pytest.mark.parametrize(
    ("values", "due"),
    [
        ({"accepted_on": "2022-03-08"}, "2022-05-07"),
        ({"accepted_on": "2022-03-08", "extension": "30"}, "2022-06-06"),
        ({"accepted_on": "2022-03-08", "demand": "suggestion"}, "None"),
        ({}, "None"),
    ],
)
def test_sixty_days_from_acceptance_and_up_to_thirty_more(world, coordinator, values, due):
    post_new(coordinator, SLUG, area=world.a.pk, **{**LETTER, **values})
    record = Petition.objects.get()
    assert str(record.due_on) == due
    page = coordinator.get(reverse("records:detail", args=[SLUG, record.pk]))
    assert ("办理期限", "—" if due == "None" else due) in page.context["sections"][0][1]


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"visitors": "2"}, "visitors", "不是来访的，不填来访人次。"),
        ({"channel": "visit", "visitors": "0"}, "visitors", "来访人次至少是 1。"),
        ({"accepted_on": "2022-03-01"}, "accepted_on", "受理日期不能早于登记日期。"),
        ({"extension": "30"}, "extension", "已受理的申诉求决事项才有办理期限可以延长，请先填受理日期。"),
        (
            {"accepted_on": "2022-03-06", "extension": "31"},
            "extension",
            "办理期限可延长 1 到 30 天；没有延长的不填。",
        ),
        ({"result": "settled"}, "closed_on", "已有办理结果，请填写办结日期。"),
        (
            {"closed_on": "2022-04-01"},
            "result",
            "填了办结日期，请选择办理结果；还在办的请去掉办结日期。",
        ),
        ({"matter": "请回电13912345678"}, "matter", "这里写了手机号码，请删去；联系电话填在专门的栏目里。"),
    ],
)
def test_each_rule_speaks_at_its_field(world, coordinator, values, field, sentence):
    response = post_new(coordinator, SLUG, area=world.a.pk, **{**LETTER, **values})
    assert errors_of(response) == {field: [sentence]}
    assert Petition.objects.count() == 0


@pytest.mark.parametrize("field", ["matter", "note", "reply_number", "problem"])
def test_what_somebody_reports_is_not_recorded(world, coordinator, field):
    value = "justice" if field == "problem" else "反映某干部的事"
    response = post_new(coordinator, SLUG, area=world.a.pk, **{**REPORT, field: value})
    assert errors_of(response) == {field: ["检举控告只计数，不得录入内容，请清空这一栏。"]}
    with pytest.raises(IntegrityError), transaction.atomic():
        Petition.objects.create(
            area=world.a,
            keeper=world.a,
            date=datetime.date(2022, 3, 5),
            channel="letter",
            demand="report",
            **{field: value},
        )


def test_no_paper_of_a_report_is_taken_in(world, coordinator, petition):
    from django.core.files.uploadedfile import SimpleUploadedFile

    sentence = "检举控告只计数，不上传材料；信件请按规定转有权处理的机关。"
    upload = SimpleUploadedFile("举报信.jpg", photo_bytes(), "image/jpeg")
    response = post_new(coordinator, SLUG, area=world.a.pk, **REPORT, files=upload)
    assert errors_of(response) == {"files": [sentence]}
    stored = petition()
    make_attachment(stored, by=world.coordinator)
    response = post_edit(coordinator, SLUG, stored, area=world.a.pk, **REPORT)
    assert errors_of(response) == {"files": [sentence]}
    assert post_new(coordinator, SLUG, area=world.a.pk, **REPORT).status_code == 302


def test_a_visit_is_approved_with_its_visitors_and_an_end_with_its_reply(world, sign_in, petition):
    visit = petition(channel="visit")
    ended = petition(result="answered", closed_on="2022-04-01")
    report = petition(demand="report", result="redirected", closed_on="2022-03-09")
    declaration = registry.get(SLUG)
    assert declaration.missing(visit) == ("visitors",)
    assert declaration.missing(ended) == ("accepted_on", "office", "reply_number")
    assert declaration.missing(report) == ()
    reviewer = sign_in(world.reviewer)
    for record in (visit, ended, report):
        reviewer.post(reverse("records:act", args=[SLUG, record.pk, "approve"]))
        record.refresh_from_db()
    assert [record.state for record in (visit, ended, report)] == ["submitted", "submitted", "approved"]


# Access -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "user", ["clerk_a", "clerk_b", "stranger", "stranger_clerk", "administrator", "auditor", "county"]
)
def test_a_village_never_opens_what_may_be_about_it(world, sign_in, petition, user):
    record = petition(area=world.a)
    client = sign_in(world.users[user])
    for page in ("records:detail", "records:edit"):
        assert client.get(reverse(page, args=[SLUG, record.pk])).status_code == 404
    assert post_edit(client, SLUG, record, area=world.a.pk, **LETTER).status_code == 404
    record.refresh_from_db()
    assert record.matter == ""


def test_a_village_is_told_no_number_of_them_either(world, sign_in, petition):
    petition(area=world.a, demand="report")
    client = sign_in(world.clerk_a)
    page = client.get(reverse("figures:detail", args=["petitions.reports"]), {"year": "2022"})
    assert page.status_code == 404
    assert "检举控告件数" not in client.get(reverse("figures:list"), {"year": "2022"}).content.decode()


# Figures ------------------------------------------------------------------------------------------


def test_letters_count_as_pieces_and_visits_as_parties_and_people(petition, figure):
    petition(channel="letter")
    petition(channel="online")
    petition(channel="visit", visitors=4)
    petition(channel="visit", visitors=7)
    labels = ("信访件数", "来信件数", "网上信访件数", "来访批次", "来访人次", "集体访批次")
    assert [figure(label).value for label in labels] == [2, 1, 1, 2, 11, 1]
    units = [figure(label).indicator.unit for label in labels]
    assert units == ["件", "件", "件", "批", "人次", "批"]


def test_a_report_is_counted_and_goes_no_further(petition, figure):
    petition(demand="report", accepted_on="2022-03-06", closed_on="2022-03-09", result="redirected")
    labels = ("检举控告件数", "信访件数", "受理信访事项数", "办结信访事项数", "在办信访事项数")
    assert [figure(label).value for label in labels] == [1, 1, 0, 0, 0]


def test_petitions_past_the_township_and_repeated_ones(petition, figure):
    petition(channel="visit", visitors=1, destination="county", repeat="again")
    petition(channel="visit", visitors=1, destination="township", repeat="first")
    petition(channel="letter", destination="county")
    assert (figure("越级上访批次").value, figure("重访批次").value) == (1, 1)


def test_accepted_in_one_year_and_closed_in_the_next(petition, figure):
    petition("2021-12-20", accepted_on="2021-12-22", closed_on="2022-01-20", result="settled")
    petition("2022-12-30", accepted_on="2023-01-04")
    petition("2022-12-20", accepted_on="2022-12-21")
    petition("2023-02-01", demand="report")
    labels = ("上期结转信访事项数", "受理信访事项数", "办结信访事项数", "在办信访事项数")
    assert [figure(label).value for label in labels] == [1, 1, 1, 1]
    assert [figure(label, Period.year(2023)).value for label in labels] == [1, 1, 0, 2]


def test_in_time_is_by_the_last_day_to_finish(petition, figure):
    ended = {"accepted_on": "2022-03-05", "result": "answered"}
    petition(closed_on="2022-05-04", **ended)
    petition(closed_on="2022-05-05", **ended)
    petition(closed_on="2022-06-01", extension=30, **ended)
    petition(closed_on="2022-06-01", **{**ended, "demand": "suggestion"})
    rate = figure("信访事项按期办结率")
    assert (rate.value, rate.numerator, rate.denominator) == (66.7, 2, 3)


@pytest.mark.parametrize(("last", "overdue"), [("2022-05-03", 0), ("2022-05-04", 1), ("2022-06-10", 0)])
def test_what_has_run_out_and_is_still_open(petition, figure, last, overdue):
    petition(accepted_on="2022-03-05", closed_on="2022-06-10", result="settled")
    petition(demand="suggestion", accepted_on="2022-03-05")
    period = Period(datetime.date(2022, 1, 1), datetime.date.fromisoformat(last))
    assert figure("到期未办结信访事项数", period).value == overdue


def test_satisfaction_is_of_those_who_judged(petition, figure):
    ended = {"accepted_on": "2022-03-05", "closed_on": "2022-04-05", "result": "settled"}
    for satisfaction in ("satisfied", "fair", "unsatisfied", ""):
        petition(satisfaction=satisfaction, **ended)
    rate = figure("信访事项满意率")
    assert (rate.value, rate.numerator, rate.denominator) == (66.7, 2, 3)
    assert figure("信访事项化解率").value == 100


def test_two_petitions_about_one_dispute_are_one_dispute(make, petition, figure):
    case = {"kind": "neighbours", "origin": "application", "summary": "甲与乙。"}
    dispute = make(Dispute, **case)
    make(Dispute, **case)
    petition(dispute=dispute, accepted_on="2022-03-06")
    petition(channel="visit", visitors=2, dispute=dispute)
    petition(dispute=dispute, state=State.DRAFT)
    assert figure("受理矛盾纠纷件数").value == 2
    assert figure("信访转来纠纷件数").value == 1
    assert figure("信访转调解事项数").value == 2


def test_a_draft_leads_to_no_dispute(make, petition, figure):
    dispute = make(Dispute, kind="neighbours", origin="application", summary="甲与乙。")
    petition(dispute=dispute, state=State.DRAFT)
    petition(demand="suggestion")
    assert figure("信访转来纠纷件数").value == 0


def test_villages_add_up_to_the_township(world, petition, figure):
    for area in (world.a, world.b, world.b, world.township):
        petition(area=area, channel="visit", visitors=2)
    indicator = indicators.by_label["来访人次"]
    places = by_area([indicator], area=world.township, period=Period.year(2022))[indicator.key]
    assert places == {world.a: 2, world.b: 4, world.township: 2}
    assert figure("来访人次").value == sum(places.values())
