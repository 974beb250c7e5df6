"""What the figures of disputes, checks and opinions count, and what they leave out."""

import datetime
import random

import pytest

from disputes import demo
from disputes.models import Dispute, Opinion, RiskCheck
from township.figures.indicator import indicators
from township.figures.measures import Count, Sum
from township.figures.models import NilReturn
from township.figures.period import Period
from township.figures.reading import by_category, read, rows_behind
from township.operations.demo import World
from township.people.models import Area
from township.records.models import State

YEAR = Period.year(2022)
CASE = {"kind": "neighbours", "origin": "application", "summary": "甲与乙因排水争执。"}
AGREED = {"result": "agreed", "agreement_form": "oral", "organisation": "village"}
FAILED = {"result": "failed", "organisation": "village"}


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.fixture
def case(make):
    def _case(accepted="2022-03-05", closed=None, **values):
        closed_on = day(closed) if closed else None
        return make(Dispute, date=day(accepted), closed_on=closed_on, **{**CASE, **values})

    return _case


@pytest.fixture
def figure(world):
    """`figure(label)` is the township's figure of 2022 (or of `period`)."""

    def _figure(label, period=YEAR, area=None):
        indicator = indicators.by_label[label]
        return read([indicator], area=area or world.township, period=period)[indicator.key]

    return _figure


def test_accepted_cases_count_by_acceptance_and_concluded_ones_by_their_end(case, figure):
    case("2021-12-20", "2022-01-09", **AGREED)
    case("2022-12-20", "2023-01-09", **AGREED)
    case("2022-05-01", "2022-05-09", **FAILED)
    assert figure("受理矛盾纠纷件数").value == 2
    assert figure("调解矛盾纠纷件数").value == 2
    assert figure("调解成功件数").value == 1
    assert figure("调解不成终止件数").value == 1
    assert figure("在调矛盾纠纷件数").value == 1
    assert figure("调解成功件数", Period.year(2023)).value == 1


def test_the_rate_leaves_out_what_is_open_withdrawn_or_passed_on(case, figure):
    for _ in range(3):
        case(closed="2022-03-09", **AGREED)
    case(closed="2022-03-09", **FAILED)
    case(closed="2022-03-09", result="withdrawn", organisation="village")
    case(closed="2022-03-09", result="referred", organisation="village")
    case()
    rate = figure("调解成功率")
    assert (rate.value, rate.numerator, rate.denominator) == (75.0, 3, 4)
    assert figure("办结矛盾纠纷件数").value == 6
    assert figure("当事人撤回纠纷件数").value == 1
    assert figure("转其他途径纠纷件数").value == 1


def test_no_rate_without_a_concluded_case(case, figure):
    case()
    rate = figure("调解成功率")
    assert (rate.value, rate.numerator, rate.denominator) == (None, 0, 0)


def test_cases_led_by_others_are_not_the_townships(case, figure):
    case(closed="2022-03-09", part="joined", amount=900, people_involved=8, **AGREED)
    case(closed="2022-03-09", amount=100, people_involved=2, **AGREED)
    labels = ("受理矛盾纠纷件数", "调解矛盾纠纷件数", "调解成功件数", "参与调解矛盾纠纷件数")
    assert [figure(label).value for label in labels] == [1, 1, 1, 1]
    assert figure("矛盾纠纷涉及金额").value == 100
    assert figure("群体性纠纷件数").value == 0


@pytest.mark.parametrize("state", [State.DRAFT, State.RETURNED, State.VOIDED])
def test_what_is_not_submitted_never_counts(case, make, figure, state):
    case(closed="2022-03-09", **AGREED)
    case(closed="2022-03-09", state=state, **AGREED)
    make(RiskCheck, found=5, state=state)
    make(RiskCheck, found=1)
    assert figure("调解矛盾纠纷件数").value == 1
    assert figure("排查不稳定因素件数").value == 1


def test_unreviewed_cases_are_counted_and_told(case, figure):
    case(closed="2022-03-09", **AGREED)
    case(closed="2022-03-09", state=State.APPROVED, **AGREED)
    mediated = figure("调解矛盾纠纷件数")
    assert (mediated.value, mediated.unreviewed) == (2, 1)


def test_a_case_taken_up_again_is_no_new_case(case, figure):
    record = case(closed="2022-03-09", **AGREED)
    record.result, record.closed_on, record.agreement_form = "ongoing", None, ""
    record.save()
    assert figure("受理矛盾纠纷件数").value == 1
    assert figure("调解成功件数").value == 0
    assert figure("在调矛盾纠纷件数").value == 1


def test_carried_over_and_accepted_equal_closed_and_carried_on(case, figure):
    dice = random.Random(34)
    for _ in range(60):
        accepted = datetime.date(2021, 1, 1) + datetime.timedelta(days=dice.randrange(1000))
        closed = accepted + datetime.timedelta(days=dice.choice([0, 5, 40, 200]))
        end = dice.choice([None, closed])
        outcome = {"result": "withdrawn", "organisation": "village"} if end else {}
        case(accepted.isoformat(), end and end.isoformat(), **outcome)
    for year in (2021, 2022, 2023):
        before = figure("在调矛盾纠纷件数", Period.year(year - 1)).value or 0
        accepted, closed, after = (
            figure(label, Period.year(year)).value
            for label in ("受理矛盾纠纷件数", "办结矛盾纠纷件数", "在调矛盾纠纷件数")
        )
        assert before + accepted == closed + after


def test_disputes_fall_into_their_kinds(case, world):
    case(kind="land")
    case(kind="land")
    case(kind="family")
    found = by_category(indicators.get("disputes.accepted"), area=world.township, period=YEAR)
    assert found == {"婚姻家庭纠纷": 1, "山林土地纠纷": 2}


def test_agreements_by_form_performance_and_confirmation(case, figure):
    case(closed="2022-03-09", performance="at_once", **AGREED)
    case(closed="2022-03-09", performance="done", **{**AGREED, "agreement_form": "written"})
    case(
        closed="2022-03-09",
        performance="not_done",
        confirmation="confirmed",
        **{**AGREED, "agreement_form": "written"},
    )
    labels = ("口头调解协议件数", "书面调解协议件数", "调解协议已履行件数", "调解协议司法确认件数")
    assert [figure(label).value for label in labels] == [1, 2, 2, 1]


def test_four_numbers_of_checks_stay_four_numbers(case, make, figure):
    check = make(RiskCheck, found=3, settled=1, reported=1, households=20)
    make(RiskCheck, found=0, households=5)
    case(closed="2022-03-09", origin="check", risk_check=check, **AGREED)
    assert figure("矛盾纠纷排查次数").value == 2
    assert figure("排查不稳定因素件数").value == 3
    assert figure("排查当场化解件数").value == 1
    assert figure("调解矛盾纠纷件数").value == 1
    assert figure("排查走访户次").value == 25


def test_a_round_without_findings_is_zero_and_no_round_is_nothing(make, figure):
    assert figure("排查不稳定因素件数").value is None
    make(RiskCheck, found=0)
    assert figure("排查不稳定因素件数").value == 0


def test_a_zero_report_is_zero(world, figure):
    NilReturn.objects.create(
        register="disputes", area=world.a, start=day("2022-03-01"), end=day("2022-03-31")
    )
    assert figure("调解矛盾纠纷件数").value == 0


def test_hardships_are_marked_and_solved_and_count_on_the_day_they_were_answered(make, figure):
    opinion = {"channel": "visit", "content": "渠道淤塞。"}
    solved = {"progress": "solved", "is_hardship": True, **opinion}
    make(Opinion, answered_on=day("2022-03-20"), **solved)
    make(Opinion, date=day("2021-12-20"), answered_on=day("2022-01-20"), **solved)
    make(Opinion, date=day("2022-12-20"), answered_on=day("2023-01-20"), **solved)
    make(Opinion, answered_on=day("2022-03-20"), **{**solved, "is_hardship": False})
    make(Opinion, answered_on=day("2022-03-20"), **{**solved, "progress": "explained"})
    make(Opinion, is_hardship=True, **opinion)
    assert figure("化解群众难题件数").value == 2
    assert figure("群众意见收集条数").value == 5
    assert figure("收集群众难题件数").value == 4
    assert figure("群众意见答复条数").value == 4
    assert figure("未答复群众意见条数").value == 2


def test_hardships_solved_and_disputes_mediated_are_two_facts(case, make, figure):
    case(closed="2022-03-09", **AGREED)
    solved = {"progress": "solved", "is_hardship": True, "channel": "visit", "content": "路灯不亮。"}
    make(Opinion, answered_on=day("2022-03-20"), **solved)
    assert figure("化解群众难题件数").value == figure("调解矛盾纠纷件数").value == 1
    Opinion.objects.update(is_hardship=False)
    assert (figure("化解群众难题件数").value, figure("调解矛盾纠纷件数").value) == (0, 1)


# The demonstration year ---------------------------------------------------------------------------


@pytest.fixture
def demo_world(db):
    world = World.build()
    demo.seed(world)
    return world


def own_indicators():
    return [found for found in indicators.all() if found.record_model._meta.app_label == "disputes"]


def test_the_demonstration_year_gives_the_figures_of_the_report(demo_world):
    wanted = own_indicators()
    figures = {
        figure.indicator.label: figure
        for figure in read(wanted, area=Area.objects.home(), period=YEAR).values()
    }
    labels = (
        "群众意见收集条数",
        "排查不稳定因素件数",
        "化解群众难题件数",
        "调解矛盾纠纷件数",
        "调解成功率",
    )
    assert [figures[label].value for label in labels] == [56, 16, 34, 34, 100]
    rate = figures["调解成功率"]
    assert (rate.numerator, rate.denominator) == (34, 34)
    open_before = read(wanted, area=Area.objects.home(), period=Period.year(2021))["disputes.open"].value
    closed = figures["办结矛盾纠纷件数"].value + figures["在调矛盾纠纷件数"].value
    assert open_before + figures["受理矛盾纠纷件数"].value == closed
    before = read(wanted, area=Area.objects.home(), period=Period.year(2021))
    assert before["disputes.mediated"].value != 34
    assert figures["调解矛盾纠纷件数"].unreviewed > 0


def test_every_figure_of_the_demonstration_is_the_sum_of_its_records(demo_world):
    area = Area.objects.home()
    figures = read(own_indicators(), area=area, period=YEAR)
    for indicator in own_indicators():
        rows = rows_behind(indicator, area=area, period=YEAR)
        value = figures[indicator.key].value
        if isinstance(indicator.counted, Sum):
            field = indicator.measure.field
            assert value == sum(getattr(row, field) or 0 for row in rows), indicator.key
        elif isinstance(indicator.counted, Count):
            assert value == rows.count(), indicator.key


def test_seeding_again_changes_nothing(demo_world):
    models = (Dispute, RiskCheck, Opinion)
    before = [list(model.objects.order_by("pk").values()) for model in models]
    demo.seed(World.build())
    assert [list(model.objects.order_by("pk").values()) for model in models] == before


def test_the_demonstration_keeps_the_rules_of_the_forms(demo_world):
    for model in (Dispute, RiskCheck, Opinion):
        for record in model.objects.all():
            record.full_clean(exclude=["created_by", "updated_by", "reviewed_by"])
    for record in Dispute.objects.exclude(result="ongoing"):
        assert record.mediators.exists()
        assert all(party.full_clean() is None for party in record.parties.all())
