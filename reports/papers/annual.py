"""年度报告: the yearly report on building law-based government."""

from ..outline import outline, title_for
from .paper import Paper


class _Annual(Paper):
    def title_for(self, area, span, subject=None):
        return title_for(area, span.start.year)


ANNUAL_REPORT = _Annual(
    key="annual",
    name="年度报告",
    title="",
    outline=lambda area, span, subject=None: outline(area, span.start.year),
    spans=("year",),
    office="政法办（司法所）",
    purpose="每年 3 月 1 日前报县委、县政府，4 月 1 日前向社会公开",
    issued=True,
)
