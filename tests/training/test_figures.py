"""What a study session or an examination counts as, and what it does not."""

import datetime

import pytest

from governance.models import Meeting
from tests.factories import make_record
from township.figures.duties import CellState, cells, duties
from township.figures.indicator import indicators
from township.figures.period import Period
from township.figures.reading import by_category
from township.records.models import Law, State, Topic
from township.records.register import registry
from training.models import StudySession

Kind = StudySession.Kind

ONE_SESSION = {
    Kind.PARTY_COMMITTEE: "党委会会前学法次数",
    Kind.OFFICE_MEETING: "镇长办公会会前学法次数",
    Kind.CENTRAL_GROUP: "中心组学法次数",
    Kind.FIRST_TOPIC: "第一议题学习次数",
    Kind.STAFF: "干部职工学法次数",
    Kind.BRANCH: "支部学法次数",
    Kind.LECTURE: "法治讲座场次",
    Kind.COURSE: "法治培训场次",
    Kind.PRINCIPAL_LECTURE: "主要负责人讲法治课次数",
    Kind.OFFICERS: "行政执法人员培训次数",
    Kind.MEDIATORS: "人民调解员培训次数",
    Kind.GUIDES: "法律明白人培训次数",
    Kind.COURT: "旁听庭审次数",
    Kind.ONLINE: "线上学法次数",
}


@pytest.mark.parametrize("kind", ONE_SESSION)
def test_a_session_counts_under_its_own_form_only(kind, session, figure):
    session(kind, lecturer="陈志远（镇党委书记）")
    counted = {label: figure(label) for label in ONE_SESSION.values()}
    assert counted == {label: int(label == ONE_SESSION[kind]) for label in ONE_SESSION.values()}
    assert figure("学法活动次数") == 1


def test_leadership_sessions_add_up_once(session, figure):
    for kind in (Kind.PARTY_COMMITTEE, Kind.OFFICE_MEETING, Kind.CENTRAL_GROUP, Kind.FIRST_TOPIC, Kind.STAFF):
        session(kind)
    assert figure("领导班子集体学法次数") == 4


def test_study_of_xi_thought_is_a_part_never_added_to_the_whole(session, figure):
    xi, party = (Topic.objects.get(use="study", key=key) for key in ("xi-thought", "party-rules"))
    session(Kind.CENTRAL_GROUP, topics=[xi, party])
    session(Kind.CENTRAL_GROUP, topics=[party])
    session(Kind.STAFF, topics=[xi])
    assert figure("习近平法治思想专题学习次数") == 2
    assert figure("中心组习近平法治思想专题学习次数") == 1
    assert figure("中心组学法次数") == 2
    assert figure("学法活动次数") == 3
    assert figure("学法参与人次") == 30


def test_a_meeting_and_the_study_before_it_are_one_of_each(session, figure, world):
    """党委会1次＋会前学法1次: neither the central group's study nor a meeting held for the law alone."""
    meetings = registry.of(Meeting)
    make_record(meetings, world, area=world.township, kind=Meeting.Kind.PARTY_COMMITTEE)
    session(Kind.PARTY_COMMITTEE, meeting_name="2022年第3次党委会议")
    assert figure("党委会研究法治次数") == figure("党委会会前学法次数") == 1
    assert figure("法治建设专题会议次数") == figure("中心组学法次数") == 0


def test_topics_are_parts_of_the_whole(session, figure):
    tags = {topic.key: topic for topic in Topic.objects.filter(use="study")}
    session(Kind.STAFF, topics=[tags["constitution"], tags["civil-code"]])
    session(Kind.BRANCH, topics=[tags["constitution"]])
    session(Kind.STAFF)
    assert (figure("宪法专题学习次数"), figure("民法典专题学习次数")) == (2, 1)
    assert (figure("专题学法次数"), figure("学法活动次数")) == (2, 3)
    assert figure("党内法规专题学习次数") == 0


def test_discussion_is_a_way_to_study_and_no_session_more(session, figure):
    session(Kind.CENTRAL_GROUP, ways=["reading", "discussion"])
    session(Kind.COURSE, ways=["cases"])
    session(Kind.COURSE, ways=["cases"], part="attend")
    assert (figure("专题研讨次数"), figure("案例教学场次")) == (1, 1)
    assert (figure("中心组学法次数"), figure("学法活动次数")) == (1, 2)


def test_trials_are_attended_by_heads(session, figure):
    session(Kind.COURT, attendance=16)
    session(Kind.COURT, attendance=12)
    assert (figure("旁听庭审次数"), figure("旁听庭审人次")) == (2, 28)


def test_several_laws_at_once_are_one_session(session, figure):
    session(Kind.PARTY_COMMITTEE, laws=Law.objects.all()[:3])
    assert figure("党委会会前学法次数") == 1
    assert figure("学法参与人次") == 10


def test_a_course_of_two_days_is_one_course_with_each_head_once(session, figure):
    session(Kind.COURSE, attendance=85, ended_on=datetime.date(2022, 3, 6))
    assert figure("法治培训场次") == 1
    assert figure("法治培训参训人次") == 85


def test_what_the_county_held_is_attended_not_held(session, figure):
    session(Kind.COURSE, attendance=40)
    session(Kind.COURSE, attendance=25, part="attend")
    assert figure("法治培训场次") == 1
    assert figure("法治培训参训人次") == 40
    assert figure("学法活动次数") == 1
    assert figure("参加上级学法活动次数") == 1
    assert figure("学法参与人次") == 65


def test_officers_mediators_and_guides_are_no_general_training(session, figure):
    session(Kind.OFFICERS, attendance=14)
    session(Kind.MEDIATORS, attendance=30)
    session(Kind.GUIDES, attendance=40)
    assert figure("法治培训场次") == 0
    assert figure("法治培训参训人次") == 0
    assert figure("行政执法人员培训人次") == 14


def test_drafts_returned_and_voided_sessions_never_count(session, figure):
    for state in State:
        session(Kind.CENTRAL_GROUP, state=state)
    assert figure("中心组学法次数") == 2


def test_villages_hold_their_own_sessions(session, figure, world):
    session(Kind.BRANCH, area=world.a)
    session(Kind.BRANCH, area=world.b)
    assert figure("支部学法次数") == 2
    assert figure("支部学法次数", area=world.a) == 1


def test_sessions_by_form(session, world):
    session(Kind.STAFF)
    session(Kind.STAFF)
    session(Kind.LECTURE)
    found = by_category(indicators.get("training.sessions"), area=world.township, period=Period.year(2022))
    assert found == {"干部职工学法": 2, "法治讲座": 1}


def test_examinations_add_up_and_resits_stay_apart(exam, figure):
    exam("civil", 31, 30, 29, resits=1, resits_passed=1)
    exam("civil", 30, 29, 29)
    exam("must_know", 40, 36, 30)
    assert figure("国家工作人员学法考试人次") == 59
    assert figure("学法考试次数") == 3
    assert figure("学法考试应考人次") == 101
    assert figure("学法考试参考人次") == 95
    assert figure("学法考试合格人次") == 88
    assert figure("学法考试参考率") == 94.1
    assert figure("学法考试合格率") == 92.6


def test_each_kind_of_examination_has_rates_of_its_own(exam, figure):
    exam("civil", 50, 48, 45, excellent=20)
    exam("qualification", 4, 4, 3, resits=1, resits_passed=1)
    exam("qualification", 2, 1)
    assert (figure("国家工作人员学法考试参考率"), figure("国家工作人员学法考试合格率")) == (96.0, 93.8)
    assert (figure("执法资格考试参考率"), figure("执法资格考试通过率")) == (83.3, 75.0)
    assert (figure("执法资格考试参考人次"), figure("执法资格考试已出成绩人次")) == (5, 4)
    assert (figure("学法考试补考人次"), figure("学法考试补考合格人次"), figure("学法考试优秀人次")) == (
        1,
        1,
        20,
    )


def test_an_examination_without_results_stays_out_of_the_pass_rate(exam, figure):
    exam("civil", 50, 50, 45)
    exam("civil", 50, 40)
    assert figure("学法考试已出成绩人次") == 50
    assert figure("学法考试合格率") == 90.0
    assert figure("学法考试参考率") == 90.0


def test_no_examination_means_no_rate(exam, figure):
    assert figure("学法考试合格率") is None
    exam("civil", 3, 0, 0)
    assert figure("国家工作人员学法考试人次") == 0
    assert figure("学法考试合格率") is None


def test_an_examination_counts_in_the_year_it_began(exam, figure):
    exam("civil", 5, 5, 5, date=datetime.date(2021, 12, 20), ended_on=datetime.date(2022, 1, 10))
    assert figure("国家工作人员学法考试人次", year=2021) == 5
    assert figure("国家工作人员学法考试人次") is None


def test_the_central_group_owes_a_session_each_quarter(session, world):
    session(Kind.CENTRAL_GROUP, date=datetime.date(2022, 5, 10))
    session(Kind.STAFF, date=datetime.date(2022, 8, 10))
    found = cells(
        duties["training.central_group"],
        area=world.township,
        period=Period.year(2022),
        today=datetime.date(2022, 10, 1),
    )
    assert [cell.state for cell in found] == [
        CellState.MISSING,
        CellState.DONE,
        CellState.MISSING,
        CellState.AHEAD,
    ]
