"""自评报告: a draft of the official text about the own scores, written from the items."""

from itertools import groupby

from django.utils import timezone

from township.figures.period import spoken
from township.figures.wording import number

from ..document import OfficialHeading, parse
from .models import Tie
from .standing import Standing
from .table import sums

NUMERALS = "一二三四五六七八九十"
QUOTED = 3


def self_report(assessment, rows, *, today=None):
    """The `Document` of [Proven]; the figures it quotes are those of the items' indicators."""
    title = f"{assessment.area.name}关于{assessment.year}年度{_plain_title(assessment)}的自评报告"
    return parse(
        _text(assessment, rows, today or timezone.localdate()), title=title, heading=OfficialHeading()
    )


def _plain_title(assessment):
    return assessment.title.removesuffix("表").removesuffix("评分").removeprefix(f"{assessment.year}年")


def _text(assessment, rows, today):
    totals = sums(rows)
    lines = [
        "县委全面依法治县委员会办公室：",
        f"根据{assessment.basis}，{assessment.area.name}对照考核内容逐项开展自查自评，现将有关情况报告如下。",
        "一、总体情况",
        _summary(rows, totals),
        "二、各项工作完成情况",
        *_by_first_level(rows),
        "三、存在的不足",
        *_shortcomings(rows),
        "四、下一步打算",
        "对照自评发现的不足，逐项明确责任部门和完成时限，按时补齐短板，巩固已有成效。",
        assessment.area.name,
        spoken(today),
    ]
    return "\n".join(lines)


def _summary(rows, totals):
    na = sum(one.standing is Standing.NOT_APPLICABLE for one in rows)
    said = f"考核共{len(rows)}项，总分{number(totals['points'])}分。"
    if na:
        said += f"其中不适用{na}项，参加自评{len(rows) - na}项，分值{number(totals['applicable'])}分。"
    said += f"自评得分{number(totals['own'])}分。" if totals["scored"] else ""
    return said + (f"还有{totals['open']}项没有自评。" if totals["open"] else "")


def _by_first_level(rows):
    for place, (first, group) in enumerate(groupby(rows, key=lambda one: one.item.first), 1):
        name = first.lstrip(NUMERALS).lstrip("、.．") if first[:1] in NUMERALS else first
        yield f"（{chinese(place)}）{name or '其他工作'}"
        for one in group:
            yield _sentence(one)


def _sentence(one):
    item = one.item
    if item.not_applicable:
        return f"{item.name}：不适用，{item.not_applicable.rstrip('。')}。"
    figures = [
        f"{proof.label}{proof.text}"
        for proof in one.proofs
        if proof.tie.kind == Tie.Kind.INDICATOR and proof.value is not None
    ][:QUOTED]
    parts = ["、".join(figures), item.own_reason.strip().rstrip("。")]
    if item.own_points is not None:
        full = f"（分值{number(item.points)}分）" if item.points is not None else ""
        parts.append(f"自评{number(item.own_points)}分{full}")
    said = "；".join(filter(None, parts)) or "还没有自评"
    return f"{item.name}：{said}。"


def _shortcomings(rows):
    """The items that fall short of the full points, with their own words; a line that says so without any."""
    short = [
        one.item
        for one in rows
        if one.item.own_points is not None
        and one.item.points is not None
        and one.item.own_points < one.item.points
    ]
    if not short:
        return ["自评中没有扣分的项目，下一步继续查找差距。"]
    return [
        f"{item.name}自评扣{number((item.points - item.own_points).normalize())}分，{item.own_reason.strip().rstrip('。')}。"
        for item in short
    ]


def chinese(place):
    """1 to 99 in Chinese numerals, as headings count."""
    tens, ones = divmod(place, 10)
    head = "" if not tens else ("十" if tens == 1 else f"{NUMERALS[tens - 1]}十")
    return head + (NUMERALS[ones - 1] if ones else "")
