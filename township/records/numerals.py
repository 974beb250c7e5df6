"""Reading numbers as people write them: 120, 1,200, １２０, 1.2万, 一百二十, 300余, 约三百, 近千.

Offsets are those of the text as given, in code points. What a number counts, and whether it is one of a date
or an ordinal, is for the reader of the text around it to say.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

# One character for one character, so that offsets stay true.
NARROW = str.maketrans("０１２３４５６７８９．", "0123456789.")
DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
DIGITS |= {char: value for value, char in enumerate("壹贰叁肆伍陆柒捌玖", start=1)}
SMALL_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
LARGE_UNITS = {"万": 10_000, "亿": 100_000_000}
UNITS = SMALL_UNITS | LARGE_UNITS

_DIGIT, _UNIT = "".join(DIGITS), "".join(UNITS)
# 3 of 2022.3.5 is no decimal, and 千 of 5千克 belongs to the unit of weight.
_DECIMAL = r"(?<![0-9]\.)[0-9]+\.[0-9]+(?!\.?[0-9])"
_GROUPED = r"(?<![0-9,])[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])(?:\.[0-9]+)?"
_ARABIC = rf"{_GROUPED}|{_DECIMAL}|[0-9]+"
_SCALE = rf"[余多]?(?:(?![百千](?:分之|[克米瓦卡伏]))[{_UNIT}])"
_MIXED = rf"(?:{_ARABIC})(?:{_SCALE}[{_UNIT}]?(?:[0-9]{{1,4}}(?={_SCALE})|(?![0-9])))*"
# 百分之九十 is a rate of 90, and 十分满意 has no number at all; 数百 and 几十 do not say which.
_WRITTEN = rf"(?<![数几])(?!十分(?!钟|之)|[百千万]分之)[{_DIGIT}{_UNIT}]+(?:[余多][万亿])?"
# 最近, 预约 and 签约 end in words of approximation without being one.
_BEFORE = r"大约|大概|(?<![预签合节公契条违])约|将近|接近|(?<![最附邻就远临])近|超过|超|逾|上(?=[百千万])"
_AFTER = r"余(?![额下])|多|(?<=十)来(?!自|到|源)|(?<=十)几|\s*左右|\s*上下"
# 50人左右: the word of approximation stands behind the unit.
_BEHIND_UNIT = re.compile(r"[^\W\d_]{1,2}?(?:左右|上下)")
_NUMERAL = re.compile(rf"(?P<before>{_BEFORE})?\s*(?P<body>{_MIXED}|{_WRITTEN})(?P<after>{_AFTER})?")


@dataclass(frozen=True)
class Numeral:
    """A number in a text; `start` to `end` holds it with its own 约 or 余."""

    value: Decimal
    approximate: bool
    start: int
    end: int
    text: str

    @property
    def whole(self):
        """The value as an int; None where it has a fraction."""
        return int(self.value) if self.value == self.value.to_integral_value() else None

    @property
    def in_characters(self):
        """Whether it is written in Chinese characters only, as 一 in 统一 is, too."""
        return not re.search(r"[0-9]", self.text.translate(NARROW))


def read(text, start=0):
    """The number that `text` has at `start`, blanks before it apart; None when there is none."""
    plain = _plain(text)
    found = _NUMERAL.match(plain, re.compile(r"\s*").match(plain, start).end())
    return _numeral(text, plain, found) if found else None


def find_all(text):
    """Every number in `text`, from left to right."""
    plain = _plain(text)
    found = (_numeral(text, plain, match) for match in _NUMERAL.finditer(plain))
    return [numeral for numeral in found if numeral is not None]


def _plain(text):
    return text.translate(NARROW)


def _numeral(text, plain, match):
    body = match["body"]
    value, loose = _value(body)
    if value is None:
        return None
    approximate = bool(loose or match["before"] or match["after"] or _BEHIND_UNIT.match(plain, match.end()))
    start, end = match.start("before" if match["before"] else "body"), match.end()
    return Numeral(value, approximate, start, end, text[start:end])


def _value(body):
    """(value, whether the body itself is approximate), the value None for what is no number: 百千."""
    loose = bool(re.search("[余多]", body))
    body = re.sub("[余多,，]", "", body)
    if not re.search(r"[0-9]", body):
        value, ranged = _of_characters(body)
        return value, loose or ranged
    total = Decimal(0)
    for number, units in re.findall(rf"([0-9.]+)([{_UNIT}]*)", body):
        part = Decimal(number)
        for unit in units:
            part *= UNITS[unit]
        total += part
    return total, loose


def _of_characters(body):
    """(value, whether it names a range as 三四十 does) of Chinese characters."""
    if not any(char in UNITS for char in body):
        return _of_digits(body)
    total, section, digit, last, ranged = 0, 0, None, None, False
    ceiling = None
    for char in body:
        if char in DIGITS:
            # 三四十, 十五六: the smaller number stands for the range.
            ranged |= bool(digit)
            digit = digit or DIGITS[char]
        elif char in SMALL_UNITS:
            unit = SMALL_UNITS[char]
            if ceiling is not None and unit >= ceiling:
                return None, False
            section, digit, ceiling = section + (digit or 1) * unit, None, unit
        else:
            section += digit or 0
            total = (
                (total + (section or 1)) * LARGE_UNITS[char]
                if not total
                else (total + section * LARGE_UNITS[char])
            )
            section, digit, ceiling = 0, None, None
        last, before_last = char, last
    if digit and before_last in UNITS and UNITS[before_last] >= 100:
        # 一百二, 三千五, 一万二: the last digit is one of the next smaller unit.
        digit *= UNITS[before_last] // 10
    return Decimal(total + section + (digit or 0)), ranged


def _of_digits(body):
    """二〇二二 is 2022; 三四 (人) is a range from 3."""
    values = [DIGITS[char] for char in body]
    if len(values) == 2 and values[0] and values[1] == values[0] + 1:
        return Decimal(values[0]), True
    return Decimal("".join(map(str, values))), False
