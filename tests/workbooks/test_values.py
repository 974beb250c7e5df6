"""What cells say: dates, numbers, yes and no, places, laws, choices, people."""

import datetime
from decimal import Decimal

import pytest

from disputes.models import Dispute
from openness.models import VillageNotice
from outreach.models import OutreachEvent
from township.people.gate import Gate
from township.people.models import Area, Person
from township.records.models import Law
from township.records.register import registry
from township.workbooks.lookups import Lookups
from township.workbooks.values import Reader, Unfit
from training.models import Exam, StudySession

MARCH_5 = datetime.date(2022, 3, 5)


@pytest.fixture
def reader(world):
    gate = Gate(world.coordinator)
    return Reader(Lookups(registry.get("outreach-events"), gate), 2022)


def read(reader, model, name, cell):
    field = model._meta.get_field(name)
    return reader.read(field, cell, str(field.verbose_name))


@pytest.mark.parametrize(
    "cell",
    [
        "2022-3-5", "2022-03-05", "2022.3.5", "2022/3/5", "2022/03/05", "2022年3月5日", "2022年03月05日",
        "２０２２年３月５日", " 2022 - 3 - 5 ", "3月5日", "3月5号", "3-5", "3/5", "20220305", 20220305,
        "2022-3-5 14:30", "2022年3月5日上午", "2022-03-05 00:00:00", 44625, "44625", 44625.604,
        {"date": "2022-03-05"},
    ],
)  # fmt: skip
def test_days(reader, cell):
    assert read(reader, OutreachEvent, "date", cell).value == MARCH_5


def test_days_counted_from_1904(world):
    gate = Gate(world.coordinator)
    mac = Reader(Lookups(registry.get("outreach-events"), gate), 2022, date_1904=True)
    assert read(mac, OutreachEvent, "date", 44625 - 1462).value == MARCH_5


@pytest.mark.parametrize(
    "cell",
    [
        "2022-2-30",
        "13月5日",
        "3.5日晚",
        "春节前",
        3.5,
        12,
        "2022-3-5至7日",
        True,
        {"time": "14:30"},
        "2022年",
    ],
)
def test_days_that_are_none(reader, cell):
    with pytest.raises(Unfit, match="活动日期"):
        read(reader, OutreachEvent, "date", cell)


@pytest.mark.parametrize(
    ("cell", "value", "approximate"),
    [
        (120, 120, False), (120.0, 120, False), ("120", 120, False), ("1,200", 1200, False),
        ("1，200", 1200, False), ("1200人", 1200, False), ("1200 人次", 1200, False), ("１２０", 120, False),
        ("约300", 300, True), ("300余", 300, True), ("300余人", 300, True), ("近300人次", 300, True),
        ("300人左右", 300, True), ("一百二十", 120, False), ("三百余人", 300, True), ("3万", 30000, False),
        ("1.2万", 12000, False), ("共120人", 120, False), ("0", 0, False), ("无", 0, False), ("-5", -5, False),
    ],
)  # fmt: skip
def test_counts(reader, cell, value, approximate):
    found = read(reader, OutreachEvent, "attendance", cell)
    assert (found.value, found.approximate) == (value, approximate)


@pytest.mark.parametrize(
    "cell",
    ["很多", "120.5", 12.5, "50-60", "50人、60人", "3家50人", "120份资料", True, {"date": "2022-03-05"}],
)
def test_counts_that_are_none(reader, cell):
    with pytest.raises(Unfit, match="参加群众"):
        read(reader, OutreachEvent, "attendance", cell)


@pytest.mark.parametrize(
    ("cell", "value"), [("3.5万元", "35000.00"), ("¥1,200.50", "1200.50"), (800, "800.00")]
)
def test_amounts(reader, cell, value):
    assert read(reader, Dispute, "amount", cell).value == Decimal(value)


@pytest.mark.parametrize("cell", [None, "", " ", "-", "—", "/"])
def test_nothing_is_not_zero(reader, cell):
    assert read(reader, OutreachEvent, "banners", cell).value is None


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("是", True),
        ("√", True),
        ("有", True),
        (True, True),
        ("Y", True),
        ("否", False),
        ("×", False),
        ("无", False),
        (False, False),
    ],
)
def test_yes_and_no(reader, cell, value):
    assert read(reader, StudySession, "planned", cell).value is value


@pytest.mark.parametrize("cell", ["甲村", "甲", "430000100200", 430000100200, "甲 村", "甲村村委会"])
def test_villages_by_name_short_name_and_code(reader, world, cell):
    assert read(reader, OutreachEvent, "area", cell).value == world.a


@pytest.mark.parametrize("cell", ["镇本级", "毛俊镇", "毛俊镇（镇本级）"])
def test_the_township_itself(reader, world, cell):
    assert read(reader, OutreachEvent, "area", cell).value == world.township


def test_places_that_are_not_ours(reader):
    with pytest.raises(Unfit, match="本镇没有“丙村”"):
        read(reader, OutreachEvent, "area", "丙村")


def test_a_village_is_told_from_an_unknown_place(world):
    own = Reader(Lookups(registry.get("outreach-events"), Gate(world.clerk_a)), 2022)
    with pytest.raises(Unfit, match="您不能替乙村录入"):
        read(own, OutreachEvent, "area", "乙村")


@pytest.mark.parametrize(
    "cell",
    ["《民法典》《宪法》", "民法典、宪法", "《中华人民共和国民法典》、中华人民共和国宪法", "宪法；民法典"],
)
def test_laws_with_and_without_marks(reader, cell):
    names = {
        law.name.removeprefix("中华人民共和国") for law in read(reader, OutreachEvent, "laws", cell).value
    }
    assert names == {"民法典", "宪法"}


def test_a_law_whose_name_holds_a_separator(reader, db):
    law = Law.objects.create(name="某县禁止燃放、经营烟花爆竹规定")
    assert read(reader, OutreachEvent, "laws", f"《{law.name}》、宪法").value[0] == law


@pytest.mark.parametrize(
    ("cell", "key"), [("婚姻家庭纠纷", "family"), ("婚姻家庭", "family"), ("邻里", "neighbours")]
)
def test_choices_by_label_and_by_what_only_one_of_them_holds(reader, cell, key):
    assert read(reader, Dispute, "kind", cell).value == key


def test_choices_with_brackets_by_either_word(reader):
    assert {
        read(reader, VillageNotice, "category", cell).value for cell in ("村务", "居务", "村（居）务")
    } == {"village"}


def test_a_choice_that_fits_several_is_not_guessed(reader):
    with pytest.raises(Unfit, match="可填：婚姻家庭纠纷"):
        read(reader, Dispute, "kind", "纠纷")


def test_several_choices(reader):
    assert read(reader, OutreachEvent, "forms", "法治讲座，设点宣传、院坝会").value == [
        "stall",
        "lecture",
        "yard",
    ]


@pytest.mark.parametrize(
    ("cell", "month"),
    [("2022年3月", 3), ("3月", 3), ("2022-03", 3), ("2022.3", 3), ("202203", 3), ("2022年第二季度", 4), ("一季度", 1),
     ("2022年下半年", 7), ({"date": "2022-03-05"}, 3), ("2022-3-5", 3)],
)  # fmt: skip
def test_months(reader, cell, month):
    assert read(reader, VillageNotice, "period_start", cell).value == datetime.date(2022, month, 1)


def test_people_of_the_roster_and_new_ones(reader, world):
    known = read(reader, StudySession, "chair", "陈志远").value
    again = read(reader, StudySession, "chair", "陈志远（镇党委书记）").value
    assert known == again == world.person
    new = read(reader, StudySession, "chair", "李新来（副镇长）")
    assert (new.value.pk, new.value.position, "加入名册" in new.note) == (None, "副镇长", True)
    assert Person.objects.filter(name="李新来").count() == 0


def test_namesakes_are_asked_for_their_posts(reader, world):
    Person.objects.create(area=world.a, name="陈志远", position="村支书")
    with pytest.raises(Unfit, match="同名"):
        read(reader, StudySession, "chair", "陈志远")
    assert read(reader, StudySession, "chair", "陈志远（村支书）").value.area == world.a


def test_digits_that_excel_has_lost_are_never_taken_for_text(reader):
    with pytest.raises(Unfit, match="已丢了末几位"):
        read(reader, OutreachEvent, "external_ref", 430102199001010011)
    assert read(reader, OutreachEvent, "external_ref", "430102199001010011").value == "430102199001010011"
    assert read(reader, OutreachEvent, "external_ref", 20220001).value == "20220001"


def test_a_failed_formula_is_said(reader):
    with pytest.raises(Unfit, match="公式出错"):
        read(reader, Exam, "expected", {"error": True})


def test_every_place_of_the_township_is_known_by_all_its_names(world):
    Area.objects.filter(pk=world.b.pk).update(short_name="小乙")
    lookups = Lookups(registry.get("outreach-events"), Gate(world.coordinator))
    assert lookups.place("小乙", label="村") == world.b
