"""What the ledgers show to be wanting (差距), with sentences ready for the part on shortcomings.

The sentences name no number but by token, so that what is said stays what is measured.
"""

from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse
from django.utils.http import urlencode

from township.figures.plans import tasks_of
from township.figures.progress import NEEDS_ATTENTION, Standing
from township.figures.reading import by_category
from township.records.deadlines import shortfalls
from township.records.models import Scheme

from .due import matter, missing_cells
from .setting_coverage import events_by_setting

NAMED = 3
FALLEN_SHORT = (*NEEDS_ATTENTION, Standing.FAILED, Standing.PARTLY)


@dataclass(frozen=True)
class Gap:
    """One measured gap: where it comes from, what is measured, a sentence about it, the page that shows it."""

    kind: str
    measured: str
    sentence: str
    url: str


def gaps(report, *, gate):
    """[Gap] of a report's year: tasks that fall short, duties not met, 法律进 without an activity."""
    return [*_tasks(report, gate), *_rectifications(gate), *_duties(report, gate), *_settings(report)]


def _tasks(report, gate):
    for task in tasks_of(gate, area=report.area, year=report.year):
        if task.standing in FALLEN_SHORT:
            item = task.item
            progress = f"，{item.progress}" if item.measured else ""
            yield Gap("年度任务", f"{item.title}：{task.standing.value}{progress}", _short_of(item), task.url)


def _short_of(item):
    """“…”没有达到目标，全年完成{{…}}场，主要原因是…。"""
    indicator = item.answered_by
    done = f"，全年完成{{{{{indicator.label}}}}}{indicator.unit}" if indicator else ""
    why = f"，主要原因是{item.shortfall.rstrip('。')}" if item.shortfall else ""
    return f"“{item.title}”还没有达到目标{done}{why}。"


def _rectifications(gate):
    """What inspections found and is not put right, or not taken off the list yet."""
    for one in shortfalls(gate):
        about = one.row.strip().rstrip("。")
        day = f"，期限{one.due:%Y-%m-%d}" if one.due else ""
        sentence = f"{one.place.title}指出的“{about}”还没有{one.deadline.act}。"
        yield Gap("整改", f"{one.place.title}：{about}{day}", sentence, one.place.url)


def _duties(report, gate):
    missing = missing_cells(area=report.area, period=report.period, gate=gate)
    ordered = sorted(missing, key=lambda cell: (cell.duty.key, cell.area.path))
    for duty, found in groupby(ordered, key=lambda cell: cell.duty):
        cells = list(found)
        villages = list(dict.fromkeys(cell.area.name for cell in cells if cell.area.is_village))
        who = f"，{_named(villages)}有缺漏" if villages else ""
        yield Gap(
            "应办事项",
            f"{duty.label}：未报 {len(cells)} 项{f'，涉及{len(villages)}个村（社区）' if villages else ''}",
            f"{matter(duty)}还没有做到按时、不漏{who}。",
            f"{reverse('reports:coverage')}?{urlencode({'duty': duty.key, 'year': report.year})}",
        )


def _named(names):
    return "、".join(names) if len(names) <= NAMED else f"{'、'.join(names[:NAMED])}等村（社区）"


def _settings(report):
    """The members of the year's scheme of 法律进 that no activity has reached."""
    scheme, indicator = Scheme.objects.for_area(report.area, report.year), events_by_setting()
    if scheme is None or indicator is None:
        return
    counts = by_category(indicator, area=report.area, period=report.period)
    blank = [str(member) for member in scheme.members.all() if not counts.get(str(member))]
    if blank:
        names = "".join(f"“法律{name}”" for name in blank)
        url = f"{reverse('reports:setting_coverage')}?{urlencode({'year': report.year})}"
        yield Gap(
            str(scheme),
            f"{'、'.join(blank)}没有活动",
            f"普法对象覆盖还不全面，{names}还没有开展活动。",
            url,
        )
