"""Which indicator an item of a scoring sheet asks for: measured on a sheet in the usual wording."""

import pytest

from reports.assessment.sheet import TARGETS, items_of
from reports.columns import read_columns
from reports.proofing.binding import suggestions
from tests.reports.assessment.scoring import ITEMS, scoring_sheet
from township.figures.indicator import indicators

LEAST_RIGHT = 0.7


@pytest.fixture
def items(world):
    reading = read_columns(scoring_sheet(), TARGETS, area=world.township, memory="test")
    return items_of(reading.table, reading.mapping)


def test_most_items_get_their_indicator_first(world, items, capsys):
    right = {number: key for number, *_, key in ITEMS}
    assert set(right.values()) <= indicators.by_key.keys()
    found = suggestions([item.wording for item in items], world.township)
    keys = [(item, [one.indicator.key for one in likely]) for item, likely in zip(items, found, strict=True)]
    wrong = [(item.name, likely[:1]) for item, likely in keys if likely[:1] != [right[item.number]]]
    near = sum(right[item.number] in likely for item, likely in keys)
    share = 1 - len(wrong) / len(items)
    with capsys.disabled():
        print(
            f"\n考核条目的对应指标：{len(items)} 条，首选正确 {share:.0%}，前五个里有 {near / len(items):.0%}"
        )
        print("".join(f"  {name}：{''.join(key) or '没有建议'}\n" for name, key in wrong))
    assert len(items) == len(ITEMS) >= 40
    assert share >= LEAST_RIGHT


def test_an_item_about_nothing_that_is_counted_gets_no_suggestion(world, items):
    item = items[0]
    item.third, item.standard, item.wanted = "完成县里交办的其他任务", "视情扣分。", ""
    assert suggestions([item.wording], world.township) == [[]]
