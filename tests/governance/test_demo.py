"""The demonstration's years of meetings and reviews give the figures of its annual report."""

import pytest
from django.db import connection

from governance.demo import seed
from governance.models import EnforcementCase, LegalReview, Meeting
from tests.acceptance import REPORT, needs_report
from tests.factories import registers
from township.figures.indicator import indicators
from township.figures.period import Period
from township.figures.reading import read
from township.operations.demo import World
from township.records.models import State
from township.records.register import registry

REPORTED = {"法治建设联席会议召开月数": 12, "法律顾问参与重大事项审查件数": 3}
MODELS = [register.model for register in registers() if register.model._meta.app_label == "governance"]


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


@pytest.mark.parametrize("year", [2025, 2026])
def test_the_latest_years_are_not_empty(demo, year):
    labels = [
        "法治建设会议次数",
        "合法性审查件数",
        "重大执法决定法制审核件数",
        "法律顾问参与重大事项审查件数",
    ]
    assert min(figures(demo, year, labels).values()) > 0


def test_each_year_of_the_demonstration_has_its_enforcement(demo):
    labels = ("行政处罚件数", "罚没金额", "行政检查次数", "签订责任书份数", "法治经费金额", "政务服务办件量")
    for year in (2021, 2022, 2023):
        assert min(figures(demo, year, labels).values()) > 0


def test_whoever_was_dealt_with_is_sealed_in_the_demonstration(demo):
    with connection.cursor() as cursor:
        cursor.execute("SELECT subject_name FROM governance_enforcementcase")
        stored = [name for (name,) in cursor.fetchall()]
    assert stored
    assert set(stored).isdisjoint(case.subject_name for case in EnforcementCase.objects.all())


def test_2022_and_2023_show_every_state_of_work(demo):
    for model in (Meeting, LegalReview):
        records = model.objects.filter(date__year__in=[2022, 2023])
        assert set(records.values_list("state", flat=True)) == set(State) - {State.VOIDED}


def test_seeding_again_changes_nothing(demo):
    before = [model.objects.count() for model in MODELS]
    seed(demo)
    assert [model.objects.count() for model in MODELS] == before


@pytest.mark.parametrize("model", MODELS)
def test_every_record_keeps_the_rules_of_its_register(demo, model):
    register = registry.of(model)
    for record in model.objects.all():
        record.full_clean(exclude=["created_by", "updated_by"])
        if record.state == State.APPROVED:
            assert register.missing(record) == ()


def test_every_meeting_that_counts_has_a_matter_of_law(demo):
    assert not Meeting.objects.countable().filter(agenda=None).exists()


def test_offices_work_on_working_days(demo):
    days = [day for model in (Meeting, LegalReview) for day in model.objects.values_list("date", flat=True)]
    assert [day for day in days if day.weekday() > 4] == []


@needs_report
def test_no_title_is_taken_from_the_report(demo):
    text = REPORT.read_text(encoding="utf-8")
    titles = {title for model in MODELS for title in model.objects.values_list("title", flat=True)}
    assert [title for title in titles if title in text] == []
