"""Figures in a workbook of the county: one below the other with their names, or a row for each township."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from township.figures.indicator import indicators
from township.figures.wording import spelled
from township.workbooks.targets import Target, plain
from township.workbooks.values import Unfit, written_number

from ..columns import words
from ..proofing.binding import suggestions
from .models import StatedFigure

MEMORY = "stated-figures"
TARGETS = {
    target.name: target
    for target in (
        Target("name", "指标名称", ("指标", "指标名称", "项目", "名称", "统计指标", "内容", "考核指标")),
        Target("value", "通报数", ("数值", "通报数", "完成数", "数量", "完成情况", "数据", "县通报数")),
    )
}  # fmt: skip
PLACES = Decimal("0.01")


@dataclass(frozen=True)
class Found:
    """One figure of the workbook: what it is called there, its value and the indicator that it may be."""

    place: int
    wording: str
    value: Decimal
    indicator: str


def figures_in(reading, chosen, area):
    """[Found] of the workbook: our own row where each township has one, else the chosen columns."""
    pairs = _own_row(reading.table, area) or _below_each_other(reading.table, chosen)
    guesses = _indicators([wording for wording, _ in pairs], area)
    return [
        Found(place, wording, value, key)
        for place, ((wording, value), key) in enumerate(zip(pairs, guesses, strict=True))
    ]


def _own_row(table, area):
    """[(header, value)] of the row that begins with the township's own name; none without such a row."""
    names = {area.name, area.name.removesuffix("镇").removesuffix("乡").removesuffix("街道")}
    for row in table.rows:
        if any(plain(words(cell)) in names for cell in row.cells[:3]):
            pairs = (
                (table.headers[column], value_of(cell))
                for column, cell in enumerate(row.cells)
                if column < len(table.headers)
            )
            return [pair for pair in pairs if pair[0] and pair[1] is not None and not _numbering(pair[0])]
    return []


def _numbering(header):
    return plain(header) in {"序号", "编号", "排名", "名次"}


def _below_each_other(table, chosen):
    columns = {name: column for column, name in chosen.items()}
    if not {"name", "value"} <= columns.keys():
        return []
    pairs = ((words(row.cell(columns["name"])), value_of(row.cell(columns["value"]))) for row in table.rows)
    return [(wording, value) for wording, value in pairs if wording and value is not None]


def value_of(cell):
    """The number of a cell (14, 14次, 98.5%, 1.2万); None where it holds none, or several."""
    try:
        number, _ = written_number(words(cell).rstrip("%％ "), "通报数")
    except Unfit:
        return None
    return number.quantize(PLACES)


def _indicators(wordings, area):
    """The key of the indicator that each wording names or most likely means, empty without one."""
    known = indicators.for_area(area)
    named = [known.by_label.get(spelled(wording)) for wording in wordings]
    likely = suggestions([(wording,) for wording in wordings], area)
    return [
        one.key if one else (guess[0].indicator.key if guess else "")
        for one, guess in zip(named, likely, strict=True)
    ]


@transaction.atomic
def take_figures(sheet, found, *, by):
    """Write the figures that have an indicator; the same source's earlier ones are replaced. How many they are."""
    wanted = [one for one in found if one.indicator]
    for one in wanted:
        _take(sheet, one, by)
    sheet.delete()
    return len(wanted)


def _take(sheet, one, by):
    about = {"indicator": one.indicator, "source": sheet.source, "start": sheet.start, "end": sheet.end}
    stated = StatedFigure.objects.filter(area=sheet.area, **about).first()
    stated = stated or StatedFigure(area=sheet.area, value=one.value, **about)
    if stated.value != one.value:
        # What was explained is the difference to another figure.
        stated.explanation = ""
    stated.value, stated.stated_on, stated.by = one.value, sheet.stated_on, by
    stated.save()


def chosen_twice(found):
    """The indicators that more than one of the figures would fill."""
    counted = Counter(one.indicator for one in found if one.indicator)
    return [key for key, number in counted.items() if number > 1]
