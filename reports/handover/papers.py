"""What goes from one clerk to the next (工作移交清单): open work, gaps, figures and their definitions, accounts, places.

Everything is read through the gate of whoever asks for the papers. Each line says where in the portal it stands.
"""

import re
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from township.figures.indicator import indicators
from township.figures.plans import tasks_of
from township.figures.wording import with_unit
from township.figures.years import years_of
from township.people.roles import Power
from township.records.across import across, as_place
from township.records.deadlines import pending, shortfalls
from township.records.handover import UNFINISHED

from ..assessment.reach import assessments_for, items_for
from ..assessment.standing import Standing, proven
from ..due import dated_words, matter, missing_cells
from ..following import open_points
from ..models import AnnualReport, LearnedWording
from ..todo import lately
from ..tokens import tokens_of
from ..tracing import locked_url
from ..views.reach import reports_for

SENTENCE = re.compile(r"[^。；！？\n]+[。；！？]?")
DAY = "%Y-%m-%d"
SHOWN = 8


@dataclass(frozen=True)
class Line:
    """One thing: what it is, what is to be known of it, its figure or day, and its address in the portal."""

    what: str
    about: str = ""
    figure: str = ""
    where: str = ""

    @property
    def cells(self):
        return [self.what, self.about, self.figure, self.where]


@dataclass(frozen=True)
class Section:
    """One part of the papers; `headers` name the four columns."""

    title: str
    headers: tuple
    lines: list

    @property
    def shown(self):
        """The lines that the page shows; all are in the files."""
        return self.lines[:SHOWN]

    @property
    def more(self):
        return len(self.lines) - len(self.shown)


def papers(leaver, *, gate, today=None):
    """[Section] for the successor of `leaver`, as `gate` may see it; sections without a line say so by being empty."""
    today = today or timezone.localdate()
    area = leaver.area
    return [
        Section("没办完的记录", ("记录", "台账和单位", "状态", "在哪里"), list(_records(leaver, gate))),
        Section("年度任务", ("任务", "责任", "时限和进度", "在哪里"), list(_tasks(gate, area, today))),
        Section("有期限的事", ("要办的事", "记录", "期限", "在哪里"), list(_deadlines(gate, today))),
        Section("整改", ("问题", "出自", "期限", "在哪里"), list(_rectifications(gate))),
        Section("考核条目", ("条目", "还缺什么", "时限", "在哪里"), list(_items(gate))),
        Section("报告", ("报告", "下一步", "状态", "在哪里"), list(_reports(gate))),
        Section("未报的月份", ("应报事项", "单位", "统计期", "在哪里"), list(_missing(gate, area))),
        Section("上年报告用到的数据", ("指标", "口径", "数值", "来源台账"), list(_figures(gate, area))),
        Section("上年报告的句子和指标", ("句子", "指标", "数值", "在哪里"), list(_bindings(gate, area))),
        Section("本镇的习惯说法", ("说法", "指标", "单位", "在哪里"), list(_wordings(gate, area))),
        Section("账号", ("姓名", "单位和岗位", "状态", "在哪里"), list(_accounts(gate))),
        Section("东西在哪里", ("内容", "说明", "", "在哪里"), list(_places(gate))),
    ]


# Open work ------------------------------------------------------------------------------------------


def _records(leaver, gate):
    """Drafts and returned records of the leaver or the leaver's unit, oldest first."""
    mine = Q(created_by=leaver) | Q(keeper=leaver.area_id)
    found = across(gate, Power.READ, lambda _, records: records.filter(mine, state__in=UNFINISHED), "reason")
    for row in sorted(found or (), key=lambda row: (row["date"], row["found_in"], row["pk"])):
        place = as_place(row, gate)
        reason = f"：{row['reason']}" if row["reason"] else ""
        about = f"{place.register.label}，{place.area}，{place.date:{DAY}}"
        yield Line(place.title, about, f"{place.state_label}{reason}", place.url)


def _tasks(gate, area, today):
    years = years_of(area)
    for year in (years.running_on(today) - 1, years.running_on(today)):
        for task in tasks_of(gate, area=area, year=year, today=today):
            item = task.item
            if item.is_open:
                by = f"{item.deadline:{DAY}}" if item.deadline else "没有时限"
                about = "、".join(filter(None, (str(item.office), str(item.responsible or ""))))
                yield Line(item.title, about, "，".join(filter(None, (by, item.progress))), task.url)


def _deadlines(gate, today):
    """What has a last day around today; what inspections found stands below whatever its day."""
    found = (one for one in pending(gate, today=today) if not one.deadline.shortfall)
    for one in sorted(found, key=lambda one: (one.due, one.place.register.slug, one.place.pk)):
        about = f"{one.place.register.label}：{one.row or one.place.title}（{one.place.area}）"
        yield Line(one.deadline.act, about, f"{one.due:{DAY}}", one.place.url)


def _rectifications(gate):
    for one in shortfalls(gate, Power.READ):
        yield Line(one.row, one.place.title, f"{one.due:{DAY}}" if one.due else "没有期限", one.place.url)


def _items(gate):
    for assessment in assessments_for(gate):
        items = items_for(gate).filter(assessment=assessment, county_points=None)
        for one in proven(items, gate=gate, assessment=assessment):
            if one.standing is Standing.WANTING:
                day = f"{one.item.due_on:{DAY}}" if one.item.due_on else ""
                url = reverse("reports:assessment_item", args=[one.item.pk])
                yield Line(f"{assessment} {one.item}", "".join(one.lacking), day, url)


def _reports(gate):
    """Reports that are not public yet, with the days that the rule sets."""
    published = AnnualReport.State.PUBLISHED
    waiting = {report.pk: number for report, number in open_points(gate)}
    for report in reports_for(gate).exclude(state=published).defer("text", "carried").order_by("-year"):
        about = f"{report.year + 1}年3月1日前报送，4月1日前公开"
        if number := waiting.get(report.pk):
            about += f"；县里的意见还有{number}条没办"
        yield Line(
            report.title, about, report.get_state_display(), reverse("reports:detail", args=[report.pk])
        )


def _missing(gate, area):
    for cell in missing_cells(area=area, period=lately(gate), gate=gate):
        year = years_of(area).running_on(cell.period.start)
        where = f"{reverse('reports:coverage')}?duty={cell.duty.key}&year={year}"
        yield Line(matter(cell.duty), cell.area.name, dated_words(cell.duty, cell.period, None), where)


# Last year's figures --------------------------------------------------------------------------------


def last_report(gate, area):
    """(report, its latest locked revision or None) of the latest report; None without any report."""
    found = reports_for(gate).filter(area__path=area.township_path).order_by("-year")
    locked = found.filter(revisions__isnull=False).first() or found.first()
    return (locked, locked.latest_revision()) if locked else None


def _figures(gate, area):
    """Each figure of the latest locked report as it was locked, with its definition and its records' list."""
    _, revision = last_report(gate, area) or (None, None)
    for row in revision.figures if revision else ():
        value = with_unit(row["value"], row["unit"])
        yield Line(row["label"], row["definition"], value, locked_url(revision, row))


def _bindings(gate, area):
    """Each sentence of that report that quotes an indicator, with the value it had."""
    report, revision = last_report(gate, area) or (None, None)
    text = revision.text if revision else (report.text if report else "")
    values = (
        {row["key"]: with_unit(row["value"], row["unit"]) for row in revision.figures} if revision else {}
    )
    known = indicators.for_area(area)
    for sentence in SENTENCE.finditer(text):
        for token in tokens_of(sentence[0], known):
            if token.indicator:
                one, url = token.indicator, reverse("reports:detail", args=[report.pk])
                yield Line(sentence[0].strip(), one.label, values.get(one.key, ""), url)


def _wordings(gate, area):
    """How the township speaks of indicators, as accepted bindings taught the portal."""
    known = indicators.for_area(area)
    if not gate.can(Power.READ_REPORT):
        return
    for learned in LearnedWording.objects.filter(area__path=area.township_path):
        if indicator := known.get(learned.indicator):
            yield Line(learned.wording, indicator.label, learned.unit, reverse("figures:list"))


# Accounts and places --------------------------------------------------------------------------------


def _accounts(gate):
    accounts = gate.accounts().select_related("area", "office").prefetch_related("grants")
    for account in accounts.order_by("area__path", "pk"):
        seat = "，".join(filter(None, (str(account.area), str(account.office or ""), account.role_names)))
        last = f"最近登录 {account.last_login:{DAY}}" if account.last_login else "还没登录过"
        state = "在用" if account.is_active else "已停用"
        yield Line(
            f"{account}（{account.username}）",
            seat,
            f"{state}，{last}",
            reverse("account", args=[account.pk]),
        )


PLACES = (
    (Power.FIGURES, "指标和口径", "每个指标怎么数、数的是哪些记录", "figures:list"),
    (Power.FIGURES, "覆盖情况", "哪个村、哪个月没有报", "reports:coverage"),
    (Power.READ, "工作日历", "一年里什么时候该办什么", "reports:calendar"),
    (Power.READ_REPORT, "年度报告", "各年的报告、锁定的各稿、登记的审议签发报送公开", "reports:list"),
    (Power.READ_REPORT, "其他材料", "小结、专题总结、述法材料", "reports:papers"),
    (Power.READ_REPORT, "考核佐证", "县考核表、佐证、自评", "reports:assessments"),
    (Power.READ_REPORT, "对数", "县里通报的数和台账的差别", "reports:agreement"),
    (Power.MANAGE_LISTS, "选项和基础数据", "部门、法律法规、节假日、提法", "reference:index"),
    (Power.DEFINE, "自建台账", "本镇自己建的台账", "own_registers:list"),
    (Power.DEFINE, "自定指标", "本镇自己定的指标", "own_indicators:list"),
    (Power.MANAGE_ACCOUNTS, "账号", "谁能进、能办什么", "accounts"),
)


def _places(gate):
    for power, what, about, name in PLACES:
        if gate.can(power):
            yield Line(what, about, "", reverse(name))
