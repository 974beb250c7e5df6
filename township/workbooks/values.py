"""What a cell says, read as the field of a record wants it.

A cell is text, a number, true or false, None, `{"date": …}`, `{"time": …}` or `{"error": true}`.
"""

import datetime
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from django.db import models

from township.figures.years import CALENDAR_YEARS, Years
from township.people.models import Area, Person
from township.records import numerals
from township.records.fields import MonthField, MultiChoiceField, YearField

from .lookups import Unknown, folded, split_names

# What people write where there is nothing to write.
NOTHING = {"", "-", "—", "－", "–", "--", "——", "/", "／", "\\"}
YES = {"是", "√", "✓", "✔", "☑", "有", "对", "已", "y", "yes", "true", "1", "v"}
NO = {"否", "×", "✗", "✘", "x", "无", "没有", "不是", "未", "n", "no", "false", "0", "□"}
# Units that may follow a number; others would say that something else was counted.
UNITS = [
    "人次",
    "人",
    "名",
    "位",
    "次",
    "场",
    "场次",
    "期",
    "份",
    "册",
    "本",
    "张",
    "件",
    "件次",
    "条",
    "块",
    "辆",
    "台",
    "台次",
    "户",
    "家",
    "个",
    "起",
    "宗",
    "项",
    "元",
    "块钱",
    "圆",
    "分",
    "学时",
    "课时",
    "小时",
    "岁",
    "支",
    "页",
    "幅",
    "余",
]
_UNIT = re.compile(rf"({'|'.join(sorted(UNITS, key=len, reverse=True))})?(左右|上下|以上)?(整|人民币)?[。.]?")
_DAY = re.compile(r"(?P<y>\d{4})[-./年](?P<m>\d{1,2})[-./月](?P<d>\d{1,2})日?号?(?P<rest>.*)")
_DAY_OF_YEAR = re.compile(r"(?P<m>\d{1,2})(?:月|[-./])(?P<d>\d{1,2})(?:日|号)?(?P<rest>.*)")
_DIGITS = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)")
_CLOCK = re.compile(
    r"[\sT]*(?:上午|下午|晚上|早上|中午)?[\s]*(?:\d{1,2}[:：时点]\d{0,2}分?(?::?\d{1,2}(?:\.\d+)?秒?)?)?"
)
_MONTH = re.compile(r"(?:(?P<y>\d{4})[-./年])?(?P<m>\d{1,2})月?份?(?:[-./]0?1)?")
_QUARTER = re.compile(r"(?:(?P<y>\d{4})年?)?第?(?P<q>[一二三四1-4])季度")
_HALF = re.compile(r"(?:(?P<y>\d{4})年?)?(?P<h>上|下)半年")
EPOCHS = {False: datetime.date(1899, 12, 30), True: datetime.date(1904, 1, 1)}
# Serials of 1990 to 2100; anything else in a column of days is no day.
SERIALS = range(32_874, 73_051)
LOST_DIGITS = 10**15


class Unfit(Exception):
    """A cell that the field cannot hold; the text says why and how to mend it."""


@dataclass(frozen=True)
class Value:
    """What was understood; `approximate` when the cell said 约 or 余, `note` where it is worth saying."""

    value: object
    approximate: bool = False
    note: str = ""


@dataclass(frozen=True)
class Reader:
    """Reads cells for one import: its names, its year, its file's day count."""

    lookups: object
    year: int
    date_1904: bool = False
    # How the years of whoever imports run: what is written without a year is completed by them.
    years: Years = CALENDAR_YEARS

    def read(self, field, cell, label):
        """The `Value` of `cell` for a model field; None in it when nothing was written. Raises `Unfit`."""
        if isinstance(cell, dict) and "error" in cell:
            raise Unfit(f"{label}的公式出错了（#REF! 之类），请改成数值。")
        if is_nothing(cell):
            return Value(None)
        try:
            return self._read(field, cell, label)
        except Unknown as unknown:
            raise Unfit(str(unknown)) from unknown

    def _read(self, field, cell, label):
        if isinstance(field, MonthField):
            return Value(self.month(cell, label))
        if isinstance(field, models.DateField):
            return Value(self.day(cell, label))
        if isinstance(field, YearField):
            return Value(_year(cell, label))
        if isinstance(field, models.BooleanField):
            return Value(_yes_or_no(cell, label))
        if field.is_relation:
            return self._related(field, cell, label)
        if isinstance(field, MultiChoiceField):
            return Value(_choices(field, text_of(cell), label))
        if field.choices:
            return Value(_choice(field, text_of(cell), label))
        if isinstance(field, models.IntegerField | models.DecimalField):
            return _number(field, cell, label)
        return Value(_text(cell, label))

    def _related(self, field, cell, label):
        text = text_of(cell)
        if field.related_model is Area:
            if field.many_to_many:
                return Value([self.lookups.village(part, label) for part in _parts(text)])
            return Value(self.lookups.place(text, label=label))
        if field.related_model is Person:
            people = [self.lookups.person(part, label) for part in _people(text, several=field.many_to_many)]
            new = [person.name for person in people if person.pk is None]
            note = f"{'、'.join(new)}不在名册里，导入时加入名册" if new else ""
            return Value(people if field.many_to_many else people[0], note=note)
        if field.many_to_many:
            return Value(self.lookups.several(field, text))
        return Value(self.lookups.one(field, text))

    # Days ------------------------------------------------------------------------------------------

    def day(self, cell, label):
        """A day: written in any usual way, or as the number by which Excel counts days."""
        if isinstance(cell, dict) and "date" in cell:
            return datetime.date.fromisoformat(cell["date"])
        if isinstance(cell, float):
            if cell.is_integer() or cell > 10_000:
                return self._serial(int(cell), label)
            raise Unfit(f"{label}“{cell}”少了年份，Excel 又可能去掉了末尾的 0；请写成 {self.year}-3-5 这样。")
        if isinstance(cell, int) and not isinstance(cell, bool):
            return (
                self._written(str(cell), label) if _DIGITS.fullmatch(str(cell)) else self._serial(cell, label)
            )
        if not isinstance(cell, str):
            raise Unfit(f"{label}看不懂“{shown(cell)}”，请写成 {self.year}-3-5 这样。")
        return self._written(_narrow(cell), label)

    def _serial(self, number, label):
        if number not in SERIALS and not (self.date_1904 and number + 1462 in SERIALS):
            raise Unfit(f"{label}看不懂“{number}”，请写成 {self.year}-3-5 这样。")
        return EPOCHS[self.date_1904] + datetime.timedelta(days=number)

    def _written(self, text, label):
        compact = re.sub(r"\s*([-./年月])\s*", r"\1", text)
        if compact.isdigit() and int(compact) in SERIALS:
            return self._serial(int(compact), label)
        found = _DIGITS.fullmatch(compact) or _DAY.fullmatch(compact) or _DAY_OF_YEAR.fullmatch(compact)
        rest = (found.groupdict().get("rest") or "") if found else ""
        if found is None or not _CLOCK.fullmatch(rest):
            if found is not None and re.match(r"\s*[-—~～至到]", rest):
                raise Unfit(f"{label}“{text}”写了起止，这一栏只填开始那天，结束那天填在结束日期里。")
            raise Unfit(f"{label}看不懂“{text}”，请写成 {self.year}-3-5 或 3月5日 这样。")
        month = int(found["m"])
        year = int(found.groupdict().get("y") or self.years.calendar_year(self.year, month))
        try:
            return datetime.date(year, month, int(found["d"]))
        except ValueError as error:
            raise Unfit(f"{label}“{text}”没有这一天，请核对月和日。") from error

    def month(self, cell, label):
        """A month, a quarter or a half of a year, as its first day."""
        if isinstance(cell, dict) and "date" in cell:
            return datetime.date.fromisoformat(cell["date"]).replace(day=1)
        text = re.sub(r"\s", "", _narrow(text_of(cell)))
        if isinstance(cell, str | int) and not isinstance(cell, bool):
            for pattern, month in (
                (_QUARTER, _quarter),
                (_HALF, _half),
                (_MONTH, lambda found: int(found["m"])),
            ):
                found = pattern.fullmatch(text)
                if found and 1 <= month(found) <= 12:
                    year = found["y"] or self.years.calendar_year(self.year, month(found))
                    return datetime.date(int(year), month(found), 1)
            if re.fullmatch(r"20\d\d(0[1-9]|1[0-2])", text):
                return datetime.date(int(text[:4]), int(text[4:]), 1)
        try:
            return self.day(cell, label).replace(day=1)
        except Unfit as error:
            raise Unfit(f"{label}看不懂“{shown(cell)}”，请写成 {self.year}年3月 这样。") from error


def is_nothing(cell):
    """Whether nothing was written: blank, or one of the strokes that stand for nothing."""
    return cell is None or (isinstance(cell, str) and cell.strip() in NOTHING)


def shown(cell):
    """A cell as the user sees it, for messages."""
    if cell is None:
        return ""
    if isinstance(cell, dict):
        return "#错误" if "error" in cell else str(cell.get("date") or cell.get("time"))
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return f"{cell:.15g}"
    return str(cell)


def text_of(cell):
    """A cell as text for reading; a true cell is 是."""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    return shown(cell).strip()


def _narrow(text):
    return unicodedata.normalize("NFKC", text).strip()


def _quarter(found):
    return ("一二三四".find(found["q"]) + 1 or int(found["q"])) * 3 - 2


def _half(found):
    return 1 if found["h"] == "上" else 7


def _year(cell, label):
    text = _narrow(text_of(cell)).removesuffix("年度").removesuffix("年")
    if isinstance(cell, dict):
        return int(text[:4])
    if not re.fullmatch(r"\d{4}", text):
        raise Unfit(f"{label}看不懂“{shown(cell)}”，请填四位数，例如 2026。")
    return int(text)


def _yes_or_no(cell, label):
    text = _narrow(text_of(cell)).lower()
    if text in YES:
        return True
    if text in NO:
        return False
    raise Unfit(f"{label}看不懂“{shown(cell)}”，请填“是”或“否”。")


def _number(field, cell, label):
    """A count or an amount, with its unit; 无 is zero, for that is what it says."""
    whole = isinstance(field, models.IntegerField)
    if isinstance(cell, bool | dict):
        raise Unfit(f"{label}看不懂“{shown(cell)}”，请填数字，例如 120。")
    if isinstance(cell, int | float):
        value, approximate = Decimal(str(cell)), False
    else:
        value, approximate = written_number(cell, label)
    if whole:
        if value != value.to_integral_value():
            raise Unfit(f"{label}要填整数，“{shown(cell)}”带小数，请核对。")
        return Value(int(value), approximate)
    places = Decimal(1).scaleb(-field.decimal_places)
    if value != value.quantize(places):
        raise Unfit(f"{label}最多 {field.decimal_places} 位小数，请把“{shown(cell)}”改一下。")
    return Value(value.quantize(places), approximate)


def written_number(cell, label):
    """(number, whether it is a rough one) of text with one number and perhaps a unit; raises `Unfit`."""
    text = _narrow(cell)
    if text in {"无", "没有", "零"}:
        return Decimal(0), False
    sign = -1 if re.match(r"[-−负]", text) else 1
    body = re.sub(r"^[-−负¥￥]+|共计|共|计", "", text).strip()
    found = numerals.read(body)
    if found is None or found.value is None:
        raise Unfit(f"{label}看不懂“{cell}”，请填数字，例如 120。")
    rest = body[found.end :].strip()
    if body[: found.start].strip() or not _UNIT.fullmatch(rest):
        if numerals.find_all(rest):
            raise Unfit(f"{label}“{cell}”里不止一个数，请只填一个合计数。")
        raise Unfit(f"{label}看不懂“{cell}”，请只填数字，例如 120。")
    return sign * found.value, found.approximate or bool(re.search(r"左右|上下|以上|余", rest))


def _text(cell, label):
    if isinstance(cell, int | float) and abs(cell) >= LOST_DIGITS:
        raise Unfit(
            f"{label}的位数太多，Excel 按数字存时已丢了末几位。请把这一列设成文本，再照原件重新填写。"
        )
    return text_of(cell).replace("\r\n", "\n")


def _spellings(label):
    """Ways of writing the label of a choice: whole, without its brackets, with the other word in them."""
    label = folded(label)
    found = {label}
    if match := re.fullmatch(r"(.*?)（(.*?)）(.*)", label):
        before, inside, after = match.groups()
        found |= {before + after, before + inside + after, inside + after}
        if len(inside) == len(before):
            found.add(inside + after)
    return found


@lru_cache(maxsize=2000)
def _spelled(field):
    """{spelling: key} of the choices of a field; a spelling that two choices share stands for neither."""
    spelled = {}
    for key, label in field.flatchoices:
        if key in ("", None):
            continue
        for spelling in _spellings(label):
            spelled[spelling] = key if spelled.get(spelling, key) == key else None
    for key, label in field.flatchoices:
        if key not in ("", None):
            spelled[folded(label)] = key
    return {spelling: key for spelling, key in spelled.items() if key is not None}


def _choice(field, text, label):
    spelled = _spelled(field)
    name = folded(text)
    if name in spelled:
        return spelled[name]
    near = {
        key for spelling, key in spelled.items() if len(name) >= 2 and (name in spelling or spelling in name)
    }
    if len(near) == 1 and len(name) >= 2:
        return near.pop()
    raise Unfit(f"{label}里没有“{text}”，可填：{_all_labels(field)}。")


def _choices(field, text, label):
    spelled = _spelled(field)
    keys = [spelled.get(part) or _choice(field, part, label) for part in split_names(text, spelled)]
    return [key for key, _ in field.flatchoices if key in keys]


def _all_labels(field):
    return "、".join(str(label) for key, label in field.flatchoices if key not in ("", None))


def _parts(text):
    return [part for part in re.split(r"[、，,；;\s]+", text) if part]


def _people(text, *, several):
    if not several:
        return [text]
    # Posts stand in brackets, and brackets may hold a comma.
    return [part.strip() for part in re.split(r"[、，,；;\n]+(?![^（(]*[)）])", text) if part.strip()]
