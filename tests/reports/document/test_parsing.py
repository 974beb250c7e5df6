"""Reading official text as people write and paste it."""

import pytest

from reports.document import parse, plain_text


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


def test_white_space_goes_and_brackets_become_full_width():
    (block,) = parse("　　全镇 各村(社区) 开展 Open Day 活动(3 次)", title="题").blocks
    assert block.text == "全镇各村（社区）开展Open Day活动（3次）"


def test_latin_brackets_stay():
    assert parse("f(x)=1", title="题").blocks[0].text == "f(x)=1"


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
