"""标题或落款的单位不是本镇."""

import re

from .registry import Finding, Severity, check

TOWN = re.compile(r"([\u4e00-\u9fff]{2,8}?(?:镇|乡|街道))")


@check(Severity.ERROR, "单位名称不一致")
def look(paper):
    """A title or a signature in the name of another township."""
    organ = paper.signature[0]
    for stretch, where in ((paper.heading, "标题"), (organ, "落款")):
        if stretch is None or paper.area.name in stretch.text:
            continue
        found = TOWN.search(re.sub("^(?:中共|关于|中国共产党)", "", stretch.text))
        if found:
            yield Finding(
                stretch.start, stretch.end, f"{where}写的是“{stretch.text}”，本镇是{paper.area.name}。"
            )
