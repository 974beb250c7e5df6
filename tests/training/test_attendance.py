"""Ticking who was there: the count follows, and persons are counted once however often they came."""

import pytest
from django.urls import reverse

from tests.entries import errors_of
from tests.factories import form_data
from township.people.models import Person
from training.models import Attendance, StudySession

NEW = reverse("records:new", args=["study-sessions"])


@pytest.fixture
def people(world):
    return [Person.objects.create(area=world.township, name=f"干部{number}") for number in range(3)]


@pytest.fixture
def coordinator(world, sign_in):
    return sign_in(world.coordinator)


def typed(client, world, **changes):
    values = {"date": "2022-03-05", "area": world.township.pk, "kind": "staff", "title": "学习宪法"}
    return form_data(client.get(NEW), **{**values, **changes})


def test_the_count_is_that_of_the_ticks(world, coordinator, people):
    data = typed(coordinator, world, attendees=[person.pk for person in people], attendance="")
    assert coordinator.post(NEW, data).status_code == 302
    session = StudySession.objects.get()
    assert session.attendance == 3
    assert list(session.attendees.order_by("pk")) == people


def test_more_may_have_come_than_the_roster_knows_but_not_fewer(world, coordinator, people):
    ticked = [person.pk for person in people]
    errors = errors_of(coordinator.post(NEW, typed(coordinator, world, attendees=ticked, attendance=2)))
    assert errors == {"attendance": ["参会人员勾选了 3 人，实到人数不能少于 3；不填就按勾选数。"]}
    data = typed(coordinator, world, attendees=ticked, attendance=20)
    assert coordinator.post(NEW, data).status_code == 302
    assert StudySession.objects.get().attendance == 20


def test_without_ticks_the_count_is_asked_for(world, coordinator):
    errors = errors_of(coordinator.post(NEW, typed(coordinator, world, attendance="")))
    assert errors == {"attendance": ["请填写实到人数。"]}


def test_unticking_takes_a_person_off(world, coordinator, people):
    coordinator.post(
        NEW, typed(coordinator, world, attendees=[person.pk for person in people], attendance="")
    )
    session = StudySession.objects.get()
    url = reverse("records:edit", args=["study-sessions", session.pk])
    page = coordinator.get(url)
    assert page.content.decode().count("checked") >= 3
    coordinator.post(url, form_data(page, attendees=[people[0].pk], attendance=1))
    assert list(session.attendees.all()) == [people[0]]
    assert Attendance.objects.count() == 1


def test_the_roster_is_shown_unit_by_unit(world, coordinator, people):
    Person.objects.create(area=world.a, name="村支书", position="党组织书记")
    page = coordinator.get(NEW).content.decode()
    assert page.index("毛俊镇（镇本级）<span") < page.index("干部0") < page.index("甲村<span")
    assert "村支书（党组织书记）" in page


def test_people_of_another_township_are_strangers(world, coordinator):
    foreign = Person.objects.create(area=world.other_township, name="邻镇人")
    assert "邻镇人" not in coordinator.get(NEW).content.decode()
    response = coordinator.post(NEW, typed(coordinator, world, attendees=[foreign.pk], attendance=1))
    assert "attendees" in errors_of(response)


def test_persons_are_counted_once(world, session, people, figure):
    first, second = session("staff"), session("branch", area=world.a)
    first.attendees.set(people)
    second.attendees.set(people[:2])
    draft = session("staff", state="draft")
    draft.attendees.add(world.person)
    assert figure("参加学法人数") == 3
    assert figure("参加学法人数", area=world.a) == 2
    assert figure("参加学法人数", year=2021) is None
    assert figure("学法参与人次") == 20


def test_the_detail_names_them_and_history_tells_of_changes(world, coordinator, people):
    coordinator.post(NEW, typed(coordinator, world, attendees=[people[0].pk], attendance=""))
    session = StudySession.objects.get()
    page = coordinator.get(reverse("records:detail", args=["study-sessions", session.pk])).content.decode()
    assert "参会人员" in page
    assert "干部0" in page
