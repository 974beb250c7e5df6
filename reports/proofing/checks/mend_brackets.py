"""半角括号."""

from ...document.cleaning import full_width_brackets
from .registry import Finding, Severity, check


@check(Severity.MEND, "半角括号")
def look(paper):
    """Half-width brackets around or beside Chinese text."""
    for paragraph in paper.paragraphs:
        mended = full_width_brackets(paragraph.text)
        for place, (old, new) in enumerate(zip(paragraph.text, mended, strict=True)):
            if old == "(" and new != old:
                start = paragraph.start + place
                end = paragraph.start + closing(paragraph.text, place) + 1
                mended = f"（{paper.text[start + 1 : end - 1]}）"
                yield Finding(start, end, f"“{paper.text[start:end]}”的括号应用全角。", replacement=mended)


def closing(text, start):
    """Where the bracket that opens at `start` closes."""
    depth = 0
    for place in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if depth == 0:
            return place
    return start
