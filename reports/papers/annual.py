"""年度报告: the yearly report on building law-based government."""

from .paper import Paper

ANNUAL_REPORT = Paper(
    key="annual",
    name="年度报告",
    office="政法办（司法所）",
    purpose="每年 3 月 1 日前报县委、县政府，4 月 1 日前向社会公开",
    issued=True,
)
