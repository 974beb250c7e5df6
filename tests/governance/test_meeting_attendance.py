"""Who was at a meeting is ticked on the roster, and makes the number of those present."""

from django.urls import reverse

from governance.models import Meeting
from tests.entries import errors_of
from tests.factories import form_data
from township.people.models import Person

NEW = reverse("records:new", args=["meetings"])


def typed(client, world, people, present):
    values = {"date": "2022-03-05", "kind": "party_committee", "title": "第3次党委会", "chair": "张三"}
    agenda = {"agenda-0-subject": "研究法治建设", "agenda-0-kind": "deployment"}
    ticks = {"attendees": [person.pk for person in people], "present": present}
    return form_data(client.get(NEW), area=world.township.pk, **values, **agenda, **ticks)


def test_the_ticks_make_the_number_of_those_present(world, sign_in):
    client = sign_in(world.coordinator)
    people = [Person.objects.create(area=world.township, name=f"干部{number}") for number in range(3)]
    errors = errors_of(client.post(NEW, typed(client, world, people, 2)))
    assert errors == {"present": ["出席人员勾选了 3 人，出席人数不能少于 3；不填就按勾选数。"]}
    assert client.post(NEW, typed(client, world, people, "")).status_code == 302
    meeting = Meeting.objects.get()
    assert meeting.present == 3
    assert set(meeting.attendees.all()) == set(people)
