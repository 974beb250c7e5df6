"""The statistics form: its identities, its rule of the success rate, its records, its three outputs."""

import datetime
import io
import uuid

import openpyxl
import pdfplumber
import pytest
from django.db import transaction
from django.urls import reverse
from hypothesis import given

from disputes.models import Dispute, DisputeKind, MediationRule, Petition, Session
from disputes.statistics import statistics
from tests.disputes.test_carry_over import LEDGER, SPAN, balanced, examples, write
from tests.factories import make_record
from township.figures.choosing import spokesman
from township.figures.indicator import indicators
from township.figures.models import OwnIndicator
from township.figures.period import Period
from township.people.gate import Gate
from township.people.models import SettingChange
from township.records.register import registry

YEAR = {"start": "2022-01-01", "end": "2022-12-31"}


@pytest.fixture
def ledger(dated):
    """Eight cases of 2022 whose numbers are counted by hand below."""
    closed = {"organisation": "village", "closed_on": "2022-03-09"}
    agreed = {**closed, "result": "agreed", "agreement_form": "oral"}
    rows = [
        dated(Dispute, "2021-12-20", kind="land", origin="application", **agreed),
        dated(Dispute, kind="land", origin="application", **agreed),
        dated(Dispute, kind="land", origin="check", **{**agreed, "agreement_form": "written"}),
        dated(Dispute, kind="family", origin="police", **{**closed, "result": "failed"}),
        dated(Dispute, kind="family", origin="court", **{**closed, "result": "withdrawn"}),
        dated(Dispute, kind="other", origin="petition", people_involved=7, amount=1200),
        dated(Dispute, kind="other", origin="other", part="joined", **agreed),
        dated(Dispute, kind="other", origin="initiative", state="draft"),
    ]
    Session.objects.create(record=rows[1], held_on=datetime.date(2022, 3, 6))
    Session.objects.create(record=rows[1], held_on=datetime.date(2022, 3, 9))
    return rows


def filled(world, user="coordinator", period=None):
    return statistics(area=world.township, period=period or Period.year(2022), gate=Gate(world.users[user]))


def numbers(form, title):
    (section,) = (one for one in form.sections if one.title.startswith(title))
    return {row.label: row.value for row in section.rows}


def test_the_form_counts_as_by_hand(world, ledger):
    form = filled(world)
    assert [[value for value, _ in one.cells] for one in form.balances if one.name in ("甲村", "合计")] == [
        [1, 5, 5, 1],
        [1, 5, 5, 1],
    ]
    cases = numbers(form, "案件数")
    assert (cases["矛盾纠纷涉及人次"], cases["矛盾纠纷涉及金额"], cases["矛盾纠纷调解次数"]) == (7, 1200, 2)
    assert numbers(form, "调解结果") == {
        "调解成功件数": 3,
        "调解不成终止件数": 1,
        "当事人撤回纠纷件数": 1,
        "转其他途径纠纷件数": 0,
        "调解成功率": 75.0,
    }
    assert numbers(form, "协议形式") == {"口头调解协议件数": 2, "书面调解协议件数": 1}
    sources = {label: value for label, value in numbers(form, "案件来源").items() if value}
    assert sources == {
        "依申请调解": 1,
        "主动调解": 1,
        "排查发现": 1,
        "接受委托移送调解": 3,
        "公安机关移送": 1,
        "法院移送": 1,
        "信访部门移送": 1,
    }
    kinds = numbers(form, "案件分类")
    assert list(kinds) == list(DisputeKind.labels)
    assert {label: value for label, value in kinds.items() if value} == {
        "婚姻家庭纠纷": 2,
        "山林土地纠纷": 2,
        "其他纠纷": 1,
    }


@examples
@given(rows=LEDGER, span=SPAN)
def test_the_balance_holds_for_every_unit_and_the_parts_make_up_the_whole(world, rows, span):
    with transaction.atomic():
        write(world, rows)
        form = filled(world, period=span)
        *units, whole = form.balances
        for one in form.balances:
            assert balanced(value for value, _ in one.cells), one.name
        for column in range(4):
            total = whole.cells[column][0] or 0
            assert sum(one.cells[column][0] or 0 for one in units) == total
        accepted = whole.cells[1][0] or 0
        for title in ("调解组织", "案件来源", "案件分类"):
            (section,) = (one for one in form.sections if one.title.startswith(title))
            parts = [row.value or 0 for row in section.rows if not row.level]
            assert sum(parts) == accepted, title
        transaction.set_rollback(True)


def test_the_rule_of_the_success_rate_is_the_years_and_its_change_is_kept(world, sign_in, ledger):
    client = sign_in(world.coordinator)
    address = reverse("reference:new", args=["mediation-rules"])
    data = {
        "first_year": 2022,
        "number_pattern": "（{年}）{简称}人调字第{序号}号",
        "number_digits": 3,
        "days_to_close": 30,
        "days_to_follow_up": 30,
        "success_basis": "accepted",
    }
    assert client.post(address, data).status_code == 302
    assert numbers(filled(world), "调解结果")["调解成功率（按受理）"] == 60.0
    assert "调解成功率" in numbers(filled(world, period=Period.year(2021)), "调解结果")
    change = SettingChange.objects.get(subject="mediation-rules")
    assert ["调解成功率算法", "—", "成功÷受理"] in change.details
    assert MediationRule.objects.in_force(world.other_township, 2022).success_basis == "concluded"


def test_each_number_opens_exactly_its_records(world, sign_in, ledger):
    client = sign_in(world.coordinator)
    form = filled(world)
    counted = [row for section in form.sections for row in section.rows if row.unit == "件" and row.url]
    assert len(counted) > 40
    for row in counted:
        if row.value:
            assert client.get(row.url).context["page"].paginator.count == row.value, row.label
    for one in form.balances:
        for value, url in one.cells:
            if value:
                assert client.get(url).context["page"].paginator.count == value, one.name


def test_a_case_from_two_petitions_is_one_case(world, ledger, make):
    for _ in range(2):
        make_record(registry.of(Petition), world, lines=False, dispute=ledger[1])
    form = filled(world)
    assert numbers(form, "排查和转来")["信访转来纠纷件数"] == 2
    assert numbers(form, "案件数")["受理矛盾纠纷件数"] == 5


def test_page_workbook_and_pdf_say_the_same(world, sign_in, ledger):
    client = sign_in(world.coordinator)
    page = client.get(reverse("disputes:statistics"), YEAR)
    rows = [(row.label, row.value) for section in page.context["form"].sections for row in section.rows]
    book = openpyxl.load_workbook(
        io.BytesIO(client.get(reverse("disputes:statistics_workbook"), YEAR).content)
    )
    sheet = [tuple(cell.value for cell in row) for row in book.worksheets[0].iter_rows()]
    assert [(label, value) for _, label, value, unit in sheet if unit and unit != "单位"] == [
        (label, float(value) if label.endswith("率") else value) for label, value in rows
    ]
    answer = client.get(reverse("disputes:statistics_pdf"), YEAR)
    with pdfplumber.open(io.BytesIO(answer.content)) as pdf:
        text = "".join(one.extract_text() for one in pdf.pages)
    assert [label for label, _ in rows if label not in text] == []
    assert "甲村 1 5 5 1" in text


@pytest.mark.parametrize(
    "span", [{"start": "2022-12-31", "end": "2022-01-01"}, {"start": "2022"}, {"end": "2022-13-01"}]
)
def test_an_impossible_span_is_said_and_the_running_month_shown(world, sign_in, span):
    page = sign_in(world.coordinator).get(reverse("disputes:statistics"), span)
    assert "请填开始和结束两个日期，结束不能早于开始" in page.content.decode()


def test_the_county_sees_numbers_of_the_township_without_places_or_records(world, sign_in, ledger):
    form = filled(world, "county")
    assert form.balances == []
    assert {row.url for section in form.sections for row in section.rows} == {""}
    client = sign_in(world.county)
    assert client.get(reverse("disputes:statistics"), {"area": world.a.pk}).status_code == 404
    assert numbers(form, "案件数") == {"受理矛盾纠纷件数": 5}
    assert len(form.sections) == 1


@pytest.mark.parametrize("cases", [1, 2])
def test_one_or_two_cases_are_told_to_no_one_without_the_right_to_read_them(world, sign_in, dated, cases):
    closed = {"organisation": "village", "closed_on": "2022-03-09", "result": "agreed"}
    for _ in range(cases):
        dated(Dispute, kind="land", origin="application", agreement_form="oral", **closed)
    client, asked = sign_in(world.county), {"area": world.township.pk, **YEAR}
    page = client.get(reverse("disputes:statistics"), asked)
    told = [row.text for section in page.context["form"].sections for row in section.rows]
    assert told == ["少于3"]
    assert "结转" not in page.content.decode() and "100%" not in page.content.decode()
    book = openpyxl.load_workbook(
        io.BytesIO(client.get(reverse("disputes:statistics_workbook"), asked).content)
    )
    cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "少于3" in cells and [one for one in cells if isinstance(one, int | float)] == []
    answer = client.get(reverse("disputes:statistics_pdf"), asked)
    with pdfplumber.open(io.BytesIO(answer.content)) as pdf:
        text = "".join(one.extract_text() for one in pdf.pages)
    assert "受理矛盾纠纷件数 少于3" in text and "结转" not in text and "100%" not in text


def test_the_county_cannot_single_out_a_case_by_days_months_kinds_or_a_townships_own_figure(
    world, sign_in, ledger
):
    client, township = sign_in(world.county), world.township.pk
    day = {"area": township, "start": "2022-03-05", "end": "2022-03-05"}
    for name in ("statistics", "statistics_pdf", "statistics_workbook"):
        assert client.get(reverse(f"disputes:{name}"), day).status_code == 200
    assert client.get(reverse("disputes:statistics"), day).context["form"].period == Period.year(2022)
    for indicator in indicators.all():
        if indicator.register.cases:
            page = client.get(
                reverse("figures:detail", args=[indicator.key]), {"area": township, "year": 2022}
            )
            told = indicator is spokesman(indicator.register)
            assert page.status_code == (200 if told else 404), indicator.key
            assert not told or page.context["splits"] == [], indicator.key
            chart = {"area": township, "year": 2022, "chart": indicator.key, "part": "chart"}
            assert client.get(reverse("reports:overview"), chart).status_code == 404
    own = OwnIndicator.objects.create(
        area=world.township,
        label="土地的事",
        unit="件",
        source="disputes",
        measure="count",
        definition="本镇自定。",
    )
    own.names.create(area=world.township, text=own.label)
    world.township.mark_definitions_changed()
    (defined,) = (one for one in indicators.for_area(world.township).all() if one.label == own.label)
    address = reverse("figures:detail", args=[defined.key])
    asked = {"area": township, "year": 2022}
    assert client.get(address, asked).status_code == 404
    assert sign_in(world.coordinator).get(address, asked).status_code == 200


@pytest.mark.parametrize(("user", "status"), [("auditor", 404), ("administrator", 404), ("clerk_a", 200)])
def test_who_sees_the_form(world, sign_in, user, status):
    for name in ("statistics", "statistics_pdf", "statistics_workbook"):
        assert sign_in(world.users[user]).get(reverse(f"disputes:{name}")).status_code == status


def test_strangers_do_not_choose_this_township(world, sign_in):
    client = sign_in(world.stranger)
    assert client.get(reverse("disputes:statistics"), {"area": world.township.pk}).status_code == 404


def test_queries_do_not_grow_with_cases(world, ledger, django_assert_max_num_queries):
    with django_assert_max_num_queries(30) as first:
        filled(world)
    for row in ledger[:4]:
        row.pk, row.entry_id, row._state.adding = None, uuid.uuid4(), True
        row.save()
    with django_assert_max_num_queries(len(first)):
        filled(world)
