"""年年写“成立”."""

import re

from .registry import Finding, Severity, check

FOUNDED = re.compile(r"(?:成立|组建)(?:了)?([^，。；\n]{2,24}?(?:领导小组|委员会|工作专班|专班))")


@check(Severity.REMINDER, "年年写“成立”")
def look(paper):
    """A group that last year's report had founded already."""
    before = {_plain(match[1]) for match in FOUNDED.finditer(paper.last_year)}
    for match in FOUNDED.finditer(paper.text):
        if _plain(match[1]) in before:
            yield Finding(*match.span(), f"上年的报告已经写过成立{match[1]}，人员有变动的写“调整”。")


def _plain(name):
    return re.sub(r"[“”\"\s]|20\d{2}年度?", "", name)
