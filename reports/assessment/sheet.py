"""A scoring sheet's rows as items: merged and blank levels filled, headings between the rows, points counted once."""

import re
from decimal import Decimal

from township.workbooks.layout import Row
from township.workbooks.targets import Target

from ..columns import words
from .models import Item

MEMORY = "assessment-items"
TARGETS = {
    target.name: target
    for target in (
        Target("number", "指标编号", ("指标编号", "编号", "序号", "条目编号", "考核编号")),
        Target("first", "一级指标", ("一级指标", "考核项目", "考核类别", "项目", "类别", "考核大项", "指标类别")),
        Target("second", "二级指标", ("二级指标", "考核内容", "考评内容", "二级项目", "分项", "重点任务")),
        Target("third", "三级指标", ("三级指标", "考核指标", "指标名称", "指标内容", "具体指标", "考核要点", "测评内容", "工作要求")),
        Target("standard", "评分标准", ("评分标准", "评分细则", "计分标准", "计分办法", "评分办法", "扣分标准", "考核标准", "考评标准", "评分说明")),
        Target("points", "分值", ("分值", "标准分", "满分", "权重", "分数", "赋分", "基准分")),
        Target("method", "考核方式", ("考核方式", "考评方式", "考核方法", "评分方式", "评价方式", "考核办法")),
        Target("wanted", "佐证要求", ("佐证要求", "佐证材料", "所需材料", "印证材料", "需提供材料", "资料清单", "材料清单", "备查资料")),
        Target("office", "责任部门", ("责任部门", "责任单位", "牵头部门", "牵头单位", "承办部门", "责任站所")),
    )
}  # fmt: skip
_FIRST = re.compile(r"^第?[一二三四五六七八九十]+(?:[、.．]|[章部])")
_SECOND = re.compile(r"^[（(][一二三四五六七八九十]+[）)]")
# What a sheet says of how an item is looked at, in the order in which it is taken.
_METHODS = (
    (Item.Method.SYSTEM, re.compile("系统|平台|数据|取数")),
    (Item.Method.SURVEY, re.compile("测评|问卷|满意度|抽查访问")),
    (Item.Method.PAPERS, re.compile("资料|材料|台账|档案|查阅")),
    (Item.Method.VISIT, re.compile("实地|现场|走访|察看")),
)


def items_of(table, mapping, offices=()):
    """[Item], not saved and of no assessment yet, of all rows; `offices` are known by their names."""
    by_name = {name: column for column, name in mapping.items()}
    known = {office.name: office for office in offices}
    found, levels = [], {"first": "", "second": ""}
    for row in _rows_and_headings(table):
        if heading := _heading(row):
            levels = _below(levels, *heading)
            continue
        given = {name: words(row.cell(column)) for name, column in by_name.items()}
        merged = {name for name, column in by_name.items() if column in row.merged}
        levels = _carried(given, levels)
        if not any(given.get(name) for name in ("second", "third", "standard")):
            continue
        if found and _continues(given, merged):
            _extend(found[-1], given, merged)
        else:
            found.append(_item(given, merged, levels, known, len(found) + 1))
    return found


def _rows_and_headings(table):
    """The rows in their order, with those headings that the reading of tables takes for remarks."""
    headings = [
        Row(number, [text]) for number, text in table.skipped if _FIRST.match(text) or _SECOND.match(text)
    ]
    return sorted([*table.rows, *headings], key=lambda row: row.number)


def _heading(row):
    """(level, text) of a row that only names what follows, such as 一、组织领导（20分）; else None."""
    own = [words(cell) for column, cell in enumerate(row.cells) if column not in row.merged and words(cell)]
    if len(own) != 1:
        return None
    if _FIRST.match(own[0]):
        return "first", own[0]
    return ("second", own[0]) if _SECOND.match(own[0]) else None


def _below(levels, level, text):
    """The levels once `text` begins a new part; what stood below a new first level ends."""
    return {"first": text, "second": ""} if level == "first" else {**levels, "second": text}


def _carried(given, levels):
    """The levels of a row: its own, or where it is blank those above."""
    for level in ("first", "second"):
        text = given.get(level, "")
        if text and text != levels[level]:
            levels = _below(levels, level, text)
    return levels


def _continues(given, merged):
    """Whether a row is more of the item above: its name is merged down and it brings no points of its own."""
    lowest = next((name for name in ("third", "second") if given.get(name)), None)
    return lowest in merged and ("points" in merged or not given.get("points"))


def _extend(item, given, merged):
    for name in ("standard", "wanted"):
        text = given.get(name, "")
        if text and name not in merged:
            setattr(item, name, "\n".join(filter(None, (getattr(item, name), text))))


def _item(given, merged, levels, known, position):
    item = Item(position=position, first=levels["first"], second=levels["second"])
    for name in ("number", "third", "standard", "wanted"):
        setattr(item, name, given.get(name, ""))
    for name in ("number", "first", "second", "third"):
        setattr(item, name, getattr(item, name)[: Item._meta.get_field(name).max_length])
    # Points of a merged cell belong to all of its rows together and are counted once.
    item.points = None if "points" in merged else points_in(given.get("points", ""))
    item.method = method_in(given.get("method", ""))
    item.office = known.get(given.get("office", ""))
    return item


def points_in(text):
    """The number of points in a cell (3, 3分, 满分3分); None without one."""
    found = re.search(r"\d{1,4}(?:\.\d{1,2})?", text)
    return Decimal(found[0]) if found else None


def method_in(text):
    """How an item is looked at, of what the sheet says; empty where it says nothing known."""
    return next((method for method, pattern in _METHODS if pattern.search(text)), "") if text else ""
