"""What a case, a month of checks or a certificate counts as, what it may not say, and who reads the sealed name."""

import datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from governance.models import EnforcementCase, EnforcementMonth, OfficerCertificate
from governance.registers import EnforcementCases, OfficerCertificates
from tests.entries import errors_of, post_edit, post_new
from township.figures.duties import CellState, cells, duties
from township.figures.indicator import indicators
from township.figures.models import NilReturn
from township.figures.period import Period
from township.figures.reading import by_category, by_month
from township.people.gate import Gate
from township.people.models import Person
from township.records.forms import form_class

D = datetime.date
DECIDED = D(2022, 3, 10)


@pytest.fixture
def case(make, world):
    """`case(decided_on, **values)` makes a submitted penalty case of the township."""

    def _case(decided_on=DECIDED, **values):
        given = {"kind": "penalty", "domain": "land", "subject": "person", "procedure": "ordinary"}
        given |= {"area": world.township, "title": "占用耕地建房", "date": D(2021, 1, 4)}
        return make(EnforcementCase, decided_on=decided_on, **{**given, **values})

    return _case


@pytest.fixture
def month(make, world):
    """`month(kind, times, **values)` makes a month's total of March 2022."""

    def _month(kind, times, **values):
        values = {"domain": "land", "area": world.township, **values}
        return make(EnforcementMonth, kind=kind, times=times, **values)

    return _month


@pytest.fixture
def officer(make, world):
    """`officer(name, **values)` puts somebody into an enforcement post, certified when `issued_on` is given."""

    def _officer(name, **values):
        person, _ = Person.objects.get_or_create(area=world.township, name=name)
        stage = "left" if "valid_to" in values else "certified" if "issued_on" in values else "exam"
        given = {"unit": world.office, "area": world.township, "date": D(2020, 1, 6), "stage": stage}
        return make(OfficerCertificate, person=person, **{**given, **values})

    return _officer


def case_data(world, **values):
    return {
        "kind": "penalty",
        "domain": "land",
        "title": "占用耕地建房",
        "subject": "person",
        "procedure": "ordinary",
        "date": "2022-03-05",
        "area": world.township.pk,
        **values,
    }


def month_data(world, **values):
    return {
        "date": "2022-03",
        "kind": "inspection",
        "domain": "land",
        "times": "20",
        "area": world.township.pk,
        **values,
    }


# Cases ----------------------------------------------------------------------------------------------


def test_a_case_counts_on_the_day_of_its_decision(case, figure):
    case(D(2022, 1, 5), date=D(2021, 12, 1))
    case(D(2023, 1, 5), date=D(2022, 12, 1))
    case(None, date=D(2022, 6, 1))
    assert figure("行政处罚件数") == 1
    assert figure("行政执法立案件数") == 2
    assert [figure("在办执法案件数", year=year) for year in (2021, 2022, 2023)] == [1, 2, 1]


def test_two_penalties_are_one_case_in_the_class_of_the_heavier(case, world):
    case(penalties=["warning", "fine"], fine=200)
    case(penalties=["fine", "confiscation"], fine=300, confiscated=50)
    case(penalties=["permit", "other"])
    case(penalties=["other"])
    found = by_category(
        indicators.get("enforcement.penalties"), area=world.township, period=Period.year(2022)
    )
    assert found == {"罚款": 1, "没收违法所得、非法财物": 1, "暂扣、吊销许可证件": 1, "其他": 1}


def test_the_heaviest_penalty_follows_a_change(case):
    changed = case(penalties=["fine"], fine=200)
    changed.penalties, changed.fine = ["warning"], None
    changed.save()
    changed.refresh_from_db()
    assert (changed.heaviest, changed.amount) == ("warning", None)


def test_money_is_what_decisions_say(case, figure):
    case(penalties=["fine"], fine=Decimal("8600.50"), execution="not_done")
    case(penalties=["fine", "confiscation"], fine=3000, confiscated=500)
    case(None, penalties=["fine"], fine=900)
    assert figure("罚款金额") == Decimal("11600.50")
    assert figure("没收金额") == 500
    assert figure("罚没金额") == Decimal("12100.50")


def test_a_first_offence_is_decided_but_not_a_penalty(case, figure):
    case(first_offence=True)
    case(penalties=["warning"], procedure="summary")
    assert figure("行政执法办案件数") == 2
    assert figure("行政处罚件数") == figure("简易程序案件数") == 1
    assert figure("首违不罚件数") == 1
    assert figure("一般程序案件数") == 0


@pytest.mark.parametrize(
    ("kind", "label"),
    [("coercion", "行政强制件数"), ("correction", "责令改正决定件数"), ("licence", "行政许可决定件数")],
)
def test_each_kind_has_a_figure_of_its_own(kind, label, case, figure):
    case(kind=kind)
    assert figure(label) == 1
    assert figure("行政处罚件数") == 0


def test_the_share_made_public_is_of_what_was_decided(case, figure):
    assert figure("执法决定公示率") is None
    case(D(2022, 12, 30), published_on=D(2023, 1, 6))
    case(D(2022, 12, 30))
    assert figure("执法决定公示率") == 50


def test_a_year_without_cases_is_zero_once_it_is_reported(case, figure, world):
    case()
    assert figure("行政处罚件数", year=2020) is None
    NilReturn.objects.create(
        register="enforcement-cases", area=world.township, start=D(2020, 5, 1), end=D(2020, 5, 31)
    )
    assert figure("行政处罚件数", year=2020) == 0
    assert figure("执法决定公示率", year=2020) is None


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"decided_on": "2022-03-04", "kind": "licence"}, {"decided_on": "决定日期不能早于立案日期"}),
        ({"published_on": "2022-03-09"}, {"decided_on": "已公示的，请填写决定日期。"}),
        ({"kind": "coercion", "penalties": ["fine"]}, {"penalties": "只有行政处罚才选处罚种类"}),
        ({"first_offence": "on", "penalties": ["warning"]}, {"penalties": "首违不罚的不选"}),
        ({"kind": "licence", "first_offence": "on"}, {"first_offence": "只用于类型是行政处罚的案件"}),
        ({"fine": "200"}, {"fine": "处罚种类里请选上“罚款”"}),
        ({"confiscated": "200"}, {"confiscated": "处罚种类里请选上“没收违法所得"}),
        ({"fine": "-1", "penalties": ["fine"]}, {"fine": "罚款（元）不能为负数"}),
        ({"title": "张三13800138000违建"}, {"title": "手机号码"}),
        ({"decided_on": "2022-03-09"}, {"officers": "请至少选两人"}),
    ],
)
def test_a_wrong_case_is_told_at_its_field(values, expected, world, sign_in):
    response = post_new(sign_in(world.coordinator), "enforcement-cases", **case_data(world, **values))
    found = errors_of(response)
    [(name, sentence)] = expected.items()
    assert sentence in found[name][0]
    assert set(found) == {name}


def test_a_fine_needs_its_amount_once_decided(world, sign_in, officer):
    officers = [officer("蒋立群").pk, officer("柏海燕").pk]
    data = case_data(world, penalties=["fine"], officers=officers)
    client = sign_in(world.coordinator)
    response = post_new(client, "enforcement-cases", **{**data, "decided_on": "2022-03-09"})
    assert errors_of(response) == {"fine": ["处罚种类里有罚款的，请填写罚款金额。"]}
    data |= {"decided_on": "2022-03-09", "fine": "200"}
    assert post_new(client, "enforcement-cases", **data).status_code == 302
    assert EnforcementCase.objects.get().amount == 200


def test_officers_of_another_township_cannot_be_chosen(world, sign_in, officer):
    foreign = officer("外镇人", area=world.other_township)
    own = officer("蒋立群")
    data = case_data(world, decided_on="2022-03-09", officers=[own.pk, foreign.pk])
    response = post_new(sign_in(world.coordinator), "enforcement-cases", **data)
    assert list(errors_of(response)) == ["officers"]


def test_only_reviews_of_enforcement_decisions_can_be_cited(world, review):
    own = review("enforcement", "justice_office")
    review("contract", "justice_office")
    review("enforcement", "justice_office", area=world.other_township)
    form = form_class(EnforcementCases)(gate=Gate(world.coordinator))
    assert list(form.fields["legal_review"].queryset) == [own]


def test_what_a_finished_case_needs(case):
    assert EnforcementCases.missing(case(None)) == ("decided_on", "decision_number", "penalties")
    assert EnforcementCases.missing(case(decision_number="1号", penalties=["warning"])) == ()
    assert EnforcementCases.missing(case(None, penalties=["fine"])) == (
        "decided_on",
        "decision_number",
        "fine",
    )
    assert EnforcementCases.missing(case(decision_number="2号", kind="licence")) == ()


@pytest.mark.parametrize(
    ("user", "shown"),
    [
        ("coordinator", True),
        ("reviewer", True),
        ("deputy", True),
        ("office_clerk", False),
        ("principal", False),
    ],
)
def test_the_name_is_read_only_by_those_who_may(user, shown, world, sign_in, case):
    record = case(subject_name="周某一", office=world.office, keeper=world.township)
    page = sign_in(world.users[user]).get(reverse("records:detail", args=["enforcement-cases", record.pk]))
    assert ("周某一" in page.content.decode()) == shown
    assert ("已填写，不显示" in page.content.decode()) != shown


def test_a_stranger_never_learns_of_a_case(world, sign_in, case):
    record = case(subject_name="周某一", keeper=world.township)
    for name in ("stranger", "mediator", "clerk_a", "county", "administrator"):
        page = sign_in(world.users[name]).get(
            reverse("records:detail", args=["enforcement-cases", record.pk])
        )
        assert page.status_code == 404, name


def test_whoever_cannot_read_the_name_keeps_it_by_leaving_it_empty(world, sign_in, case):
    record = case(None, subject_name="周某一", office=world.office, keeper=world.township)
    data = case_data(world, title="改过的案由", subject_name="", office=world.office.pk)
    client = sign_in(world.office_clerk)
    assert post_edit(client, "enforcement-cases", record, **data).status_code == 302
    record.refresh_from_db()
    assert (record.title, record.subject_name) == ("改过的案由", "周某一")


# Months ---------------------------------------------------------------------------------------------


def test_checks_and_places_checked_are_two_numbers(month, figure):
    month("inspection", 20, inspected=33, enterprise_times=8, scanned_times=5)
    month("joint", 2, inspected=7)
    month("reminder", 150, inspected=9)
    assert figure("行政检查次数") == 20
    assert figure("检查家（户）次") == 40
    assert figure("涉企行政检查次数") == 8
    assert figure("扫码入企检查次数") == 5
    assert figure("联合执法次数") == 2
    assert figure("劝导次数") == 150
    assert figure("专项执法行动次数") == 0


def test_correction_orders_of_both_ways_add_up_once(month, case, figure):
    month("inspection", 20, corrections=6)
    month("correction", 4)
    case(kind="correction")
    assert figure("责令改正件数") == 10
    assert figure("责令改正决定件数") == 1


def test_the_share_put_right(month, figure):
    month("inspection", 20)
    assert figure("检查问题整改率") is None
    month("special", 1, problems=8, corrected=6)
    assert figure("检查问题整改率") == 75


def test_a_total_counts_in_its_month_whatever_the_day(month, world):
    total = month("inspection", 20, date=D(2022, 3, 31))
    assert (total.date, total.get_date_display()) == (D(2022, 3, 1), "2022年3月")
    indicator = indicators.get("enforcement.inspections")
    series = by_month([indicator], area=world.township, period=Period.year(2022))[indicator.key]
    assert [value for value in series.values() if value] == [20]
    assert series[Period(D(2022, 3, 1), D(2022, 3, 31))] == 20


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"times": ""}, {"times": ["请填写次数。"]}),
        ({"times": "-3"}, {"times": ["次数不能为负数，请填 0 或正整数。"]}),
        ({"date": "三月"}, {"date": ["月份请按 2026-03 这样填写年月。"]}),
        ({"enterprise_times": "21"}, {"enterprise_times": ["涉企次数是次数的一部分，不能多于次数。"]}),
        (
            {"enterprise_times": "5", "scanned_times": "6"},
            {"scanned_times": ["扫码入企次数不能多于涉企次数。"]},
        ),
        ({"problems": "2", "corrected": "3"}, {"corrected": ["整改完成的个数不能多于发现问题的个数。"]}),
    ],
)
def test_a_wrong_month_is_told_at_its_field(values, expected, world, sign_in):
    response = post_new(sign_in(world.coordinator), "enforcement-months", **month_data(world, **values))
    assert errors_of(response) == expected


@pytest.mark.parametrize("user", ["coordinator", "office_clerk"])
def test_a_month_is_summed_up_once(user, world, sign_in):
    client = sign_in(world.users[user])
    assert post_new(client, "enforcement-months", **month_data(world)).status_code == 302
    again = post_new(client, "enforcement-months", **month_data(world, times="7"))
    assert "这个月的这一项已经汇总过，请打开原来的记录修改。" in again.content.decode()
    assert post_new(client, "enforcement-months", **month_data(world, domain="other")).status_code == 302
    assert EnforcementMonth.objects.count() == 2


def test_the_monthly_total_is_owed_each_month(month, world):
    month("inspection", 20, date=D(2022, 1, 9))
    found = cells(
        duties["governance.enforcement_month"],
        area=world.township,
        period=Period(D(2022, 1, 1), D(2022, 2, 28)),
        today=D(2022, 3, 20),
    )
    assert [cell.state for cell in found] == [CellState.DONE, CellState.MISSING]


# Certificates ---------------------------------------------------------------------------------------


def test_certified_officers_are_those_of_the_last_day(officer, figure):
    officer("蒋立群", issued_on=D(2020, 6, 15), expires_on=D(2022, 12, 31))
    officer("柏海燕", issued_on=D(2022, 6, 15), expires_on=D(2027, 6, 14))
    officer("邹文杰", issued_on=D(2020, 6, 15), expires_on=D(2025, 6, 14), valid_to=D(2022, 8, 31))
    officer("廖家豪")
    assert [figure("执法人员数", year=year) for year in (2021, 2022, 2023)] == [4, 3, 3]
    assert [figure("持证执法人员数", year=year) for year in (2021, 2022, 2023)] == [2, 2, 1]
    assert [figure("待考证人员数", year=year) for year in (2021, 2022)] == [2, 1]
    assert figure("执法人员持证率") == 66.7
    assert figure("新领执法证人数") == 1


def test_two_certificates_are_one_officer(officer, figure):
    officer("蒋立群", issued_on=D(2020, 6, 15), kind="enforcement")
    officer("蒋立群", issued_on=D(2021, 6, 15), kind="trade", legal_reviewer=True)
    assert figure("执法人员数") == figure("持证执法人员数") == figure("法制审核人员数") == 1


def test_without_officers_there_is_no_rate(officer, figure):
    officer("邹文杰", issued_on=D(2020, 6, 15), valid_to=D(2021, 8, 31))
    assert figure("执法人员数") == 0
    assert figure("执法人员持证率") is None


@pytest.mark.parametrize(
    ("values", "name", "sentence"),
    [
        ({"stage": "certified"}, "issued_on", "持证在岗的请填写发证日期"),
        ({"stage": "exam", "issued_on": "2022-03-05"}, "stage", "请选“持证在岗”"),
        ({"stage": "left"}, "valid_to", "请填写离岗（注销）日期"),
        ({"stage": "exam", "valid_to": "2022-03-06"}, "stage", "请选“离岗”或“注销”"),
        (
            {"stage": "certified", "issued_on": "2022-03-05", "expires_on": "2022-03-01"},
            "expires_on",
            "有效期不能在发证日期之前截止",
        ),
    ],
)
def test_stage_and_dates_of_a_certificate_agree(values, name, sentence, world, sign_in):
    data = {
        "person": "蒋立群（执法队队员）",
        "unit": world.office.pk,
        "date": "2022-03-01",
        "area": world.township.pk,
        "kind": "enforcement",
        **values,
    }
    found = errors_of(post_new(sign_in(world.coordinator), "officer-certificates", **data))
    assert list(found) == [name]
    assert sentence in found[name][0]


def test_number_and_last_day_are_asked_of_a_certificate_only(officer):
    assert OfficerCertificates.missing(officer("廖家豪")) == ()
    certified = officer("蒋立群", issued_on=D(2020, 6, 15))
    assert OfficerCertificates.missing(certified) == ("number", "expires_on")
    certified.number = "18M001"
    certified.save()
    assert str(certified) == "蒋立群（18M001）"


@pytest.mark.parametrize(
    ("values"),
    [
        {"fine": 100, "penalties": []},
        {"decided_on": D(2020, 1, 1)},
        {"kind": "licence", "first_offence": True},
        {"penalties": ["fine"], "fine": None},
    ],
)
def test_the_database_keeps_the_rules_of_a_case(values, case):
    record = case(penalties=["warning"])
    for name, value in values.items():
        setattr(record, name, value)
    with pytest.raises(IntegrityError), transaction.atomic():
        record.save()
