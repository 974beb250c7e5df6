"""What has a last day: deadlines of records, tasks, terms and the calendar, by the days that are left."""

import datetime
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse
from django.utils import timezone

from township.figures.calendar import Standing, duty_of
from township.people.roles import Power
from township.records.deadlines import pending

from .calendar import calendar_of, left, may_keep, page_of

# How far ahead tasks and the calendar are spoken of, and how long after their day.
DAYS_AHEAD = 30
DAYS_AFTER = 30
# The longest wait of each group, in words.
GROUPS = ((-1, "已过期限"), (7, "7天以内"), (30, "一个月以内"))
LATER = "再往后"


@dataclass(frozen=True)
class Upcoming:
    """One thing with a last day: what is to be done about what, where, and the law that sets the day."""

    due: datetime.date
    act: str
    about: str
    url: str
    today: datetime.date
    basis: str = ""

    @property
    def days_left(self):
        return (self.due - self.today).days

    @property
    def left(self):
        return left(self.days_left)

    @property
    def group(self):
        return next((words for longest, words in GROUPS if self.days_left <= longest), LATER)


def upcoming(gate, *, tasks, terms, today=None):
    """[(group, [Upcoming])] of what is the user's to see to, the most pressing first."""
    today = today or timezone.localdate()
    found = [
        *_of_records(gate, today),
        *_of_tasks(tasks, today),
        *_of_terms(terms, today),
        *_of_calendar(gate, today),
    ]
    found.sort(key=lambda one: (one.due, one.act, one.about))
    return [(group, list(members)) for group, members in groupby(found, key=lambda one: one.group)]


def is_near(task, today):
    """Whether the last day of a task is so near that it stands among what has a last day."""
    return bool(task.item.deadline) and (task.item.deadline - today).days <= DAYS_AHEAD


def _of_records(gate, today):
    for one in pending(gate, today=today):
        about = f"{one.place.register.label}：{one.row or one.place.title}（{one.place.area}）"
        yield Upcoming(one.due, one.deadline.act, about, one.place.url, today, one.deadline.basis)


def _of_tasks(tasks, today):
    for task in tasks:
        if is_near(task, today):
            yield Upcoming(task.item.deadline, "完成年度任务", task.item.title, task.url, today)


def _of_terms(people, today):
    for person in people:
        about = f"{person.choice_label}，{person.area}"
        url = reverse("reference:entry", args=["people", person.pk])
        yield Upcoming(person.term_ends_on, "任期届满，换届或更新名册", about, url, today)


def _of_calendar(gate, today):
    """What the calendar asks for around today; what duties ask for stands under 应报未报 once its span is over."""
    if not (may_keep(gate) or (gate.user.area.is_village and gate.can(Power.ENTER))):
        return
    first, last = (today + datetime.timedelta(days=days) for days in (-DAYS_AFTER, DAYS_AHEAD))
    for year in range(first.year, last.year + 1):
        for one in calendar_of(
            gate.user.area, year, gate=gate, today=today, wanted=lambda due: first <= due <= last
        ):
            over = one.standing is Standing.PAST and duty_of(one.item)
            if not (one.done or over):
                _, url = page_of(one.item, gate)
                url = url or f"{reverse('reports:calendar')}?year={year}#month-{one.month.start.month}"
                yield Upcoming(one.due, one.item.title, one.item.gives, url, today)
