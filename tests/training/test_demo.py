"""The demonstration's years of study give the figures of its annual report."""

import pytest

from tests.acceptance import REPORT, needs_report
from township.figures.indicator import indicators
from township.figures.period import Period
from township.figures.reading import read
from township.operations.demo import World
from township.records.models import State
from township.records.register import registry
from training.demo import seed
from training.models import Exam, LeaderLegalReport, StudySession

REPORTED = {
    "党委会会前学法次数": 10,
    "中心组学法次数": 6,
    "国家工作人员学法考试人次": 59,
    "法治培训场次": 5,
    "法治培训参训人次": 412,
}


@pytest.fixture
def demo(db):
    built = World.build()
    seed(built)
    return built


def figures(demo, year, labels):
    wanted = [indicators.by_label[label] for label in labels]
    found = read(wanted, area=demo.township, period=Period.year(year))
    return {indicator.label: found[indicator.key].value for indicator in wanted}


def test_2022_gives_the_reported_figures(demo):
    assert figures(demo, 2022, REPORTED) == REPORTED


@pytest.mark.parametrize("year", [2021, 2023])
def test_the_years_beside_it_differ(demo, year):
    beside = figures(demo, year, REPORTED)
    assert None not in beside.values()
    assert [label for label, value in beside.items() if value == REPORTED[label]] == []


def test_leaders_report_each_year_and_more_do_so_than_before(demo):
    assert figures(demo, 2022, ["年度述法人数", "会议述法人数"]) == {"年度述法人数": 13, "会议述法人数": 3}
    assert figures(demo, 2021, ["年度述法人数"]) == {"年度述法人数": 8}


@pytest.mark.parametrize("year", [2025, 2026])
def test_the_latest_years_are_not_empty(demo, year):
    assert min(figures(demo, year, ["学法活动次数", "中心组学法次数", "学法考试次数"]).values()) > 0


def test_2022_and_2023_show_every_state_of_work(demo):
    sessions = StudySession.objects.filter(date__year__in=[2022, 2023])
    assert set(sessions.values_list("state", flat=True)) == set(State) - {State.VOIDED}


def test_seeding_again_changes_nothing(demo):
    models = (StudySession, Exam, LeaderLegalReport)
    before = [model.objects.count() for model in models]
    seed(demo)
    assert [model.objects.count() for model in models] == before


@pytest.mark.parametrize("model", [StudySession, Exam, LeaderLegalReport])
def test_every_record_keeps_the_rules_of_its_register(demo, model):
    register = registry.of(model)
    for record in model.objects.all():
        record.full_clean(exclude=["created_by", "updated_by"])
        if record.state == State.APPROVED:
            assert register.missing(record) == ()


def test_offices_work_on_working_days(demo):
    days = [
        *StudySession.objects.values_list("date", flat=True),
        *Exam.objects.values_list("date", flat=True),
    ]
    assert [day for day in days if day.weekday() > 4] == []


def test_what_was_studied_was_in_force_or_about_to_be(demo):
    """A law is studied from the year in which it comes into force, never after its repeal."""
    for session in StudySession.objects.prefetch_related("laws"):
        for law in session.laws.all():
            assert law.repealed_on is None or law.repealed_on > session.date
            assert law.effective_on is None or law.effective_on.year <= session.date.year


@needs_report
def test_no_title_is_taken_from_the_report(demo):
    text = REPORT.read_text(encoding="utf-8")
    titles = {
        *StudySession.objects.values_list("title", flat=True),
        *Exam.objects.values_list("title", flat=True),
    }
    assert [title for title in titles if title in text] == []
