"""引号不配对."""

import re

from .registry import Finding, Severity, check


@check(Severity.MEND, "引号方向不对")
def look(paper):
    """Quotation marks turned the wrong way or straight: ”民主协商” for “民主协商”."""
    for paragraph in paper.paragraphs:
        marks = list(re.finditer('[“”"]', paragraph.text))
        if len(marks) % 2 or not marks:
            continue
        for first, last in zip(marks[::2], marks[1::2], strict=True):
            if (first[0], last[0]) != ("“", "”"):
                said = paragraph.text[first.end() : last.start()]
                yield Finding(
                    paragraph.start + first.start(),
                    paragraph.start + last.end(),
                    f"引号应写成“{said}”。",
                    replacement=f"“{said}”",
                )
