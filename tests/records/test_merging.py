"""合并重复: one record stays with everybody's evidence, the others lead to it, and figures count once."""

import datetime

import pytest
from django.urls import reverse

from disputes.models import Dispute, RiskCheck
from outreach.models import FiveItem, OutreachEvent
from tests.factories import make_attachment, make_record
from township.figures.indicator import indicators
from township.figures.period import Period
from township.figures.reading import read
from township.people.models import Area
from township.records.merging import merge
from township.records.models import Attachment, Change, Merge, RecordLock, State, Topic
from township.records.register import registry

SLUG = "outreach-events"
URL = reverse("records:merge", args=[SLUG])
DAY = datetime.date(2022, 9, 12)


@pytest.fixture
def pair(world, make):
    """Village A and the police station entered the same event, each with a photo and materials."""
    ours = make(
        OutreachEvent,
        date=DAY,
        title="反诈宣传",
        attendance=60,
        lines={"materials": [{"kind_id": "leaflet", "quantity": 100, "unit": "份"}]},
    )
    theirs = make(
        OutreachEvent,
        date=DAY,
        title="反诈进村",
        attendance=65,
        consultations=8,
        keeper=world.township,
        office=world.office,
        created_by=world.office_clerk,
        lines={"materials": [{"kind_id": "leaflet", "quantity": 120, "unit": "份"}]},
    )
    ours.topics.add(Topic.objects.get(key="elder-fraud"))
    theirs.topics.add(Topic.objects.get(key="cyber-security"))
    make_attachment(ours, by=world.clerk_a)
    make_attachment(theirs, by=world.office_clerk)
    return ours, theirs


def merged(client, *records, keep=None, slug=SLUG, **choices):
    data = {"chosen": [record.pk for record in records], "keep": (keep or records[0]).pk}
    data |= {f"version:{record.pk}": record.version for record in records}
    data |= {f"choice:{name}": record.pk for name, record in choices.items()}
    return client.post(reverse("records:merge", args=[slug]), data)


def value(key, world):
    period = Period(datetime.date(2022, 1, 1), datetime.date(2022, 12, 31))
    return read([indicators.get(key)], area=world.township, period=period)[key].value


def test_the_page_proposes_and_shows_every_difference(world, sign_in, pair):
    ours, theirs = pair
    response = sign_in(world.reviewer).post(URL, {"chosen": [ours.pk, theirs.pk]})
    assert response.status_code == 200
    shown = {choice.name: (choice.texts, choice.proposed) for choice, _ in response.context["choices"]}
    # The second says more, so it stays; it has everything that the first has.
    assert response.context["keeper"] == theirs
    assert shown == {
        "title": (["反诈宣传", "反诈进村"], theirs.pk),
        "attendance": (["60", "65"], theirs.pk),
        "consultations": (["—", "8"], theirs.pk),
        "office": (["—", "派出所"], theirs.pk),
        "materials": (["宣传资料 100 份", "宣传资料 120 份"], theirs.pk),
    }


def test_one_stays_with_everything_and_the_other_leads_to_it(world, sign_in, pair):
    ours, theirs = pair
    response = merged(sign_in(world.reviewer), ours, theirs, consultations=theirs, materials=theirs)
    assert response["Location"] == reverse("records:detail", args=[SLUG, ours.pk])
    ours.refresh_from_db()
    theirs.refresh_from_db()
    assert (ours.state, ours.attendance, ours.consultations) == (State.SUBMITTED, 60, 8)
    assert [line.quantity for line in ours.materials.all()] == [120]
    assert {topic.key for topic in ours.topics.all()} == {"elder-fraud", "cyber-security"}
    assert Attachment.objects.cited_by(SLUG, ours.pk).count() == 2
    assert (theirs.state, theirs.reason) == (State.VOIDED, "已合并到“反诈宣传”")
    # What the other one said is still there to be read.
    assert [line.quantity for line in theirs.materials.all()] == [120]
    assert Merge.objects.get().into_id == ours.pk


def test_history_of_both_is_told_on_the_one_that_stays(world, sign_in, pair):
    ours, theirs = pair
    client = sign_in(world.reviewer)
    merged(client, ours, theirs, attendance=theirs)
    change = Change.objects.get(record_id=ours.pk, action=Change.Action.MERGED)
    assert (change.by, change.reason) == (world.reviewer, "并入“反诈进村”")
    assert ["参加群众（人次）", "60", "65"] in change.details
    page = client.get(reverse("records:detail", args=[SLUG, ours.pk])).content.decode()
    assert "合并进来的记录" in page
    assert reverse("records:detail", args=[SLUG, theirs.pk]) in page
    away = client.get(reverse("records:detail", args=[SLUG, theirs.pk])).content.decode()
    assert "这条记录已合并" in away
    assert reverse("records:detail", args=[SLUG, ours.pk]) in away


def test_figures_count_once(world, sign_in, pair):
    assert (value("outreach.events", world), value("outreach.attendance", world)) == (2, 125)
    merged(sign_in(world.coordinator), *pair)
    assert (value("outreach.events", world), value("outreach.attendance", world)) == (1, 60)


def test_what_follows_from_the_record_follows_for_the_one_that_stays(world, make):
    case = {"date": DAY, "kind": "land", "origin": "application", "summary": "地界不清。"}
    until = datetime.date(2022, 11, 30)
    ours, theirs = make(Dispute, **case), make(Dispute, extended_to=until, **case)
    records = [ours, theirs]
    versions = {record.pk: record.version for record in records}
    choices = {"extended_to": theirs.pk}
    merge(records, keeper=ours, choices=choices, versions=versions, by=world.coordinator, reviews=True)
    ours.refresh_from_db()
    assert (ours.extended_to, ours.due_on) == (until, until)


def test_a_second_click_changes_nothing(world, sign_in, pair):
    client = sign_in(world.reviewer)
    for _ in range(2):
        assert merged(client, *pair)["Location"] == reverse("records:detail", args=[SLUG, pair[0].pk])
    assert Change.objects.filter(action=Change.Action.MERGED).count() == 2
    assert Merge.objects.count() == 1


def test_several_villages_become_one_joint_event(world, sign_in, make):
    first = make(OutreachEvent, date=DAY)
    second = make(OutreachEvent, area=world.b, date=DAY, created_by=world.clerk_b)
    merged(sign_in(world.coordinator), first, second)
    assert list(first.villages.all()) == [world.b]
    # The second village still finds it in its own list.
    found = sign_in(world.clerk_b).get(reverse("records:list", args=[SLUG]))
    assert [row.record for row in found.context["rows"]] == [first]


def test_three_at_once_and_a_chain_lead_to_the_one_that_is_left(world, sign_in, make):
    records = [make(OutreachEvent, date=DAY) for _ in range(4)]
    client = sign_in(world.reviewer)
    merged(client, *records[:3])
    records[0].refresh_from_db()
    merged(client, records[3], records[0])
    assert set(Merge.objects.values_list("into_id", flat=True)) == {records[3].pk}
    assert Merge.objects.count() == 3


@pytest.mark.parametrize(
    ("states", "name", "expected"),
    [
        ((State.APPROVED, State.SUBMITTED), "reviewer", State.APPROVED),
        ((State.APPROVED, State.SUBMITTED), "coordinator", State.SUBMITTED),
        ((State.DRAFT, State.SUBMITTED), "coordinator", State.SUBMITTED),
        ((State.DRAFT, State.RETURNED), "coordinator", State.RETURNED),
    ],
)
def test_the_result_counts_if_any_did_and_is_approved_only_by_a_reviewer(
    world, sign_in, make, states, name, expected
):
    records = [make(OutreachEvent, date=DAY, state=state) for state in states]
    merged(sign_in(world.users[name]), *records)
    records[0].refresh_from_db()
    assert records[0].state == expected


class TestRefusals:
    def test_what_a_report_has_counted(self, world, sign_in, pair):
        RecordLock.objects.create(register=SLUG, record_id=pair[1].pk, label="2022年度报告")
        client = sign_in(world.reviewer)
        page = client.post(URL, {"chosen": [record.pk for record in pair]}, follow=True)
        assert "“反诈进村”已用于2022年度报告，不能合并。" in page.content.decode()
        merged(client, *pair)
        assert Merge.objects.count() == 0

    def test_what_was_changed_meanwhile(self, world, sign_in, pair):
        OutreachEvent.objects.filter(pk=pair[1].pk).update(version=7)
        response = merged(sign_in(world.reviewer), *pair)
        assert (response.status_code, Merge.objects.count()) == (409, 0)
        assert "刚被别人改过" in response.content.decode()

    def test_what_is_voided(self, world, sign_in, pair):
        OutreachEvent.objects.filter(pk=pair[1].pk).update(state=State.VOIDED)
        merged(sign_in(world.reviewer), *pair)
        assert Merge.objects.count() == 0

    @pytest.mark.parametrize("number", [0, 1])
    def test_fewer_than_two(self, world, sign_in, pair, number):
        chosen = [record.pk for record in pair][:number]
        page = sign_in(world.reviewer).post(URL, {"chosen": chosen}, follow=True).content.decode()
        assert "请勾选两条以上记录再合并。" in page

    def test_a_result_that_breaks_a_rule(self, world, sign_in, make):
        """Found 1 of one check and settled 3 of the other are no check at all."""
        first = make(RiskCheck, found=1)
        second = make(RiskCheck, found=3, settled=3)
        response = merged(sign_in(world.reviewer), first, second, slug="risk-checks", settled=second)
        assert "当场化解的件数不能多于排查出的隐患件数。" in response.content.decode()
        second.refresh_from_db()
        assert (second.state, Merge.objects.count()) == (State.SUBMITTED, 0)


class TestWho:
    @pytest.mark.parametrize(
        "name",
        ["clerk_a", "office_clerk", "mediator", "deputy", "principal", "administrator", "auditor", "county"],
    )
    def test_only_reviewers_and_the_coordinator(self, world, sign_in, pair, name):
        assert merged(sign_in(world.users[name]), *pair).status_code == 404
        assert Merge.objects.count() == 0

    @pytest.mark.parametrize("name", ["stranger", "stranger_clerk"])
    def test_strangers(self, world, sign_in, pair, name):
        client = sign_in(world.users[name])
        assert merged(client, *pair).status_code == 404
        assert client.get(URL, {"chosen": [record.pk for record in pair]}).status_code == 404

    def test_a_foreign_record_among_the_own(self, world, sign_in, pair, make):
        foreign = make(OutreachEvent, area=world.foreign_village)
        assert merged(sign_in(world.reviewer), *pair, foreign).status_code == 404
        assert Merge.objects.count() == 0

    def test_the_button_is_shown_to_those_who_may(self, world, sign_in, pair):
        url = reverse("records:list", args=[SLUG])
        shown = {
            name
            for name in ("clerk_a", "coordinator", "reviewer", "deputy")
            if "合并重复" in sign_in(world.users[name]).get(url).content.decode()
        }
        assert shown == {"coordinator", "reviewer"}


def test_not_the_same_can_be_said_on_the_page(world, sign_in, pair):
    from township.people.gate import Gate
    from township.records.likeness import twins_of

    gate = Gate(world.coordinator)
    assert twins_of(pair[0], gate=gate) == [pair[1]]
    sign_in(world.coordinator).post(URL, {"chosen": [record.pk for record in pair], "apart": "1"})
    assert twins_of(pair[0], gate=gate) == []


def test_what_points_to_a_merged_record_points_to_the_one_that_stays(world, sign_in):
    register = registry.get("risk-checks")
    first, second = (make_record(register, world, area=world.a, lines=False) for _ in range(2))
    dispute = make_record(registry.get("disputes"), world, lines=False, risk_check=second)
    merged(sign_in(world.reviewer), first, second, slug="risk-checks")
    dispute.refresh_from_db()
    assert Dispute.objects.get(pk=dispute.pk).risk_check == first


@pytest.mark.parametrize("register", registry.all(), ids=lambda register: register.slug)
def test_every_register(world, sign_in, register):
    first = make_record(register, world, area=world.a)
    try:
        second = make_record(register, world, area=world.a)
    except AssertionError:
        # A ledger of months holds one record of a place and month.
        second = make_record(register, world, area=world.a, date=datetime.date(2022, 4, 5))
    merged(sign_in(world.reviewer), first, second, slug=register.slug)
    second.refresh_from_db()
    assert (second.state, Merge.objects.count()) == (State.VOIDED, 1)
    for line_set in register.lines:
        assert getattr(first, line_set.name).count() == 1
    assert FiveItem.objects.exclude(state=State.VOIDED).count() == (register.slug == "five-items")
    assert Area.objects.filter(pk=first.area_id).exists()
