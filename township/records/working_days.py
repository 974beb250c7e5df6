"""Working days (工作日): Monday to Friday but for the holidays and worked weekends that were arranged.

Where nothing is arranged yet for a year, its weekends alone are free.
"""

import datetime

from .models import Holiday

SATURDAY = 5


def is_working_day(day):
    """Whether offices work on `day`."""
    return _works(day, _arranged(day, day))


def add_working_days(day, number):
    """The day on which a term of `number` working days ends that runs from the day after `day`."""
    # Ten free days stand in a row at most, so that this many days always hold the term.
    last = day + datetime.timedelta(days=2 * number + 30)
    arranged = _arranged(day, last)
    while number > 0:
        day += datetime.timedelta(days=1)
        number -= _works(day, arranged)
    return day


def working_days_near(days):
    """{day: (the nearest working day up to it, the nearest one from it on)} of all `days`, in one query."""
    if not days:
        return {}
    # Ten free days stand in a row at most.
    margin = datetime.timedelta(days=30)
    arranged = _arranged(min(days) - margin, max(days) + margin)
    return {day: (_nearest(day, -1, arranged), _nearest(day, 1, arranged)) for day in days}


def _nearest(day, step, arranged):
    while not _works(day, arranged):
        day += datetime.timedelta(days=step)
    return day


def working_days_between(first, last):
    """The number of working days after `first` up to and with `last`."""
    arranged = _arranged(first, last)
    span = (last - first).days
    return sum(_works(first + datetime.timedelta(days=number), arranged) for number in range(1, span + 1))


def _arranged(first, last):
    """{day: whether it is worked} of the days that were arranged otherwise."""
    return dict(Holiday.objects.filter(date__range=(first, last)).values_list("date", "is_working"))


def _works(day, arranged):
    return arranged.get(day, day.weekday() < SATURDAY)
