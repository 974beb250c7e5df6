"""Names of figures in other townships' reports that concern disputes and openness: what answers each."""

import csv

import pytest

from tests.acceptance import FOLDER
from township.figures.indicator import indicators

NAMES = FOLDER / "figures-open.tsv"
ANSWERS = {
    "收集群众意见条数": "opinions.collected",
    "排查不稳定因素件次": "checks.found",
    "化解群众难题件次": "opinions.hardships_solved",
    "调解矛盾纠纷件次": "disputes.mediated",
    "调解成功率(派生)": "disputes.success_rate",
    "调解成功率(原文与35/36=97.2%不符)": "disputes.success_rate",
    "三务公开频次": "notices.months",
    "排查化解矛盾纠纷件数": "checks.resolved",
    "化解率(派生)": "checks.resolved_rate",
    "矛盾纠纷排查次数": "checks.rounds",
    "接待来访批次": "petitions.visits",
    "接待来访人次": "petitions.visitors",
    "越级上访/群体性事件起数": "petitions.skipped",
    "受理矛盾纠纷件数": "disputes.accepted",
    "调解成功件数": "disputes.agreed",
    "预防纠纷件数": "checks.settled",
    "公众号发布条数": "disclosures.account",
    "依申请公开件数": "requests.received",
    "主动公开信息条数": "disclosures.published",
    "主动公开信息条数(按渠道)": "disclosures.website",
    "主动公开信息条数(季度)": "disclosures.published",
    "法律援助件数": "legal_aid.applications",
    "挽回经济损失": "legal_aid.recovered",
}


@pytest.mark.skipif(not NAMES.exists(), reason="没有验收用的指标名（../shared/acceptance）")
def test_every_name_is_one_that_reports_use():
    with NAMES.open(encoding="utf-8") as file:
        used = {row["indicator"] for row in csv.DictReader(file, delimiter="\t")}
    assert set(ANSWERS) - used == set()


@pytest.mark.parametrize(("name", "key"), ANSWERS.items())
def test_the_name_is_answered_from_the_ledgers(name, key):
    assert indicators.get(key) is not None, name
