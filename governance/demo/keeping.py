"""Writing the other ledgers of law-based administration into the demonstration."""

import datetime
import random

from django.utils import timezone

from township.people.models import Person
from township.records.models import State

from ..models import (
    CongressSuggestion,
    Domain,
    EnforcementCase,
    EnforcementMonth,
    Inspection,
    LegalBudget,
    LegalProceeding,
    LegalReview,
    MatterList,
    Meeting,
    NormativeDocument,
    OfficerCertificate,
    ResponsibilityLetter,
    SatisfactionSurvey,
    ServiceMonth,
    VillageRules,
)
from .ledgers import (
    AMENDED_RULES,
    BUDGET,
    CASES,
    DOCUMENTS,
    EXPIRES,
    INSPECTIONS,
    LISTS,
    MONTHS,
    OFFICERS,
    SUGGESTIONS,
    SUITS,
    SURVEYS,
    day,
    state_of,
)

TEAM = "综合行政执法队"
PARTNERS = (("village", "各村（社区）", 14), ("office", "各部门", 6), ("school", "中心学校", 1))


def seed_ledgers(world):
    """Everything beside meetings, leading groups and reviews, which these records cite."""
    certificates = seed_certificates(world)
    for number, case in enumerate(CASES, start=1):
        add_case(world, number, case, certificates)
    for year, months in MONTHS.items():
        for month in range(1, months + 1):
            add_month(world, random.Random(f"enforcement {year} {month}"), datetime.date(year, month, 1))
        add_yearly(world, year)
    seed_documents(world)
    seed_village_rules(world)
    seed_answers(world)
    for kind, title, published, matters, replaced in LISTS:
        date = datetime.date(*published)
        values = {"kind": kind, "matters": matters, "year": date.year, "valid_to": on(replaced)}
        add(world, MatterList, title, date, title=title, office="党政办", **values)


def add(world, model, key, date, *, office="政法办", **values):
    """One record, unless its day is still to come."""
    if date > timezone.localdate():
        return None
    values.setdefault("state", state_of(date))
    return world.add(model, key, date=date, office=world.offices[office], **values)


def on(parts):
    return datetime.date(*parts) if parts else None


# Enforcement ----------------------------------------------------------------------------------------


def seed_certificates(world):
    """The officers on the roster and their certificates, in the order of the plan."""
    Stage = OfficerCertificate.Stage
    found = []
    for number, (name, began, issued, left) in enumerate(OFFICERS, start=1):
        person = world.people.get(name)
        if person is None:
            person, _ = Person.objects.get_or_create(area=world.township, name=name, position="执法队队员")
        certified = {"issued_on": on(issued), "expires_on": EXPIRES, "number": f"18M{number:03d}"}
        record = add(
            world,
            OfficerCertificate,
            name,
            on(began),
            office=TEAM,
            person=person,
            unit=world.offices[TEAM],
            stage=Stage.LEFT if left else Stage.CERTIFIED if issued else Stage.EXAM,
            valid_to=on(left),
            legal_reviewer=number == 4,
            employment="public",
            **(certified if issued else {}),
        )
        found.append(record)
    return found


def add_case(world, number, case, certificates):
    date = datetime.date(*case.filed)
    decided = None if case.days is None else date + datetime.timedelta(days=case.days)
    if (decided or date) > timezone.localdate():
        return
    values = {
        "kind": case.kind,
        "domain": case.domain,
        "title": case.title,
        "subject": case.subject,
        "subject_name": f"某{number}号当事人",
        "procedure": case.procedure,
        "penalties": case.penalties,
        "fine": case.fine,
        "confiscated": case.confiscated,
        "first_offence": case.first_offence,
        "legal_review": LegalReview.objects.filter(title=case.review).first() if case.review else None,
        "area": world.villages[number % len(world.villages)],
        "keeper": world.township,
    }
    if decided:
        values |= {
            "decided_on": decided,
            "decision_number": f"毛执决字〔{decided.year}〕{number}号",
            "execution": "done",
            "published_on": decided + datetime.timedelta(days=5),
        }
    else:
        values["state"] = State.SUBMITTED
    add(
        world,
        EnforcementCase,
        f"case-{number}",
        date,
        office=TEAM,
        many={"officers": certificates[:2]} if decided else None,
        **values,
    )


def add_month(world, dice, month):
    """What the enforcement team and the service hall sum up at the end of a month."""
    domain = list(Domain)[month.month % len(Domain)]
    times = dice.randint(16, 28)
    enterprises = times // 3
    problems = dice.randint(2, 6)
    totals = [
        (
            "inspection",
            domain,
            {
                "times": times,
                "inspected": times + dice.randint(0, 9),
                "enterprise_times": enterprises,
                "scanned_times": enterprises if month.year > 2022 else None,
                "problems": problems,
                "corrections": problems - 1,
                "corrected": problems - dice.randint(0, 1),
                "attendances": times * 3,
            },
        ),
        ("reminder", Domain.OTHER, {"times": dice.randint(140, 260), "attendances": dice.randint(40, 60)}),
    ]
    if month.month % 2 == 0:
        totals.append(("joint", Domain.EMERGENCY, {"times": 2, "inspected": 11, "attendances": 18}))
    if month.month in (1, 6, 9):
        totals.append(("special", domain, {"times": 1, "inspected": 14, "problems": 3, "corrected": 3}))
    for kind, where, values in totals:
        key = f"{month:%Y-%m} {kind}"
        add(world, EnforcementMonth, key, month, office=TEAM, kind=kind, domain=where, **values)
    for kind, least in (("service", 110), ("licence", 6)):
        received = dice.randint(least, least + least // 2)
        values = {"kind": kind, "received": received, "finished": received - dice.randint(0, 3)}
        values |= {"online": received // 4, "self_service": 35 if kind == "service" else None}
        add(world, ServiceMonth, f"{month:%Y-%m} {kind}", month, office="党政办", **values)


# The year's round -----------------------------------------------------------------------------------


def add_yearly(world, year):
    """Letters of responsibility in January, money over the year, a survey in November."""
    signed = day(year, 1, 26)
    for partner, name, copies in PARTNERS:
        kind = "outreach" if partner == "school" else "law"
        values = {"kind": kind, "partner": partner, "partner_name": name, "copies": copies, "year": year}
        title = f"{year}年度{'普法' if kind == 'outreach' else '法治建设'}目标管理责任书"
        add(world, ResponsibilityLetter, f"{year} {partner}", signed, title=title, **values)
    for purpose, title, amount, fund, month in BUDGET:
        if month <= MONTHS[year]:
            values = {"purpose": purpose, "amount": amount + 500 * (year - 2021), "origin": fund}
            add(
                world,
                LegalBudget,
                f"{year} {purpose}",
                day(year, month, 20),
                title=title,
                year=year,
                **values,
            )
    if year in SURVEYS:
        sample, satisfied = SURVEYS[year]
        values = {"sample": sample, "satisfied": satisfied, "organiser": "县委依法治县办"}
        title = f"{year}年法治满意度测评"
        add(world, SatisfactionSurvey, f"{year}", day(year, 11, 18), title=title, **values)


def seed_documents(world):
    for title, action, began, issued, last, review, met in DOCUMENTS:
        date, issued_on = on(began), on(issued)
        meeting = Meeting.objects.filter(date=on(met), kind=Meeting.Kind.PARTY_COMMITTEE).first()
        values = {
            "title": title,
            "action": action,
            "drafter": world.offices["党政办"],
            "document_number": f"毛政发〔{issued_on.year}〕{issued_on.month}号",
            "legal_review": LegalReview.objects.filter(title=review).first() if review else None,
            "meeting": meeting,
            "issued_on": issued_on,
            "valid_to": on(last),
            "filed_on": issued_on + datetime.timedelta(days=10),
            "published_on": issued_on + datetime.timedelta(days=3),
        }
        if action == "enact" and meeting is None:
            # Its review and discussion lie before the years of the demonstration.
            values["state"] = State.SUBMITTED
        add(world, NormativeDocument, f"{action} {title}", date, office="党政办", **values)


def seed_village_rules(world):
    amended = {name: on(adopted) for name, adopted in AMENDED_RULES}
    for village in world.villages:
        date = datetime.date(2019, 12, 20)
        newer = amended.get(village.name)
        values = {"area": village, "filed_on": date + datetime.timedelta(days=7)}
        add(world, VillageRules, village.name, date, action="enact", valid_to=newer, **values)
        if newer:
            values["filed_on"] = newer + datetime.timedelta(days=7)
            review = LegalReview.objects.filter(title=f"{village.name}村规民约修订稿").first()
            values |= {"legal_review": review, "problems": review.opinions}
            add(world, VillageRules, f"{village.name} {newer}", newer, action="amend", **values)


# Answers --------------------------------------------------------------------------------------------


def seed_answers(world):
    """Proceedings, suggestions and inspections."""
    for suit in SUITS:
        add_suit(world, suit)
    for row in SUGGESTIONS:
        add_suggestion(world, *row)
    for date, origin, problems in INSPECTIONS:
        date = on(date)
        lines = [finding(world, date, problem) for problem in problems]
        add(world, Inspection, f"{date} {origin}", date, origin=origin, lines={"findings": lines})


def add_suit(world, suit):
    closed, heard = on(suit.closed), on(suit.heard)
    values = {"kind": suit.kind, "case_number": suit.number, "act": suit.act, "standing": "respondent"}
    if closed:
        values |= {
            "hearing_on": heard,
            "attendance": "attended" if heard else "no_hearing",
            "attended_by": world.person("周敏") if heard else None,
            "result": suit.result,
            "closed_on": closed,
            "lost": False,
            "state": State.APPROVED,
        }
    add(world, LegalProceeding, suit.number, on(suit.received), opponent="某申请人", **values)


def add_suggestion(world, date, kind, number, title, mode, office, days, outcome, satisfaction):
    date = on(date)
    values = {"kind": kind, "number": number, "title": title, "mode": mode}
    if days:
        answered = date + datetime.timedelta(days=days)
        values |= {"answered_on": answered, "outcome": outcome, "satisfaction": satisfaction}
    elif mode != CongressSuggestion.Mode.ASSIST:
        values["state"] = State.SUBMITTED
    values["session"] = f"{date.year}年会议"
    add(world, CongressSuggestion, f"{date.year} {number}", date, office=office, **values)


def finding(world, date, problem):
    """One line of an inspection."""
    return {
        "content": problem.content,
        "responsible_office": world.offices[problem.office],
        "measures": "列入整改台账，明确专人，逐项销号。",
        "due_on": date + datetime.timedelta(days=60),
        "done_on": date + datetime.timedelta(days=problem.days) if problem.days else None,
        "stage": problem.stage,
        "recurrent": problem.recurrent,
    }
