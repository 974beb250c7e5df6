"""年度工作日历: days, working days, what is done, moving and ticking off, and who keeps it."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from disputes.models import RiskCheck
from governance.models import Meeting
from reports.calendar import calendar_of, left, page_of
from reports.models import AnnualReport, Registration
from township.figures.calendar import Standing
from township.figures.models import CalendarEntry, CalendarItem, NilReturn
from township.people.gate import Gate
from township.records.models import Holiday, SwitchedOff

TODAY = datetime.date(2026, 2, 10)


def times(user, key, year=2026, today=TODAY):
    found = calendar_of(user.area, year, gate=Gate(user), today=today)
    return [one for one in found if one.item.key == key]


@pytest.fixture
def item():
    return lambda key: CalendarItem.objects.get(key=key)


def keep(client, item, month, year=2026, **data):
    return client.post(reverse("reports:keep_day", args=[item.pk, year, month]), data)


def test_the_days_of_the_report_are_the_last_safe_working_days(world):
    """Before 1 March and before 1 April; 28 February 2026 is a worked Saturday, 2027-02-28 a Sunday."""
    [submission] = times(world.coordinator, "report-submission")
    [publication] = times(world.coordinator, "report-publication")
    assert (submission.due, publication.due) == (datetime.date(2026, 2, 28), datetime.date(2026, 3, 31))
    [later] = times(world.coordinator, "report-submission", year=2027)
    assert later.due == datetime.date(2027, 2, 26)
    [leap] = times(world.coordinator, "report-submission", year=2028)
    assert leap.due == datetime.date(2028, 2, 29)


@pytest.mark.parametrize(
    ("shift", "due"), [("", "2040-03-03"), ("before", "2040-03-02"), ("after", "2040-03-06")]
)
def test_free_days_move_a_day_as_the_item_says(world, shift, due):
    Holiday.objects.create(date=datetime.date(2040, 3, 5), name="放假", year=2040)
    item = CalendarItem.objects.create(
        area=world.township, key="own", title="报表", month=3, day=3, shift=shift
    )
    [one] = times(world.coordinator, "own", year=2040)
    assert (str(one.due), one.item) == (due, item)


def test_a_month_without_that_day_ends_earlier(world):
    CalendarItem.objects.create(area=world.township, key="own", title="月报", rhythm="month", day=31)
    days = [one.due.day for one in times(world.coordinator, "own")]
    assert days == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def test_quarters_fall_into_their_last_months(world):
    assert [one.due.month for one in times(world.coordinator, "study")] == [3, 6, 9, 12]


def test_what_the_ledgers_answer_is_done(world, make):
    make(Meeting, area=world.township, kind="liaison", chair=world.person, date=datetime.date(2026, 1, 20))
    assert [one.standing for one in times(world.coordinator, "liaison")][:3] == [
        Standing.DONE,
        Standing.AHEAD,
        Standing.AHEAD,
    ]


def test_villages_see_their_own_and_the_township_needs_all_of_them(world, make):
    january = {"start": datetime.date(2026, 1, 1), "end": datetime.date(2026, 1, 31)}
    make(RiskCheck, found=0, date=datetime.date(2026, 1, 30))
    assert times(world.clerk_a, "checks")[0].done
    assert not times(world.clerk_b, "checks")[0].done
    assert not times(world.coordinator, "checks")[0].done
    NilReturn.objects.create(area=world.b, register="risk-checks", **january)
    assert times(world.coordinator, "checks")[0].done
    keys = {one.item.key for one in calendar_of(world.a, 2026, gate=Gate(world.clerk_a), today=TODAY)}
    assert keys == {"notices", "checks", "counsel", "outreach"}


@pytest.mark.parametrize(
    ("steps", "done"),
    [(["deliberate"], False), (["deliberate", "sign"], False), (["deliberate", "sign", "submit"], True)],
)
@pytest.mark.parametrize("state", ["submitted", "correcting"])
def test_the_report_answers_by_what_was_registered(world, report, steps, done, state):
    """A report under correction has come as far as it had; its state says nothing of that."""
    AnnualReport.objects.update(state=state)
    for kind in steps:
        Registration.objects.create(report=report, kind=kind, by=world.coordinator)
    [one] = times(world.coordinator, "report-submission", year=2023)
    assert one.done is done


def test_the_leader_who_reviews_reports_is_led_to_the_questions(world):
    reached = {
        name
        for name in ("coordinator", "reviewer", "deputy", "clerk_a")
        if page_of(CalendarItem(page="reports:quality"), Gate(world.users[name]))[1]
    }
    assert reached == {"coordinator", "reviewer", "deputy"}


class TestKeeping:
    def test_a_day_is_moved_for_one_year_and_put_back(self, world, sign_in, item):
        client, letters = sign_in(world.coordinator), item("letters")
        assert keep(client, letters, 1, act="move", due_on="2026-01-15").status_code == 302
        [one] = times(world.coordinator, "letters")
        assert (one.due, one.moved) == (datetime.date(2026, 1, 15), True)
        assert times(world.coordinator, "letters", year=2027)[0].due.day == 31
        assert times(world.stranger, "letters")[0].moved is False
        keep(client, letters, 1, act="move", due_on="")
        assert times(world.coordinator, "letters")[0].due == datetime.date(2026, 1, 31)

    @pytest.mark.parametrize("typed", ["2026-13-01", "2025-12-31", "2027-02-01", "后天"])
    def test_a_wrong_day_is_refused_in_a_sentence(self, world, sign_in, item, typed):
        client = sign_in(world.coordinator)
        response = client.post(
            reverse("reports:keep_day", args=[item("letters").pk, 2026, 1]),
            {"act": "move", "due_on": typed},
            follow=True,
        )
        assert "“签订责任书”没有改：请填" in response.content.decode()
        assert not CalendarEntry.objects.exists()

    def test_what_no_ledger_shows_is_ticked_off_and_taken_back(self, world, sign_in, item):
        client, breakdown = sign_in(world.coordinator), item("breakdown")
        keep(client, breakdown, 1, act="done")
        assert times(world.coordinator, "breakdown")[0].done
        assert not times(world.coordinator, "breakdown", year=2027)[0].done
        keep(client, breakdown, 1, act="open")
        assert not times(world.coordinator, "breakdown")[0].done

    def test_what_the_ledgers_show_is_not_ticked_off(self, world, sign_in, item):
        client = sign_in(world.coordinator)
        assert keep(client, item("liaison"), 1, act="done").status_code == 404
        assert keep(client, item("letters"), 2, act="move").status_code == 404

    def test_only_whoever_keeps_the_lists_of_the_township(self, world, sign_in, item):
        kept = {
            name
            for name, user in world.users.items()
            if keep(sign_in(user), item("breakdown"), 1, act="done").status_code == 302
        }
        assert kept == {"coordinator", "stranger"}
        assert {entry.area for entry in CalendarEntry.objects.all()} == {world.township, world.other_township}

    def test_items_are_switched_off_added_and_foreign_ones_stay_out(self, world, sign_in, item):
        client = sign_in(world.coordinator)
        SwitchedOff.objects.create(area=world.township, list="calendaritem", entry_id=item("letters").pk)
        data = {"title": "自己的事", "rhythm": "year", "month": 6, "day": 3, "page": "meetings"}
        assert client.post(reverse("reference:new", args=["calendar"]), data).status_code == 302
        titles = {
            one.item.title
            for one in calendar_of(world.township, 2026, gate=Gate(world.coordinator), today=TODAY)
        }
        assert "自己的事" in titles
        assert "签订责任书" not in titles
        own = CalendarItem.objects.get(title="自己的事")
        assert times(world.stranger, own.key) == []
        assert keep(sign_in(world.stranger), own, 6, act="done").status_code == 404

    @pytest.mark.parametrize(
        ("values", "sentence"),
        [
            ({"rhythm": "year", "month": ""}, "每年一次的，请选在几月办。"),
            ({"rhythm": "month", "month": 3}, "每月、每季度办的，不用选月。"),
        ],
    )
    def test_bad_items_get_their_sentence(self, world, sign_in, values, sentence):
        response = sign_in(world.coordinator).post(
            reverse("reference:new", args=["calendar"]), {"title": "某事", **values}
        )
        assert response.status_code == 422
        assert sentence in response.content.decode()


class TestPage:
    def test_every_item_leads_to_the_page_that_does_it(self, world, sign_in):
        client = sign_in(world.coordinator)
        months = client.get(reverse("reports:calendar"), {"year": 2026}).context["months"]
        lines = [line for month in months for line in month.lines]
        assert [month.number for month in months] == list(range(1, 13))
        assert [line.one.item.title for line in lines if not line.url] == []
        assert {client.get(url).status_code for url in {line.url for line in lines}} == {200}

    def test_who_has_it(self, world, sign_in):
        url = reverse("reports:calendar")
        reached = {name for name, user in world.users.items() if sign_in(user).get(url).status_code == 200}
        assert reached == set(world.users) - {"administrator", "auditor", "county"}

    def test_queries_do_not_grow_with_items(self, world, sign_in):
        client, counts = sign_in(world.coordinator), []
        for number in range(2):
            with CaptureQueriesContext(connection) as queries:
                client.get(reverse("reports:calendar"), {"year": 2026})
            counts.append(len(queries))
            for month in range(1, 6):
                CalendarItem.objects.create(area=world.township, title=f"{number}{month}", month=month)
        assert counts[0] == counts[1] < 80


@pytest.mark.parametrize(("days", "words"), [(3, "还剩3天"), (0, "今天到期"), (-2, "已过2天")])
def test_days_left_in_words(days, words):
    assert left(days) == words
