"""规定的部分不全."""

import re

from ..paper import DUTY, PLANS, RESULTS, SHORTCOMINGS
from .registry import Finding, Severity, check

SUBSECTION = re.compile(r"^[ \t　\xa0]*[（(][一二三四五六七八九十]+[）)]([^\n。]*)", re.MULTILINE)
# 《法治政府建设与责任落实督察工作规定》 asks for these four; a part may also be a subsection.
PARTS = (
    (RESULTS, "主要举措和成效", "举措|成效|做法|主要工作|工作情况|推进"),
    (SHORTCOMINGS, "存在的不足和原因", "不足|问题|短板|差距"),
    (DUTY, "党政主要负责人履行推进法治建设第一责任人职责的情况", "第一责任人"),
    (PLANS, "下一年度主要安排", "安排|计划|打算|下一步"),
)


@check(Severity.ERROR, "规定的部分缺失")
def look(paper):
    """举措成效, 不足和原因, 第一责任人履职, 下年安排: the four parts that the rule asks for."""
    headings = [part.name for part in paper.parts] + SUBSECTION.findall(paper.text)
    for key, name, words in PARTS:
        said = any(re.search(words, heading) for heading in headings)
        if key == RESULTS:
            # Parts may be named for the measures themselves: 强化组织保障，夯实法治建设根基.
            said = any(part.about in ("", RESULTS) for part in paper.parts)
        if key == DUTY and not said:
            said = re.search(r"第一责任人[^。\n]{0,6}职责", paper.text)
        if not said:
            yield Finding(0, 0, f"缺少“{name}”这一部分。")
