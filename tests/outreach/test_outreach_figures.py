"""What the figures of legal outreach count, and what they leave out."""

import datetime

import pytest

from outreach import demo
from outreach.models import (
    CounselVisit,
    DemonstrationSite,
    FiveItem,
    LegalAwarePerson,
    LegalCulturePlace,
    OutreachEvent,
    PublishedItem,
    Team,
)
from township.figures.duties import CellState, cells, duties
from township.figures.indicator import indicators
from township.figures.period import Period
from township.figures.reading import by_area, by_category, read
from township.figures.wording import rounded_down
from township.operations.demo import World
from township.people.models import Area, Person
from township.records.models import State, Topic

YEAR = Period.year(2022)
MODELS = (
    CounselVisit,
    DemonstrationSite,
    FiveItem,
    LegalAwarePerson,
    LegalCulturePlace,
    OutreachEvent,
    PublishedItem,
    Team,
)


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.fixture
def people(world):
    return [Person.objects.create(area=world.township, name=f"队员{number}") for number in range(4)]


@pytest.fixture
def team(make, world):
    def _team(members, **values):
        rows = [member if isinstance(member, dict) else {"person": member} for member in members]
        values = {"kind": "outreach", "date": day("2020-01-05"), **values}
        return make(Team, lines={"members": rows}, **values)

    return _team


# Events -------------------------------------------------------------------------------------------


def test_an_event_counts_under_its_main_setting_only(world, make, figure):
    event = make(OutreachEvent, setting=world.settings["rural"])
    event.other_settings.set([world.settings["family"], world.settings["community"]])
    labels = ("普法活动场次", "法律进乡村活动次数", "法律进家庭活动次数", "法律进社区活动次数")
    assert [figure(label) for label in labels] == [1, 1, 0, 0]
    assert figure("开展活动的法律进个数") == 1


def test_rows_and_tags_do_not_multiply_events(world, make, figure):
    topics = Topic.objects.filter(use="outreach", key__in=["constitution-week", "constitution-day"])
    for _ in range(2):
        rows = [{"kind_id": "leaflet", "quantity": 20, "unit": "份"} for _ in range(3)]
        event = make(
            OutreachEvent, lines={"materials": rows}, attendance=40, consultations=5, forms=["yard", "stall"]
        )
        event.topics.set(topics)
    assert figure("普法活动场次") == 2
    assert figure("普法活动参加人次") == 80
    assert figure("接受群众咨询人次") == 10
    assert figure("宣传资料发放份数") == 120
    assert figure("宪法宣传周活动场次") == 2
    assert figure("院坝会普法场次") == 2


def test_a_joint_event_is_one_for_the_township_and_one_in_each_village(world, make, figure):
    make(OutreachEvent, area=world.a).villages.set([world.b])
    assert figure("普法活动场次") == 1
    assert (figure("普法活动场次", area=world.a), figure("普法活动场次", area=world.b)) == (1, 1)
    places = by_area([indicators.get("outreach.events")], area=world.township, period=YEAR)
    assert places["outreach.events"] == {world.a: 1, world.b: 1, world.township: 0}
    assert figure("开展普法活动的村（社区）数") == 1


def test_one_place_for_five_days_is_one_event_and_five_villages_are_five(world, make, figure):
    """宣传周: the same stall on five days is one; a day in each of five villages is five."""
    make(OutreachEvent, area=world.township, date=day("2022-12-01"), ended_on=day("2022-12-05"))
    assert figure("普法活动场次") == 1
    villages = [world.a, world.b] + [
        Area.objects.create(name=f"第{number}村", parent=world.township, level=Area.Level.VILLAGE)
        for number in range(3)
    ]
    for number, village in enumerate(villages):
        make(OutreachEvent, area=village, date=day(f"2022-12-0{number + 1}"))
    assert figure("普法活动场次") == 6
    assert figure("开展普法活动的村（社区）数") == 5


def test_other_settings_stand_beside_the_whole(world, make, figure):
    event = make(OutreachEvent, setting=world.settings["rural"])
    event.other_settings.set([world.settings["family"]])
    labels = ("法律进家庭兼顾活动次数", "法律进家庭活动次数", "法律进乡村活动次数", "法律进乡村兼顾活动次数")
    assert [figure(label) for label in labels] == [1, 0, 1, 0]


def test_an_event_in_two_forms_is_one_of_each_and_one_in_all(make, figure):
    make(OutreachEvent, forms=["lecture", "talk"])
    make(OutreachEvent, forms=["visit"])
    labels = ("普法讲座场次", "法治宣讲场次", "普法入户走访次数", "普法活动场次", "法治电影放映场次")
    assert [figure(label) for label in labels] == [1, 1, 1, 2, 0]


def test_what_the_county_held_is_cohosted(make, figure):
    make(OutreachEvent)
    make(OutreachEvent, part="cohost")
    labels = ("普法活动场次", "主办普法活动场次", "协办普法活动场次")
    assert [figure(label) for label in labels] == [2, 1, 1]


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("national-security", "国家安全普法活动场次"),
        ("civil-code", "民法典普法活动场次"),
        ("anti-drug", "禁毒普法活动场次"),
        ("safe-production", "安全生产普法活动场次"),
        ("school-start", "开学法治第一课场次"),
        ("elder-fraud", "防范养老诈骗普法活动场次"),
    ],
)
def test_events_by_theme(make, figure, key, label):
    make(OutreachEvent).topics.set(Topic.objects.filter(use="outreach", key=key))
    make(OutreachEvent)
    assert (figure(label), figure("宪法宣传周活动场次")) == (1, 0)


def test_units_that_differ_are_not_added_up(make, figure):
    rows = [
        {"kind_id": "leaflet", "quantity": 100, "unit": "份"},
        {"kind_id": "handbook", "quantity": 30, "unit": "册"},
        {"kind_id": "poster", "quantity": 7, "unit": "张"},
        {"kind_id": "reader", "quantity": 11, "unit": "本"},
        {"kind_id": "gift", "quantity": 13, "unit": "件"},
    ]
    make(OutreachEvent, lines={"materials": rows})
    labels = (
        "宣传资料发放份数",
        "法治读本发放本数",
        "宣传品发放件数",
        "张贴宣传海报张数",
        "宣传手册发放册数",
    )
    assert [figure(label) for label in labels] == [137, 11, 13, 7, 30]


def test_reads_online_are_no_attendance(make, figure):
    make(OutreachEvent, attendance=40, online_reads=900)
    assert (figure("普法活动参加人次"), figure("普法线上阅读次数")) == (40, 900)


def test_settings_are_told_apart_by_name(world, make):
    make(OutreachEvent)
    make(OutreachEvent, setting=world.settings["school"])
    found = by_category(indicators.get("outreach.events"), area=world.township, period=YEAR)
    assert found == {"进乡村": 1, "进学校": 1}


def test_media_reports_count_by_item(make, figure):
    rows = [{"headline": "送法进村"}, {"headline": "送法进村", "rank": "city"}]
    make(OutreachEvent, lines={"reports": rows})
    assert figure("普法信息报道条数") == 2


# Teams and sites ----------------------------------------------------------------------------------


def test_members_are_counted_as_people_and_as_seats(team, people, figure):
    team(people[:3])
    team(people[2:])
    assert figure("法治宣传队伍支数") == 2
    assert (figure("法治宣传队伍人数"), figure("法治宣传队伍队员席位数")) == (4, 5)


def test_who_joined_later_or_left_is_not_in_the_stock(team, people, figure):
    team(
        [
            people[0],
            {"person": people[1], "left_on": day("2022-08-31")},
            {"person": people[2], "joined_on": day("2023-02-01")},
        ]
    )
    assert figure("法治宣传队伍人数") == 1
    assert figure("法治宣传队伍人数", Period.year(2021)) == 2
    assert figure("法治宣传队伍人数", Period.year(2023)) == 2


def test_a_closed_team_stays_in_the_years_it_existed(team, people, figure):
    team(people[:2], valid_to=day("2022-06-30"))
    team(people[2:], kind="counsel")
    assert (figure("法治宣传队伍支数", Period.year(2021)), figure("法治宣传队伍人数", Period.year(2021))) == (
        1,
        2,
    )
    assert (figure("法治宣传队伍支数"), figure("法治宣传队伍人数")) == (0, 0)


def test_a_village_named_twice_is_one_and_a_revoked_one_keeps_its_past(world, make, figure):
    site = {
        "programme": "village",
        "date": day("2020-01-05"),
        "named_on": day("2021-05-01"),
        "stage": "named",
    }
    make(DemonstrationSite, rank="county", **site)
    make(DemonstrationSite, rank="city", **site)
    make(
        DemonstrationSite,
        rank="city",
        area=world.b,
        **{**site, "stage": "revoked"},
        valid_to=day("2022-06-30"),
    )
    make(DemonstrationSite, rank="city", area=world.b, programme="village", stage="building")
    assert figure("民主法治示范村（社区）个数") == 1
    assert figure("民主法治示范村（社区）个数", Period.year(2021)) == 2


def test_items_present_are_counted(world, make, figure):
    item = {"year": 2022, "setting": world.settings["rural"], "responsible": world.justice_office}
    make(FiveItem, item="plan", presence="present", **item)
    make(FiveItem, item="letter", presence="absent", **item)
    make(FiveItem, item="events", presence="na", **item)
    assert figure("五有已落实项数") == 1


def test_counsels_and_vice_principals_are_people_of_their_own_teams(team, people, figure):
    team(people[:2], kind="counsel")
    team(people[1:3], kind="counsel")
    team(people[3:], kind="vice_principals")
    labels = ("村（社区）法律顾问人数", "法治副校长人数", "法治宣传队伍人数")
    assert [figure(label) for label in labels] == [3, 1, 0]


# What is due --------------------------------------------------------------------------------------


def test_each_village_owes_an_event_a_quarter(world, make):
    make(OutreachEvent, date=day("2022-02-10"), area=world.a)
    found = cells(
        duties["outreach.quarterly"], area=world.township, period=YEAR, today=datetime.date(2022, 5, 1)
    )
    states = {(cell.area.name, cell.period.start.month): cell.state for cell in found}
    assert states["甲村", 1] == CellState.DONE
    assert states["乙村", 1] == CellState.MISSING
    assert states["甲村", 4] == CellState.AHEAD


def test_the_township_owes_a_constitution_week(world, make):
    duty, today = duties["outreach.constitution_week"], datetime.date(2023, 2, 1)
    make(OutreachEvent, date=day("2022-12-04"))
    [cell] = cells(duty, area=world.township, period=YEAR, today=today)
    assert cell.state == CellState.MISSING
    make(OutreachEvent, date=day("2022-12-04")).topics.set(
        Topic.objects.filter(use="outreach", key="constitution-day")
    )
    [cell] = cells(duty, area=world.township, period=YEAR, today=today)
    assert cell.state == CellState.DONE


def test_whoever_takes_part_in_a_joint_event_has_answered(world, make):
    make(OutreachEvent, date=day("2022-02-10"), area=world.a).villages.set([world.b])
    period = Period(day("2022-01-01"), day("2022-03-31"))
    duty = duties["outreach.quarterly"]
    for area in (world.township, world.b):
        found = cells(duty, area=area, period=period, today=datetime.date(2022, 5, 1))
        assert {cell.state for cell in found} == {CellState.DONE}


# The demonstration year ---------------------------------------------------------------------------


@pytest.fixture
def demo_world(db):
    world = World.build()
    demo.seed(world)
    return world


def demo_figures(year):
    wanted = [found for found in indicators.all() if found.record_model._meta.app_label == "outreach"]
    found = read(wanted, area=Area.objects.home(), period=Period.year(year))
    return {figure.indicator.label: figure.value for figure in found.values()}


def test_the_demonstration_year_gives_the_figures_of_the_report(demo_world):
    figures = demo_figures(2022)
    exact = {
        "法律进乡村活动次数": 14,
        "法律进社区活动次数": 3,
        "法治宣传队伍支数": 7,
        "法治宣传队伍人数": 28,
        "法治读本发放本数": 520,
        "民主法治示范村（社区）个数": 1,
        "法律明白人人数": 45,
        "法治阵地处数": 8,
        "信息采用篇数": 7,
    }
    assert {label: figures[label] for label in exact} == exact
    assert rounded_down(figures["宣传资料发放份数"], "百") == "5000余"
    assert rounded_down(figures["接受群众咨询人次"], "百") == "300余"
    before = demo_figures(2021)
    assert before["法律进乡村活动次数"] not in (None, 14)


def test_seeding_again_changes_nothing(demo_world):
    before = [list(model.objects.order_by("pk").values()) for model in MODELS]
    demo.seed(World.build())
    assert [list(model.objects.order_by("pk").values()) for model in MODELS] == before


def test_drafts_and_returned_events_of_the_demonstration_do_not_count(demo_world):
    unfinished = OutreachEvent.objects.filter(date__year=2022, state__in=[State.DRAFT, State.RETURNED])
    assert unfinished.count() == 2
    counted = demo_figures(2022)
    unfinished.delete()
    assert demo_figures(2022) == counted


def test_the_demonstration_keeps_the_rules_of_the_forms(demo_world):
    for model in MODELS:
        for record in model.objects.all():
            record.full_clean(exclude=["created_by", "updated_by", "reviewed_by"])
