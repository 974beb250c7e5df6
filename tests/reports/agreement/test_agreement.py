"""Figures that others state: beside the ledgers', from a workbook, and in the report's check."""

import datetime
import io
from decimal import Decimal

import pytest
from django.urls import reverse
from openpyxl import Workbook

from outreach.models import OutreachEvent
from reports.agreement.comparing import compared
from reports.agreement.sheet import value_of
from reports.models import StatedFigure, StatedSheet
from reports.proofing.draft import prove
from township.figures.models import StatisticalYear
from township.people.gate import Gate

SPAN = {"start": datetime.date(2022, 1, 1), "end": datetime.date(2022, 12, 31)}


@pytest.fixture
def state(world):
    def _state(value, **given):
        values = {
            "indicator": "outreach.events",
            "source": "县普法办通报",
            "stated_on": SPAN["end"],
            **SPAN,
            **given,
        }
        return StatedFigure.objects.create(area=world.township, value=value, **values)

    return _state


def sheet(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    buffer.seek(0)
    buffer.name = "通报.xlsx"
    return buffer


def test_differences_first_then_what_is_not_recorded_and_what_agrees(world, make, state):
    make(OutreachEvent, attendance=50)
    state(1)
    state(3, source="省普法平台", explanation="平台把预告也算了")
    state(2, source="县委政法委通报")
    state(4, indicator="disputes.mediated")
    rows = compared(Gate(world.coordinator), area=world.township, year=2022)
    assert [(row.state, row.stated.source, row.stated_text, row.ledger_text, row.signed) for row in rows] == [
        ("different", "县委政法委通报", "2场", "1场", "-1"),
        ("different", "省普法平台", "3场", "1场", "-2"),
        ("unknown", "县普法办通报", "4件", "未填", ""),
        ("equal", "县普法办通报", "1场", "1场", ""),
    ]


@pytest.mark.usefixtures("in_request")
def test_the_number_of_queries_does_not_grow_with_the_figures(world, make, state, django_assert_num_queries):
    make(OutreachEvent)
    for number in range(12):
        state(number, source=f"来源{number}")
    gate = Gate(world.coordinator)
    with django_assert_num_queries(3):
        assert len(compared(gate, area=world.township, year=2022)) == 12


def test_the_report_is_held_against_what_the_county_says_until_that_is_explained(report, state):
    stated = state(5, indicator="outreach.events_rural")
    said = [one.finding.message for one in prove(report).noted if one.finding.check == "outside_difference"]
    assert said == [
        "报告写的是2次，县普法办通报里“法律进乡村活动次数”是5次，请核对，或在“对数”里写明差在哪里。"
    ]
    stated.explanation = "县里把进社区的也算在内"
    stated.save()
    assert "outside_difference" not in {one.finding.check for one in prove(report).noted}
    StatedFigure.objects.update(explanation="", end=datetime.date(2022, 6, 30))
    assert "outside_difference" not in {one.finding.check for one in prove(report).noted}


@pytest.mark.parametrize(
    "rows",
    [
        (
            ["2022年全县法治工作数据通报"],
            ["序号", "乡镇", "普法活动场次", "调解成功率（%）", "备注"],
            [1, "邻镇", 7, 99, None],
            [2, "毛俊镇", 14, "98.5%", None],
            ["合计", None, 21, None, None],
        ),
        (
            ["指标", "单位", "完成数"],
            ["普法活动场次", "场", "14场"],
            ["矛盾纠纷调解成功率", "%", 98.5],
            ["未统计的", "项", "—"],
        ),
    ],
)
def test_a_workbook_of_either_shape_is_brought_in(world, sign_in, rows):
    client = sign_in(world.coordinator)
    given = {"source": "县通报", "stated_on": "2022-12-30", "start": "2022-01-01", "end": "2022-12-31"}
    response = client.post(reverse("reports:stated_import"), {**given, "upload": sheet(*rows)})
    url = response.url
    figures = client.get(url).context["figures"]
    assert [(one.value, one.indicator) for one in figures] == [
        (Decimal(14), "outreach.events"),
        (Decimal("98.5"), "disputes.success_rate"),
    ]
    chosen = {f"figure-{one.place}": one.indicator for one in figures}
    columns = {"column-0": "name", "column-2": "value"}
    assert client.post(url, {**columns, **chosen, "take": "1"}).status_code == 302
    stated = StatedFigure.objects.order_by("indicator").values_list("indicator", "value", "source")
    assert list(stated) == [
        ("disputes.success_rate", Decimal("98.5"), "县通报"),
        ("outreach.events", 14, "县通报"),
    ]
    assert not StatedSheet.objects.exists()


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1.2万", 12000), ("1,205份", 1205), ("98.5%", Decimal("98.5")), (7.0, 7), ("无", 0), ("-2", -2), ("−2", -2),
        ("3-5", None), ("12/15", None), ("优秀", None), (None, None), ({"error": True}, None),
    ],
)  # fmt: skip
def test_a_cell_with_one_number_is_that_number_and_any_other_is_none(cell, value):
    assert value_of(cell) == value


def test_a_new_figure_of_the_same_source_waits_for_a_new_explanation(world, sign_in, state):
    kept = state(14, explanation="口径不同")
    changed = state(2, indicator="disputes.mediated", explanation="漏报一件")
    given = {"source": "县普法办通报", "stated_on": "2022-12-30", "start": "2022-01-01", "end": "2022-12-31"}
    rows = (["指标", "完成数"], ["普法活动场次", 14], ["调解矛盾纠纷件数", 3], ["普法活动", 9])
    client = sign_in(world.coordinator)
    url = client.post(reverse("reports:stated_import"), {**given, "upload": sheet(*rows)}).url
    chosen = {"column-0": "name", "column-1": "value", "take": "1", "figure-0": kept.indicator}
    twice = client.post(url, {**chosen, "figure-1": changed.indicator, "figure-2": kept.indicator})
    assert twice.status_code == 422
    assert "“普法活动场次”选了不止一次，一个指标在一张表里只能登记一个数，请改一下。" in twice.text
    assert [one.indicator for one in twice.context["figures"]][2] == kept.indicator
    client.post(url, {**chosen, "figure-1": changed.indicator})
    kept.refresh_from_db()
    changed.refresh_from_db()
    assert (kept.value, kept.explanation, changed.value, changed.explanation) == (14, "口径不同", 3, "")


def test_a_year_is_the_townships_statistical_one(world, sign_in, state):
    StatisticalYear.objects.create(area=world.township, first_year=2022, begins="december")
    state(3, start=datetime.date(2021, 12, 1), end=datetime.date(2021, 12, 31))
    client, url = sign_in(world.coordinator), reverse("reports:agreement")
    assert [len(client.get(f"{url}?year={year}").context["rows"]) for year in (2021, 2022)] == [0, 1]


def test_bad_input_is_answered_at_its_field(world, sign_in, state):
    state(1)
    client = sign_in(world.coordinator)
    given = {
        "indicator": "outreach.events", "value": "2", "source": "县普法办通报", "stated_on": "2022-12-30",
        "start": "2022-01-01", "end": "2022-12-31",
    }  # fmt: skip
    response = client.post(reverse("reports:stated"), given)
    assert "这个来源已经登记过这个指标同一统计期的数，请改那一条。" in response.text
    response = client.post(reverse("reports:stated"), {**given, "end": "2021-12-31"})
    assert response.context["form"].errors["end"] == ["统计期止不能早于统计期起。"]
    response = client.post(
        reverse("reports:stated_import"), {**given, "upload": io.BytesIO(b"not a workbook")}
    )
    assert response.status_code == 422


def test_readers_see_and_strangers_do_not(world, sign_in, state):
    stated = state(9)
    pages = (reverse("reports:agreement"), reverse("reports:stated_edit", args=[stated.pk]))
    for url, expected in zip(
        pages, ({"coordinator", "reviewer", "deputy", "principal"}, {"coordinator"}), strict=True
    ):
        answers = {name: sign_in(user).get(url) for name, user in world.users.items()}
        shown = {name for name, answer in answers.items() if answer.status_code == 200 and name != "stranger"}
        assert shown == expected
    assert "县普法办通报" not in sign_in(world.stranger).get(pages[0]).text
    assert sign_in(world.stranger).get(pages[1]).status_code == 404
