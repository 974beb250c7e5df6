"""Last year's plans, sentence by sentence, and what answers them."""

import pytest

from reports.proofing.planned import Planned, planned_in, unanswered

TEXT = """一、成效
开展普法活动12场。
二、下一步工作安排
我镇将重点做好以下工作。
（一）深化理论武装。持续学习贯彻习近平法治思想；抓住领导干部这个关键少数。
（二）建好法治文化阵地
在镇区建成法治文化广场。
1.新增人民调解员5名
毛俊镇人民政府
2022年12月30日"""


def test_plans_come_sentence_by_sentence_without_headings_and_signature():
    assert planned_in(TEXT) == [
        "我镇将重点做好以下工作",
        "持续学习贯彻习近平法治思想",
        "抓住领导干部这个关键少数",
        "在镇区建成法治文化广场",
        "新增人民调解员5名",
    ]
    assert planned_in("一、成效\n开展普法活动12场。") == planned_in("") == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("镇区的法治文化广场建成使用。", []),
        ("开展普法活动。", ["在镇区建成法治文化广场"]),
        ("一、成效\n开展普法。\n四、2023年主要安排\n继续建设镇区法治文化广场。", ["在镇区建成法治文化广场"]),
    ],
)
def test_words_answer_a_plan(prove, text, left):
    found = prove(text, plans=[Planned("在镇区建成法治文化广场")])
    assert [one.title for one in unanswered(found.paper)] == left


def test_the_figure_answers_a_plan_whatever_it_is_called(prove):
    plans = [Planned("把送法下乡办成品牌", "outreach.events"), Planned("让群众找得到律师", "outreach.teams")]
    found = prove("全年开展普法活动12场。", plans=plans)
    assert [one.title for one in unanswered(found.paper)] == ["让群众找得到律师"]
