"""分项之和与总数不符."""

import re

from .registry import Finding, Severity, check

OF_WHICH = re.compile(r"其中[：:，,]?|(?:分别)?包括[：:]")
# Kinds that together are everything, so that their sum is the total.
WHOLE = (
    ("简易程序", "普通程序|一般程序"),
    ("口头", "书面"),
    ("党务", "村务|居务", "财务"),
    ("来信", "来访"),
    ("初访", "重访|重复访"),
    ("主办", "协办"),
    ("网站", "公众号"),
    ("男", "女"),
)


@check(Severity.ERROR, "分项之和与总数不符")
def look(paper):
    """Parts behind 其中 that add up to more than the total, or to less where they are all there is."""
    figures = [one.quantity for one in paper.bound if one.quantity.unit != "%"]
    for sentence in paper.sentences:
        for match in OF_WHICH.finditer(sentence.text):
            place = sentence.start + match.end()
            held = [one for one in figures if sentence.start <= one.start < sentence.end]
            before = [one for one in held if one.end <= place]
            if not before:
                continue
            total = before[-1]
            parts = [one for one in held if one.start >= place and one.unit == total.unit]
            if parts and not any(one.approximation for one in (total, *parts)):
                yield from _compared(paper, total, parts, place)


def _compared(paper, total, parts, place):
    said = paper.text[place : parts[-1].end]
    added = sum(one.number for one in parts)
    everything = len(parts) > 1 and any(
        len(words) == len(parts) and all(re.search(word, said) for word in words) for words in WHOLE
    )
    if added > total.number or (everything and added != total.number):
        shown = "＋".join(f"{one.number}" for one in parts)
        yield Finding(
            parts[0].start,
            parts[-1].end,
            f"分项{shown}＝{added}，和总数{total.text}对不上。"
            if len(parts) > 1
            else f"其中项{parts[0].text}比总数{total.text}还多。",
        )
