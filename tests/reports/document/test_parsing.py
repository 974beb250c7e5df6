"""Reading official text as people write and paste it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.document import OfficialHeading, parse, plain_text


def levels(text):
    return [(block.level, block.is_heading) for block in parse(text, title="题").blocks]


@pytest.mark.parametrize(
    ("line", "level", "heading"),
    [
        ("一、主要举措和成效", 1, True),
        ("（一）强化组织领导", 2, True),
        ("(二) 强化依法执政", 2, True),
        ("1、大力推动普法。根据镇情开展。", 3, False),
        ("1. 学法制度", 3, True),
        ("2．培训", 3, True),
        ("（1）建立台账", 4, True),
        ("（一）力度还有待进一步加强；", 2, False),
        ("三、下一步工作计划：", 1, True),
        ("四. 下一步工作", 1, True),
        ("1.5公里范围内", 0, False),
        ("一是提高意识", 0, False),
        ("2022年，全镇认真贯彻。", 0, False),
    ],
)
def test_numbering(line, level, heading):
    assert levels(line) == [(level, heading)]


def test_run_in_heading_has_its_first_sentence_as_lead():
    (block,) = parse("（一）强化学法。全年学法12次。", title="题").blocks
    assert block.text[: block.lead] == "（一）强化学法。"


def test_title_addressee_and_signature_are_recognised():
    document = parse(
        "青山镇人民政府\n关于2025年法治政府建设情况的报告\n\n县委、县政府:\n现报告如下。\n\n  青山镇人民政府\n 2026年1月5日\n",
        title="别的",
    )
    assert document.title == "青山镇人民政府\n关于2025年法治政府建设情况的报告"
    assert document.addressee == "县委、县政府："
    assert [block.text for block in document.blocks] == ["现报告如下。"]
    assert (document.organs, document.date) == (("青山镇人民政府",), "2026年1月5日")


def test_text_without_a_title_gets_the_given_one():
    assert parse("2025年，全镇认真贯彻。", title="情况报告").title == "情况报告"


def test_blocks_know_their_source_line():
    assert [block.line for block in parse("甲。\n\n乙。", title="题").blocks] == [1, 3]


def test_plain_text_reads_back_as_the_same_document():
    document = parse("一、成效\n全年学法12次。\n青山镇人民政府\n2026年1月5日", title="青山镇情况报告")
    again = parse(plain_text(document), title="别的")
    assert again.title == document.title
    assert [block.text for block in again.blocks] == [block.text for block in document.blocks]
    assert (again.organs, again.date) == (document.organs, document.date)


@pytest.mark.parametrize(
    ("pasted", "cleaned"),
    [
        ("　　全镇 各村(社区) 开展 Open Day 活动(3 次)", "全镇各村（社区）开展Open Day活动（3次）"),
        ("各村(含社区(居委会))参加", "各村（含社区（居委会））参加"),
        ("法\u200b治\ufeff政\x07府\u00ad", "法治政府"),
        ("Open\u200bDay", "OpenDay"),
        ("王\u3000伟\u00a0同志\t", "王伟同志"),
        ("f(x)=1", "f(x)=1"),
        ("只有一半(的括号", "只有一半(的括号"),
    ],
)
def test_layout_goes_and_text_stays(pasted, cleaned):
    assert parse(pasted, title="题").blocks[0].text == cleaned


@pytest.mark.parametrize(
    ("ending", "organs", "date", "note"),
    [
        (["青山镇人民政府", "2026年1月5日"], ("青山镇人民政府",), "2026年1月5日", ""),
        (["青山镇人民政府 2026年1月5日"], ("青山镇人民政府",), "2026年1月5日", ""),
        (["青山镇司法所", "2026 年 1 月 5 日"], ("青山镇司法所",), "2026年1月5日", ""),
        (
            ["中共青山镇委员会", "青山镇人民政府", "2026年1月5日"],
            ("中共青山镇委员会", "青山镇人民政府"),
            "2026年1月5日",
            "",
        ),
        (["周敏", "2026年1月5日"], ("周敏",), "2026年1月5日", ""),
        (["二〇二六年一月五日"], (), "二〇二六年一月五日", ""),
        (
            ["青山镇人民政府", "2026年1月5日", "(此件公开发布)"],
            ("青山镇人民政府",),
            "2026年1月5日",
            "（此件公开发布）",
        ),
    ],
)
def test_signatures(ending, organs, date, note):
    document = parse("\n".join(["正文。", "特此报告", *ending]), title="题")
    assert [block.text for block in document.blocks] == ["正文。", "特此报告"]
    assert (document.organs, document.date, document.note) == (organs, date, note)


@pytest.mark.parametrize("ending", ["截止日期为2025年12月31日", "（一）2025年12月31日", "报告人：周敏"])
def test_what_only_looks_like_a_signature_is_text(ending):
    document = parse(f"正文。\n{ending}", title="题")
    assert [block.text for block in document.blocks] == ["正文。", ending]
    assert (document.organs, document.date) == ((), "")


def test_number_and_signers_above_the_title_are_recognised():
    text = "青政〔2026〕5号 \n签发人：周敏、李文\n青山镇情况报告\n正文。"
    document = parse(text, title="别的")
    assert document.heading == OfficialHeading("青政〔2026〕5号", ("周敏", "李文"))
    assert document.title == "青山镇情况报告"
    given = OfficialHeading("青政〔2026〕6号", mark="青山镇人民政府文件")
    assert parse(text, title="别的", heading=given).heading == OfficialHeading(
        "青政〔2026〕6号", ("周敏", "李文"), "青山镇人民政府文件"
    )


def test_attachment_note_is_recognised():
    document = parse("正文。\n附件:1.任务清单\n2.重点任务表\n2026年1月5日", title="题")
    assert [(block.text, block.line) for block in document.attachments] == [
        ("1.任务清单", 2),
        ("2.重点任务表", 3),
    ]
    assert [block.text for block in document.blocks] == ["正文。"]


def test_a_lead_in_is_no_addressee():
    document = parse("现将我镇2025年情况报告如下：\n正文。", title="题")
    assert document.addressee == ""
    assert len(document.blocks) == 2


PROSE = st.text(
    st.sampled_from("法治政府建设，。：；（）《》“”0123456789年一、1.(a) \n\u3000签发人附件号〔〕"),
    max_size=200,
)


@given(PROSE)
def test_no_character_is_lost_or_changed_but_layout_and_brackets(text):
    document = parse(text, title="")
    heading = document.heading
    parts = [
        heading.number,
        *heading.signers,
        document.title,
        document.addressee,
        *(block.text for block in document.blocks),
        *(block.text for block in document.attachments),
        *document.organs,
        document.date,
        document.note,
    ]
    # 签发人 and 附件 are recognised as labels that every writer sets itself.
    assert letters("".join(parts)) == letters(text)


def letters(text):
    text = re.sub(r"签发人[：:]|附件[：:]|\s", "", text)
    return text.replace("(", "（").replace(")", "）").replace(":", "：").replace("、", "")


@given(PROSE)
def test_plain_text_is_stable(text):
    document = parse(text, title="青山镇情况报告")
    assert plain_text(parse(plain_text(document), title="别的")) == plain_text(document)
