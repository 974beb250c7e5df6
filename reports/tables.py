"""Tables in a text: `{{表：普法活动场次、普法活动参加人次|按村|题：各村普法活动情况}}`.

One or several figures as columns, the places, categories or months as rows, the figures themselves as the row
合计. Which figures and which split are the token's; the caption may be left to the portal.
"""

import re
from dataclasses import dataclass
from enum import Enum

from township.figures.indicator import Indicator
from township.figures.reading import by_area, by_category, by_month
from township.figures.wording import number, spelled
from township.figures.years import years_of

from .confirming import plain
from .document import Table
from .document.tables import as_lines, with_text
from .papers.spans import named

PREFIX = "表:"
MOST_COLUMNS = 6
LONGEST_CAPTION = 60
TOTAL = "合计"
_PARTS = re.compile(r"[|｜]")
_CAPTION = re.compile(r"\s*题\s*[:：]\s*(.*?)\s*")


class Split(Enum):
    """What the rows are: (how the token says it, head of the first column, how the caption says it)."""

    PLACE = ("按村", "单位", "各村（社区）")
    CATEGORY = ("按类别", "类别", "各类")
    MONTH = ("按月", "月份", "各月")

    @property
    def said(self):
        return self.value[0]

    @property
    def head(self):
        return self.value[1]


class Wrong(Exception):
    """A token that asks for no table; the text is the sentence for the user."""


@dataclass(frozen=True)
class Asked:
    """What a token asks for. `caption` is empty where the portal is to make one."""

    indicators: tuple[Indicator, ...]
    split: Split
    caption: str = ""

    @property
    def token(self):
        title = f"|题：{self.caption}" if self.caption else ""
        return f"{{{{表：{'、'.join(one.label for one in self.indicators)}|{self.split.said}{title}}}}}"


@dataclass(frozen=True)
class Filled:
    """A table with its values: `rows` [(name, values)], `total` the figures of the whole."""

    asked: Asked
    caption: str
    rows: tuple
    total: tuple
    note: str = ""

    @property
    def head(self):
        columns = [f"{one.label}（{one.unit}）" if one.unit else one.label for one in self.asked.indicators]
        return (self.asked.split.head, *columns)

    def document_table(self, place):
        """The table of the document tree, the `place`th of its text."""
        rows = [(name, *map(number, values)) for name, values in (*self.rows, (TOTAL, self.total))]
        return with_text(
            Table((), number=place, caption=self.caption, head=self.head, rows=tuple(rows), note=self.note)
        )

    def lines(self, place):
        return "\n".join(as_lines(self.document_table(place)))

    def frozen(self, place):
        """What a revision keeps, beside the figures of the whole with their records."""
        return {
            "number": place,
            "token": self.asked.token,
            "caption": self.caption,
            "keys": [one.key for one in self.asked.indicators],
            "labels": [one.label for one in self.asked.indicators],
            "units": [one.unit for one in self.asked.indicators],
            "rows": [[name, [plain(value) for value in values]] for name, values in self.rows],
            "total": [plain(value) for value in self.total],
        }


def is_table(token):
    """Whether a token asks for a table."""
    return token.label.startswith(PREFIX)


def asked(token, known):
    """What the token asks for, of the indicators in `known`; raises `Wrong` with a sentence."""
    names, *options = _PARTS.split(token.written)
    labels = _labels(spelled(names).removeprefix(PREFIX), known)
    if not labels:
        raise Wrong("表格里没有写数据的名称，请从“插入表格”里选择。")
    unknown = [label for label in labels if label not in known.by_label]
    if unknown:
        raise Wrong(f"没有叫“{unknown[0]}”的数据，表格请从“插入表格”里选择。")
    split, caption = None, ""
    for option in options:
        if found := _CAPTION.fullmatch(option):
            caption = found[1]
        else:
            split = next((one for one in Split if one.said == spelled(option)), None)
            if split is None:
                raise Wrong(f"“{option.strip()}”不是认识的分法，表格可以写“按村”“按类别”“按月”。")
    if split is None:
        raise Wrong("表格要写明怎么分，例如“|按村”“|按类别”“|按月”。")
    return ask([known.by_label[label] for label in labels], split, caption)


def _labels(text, known):
    """The names in a list, some of which may have a comma of their own."""
    pieces = [piece for piece in re.split("[、,]", text) if piece]
    labels = []
    while pieces:
        lengths = range(len(pieces), 0, -1)
        length = next((length for length in lengths if "、".join(pieces[:length]) in known.by_label), 1)
        labels.append("、".join(pieces[:length]))
        pieces = pieces[length:]
    return labels


def ask(indicators, split, caption=""):
    """A table of `indicators`; raises `Wrong` where they cannot stand in one."""
    found = list({one.key: one for one in indicators}.values())
    if len(found) > MOST_COLUMNS:
        raise Wrong(f"一张表最多放 {MOST_COLUMNS} 个数据，请分成两张。")
    if len(caption) > LONGEST_CAPTION:
        raise Wrong(f"表题最多 {LONGEST_CAPTION} 个字。")
    for one in found:
        _require_splittable(one, split)
    if split is Split.CATEGORY and len({(one.records, one.category) for one in found}) > 1:
        raise Wrong(f"“{found[0].label}”和“{found[-1].label}”的类别不是一回事，请分成两张表。")
    return Asked(tuple(found), split, caption)


def _require_splittable(indicator, split):
    if split is Split.PLACE and indicator.register.cases:
        raise Wrong(f"“{indicator.label}”不按村列表，免得看出是谁家的事；可以按月或按类别。")
    if split is Split.CATEGORY and (not indicator.category or indicator.is_ratio):
        raise Wrong(f"“{indicator.label}”没有类别可分，请按村或按月。")


def fill_tables(wanted, figures, *, area, period):
    """[Filled] of the tables in `wanted`, whose figures of the whole are in `figures`.

    One reading for all tables by place and one for all by month, one for each figure by category.
    """
    read = {}
    for split, series in ((Split.PLACE, by_area), (Split.MONTH, by_month)):
        indicators = list(
            {one.key: one for table in wanted if table.split is split for one in table.indicators}.values()
        )
        if indicators:
            read[split] = series(indicators, area=area, period=period)
    categories = {
        one.key: one for table in wanted if table.split is Split.CATEGORY for one in table.indicators
    }
    read[Split.CATEGORY] = {
        key: by_category(one, area=area, period=period) for key, one in categories.items()
    }
    return [_filled(table, read[table.split], figures, area, period) for table in wanted]


def _filled(table, series, figures, area, period):
    columns = [series[one.key] for one in table.indicators]
    buckets = list(dict.fromkeys(bucket for column in columns for bucket in column))
    # A category that only another column has is one with nothing in it here.
    missing = 0 if table.split is Split.CATEGORY else None
    rows = [
        (_name(table.split, bucket, area), tuple(column.get(bucket, missing) for column in columns))
        for bucket in buckets
    ]
    if table.split is Split.PLACE and len(rows) > 1 and not any(rows[-1][1]):
        # What the township itself led; where it led nothing the row would only puzzle.
        rows.pop()
    total = tuple(figures[one.key].value for one in table.indicators)
    labels = "、".join(one.label for one in table.indicators)
    caption = table.caption or f"{named(period, years_of(area))}{table.split.value[2]}{labels}"
    return Filled(table, caption, tuple(rows), total, _note(table, rows, total))


def _name(split, bucket, area):
    if split is Split.MONTH:
        return f"{bucket.start.month}月"
    if split is Split.PLACE:
        return "本级" if bucket == area else bucket.name
    return bucket


def _note(table, rows, total):
    """Why the rows do not add up to 合计, where they do not."""
    odd = [
        one
        for place, one in enumerate(table.indicators)
        if total[place] is not None and sum(values[place] or 0 for _, values in rows) != total[place]
    ]
    reasons = dict.fromkeys(_reason(one, table.split) for one in odd)
    return f"注：{''.join(reasons)}" if reasons else ""


def _reason(indicator, split):
    if indicator.is_ratio:
        return "率按各行自己的数计算，不相加。"
    if split is Split.MONTH and indicator.is_stock:
        return f"{indicator.label}为各月末数，合计为期末数。"
    if split is Split.PLACE and indicator.record_model.JOINT_FIELD and indicator.counted.additive:
        return "联合开展的，参与的村（社区）各计一次，合计只计一次。"
    return f"{indicator.label}有重复的只算一次，各行相加与合计不同。"
