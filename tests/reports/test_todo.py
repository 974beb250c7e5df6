"""我的待办: what waits for whom."""

import datetime
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from governance.models import LegalReview
from outreach.models import OutreachEvent, Team
from reports.models import AnnualReport
from tests.factories import make_record
from township.figures.models import CalendarItem
from township.figures.period import Period
from township.people.models import Person
from township.records.models import State
from township.records.register import registry


def todo(client):
    response = client.get(reverse("reports:todo"))
    assert response.status_code == 200
    return response.context


def titles(waiting):
    return [row.place.title for row in waiting]


@pytest.fixture
def today():
    return timezone.localdate()


def test_a_clerk_mends_what_was_returned_with_its_reason(world, make, sign_in):
    make(OutreachEvent, title="甲的", state=State.RETURNED, reason="人次写错了")
    make(OutreachEvent, title="乙的", area=world.b, created_by=world.clerk_b, state=State.RETURNED)
    make(OutreachEvent, title="代录的", area=world.b, created_by=world.coordinator, state=State.RETURNED)
    make(Team, title="甲的队", state=State.RETURNED, date=datetime.date(2021, 1, 1))
    context = todo(sign_in(world.clerk_a))
    assert titles(context["returned"]) == ["甲的队", "甲的"]
    assert context["returned"][1].why == ("人次写错了",)
    assert titles(todo(sign_in(world.coordinator))["returned"]) == ["代录的"]
    assert titles(todo(sign_in(world.reviewer))["returned"]) == []


def test_each_row_opens_its_record(world, make, sign_in):
    event = make(OutreachEvent, state=State.RETURNED)
    client = sign_in(world.clerk_a)
    [row] = todo(client)["returned"]
    assert client.get(row.place.url).context["record"] == event


def test_drafts_are_their_writers_own(world, make, sign_in):
    make(OutreachEvent, title="我的", state=State.DRAFT)
    make(OutreachEvent, title="同事的", state=State.DRAFT, created_by=world.coordinator)
    assert titles(todo(sign_in(world.clerk_a))["drafts"]) == ["我的"]
    assert titles(todo(sign_in(world.coordinator))["drafts"]) == ["同事的"]


def test_a_reviewer_sees_numbers_by_register_and_odd_ones_first(world, make, sign_in):
    world.a.population = 100
    world.a.save()
    soon = timezone.make_aware(datetime.datetime(2022, 3, 6, 9))
    make(OutreachEvent, created_at=soon)
    make(OutreachEvent, title="人太多", attendance=101, created_at=soon, date=datetime.date(2022, 3, 4))
    make(OutreachEvent, title="已审核", attendance=102, state=State.APPROVED, date=datetime.date(2022, 3, 3))
    make(OutreachEvent, title="邻镇的", area=world.foreign_village, attendance=103)
    make_record(registry.of(LegalReview), world, area=world.township, created_at=soon)
    context = todo(sign_in(world.reviewer))
    assert [(register.slug, number) for register, number in context["submitted"]] == [
        ("outreach-events", 2),
        ("legal-reviews", 1),
    ]
    assert titles(context["odd"]) == ["人太多"]
    assert context["odd"][0].why == ("人数超过当地常住人口，请核对",)
    clerk = todo(sign_in(world.clerk_a))
    assert (clerk["submitted"], clerk["odd"]) == ([], [])


def upcoming(client):
    """[(group, [(what, about, days left)])] of what has a last day."""
    return [
        (group, [(one.act, one.about, one.days_left) for one in found])
        for group, found in todo(client)["upcoming"]
    ]


def test_what_has_a_last_day_stands_by_the_days_left_with_its_law(world, sign_in, today):
    CalendarItem.objects.all().delete()
    for days in (40, -3, 5):
        make_record(
            registry.get("officer-certificates"),
            world,
            area=world.township,
            stage="certified",
            issued_on=datetime.date(2022, 1, 1),
            expires_on=today + datetime.timedelta(days=days),
        )
    make_record(
        registry.get("petitions"),
        world,
        area=world.township,
        date=today,
        channel="letter",
        demand="grievance",
        accepted_on=None,
        closed_on=None,
        result="ongoing",
    )
    Person.objects.create(area=world.a, name="周安", term_ends_on=today)
    client = sign_in(world.coordinator)
    found = upcoming(client)
    assert [(group, [(act, left) for act, _, left in rows]) for group, rows in found] == [
        ("已过期限", [("办理执法证审验、换证", -3)]),
        ("7天以内", [("任期届满，换届或更新名册", 0), ("办理执法证审验、换证", 5)]),
        ("一个月以内", [("决定是否受理并书面告知", 15)]),
        ("再往后", [("办理执法证审验、换证", 40)]),
    ]
    page = client.get(reverse("reports:todo")).content.decode()
    assert "（《信访工作条例》第二十三条）" in page
    for _, rows in todo(client)["upcoming"]:
        assert {client.get(one.url).status_code for one in rows} == {200}
    assert upcoming(sign_in(world.clerk_a)) == upcoming(sign_in(world.stranger)) == []


def test_the_calendar_feeds_what_is_near_until_it_is_done(world, sign_in, today):
    CalendarItem.objects.all().delete()
    near = today + datetime.timedelta(days=3)
    for title, day in (("三天后的", near), ("很远的", today + datetime.timedelta(days=60))):
        CalendarItem.objects.create(
            area=world.township, title=title, month=day.month, day=day.day, page="meetings"
        )
    client = sign_in(world.coordinator)
    assert upcoming(client) == [("7天以内", [("三天后的", "", 3)])]
    assert upcoming(sign_in(world.reviewer)) == upcoming(sign_in(world.clerk_a)) == []
    item = CalendarItem.objects.get(title="三天后的")
    client.post(reverse("reports:keep_day", args=[item.pk, near.year, near.month]), {"act": "done"})
    assert upcoming(client) == []


def test_what_the_ledgers_answer_feeds_the_villages_too(world, sign_in, today):
    """A span that is over stands under 应报未报 instead."""
    CalendarItem.objects.exclude(key="checks").delete()
    end = Period.containing(today, "month").end
    expected = [("矛盾纠纷排查、月报", (end - today).days)]
    for user in (world.clerk_a, world.coordinator):
        found = [row for _, rows in upcoming(sign_in(user)) for row in rows]
        assert [(act, left) for act, _, left in found if left <= 30][:1] == expected


def test_reminders_name_what_each_unit_owes_and_for_when(world, make, sign_in, today):
    make(OutreachEvent, date=today)
    client = sign_in(world.coordinator)
    context = todo(client)
    texts = dict(context["reminders"])
    assert list(texts) == [world.township, world.a, world.b]
    owed = {}
    for one in context["due"]:
        for cell in one.owed:
            owed.setdefault(cell.cell.area, []).append(one)
    for area, text in texts.items():
        assert text.startswith(f"{area.name}：请补报")
        assert sum(len(part.split("、")) for part in re.findall("（([^居]*?)）", text)) == len(owed[area])
        assert all(one.span in text and one.matter in text for one in owed[area])
    assert context["reminder"] == "\n".join(texts.values())
    assert todo(sign_in(world.clerk_a))["reminders"] == []


def test_duties_of_the_last_twelve_months(world, make, sign_in, today):
    make(OutreachEvent, date=today)
    context = todo(sign_in(world.clerk_a))
    months = [one.period.start for one in context["due"] if one.duty.every == "month"]
    first = datetime.date(today.year - (today.month < 12), today.month % 12 + 1, 1)
    assert (min(months), len(set(months))) == (first, 11)
    assert {owed.cell.area for one in context["due"] for owed in one.owed} == {world.a}


def test_offices_are_not_told_what_they_cannot_see(world, make, sign_in, today):
    """An office sees its own records only: a village that has reported would look as if it had not."""
    make(OutreachEvent, date=today)
    assert todo(sign_in(world.office_clerk))["due"] == []


def test_leaders_answer_no_duties_here(world, make, sign_in, today):
    make(OutreachEvent, date=today)
    context = todo(sign_in(world.principal))
    assert (context["due"], context["nothing"]) == ([], True)


def test_reports_wait_for_whoever_takes_the_next_step(world, report, sign_in):
    def waiting(user):
        return [(found, [step.key for step in steps]) for found, steps in todo(sign_in(user))["reports"]]

    assert waiting(world.coordinator) == [(report, ["confirm"])]
    assert waiting(world.deputy) == []
    AnnualReport.objects.update(state=AnnualReport.State.REVIEWING)
    assert waiting(world.deputy) == [(report, ["approve", "return"])]
    assert waiting(world.stranger) == []


def test_an_office_confirms_its_figures_until_they_change(world, make, report, sign_in):
    AnnualReport.objects.update(state=AnnualReport.State.CONFIRMING)
    client, url = sign_in(world.office_clerk), reverse("reports:confirm", args=[report.pk])
    assert todo(client)["unconfirmed"] == [report]
    client.post(url, {"seen": client.get(url).context["seen"]})
    assert todo(client)["unconfirmed"] == []
    assert todo(sign_in(world.stranger))["unconfirmed"] == []
    make(OutreachEvent)
    assert todo(client)["unconfirmed"] == [report]


def test_those_without_records_have_no_such_page(world, sign_in):
    reached = {
        name
        for name, user in world.users.items()
        if sign_in(user).get(reverse("reports:todo")).status_code == 200
    }
    assert reached == set(world.users) - {"administrator", "auditor", "county"}


def test_the_number_of_queries_does_not_grow(world, make, sign_in):
    counts = set()
    for _ in range(2):
        for state in (State.RETURNED, State.DRAFT, State.SUBMITTED):
            make(OutreachEvent, state=state, note="13800001234")
            make(OutreachEvent, area=world.b, state=state, note="13800001234")
        counts.add(
            tuple(queries_of(sign_in(user)) for user in (world.clerk_a, world.reviewer, world.coordinator))
        )
    [(clerk, reviewer, coordinator)] = counts
    # Around New Year the calendar speaks of two years, and asks each duty twice.
    assert clerk < 70
    assert reviewer < 70
    assert coordinator < 160


def queries_of(client):
    with CaptureQueriesContext(connection) as queries:
        todo(client)
    return len(queries)
