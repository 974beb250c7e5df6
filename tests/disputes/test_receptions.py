"""Reception days: entry with their matters, sealed visitors, figures, and the monthly duty."""

import datetime

import pytest
from django.db import connection
from django.urls import reverse

from disputes.models import Dispute, Petition, ReceptionDay, ReceptionMatter, Visitor
from tests.entries import errors_of, post_edit, post_new
from township.figures.duties import CellState, cells, duties
from township.figures.period import Period
from township.records.models import Change, State
from township.records.register import registry

SLUG = "reception-days"
DAY = {
    "date": "2022-03-15",
    "leader": "陈志远（镇党委书记）",
    "method": "office",
    "batches": "2",
    "people": "5",
}
MATTERS = [
    {"summary": "询问低保评议程序", "outcome": "answered"},
    {"summary": "反映组道占用菜地", "outcome": "settled", "settled_on": "2022-03-20"},
    {"summary": "反映山塘漏水", "outcome": "assigned"},
]
VISITOR = {"name": "欧阳某甲", "phone": "13912345678", "address": "三组8号", "matter": "1"}
SECRETS = ("欧阳某甲", "13912345678", "三组8号")


@pytest.fixture
def coordinator(world, sign_in):
    return sign_in(world.coordinator)


@pytest.fixture
def reception(world, make):
    def _reception(day="2022-03-15", **values):
        values = {"leader": world.person, "batches": 1, "people": 2, **values}
        return make(ReceptionDay, date=datetime.date.fromisoformat(day), **values)

    return _reception


def test_matters_say_what_became_of_the_day(world, coordinator):
    lines = {"matters": MATTERS, "visitors": [VISITOR]}
    typed = {**DAY, "answered": "9"}
    assert post_new(coordinator, SLUG, area=world.a.pk, lines=lines, **typed).status_code == 302
    record = ReceptionDay.objects.get()
    assert (record.answered, record.assigned, record.settled) == (1, 2, 2)
    assert (str(record), record.leader) == ("2022年3月15日陈志远定点接访", world.person)


def test_a_matter_settled_later_moves_the_numbers(world, coordinator):
    post_new(coordinator, SLUG, area=world.a.pk, lines={"matters": MATTERS[2:]}, **DAY)
    record = ReceptionDay.objects.get()
    assert (record.assigned, record.settled) == (1, 0)
    row = {**MATTERS[2], "id": record.matters.get().pk, "record": record.pk, "outcome": "settled"}
    post_edit(coordinator, SLUG, record, area=world.a.pk, lines={"matters": [row]}, **DAY)
    record.refresh_from_db()
    assert (record.assigned, record.settled) == (1, 1)


def test_without_rows_the_numbers_are_as_typed(world, coordinator):
    typed = {"answered": "1", "assigned": "1", "settled": "0"}
    assert post_new(coordinator, SLUG, area=world.a.pk, **DAY, **typed).status_code == 302
    record = ReceptionDay.objects.get()
    assert (record.answered, record.assigned, record.settled) == (1, 1, 0)


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"people": "1"}, "batches", "接待批次不能多于接待人次。"),
        ({"batches": "0"}, "batches", "有人来访的，接待批次至少是 1。"),
        ({"leader": ""}, "leader", "请填写接访领导及职务。"),
    ],
)
def test_each_rule_speaks_at_its_field(world, coordinator, values, field, sentence):
    response = post_new(coordinator, SLUG, area=world.a.pk, **{**DAY, **values})
    assert errors_of(response) == {field: [sentence]}


def test_a_day_nobody_came_is_a_zero_report(world, coordinator):
    values = {**DAY, "batches": "0", "people": "0"}
    assert post_new(coordinator, SLUG, area=world.a.pk, **values).status_code == 302


def test_the_first_screen_asks_for_six_fields():
    declaration = registry.get(SLUG)
    _, names = declaration.fieldsets[0]
    assert [name for name in names if not declaration.model._meta.get_field(name).blank] == [
        "date",
        "leader",
        "method",
        "area",
        "batches",
        "people",
    ]


# Visitors -----------------------------------------------------------------------------------------


@pytest.fixture
def entered(world, coordinator):
    post_new(coordinator, SLUG, area=world.a.pk, lines={"matters": MATTERS, "visitors": [VISITOR]}, **DAY)
    return ReceptionDay.objects.get()


def shown(text):
    return [secret for secret in SECRETS if secret in text]


def test_visitors_are_sealed_in_the_database_and_the_history(entered):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {Visitor._meta.db_table}")
        assert shown(repr(cursor.fetchall())) == []
    assert shown(repr(list(Change.objects.values_list("details", "reason")))) == []
    assert entered.visitors.get().name == "欧阳某甲"


@pytest.mark.parametrize(
    ("user", "found"),
    [
        ("coordinator", list(SECRETS)),
        ("reviewer", list(SECRETS)),
        ("deputy", list(SECRETS)),
        ("principal", []),
    ],
)
def test_only_readers_of_parties_see_visitors(world, sign_in, entered, user, found):
    page = sign_in(world.users[user]).get(reverse("records:detail", args=[SLUG, entered.pk]))
    assert (page.status_code, shown(page.content.decode())) == (200, found)
    assert "反映山塘漏水" in page.content.decode()


@pytest.mark.parametrize("user", ["clerk_a", "clerk_b", "stranger", "county", "administrator"])
def test_strangers_find_no_reception(world, sign_in, entered, user):
    client = sign_in(world.users[user])
    assert client.get(reverse("records:detail", args=[SLUG, entered.pk])).status_code == 404
    assert post_edit(client, SLUG, entered, area=world.a.pk, **DAY).status_code == 404


def test_lists_and_workbooks_name_no_visitor(coordinator, entered):
    for name in ("records:list", "workbooks:export"):
        assert shown(coordinator.get(reverse(name, args=[SLUG])).content.decode("utf-8", "ignore")) == []


# Figures ------------------------------------------------------------------------------------------


def test_days_parties_people_and_leaders(world, reception, figure):
    reception("2022-03-15", batches=2, people=5)
    reception("2022-03-22", batches=1, people=1, method="field", area=world.a)
    reception("2022-05-15", batches=0, people=0)
    reception("2022-06-15", state=State.RETURNED, batches=9, people=90)
    labels = (
        "领导接访次数",
        "领导接访批次",
        "领导接访人次",
        "带案下访次数",
        "开展领导接访的月数",
        "参加接访领导人数",
    )
    assert [figure(label).value for label in labels] == [3, 3, 6, 1, 2, 1]


def test_visits_of_petitions_and_parties_of_receptions_are_two_numbers(make, reception, figure):
    petition = make(Petition, channel="visit", demand="grievance", visitors=3)
    day = reception(batches=1, people=3)
    ReceptionMatter.objects.create(record=day, summary="反映山塘漏水", petition=petition)
    assert (figure("来访批次").value, figure("领导接访批次").value) == (1, 1)
    assert figure("接访登记信访事项数").value == 1


def test_a_dispute_out_of_a_petition_and_a_reception_is_one(make, reception, figure):
    dispute = make(Dispute, kind="neighbours", origin="petition", summary="甲与乙。")
    petition = make(Petition, channel="visit", demand="grievance", visitors=3, dispute=dispute)
    day = reception()
    for _ in range(2):
        ReceptionMatter.objects.create(record=day, summary="邻里排水", petition=petition, dispute=dispute)
    labels = ("受理矛盾纠纷件数", "信访转来纠纷件数", "接访转来纠纷件数", "接访转调解事项数")
    assert [figure(label).value for label in labels] == [1, 1, 1, 2]


def test_the_rate_is_of_the_matters_in_rows(reception, figure):
    day = reception(batches=1, people=2)
    for outcome in ("answered", "assigned", "settled", "redirected"):
        ReceptionMatter.objects.create(record=day, summary="一件事", outcome=outcome)
    day.count_matters()
    rate = figure("接访事项办结率")
    assert (rate.value, rate.numerator, rate.denominator) == (50.0, 2, 4)
    labels = ("接访当场答复件数", "接访交办件数", "接访事项办结件数")
    assert [figure(label).value for label in labels] == [1, 2, 2]


def test_the_township_owes_a_reception_every_month(world, reception):
    reception("2022-03-15")
    period = Period(datetime.date(2022, 3, 1), datetime.date(2022, 4, 30))
    duty = duties["disputes.monthly_reception"]
    found = cells(duty, area=world.township, period=period, today=datetime.date(2022, 6, 1))
    assert [(cell.area, cell.state) for cell in found] == [
        (world.township, CellState.DONE),
        (world.township, CellState.MISSING),
    ]
