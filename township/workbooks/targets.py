"""What a column of a workbook can fill: the fields of a register's form, its sub-tables, its keys."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

from township.people.roles import Power
from township.records.fields import AmountField, CountField, QuantityField

KEY = "entry_id"
KEY_LABEL = "记录编号"
# The column that the portal itself has put beside a table of an earlier round.
EXPLANATIONS = "错误说明"
# Headers that nobody misses.
NUMBERING = {"序号", "编号", "行号", "NO", "No", "no", EXPLANATIONS}
# What ledgers call the fields that every record has; a register adds its own in `synonyms`.
COMMON_NAMES = {
    "date": ("日期", "时间", "开展日期", "开展时间", "活动时间", "办理日期", "登记日期", "发生时间"),
    "area": (
        "村",
        "村居",
        "村名",
        "村社区",
        "村（社区）",
        "所属村",
        "所在村",
        "行政村",
        "村别",
        "辖区",
        "活动村",
        "区划代码",
    ),
    "title": ("名称", "主题", "标题", "内容", "活动主题", "活动内容", "事项"),
    "office": ("部门", "承办单位", "责任部门", "责任单位", "经办部门"),
    "place": ("地点", "活动地点", "举办地点", "地址"),
    "note": ("备注", "说明", "备注说明"),
    "provider": ("提供人", "填报人"),
    "external_ref": ("外部系统编号", "系统编号", "平台编号", "工单号", "外部编号"),
}
_BRACKETS = re.compile(r"[（(【\[].*?[)）】\]]")
_NOISE = re.compile(r"[\s*●◐○※:：、/／\-—_“”\"]+")


@lru_cache(maxsize=10_000)
def plain(text):
    """A header as it is compared: half-width, without blanks and marks of required fields."""
    text = unicodedata.normalize("NFKC", str(text or ""))
    return _NOISE.sub("", text).replace("(", "（").replace(")", "）")


@lru_cache(maxsize=10_000)
def bare(text):
    """The same without what stands in brackets, which is mostly the unit."""
    return _BRACKETS.sub("", plain(text)) or plain(text)


@dataclass(frozen=True)
class Target:
    """One thing that a column can fill; `field` is a model field, or `line_set` a sub-table."""

    name: str
    label: str
    names: tuple
    required: bool = False
    field: object = None
    line_set: object = None

    @property
    def counted(self):
        """Whether it holds a number that must not be filled in twice by a merged cell."""
        return isinstance(self.field, CountField | AmountField | QuantityField) or self.line_set is not None

    @cached_property
    def _exact(self):
        return {plain(name) for name in self.names}

    @cached_property
    def _loose(self):
        return {bare(name) for name in self.names}

    def likeness(self, header):
        """How well `header` names it, from 0 to 1."""
        exact, loose = plain(header), bare(header)
        if not exact or exact == EXPLANATIONS:
            return 0
        if exact in self._exact:
            return 1
        if loose in self._loose:
            return 0.9
        parts = [name for name in self._loose if len(name) >= 2 and (name in loose or loose in name)]
        overlaps = [min(len(name), len(loose)) / max(len(name), len(loose)) for name in parts]
        return 0.5 + 0.35 * max(overlaps) if overlaps and len(loose) >= 2 else 0


def targets_of(declaration, gate):
    """{name: `Target`} of all that the user may import into a register, in the order of the form."""
    names = [*declaration.form_fields()]
    names += [name for name in ("external_ref", "approximate") if name not in names]
    targets = [_field_target(declaration, name) for name in names]
    targets += [
        Target(
            line_set.name,
            line_set.label,
            (line_set.label, *declaration.synonyms.get(line_set.name, ())),
            required=line_set.min_rows > 0,
            line_set=line_set,
        )
        for line_set in declaration.lines
        if not line_set.personal or gate.can_in(declaration, Power.READ_PARTIES)
    ]
    key = Target(KEY, KEY_LABEL, (KEY_LABEL, "记录编号（勿改）"))
    return {target.name: target for target in (*targets, key)}


def _field_target(declaration, name):
    field = declaration.model._meta.get_field(name)
    label = declaration.field_label(name)
    names = (label, *declaration.synonyms.get(name, ()), *COMMON_NAMES.get(name, ()))
    return Target(name, label, names, needed(declaration, field), field)


def needed(declaration, field):
    """Whether a new record has to be given the field: as the form asks, less what the model presumes.

    A number is never presumed, for 0 says that there were none.
    """
    given = field.has_default() and field.get_default() not in (None, "", [])
    presumed = given and not isinstance(field, CountField | AmountField | QuantityField)
    return field.name in declaration.required or not (field.blank or presumed)
