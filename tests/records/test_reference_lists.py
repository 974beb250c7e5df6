"""Reference data under 设置: adding, inheriting, switching off, copying schemes, and its history."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from outreach.models import OutreachEvent
from tests.entries import post_edit, post_new
from township.people.models import Office, SettingChange
from township.records.models import Holiday, Law, Phrase, Scheme, SchemeMember, Topic
from township.records.working_days import is_working_day

LAND = "中华人民共和国农村土地承包法"


def add(client, slug, *, like="", **values):
    url = reverse("reference:new", args=[slug])
    return client.post(f"{url}?like={like}" if like else url, values)


def change(client, slug, entry, **values):
    return client.post(reverse("reference:entry", args=[slug, entry.pk]), values)


def switch(client, slug, entry, to="off"):
    return client.post(reverse("reference:switch", args=[slug, entry.pk]), {"to": to})


def errors(response):
    assert response.status_code == 422
    return {name: list(sentences) for name, sentences in response.context["form"].errors.items()}


def actions(slug, entry):
    rows = SettingChange.objects.filter(subject=slug, object_id=entry.pk).order_by("pk")
    return [(row.action, row.by.username) for row in rows]


def offered(client):
    """Names of the laws that the form of an outreach event offers."""
    form = client.get(reverse("records:new", args=["outreach-events"])).context["form"]
    return set(form.fields["laws"].queryset.values_list("name", flat=True))


@pytest.fixture
def coordinator(world, sign_in):
    return sign_in(world.coordinator)


@pytest.fixture
def administrator(world, sign_in):
    return sign_in(world.administrator)


# Inheritance ----------------------------------------------------------------------------------------


def test_a_township_adds_for_itself_and_the_administrator_for_everybody(
    world, sign_in, coordinator, administrator
):
    assert add(coordinator, "laws", name="毛俊镇村规民约指引").status_code == 302
    assert add(administrator, "laws", name="永州市城市管理条例", short_names="城管条例").status_code == 302
    own, common = Law.objects.order_by("pk").reverse()[:2][::-1]
    assert (own.area, common.area) == (world.township, None)
    here, there = sign_in(world.clerk_a), sign_in(world.stranger_clerk)
    assert {own.name, common.name} <= offered(here)
    assert own.name not in offered(there)
    assert common.name in offered(there)
    assert actions("laws", own) == [("added", "coordinator")]


def test_switching_off_holds_for_the_place_and_below_and_can_be_taken_back(
    world, sign_in, coordinator, administrator
):
    law = Law.objects.get(name=LAND)
    here, there = sign_in(world.clerk_a), sign_in(world.stranger_clerk)
    switch(coordinator, "laws", law)
    assert (LAND in offered(here), LAND in offered(there)) == (False, True)
    row = next(
        row
        for row in coordinator.get("/settings/lists/laws/", {"q": "土地承包"}).context["rows"]
        if row.entry == law
    )
    assert row.off.area == world.township
    switch(coordinator, "laws", law, to="on")
    assert LAND in offered(here)
    switch(administrator, "laws", law)
    assert (LAND in offered(here), LAND in offered(there)) == (False, False)
    # What the county has switched off a township cannot switch on.
    switch(coordinator, "laws", law, to="on")
    assert LAND not in offered(here)
    assert actions("laws", law) == [("off", "coordinator"), ("on", "coordinator"), ("off", "administrator")]


def test_a_record_keeps_what_was_switched_off_after_it_was_chosen(world, sign_in, coordinator, make):
    law = Law.objects.get(name=LAND)
    office = Office.objects.create(area=world.township, name="国土所")
    event = make(OutreachEvent, state="draft", office=office)
    event.laws.add(law)
    switch(coordinator, "laws", law)
    change(coordinator, "offices", office, name="国土所")
    office.refresh_from_db()
    assert not office.active
    data = {
        "date": "2022-03-05",
        "area": world.a.pk,
        "setting": world.settings["rural"].pk,
        "attendance": 5,
        "part": "host",
        "laws": [law.pk],
    }
    clerk = sign_in(world.clerk_a)
    assert post_edit(clerk, "outreach-events", event, **data).status_code == 302
    assert list(event.laws.all()) == [law]
    assert post_new(clerk, "outreach-events", **data).status_code == 422


def test_names_are_not_entered_twice(world, coordinator):
    assert errors(add(coordinator, "laws", name=LAND)) == {"name": [f"已有“{LAND}”，不用再加。"]}
    # What another township has added is nobody else's business.
    Law.objects.create(area=world.other_township, name="邻镇规定")
    assert add(coordinator, "laws", name="邻镇规定").status_code == 302
    assert errors(add(coordinator, "phrases", text="与另一条记录重复。")) == {
        "text": ["已有“与另一条记录重复。”，不用再加。"]
    }


# Laws -----------------------------------------------------------------------------------------------


def test_repealed_laws_name_their_successor(db):
    found = Law.objects.filter(successor__isnull=False).values_list("name", "successor__name")
    assert ("信访条例", "信访工作条例") in found
    assert {then for name, then in found if name != "信访条例"} == {"中华人民共和国民法典"}
    assert len(found) == 10


def test_dates_out_of_order_stand_at_their_field(coordinator):
    found = errors(
        add(coordinator, "laws", name="甲办法", effective_on="2024-05-01", repealed_on="2024-04-30")
    )
    assert found == {"repealed_on": ["失效日期不能早于施行日期。"]}
    assert errors(add(coordinator, "laws", name="")) == {"name": ["请填写全称。"]}


def test_options_tell_short_names_and_what_is_no_longer_in_force(world, sign_in):
    page = sign_in(world.clerk_a).get(reverse("records:new", args=["outreach-events"])).content.decode()
    assert 'data-words="农村土地承包法、土地承包法"' in page
    assert "中华人民共和国合同法（2021-01-01 起失效）" in page


def test_the_history_says_what_changed(world, coordinator):
    law = Law.objects.create(area=world.township, name="甲办法")
    change(coordinator, "laws", law, name="甲办法", short_names="甲法", effective_on="2024-05-01")
    row = SettingChange.objects.get(subject="laws", object_id=law.pk)
    assert row.details == [["简称", "—", "甲法"], ["施行日期", "—", "2024-05-01"]]
    change(coordinator, "laws", law, name="甲办法", short_names="甲法", effective_on="2024-05-01")
    assert SettingChange.objects.filter(subject="laws", object_id=law.pk).count() == 1


@pytest.mark.parametrize(
    ("slug", "queries"), [("laws", 7), ("schemes", 8), ("people", 6), ("topics", 7), ("material-kinds", 7)]
)
def test_lists_cost_the_same_whatever_their_length(
    world, coordinator, django_assert_num_queries, slug, queries
):
    for number in range(5):
        Law.objects.create(area=world.township, name=f"办法{number}")
        scheme = Scheme.objects.create(area=world.township, name=f"方案{number}", first_year=2030 + number)
        SchemeMember.objects.create(scheme=scheme, name="进乡村")
    with django_assert_num_queries(queries):
        coordinator.get(reverse("reference:list", args=[slug]))


# Schemes --------------------------------------------------------------------------------------------


def rows(*names, first=0, ids=(), deleted=()):
    data = {"members-TOTAL_FORMS": len(names), "members-INITIAL_FORMS": first}
    for number, name in enumerate(names):
        data |= {f"members-{number}-name": name, f"members-{number}-position": number + 1}
        if number < len(ids):
            data[f"members-{number}-id"] = ids[number]
        if number in deleted:
            data[f"members-{number}-DELETE"] = "on"
    return data


def test_a_new_years_scheme_is_copied_and_totals_per_member_stay(world, sign_in, coordinator, make):
    make(OutreachEvent)
    page = coordinator.get(reverse("reference:new", args=["schemes"]), {"like": world.scheme.pk})
    form, members = page.context["form"], page.context["rows"]
    assert form["name"].value() == "法律七进"
    assert [row["name"].value() for row in members.forms] == ["进乡村", "进社区", "进学校", "进家庭"]
    response = add(
        coordinator,
        "schemes",
        like=world.scheme.pk,
        name="法律八进",
        first_year="2022",
        **rows("进学校", "进乡村", "进寺庙"),
    )
    assert response.status_code == 302
    scheme = Scheme.objects.get(name="法律八进")
    keys = [member.key for member in scheme.members.all()]
    assert (scheme.area, keys[:2]) == (world.township, ["school", "rural"])
    assert keys[2].startswith("own-")
    make(OutreachEvent, setting=scheme.members.get(key="rural"))
    figure = sign_in(world.coordinator).get("/figures/outreach.events_rural/", {"year": "2022"})
    assert figure.context["figure"].value == 2
    assert Scheme.objects.for_area(world.a, 2022) == scheme
    assert Scheme.objects.for_area(world.a, 2021) == world.scheme


def test_members_in_use_stay(world, administrator, make):
    make(OutreachEvent)
    members = list(world.scheme.members.all())
    names = [member.name for member in members]
    ids = [member.pk for member in members]
    data = {"name": "法律七进", "first_year": "2016"}
    response = change(
        administrator, "schemes", world.scheme, **data, **rows(*names, first=4, ids=ids, deleted=[0])
    )
    assert response.context["rows"].non_form_errors() == ["“进乡村”已有记录在用，不能删除；可以改名。"]
    response = change(
        administrator, "schemes", world.scheme, **data, **rows(*names, first=4, ids=ids, deleted=[3])
    )
    assert response.status_code == 302
    assert world.scheme.members.count() == 3


def test_a_scheme_without_members_or_of_a_year_that_has_one_is_refused(world, coordinator):
    response = add(coordinator, "schemes", name="空", first_year="2025", **rows("", ""))
    assert response.context["rows"].non_form_errors() == ["成员至少填 1 行。"]
    response = add(coordinator, "schemes", name="重", first_year="2025", **rows("进乡村", "进乡村"))
    assert response.context["rows"].non_form_errors() == ["成员里“进乡村”写了两遍。"]
    Scheme.objects.create(area=world.township, name="已有", first_year=2025)
    assert errors(add(coordinator, "schemes", name="又一个", first_year="2025", **rows("进乡村"))) == {
        "first_year": ["已有“2025”，不用再加。"]
    }
    assert errors(
        add(coordinator, "schemes", name="倒", first_year="2027", last_year="2026", **rows("进乡村"))
    ) == {"last_year": ["截止年度不能早于起始年度。"]}


def test_a_year_without_a_scheme_is_said(world, coordinator):
    assert "message-warning" not in coordinator.get("/settings/lists/schemes/").content.decode()
    Scheme.objects.update(last_year=2020)
    year = datetime.date.today().year
    sentence = f"{year}年还没有法律进方案"
    assert sentence in coordinator.get("/settings/lists/schemes/").content.decode()
    assert sentence in coordinator.get("/settings/lists/").content.decode()


# Others ---------------------------------------------------------------------------------------------


def test_theme_days(coordinator):
    assert (
        add(coordinator, "topics", name="本镇法治日", use="outreach", month="9", day="9").status_code == 302
    )
    assert Topic.objects.get(name="本镇法治日").when == "9月9日"
    assert errors(add(coordinator, "topics", name="甲", use="outreach", month="2", day="30")) == {
        "day": ["这个月没有这一天，请重新选择。"]
    }
    assert errors(add(coordinator, "topics", name="甲", use="outreach", day="3")) == {
        "month": ["填了日，也请选月。"]
    }


def test_phrases_are_offered_to_reviewers(world, sign_in, coordinator, make):
    add(coordinator, "phrases", text="照片看不清，请换一张。")
    switch(coordinator, "phrases", Phrase.objects.get(text="与另一条记录重复。"))
    event = make(OutreachEvent)
    reviewer = sign_in(world.reviewer)
    for url in (f"/ledgers/outreach-events/{event.pk}/", "/ledgers/outreach-events/"):
        page = reviewer.get(url).content.decode()
        assert 'value="照片看不清，请换一张。"' in page
        assert 'value="与另一条记录重复。"' not in page


def test_an_office_keeps_the_registers_it_was_given(world, sign_in, coordinator):
    change(coordinator, "offices", world.office, name="派出所", registers=["risk-checks"], active="on")
    clerk = sign_in(world.office_clerk)
    assert clerk.get("/ledgers/risk-checks/").status_code == 200
    assert clerk.get("/ledgers/outreach-events/").status_code == 404
    assert errors(add(coordinator, "offices", name="司法所", active="on")) == {
        "name": ["已有“司法所”，不用再加。"]
    }


def test_arranged_days_decide_what_is_a_working_day(administrator):
    day = datetime.date(2031, 10, 1)
    assert is_working_day(day)
    assert add(administrator, "holidays", date="2031-10-01", name="国庆节", year="2031").status_code == 302
    assert not is_working_day(day)
    assert list(errors(add(administrator, "holidays", date="2031-10-01", name="国庆节", year="2031"))) == [
        "date"
    ]


def test_a_year_without_its_arrangement_is_said(administrator):
    url = reverse("reference:list", args=["holidays"])
    assert "放假安排还没有录入" not in administrator.get(url).content.decode()
    Holiday.objects.filter(year=timezone.localdate().year).delete()
    assert f"{timezone.localdate().year}年的放假安排还没有录入" in administrator.get(url).content.decode()
