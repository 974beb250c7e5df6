"""Breaking the title at words, in shape."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.typesetting.titles import title_lines, width


@pytest.mark.parametrize(
    "lines",
    [
        ["青山镇2025年法治政府建设情况报告"],
        ["青山镇人民政府关于2025年", "法治政府建设情况的报告"],
        ["中共青山镇委员会青山镇人民政府", "关于2025年法治政府建设情况的报告"],
        ["中共云岭县青山镇委员会", "云岭县青山镇人民政府关于2025年度", "法治政府建设工作情况的报告"],
        ["云岭县青山镇人民政府关于", "2025年度推进法治政府建设工作情况", "和2026年工作计划的报告"],
        ["青山镇人民政府关于印发", "《青山镇“九五”普法工作实施方案》的通知"],
    ],
)
def test_titles_break_where_officials_break_them(lines):
    assert title_lines("".join(lines), 20) == lines


def test_breaks_of_the_author_are_kept():
    assert title_lines("青山镇\n法治政府建设情况报告", 20) == ["青山镇", "法治政府建设情况报告"]


@given(
    st.text(
        st.sampled_from("青山镇人民政府关于法治建设情况的报告2025年《》“”（）、和ab"),
        min_size=1,
        max_size=120,
    )
)
def test_no_title_is_too_long_wide_or_incomplete(title):
    lines = title_lines(title, 20)
    assert "".join(lines) == title
    assert all(line and width(line) <= 20 for line in lines)
