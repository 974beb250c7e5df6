"""这种材料应有的部分不全."""

import re

from .registry import Finding, Severity, check

SUBSECTION = re.compile(r"^[ \t　\xa0]*[（(][一二三四五六七八九十]+[）)]([^\n。]*)", re.MULTILINE)


@check(Severity.ERROR, "应有的部分缺失")
def look(paper):
    """The parts that the text's own kind has to have; the annual report's are another check's."""
    headings = [part.name for part in paper.parts] + SUBSECTION.findall(paper.text)
    for name, words in paper.required:
        if not any(re.search(words, heading) for heading in headings):
            yield Finding(0, 0, f"缺少“{name}”这一部分。")
