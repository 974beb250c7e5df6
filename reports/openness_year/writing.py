"""The yearly report on openness as text: six parts, the tables as lines, ready for the document writers."""

from django.utils import timezone

from ..document import Table, parse
from ..document.tables import as_lines
from ..outline import organ_of

BASIS = "《中华人民共和国政府信息公开条例》"
NOTHING = "本年度没有需要报告的其他事项。"
NO_PROBLEMS = "（请填写存在的主要问题和改进情况。）"


def title(area, year):
    return f"{area.name}{year}年政府信息公开工作年度报告"


def opening(tables, year):
    """What the ledgers say of the year, for a first part that nobody has written yet."""
    received, answered = (
        tables.requests.row(name).values[-1]
        for name in (tables.requests.rows[0].name, tables.requests.rows[-2].name)
    )
    return (
        f"{year}年，主动公开政府信息{tables.published.value}条；收到政府信息公开申请{received}件，"
        f"办结{answered}件，结转下年度继续办理{tables.requests.rows[-1].values[-1]}件。"
    )


def text_of(area, year, tables, kept):
    """The whole report as plain paragraphs; tables are lines with tabs, as texts of reports write them."""
    today = timezone.localdate()
    parts = [
        f"根据{BASIS}和有关规定，编制本年度报告。统计期限为{year}年1月1日至12月31日。",
        "一、总体情况",
        *_paragraphs(kept.overview or opening(tables, year)),
        "二、主动公开政府信息情况",
        *(line for grid in tables.disclosed for line in lines_of(grid)),
        "三、收到和处理政府信息公开申请情况",
        *lines_of(tables.requests),
        "四、政府信息公开行政复议、行政诉讼情况",
        *lines_of(tables.remedies),
        "五、存在的主要问题及改进情况",
        *_paragraphs(kept.problems or NO_PROBLEMS),
        "六、其他需要报告的事项",
        *_paragraphs(kept.others or NOTHING),
        organ_of(area),
        f"{today.year}年{today.month}月{today.day}日",
    ]
    return "\n".join(parts)


def document_of(text, area, year):
    """The text as a document for the writers."""
    return parse(text, title=title(area, year))


def lines_of(grid):
    rows = tuple((row.name, *map(str, row.values)) for row in grid.rows)
    return as_lines(Table((), number=grid.number, caption=grid.caption, head=grid.head, rows=rows))


def _paragraphs(text):
    return [line.strip() for line in text.splitlines() if line.strip()]
