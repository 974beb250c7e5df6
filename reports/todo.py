"""我的待办: what waits for the user, each kind in one query over all registers."""

import datetime
from collections import Counter
from dataclasses import dataclass

from django.db.models import Q
from django.shortcuts import render
from django.utils import timezone

from township.figures.choosing import years_with_records
from township.figures.period import Period
from township.figures.plans import tasks_waiting_for
from township.people.models import Feedback
from township.people.roles import Power
from township.records.across import Place, across, as_place
from township.records.anomalies import ANOMALIES, sentences, with_anomalies
from township.records.models import State
from township.records.register import registry

from .assessment.standing import waiting_for
from .calendar import may_keep
from .due import as_lines, own_cells, reminders
from .following import open_points
from .life import steps_for
from .models import AnnualReport
from .overview import unconfirmed_reports
from .upcoming import is_near, upcoming
from .views.reach import reports_for


@dataclass(frozen=True)
class Waiting:
    """One record that waits, and why."""

    place: Place
    why: tuple = ()


def todo(request):
    """Returned records and drafts to finish, records to review (odd ones first), tasks, duties, reports."""
    gate = request.gate
    gate.require(Power.READ)
    today = timezone.localdate()
    tasks, terms, missing = tasks_waiting_for(gate), terms_ending(gate), due(gate)
    context = {
        "upcoming": upcoming(gate, tasks=tasks, terms=terms, today=today),
        "returned": returned(gate),
        "drafts": drafts(gate),
        "odd": odd(gate),
        "submitted": submitted(gate),
        "due": missing,
        "tasks": [task for task in tasks if not is_near(task, today)],
        "unconfirmed": unconfirmed_reports(gate),
        "reports": open_reports(gate),
        "assessed": waiting_for(gate),
        "points": open_points(gate),
        "feedback": gate.feedback_to_answer().filter(answer="").count(),
        "answers": Feedback.objects.filter(sender=gate.user, answer_seen=False).exclude(answer="").count(),
    }
    context["nothing"] = not any(context.values())
    context |= reminding(gate, missing)
    return render(request, "reports/todo.html", context)


def reminding(gate, missing):
    """The texts that whoever follows up sends: one for everybody, one for each unit."""
    if not (gate.can(Power.REVIEW) or may_keep(gate)):
        return {"reminder": "", "reminders": []}
    year = lately(gate).end.year
    texts = reminders(missing, year=year)
    return {"reminder": "\n".join(text for _, text in texts), "reminders": texts}


def lately(gate):
    """The twelve months that duties are looked for in, up to today or to the last year with records."""
    today = timezone.localdate()
    years = years_with_records(gate)
    last = today if today.year in years or not years else Period.year(years[0]).end
    months_before = last.year * 12 + last.month - 12
    return Period(datetime.date(months_before // 12, months_before % 12 + 1, 1), last)


def due(gate):
    """What has not been reported lately and is the user's to report or to follow up."""
    area, period = gate.user.area, lately(gate)
    found = own_cells(area=area, period=period, gate=gate)
    return as_lines(found, area=area, year=period.end.year, gate=gate)


def returned(gate):
    """What was sent back to the user or the user's own unit, the longest waiting first."""
    mine = Q(created_by=gate.user) | Q(keeper=gate.user.area_id)
    return _waiting(gate, Power.ENTER, Q(state=State.RETURNED) & mine, why=lambda row: (row["reason"],))


def drafts(gate):
    """What the user began and did not submit."""
    return _waiting(gate, Power.ENTER, Q(state=State.DRAFT, created_by=gate.user))


def odd(gate):
    """Submitted records that deserve a look of their own before the rest is reviewed in bulk."""
    flags = [f"odd_{anomaly.key}" for anomaly in ANOMALIES]
    return _waiting(
        gate, Power.REVIEW, Q(state=State.SUBMITTED), *flags, narrow=with_anomalies, why=sentences
    )


def submitted(gate):
    """[(register, number)] of what awaits review, in the order of the menu."""
    found = across(gate, Power.REVIEW, lambda register, records: records.filter(state=State.SUBMITTED))
    counts = Counter(row["found_in"] for row in found or ())
    return [
        (register, counts[register.slug])
        for register in registry.for_area(gate.user.area).all()
        if counts[register.slug]
    ]


def open_reports(gate):
    """[(report, steps)] of reports on which the next step is the user's."""
    found = reports_for(gate).exclude(state=AnnualReport.State.PUBLISHED).defer("text")
    return [(report, steps) for report in found if (steps := steps_for(report, gate))]


def terms_ending(gate):
    """People of the roster whose term ends soon, for whoever keeps the roster."""
    if not gate.can(Power.MANAGE_LISTS):
        return []
    return list(gate.people().terms_ending().select_related("area").order_by("term_ends_on", "pk"))


def _waiting(gate, power, condition, *flags, narrow=lambda records: records, why=lambda row: ()):
    """[Waiting] of all registers in one query, the longest waiting first."""
    found = across(gate, power, lambda register, records: narrow(records.filter(condition)), "reason", *flags)
    rows = sorted(found or (), key=lambda row: (row["date"], row["found_in"], row["pk"]))
    return [Waiting(as_place(row, gate), tuple(why(row))) for row in rows]
