"""What may stay open until a record is approved (◐), and what a relation lets choose."""

import pytest

from governance.models import LeadingGroup
from governance.registers import LeadingGroups
from township.people.gate import Gate
from township.records.filters import filterset_class
from township.records.forms import form_class
from township.records.life import ACTS, perform
from township.records.models import State, Topic
from township.records.saving import Refused
from training.models import Exam, StudySession
from training.registers import Exams, StudySessions


@pytest.fixture
def group(make, world):
    return make(
        LeadingGroup, area=world.township, title="依法治镇领导小组", head=world.person, seat=world.office
    )


def test_a_record_waits_for_what_approval_needs(group, world):
    with pytest.raises(Refused) as refusal:
        perform(ACTS["approve"], group, by=world.reviewer)
    assert str(refusal.value) == "“依法治镇领导小组”还没有填文号，补全后再审核。"
    group.refresh_from_db()
    assert group.state == State.SUBMITTED
    group.document_number = "毛政发〔2022〕3号"
    group.save()
    perform(ACTS["approve"], group, by=world.reviewer)
    group.refresh_from_db()
    assert group.state == State.APPROVED


def test_returning_asks_for_nothing(group, world):
    perform(ACTS["return"], group, by=world.reviewer, reason="请补文号")
    group.refresh_from_db()
    assert group.state == State.RETURNED


def test_zero_is_an_answer(make, world):
    exam = make(Exam, area=world.township, kind="civil", expected=3, taken=0)
    assert Exams.missing(exam) == ("passed",)
    exam.passed = 0
    assert Exams.missing(exam) == ()


def test_an_approved_record_cannot_lose_it_again(group, world):
    LeadingGroup.objects.filter(pk=group.pk).update(state=State.APPROVED, document_number="3号")
    group.refresh_from_db()
    form = form_class(LeadingGroups)(
        {
            "title": group.title,
            "date": "2022-03-05",
            "area": world.township.pk,
            "head": "陈志远",
            "seat": world.office.pk,
            "document_number": "",
            "version": group.version,
        },
        instance=group,
        gate=Gate(world.reviewer),
    )
    assert form.errors == {"document_number": ["已审核的记录，文号不能空着。"]}


def test_only_topics_of_study_are_offered_for_study(world, rf):
    study = list(Topic.objects.filter(use="study"))
    gate = Gate(world.coordinator)
    form = form_class(StudySessions)(gate=gate)
    assert list(form.fields["topics"].queryset) == study
    request = rf.get("/")
    request.gate = gate
    filters = filterset_class(StudySessions)(None, request=request)
    assert list(filters.form.fields["topics"].queryset) == study


@pytest.mark.parametrize(
    ("answer", "expected"), [("1", ["列入的"]), ("0", ["没列入的"]), ("", ["列入的", "没列入的"])]
)
def test_a_yes_or_no_field_filters_by_its_answer(answer, expected, make, world, rf):
    for title, planned in (("没列入的", False), ("列入的", True)):
        make(StudySession, title=title, planned=planned, kind="staff", attendance=1)
    request = rf.get("/")
    request.gate = Gate(world.coordinator)
    found = filterset_class(StudySessions)({"planned": answer}, request=request).qs
    assert [session.title for session in found] == expected


def test_a_township_register_starts_at_the_township(world):
    assert form_class(Exams)(gate=Gate(world.coordinator)).initial["area"] == world.township.pk
    assert "area" not in form_class(StudySessions)(gate=Gate(world.coordinator)).initial
    assert form_class(StudySessions)(gate=Gate(world.clerk_a)).initial["area"] == world.a.pk
