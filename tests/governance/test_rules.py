"""What a meeting, a leading group or a review may not say, and the sentence at its field."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from governance.models import LeadingGroup, LegalReview
from governance.registers import LeadingGroups, LegalReviews, Meetings
from tests.factories import build_record, registers
from township.people.gate import Gate
from township.records.forms import form_class, line_formsets


def of_governance():
    return [register for register in registers() if register.model._meta.app_label == "governance"]


def meeting_data(world, **values):
    return {
        "kind": "party_committee",
        "date": "2022-03-05",
        "title": "镇党委会议",
        "chair": "陈志远",
        "area": world.township.pk,
        **values,
    }


def group_data(world, **values):
    return {
        "title": "依法治镇领导小组",
        "date": "2022-03-05",
        "area": world.township.pk,
        "head": "陈志远（镇党委书记）",
        "seat": world.office.pk,
        **values,
    }


def review_data(world, **values):
    return {
        "title": "环卫服务合同",
        "kind": "contract",
        "submitter": world.office.pk,
        "date": "2022-03-05",
        "method": "justice_office",
        "area": world.township.pk,
        "rounds": "1",
        **values,
    }


def errors(register, data, world):
    return form_class(register)(data, gate=Gate(world.coordinator)).errors


def test_plain_entries_are_fine(world):
    assert errors(Meetings, meeting_data(world), world) == {}
    assert errors(LeadingGroups, group_data(world), world) == {}
    assert errors(LegalReviews, review_data(world), world) == {}


@pytest.mark.parametrize(
    ("register", "expected"),
    [
        (
            Meetings,
            {
                "kind": ["请选择会议类别。"],
                "date": ["请填写日期。"],
                "title": ["请填写会议名称。"],
                "chair": ["请填写主持人。"],
                "area": ["请选择所属村（社区）。"],
            },
        ),
        (
            LeadingGroups,
            {
                "title": ["请填写机构名称。"],
                "date": ["请填写成立日期。"],
                "head": ["请填写组长及职务。"],
                "seat": ["请选择办公室设在。"],
                "area": ["请选择所属村（社区）。"],
            },
        ),
        (
            LegalReviews,
            {
                "title": ["请填写事项名称。"],
                "kind": ["请选择事项类别。"],
                "submitter": ["请选择送审部门。"],
                "date": ["请填写送审日期。"],
                "method": ["请选择审查方式。"],
                "area": ["请选择所属村（社区）。"],
                "rounds": ["请填写审查次数。"],
            },
        ),
    ],
)
def test_what_has_to_be_filled_in_at_once(register, expected, world):
    assert errors(register, {"note": "空表"}, world) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"adjusted_on": "2022-03-01"}, {"adjusted_on": ["最近调整日期不能早于成立日期。"]}),
        (
            {"adjusted_on": "2999-01-01"},
            {"adjusted_on": ["最近调整日期晚于今天。如是计划安排，请等办完再录；日期写错了请改正。"]},
        ),
        ({"valid_to": "2022-03-01"}, {"valid_to": ["撤销日期不能早于成立日期。"]}),
    ],
)
def test_a_wrong_group_is_told_at_its_field(values, expected, world):
    assert errors(LeadingGroups, group_data(world, **values), world) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"issued_on": "2022-03-04"}, {"issued_on": ["出具日期不能早于送审日期。"]}),
        (
            {"issued_on": "2999-01-01"},
            {"issued_on": ["出具日期晚于今天。如是计划安排，请等办完再录；日期写错了请改正。"]},
        ),
        ({"adoption": "none"}, {"adoption_reason": ["意见未采纳的请写明理由。"]}),
        ({"rounds": "0"}, {"rounds": ["审查次数至少是 1。"]}),
        ({"opinions": "-2"}, {"opinions": ["意见条数不能为负数，请填 0 或正整数。"]}),
        ({"contract_amount": "-5"}, {"contract_amount": ["合同金额（元）不能为负数，请填 0 或正整数。"]}),
    ],
)
def test_a_wrong_review_is_told_at_its_field(values, expected, world):
    assert errors(LegalReviews, review_data(world, **values), world) == expected


def test_a_reason_answers_for_what_was_not_adopted(world):
    data = review_data(world, adoption="none", adoption_reason="与上级文件不一致")
    assert errors(LegalReviews, data, world) == {}


def test_a_meeting_has_at_least_one_matter_of_law(world):
    empty = {"agenda-TOTAL_FORMS": "1", "agenda-INITIAL_FORMS": "0", "agenda-0-subject": ""}
    gate = Gate(world.coordinator)
    formset = line_formsets(Meetings, Meetings.model(), gate=gate, data=empty)["agenda"]
    assert not formset.is_valid()
    assert formset.non_form_errors() == ["法治议题至少填 1 行。"]


def test_what_a_finished_review_needs(review):
    pending = review("contract", "counsel")
    assert LegalReviews.missing(pending) == ("reviewer", "issued_on", "conclusion", "adoption")


def test_nothing_is_adopted_where_nothing_was_objected_to(review, world):
    done = {"reviewer": world.person, "issued_on": datetime.date(2022, 3, 8)}
    assert LegalReviews.missing(review("contract", "counsel", conclusion="lawful", **done)) == ()
    assert LegalReviews.missing(review("contract", "counsel", conclusion="lawful", opinions=0, **done)) == ()
    for values in ({"conclusion": "lawful", "opinions": 2}, {"conclusion": "amended"}):
        assert LegalReviews.missing(review("contract", "counsel", **values, **done)) == ("adoption",)


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (LeadingGroup, {"valid_to": datetime.date(2020, 1, 1)}),
        (LegalReview, {"issued_on": datetime.date(2020, 1, 1)}),
        (LegalReview, {"adoption": "none", "adoption_reason": ""}),
        (LegalReview, {"rounds": 0}),
    ],
)
def test_the_database_keeps_the_same_rules(model, values, world):
    record = build_record(model, world, area=world.township)
    for name, value in values.items():
        setattr(record, name, value)
    with pytest.raises(IntegrityError), transaction.atomic():
        record.save()


@pytest.mark.parametrize("register", of_governance(), ids=lambda register: register.slug)
def test_the_first_screen_asks_for_six_things_at_most(register, world):
    form = form_class(register)(gate=Gate(world.coordinator))
    first = register.fieldsets[0][1]
    required = {name for name in register.form_fields() if form.fields[name].required}
    assert len([name for name in first if form.fields[name].required]) <= 6
    # Further down only what already has an answer may be required.
    assert required - set(first) <= {name for name in required if form[name].value() not in (None, "")}
