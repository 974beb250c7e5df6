"""Days as people write them: 3月5日, 三月五号, 3.5, 2022-3-5, 昨天, 上周三, 5日. Read relative to a day."""

import datetime
import re
from dataclasses import dataclass

from ..numerals import NARROW, read

_NUMBER = r"[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_YEAR = r"(?P<year>20[0-9]{2}|二[〇零][〇零一二三四五六七八九]{2})"
_MONTH, _DAY = rf"(?P<month>{_NUMBER})", rf"(?P<day>{_NUMBER})"
_NOT_INSIDE = r"(?<![0-9.\-/年])"
RELATIVE = {"今": 0, "今天": 0, "今日": 0, "昨": 1, "昨天": 1, "昨日": 1, "前天": 2, "前日": 2}
WEEKDAYS = "一二三四五六日"

# From the most to the least explicit; the first that names a real day wins.
_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_YEAR}\s*年\s*{_MONTH}\s*月\s*{_DAY}\s*[日号]?",
        rf"(?<![0-9]){_YEAR}(?P<sep>[-./]){_MONTH}(?P=sep){_DAY}(?![0-9])",
        rf"(?P<last_year>去年)?(?P<this_year>今年)?{_MONTH}\s*月\s*{_DAY}\s*[日号]?",
        rf"{_NOT_INSIDE}(?P<month>[0-9]{{1,2}})[./-](?P<day>[0-9]{{1,2}})(?![0-9.%万]|[./-][0-9]|[元人份条个亩户场次])",
        r"(?P<relative>今天|今日|昨天|昨日|前天|前日|[今昨](?=[早晚上下]))",
        r"(?P<week>上个?|本|这)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])",
        rf"(?<![0-9月至到\-—~]){_DAY}[日号](?![线楼村组])",
    )
)
_MONTH_ONLY = re.compile(rf"(?:{_YEAR}年)?(?P<month>{_NUMBER})月(?:份|(?!\s*(?:{_NUMBER})\s*[日号]))")
_RANGE = re.compile(rf"(?:至|到|-|—|~|－)+\s*(?:(?P<month>{_NUMBER})\s*月)?\s*(?P<day>{_NUMBER})\s*[日号]")


@dataclass(frozen=True)
class Day:
    """A day found in a text from `start` to `end`; `until` is the last day where it names several."""

    date: datetime.date
    start: int
    end: int
    until: datetime.date | None = None


def find_day(text, *, today):
    """The day that `text` tells of, never after `today` where no year is written; None if it names none."""
    plain = text.translate(NARROW)
    for form in _FORMS:
        for match in form.finditer(plain):
            if date := _date(match.groupdict(), today):
                return _with_end(plain, match, date)
    return None


def find_month(text, *, today):
    """The first day of the month that `text` is about (3月份, 3月村务公开); None if it names none."""
    match = _MONTH_ONLY.search(text.translate(NARROW))
    return _date({**match.groupdict(), "day": "1"}, today) if match else None


def _date(parts, today):
    """The day of the found parts; None for 13月40日."""
    if relative := parts.get("relative"):
        return today - datetime.timedelta(days=RELATIVE[relative])
    if weekday := parts.get("weekday"):
        return _in_week(WEEKDAYS.index("日" if weekday == "天" else weekday), parts["week"] or "", today)
    day = _number(parts["day"])
    if parts.get("month") is None:
        return _of_this_month(day, today)
    month, year = _number(parts["month"]), parts.get("year")
    if year:
        return _checked(_number(year), month, day)
    if parts.get("last_year"):
        return _checked(today.year - 1, month, day)
    return _latest(lambda back: (today.year - back, month, day), today)


def _number(text):
    return read(text).whole


def _in_week(weekday, week, today):
    """That day of last week, of this one, or simply the last one that has been."""
    monday = today - datetime.timedelta(days=today.weekday())
    if week.startswith("上"):
        return monday - datetime.timedelta(days=7 - weekday)
    date = monday + datetime.timedelta(days=weekday)
    return date if date <= today else date - datetime.timedelta(days=7)


def _of_this_month(day, today):
    return _latest(lambda back: (*_months_back(today, back), day), today)


def _months_back(today, back):
    number = today.year * 12 + today.month - 1 - back
    return number // 12, number % 12 + 1


def _latest(parts, today):
    """The latest of the last few candidates that exists and is not after `today`."""
    dates = (_checked(*parts(back)) for back in range(5))
    return next((date for date in dates if date and date <= today), None)


def _checked(year, month, day):
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _with_end(plain, match, date):
    """The day with the end of its span (3月5日至7日), if the text goes on with one."""
    found = _RANGE.match(plain, match.end())
    if not found:
        return Day(date, *match.span())
    month = _number(found["month"]) if found["month"] else date.month
    until = _checked(date.year + (month < date.month), month, _number(found["day"]))
    return Day(date, match.start(), found.end(), until if until and until > date else None)
