"""Normative documents, village rules, money, lists and services: what counts, and what the acceptance asks for."""

import csv
import datetime
from decimal import Decimal

import pytest

from governance.models import LegalBudget, MatterList, NormativeDocument, ServiceMonth, VillageRules
from governance.registers import NormativeDocuments
from tests.acceptance import FOLDER
from tests.entries import errors_of, post_new
from township.figures.indicator import indicators
from township.figures.models import NilReturn

D = datetime.date
OPEN_FIGURES = FOLDER / "figures-open.tsv"
# How other townships' reports name what this app counts.
ANSWERED = {
    "制定规范性文件件数": "制定规范性文件件数",
    "规范性文件备案率": "规范性文件备案率",
    "行政处罚件数": "行政处罚件数",
    "行政执法查处件次": "行政执法办案件数",
    "简易程序案件数(分项)": "简易程序案件数",
    "普通程序案件数(分项)": "普通程序案件数",
    "罚没金额": "罚没金额",
    "行政检查次数": "行政检查次数",
    "扫码入企检查次数": "扫码入企检查次数",
    "联合执法次数": "联合执法次数",
    "专项执法行动次数": "专项执法行动次数",
    "交通劝导次数": "劝导次数",
    "执法人员数": "执法人员数",
    "持证执法人员数": "持证执法人员数",
    "待考证人员数": "待考证人员数",
    "重大执法决定法制审核件数": "重大执法决定法制审核件数",
    "司法所列席会议次数": "司法所列席会议次数",
    "合同审查份数": "合同审查份数",
    "法律意见书份数": "法律意见书份数",
    "法律顾问审查件次": "法律顾问参与重大事项审查件数",
    "重大行政决策项数": "重大行政决策合法性审查件数",
    "复议/诉讼件数": "复议诉讼件数",
    "复议/应诉败诉件数": "复议应诉败诉件数",
    "复议纠错/败诉件数": "复议纠错和败诉件数",
    "人大建议/政协提案办理件数": "建议提案办理件数",
    "建议提案办复率/满意率": "建议提案办复率",
    "签订责任书份数": "签订责任书份数",
    "法治阵地投入金额": "法治阵地投入金额",
    "履职事项数": "履职事项数",
    "执法事项清单项数": "执法事项清单项数",
    "政务服务办件量": "政务服务办件量",
    "政务自助服务人次": "政务自助服务人次",
}


@pytest.fixture
def document(make, world):
    def _document(action="enact", **values):
        given = {"title": "管理办法", "drafter": world.office, "area": world.township}
        return make(NormativeDocument, action=action, **{**given, **values})

    return _document


def test_a_document_counts_on_the_day_of_issue(document, figure):
    document(date=D(2021, 12, 1), issued_on=D(2022, 1, 10))
    document(date=D(2022, 11, 1))
    document("amend", issued_on=D(2022, 5, 1))
    document("repeal", issued_on=D(2022, 5, 1))
    document("lapse", issued_on=D(2022, 5, 1))
    document("cleanup")
    assert figure("制定规范性文件件数") == 1
    assert figure("修改规范性文件件数") == 1
    assert figure("废止和宣布失效规范性文件件数") == 2
    assert figure("印发规范性文件件数") == 2
    assert figure("清理规范性文件件数") == 1


def test_the_share_filed_is_of_what_was_issued(document, figure):
    document("repeal", issued_on=D(2022, 5, 1), filed_on=D(2022, 5, 9))
    assert figure("规范性文件备案率") is None
    document(issued_on=D(2022, 12, 28), filed_on=D(2023, 1, 5))
    document(issued_on=D(2022, 12, 28))
    assert figure("规范性文件备案件数") == 1
    assert figure("规范性文件备案率") == 50


def test_a_document_is_in_force_on_its_last_day(document, figure):
    document(date=D(2020, 1, 6), issued_on=D(2020, 2, 3), valid_to=D(2022, 12, 31))
    document(date=D(2020, 1, 6), issued_on=D(2020, 2, 3), valid_to=D(2022, 12, 30))
    document("amend", date=D(2020, 1, 6), issued_on=D(2020, 3, 2))
    document(date=D(2020, 1, 6))
    assert [figure("现行有效规范性文件件数", year=year) for year in (2021, 2022, 2023)] == [2, 1, 0]


def test_none_made_is_a_reported_result(figure, world):
    assert figure("制定规范性文件件数") is None
    NilReturn.objects.create(
        register="normative-documents", area=world.township, start=D(2022, 12, 1), end=D(2022, 12, 31)
    )
    assert figure("制定规范性文件件数") == 0
    assert figure("规范性文件备案率") is None


def test_what_each_act_needs(document):
    issued = ("document_number", "issued_on", "published_on")
    assert NormativeDocuments.missing(document()) == ("legal_review", "meeting", *issued)
    assert NormativeDocuments.missing(document("repeal")) == issued
    assert NormativeDocuments.missing(document("cleanup")) == ("conclusion",)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"issued_on": "2022-03-01"}, {"issued_on": ["印发日期不能早于起草（清理）日期。"]}),
        ({"filed_on": "2022-03-09"}, {"issued_on": ["已备案的，请填写印发日期。"]}),
        ({"conclusion": "keep"}, {"conclusion": ["只有动作是“清理”的才选清理结论。"]}),
        (
            {"heard_from": "2022-03-09", "heard_to": "2022-03-08"},
            {"heard_to": ["征求意见结束日期不能早于开始日期。"]},
        ),
    ],
)
def test_a_wrong_document_is_told_at_its_field(values, expected, world, sign_in):
    data = {
        "title": "管理办法",
        "action": "enact",
        "drafter": world.office.pk,
        "date": "2022-03-05",
        "area": world.township.pk,
        **values,
    }
    assert errors_of(post_new(sign_in(world.coordinator), "normative-documents", **data)) == expected


def test_two_editions_are_one_village_with_rules(make, world, figure, review):
    make(VillageRules, area=world.a, action="enact", date=D(2020, 1, 6), valid_to=D(2022, 6, 1))
    make(VillageRules, area=world.a, action="amend", date=D(2022, 6, 1), filed_on=D(2022, 6, 9))
    make(VillageRules, area=world.b, action="enact", date=D(2020, 1, 6))
    review("village_rules", "justice_office", area=world.a)
    assert figure("有村规民约的村（社区）数") == 2
    assert figure("制定修订村规民约份数") == 1
    assert figure("村规民约备案份数") == 1
    assert figure("村规民约审查件数") == figure("合法性审查件数") == 1


def test_money_in_yuan_by_purpose(make, world, figure):
    given = {"title": "项目", "origin": "township", "area": world.township}
    make(LegalBudget, purpose="venue", amount=Decimal("500000"), **given)
    make(LegalBudget, purpose="outreach", amount=Decimal("1200.50"), **given)
    assert figure("法治阵地投入金额") == 500_000
    assert figure("普法经费金额") == Decimal("1200.50")
    assert figure("法治经费金额") == Decimal("501200.50")


def test_a_replaced_list_no_longer_counts(make, world, figure):
    given = {"title": "清单", "area": world.township, "kind": "powers"}
    make(MatterList, matters=168, date=D(2020, 1, 6), valid_to=D(2022, 7, 15), **given)
    make(MatterList, matters=175, date=D(2022, 7, 15), **given)
    make(MatterList, matters=52, date=D(2022, 7, 15), **{**given, "kind": "enforcement"})
    assert [figure("权责清单事项数", year=year) for year in (2021, 2022)] == [168, 175]
    assert figure("执法事项清单项数") == 52
    assert figure("履职事项数") == 0


def test_services_add_up_over_the_months(make, world, figure):
    given = {"area": world.township}
    make(ServiceMonth, kind="service", received=0, date=D(2022, 1, 5), **given)
    assert figure("政务服务办结率") is None
    make(ServiceMonth, kind="service", received=90, finished=81, self_service=30, **given)
    make(ServiceMonth, kind="licence", received=10, finished=9, online=4, **given)
    assert figure("政务服务办件量") == 100
    assert figure("行政许可办件量") == 10
    assert figure("政务服务办结率") == 90
    assert figure("政务服务网上办件量") == 4
    assert figure("政务自助服务人次") == 30


@pytest.mark.skipif(not OPEN_FIGURES.exists(), reason="没有验收用的数据（../shared/acceptance）")
def test_what_other_reports_count_can_be_counted_here():
    with OPEN_FIGURES.open(encoding="utf-8") as lines:
        named = {row["indicator"] for row in csv.DictReader(lines, delimiter="\t")}
    assert set(ANSWERED) - named == set()
    assert [label for label in ANSWERED.values() if label not in indicators.by_label] == []


def test_the_app_counts_what_reports_ask_for():
    own = [one for one in indicators.all() if one.records.__module__.startswith("governance.")]
    assert len(own) >= 45
    assert [one.key for one in own if not one.definition.endswith("。")] == []
