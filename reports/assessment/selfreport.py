"""自评报告: the draft of the official text about the own scores, written from the items."""

from itertools import groupby

from django.utils import timezone

from township.figures.indicator import indicators
from township.figures.period import spoken
from township.figures.reading import read
from township.figures.wording import number

from ..document.numbering import DIGITS, chinese
from ..outline import level_above, organ_of
from .models import Tie
from .table import sums

QUOTED = 3
TEXT = """{level}委全面依法治{level}委员会办公室：
根据{basis}，{town}对照考核内容逐项开展自查自评，现将有关情况报告如下。
一、总体情况
{summary}
二、各项工作完成情况
{done}
三、存在的不足
{short}
四、下一步打算
对照自评发现的不足，逐项明确责任部门和完成时限，按时补齐短板，巩固已有成效。
{organ}
{date}"""


def self_report(assessment, span):
    """The text; the figures of its items' indicators stand in it as tokens, those without a value not at all."""
    area, items = assessment.area, list(assessment.items.prefetch_related("ties"))
    return TEXT.format(
        level=level_above(area),
        basis=assessment.basis,
        town=area.name,
        summary=_summary(items),
        done="\n".join(_by_first_level(items, _quotable(items, area, span))),
        short="\n".join(_shortcomings(items)),
        organ=organ_of(area),
        date=spoken(timezone.localdate()),
    )


def plain_title(assessment):
    """What is assessed, without the year and without 表."""
    return assessment.title.removesuffix("表").removesuffix("评分").removeprefix(f"{assessment.year}年")


def _quotable(items, area, span):
    """{key: indicator} of what the items are tied to for the whole year and that has a value in `span`."""
    known = indicators.for_area(area)
    keys = {tie.key for item in items for tie in item.ties.all() if _is_of_the_year(tie)}
    wanted = [one for key in sorted(keys) if (one := known.get(key))]
    figures = read(wanted, area=area, period=span)
    return {one.key: one for one in wanted if figures[one.key].value is not None}


def _is_of_the_year(tie):
    return tie.kind == Tie.Kind.INDICATOR and tie.start is None and tie.end is None


def _summary(items):
    totals = sums(items)
    left_out = sum(bool(item.not_applicable) for item in items)
    said = f"考核共{len(items)}项，总分{number(totals['points'])}分。"
    if left_out:
        said += f"其中不适用{left_out}项，参加自评{len(items) - left_out}项，分值{number(totals['applicable'])}分。"
    said += f"自评得分{number(totals['own'])}分。" if totals["scored"] else ""
    return said + (f"还有{totals['open']}项没有自评。" if totals["open"] else "")


def _by_first_level(items, quotable):
    for place, (first, group) in enumerate(groupby(items, key=lambda item: item.first), 1):
        name = first.lstrip(f"{DIGITS}十").lstrip("、.．") if first[:1] in f"{DIGITS}十" else first
        yield f"（{chinese(place)}）{name or '其他工作'}"
        for item in group:
            yield _sentence(item, quotable)


def _sentence(item, quotable):
    if item.not_applicable:
        return f"{item.name}：不适用，{_said(item.not_applicable)}。"
    quoted = [quotable[tie.key] for tie in item.ties.all() if _is_of_the_year(tie) and tie.key in quotable]
    figures = "、".join(f"{one.label}{{{{{one.label}}}}}{one.unit}" for one in quoted[:QUOTED])
    parts = [figures, _said(item.own_reason)]
    if item.own_points is not None:
        full = f"（分值{number(item.points)}分）" if item.points is not None else ""
        parts.append(f"自评{number(item.own_points)}分{full}")
    return f"{item.name}：{'；'.join(filter(None, parts)) or '还没有自评'}。"


def _shortcomings(items):
    """The items that fall short of the full points, with their own words; a line that says so without any."""
    scored = [item for item in items if item.own_points is not None and item.points is not None]
    short = [item for item in scored if item.own_points < item.points]
    if not short:
        return ["自评中没有扣分的项目，下一步继续查找差距。"]
    return [
        f"{item.name}自评扣{number((item.points - item.own_points).normalize())}分，{_said(item.own_reason)}。"
        for item in short
    ]


def _said(text):
    """Words of the user as part of a sentence."""
    return "".join(text.split()).rstrip("。；，")
