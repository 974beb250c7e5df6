"""Case numbers: one row of numbers per committee and year, without gaps or doubles, given at acceptance."""

import datetime
import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, connections, transaction
from django.urls import reverse

from disputes.models import CaseCounter, Dispute, MediationCommittee, MediationRule
from disputes.models.rules import check_pattern
from disputes.numbering import number_case
from tests.disputes.test_dispute_rules import SMALL
from tests.entries import errors_of, post_edit, post_new
from township.people.models import Area
from township.records.models import State

WRITERS, EACH = 8, 4


@pytest.fixture
def committee(world):
    return MediationCommittee.objects.create(
        area=world.township, keeper=world.township, date="2020-01-01", title="毛俊镇调委会", kind="township"
    )


@pytest.fixture
def mediator(world, sign_in):
    return sign_in(world.mediator)


def enter(client, world, committee, then="submit", **values):
    given = {**SMALL, "area": world.a.pk, "committee": committee.pk, **values}
    return post_new(client, "disputes", then=then, **given)


def numbers():
    return list(Dispute.objects.order_by("pk").values_list("case_number", flat=True))


def test_each_committee_counts_each_year_by_itself(world, mediator, committee):
    village = MediationCommittee.objects.create(
        area=world.a, keeper=world.a, date="2020-01-01", title="甲村调委会", kind="village", number_name="甲"
    )
    for one, day in ((committee, "2022-03-05"), (committee, "2022-04-01"), (village, "2022-04-02")):
        enter(mediator, world, one, date=day)
    enter(mediator, world, committee, date="2021-12-31")
    assert numbers() == [
        "（2022）毛俊人调字第001号",
        "（2022）毛俊人调字第002号",
        "（2022）甲人调字第001号",
        "（2021）毛俊人调字第001号",
    ]


def test_the_township_sets_the_pattern_and_more_than_its_digits_fit(world, mediator, committee):
    MediationRule.objects.create(
        area=world.township, first_year=2022, number_pattern="{简称}调〔{年}〕{序号}号", number_digits=2
    )
    CaseCounter.objects.create(committee=committee, year=2022, last=99)
    enter(mediator, world, committee)
    assert numbers() == ["毛俊调〔2022〕100号"]


@pytest.mark.parametrize("pattern", ["第{序号}号", "（{年}）号", "（{年}）第{序号}号{村}"])
def test_a_pattern_without_year_or_sequence_is_refused(pattern):
    with pytest.raises(ValidationError, match="编号格式"):
        check_pattern(pattern)


def test_a_draft_has_no_number_until_it_is_accepted(world, mediator, committee):
    enter(mediator, world, committee, then="draft")
    enter(mediator, world, committee)
    assert numbers() == ["", "（2022）毛俊人调字第001号"]
    draft = Dispute.objects.get(state=State.DRAFT)
    mediator.post(reverse("records:act", args=["disputes", draft.pk, "submit"]))
    draft.refresh_from_db()
    assert draft.case_number == "（2022）毛俊人调字第002号"


def test_a_number_stays_with_a_voided_case_and_with_one_that_moves(world, mediator, committee, sign_in):
    enter(mediator, world, committee)
    first = Dispute.objects.get()
    mediator.post(reverse("records:act", args=["disputes", first.pk, "void"]), {"reason": "录重了"})
    enter(mediator, world, committee)
    other = MediationCommittee.objects.create(
        area=world.b, keeper=world.b, date="2020-01-01", title="乙村调委会", kind="village"
    )
    second = Dispute.objects.get(state=State.SUBMITTED)
    change = {**SMALL, "area": world.a.pk, "committee": other.pk, "case_number": second.case_number}
    assert post_edit(mediator, "disputes", second, **change).status_code == 302
    assert numbers() == ["（2022）毛俊人调字第001号", "（2022）毛俊人调字第002号"]


def test_numbers_given_by_hand_are_kept_not_doubled_and_passed_over(world, mediator, committee):
    enter(mediator, world, committee, case_number="（2022）毛俊人调字第001号")
    response = enter(mediator, world, committee, case_number="（2022）毛俊人调字第001号")
    assert errors_of(response) == {"case_number": ["这个案卷号已经有别的案件用了，请核对；不填会自动编号。"]}
    enter(mediator, world, committee)
    assert numbers() == ["（2022）毛俊人调字第001号", "（2022）毛俊人调字第002号"]


def test_committees_of_a_township_are_not_called_alike_in_their_numbers(world, sign_in, committee):
    village = Area.objects.create(name="毛俊村", level=Area.Level.VILLAGE, parent=world.township)
    given = {"title": "另一个调委会", "kind": "industry", "date": "2021-01-01"}
    client, rows = sign_in(world.coordinator), {"mediators": [{"person": "某调解员", "time": "part"}]}

    def founded(**values):
        return post_new(client, "mediation-committees", lines=rows, **{**given, **values})

    twin = "“毛俊镇调委会”的案卷号也用“毛俊”，两家会编出同样的案卷号，请换一个案号简称。"
    assert errors_of(founded(area=world.township.pk)) == {"number_name": [twin]}
    assert errors_of(founded(area=world.a.pk, number_name="毛俊")) == {"number_name": [twin]}
    assert founded(area=village.pk).status_code == 302
    assert founded(area=world.township.pk, date="2018-01-01", valid_to="2019-12-31").status_code == 302


def test_the_provinces_number_is_carried_and_no_other_is_given(world, mediator, committee):
    enter(mediator, world, committee, external_ref="TJ2022000123")
    case = Dispute.objects.get()
    assert (case.external_ref, case.case_number) == ("TJ2022000123", "")


def test_what_is_rolled_back_leaves_no_gap(world, committee):
    def accept(area):
        case = Dispute.objects.create(
            area=area,
            keeper=area,
            committee=committee,
            kind="other",
            origin="application",
            date=datetime.date(2022, 3, 5),
            state=State.SUBMITTED,
        )
        number_case(case)
        return case.number_sequence

    assert accept(world.a) == 1
    with transaction.atomic():
        assert accept(world.a) == 2
        transaction.set_rollback(True)
    assert accept(world.a) == 2


@pytest.mark.parametrize("pattern", ["（{年}）{简称}人调字第{序号}号", "（{年}）人调字第{序号}号"])
@pytest.mark.django_db(transaction=True)
def test_eight_writers_at_once_leave_no_gap_and_no_double(pattern):
    """One committee, or two whose pattern does not tell them apart and who so count on together."""
    if connection.vendor == "sqlite":
        pytest.skip("SQLite lets one writer in at a time; rows are locked on PostgreSQL")
    area = Area.objects.create(name="毛俊镇", level=Area.Level.TOWNSHIP)
    MediationRule.objects.create(area=area, first_year=2022, number_pattern=pattern)
    committees = [
        MediationCommittee.objects.create(
            area=area, keeper=area, date="2020-01-01", title=title, kind="township", number_name=title
        )
        for title in (("甲调委会",) if "简称" in pattern else ("甲调委会", "乙调委会"))
    ]
    ready, failures = threading.Barrier(WRITERS), []

    def write(committee):
        try:
            ready.wait()
            for _ in range(EACH):
                with transaction.atomic():
                    case = Dispute.objects.create(
                        area=area,
                        keeper=area,
                        committee_id=committee.pk,
                        kind="other",
                        origin="application",
                        date=datetime.date(2022, 3, 5),
                        state=State.SUBMITTED,
                    )
                    number_case(case)
        except Exception as error:
            failures.append(error)
        finally:
            connections.close_all()

    writers = [
        threading.Thread(target=write, args=[committees[number % len(committees)]])
        for number in range(WRITERS)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    given = sorted(Dispute.objects.values_list("number_sequence", flat=True))
    assert (failures, given) == ([], list(range(1, WRITERS * EACH + 1)))
    assert Dispute.objects.values("case_number").distinct().count() == WRITERS * EACH
