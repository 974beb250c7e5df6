"""What a study session or an examination may not say, and the sentence at its field."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from tests.factories import build_record
from township.people.gate import Gate
from township.records.forms import form_class
from training.models import Exam, StudySession
from training.registers import Exams, LeaderLegalReports, StudySessions


def session_data(world, **values):
    return {
        "date": "2022-03-05",
        "area": world.township.pk,
        "kind": "staff",
        "title": "学习主题",
        "attendance": "20",
        "part": "host",
        **values,
    }


def exam_data(world, **values):
    return {
        "date": "2022-11-07",
        "area": world.township.pk,
        "kind": "civil",
        "title": "国家工作人员学法考试",
        "expected": "31",
        "taken": "30",
        **values,
    }


def errors(register, data, user):
    return form_class(register)(data, gate=Gate(user)).errors


def test_a_plain_session_and_examination_are_fine(world):
    assert errors(StudySessions, session_data(world), world.coordinator) == {}
    assert errors(Exams, exam_data(world), world.coordinator) == {}


def test_what_has_to_be_filled_in_at_once(world):
    assert errors(StudySessions, {"date": "2022-03-05"}, world.coordinator) == {
        "area": ["请选择所属村（社区）。"],
        "kind": ["请选择学法形式。"],
        "title": ["请填写学习主题。"],
        "attendance": ["请填写实到人数。"],
        "part": ["请选择主办或参加。"],
    }
    assert errors(Exams, {"date": "2022-03-05", "area": world.township.pk}, world.coordinator) == {
        "title": ["请填写考试名称。"],
        "kind": ["请选择考试类别。"],
        "expected": ["请填写应考人数。"],
        "taken": ["请填写实考人数。"],
    }


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"date": "2999-01-01"}, {"date": ["日期晚于今天。如是计划安排，请等办完再录；日期写错了请改正。"]}),
        ({"ended_on": "2022-03-01"}, {"ended_on": ["结束日期不能早于开始日期。"]}),
        ({"attendance": "-1"}, {"attendance": ["实到人数不能为负数，请填 0 或正整数。"]}),
        (
            {"attendance": "21", "expected": "20"},
            {"attendance": ["实到人数不能多于应到人数；临时增加的人请一并计入应到。"]},
        ),
        ({"hours": "-1"}, {"hours": ["学时不能为负数，请填 0 或正整数。"]}),
        ({"hours": "300"}, {"hours": ["学时超过 200，请核对是不是多打了几位。"]}),
        ({"kind": "principal_lecture"}, {"lecturer": ["主要负责人讲法治课请填写主讲人及职务。"]}),
        ({"kind": "nothing"}, {"kind": ["学法形式里没有这个选项，请重新选择。"]}),
    ],
)
def test_a_wrong_session_is_told_at_its_field(values, expected, world):
    assert errors(StudySessions, session_data(world, **values), world.coordinator) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"taken": "32"}, {"taken": ["实考人数不能多于应考人数。"]}),
        ({"passed": "31"}, {"passed": ["合格人数不能多于实考人数。"]}),
        ({"passed": "20", "excellent": "21"}, {"excellent": ["优秀人数不能多于合格人数。"]}),
        ({"resits": "1", "resits_passed": "2"}, {"resits_passed": ["补考合格人数不能多于补考人数。"]}),
        ({"ended_on": "2022-11-01"}, {"ended_on": ["结束日期不能早于开始日期。"]}),
        ({"average": "201"}, {"average": ["平均分超过 200，请核对是不是多打了几位。"]}),
    ],
)
def test_a_wrong_examination_is_told_at_its_field(values, expected, world):
    assert errors(Exams, exam_data(world, **values), world.coordinator) == expected


@pytest.mark.parametrize(
    "lecturer",
    [
        "陈志远（镇党委书记）",
        "党委书记 陈志远",
        "周敏（镇长）",
        "周敏（镇党委副书记、镇长）",
        "李强（街道党工委书记）",
    ],
)
def test_the_secretary_and_the_mayor_are_principals(lecturer, world):
    data = session_data(world, kind="principal_lecture", lecturer=lecturer)
    assert errors(StudySessions, data, world.coordinator) == {}


@pytest.mark.parametrize(
    "lecturer",
    ["刘国栋（镇党委副书记）", "张三（副镇长）", "李四（纪委书记）", "王五（村党组织书记）", "吴启明律师"],
)
def test_nobody_else_gives_the_principals_lecture(lecturer, world):
    data = session_data(world, kind="principal_lecture", lecturer=lecturer)
    assert errors(StudySessions, data, world.coordinator) == {
        "lecturer": ["主要负责人讲法治课须由党委书记或镇长主讲，请写明姓名和职务；其他人讲的请选“法治讲座”。"]
    }


def test_a_village_has_no_party_committee_of_the_township(world):
    data = session_data(world, area=world.a.pk, kind="party_committee")
    assert errors(StudySessions, data, world.clerk_a) == {
        "kind": ["“党委会会前学法”是镇本级的学法形式，村（社区）请选别的形式。"]
    }
    assert errors(StudySessions, session_data(world, area=world.a.pk, kind="branch"), world.clerk_a) == {}


def test_the_meeting_is_asked_for_before_approval_and_only_then(session):
    assert StudySessions.missing(session("party_committee")) == ("meeting_name",)
    assert StudySessions.missing(session("office_meeting", meeting_name="第3次镇长办公会议")) == ()
    assert StudySessions.missing(session("central_group")) == ()


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (StudySession, {"kind": "staff", "attendance": 21, "expected": 20}),
        (StudySession, {"kind": "principal_lecture", "lecturer": ""}),
        (StudySession, {"kind": "staff", "ended_on": datetime.date(2022, 3, 1)}),
        (Exam, {"expected": 10, "taken": 11}),
        (Exam, {"expected": 10, "taken": 9, "passed": 10}),
    ],
)
def test_the_database_keeps_the_same_rules(model, values, world):
    record = build_record(model, world, area=world.township)
    for name, value in values.items():
        setattr(record, name, value)
    with pytest.raises(IntegrityError), transaction.atomic():
        record.save()


@pytest.mark.parametrize("register", [StudySessions, Exams, LeaderLegalReports])
def test_the_first_screen_asks_for_six_things_at_most(register, world):
    form = form_class(register)(gate=Gate(world.coordinator))
    first = register.fieldsets[0][1]
    required = {name for name in register.form_fields() if form.fields[name].required}
    assert len([name for name in first if form.fields[name].required]) <= 6
    # Further down only what already has an answer may be required.
    assert required - set(first) <= {name for name in required if form[name].initial not in (None, "")}
