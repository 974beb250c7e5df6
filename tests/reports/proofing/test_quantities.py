"""Numerals of official texts: what each is, how much it says, in which unit, and where."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.proofing.quantities import quantities


def read(text):
    """[(text, number, unit)] of the figures; places are checked on the way."""
    found = quantities(text)
    assert all(text[one.start : one.end] == one.text for one in found)
    return [(one.text, float(one.number), one.unit) for one in found if one.is_figure]


def kinds(text):
    return {one.text: one.kind for one in quantities(text)}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("开展宣传12次，发放资料3,200份", [("12次", 12, "次"), ("3,200份", 3200, "份")]),
        ("调处纠纷２８件", [("２８件", 28, "件")]),
        ("接待群众1万余人次", [("1万余人次", 10000, "人次")]),
        ("受益群众两万多人", [("两万多人", 20000, "人")]),
        ("张贴标语百余条", [("百余条", 100, "条")]),
        ("近30名干部参加", [("近30名", 30, "名")]),
        ("满意率95%以上", [("95%以上", 95, "%")]),
        ("参考率达百分之九十八", [("百分之九十八", 98, "%")]),
        ("百分之九十八点五", [("百分之九十八点五", 98.5, "%")]),
        ("覆盖率为10%～15%", [("10%～15%", 10, "%")]),
        ("举办讲座3—5场", [("3—5场", 3, "场")]),
        ("投入经费12.5万元", [("12.5万元", 12.5, "万元")]),
        ("罚款8000元", [("8000元", 8000, "元")]),
        ("合格率达98", [("98", 98, "%")]),
        ("按月公开村务", [("按月", 1, "次/月")]),
        ("每季度召开例会", [("每季度", 1, "次/季度")]),
        ("每季度召开2次会议", [("每季度", 2, "次/季度")]),
        ("全年未发生行政诉讼案件", [("未发生", 0, "件")]),
        ("实现零上访", [("零", 0, "起")]),
        ("辖内无安全事故发生", [("无", 0, "起")]),
        ("没有发生群体性事件", [("没有发生", 0, "起")]),
        ("述法工作实现全覆盖", [("全覆盖", 100, "%")]),
        ("召开专题会议两次", [("两次", 2, "次")]),
        ("覆盖九个村", [("九个", 9, "个")]),
        ("队伍5支36人", [("5支", 5, "支"), ("36人", 36, "人")]),
        ("12345热线交办18件", [("18件", 18, "件")]),
        ("承办12345政务热线756条", [("756条", 756, "条")]),
    ],
)
def test_figures(text, figures):
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("落实“一岗双责”", "phrase"),
        ("做到“三到位”", "phrase"),
        ("学习党的二十大报告", "phrase"),
        ("党的十九届六中全会", "phrase"),
        ("第十九届", "phrase"),
        ("村“两委”干部", "phrase"),
        ("“四个亲自”", "phrase"),
        ("履行第一责任人职责", "phrase"),
        ("“八五”普法", "phrase"),
        ("建立“1+3+N”机制", "phrase"),
        ("坚持两个维护", "phrase"),
        ("完善三项制度", "phrase"),
        ("办好十件实事", "phrase"),
        ("学校、家庭、社会三位一体", "phrase"),
        ("一村一法律顾问", "phrase"),
        ("2022年12月30日", "date"),
        ("1月至11月", "date"),
        ("第三季度", "date"),
        ("“12·4”国家宪法日", "date"),
        ("近3年来", "date"),
        ("2021—2025年", "date"),
        ("《民法典》第1024条", "law"),
        ("厅字〔2019〕28号", "document"),
        ("一、主要举措", "ordinal"),
        ("（三）强化监督", "ordinal"),
        ("一是抓学习", "ordinal"),
        ("拨打12348热线", "phone"),
        ("电话0746-2212345", "phone"),
    ],
)
def test_numerals_that_are_no_figures(text, kind):
    assert set(kinds(text).values()) == {kind}


@pytest.mark.parametrize(
    "text",
    ["统一思想", "进一步加强", "队伍建设", "依法治镇", "无法律效力", "未形成合力", "零距离服务", "{{学法1}}"],
)
def test_words_that_only_look_like_numerals(text):
    assert quantities(text) == []


def test_the_way_a_figure_is_rough_is_kept():
    rough = {
        one.text: one.approximation for one in quantities("5000余份，近20人，约300人，95%以上，不足5件，10次")
    }
    assert rough == {
        "5000余份": "over",
        "近20人": "near",
        "约300人": "about",
        "95%以上": "least",
        "5件": "",
        "10次": "",
    }


def test_numbering_is_told_from_figures_in_pasted_text():
    text = "　　1、加强学习。2、开展宣传3次。\n(1)检查\n2．整改"
    assert read(text) == [("3次", 3, "次")]


@given(
    number=st.integers(1, 999_999),
    unit=st.sampled_from(["次", "场", "件", "人次", "份", "条", "户"]),
    before=st.sampled_from(["共开展", "累计", "2022年", "其中", "“法律进乡村”活动"]),
)
def test_any_arabic_number_with_a_unit_is_found_whole(number, unit, before):
    text = f"{before}{number}{unit}。"
    if before.endswith("年"):
        text = f"{before}共{number}{unit}。"
    figures = [one for one in quantities(text) if one.is_figure]
    assert [(one.text, one.number, one.unit) for one in figures] == [
        (f"{number}{unit}", Decimal(number), unit)
    ]


@given(
    st.text(
        alphabet="一二三十百千万两0123456789年月日次件人%余近约第《》“”（）、，。每无未发生 \n", max_size=40
    )
)
def test_places_never_overlap_and_always_read_as_said(text):
    end = 0
    for one in quantities(text):
        assert one.start >= end
        assert text[one.start : one.end] == one.text
        end = one.end
