"""The warning that an event may have been entered already: what it finds, and that it is said once."""

import datetime
import random

import pytest
from django.urls import reverse

from outreach.models import OutreachEvent
from tests.factories import form_data
from township.people.gate import Gate
from township.records.likeness import tell_apart, twins_of
from township.records.models import Apart, State

NEW = reverse("records:new", args=["outreach-events"])
DAY = datetime.date(2022, 9, 12)


@pytest.fixture
def clerk(world, sign_in):
    return sign_in(world.clerk_a)


@pytest.fixture
def earlier(make):
    return make(OutreachEvent, date=DAY, title="中秋节前反诈宣传", attendance=80)


def typed(client, world, **changes):
    values = {"date": "2022-09-12", "title": "中秋前夕反诈宣传", "setting": world.settings["rural"].pk}
    return form_data(client.get(NEW), **{**values, "area": world.a.pk, "attendance": 60, **changes})


# What is alike -----------------------------------------------------------------------------------

TOPICS = [
    "防溺水",
    "反电信诈骗",
    "森林防火",
    "土地承包",
    "婚姻家庭",
    "民间借贷",
    "交通安全",
    "食品安全",
    "宗教事务",
    "移风易俗",
]
WAYS = (("{}专题讲座", "{}讲座走进村部"), ("{}入户走访", "入户走访讲{}"), ("院坝会上话{}", "{}院坝会"))


def test_planted_pairs_are_found_and_little_else(make, world):
    """200 events in two villages over half a year, among them 20 entered twice in other words."""
    chance = random.Random(2022)
    planted, days = [], [datetime.date(2022, 1, 1) + datetime.timedelta(days=n) for n in range(0, 180, 2)]
    slots = [(area, date) for area in (world.a, world.b) for date in days]
    for number, (area, date) in enumerate(slots):
        topic, (one, other) = TOPICS[number % len(TOPICS)], WAYS[number % len(WAYS)]
        first = make(OutreachEvent, area=area, date=date, title=one.format(topic), attendance=1000 + number)
        if len(planted) < 20 and number % 9 == 0:
            later = date + datetime.timedelta(days=chance.choice([0, 1]))
            title = other.format(topic)
            second = make(OutreachEvent, area=area, date=later, title=title, attendance=3000 + number)
            planted.append({first.pk, second.pk})
    assert OutreachEvent.objects.count() == 200
    gate = Gate(world.coordinator)
    found = {
        frozenset((record.pk, twin.pk))
        for record in OutreachEvent.objects.select_related("area", "setting")
        for twin in twins_of(record, gate=gate)
    }
    right = [pair for pair in planted if frozenset(pair) in found]
    assert len(right) >= 18
    assert len(found) - len(right) <= 4


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({}, True),
        ({"date": DAY + datetime.timedelta(days=1)}, True),
        ({"date": DAY + datetime.timedelta(days=2)}, False),
        ({"title": "森林防火入户走访"}, False),
        ({"title": "森林防火入户走访", "attendance": 80}, True),
        ({"title": ""}, True),
        ({"state": State.VOIDED}, False),
        ({"state": State.DRAFT}, False),
    ],
)
def test_place_day_setting_and_title_or_count_decide(make, world, earlier, values, found):
    given = {"date": DAY, "title": "中秋反诈宣传", "attendance": 60, **values}
    make(OutreachEvent, **given)
    assert bool(twins_of(earlier, gate=Gate(world.coordinator))) is found


def test_other_places_and_settings_are_other_events(make, world, earlier):
    make(OutreachEvent, area=world.b, date=DAY, title=earlier.title)
    make(OutreachEvent, date=DAY, title=earlier.title, setting=world.settings["school"])
    assert twins_of(earlier, gate=Gate(world.coordinator)) == []


def test_a_joint_event_is_seen_from_each_village(make, world, earlier):
    joint = make(OutreachEvent, area=world.b, date=DAY, title=earlier.title)
    joint.villages.add(world.a)
    assert twins_of(earlier, gate=Gate(world.coordinator)) == [joint]
    assert twins_of(joint, gate=Gate(world.coordinator), villages=[world.a]) == [earlier]


def test_nobody_is_told_of_records_out_of_reach(make, world, earlier):
    """The event that the police station entered for village A is not the village's to see."""
    make(OutreachEvent, date=DAY, title=earlier.title, keeper=world.township, office=world.office)
    assert twins_of(earlier, gate=Gate(world.clerk_a)) == []
    assert len(twins_of(earlier, gate=Gate(world.coordinator))) == 1
    assert twins_of(earlier, gate=Gate(world.stranger)) == []


# The warning --------------------------------------------------------------------------------------


def test_the_warning_names_the_record_and_keeps_what_was_typed(world, clerk, earlier):
    response = clerk.post(NEW, typed(clerk, world))
    page = response.content.decode()
    assert response.status_code == 409
    assert "9月12日甲村已有一条相近的普法活动，可能是同一场：“中秋节前反诈宣传”" in page
    assert response.context["form"]["title"].value() == "中秋前夕反诈宣传"
    assert OutreachEvent.objects.count() == 1
    assert reverse("records:detail", args=["outreach-events", earlier.pk]) in page


def test_not_the_same_is_remembered(world, clerk, earlier):
    data = typed(clerk, world)
    assert clerk.post(NEW, {**data, "apart": f"{earlier.pk} "}).status_code == 302
    second = OutreachEvent.objects.latest("pk")
    assert twins_of(second, gate=Gate(world.coordinator)) == []
    assert twins_of(earlier, gate=Gate(world.coordinator)) == []
    pair = Apart.objects.get()
    assert (pair.first, pair.second, pair.by) == (earlier.pk, second.pk, world.clerk_a)


def test_only_what_was_said_is_remembered(world, clerk, earlier, make):
    """Naming any other record does not tell it apart, and a stranger's is not even looked at."""
    foreign = make(OutreachEvent, area=world.foreign_village, date=DAY, title=earlier.title)
    answer = {"apart": f"{earlier.pk} {foreign.pk} 999 x"}
    assert clerk.post(NEW, {**typed(clerk, world), **answer}).status_code == 302
    assert Apart.objects.count() == 1


def test_a_draft_is_kept_without_a_warning(world, clerk, earlier):
    assert clerk.post(NEW, typed(clerk, world, then="draft")).status_code == 302


def test_mending_what_counts_already_is_not_warned_of(world, clerk, earlier, make):
    record = make(OutreachEvent, date=DAY, title=earlier.title)
    url = reverse("records:edit", args=["outreach-events", record.pk])
    assert clerk.post(url, form_data(clerk.get(url), attendance=61)).status_code == 302


def test_those_who_may_merge_go_on_to_the_comparison(world, sign_in, earlier):
    client = sign_in(world.coordinator)
    data = typed(client, world)
    assert 'name="merge_into"' in client.post(NEW, data).content.decode()
    response = client.post(NEW, {**data, "merge_into": earlier.pk})
    new = OutreachEvent.objects.latest("pk")
    assert response["Location"] == (
        f"{reverse('records:merge', args=['outreach-events'])}?chosen={earlier.pk}&chosen={new.pk}"
    )
    # It does not count twice while it waits.
    assert new.state == State.DRAFT


def test_village_clerks_are_told_whom_to_ask(world, clerk, earlier):
    page = clerk.post(NEW, typed(clerk, world)).content.decode()
    assert 'name="merge_into"' not in page
    assert "要合并请联系审核人或综合管理员" in page


def test_told_apart_in_any_order_is_one_statement(world, make, earlier):
    other = make(OutreachEvent, date=DAY, title=earlier.title)
    tell_apart(earlier, [other], by=world.reviewer)
    tell_apart(other, [earlier], by=world.reviewer)
    assert Apart.objects.count() == 1
