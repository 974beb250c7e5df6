"""The measuring itself: that every work runs; how fast is measured by hand."""

import pytest

from bench.__main__ import SMALL, judged, lines, load
from bench.work import Aim, Work


@pytest.mark.parametrize("name", SMALL)
def test_each_work_names_what_it_is_measured_against(name):
    work = load(name)
    assert {aim.against for aim in work.aims} <= set(work.ways) - {work.own}
    assert work.base in {"demo", "county"}


def cost(seconds, megabytes=100):
    return {"seconds": seconds, "wall": seconds, "megabytes": megabytes, "result": 1}


def test_the_table_says_what_is_met():
    ways = {"portal": ("本门户", None), "floor": ("下限", None)}
    work = Work("导入 {size:,} 行", ways, (Aim("floor", 2),), most_megabytes=250)
    own, other = lines(work, 1000, {"portal": cost(3), "floor": cost(2)})
    assert own == "| 导入 1,000 行 | 本门户 | 3.000 | 3.000 | 100 | 1 | 250 MB 以内 | 达到 |"
    assert other.endswith("| 1.5 | ≤ 2 | 达到 |")
    assert judged(work, "floor", cost(5), cost(2), {"floor": 2}) == ("2.5", "≤ 2", "未达到")
    assert judged(work, "portal", cost(5, 300), cost(5, 300), {})[2] == "未达到"


def test_other_states_of_the_portal_are_measured_against_the_same():
    ways = {"portal": ("本门户", None), "first": ("刚启动", None), "floor": ("下限：最少的 SQL", None)}
    work = Work("指标", ways, (Aim("floor", 1.5),), states=("first",))
    own, first, floor = lines(work, 1, {"portal": cost(1), "first": cost(4), "floor": cost(2)})
    assert own.endswith("| 1 |  |  |")
    assert first == "|  | 刚启动 | 4.000 | 4.000 | 100 | 对下限 2 | ≤ 1.5 | 未达到 |"
    assert floor.endswith("| 0.5 | ≤ 1.5 | 达到 |")
