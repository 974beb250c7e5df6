"""半角标点."""

import re

from .registry import Finding, Severity, check

FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
HALF = re.compile(r"(?<=[\u4e00-\u9fff”’）)》%])[,;:?!](?!//)|(?<=[\u4e00-\u9fff])\.(?=\s*$)", re.MULTILINE)


@check(Severity.MEND, "半角标点")
def look(paper):
    """Half-width commas and the like behind Chinese text."""
    for match in HALF.finditer(paper.text):
        mended = FULL.get(match[0], "。")
        said = paper.text[max(0, match.start() - 4) : match.end()]
        yield Finding(*match.span(), f"“{said}”的标点应用全角“{mended}”。", replacement=mended)
