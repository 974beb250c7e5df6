"""Proceedings, suggestions, letters, inspections and surveys: what counts, when, and what may not be said."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from governance.models import (
    CongressSuggestion,
    Finding,
    Inspection,
    LegalProceeding,
    ResponsibilityLetter,
    SatisfactionSurvey,
)
from governance.registers import CongressSuggestions, LegalProceedings, SatisfactionSurveys
from tests.entries import errors_of, post_edit, post_new
from township.figures.duties import CellState, cells, duties
from township.figures.indicator import indicators
from township.figures.models import NilReturn
from township.figures.period import Period
from township.figures.reading import records_behind
from township.people.gate import Gate
from township.records.deadlines import shortfalls
from township.records.values import display

D = datetime.date
DONE = D(2022, 5, 1)


@pytest.fixture
def suit(make, world):
    """`suit(kind, **values)` makes a proceeding against the township, closed when `closed_on` is given."""

    def _suit(kind="first", **values):
        given = {"case_number": "1号", "standing": "respondent", "act": "处罚决定", "area": world.township}
        if "closed_on" in values:
            given["result"] = "dismissed"
        return make(LegalProceeding, kind=kind, **{**given, **values})

    return _suit


@pytest.fixture
def suggestion(make, world):
    def _suggestion(mode="lead", **values):
        given = {"kind": "county_congress", "number": "1", "title": "修路", "office": world.office}
        return make(CongressSuggestion, mode=mode, area=world.township, **{**given, **values})

    return _suggestion


@pytest.fixture
def inspection(make, world):
    """`inspection(*stages, **values)` makes an inspection that found a problem for each stage."""

    def _inspection(*stages, done_on=DONE, **values):
        rows = [
            {
                "content": f"问题{n}",
                "stage": stage,
                "done_on": done_on if stage in ("done", "closed") else None,
            }
            for n, stage in enumerate(stages, start=1)
        ]
        values = {"origin": "committee", "area": world.township, **values}
        return make(Inspection, lines={"findings": rows}, **values)

    return _inspection


# Proceedings ----------------------------------------------------------------------------------------


def test_received_by_receipt_and_lost_by_closing(suit, figure):
    suit(date=D(2021, 12, 1), closed_on=D(2022, 4, 1), result="revoked", lost=True)
    suit("reconsideration", closed_on=D(2022, 6, 1), result="upheld", lost=False)
    suit("reconsideration", closed_on=D(2023, 2, 1), result="changed", lost=True)
    assert figure("行政诉讼件数") == 0
    assert figure("行政复议件数") == 2
    assert figure("复议诉讼件数") == 2
    assert figure("复议应诉结案件数") == 2
    assert figure("行政诉讼败诉件数") == 1
    assert figure("行政复议被纠错件数") == 0
    assert figure("复议纠错和败诉件数") == 1
    assert figure("行政复议被纠错件数", year=2023) == 1
    assert [figure("在审复议诉讼件数", year=year) for year in (2021, 2022, 2023)] == [1, 1, 0]


def test_as_a_third_party_the_township_is_not_sued(suit, figure):
    suit(standing="third", closed_on=D(2022, 6, 1), result="revoked", lost=True)
    assert figure("行政诉讼件数") == figure("行政诉讼败诉件数") == 0


def test_attendance_is_of_hearings_held(suit, figure):
    assert figure("负责人出庭应诉率") is None
    suit(attendance="no_hearing", closed_on=D(2022, 6, 1))
    suit(hearing_on=D(2022, 5, 1))
    suit("reconsideration", hearing_on=D(2022, 5, 1), attendance="absent")
    suit(standing="third", hearing_on=D(2022, 5, 1), attendance="absent")
    assert figure("负责人应出庭件数") == 0
    assert figure("负责人出庭应诉率") is None
    for attendance in ("attended", "attended", "absent"):
        suit("second", date=D(2021, 11, 1), hearing_on=D(2022, 2, 1), attendance=attendance)
    assert figure("负责人出庭应诉率") == 66.7


def test_a_year_reported_without_proceedings_has_none_lost_and_no_rate(figure, world):
    assert figure("复议应诉败诉件数") is None
    NilReturn.objects.create(
        register="legal-proceedings", area=world.township, start=D(2022, 1, 1), end=D(2022, 12, 31)
    )
    assert figure("复议诉讼件数") == figure("复议应诉败诉件数") == 0
    assert figure("行政诉讼败诉率") is None


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"result": "upheld"}, {"closed_on": ["已有结果的，请填写结案日期。"]}),
        ({"closed_on": "2022-03-09"}, {"result": ["填了结案日期，请选择结果；还在审的请去掉结案日期。"]}),
        ({"lost": "true"}, {"lost": ["还在审的，不能填败诉（被纠错）。"]}),
        ({"hearing_on": "2022-03-01"}, {"hearing_on": ["开庭日期不能早于收到日期。"]}),
        (
            {"attendance": "attended"},
            {"hearing_on": ["填了是否出庭的，请填写开庭日期；没有开庭的选“未开庭，不适用”。"]},
        ),
    ],
)
def test_a_wrong_proceeding_is_told_at_its_field(values, expected, world, sign_in):
    data = {
        "kind": "first",
        "case_number": "（2022）初1号",
        "standing": "respondent",
        "date": "2022-03-05",
        "act": "限期拆除决定",
        "area": world.township.pk,
        "result": "pending",
        **values,
    }
    assert errors_of(post_new(sign_in(world.coordinator), "legal-proceedings", **data)) == expected


def test_what_a_closed_proceeding_needs(suit):
    assert LegalProceedings.missing(suit()) == ()
    assert LegalProceedings.missing(suit(closed_on=D(2022, 6, 1))) == ("attendance", "lost")
    attended = {"attendance": "attended", "hearing_on": D(2022, 5, 1)}
    assert LegalProceedings.missing(suit(closed_on=D(2022, 6, 1), lost=False, **attended)) == ("attended_by",)


def test_the_opponent_is_sealed(suit, world, sign_in):
    record = suit(opponent="李某二", keeper=world.township)
    address = reverse("records:detail", args=["legal-proceedings", record.pk])
    assert "李某二" in sign_in(world.coordinator).get(address).content.decode()
    assert "李某二" not in sign_in(world.principal).get(address).content.decode()
    assert sign_in(world.stranger).get(address).status_code == 404


# Suggestions ----------------------------------------------------------------------------------------


def test_answered_of_what_was_handed_over_to_lead(suggestion, figure):
    suggestion("assist")
    assert figure("建议提案办复率") is None
    suggestion("lead", answered_on=D(2023, 1, 10), satisfaction="satisfied", outcome="solved")
    suggestion("alone", kind="county_cppcc", answered_on=D(2022, 6, 1), satisfaction="fair")
    suggestion("alone", kind="township_congress", answered_on=D(2022, 6, 1), satisfaction="unsatisfied")
    suggestion("lead")
    assert figure("建议提案办理件数") == 5
    assert figure("人大代表建议办理件数") == 4
    assert figure("政协提案办理件数") == 1
    assert figure("建议提案办复率") == 75
    assert figure("建议提案满意率") == 66.7
    assert figure("建议提案已解决件数") == 1


def test_helping_another_office_needs_no_answer(suggestion):
    assert CongressSuggestions.missing(suggestion("assist")) == ()
    assert CongressSuggestions.missing(suggestion("lead")) == ("answered_on", "outcome", "satisfaction")


def test_a_suggestion_names_its_office(world, sign_in):
    data = {
        "kind": "county_congress",
        "number": "12",
        "title": "修路",
        "date": "2022-03-05",
        "mode": "lead",
        "area": world.township.pk,
    }
    client = sign_in(world.coordinator)
    assert errors_of(post_new(client, "congress-suggestions", **data)) == {"office": ["请选择承办部门。"]}
    data |= {"office": world.office.pk, "satisfaction": "satisfied"}
    found = errors_of(post_new(client, "congress-suggestions", **data))
    assert found == {"answered_on": ["填了满意度的，请填写答复日期。"]}


# Letters --------------------------------------------------------------------------------------------


def test_letters_are_counted_by_copies_of_agreements(make, world, figure):
    given = {"title": "责任书", "partner": "village", "partner_name": "各村", "area": world.township}
    make(ResponsibilityLetter, kind="law", copies=14, **given)
    make(ResponsibilityLetter, kind="outreach", **given)
    assert figure("签订责任书份数") == 15
    assert figure("法治建设责任书份数") == 14
    assert figure("普法责任书份数") == 1


def test_letters_on_the_law_are_owed_each_year(make, world):
    given = {"title": "责任书", "partner": "village", "partner_name": "各村", "area": world.township}
    make(ResponsibilityLetter, kind="outreach", date=D(2021, 1, 20), **given)
    make(ResponsibilityLetter, kind="law", date=D(2022, 1, 20), **given)
    found = cells(
        duties["governance.letters"],
        area=world.township,
        period=Period(D(2021, 1, 1), D(2022, 12, 31)),
        today=D(2023, 3, 1),
    )
    assert [cell.state for cell in found] == [CellState.MISSING, CellState.DONE]


# Inspections ----------------------------------------------------------------------------------------


def test_problems_are_put_right_of_those_found(inspection, figure, world):
    held = inspection("done", "closed", "lasting", "under_way")
    inspection("closed", date=D(2021, 10, 1), done_on=D(2022, 1, 5))
    assert figure("接受督察检查次数") == 1
    assert figure("督察检查反馈问题个数") == 4
    assert figure("反馈问题整改完成个数") == 2
    assert figure("反馈问题整改完成率") == 50
    assert figure("反馈问题销号个数") == 1
    assert figure("本期完成整改问题个数") == 3
    assert [figure("未完成整改问题个数", year=year) for year in (2021, 2022)] == [1, 2]
    behind = records_behind(
        indicators.by_label["反馈问题整改完成个数"], area=world.township, period=Period.year(2022)
    )
    assert list(behind) == [held]


def test_an_inspection_without_problems_has_no_rate(inspection, figure):
    inspection()
    assert figure("督察检查反馈问题个数") == 0
    assert figure("反馈问题整改完成率") is None


def test_progress_is_written_into_the_line_that_is_there(inspection, world, sign_in):
    record = inspection("under_way", keeper=world.township)
    [line] = record.findings.all()
    given = {"origin": "committee", "date": "2022-03-05", "area": world.township.pk}
    row = {"id": line.pk, "record": record.pk, "content": line.content, "stage": "closed"}
    client = sign_in(world.coordinator)
    refused = post_edit(client, "inspections", record, **given, lines={"findings": [row]})
    assert "已完成或已销号的，请填写完成日期。" in refused.content.decode()
    row["done_on"] = "2022-06-01"
    assert post_edit(client, "inspections", record, **given, lines={"findings": [row]}).status_code == 302
    line.refresh_from_db()
    assert (line.stage, line.done_on) == ("closed", D(2022, 6, 1))


def test_a_date_of_completion_goes_with_its_stage(world, sign_in):
    row = {"content": "公示不及时", "stage": "under_way", "done_on": "2022-06-01"}
    given = {"origin": "committee", "date": "2022-03-05", "area": world.township.pk}
    refused = post_new(sign_in(world.coordinator), "inspections", **given, lines={"findings": [row]})
    assert "整改状态请选“已完成待销号”或“已销号”" in refused.content.decode()


def test_an_inspection_has_at_least_one_problem(world, sign_in):
    given = {"origin": "committee", "date": "2022-03-05", "area": world.township.pk}
    refused = post_new(sign_in(world.coordinator), "inspections", **given)
    assert refused.status_code == 422
    assert "问题与整改至少填 1 行。" in refused.content.decode()


# Surveys --------------------------------------------------------------------------------------------


def test_the_rate_is_of_all_answers_together(make, world, figure):
    given = {"title": "测评", "area": world.township}
    assert figure("法治满意度") is None
    make(SatisfactionSurvey, sample=0, satisfied=0, **given)
    assert figure("法治满意度") is None
    make(SatisfactionSurvey, sample=100, satisfied=80, **given)
    make(SatisfactionSurvey, sample=300, satisfied=290, **given)
    assert figure("法治满意度测评次数") == 3
    assert figure("法治满意度测评样本数") == 400
    assert figure("法治满意度") == 92.5


def test_the_list_shows_the_rate_of_each_survey(make, world, sign_in):
    survey = make(SatisfactionSurvey, title="测评", area=world.township, sample=300, satisfied=290)
    assert display(survey, "rate") == "96.7%"
    assert SatisfactionSurveys.field_label("rate") == "满意率"
    page = sign_in(world.coordinator).get(reverse("records:list", args=["satisfaction-surveys"]))
    assert "96.7%" in page.content.decode()


def test_no_more_are_content_than_answered(world, sign_in):
    data = {"title": "测评", "date": "2022-03-05", "area": world.township.pk, "sample": "5", "satisfied": "6"}
    found = errors_of(post_new(sign_in(world.coordinator), "satisfaction-surveys", **data))
    assert found == {"satisfied": ["满意数不能多于样本数。"]}


def test_a_finding_is_closed_after_it_is_done_and_waits_until_then(world, make):
    """整改: done on a day, taken off the list later; what is done and not closed still has something to be done."""
    inspection = make(Inspection, area=world.township, origin=Inspection.Origin.COMMITTEE)
    finding = Finding(record=inspection, content="台账不全", stage=Finding.Stage.DONE, done_on="2022-05-02")
    finding.closed_on = datetime.date(2022, 5, 1)
    with pytest.raises(ValidationError) as refused:
        finding.full_clean()
    assert refused.value.message_dict == {
        "stage": ["填了销号日期，整改状态请选“已销号”。"],
        "closed_on": ["销号日期不能早于完成日期。"],
    }
    finding.closed_on = None
    finding.full_clean()
    finding.save()
    gate = Gate(world.coordinator)
    assert [(one.row, one.deadline.act) for one in shortfalls(gate)] == [("台账不全", "报请销号")]
    Finding.objects.update(stage=Finding.Stage.CLOSED, closed_on="2022-06-01")
    assert shortfalls(gate) == []
