"""Village notices: how they are entered, when they are late, and what their figures count."""

import datetime
import io

import openpyxl
import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from openness import demo
from openness.models import PostingMatter, VillageNotice
from tests.entries import errors_of, post_edit, post_new
from township.figures.duties import CellState, cells, duties
from township.figures.indicator import indicators
from township.figures.models import NilReturn
from township.figures.period import Period
from township.figures.reading import by_month, read
from township.operations.demo import World
from township.people.models import Area
from township.records.models import State
from township.records.register import registry

YEAR = Period.year(2022)
SLUG = "village-notices"
FINANCE = {
    "category": "finance",
    "span": "month",
    "period_start": "2022-03",
    "date": "2022-04-06",
    "forms": ["board"],
    "supervisor": "陈志远",
}


def matters(*keys):
    """Ids of built-in matters."""
    return list(PostingMatter.objects.filter(area=None, key__in=keys).values_list("pk", flat=True))


@pytest.fixture
def clerk(world, sign_in):
    return sign_in(world.clerk_a)


@pytest.fixture
def notice(make, world):
    def _notice(start="2022-03-01", posted="2022-04-06", **values):
        values = {"category": "village", "span": "month", "forms": ["board"], **values}
        if values["category"] == "finance":
            values.setdefault("supervisor", world.person)
        days = {
            "period_start": datetime.date.fromisoformat(start),
            "date": datetime.date.fromisoformat(posted),
        }
        return make(VillageNotice, **days, **values)

    return _notice


@pytest.fixture
def figure(world):
    def _figure(label, period=YEAR, area=None):
        indicator = indicators.by_label[label]
        return read([indicator], area=area or world.township, period=period)[indicator.key].value

    return _figure


# Entry --------------------------------------------------------------------------------------------


def test_a_month_is_chosen_as_a_month(world, clerk):
    form = clerk.get(reverse("records:new", args=[SLUG])).context["form"]
    assert form.fields["period_start"].widget.input_type == "month"
    response = post_new(clerk, SLUG, area=world.a.pk, subjects=matters("income", "expenses"), **FINANCE)
    assert response.status_code == 302
    record = VillageNotice.objects.get()
    assert (record.period_start, record.period_end) == (datetime.date(2022, 3, 1), datetime.date(2022, 3, 31))
    assert (record.items, record.late, record.supervisor) == (2, False, world.person)
    assert str(record) == "甲村2022年3月财务公开"


def test_the_first_screen_asks_for_six_fields(world):
    declaration = registry.get(SLUG)
    _, names = declaration.fieldsets[0]
    asked = [name for name in names if not declaration.model._meta.get_field(name).blank]
    assert asked == ["area", "category", "span", "period_start", "date", "forms"]


@pytest.mark.parametrize(
    ("span", "start", "end", "words"),
    [
        ("month", "2022-05-01", "2022-05-31", "2022年5月"),
        ("quarter", "2022-04-01", "2022-06-30", "2022年第二季度"),
        ("half", "2022-01-01", "2022-06-30", "2022年上半年"),
    ],
)
def test_any_month_of_a_quarter_or_half_year_will_do(world, clerk, span, start, end, words):
    values = {**FINANCE, "span": span, "period_start": "2022-05", "date": "2022-07-05"}
    assert post_new(clerk, SLUG, area=world.a.pk, **values).status_code == 302
    record = VillageNotice.objects.get()
    assert (str(record.period_start), str(record.period_end)) == (start, end)
    assert record.title == f"甲村{words}财务公开"
    page = clerk.get(reverse("records:detail", args=[SLUG, record.pk]))
    assert ("所属期", words) in page.context["sections"][0][1]


def test_the_list_and_its_workbook_say_the_span_in_the_same_words(world, clerk, notice):
    notice(start="2022-04-01", posted="2022-07-02", span="quarter")
    page = clerk.get(reverse("records:list", args=[SLUG])).content.decode()
    assert ("2022年第二季度" in page, "2022-04-01" in page) == (True, False)
    response = clerk.get(reverse("workbooks:export", args=[SLUG]))
    sheet = openpyxl.load_workbook(io.BytesIO(response.content)).active
    column = [row[0].value for row in sheet.iter_rows()]
    assert column[column.index("所属期") + 1] == "2022年第二季度"


def test_a_community_posts_the_affairs_of_residents(notice, world):
    assert notice().get_category_display() == "村务"
    world.a.kind = Area.Kind.COMMUNITY
    world.a.save()
    assert notice().title == "甲村2022年3月居务公开"


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"supervisor": ""}, "supervisor", "财务公开要经村务监督委员会审核，请填写审核人。"),
        ({"forms": []}, "forms", "请选择公开形式。"),
        ({"period_start": ""}, "period_start", "请填写所属期。"),
        ({"period_start": "三月"}, "period_start", "所属期请按 2026-03 这样填写年月。"),
        ({"date": "2022-02-28"}, "date", "公开日期不能早于所属期。"),
        ({"shown_until": "2022-04-01"}, "shown_until", "公示至不能早于公开日期。"),
        ({"supervised_on": "2022-04-07"}, "date", "先审核后公开，公开日期不能早于审核日期。"),
        (
            {"category": "village", "supervisor": ""},
            "supervisor",
            "村（居）务公开要经村务监督委员会审核，请填写审核人。",
        ),
        ({"link": "不是网址"}, "link", "平台链接请填完整的网址，例如 https://www.example.com/123.html。"),
    ],
)
def test_each_rule_speaks_at_its_field(world, clerk, values, field, sentence):
    response = post_new(clerk, SLUG, area=world.a.pk, **{**FINANCE, **values})
    assert errors_of(response) == {field: [sentence]}
    assert VillageNotice.objects.count() == 0


def test_fewer_items_than_ticks_are_refused(world, clerk):
    values = {**FINANCE, "subjects": matters("income", "debts"), "items": "1"}
    response = post_new(clerk, SLUG, area=world.a.pk, **values)
    assert errors_of(response) == {"items": ["勾选了 2 项公开事项，条数不能少于 2；不填就按勾选数。"]}


def test_an_address_without_a_scheme_is_one_of_https(world, clerk):
    post_new(clerk, SLUG, area=world.a.pk, **FINANCE, link="www.example.com/gk/3.html")
    assert VillageNotice.objects.get().link == "https://www.example.com/gk/3.html"


def test_what_was_typed_stands_in_the_refused_form(world, clerk):
    response = post_new(clerk, SLUG, area=world.a.pk, **{**FINANCE, "supervisor": ""})
    assert 'type="month" name="period_start" value="2022-03"' in response.content.decode()


def test_other_affairs_need_no_supervisor(world, clerk):
    values = {**FINANCE, "category": "party", "supervisor": ""}
    assert post_new(clerk, SLUG, area=world.a.pk, **values).status_code == 302


def test_the_database_wants_finances_supervised(notice):
    with pytest.raises(IntegrityError), transaction.atomic():
        notice(category="finance", supervisor=None)


def test_a_changed_month_moves_the_whole_span(world, clerk, notice):
    record = notice()
    values = {**FINANCE, "period_start": "2022-02", "date": "2022-03-11"}
    assert post_edit(clerk, SLUG, record, area=world.a.pk, **values).status_code == 302
    record.refresh_from_db()
    assert (str(record.period_end), record.late) == ("2022-02-28", True)


@pytest.mark.parametrize(
    "user", ["clerk_b", "stranger", "stranger_clerk", "mediator", "county", "administrator"]
)
def test_strangers_find_no_notice(world, sign_in, notice, user):
    record = notice()
    client = sign_in(world.users[user])
    assert client.get(reverse("records:detail", args=[SLUG, record.pk])).status_code == 404
    response = post_edit(client, SLUG, record, area=world.a.pk, **FINANCE)
    assert response.status_code == 404


# Figures ------------------------------------------------------------------------------------------


def test_eight_items_posted_at_once_are_one_posting(notice, figure):
    notice(items=8)
    assert (figure("三务公开次数"), figure("三务公开条数")) == (1, 8)


@pytest.mark.parametrize(("posted", "late"), [("2022-04-10", 0), ("2022-04-11", 1)])
def test_a_late_posting_is_marked_and_counted(notice, figure, posted, late):
    record = notice(posted=posted)
    assert record.late is bool(late)
    assert (figure("三务公开逾期次数"), figure("三务公开次数")) == (late, 1)
    assert figure("三务公开按期率") == (0.0 if late else 100.0)
    assert figure("三务公开按月张贴月数") == 1


def test_months_go_by_the_span_and_postings_by_their_day(notice, figure):
    notice(start="2022-12-01", posted="2023-01-06")
    notice(start="2021-12-01", posted="2022-01-06")
    assert figure("三务公开按月张贴月数") == 1
    assert figure("三务公开次数") == 1
    months = by_month([indicators.get("notices.months")], area=Area.objects.home(), period=YEAR)
    assert list(months["notices.months"].values()) == [0] * 11 + [1]


def test_the_township_covers_a_month_when_any_village_does(world, notice, figure):
    notice(start="2022-01-01")
    notice(start="2022-01-01")
    notice(start="2022-02-01", area=world.b, keeper=world.b)
    assert figure("三务公开按月张贴月数") == 2
    assert figure("三务公开按月张贴月数", area=world.a) == 1
    assert figure("开展三务公开的村（社区）数") == 2


def test_kinds_are_told_apart(notice, figure):
    notice(category="party")
    notice(category="finance")
    notice(category="finance", state=State.RETURNED)
    labels = ("党务公开次数", "村（居）务公开次数", "财务公开次数", "三务公开次数")
    assert [figure(label) for label in labels] == [1, 0, 1, 2]


# What is due --------------------------------------------------------------------------------------


def test_each_village_owes_its_finances_for_every_month(world, notice):
    notice(start="2022-03-01", posted="2022-04-06", category="finance")
    notice(start="2022-04-01", posted="2022-05-06", category="village")
    NilReturn.objects.create(
        register=SLUG, area=world.a, start=datetime.date(2022, 2, 1), end=datetime.date(2022, 2, 28)
    )
    duty = duties.for_area(world.a)["openness.finance"]
    period = Period(datetime.date(2022, 2, 1), datetime.date(2022, 4, 30))
    found = cells(duty, area=world.a, period=period, today=datetime.date(2022, 6, 1))
    assert [cell.state for cell in found] == [CellState.NIL, CellState.DONE, CellState.MISSING]
    assert found[-1].due == datetime.date(2022, 5, 10)


# The demonstration year ---------------------------------------------------------------------------


@pytest.fixture
def demo_world(db):
    world = World.build()
    demo.seed(world)
    return world


def test_the_demonstration_posts_every_month_of_2022(demo_world):
    months = indicators.get("notices.months")
    area = Area.objects.home()
    assert read([months], area=area, period=YEAR)["notices.months"].value == 12
    assert read([months], area=area, period=Period.year(2021))["notices.months"].value == 10


def test_seeding_again_changes_nothing(demo_world):
    before = list(VillageNotice.objects.order_by("pk").values())
    demo.seed(World.build())
    assert list(VillageNotice.objects.order_by("pk").values()) == before


def test_the_demonstration_keeps_the_rules_of_the_forms(demo_world):
    for record in VillageNotice.objects.all():
        record.full_clean(exclude=["created_by", "updated_by", "reviewed_by"])
