"""What a meeting, a leading group or a review counts as, and what it does not."""

import datetime

import pytest

from governance.models import LegalReview, Meeting
from township.figures.duties import CellState, cells, duties
from township.figures.indicator import indicators
from township.figures.period import Period
from township.figures.reading import by_category, records_behind
from township.people.models import Person
from township.records.models import State
from training.models import StudySession

ONE_OF_THREE = ("合法性审查件数", "重大执法决定法制审核件数", "法律顾问参与重大事项审查件数")


def test_three_matters_at_one_committee_meeting_are_one_meeting(meeting, figure):
    meeting("party_committee", "study", "problem", "problem")
    assert figure("党委会研究法治次数") == 1
    assert figure("法治议题项数") == 3
    assert figure("研究解决重点难点问题项数") == 2
    assert figure("法治建设会议次数") == 1
    assert figure("法治建设专题会议次数") == 0


def test_a_meeting_wholly_about_the_law_is_dedicated_whatever_its_kind(meeting, figure):
    meeting("dedicated", "deployment")
    meeting("party_committee", "deployment", dedicated=True)
    meeting("leading_group", "deployment")
    assert figure("法治建设专题会议次数") == 2
    assert figure("党委会研究法治次数") == 1


@pytest.mark.parametrize(
    ("kind", "label"),
    [("joint_session", "党政联席会研究法治次数"), ("office_meeting", "镇长办公会研究法治次数")],
)
def test_each_body_has_a_figure_of_its_own(kind, label, meeting, figure):
    meeting(kind, "deployment")
    assert figure(label) == 1
    assert figure("党委会研究法治次数") == 0


def test_twelve_meetings_in_eleven_months_are_not_every_month(meeting, figure):
    for month in range(1, 12):
        meeting("liaison", "problem", date=datetime.date(2022, month, 20))
    meeting("liaison", "problem", date=datetime.date(2022, 11, 28))
    meeting("party_committee", "problem", date=datetime.date(2022, 12, 5))
    assert figure("法治建设联席会议次数") == 12
    assert figure("法治建设联席会议召开月数") == 11


def test_two_briefings_at_one_meeting_are_one_meeting_that_heard_them(meeting, figure, world):
    heard = meeting("party_committee", "briefing", "briefing", "problem")
    meeting("party_committee", "problem")
    assert figure("听取法治建设情况汇报次数") == 1
    behind = records_behind(
        indicators.by_label["听取法治建设情况汇报次数"], area=world.township, period=Period.year(2022)
    )
    assert list(behind) == [heard]


def test_who_chaired_and_who_sat_in(meeting, figure, world):
    deputy = Person.objects.create(area=world.township, name="刘国栋", position="政法委员")
    meeting("party_committee", "problem", justice_office_present=True)
    meeting("leading_group", "problem", chair=deputy, counsel_present=True)
    meeting("leading_group", "problem", justice_office_present=True)
    assert figure("主要负责人主持研究法治次数") == 2
    assert figure("司法所列席会议次数") == 2
    assert figure("法律顾问列席会议次数") == 1
    assert figure("法律顾问参与重大事项审查件数") is None


def test_marking_a_study_before_the_meeting_makes_no_second_record(meeting, figure):
    meeting("party_committee", "problem", preceded_by_study=True)
    assert StudySession.objects.count() == 0
    assert figure("党委会会前学法次数") is None


def test_meetings_not_handed_in_or_sent_back_never_count(meeting, figure, world):
    for state in State:
        meeting("liaison", "problem", state=state)
    assert figure("法治建设联席会议次数") == 2
    assert figure("法治议题项数") == 2


def test_matters_by_type(meeting, world):
    meeting("liaison", "problem", "problem")
    meeting("party_committee", "study")
    found = by_category(
        indicators.get("governance.agenda_items"), area=world.township, period=Period.year(2022)
    )
    assert found == {"研究重点难点": 2, "传达学习": 1}


def test_the_joint_meeting_is_owed_each_month(meeting, world):
    meeting("liaison", "problem", date=datetime.date(2022, 1, 20))
    meeting("party_committee", "problem", date=datetime.date(2022, 2, 14))
    found = cells(
        duties["governance.liaison"],
        area=world.township,
        period=Period(datetime.date(2022, 1, 1), datetime.date(2022, 3, 31)),
        today=datetime.date(2022, 3, 10),
    )
    assert [cell.state for cell in found] == [CellState.DONE, CellState.MISSING, CellState.AHEAD]


def test_leading_groups_are_those_that_exist_on_the_last_day(group, figure):
    day = datetime.date(2019, 3, 18)
    group("依法治镇领导小组", date=day, adjusted_on=datetime.date(2022, 2, 21))
    group("普法领导小组", date=day, valid_to=datetime.date(2022, 6, 30))
    group("明年的小组", date=datetime.date(2023, 1, 5))
    assert [figure("法治建设领导小组个数", year=year) for year in (2021, 2022, 2023)] == [2, 1, 2]


def test_a_member_of_two_groups_is_one_person(group, figure, world):
    other = Person.objects.create(area=world.township, name="周敏", position="镇长")
    left = {"person": other, "left_on": datetime.date(2022, 5, 1)}
    group("甲小组", world.person, other, date=datetime.date(2020, 1, 6))
    group("乙小组", world.person, left, date=datetime.date(2020, 1, 6))
    assert figure("领导小组成员人数") == 2
    assert figure("领导小组成员人数", year=2019) is None


@pytest.mark.parametrize(
    ("kind", "method", "label"),
    [
        ("decision", "justice_office", "合法性审查件数"),
        ("normative_document", "county", "合法性审查件数"),
        ("enforcement", "justice_office", "重大执法决定法制审核件数"),
        ("enforcement", "counsel", "重大执法决定法制审核件数"),
        ("decision", "counsel", "法律顾问参与重大事项审查件数"),
        ("contract", "counsel", "法律顾问参与重大事项审查件数"),
    ],
)
def test_a_matter_is_one_of_three(kind, method, label, review, figure):
    review(kind, method)
    assert {name: figure(name) for name in ONE_OF_THREE} == {
        name: int(name == label) for name in ONE_OF_THREE
    }


def test_the_three_together_are_all_matters(review, figure):
    for kind in LegalReview.Kind:
        for method in LegalReview.Method:
            review(kind, method)
    assert sum(figure(name) for name in ONE_OF_THREE) == LegalReview.objects.count()


def test_two_drafts_of_one_contract_are_one_matter_reviewed_twice(review, figure):
    review("contract", "justice_office", rounds=2, opinions=4)
    review("contract", "counsel", opinions=3)
    review("contract", "justice_office")
    assert figure("合法性审查件数") == 2
    assert figure("合法性审查次数") == 3
    assert figure("合同审查份数") == 3
    assert figure("合法性审查意见条数") == 7


def test_reviews_by_what_was_reviewed(review, figure):
    review("normative_document", "county")
    review("decision", "justice_office")
    review("decision", "counsel")
    assert figure("规范性文件合法性审查件数") == 1
    assert figure("重大行政决策合法性审查件数") == 2


def test_a_letter_of_opinion_counts_in_the_year_it_was_issued(review, figure):
    sent = datetime.date(2021, 12, 28)
    review(
        "contract",
        "justice_office",
        date=sent,
        issued_on=datetime.date(2022, 1, 6),
        opinion_number="〔2022〕1号",
    )
    review("contract", "justice_office", date=sent, issued_on=datetime.date(2022, 1, 7))
    assert figure("法律意见书份数") == 1
    assert figure("合法性审查件数", year=2021) == 2


def test_the_menu_never_speaks_of_legal_review():
    labels = [indicator.label for indicator in indicators.by_key.values()]
    assert [label for label in labels if "法律审查" in label] == []


def test_every_kind_of_meeting_can_be_told_apart(meeting, world):
    for kind in Meeting.Kind:
        meeting(kind, "problem")
    found = by_category(indicators.get("governance.meetings"), area=world.township, period=Period.year(2022))
    assert found == {kind.label: 1 for kind in Meeting.Kind}
