"""What the entry forms of legal outreach accept, as the clerk of village A and the coordinator."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from outreach.models import DemonstrationSite, FiveItem, OutreachEvent, Team
from tests.entries import errors_of, post_new
from township.records.models import Scheme, SchemeMember, State

EVENT = {"date": "2022-03-05", "title": "赶圩日普法", "attendance": "60", "part": "host"}
TEAM = {"title": "片区服务小分队", "kind": "service", "time": "part", "date": "2022-01-05"}
SITE = {"date": "2022-01-05", "title": "甲村", "programme": "village", "rank": "county", "stage": "building"}


@pytest.fixture
def clerk(world, sign_in):
    return sign_in(world.clerk_a)


def event(world, **values):
    return {**EVENT, "area": world.a.pk, "setting": world.settings["rural"].pk, **values}


def test_an_event_with_its_materials_is_one_record(world, clerk):
    rows = [
        {"kind": "leaflet", "quantity": "120", "unit": "份"},
        {"kind": "reader", "quantity": "10", "unit": "本"},
    ]
    response = post_new(clerk, "outreach-events", lines={"materials": rows}, **event(world))
    assert response.status_code == 302
    record = OutreachEvent.objects.get()
    assert [str(line) for line in record.materials.all()] == ["宣传资料120份", "法治读本10本"]
    assert (record.keeper, record.state) == (world.a, State.SUBMITTED)


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"setting": ""}, "setting", "请选择法律进（主）。"),
        ({"attendance": "-5"}, "attendance", "参加群众（人次）不能为负数，请填 0 或正整数。"),
        ({"attendance": "9999999"}, "attendance", "参加群众（人次）超过 100,000，请核对是不是多打了几位。"),
        (
            {"date": "2999-01-01"},
            "date",
            "活动日期晚于今天。如是计划安排，请等办完再录；日期写错了请改正。",
        ),
    ],
)
def test_each_rule_speaks_at_its_field(world, clerk, values, field, sentence):
    assert errors_of(post_new(clerk, "outreach-events", **event(world, **values))) == {field: [sentence]}
    assert OutreachEvent.objects.count() == 0


def test_the_main_setting_is_not_named_again_beside_it(world, clerk):
    rural = world.settings["rural"].pk
    response = post_new(clerk, "outreach-events", **event(world, other_settings=[rural]))
    assert errors_of(response) == {"other_settings": ["主进已经选了，兼顾里不用再选。"]}


def test_the_lead_village_does_not_take_part_in_its_own_event(world, clerk):
    response = post_new(clerk, "outreach-events", **event(world, villages=[world.a.pk]))
    assert errors_of(response) == {"villages": ["牵头村已经选了，参与村里不用再选。"]}
    assert post_new(clerk, "outreach-events", **event(world, villages=[world.b.pk])).status_code == 302


def test_the_setting_is_that_of_the_years_scheme(world, clerk):
    world.scheme.last_year = 2022
    world.scheme.save()
    eight = Scheme.objects.create(area=world.county_area, name="法律八进", first_year=2023)
    member = SchemeMember.objects.create(scheme=eight, key="rural", name="进乡村")
    temple = SchemeMember.objects.create(scheme=eight, key="temple", name="进宗教场所")
    assert post_new(clerk, "outreach-events", **event(world, setting=member.pk)).status_code == 302
    assert OutreachEvent.objects.get().setting == world.settings["rural"]
    response = post_new(clerk, "outreach-events", **event(world, setting=temple.pk))
    assert errors_of(response) == {"setting": ["2022年的方案里没有“法律进宗教场所”。"]}


def test_a_team_needs_a_member_and_a_member_leaves_after_joining(world, sign_in):
    client = sign_in(world.coordinator)
    response = post_new(client, "teams", area=world.township.pk, **TEAM)
    assert response.status_code == 422
    assert response.context["formsets"][0][1].non_form_errors() == ["成员至少填 1 行。"]
    row = {"person": "陈志远", "time": "part", "joined_on": "2022-03-01", "left_on": "2022-02-01"}
    response = post_new(client, "teams", lines={"members": [row]}, area=world.township.pk, **TEAM)
    assert response.context["formsets"][0][1].errors == [{"left_on": ["退出日期不能早于加入日期。"]}]
    row["left_on"] = ""
    assert (
        post_new(client, "teams", lines={"members": [row]}, area=world.township.pk, **TEAM).status_code == 302
    )
    assert Team.objects.get().members.get().person == world.person


def test_a_team_is_approved_with_its_leader(world, sign_in, make):
    team = make(Team, title="宣传队", kind="outreach", keeper=world.township, area=world.township)
    approve = reverse("records:act", args=["teams", team.pk, "approve"])
    sign_in(world.reviewer).post(approve)
    team.refresh_from_db()
    assert team.state == State.SUBMITTED
    Team.objects.update(leader=world.person)
    sign_in(world.reviewer).post(approve)
    team.refresh_from_db()
    assert team.state == State.APPROVED


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"stage": "named"}, "named_on", "已命名的请填写命名日期。"),
        ({"named_on": "2021-12-01"}, "named_on", "命名日期不能早于申报日期。"),
        ({"stage": "revoked", "named_on": "2022-02-01"}, "valid_to", "撤销或注销的请填写撤销日期。"),
        (
            {"stage": "named", "named_on": "2022-02-01", "valid_to": "2022-01-20"},
            "valid_to",
            "撤销日期不能早于命名日期。",
        ),
        (
            {"stage": "kept", "named_on": "2022-02-01", "reviewed_on": "2022-01-20"},
            "reviewed_on",
            "复核日期不能早于命名日期。",
        ),
    ],
)
def test_a_sites_days_follow_one_another(world, clerk, values, field, sentence):
    response = post_new(clerk, "demonstration-sites", area=world.a.pk, **{**SITE, **values})
    assert errors_of(response) == {field: [sentence]}
    assert DemonstrationSite.objects.count() == 0


def five_item(world, **values):
    return {
        "year": "2022",
        "date": "2022-03-05",
        "setting": world.settings["rural"].pk,
        "responsible": world.justice_office.pk,
        "item": "plan",
        "presence": "present",
        "area": world.township.pk,
        **values,
    }


@pytest.mark.parametrize("item", ["events", "ledger"])
def test_two_of_the_five_items_are_told_by_the_events(world, sign_in, item):
    client = sign_in(world.coordinator)
    response = post_new(client, "five-items", **five_item(world, item=item))
    assert errors_of(response) == {
        "item": ["宣传活动、工作台账由普法活动自动判定，不用登记；确实没有的，状态选“不适用”。"]
    }
    assert post_new(client, "five-items", **five_item(world, item=item, presence="na")).status_code == 302


def test_an_item_is_registered_once_a_year(world, sign_in):
    client = sign_in(world.coordinator)
    assert post_new(client, "five-items", **five_item(world)).status_code == 302
    response = post_new(client, "five-items", **five_item(world, presence="absent"))
    sentences = [sentence for found in errors_of(response).values() for sentence in found]
    assert sentences == ["这一年这个单位的这一项已经登记过，请打开原来的记录修改。"]
    assert FiveItem.objects.count() == 1
    FiveItem.objects.update(state=State.VOIDED)
    assert post_new(client, "five-items", **five_item(world)).status_code == 302


def test_villages_read_the_five_items_but_do_not_enter_them(world, clerk):
    assert clerk.get(reverse("records:list", args=["five-items"])).status_code == 200
    assert post_new(clerk, "five-items", **five_item(world)).status_code == 404


def test_the_database_keeps_the_end_of_a_revoked_site(make):
    with pytest.raises(IntegrityError), transaction.atomic():
        make(DemonstrationSite, programme="village", rank="county", stage="revoked")


@pytest.mark.parametrize("user", ["clerk_b", "stranger", "stranger_clerk", "mediator", "auditor"])
def test_strangers_find_no_event(world, sign_in, make, user):
    record = make(OutreachEvent)
    response = sign_in(world.users[user]).get(reverse("records:detail", args=["outreach-events", record.pk]))
    assert response.status_code == 404
