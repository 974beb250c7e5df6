"""Every check has a text that it finds fault with and one that it lets pass."""

import datetime

import pytest

from governance.models import Meeting
from outreach.models import OutreachEvent
from reports.models import StatedFigure
from reports.proofing.checks import Severity, all_checks
from reports.proofing.checks.registry import check
from training.models import StudySession

from .examples import EXAMPLES, LAST_YEAR, MORE

Kind = StudySession.Kind
WITH_LEDGER = ("ledger_difference", "outside_difference", "loose_figure", "wrong_unit", "every_month")


@pytest.fixture
def ledger(make, world):
    """What `examples.LEDGER` says: 12 events with 980 people, 312 consultations, 6 studies, 7 months."""
    StatedFigure.objects.create(
        area=world.township,
        indicator="outreach.events",
        value=12,
        source="县普法办通报",
        start="2022-01-01",
        end="2022-12-31",
        stated_on="2022-12-31",
    )
    for number in range(12):
        make(
            OutreachEvent,
            attendance=80 if number else 100,
            consultations=26,
            date=datetime.date(2022, number + 1, 9),
        )
    for month in range(1, 7):
        make(
            StudySession,
            area=world.township,
            kind=Kind.CENTRAL_GROUP,
            attendance=9,
            date=datetime.date(2022, month, 3),
        )
    for month in range(1, 8):
        make(
            Meeting,
            area=world.township,
            kind=Meeting.Kind.LIAISON,
            chair=world.person,
            date=datetime.date(2022, month, 5),
        )


def test_every_check_has_its_examples():
    assert EXAMPLES.keys() == {one.key for one in all_checks()}
    assert all(one.label and one.look.__doc__ for one in all_checks())


@pytest.mark.parametrize("key", EXAMPLES)
def test_failing_and_passing(prove, request, key):
    if key in WITH_LEDGER:
        request.getfixturevalue("ledger")
    fails, passes = EXAMPLES[key]
    more = {"last_year": LAST_YEAR, **MORE.get(key, {})}
    found = [one for one in prove(fails, **more).findings if one.check == key]
    assert found
    assert all(one.message[-1] in "。？" and 0 <= one.start <= one.end <= len(fails) for one in found)
    assert [one.message for one in prove(passes, **more).findings if one.check == key] == []


def test_two_checks_of_one_name_are_refused():
    all_checks()

    def look(paper):
        return ()

    look.__module__ = "reports.proofing.checks.wrong_year"
    with pytest.raises(ValueError, match="wrong_year"):
        check(Severity.ERROR, "年份")(look)


@pytest.mark.parametrize("key", [key for key in EXAMPLES if key.startswith("mend_")])
def test_a_mend_leaves_nothing_to_mend(prove, key):
    text = EXAMPLES[key][0]
    for one in sorted(prove(text).findings, key=lambda one: -one.start):
        if one.check == key:
            text = text[: one.start] + one.replacement + text[one.end :]
    assert text == EXAMPLES[key][1] or not [one for one in prove(text).findings if one.check == key]


# Particular rules -------------------------------------------------------------------------------------


def messages(found, key):
    return [one.message for one in found.findings if one.check == key]


@pytest.mark.parametrize(
    ("text", "value", "holds"),
    [
        ("5000余份", 5137, True),
        ("5000余份", 4980, False),
        ("5000余份", 6100, False),
        ("5000余份", 5000, False),
        ("300多人次", 312, True),
        ("10余场", 14, True),
        ("10余场", 21, False),
        ("近20场", 19, True),
        ("近20场", 20, False),
        ("近20场", 14, False),
        ("约300人次", 290, True),
        ("约300人次", 240, False),
        ("95%以上", 96, True),
        ("95%以上", 94, False),
        ("超过200场", 260, True),
        ("4万余人次", 43000, True),
        ("4万余人次", 39000, False),
    ],
)
def test_what_may_be_written_roughly(text, value, holds):
    from reports.proofing.checks import loose_figure
    from reports.proofing.quantities import quantities

    (figure,) = [one for one in quantities(text) if one.is_figure]
    assert loose_figure.holds(figure, value) is holds


def test_a_law_is_judged_by_the_day_of_the_report(prove):
    text = "学习《信访条例》。"
    assert messages(prove(text), "repealed_laws") == [
        "《信访条例》2022年5月1日起已经废止，现行的是《信访工作条例》。"
    ]
    assert messages(prove(text, day=datetime.date(2021, 12, 30)), "repealed_laws") == []
    assert messages(prove("学习《法治宣传教育法》。"), "repealed_laws") == [
        "《法治宣传教育法》2025年11月1日才施行，报告日期还没有到。"
    ]


def test_a_text_that_tells_of_a_repeal_is_left_alone(prove):
    assert messages(prove("《民法典》施行，《合同法》《物权法》同时废止。"), "repealed_laws") == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("组织村干部和镇街执法人员到各村（社区）开展法治乡村建设。", []),
        ("在主要街道、路口设点，发动村民参与，推动镇村联动、城乡社区共治。", []),
        ("坚持和发展新时代“枫桥经验”，建设平安中国、法治社会、法治文化。", []),
        ("甲村、乙村被评为示范村，全县推广毛俊镇做法。", []),
        ("平安甘棠建设取得实效。", ["甘棠"]),
        ("由枣岭镇人民政府统一部署。", ["枣岭镇"]),
        ("在垌寨村举办法治讲座。", ["垌寨村"]),
    ],
)
def test_places_of_others_and_only_those(prove, places, text):
    found = prove(text)
    assert [text[one.start : one.end] for one in found.findings if one.check == "foreign_places"] == places


def test_figures_of_a_day_a_plan_or_another_year_are_not_held_against_the_ledger(prove, ledger):
    for text in (
        "12月4日开展普法活动3场。",
        "较2021年普法活动20场有所增加。",
        "四、2023年主要安排\n开展普法活动30场。",
        "甲村开展普法活动1场。",
    ):
        assert messages(prove(text), "ledger_difference") == [], text


def test_the_cut_off_that_a_text_states_is_the_ledgers(prove, ledger):
    assert messages(prove("截至6月底，全年开展普法活动6场。"), "ledger_difference") == []


@pytest.mark.usefixtures("in_request")
def test_the_number_of_queries_does_not_grow_with_the_text(prove, django_assert_max_num_queries):
    text = "全年开展普法活动12场，中心组学法6次，调解矛盾纠纷3件，发放宣传资料30份。"
    with django_assert_max_num_queries(20):
        prove(text * 40)
