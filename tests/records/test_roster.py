"""The roster: posts and terms, two spellings of one person, and who is found by typing."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from governance.models import LeadingGroup, Meeting
from outreach.models import Team, TeamMember
from township.people.models import Person, SettingChange
from township.records.form_fields import PersonField
from township.records.roster_merging import merge_people

LIST = "/settings/lists/people/"


@pytest.fixture
def coordinator(world, sign_in):
    return sign_in(world.coordinator)


@pytest.fixture
def twin(world):
    return Person.objects.create(
        area=world.township, name="陈志元", position="书记", term_ends_on=datetime.date(2030, 1, 1)
    )


def errors(response):
    assert response.status_code == 422
    return {name: list(sentences) for name, sentences in response.context["form"].errors.items()}


def names(response):
    return [row.entry.name for row in response.context["rows"]]


def test_a_person_with_a_term_is_added_and_found(world, coordinator):
    data = {"name": "王芳", "area": world.a.pk, "position": "村主任", "term_starts_on": "2021-01-10"}
    assert coordinator.post(f"{LIST}new/", {**data, "term_ends_on": "2026-01-09"}).status_code == 302
    person = Person.objects.get(name="王芳")
    assert (person.area, person.term_ends_on) == (world.a, datetime.date(2026, 1, 9))
    assert names(coordinator.get(LIST, {"q": "王芳"})) == ["王芳"]
    assert errors(coordinator.post(f"{LIST}new/", data)) == {
        "name": ["甲村已有“王芳”，职务也一样；同名的两个人请用职务区分。"]
    }
    found = errors(coordinator.post(f"{LIST}new/", {**data, "name": "李芳", "term_ends_on": "2020-01-09"}))
    assert found == {"__all__": ["任期止不能早于任期起。"]}


def test_active_leaving_and_left(world, coordinator):
    today = timezone.localdate()
    day = datetime.timedelta(days=1)
    for name, values in {
        "将满": {"term_ends_on": today + 90 * day},
        "未满": {"term_ends_on": today + 91 * day},
        "已走": {"term_ends_on": today, "left_on": today},
    }.items():
        Person.objects.create(area=world.a, name=name, **values)
    assert names(coordinator.get(LIST, {"state": "ending"})) == ["将满"]
    assert names(coordinator.get(LIST, {"state": "left"})) == ["已走"]
    assert set(names(coordinator.get(LIST, {"state": "here"}))) == {"陈志远", "将满", "未满"}
    assert terms_told(coordinator) == ["将满（甲村），甲村"]


def terms_told(client):
    """Whose terms 我的待办 says are ending."""
    groups = client.get("/todo/").context["upcoming"]
    return [one.about for _, found in groups for one in found if one.act.startswith("任期届满")]


def test_only_whoever_keeps_the_roster_is_told_of_terms(world, sign_in):
    Person.objects.create(area=world.a, name="将满", term_ends_on=timezone.localdate())
    told = {
        name
        for name in ("clerk_a", "coordinator", "reviewer", "stranger")
        if terms_told(sign_in(world.users[name]))
    }
    assert told == {"coordinator"}


def test_everything_that_named_the_other_names_the_one_who_stays(world, make, twin):
    kept = world.person
    meeting = make(Meeting, kind="dedicated", chair=twin)
    first = make(LeadingGroup, head=kept, seat=world.office)
    second = make(LeadingGroup, head=kept, seat=world.office)
    first.deputies.set([kept, twin])
    second.deputies.set([twin])
    merge_people(kept, twin, by=world.coordinator)
    meeting.refresh_from_db()
    assert meeting.chair == kept
    assert list(first.deputies.all()) == [kept]
    assert list(second.deputies.all()) == [kept]
    assert not Person.objects.filter(name="陈志元").exists()
    kept.refresh_from_db()
    assert (kept.position, kept.other_names) == ("镇党委书记", "陈志元")
    assert kept.term_ends_on == datetime.date(2030, 1, 1)
    row = SettingChange.objects.get(subject="people", object_id=kept.pk)
    assert (row.action, row.by) == ("merged", world.coordinator)


def test_the_other_spelling_still_finds_the_person(world, twin):
    merge_people(world.person, twin, by=world.coordinator)
    field = PersonField(people=Person.objects.filter(area=world.township), area=world.township)
    assert field.clean("陈志元") == world.person
    assert field.clean("陈志元（镇党委书记）") == world.person
    assert field.clean("陈志").pk is None


def test_two_places_in_one_team_stop_the_merging(world, make, twin, coordinator):
    team = make(Team, kind="village")
    for person in (world.person, twin):
        TeamMember.objects.create(record=team, person=person)
    url = reverse("reference:merge", args=[world.person.pk])
    found = errors(coordinator.post(url, {"other": twin.pk}))
    assert found == {"other": ["同一条“普法队伍”里两个人都有，请先在那里去掉其中一个，再合并。"]}
    assert Person.objects.filter(pk=twin.pk).exists()
    assert TeamMember.objects.filter(person=twin).count() == 1


def test_the_page_says_what_would_happen_first(world, make, twin, coordinator, sign_in):
    make(Meeting, kind="dedicated", chair=twin)
    url = reverse("reference:merge", args=[world.person.pk])
    page = coordinator.get(url, {"other": twin.pk})
    assert page.context["uses"] == [(world.person, []), (twin, [("法治建设会议", 1)])]
    assert coordinator.post(url, {"other": twin.pk})["Location"] == f"{LIST}{world.person.pk}/"
    assert not Person.objects.filter(pk=twin.pk).exists()
    stranger = Person.objects.create(area=world.other_township, name="外人")
    assert errors(coordinator.post(url, {"other": stranger.pk})) == {
        "other": ["和谁是同一个人里没有这个选项，请重新选择。"]
    }
    assert sign_in(world.stranger).post(url, {"other": stranger.pk}).status_code == 404
