"""The built-in outline: the parts that the national rule asks for, every figure a known token."""

import re

import pytest

from reports.document import parse
from reports.outline import outline, plan_for, title_for
from reports.tokens import tokens_of
from township.people.models import Area

TOWN = Area(name="青山镇", level=Area.Level.TOWNSHIP)


def test_every_token_is_a_known_indicator():
    assert [token.label for token in tokens_of(outline(TOWN, 2026)) if token.indicator is None] == []


def test_the_required_parts_are_there():
    headings = [block.text for block in parse(outline(TOWN, 2026), title="题").blocks if block.level == 1]
    assert len(headings) == 4
    for wanted in ("主要举措和成效", "第一责任人职责", "不足和原因", "主要安排"):
        assert any(wanted in heading for heading in headings)


def test_no_figure_is_written_by_hand():
    prose = re.sub(r"\{\{.*?\}\}|\d{4}年|\d+月\d+日|^\d\.", "", outline(TOWN, 2026), flags=re.MULTILINE)
    assert re.findall(r"\d+", prose) == []


@pytest.mark.parametrize(
    ("year", "plan"), [(2020, "七五"), (2022, "八五"), (2025, "八五"), (2026, "九五"), (2030, "九五")]
)
def test_the_five_year_plan_follows_the_year(year, plan):
    assert plan in plan_for(year)
    assert f"{year + 1}年主要安排" in outline(TOWN, year)


def test_streets_sign_as_offices():
    street = Area(name="城关街道", level=Area.Level.TOWNSHIP)
    assert "城关街道办事处" in outline(street, 2026)
    assert title_for(street, 2026) == "城关街道2026年法治政府建设情况报告"
