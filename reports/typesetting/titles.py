"""Breaking the title: at words, in 梯形 or 菱形 shape (GB/T 9704-2012, 7.3.1)."""

import re
from itertools import combinations, pairwise

from .breaking import NEVER_FIRST, NEVER_LAST

_WORD = re.compile(
    r"《[^》]{1,12}》|“[^”]{1,8}”"
    r"|第?\d+(?:[.,]\d+)*(?:年度|[%％\u4e00-\u9fff])?"
    # An organ with its place: 云岭县青山镇人民政府, 中共青山镇委员会, 凤鸣街道办事处.
    r"|(?:中共|中国共产党)?(?:(?!关于|委员会|人民政府|办事处|年度?)[\u4e00-\u9fff]){2,8}?(?:人民政府|委员会|办事处)(?:办公室)?"
    r"|法治政府建设|法治建设|法治政府|依法行政|依法治理|依法治[县镇乡]|第一责任人|党政主要负责人"
    r"|领导小组|办公室|人民政府|实施方案|实施意见|工作方案|工作要点|工作计划|工作安排|工作总结|工作情况"
    r"|年度报告|主要负责人|贯彻落实|法治宣传教育|宣传教育|普法工作|推进|落实|履行|职责|建设|工作|年度|情况"
    r"|报告|总结|汇报|通知|印发|关于|计划|安排|实施|开展|加强|公开|信息|[A-Za-z]+|.",
    re.DOTALL,
)
_BOUND_TO_PREVIOUS = "的了等"
_WEAK_STARTS = ("和", "与", "及", "暨")
_GOOD_ENDS = ("关于", "年", "年度", "》")
_ORGANS = ("人民政府", "委员会", "办事处", "办公室")
_MOST_LINES = 4


def title_lines(text, cells):
    """The lines of a title, at most `cells` characters wide; breaks that its author wrote are kept."""
    return [line for part in text.splitlines() for line in _lines(part, cells)]


def width(text):
    """Width in characters; digits and Latin letters take half of one."""
    return sum(0.6 if character.isascii() else 1.0 for character in text)


def _lines(text, cells):
    if width(text) <= cells:
        return [text]
    words = [part for word in _words(text) for part in _cut(word, cells)]
    fewest = -int(-width(text) // cells)
    found = [
        lines
        for count in range(fewest, min(fewest + 1, _MOST_LINES) + 1)
        for lines in _settings(words, count, cells)
    ]
    if not found:
        return _packed(words, cells)
    return min(found, key=lambda lines: _faults(lines) + 4 * (len(lines) - fewest))


def _words(text):
    words = []
    for word in _WORD.findall(text):
        bound = word[0] in NEVER_FIRST or word[0] in _BOUND_TO_PREVIOUS
        if words and (bound or words[-1][-1] in NEVER_LAST):
            words[-1] += word
        else:
            words.append(word)
    return words


def _cut(word, cells):
    return [word[start : start + cells] for start in range(0, len(word), cells)]


def _settings(words, count, cells):
    """All ways to set `words` in `count` lines that are not too long."""
    for breaks in combinations(range(1, len(words)), count - 1):
        lines = ["".join(words[start:end]) for start, end in pairwise((0, *breaks, len(words)))]
        if all(width(line) <= cells for line in lines):
            yield lines


def _packed(words, cells):
    """Lines filled one after the other: for a title too long to have a shape."""
    lines = [""]
    for word in words:
        if lines[-1] and width(lines[-1] + word) > cells:
            lines.append("")
        lines[-1] += word
    return lines


def _faults(lines):
    """How bad the shape and the breaks are; smaller is better."""
    return _shape_faults([width(line) for line in lines]) + sum(
        _break_faults(line, following) for line, following in pairwise(lines)
    )


def _shape_faults(widths):
    faults = max(0, max(widths) - min(widths) - 5) * 0.5
    if max(widths) - min(widths) < 1:
        faults += 2  # a rectangle
    if min(widths) < 4:
        faults += 5
    if any(
        middle < min(before, after)
        for before, middle, after in zip(widths, widths[1:], widths[2:], strict=False)
    ):
        faults += 8  # an hourglass
    return faults


def _break_faults(line, following):
    if following.startswith(_WEAK_STARTS):
        return 2
    if line.endswith(_ORGANS) and following.startswith(("中共", "关于")):
        return 0
    if line.endswith((*_GOOD_ENDS, *_ORGANS)) or following.startswith(("关于", "《")):
        return 1
    known = len(_WORD.findall(line)[-1]) > 1 and len(_WORD.findall(following)[0]) > 1
    return 3 if known else 6
