"""引用了已经废止或还没有施行的法规."""

import re

from ..dated import BARE_LAWS, CIVIL_CODE_DAY
from ..laws import law_called, said_day, successor, titles
from .registry import Finding, Severity, check

# 《合同法》同时废止: where the text itself says so.
SAID = re.compile("废止|失效|取代|修订为|替代")


@check(Severity.ERROR, "引用的法规不是现行的")
def look(paper):
    """Laws and regulations that were repealed, or not yet in force, on the report's day."""
    for name, start, end in titles(paper.text):
        law = law_called(name, paper.laws)
        if law is None or SAID.search(paper.sentence_at(start).text):
            continue
        if law.repealed_on and law.repealed_on <= paper.day:
            later = successor(law, paper.laws)
            instead = f"，现行的是《{later}》" if later else ""
            yield Finding(start, end, f"《{name}》{said_day(law.repealed_on)}起已经废止{instead}。")
        elif law.effective_on and law.effective_on > paper.day:
            yield Finding(start, end, f"《{name}》{said_day(law.effective_on)}才施行，报告日期还没有到。")
    if paper.day >= CIVIL_CODE_DAY:
        for match in BARE_LAWS.finditer(paper.text):
            if not SAID.search(paper.sentence_at(match.start()).text):
                yield Finding(*match.span(1), f"{match[1]}2021年1月1日起已经废止，现行的是《民法典》。")
