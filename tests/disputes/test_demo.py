"""The demonstration's petitions, receptions and services keep the forms' rules and make whole figures."""

from collections import defaultdict

import pytest

from disputes import demo
from disputes.models import (
    Dispute,
    HotlineMonth,
    LegalAid,
    MediationCommittee,
    Petition,
    ReceptionDay,
    ReceptionMatter,
)
from township.figures.indicator import indicators
from township.figures.period import Period
from township.figures.reading import read
from township.operations.demo import World
from township.people.models import Area
from township.records.models import State
from township.records.register import registry

MODELS = (Dispute, Petition, ReceptionDay, LegalAid, MediationCommittee, HotlineMonth)


@pytest.fixture
def demo_world(db):
    world = World.build()
    demo.seed(world)
    return world


def values_of(labels, year):
    wanted = [indicators.by_label[label] for label in labels]
    figures = read(wanted, area=Area.objects.home(), period=Period.year(year))
    return [figures[one.key].value for one in wanted]


def test_every_record_keeps_the_rules(demo_world):
    for model in MODELS:
        assert model.objects.exists(), model
        for record in model.objects.select_related("area"):
            record.full_clean(exclude=["created_by", "updated_by", "reviewed_by"])
            if record.state == State.APPROVED:
                assert registry.of(model).missing(record) == ()
    for matter in ReceptionMatter.objects.all():
        matter.full_clean()


def test_seeding_again_changes_nothing(demo_world):
    before = [list(model.objects.order_by("pk").values()) for model in MODELS]
    demo.seed(World.build())
    assert [list(model.objects.order_by("pk").values()) for model in MODELS] == before


@pytest.mark.parametrize("year", [2021, 2022, 2023])
def test_petitions_balance(demo_world, year):
    labels = ("上期结转信访事项数", "受理信访事项数", "办结信访事项数", "在办信访事项数")
    before, came, went, after = values_of(labels, year)
    assert before + came == went + after
    assert came > 0


def test_every_month_had_a_reception_and_a_report_of_the_hotline(demo_world):
    assert values_of(("开展领导接访的月数", "12345工单汇总月数"), 2022) == [12, 12]


def test_what_was_counted_on_the_days_is_what_their_rows_say(demo_world):
    days = ReceptionDay.objects.countable().filter(date__year=2022)
    matters = ReceptionMatter.objects.filter(record__in=days)
    labels = ("接访当场答复件数", "接访事项办结件数")
    answered = matters.filter(outcome="answered").count()
    settled = matters.filter(outcome__in=["answered", "settled"]).count()
    assert values_of(labels, 2022) == [answered, settled]


def test_links_lead_to_disputes_that_are_counted_once(demo_world):
    from_petitions, from_receptions, accepted = values_of(
        ("信访转来纠纷件数", "接访转来纠纷件数", "受理矛盾纠纷件数"), 2022
    )
    assert (from_petitions, from_receptions) == (2, 2)
    assert accepted == 36


def test_each_committee_numbers_its_cases_without_gaps_in_the_order_of_acceptance(demo_world):
    cases = Dispute.objects.countable().filter(part="lead").order_by("date", "number_sequence")
    sequences = defaultdict(list)
    for case in cases.select_related("committee"):
        assert (case.numbered_by, case.organisation) == (case.committee, case.committee.kind)
        sequences[case.committee, case.number_year].append(case.number_sequence)
    assert {committee.kind for committee, _ in sequences} == {"village", "township"}
    assert all(found == list(range(1, len(found) + 1)) for found in sequences.values())
    numbers = {case.case_number for case in cases}
    assert "（2022）毛俊人调字第001号" in numbers and len(numbers) == cases.count()
    uncounted = Dispute.objects.exclude(pk__in=cases)
    assert {case.case_number for case in uncounted} == {""}
