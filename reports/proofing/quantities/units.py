"""Units of measure (量词) as official texts write them, and which of them say the same kind of thing.

fields.md B in short: 次、场、期 count events, 人次 attendances, 人 persons, 件 cases, 件次 handlings, 份、册、本
material, 支、个、处 what exists on a day. A figure cannot be quoted in a unit of another kind.
"""

KINDS = {
    "event": "次 场 场次 期 期次 堂 节 节次 讲 轮 轮次 回 班次 趟",
    "attendance": "人次 人/次 余人次",
    "person": "人 名 位",
    "case": "件 件次 起 宗 例 桩 案 笔 单",
    "item": "条 项 篇 则 点",
    "material": "份 册 本 张 套 部",
    "sheet": "幅",
    "board": "块 面",
    "whole": "支 个",
    "place": "处 家 所 座 间 片",
    "sort": "类 种",
    "score": "分",
    "household": "户",
    "household_visit": "户次 家次",
    "batch": "批 批次",
    "money": "元 万元 亿元",
    "vehicle": "台次 车次 辆次 台 辆",
    "rate": "% 个百分点 百分点",
    "day": "个工作日 工作日",
    "month": "个月",
    "lesson": "学时 课时",
    "multiple": "倍",
    "measure": "亩 公里 公顷 平方米 平方公里 米 吨 公斤 千克",
    "monthly": "次/月",
    "quarterly": "次/季度",
    "half-yearly": "次/半年",
    "weekly": "次/周",
}
KIND_OF = {unit: kind for kind, units in KINDS.items() for unit in units.split()}
# Kinds that one thing is counted in, depending on the habit of the place, and how surely.
NEAR = {
    ("person", "attendance"): 0.8,
    ("case", "item"): 0.85,
    ("material", "item"): 0.75,
    ("material", "sheet"): 0.9,
    ("item", "sheet"): 1.0,
    ("case", "event"): 0.75,
    ("material", "case"): 0.8,
    ("case", "whole"): 0.7,
    ("item", "whole"): 0.85,
    ("person", "whole"): 0.6,
    ("place", "whole"): 0.75,
    ("household", "household_visit"): 0.9,
    ("place", "household_visit"): 0.9,
    ("vehicle", "event"): 0.9,
    ("board", "whole"): 0.7,
    ("batch", "event"): 0.7,
    ("batch", "case"): 0.6,
    ("item", "event"): 0.6,
    ("household", "whole"): 0.6,
    ("monthly", "month"): 1.0,
}
# Spelled out after a number; months, days and hours are spans of time and not counted here.
WRITTEN = sorted((unit for unit in KIND_OF if "/" not in unit and unit != "个月"), key=len, reverse=True)
# Chinese numerals before these count something; before others they are words (两个维护、三项制度).
COUNTING = frozenset(
    unit
    for kinds in (
        "次 场 场次 期 堂 件 件次 起 宗 例 笔",
        "人 名 位 人次 户 户次 批次 支 家 所 处",
        "份 册 本 张 幅 元 万元 辆 台次 亩",
    )
    for unit in kinds.split()
)


def agreement(unit, other):
    """How surely a figure in `unit` may be the one that is counted in `other`: 1 alike, 0 never."""
    if unit == other:
        return 1.0
    kind, other_kind = KIND_OF.get(unit), KIND_OF.get(other)
    if kind is None or other_kind is None:
        return 0.5 if not unit else 0.0
    if kind == other_kind:
        return 0.97
    return NEAR.get((kind, other_kind), NEAR.get((other_kind, kind), 0.0))
