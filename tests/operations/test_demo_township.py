"""The whole demonstration township: its ledgers give every figure of the real report it was modelled on."""

import json
import re

import pytest
from django.core.management import call_command

from tests.acceptance import REPORT, needs_report
from tests.reports.typesetting.page import pages

# Where the report prints each figure (the group), and the indicator behind it.
PRINTED = {
    "training.party_committee": r"会前学法(\d+)次",
    "training.central_group": r"中心组定期学法(\d+)次",
    "training.civil_exam_taken": r"学法考试(\d+)人次",
    "governance.counsel_reviews": r"法律顾问(\d+)件次",
    "outreach.leaflets": r"宣传资料(\d+余)份",
    "outreach.consultations": r"咨询(\d+余)人次",
    "outreach.teams": r"宣传队伍(\d+)支",
    "outreach.team_members": r"宣传队伍\d+支(\d+)人",
    "training.courses": r"法治培训(\d+)场",
    "training.course_attendance": r"法治培训\d+场(\d+余)人次",
    "outreach.readers": r"读本(\d+)本",
    "outreach.events_rural": r"进乡村”活动(\d+)次",
    "outreach.events_community": r"进社区”活动(\d+)次",
    "opinions.collected": r"群众意见(\d+)条",
    "checks.found": r"不稳定因素(\d+)件次",
    "opinions.hardships_solved": r"群众难题(\d+)件次",
    "disputes.mediated": r"矛盾纠纷(\d+)件次",
    "disputes.success_rate": r"成功率达(\d+)%",
}
MONTHLY = {"governance.liaison_months": "每月定期召开联席会议", "notices.months": "每月张贴"}


@pytest.fixture
def figures(demonstration, django_db_blocker, capsys):
    with django_db_blocker.unblock():
        call_command("indicators", year=2022, json=True)
    return {row["key"]: row for row in json.loads(capsys.readouterr().out)}


def stands_for(printed, value):
    """Whether `printed` is the value; 余 after whole hundreds stands for up to 99 more."""
    least = int(printed.rstrip("余"))
    return least <= value <= least + (99 if printed.endswith("余") else 0)


@needs_report
@pytest.mark.parametrize("key", PRINTED)
def test_each_printed_figure_comes_out_of_the_ledgers(figures, key):
    printed = re.search(PRINTED[key], REPORT.read_text())[1]
    assert stands_for(printed, figures[key]["value"]), (printed, figures[key])


@needs_report
@pytest.mark.parametrize("key", MONTHLY)
def test_what_is_done_every_month_was_done_in_twelve(figures, key):
    assert MONTHLY[key] in REPORT.read_text()
    assert figures[key]["value"] == 12


def test_every_figure_says_what_it_is(figures):
    assert len(figures) >= 40
    assert [row["key"] for row in figures.values() if not row["definition"] or not row["unit"]] == []


def test_the_yearly_report_is_printed_from_the_outline(demonstration, django_db_blocker, tmp_path):
    pdf = tmp_path / "report.pdf"
    with django_db_blocker.unblock():
        call_command("report", year=2022, pdf=pdf)
    text = "".join(line.text for page in pages(pdf.read_bytes()) for line in page)
    assert "{{" not in text
    for figure in ("会前学法10次", "中心组学法6次", "队伍7支28人", "成功率100%"):
        assert figure in text
