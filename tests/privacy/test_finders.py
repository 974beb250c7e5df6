"""What counts as personal data in a text, and how it reads masked."""

import pytest

from disputes.models import Dispute
from township.privacy import finders
from township.privacy.finders import find, mask, masked

from .files import township_of_nobody

ID, MOBILE, CARD = "11010519491231002X", "13912345678", "6222021234567890128"


TOWNSHIP = township_of_nobody()


def kinds(text):
    return [(text[one.start : one.end], one.kind) for one in find(text, area=TOWNSHIP)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"身份证{ID}。", [(ID, "id_number")]),
        ("身份证110105 19491231 002X", [("110105 19491231 002X", "id_number")]),
        ("１１０１０５１９４９１２３１００２Ｘ", [("１１０１０５１９４９１２３１００２Ｘ", "id_number")]),
        (f"电话{MOBILE}、139-1234-5679", [(MOBILE, "mobile"), ("139-1234-5679", "mobile")]),
        ("+8613912345678", [("+8613912345678", "mobile")]),
        (f"卡号{CARD}", [(CARD, "bank_card")]),
        ("卡号6222 0212 3456 7890 128", [("6222 0212 3456 7890 128", "bank_card")]),
        ("110105194912310021", []),
        ("金额139123456789元，文号13912号", []),
        ("索引号006123456/2022-00001", []),
        ("统一社会信用代码91350100M000100Y43", []),
    ],
)
def test_what_is_found(text, expected):
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (ID, "id_number", "1101**********002X"),
        (MOBILE, "mobile", "139****5678"),
        ("139-1234-5678", "mobile", "139-****-5678"),
        (CARD, "bank_card", "***************0128"),
        ("张三", "name", "张*"),
        ("欧阳小明", "name", "欧阳**"),
        ("0746-2212345", "phone", "0746-*******"),
    ],
)
def test_how_it_is_masked(text, kind, expected):
    assert mask(text, kind) == expected


def test_a_source_that_an_app_adds_is_asked_too(monkeypatch):
    monkeypatch.setattr(finders, "_finders", [*finders._finders])

    @finders.finder
    def names(text, *, area):
        if area is TOWNSHIP and "张三" in text:
            yield finders.Found(text.index("张三"), text.index("张三") + 2, "name")

    text = f"张三，{MOBILE}"
    assert masked(text, find(text, area=TOWNSHIP)) == "张*，139****5678"
    assert masked(text, find(text, area=township_of_nobody())) == "张三，139****5678"


@pytest.mark.django_db
def test_parties_of_the_townships_cases_are_known_by_name_and_number(world, make):
    case = make(Dispute, kind="neighbours")
    case.parties.create(name="欧阳某甲", phone="0746-2212345")
    text = "经欧阳某甲（0746-2212345）同意，公开调解经过。"
    assert masked(text, find(text, area=world.a)) == "经欧阳**（0746-*******）同意，公开调解经过。"
    assert find(text, area=world.foreign_village) == []


def test_a_long_document_asks_the_database_once(world, django_assert_num_queries):
    find("第一段。", area=world.township)
    with django_assert_num_queries(0):
        for _ in range(50):
            find("又一段，没有谁的名字。", area=world.township)
