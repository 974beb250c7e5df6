"""Places of legal culture, news sent in, and what a review of a demonstration site ends with."""

import datetime

import pytest
from django.urls import reverse

from outreach.models import DemonstrationSite, LegalCulturePlace, MediaReport, OutreachEvent, PublishedItem
from outreach.registers import DemonstrationSites, LegalCulturePlaces, PublishedItems
from tests.entries import errors_of, post_new
from tests.factories import make_record
from township.figures.indicator import indicators
from township.figures.period import Period
from township.figures.reading import by_category

YEAR = Period.year(2022)
PLACE = {"title": "法治长廊", "kind": "corridor", "date": "2021-05-01", "standing": "in_use"}
NEWS = {"title": "送法进村", "date": "2022-03-05"}
SITE = {"date": "2021-01-05", "title": "甲村", "programme": "village", "rank": "county", "stage": "named"}


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.fixture
def clerk(world, sign_in):
    return sign_in(world.clerk_a)


# Places -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"title": ""}, "title", "请填写阵地名称。"),
        ({"kind": ""}, "kind", "请选择阵地类别。"),
        ({"standing": "closed"}, "valid_to", "停用的请填写停用日期。"),
        ({"valid_to": "2022-01-01"}, "standing", "填了停用日期的，使用状态请选“停用”。"),
        ({"standing": "closed", "valid_to": "2021-04-30"}, "valid_to", "停用日期不能早于建成日期。"),
        ({"invested": "-1"}, "invested", "建设投入（元）不能为负数，请填 0 或正整数。"),
    ],
)
def test_each_rule_of_a_place_speaks_at_its_field(world, clerk, values, field, sentence):
    response = post_new(clerk, "legal-culture-places", area=world.a.pk, **{**PLACE, **values})
    assert errors_of(response) == {field: [sentence]}
    assert LegalCulturePlace.objects.count() == 0


def test_places_are_a_stock_and_closed_ones_keep_their_past(world, make, figure):
    make(LegalCulturePlace, kind="park", date=day("2020-05-01"))
    make(
        LegalCulturePlace, kind="board", date=day("2021-05-01"), standing="closed", valid_to=day("2022-06-30")
    )
    make(LegalCulturePlace, kind="board", date=day("2022-05-01"), standing="under_repair", invested=4000)
    assert (figure("法治阵地处数", Period.year(2021)), figure("法治阵地处数")) == (2, 2)
    assert (figure("新建法治阵地处数"), figure("新建法治阵地建设投入金额")) == (1, 4000)
    found = by_category(indicators.get("outreach.culture_places"), area=world.township, period=YEAR)
    assert found == {"法治公园（广场）": 1, "法治宣传栏": 1}


def test_a_place_is_not_named_by_being_built(make, figure):
    make(LegalCulturePlace, kind="park", date=day("2020-05-01"))
    assert figure("新命名法治示范创建个数") is None


# News ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"title": ""}, {"title": ["请填写标题。"]}),
        (
            {"outlet": "县融媒体中心"},
            {
                "adopted_on": ["填了采用单位的，请填写采用日期。"],
                "rank": ["填了采用单位的，请选择采用级别。"],
            },
        ),
        ({"rank": "city"}, {"outlet": ["填了采用级别或采用日期的，请填写采用单位。"]}),
        (
            {"outlet": "县报", "rank": "county", "adopted_on": "2022-03-01"},
            {"adopted_on": ["采用日期不能早于报送日期。"]},
        ),
        ({"link": "不是网址"}, {"link": ["链接请填完整的网址，例如 https://www.example.com/123.html。"]}),
    ],
)
def test_each_rule_of_news_speaks_at_its_field(world, clerk, values, expected):
    response = post_new(clerk, "published-items", area=world.a.pk, **{**NEWS, **values})
    assert errors_of(response) == expected


def test_news_is_sent_on_one_day_and_taken_up_on_another(make, figure, world):
    taken = {"outlet": "市司法局网站", "rank": "city"}
    make(PublishedItem, date=day("2021-12-30"), adopted_on=day("2022-01-04"), **taken)
    make(PublishedItem, date=day("2022-05-01"), adopted_on=day("2022-05-06"), outlet="县报", rank="county")
    make(PublishedItem, date=day("2022-06-01"))
    assert (figure("信息报送篇数"), figure("信息采用篇数"), figure("市级以上信息采用篇数")) == (2, 2, 1)
    found = by_category(indicators.get("outreach.published_adopted"), area=world.township, period=YEAR)
    assert found == {"县": 1, "市": 1}


def test_news_of_an_event_stands_with_the_event(make, figure):
    make(OutreachEvent, lines={"reports": [{"headline": "送法进村", "rank": MediaReport.Rank.COUNTY}]})
    make(PublishedItem)
    assert (figure("普法信息报道条数"), figure("信息报送篇数")) == (1, 1)


# Demonstration sites ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"conclusion": "kept"}, "reviewed_on", "有复核结论的请填写最近复核日期。"),
        (
            {"conclusion": "revoked", "reviewed_on": "2022-03-01"},
            "stage",
            "复核结论是撤销或注销的，创建状态请选同样的一项。",
        ),
    ],
)
def test_what_a_review_ends_with(world, clerk, values, field, sentence):
    site = {**SITE, "named_on": "2021-06-01", "area": world.a.pk}
    assert errors_of(post_new(clerk, "demonstration-sites", **{**site, **values})) == {field: [sentence]}
    kept = {**site, "stage": "kept", "conclusion": "kept", "reviewed_on": "2022-03-01"}
    assert post_new(clerk, "demonstration-sites", **kept).status_code == 302


def test_the_day_of_naming_is_asked_of_what_is_named(make):
    on_the_way = make(DemonstrationSite, programme="village", rank="county", stage="applied")
    mending = make(DemonstrationSite, programme="village", rank="county", stage="mending")
    assert DemonstrationSites.missing(on_the_way) == ()
    assert DemonstrationSites.missing(mending) == ("named_on",)


def test_a_village_counts_by_its_highest_rank_and_apart_by_each(world, make, figure):
    site = {"programme": "village", "date": day("2020-01-05"), "named_on": day("2021-05-01")}
    make(DemonstrationSite, rank="county", stage="named", **site)
    make(DemonstrationSite, rank="province", stage="mending", **site)
    make(DemonstrationSite, rank="county", stage="kept", area=world.b, **site)
    assert figure("民主法治示范村（社区）个数") == 2
    villages = indicators.get("outreach.demonstration_villages")
    assert by_category(villages, area=world.township, period=YEAR) == {"省": 1, "县": 2}


def test_named_this_year_goes_by_the_day_of_naming(make, figure):
    for applied, named in (("2021-01-05", "2022-05-01"), ("2022-01-05", "2023-05-01")):
        make(
            DemonstrationSite,
            programme="household",
            rank="county",
            stage="named",
            date=day(applied),
            named_on=day(named),
        )
    assert (figure("新命名法治示范创建个数"), figure("学法用法示范户户数")) == (1, 1)


@pytest.mark.parametrize("register", [LegalCulturePlaces, PublishedItems])
@pytest.mark.parametrize("user", ["clerk_b", "stranger", "stranger_clerk", "mediator", "auditor", "county"])
def test_strangers_find_nothing(register, user, world, sign_in):
    record = make_record(register, world, area=world.a)
    url = reverse("records:detail", args=[register.slug, record.pk])
    assert sign_in(world.users[user]).get(url).status_code == 404
