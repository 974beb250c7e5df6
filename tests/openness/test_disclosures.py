"""What the township publishes: cleared by a second person, and one piece however many channels carry it."""

import datetime

import pytest
from django.urls import reverse

from openness.models import Disclosure
from tests.conftest import _user
from tests.entries import errors_of, form_data, post_edit, post_new
from township.figures.indicator import indicators
from township.figures.period import Period
from township.figures.reading import read
from township.people.models import Person
from township.people.roles import Role
from township.records.life import ACTS, perform
from township.records.models import State
from township.records.register import registry
from township.records.saving import Refused

SLUG = "disclosures"
POSTED = {
    "title": "3月临时救助发放情况",
    "column": "welfare",
    "channels": ["website"],
    "date": "2022-03-18",
}
CLEARED = {"cleared_by": "陈志远", "cleared_on": "2022-03-17", "link": "https://www.example.com/1.html"}


@pytest.fixture
def coordinator(world, sign_in):
    return sign_in(world.coordinator)


@pytest.fixture
def disclosure(world, make):
    def _disclosure(day="2022-03-18", **values):
        values = {"title": "公开", "column": "policy", "channels": ["website"], **values}
        return make(Disclosure, area=world.township, date=datetime.date.fromisoformat(day), **values)

    return _disclosure


@pytest.fixture
def cleared(world, disclosure):
    """A piece of information that lacks nothing but its review, entered by the coordinator."""
    return disclosure(
        created_by=world.coordinator,
        updated_by=world.coordinator,
        cleared_by=world.person,
        cleared_on=datetime.date(2022, 3, 17),
        link="https://www.example.com/1.html",
    )


def value(label, world):
    indicator = indicators.by_label[label]
    return read([indicator], area=world.township, period=Period.year(2022))[indicator.key].value


# Entry --------------------------------------------------------------------------------------------


def test_the_first_screen_asks_for_five_fields():
    declaration = registry.get(SLUG)
    _, names = declaration.fieldsets[0]
    blank = {name for name in names if declaration.model._meta.get_field(name).blank}
    asked = [name for name in names if name in declaration.required or name not in blank]
    assert asked == ["title", "column", "channels", "date", "area"]


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"title": ""}, "title", "请填写标题。"),
        ({"channels": []}, "channels", "请选择渠道。"),
        ({"made_on": "2022-03-20"}, "date", "发布日期不能早于生成日期。"),
        ({"cleared_on": "2022-03-20"}, "date", "先保密审查后公开，发布日期不能早于审查日期。"),
        ({"link": "不是网址"}, "link", "链接请填完整的网址，例如 https://www.example.com/123.html。"),
        ({"title": "联系13912345678"}, "title", "这里写了手机号码，请删去；联系电话填在专门的栏目里。"),
    ],
)
def test_each_rule_speaks_at_its_field(world, coordinator, values, field, sentence):
    response = post_new(coordinator, SLUG, area=world.township.pk, **{**POSTED, **values})
    assert errors_of(response) == {field: [sentence]}
    assert Disclosure.objects.count() == 0


def test_whoever_enters_it_does_not_clear_it(world, coordinator, sign_in):
    Person.objects.create(area=world.township, name=world.coordinator.name)
    values = {**POSTED, **CLEARED, "cleared_by": world.coordinator.name}
    sentence = "保密审查要换一个人，不能是录入这条信息的人。"
    response = post_new(coordinator, SLUG, area=world.township.pk, **values)
    assert errors_of(response) == {"cleared_by": [sentence]}
    assert post_new(coordinator, SLUG, area=world.township.pk, **POSTED, **CLEARED).status_code == 302
    # Somebody else's correction does not make the one who entered it a second person.
    stored = Disclosure.objects.get()
    response = post_edit(sign_in(world.reviewer), SLUG, stored, area=world.township.pk, **values)
    assert errors_of(response) == {"cleared_by": [sentence]}


def test_villages_publish_nothing_for_the_township(world, sign_in):
    client = sign_in(world.clerk_a)
    assert client.get(reverse("records:new", args=[SLUG])).status_code == 404
    assert post_new(client, SLUG, area=world.a.pk, **POSTED).status_code == 404


# The second person --------------------------------------------------------------------------------


def test_it_is_approved_with_its_clearing_and_its_address(disclosure):
    declaration = registry.get(SLUG)
    assert declaration.missing(disclosure()) == ("cleared_by", "cleared_on", "link")
    assert declaration.missing(disclosure(channels=["board"])) == ("cleared_by", "cleared_on")


def test_somebody_else_approves_it(world, cleared, sign_in):
    both = _user("both", world.township, Role.COORDINATOR, Role.REVIEWER)
    Disclosure.objects.update(created_by=both, updated_by=both)
    approve = reverse("records:act", args=[SLUG, cleared.pk, "approve"])
    answer = sign_in(both).post(approve, follow=True)
    assert "公开前的保密审查要换一个人审核" in answer.content.decode()
    cleared.refresh_from_db()
    assert cleared.state == State.SUBMITTED
    sign_in(world.reviewer).post(approve)
    cleared.refresh_from_db()
    assert (cleared.state, cleared.reviewed_by) == (State.APPROVED, world.reviewer)


def test_in_bulk_as_well(world, cleared, sign_in):
    both = _user("both", world.township, Role.COORDINATOR, Role.REVIEWER)
    Disclosure.objects.update(updated_by=both)
    sign_in(both).post(reverse("records:bulk", args=[SLUG]), {"act": "approve", "chosen": [cleared.pk]})
    cleared.refresh_from_db()
    assert cleared.state == State.SUBMITTED


def test_what_changes_after_approval_is_looked_at_again(world, cleared, sign_in):
    perform(ACTS["approve"], cleared, by=world.reviewer)
    cleared.refresh_from_db()
    values = {**POSTED, **CLEARED, "title": "改过的标题"}
    response = post_edit(sign_in(world.reviewer), SLUG, cleared, area=world.township.pk, **values)
    assert response.status_code == 302
    cleared.refresh_from_db()
    assert (cleared.title, cleared.state, cleared.reviewed_by) == ("改过的标题", State.SUBMITTED, None)
    with pytest.raises(Refused, match="换一个人"):
        perform(ACTS["approve"], cleared, by=world.reviewer)


def test_other_registers_may_be_reviewed_by_whoever_entered_them(world, make):
    from openness.models import VillageNotice

    notice = make(
        VillageNotice,
        category="party",
        period_start=datetime.date(2022, 2, 1),
        forms=["board"],
        created_by=world.reviewer,
    )
    perform(ACTS["approve"], notice, by=world.reviewer)
    notice.refresh_from_db()
    assert notice.state == State.APPROVED


@pytest.mark.parametrize("user", ["stranger", "stranger_clerk", "mediator", "county", "administrator"])
def test_strangers_find_no_disclosure(world, sign_in, disclosure, user):
    record = disclosure()
    client = sign_in(world.users[user])
    assert client.get(reverse("records:detail", args=[SLUG, record.pk])).status_code == 404
    url = reverse("records:edit", args=[SLUG, record.pk])
    assert client.post(url, form_data(SLUG, area=world.township.pk, **POSTED)).status_code == 404


# Figures ------------------------------------------------------------------------------------------


def test_one_piece_in_two_channels_is_one_piece(world, disclosure):
    disclosure(channels=["website", "account"])
    disclosure(channels=["account"])
    disclosure(channels=["board"], normative=True, state=State.APPROVED)
    disclosure(state=State.DRAFT)
    expected = {
        "主动公开信息条数": 3,
        "政府网站公开信息条数": 1,
        "公众号发布条数": 2,
        "公开栏公开信息条数": 1,
        "公开规范性文件条数": 1,
        "政策文件公开条数": 3,
        "主动公开信息的月数": 1,
    }
    assert {label: value(label, world) for label in expected} == expected


def test_the_townships_openness_is_not_the_three_affairs_of_villages(world, disclosure, make):
    from openness.models import VillageNotice

    disclosure()
    make(VillageNotice, category="party", period_start=datetime.date(2022, 2, 1), forms=["board"], items=8)
    labels = ("主动公开信息条数", "三务公开次数", "三务公开条数")
    assert [value(label, world) for label in labels] == [1, 1, 8]


# The demonstration --------------------------------------------------------------------------------


def test_the_demonstration_keeps_the_rules_and_balances(db):
    from openness import demo
    from openness.models import DisclosureRequest
    from township.operations.demo import World
    from township.people.models import Area

    demo.seed(World.build())
    for model in (Disclosure, DisclosureRequest):
        for record in model.objects.all():
            record.full_clean(exclude=["created_by", "updated_by", "reviewed_by"])
            if record.state == State.APPROVED:
                assert registry.of(model).missing(record) == ()
                assert record.reviewed_by != record.created_by
    wanted = [indicators.get(f"requests.{key}") for key in ("carried", "received", "answered", "open")]
    found = read(wanted, area=Area.objects.home(), period=Period.year(2022))
    assert [found[one.key].value for one in wanted] == [1, 5, 5, 1]
    before = [list(model.objects.order_by("pk").values()) for model in (Disclosure, DisclosureRequest)]
    demo.seed(World.build())
    assert [
        list(model.objects.order_by("pk").values()) for model in (Disclosure, DisclosureRequest)
    ] == before
