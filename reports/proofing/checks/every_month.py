"""写了“每月”而台账不足."""

import datetime

from .registry import Finding, Severity, check


@check(Severity.REMINDER, "写“每月”而台账月份不足")
def look(paper):
    """每月 for what has records in fewer months than the report's span holds."""
    months = len(paper.period.months())
    if (paper.cutoff + datetime.timedelta(days=1)).day != 1:
        months -= 1
    for one in paper.bound:
        figure = one.quantity
        if figure.unit == "次/月" and one.value is not None and one.comparable and one.value < months:
            yield Finding(
                figure.start,
                figure.end,
                f"写的是“{figure.text}”，台账里“{one.indicator.label}”只有{one.value}个月。",
            )
