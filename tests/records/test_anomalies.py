"""What deserves a look of its own before the rest is reviewed in bulk."""

import datetime

import pytest
from django.utils import timezone

from outreach.models import OutreachEvent
from tests.factories import make_record, registers
from township.records.anomalies import sentences, with_anomalies
from township.records.likeness import tell_apart
from township.records.models import State

DAY = datetime.date(2022, 3, 5)
CROWD, NUMBERS, LATE = (
    "人数超过当地常住人口，请核对",
    "文字里可能有身份证号或手机号，请核对后删去",
    "办理日期比录入早了 60 天以上，请核对",
)


def at(day):
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))


@pytest.fixture
def entered(make, world):
    """`entered(days_later=…, **values)` is an event of a village of 500, entered some days later."""
    world.a.population = 500
    world.a.save()

    def _entered(days_later=1, **values):
        return make(OutreachEvent, created_at=at(DAY + datetime.timedelta(days=days_later)), **values)

    return _entered


def found():
    return [sentences(row) for row in with_anomalies(OutreachEvent.objects.order_by("pk")).values()]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"attendance": 500}, []),
        ({"attendance": 501}, [[CROWD]]),
        ({"attendance": 10, "consultations": 501}, [[CROWD]]),
        ({"online_reads": 90_000}, []),
        ({"days_later": 60}, []),
        ({"days_later": 61}, [[LATE]]),
        ({"note": "联系人13800001234"}, [[NUMBERS]]),
        ({"title": "宣讲 43112719900101123x"}, [[NUMBERS]]),
        ({"note": "编号2022138000012345，共12800份"}, []),
        ({"days_later": 90, "attendance": 800}, [[CROWD, LATE]]),
    ],
)
def test_kinds(entered, values, expected):
    entered(**values)
    assert found() == expected


def test_a_place_of_unknown_population_is_never_too_small(make, world):
    make(OutreachEvent, area=world.b, attendance=90_000, created_at=at(DAY))
    assert found() == []


@pytest.mark.parametrize("register", registers(), ids=lambda register: register.slug)
def test_every_register_can_be_asked(world, register):
    record = make_record(register, world, area=world.a, created_at=at(DAY))
    assert list(with_anomalies(register.model.objects.all())) == []
    register.model.objects.filter(pk=record.pk).update(created_at=at(DAY + datetime.timedelta(days=400)))
    assert [sentences(row) for row in with_anomalies(register.model.objects.all()).values()] == [[LATE]]


TWIN = "同一天同一地点有相近的记录，可能是同一件事"


def test_a_likely_duplicate_is_looked_at_until_it_is_told_apart(entered, world):
    first, second = entered(), entered()
    assert found() == [[TWIN], [TWIN]]
    entered(setting=world.settings["school"])
    assert len(found()) == 2
    tell_apart(first, [second], by=world.reviewer)
    assert found() == []


def test_what_does_not_count_duplicates_nothing(entered):
    entered()
    entered(state=State.VOIDED)
    assert found() == []
