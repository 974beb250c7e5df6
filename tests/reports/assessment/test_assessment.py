"""An assessment: its sheet read, items proven, scored, handed out; who may do what; what the county said before."""

import io
import zipfile
from decimal import Decimal

import pytest
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from disputes.models import Dispute
from outreach.models import OutreachEvent
from reports.assessment.keeping import take_items
from reports.assessment.matching import counterpart
from reports.assessment.selfreport import self_report
from reports.assessment.sheet import TARGETS, items_of
from reports.assessment.standing import Standing, proven, waiting_for
from reports.columns import read_columns
from reports.locking import lock
from reports.models import Assessment, Item, Manuscript, Tie
from reports.proofing.draft import prove
from reports.writing import write_report
from tests.factories import make_attachment, make_record
from tests.reports.assessment.scoring import scoring_sheet
from township.figures.period import Period
from township.people.gate import Gate
from township.people.models import Area, Person
from township.records.register import registry


def read(world, content, **mapping):
    reading = read_columns(content, TARGETS, area=world.township, memory="test")
    return items_of(reading.table, mapping.get("mapping") or reading.mapping)


def sheet(*rows, merged=()):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for span in merged:
        book.active.merge_cells(span)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def assessment(world):
    return Assessment.objects.create(
        area=world.township, year=2022, title="法治建设考核", basis="县考核细则", content=scoring_sheet(4),
        created_by=world.coordinator,
    )  # fmt: skip


@pytest.fixture
def item(assessment, world):
    return Item.objects.create(
        assessment=assessment, position=1, number="1.1", first="一、普法", third="开展普法宣传活动",
        standard="全年不少于2场", points=Decimal(3), office=world.office,
    )  # fmt: skip


def state_of(item, user):
    return proven([item], gate=Gate(user), assessment=item.assessment)[0]


# The sheet ------------------------------------------------------------------------------------------


def test_merged_and_blank_levels_headings_totals_and_points(world):
    content = sheet(
        ["某县考核细则（附件1）"],
        ["序号", "考核内容", "考核指标", "评分标准", "分值", "考评方式"],
        ["一、党的领导（10分）"],
        ["1", "会议", "研究法治", "少1次扣1分", 4, "查阅资料"],
        [None, None, None, "没有记录再扣1分", None, None],
        ["2", None, "听取汇报", "少1次扣1分", "2分", "系统取数"],
        ["小计", None, None, None, 6],
        ["二、法治宣传教育和法治文化建设工作情况（4分）"],
        ["3", "普法", "普法活动", "有就得分", 4, None],
        ["合计", None, None, None, 10],
        merged=["A1:F1", "A3:F3", "A4:A5", "C4:C5", "E4:E5", "A8:F8"],
    )
    items = read(world, content)
    assert [
        (item.number, item.first, item.second, item.name, item.points, item.method) for item in items
    ] == [
        ("1", "一、党的领导（10分）", "会议", "研究法治", 4, "papers"),
        ("2", "一、党的领导（10分）", "会议", "听取汇报", 2, "system"),
        ("3", "二、法治宣传教育和法治文化建设工作情况（4分）", "普法", "普法活动", 4, ""),
    ]
    assert items[0].standard == "少1次扣1分\n没有记录再扣1分"


def test_points_of_a_merged_cell_are_counted_once(world):
    content = sheet(
        ["一级指标", "考核指标", "评分标准", "分值"],
        ["学法", "中心组学法", "甲", 5],
        [None, "会前学法", "乙", None],
        merged=["A2:A3", "D2:D3"],
    )
    assert [(item.first, item.name, item.points) for item in read(world, content)] == [
        ("学法", "中心组学法", 5),
        ("学法", "会前学法", None),
    ]


def test_reading_the_sheet_again_keeps_what_was_tied(world, assessment):
    reading = read_columns(assessment.content, TARGETS, area=world.township, memory="test")
    assert take_items(assessment, reading, reading.mapping) == 4
    kept = assessment.items.get(number="2")
    kept.ties.create(kind=Tie.Kind.INDICATOR, key="governance.briefings")
    assert take_items(assessment, reading, {**reading.mapping, 6: ""}) == 4
    assert assessment.items.count() == 4
    assert assessment.items.get(number="2").ties.count() == 1


def test_columns_are_asked_for_and_remembered(world, sign_in, assessment):
    client, url = sign_in(world.coordinator), reverse("reports:assessment_columns", args=[assessment.pk])
    response = client.post(url, {"column-5": "points"})
    assert response.status_code == 422
    assert "请至少指明哪一列是三级指标" in response.text
    chosen = {"column-1": "first", "column-2": "number", "column-3": "third", "column-4": "standard"}
    assert client.post(url, chosen).status_code == 302
    assert assessment.items.first().first == "（一）第一责任人职责"
    assert client.get(url).context["reading"].mapping[1] == "first"


def test_a_wrong_sheet_goes_away_until_somebody_has_scored_by_it(world, sign_in, assessment, item):
    client, url = sign_in(world.coordinator), reverse("reports:assessment_remove", args=[assessment.pk])
    assert sign_in(world.reviewer).post(url).status_code == 404
    Item.objects.update(own_points=1, own_reason="达到")
    assert "已经有条目打了分，不能删去" in client.post(url, follow=True).text
    Item.objects.update(own_points=None)
    client.post(url)
    assert not Assessment.objects.exists()
    assert sign_in(world.office_clerk).get(reverse("reports:assessments")).status_code == 200
    assert sign_in(world.clerk_a).get(reverse("reports:assessments")).status_code == 404


# States ---------------------------------------------------------------------------------------------


def test_an_item_says_what_it_lacks_until_all_is_there(world, item, make):
    assert state_of(item, world.coordinator).lacking == ["还没有对应指标、台账或材料。"]
    item.ties.create(kind=Tie.Kind.INDICATOR, key="outreach.events")
    item.target = 2
    assert state_of(item, world.coordinator).lacking == [
        "“普法活动场次”还没有记录，也没有报零。",
        "目标 2，现在 —。",
        "对应的记录里还没有可以打包的材料。",
    ]
    event = make(OutreachEvent)
    make_attachment(event, by=world.clerk_a)
    assert state_of(item, world.coordinator).lacking == ["目标 2，现在 1。"]
    make(OutreachEvent)
    found = state_of(item, world.coordinator)
    assert (found.standing, found.proofs[0].text, found.files) == (Standing.COMPLETE, "2场", 1)
    item.not_applicable = "本年没有"
    assert state_of(item, world.coordinator).standing is Standing.NOT_APPLICABLE


def test_figures_of_a_system_need_no_file(world, item, make):
    item.ties.create(kind=Tie.Kind.REGISTER, key="outreach-events", start="2022-01-01", end="2022-06-30")
    item.method = Item.Method.SYSTEM
    assert state_of(item, world.coordinator).lacking == ["“普法活动”2022年1月1日至2022年6月30日没有记录。"]
    make(OutreachEvent)
    assert state_of(item, world.coordinator).standing is Standing.COMPLETE


@pytest.mark.usefixtures("in_request")
def test_forty_items_read_no_more_figures_than_one(world, assessment, item, make, django_assert_num_queries):
    make(OutreachEvent)
    item.ties.create(kind=Tie.Kind.INDICATOR, key="outreach.events")
    others = Item.objects.bulk_create(
        Item(assessment=assessment, position=number, third=f"第{number}项") for number in range(2, 41)
    )
    Tie.objects.bulk_create(
        Tie(item=other, kind=Tie.Kind.INDICATOR, key="outreach.events") for other in others
    )
    gate = Gate(world.coordinator)
    with django_assert_num_queries(4):
        one = proven([item], gate=gate, assessment=assessment)
    with django_assert_num_queries(4):
        many = proven([item, *others], gate=gate, assessment=assessment)
    assert {row.proofs[0].text for row in [*one, *many]} == {"1场"}


# Work of several people -----------------------------------------------------------------------------


def test_an_office_finds_its_items_in_its_waiting_work_and_proves_them(world, sign_in, item):
    client = sign_in(world.coordinator)
    client.post(
        reverse("reports:assessment_assign", args=[item.assessment_id]),
        {"items": [item.pk], "office": world.office.pk, "due_on": "2022-11-30"},
    )
    office = sign_in(world.office_clerk)
    assert "您负责的 <strong>1</strong> 条还没有办好" in office.get(reverse("reports:todo")).text
    url = reverse("reports:assessment_item", args=[item.pk])
    assert "county_points" not in office.get(url).context["form"].fields
    response = office.post(url, {"own_points": "4", "own_reason": ""})
    assert response.context["form"].errors == {
        "own_points": ["自评分不能高于分值。"],
        "own_reason": ["打了自评分的，请写一句自评说明。"],
    }
    office.post(
        reverse("reports:assessment_tie", args=[item.pk, "indicator"]), {"indicator-key": "outreach.events"}
    )
    assert (
        office.post(url, {"own_points": "3", "own_reason": "达到要求", "county_points": "1"}).status_code
        == 302
    )
    item.refresh_from_db()
    assert (item.own_points, item.county_points, item.ties.count()) == (3, None, 1)
    assert waiting_for(Gate(world.reviewer)) == []


def test_a_namesake_has_no_items_until_it_is_known_who_is_meant(world, sign_in, item):
    one = Person.objects.create(area=world.township, name=world.office_clerk.name)
    Item.objects.update(office=None, responsible=one)
    url = reverse("reports:assessment_item", args=[item.pk])
    office = sign_in(world.office_clerk)
    assert office.get(url).status_code == 200
    assert [one.number for one in waiting_for(Gate(world.office_clerk))] == [1]
    Person.objects.create(area=world.a, name=one.name)
    assert office.get(url).status_code == 404
    assert office.post(url, {"own_points": "3", "own_reason": "好"}).status_code == 404


def test_nobody_is_sent_to_items_out_of_reach(world, item):
    person = Person.objects.create(area=world.a, name=world.clerk_a.name)
    Item.objects.update(office=None, responsible=person)
    assert waiting_for(Gate(world.clerk_a)) == []


def test_what_a_reader_may_not_see_is_not_missing(world, item, make):
    dispute = make_record(registry.of(Dispute), world)
    item.ties.create(kind=Tie.Kind.RECORD, key="disputes", record_id=dispute.pk)
    found = state_of(item, world.office_clerk)
    assert {proof.text for proof in found.proofs} == {"没有权限查看"}
    assert found.lacking == []
    assert state_of(item, world.coordinator).lacking == ["对应的记录里还没有可以打包的材料。"]


def test_strangers_meet_404_and_readers_change_nothing(world, sign_in, assessment, item):
    urls = [
        reverse("reports:assessment", args=[assessment.pk]),
        reverse("reports:assessment_item", args=[item.pk]),
    ]
    for url in urls:
        reached = {name for name, user in world.users.items() if sign_in(user).get(url).status_code == 200}
        assert reached == {"coordinator", "reviewer", "deputy", "principal", "office_clerk"}
    tie = reverse("reports:assessment_tie", args=[item.pk, "indicator"])
    for name in ("reviewer", "stranger", "clerk_a"):
        answer = sign_in(world.users[name]).post(tie, {"indicator-key": "outreach.events"})
        assert answer.status_code == 404
    assert not item.ties.exists()


def test_a_file_that_one_may_not_open_cannot_be_tied(world, sign_in, item):
    dispute = make_record(registry.of(Dispute), world)
    secret = make_attachment(dispute, by=world.clerk_a)
    office = sign_in(world.office_clerk)
    url = reverse("reports:assessment_tie", args=[item.pk, "file"])
    assert office.post(url, {"file": secret.pk}).status_code == 404
    record = {"register": "disputes", "record": dispute.pk}
    assert office.post(reverse("reports:assessment_tie", args=[item.pk, "record"]), record).status_code == 404
    own = make_attachment(by=world.office_clerk)
    strange = reverse("reports:assessment_tie", args=[item.pk, "anything"])
    assert office.post(strange, {"file": own.pk}).status_code == 404
    assert office.post(url, {"file": own.pk}).status_code == 302
    assert list(item.ties.values_list("kind", "attachment")) == [("file", own.pk)]


# What is handed out ---------------------------------------------------------------------------------


def package(client, assessment):
    response = client.get(reverse("reports:assessment_package", args=[assessment.pk]))
    return zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content)))


def test_files_of_cases_go_to_those_alone_who_may_open_them(world, sign_in, assessment, item):
    dispute = make_record(registry.of(Dispute), world)
    paper = make_attachment(dispute, by=world.clerk_a, image=False)
    item.ties.create(kind=Tie.Kind.RECORD, key="disputes", record_id=dispute.pk)
    found = package(sign_in(world.coordinator), assessment)
    assert found.namelist() == ["1.1-开展普法宣传活动/1.1-开展普法宣传活动-01.pdf", "目录.xlsx"]
    index = load_workbook(io.BytesIO(found.read("目录.xlsx"))).active
    assert not any(paper.name in str(cell.value) for row in index for cell in row)
    assert package(sign_in(world.office_clerk), assessment).namelist() == ["目录.xlsx"]


def test_two_items_of_one_name_have_a_folder_each_and_share_a_file(world, sign_in, assessment, item, make):
    event = make(OutreachEvent)
    make_attachment(event, by=world.clerk_a)
    twin = Item.objects.create(assessment=assessment, position=2, number="1.1", third=item.third)
    for one in (item, twin):
        one.ties.create(kind=Tie.Kind.RECORD, key="outreach-events", record_id=event.pk)
    names = package(sign_in(world.coordinator), assessment).namelist()
    assert [name.partition("/")[0] for name in names[:2]] == [
        "1.1-开展普法宣传活动",
        "1.1-开展普法宣传活动（2）",
    ]


def test_table_and_report_say_figures_scores_and_what_falls_short(world, sign_in, assessment, item, make):
    make(OutreachEvent)
    item.ties.create(kind=Tie.Kind.INDICATOR, key="outreach.events")
    item.own_points, item.own_reason = Decimal("2.5"), "少开展1场"
    item.save()
    Item.objects.create(
        assessment=assessment, position=2, first="二、应诉", third="负责人出庭", points=2,
        not_applicable="本年没有行政诉讼",
    )  # fmt: skip
    client = sign_in(world.coordinator)
    table = client.get(reverse("reports:assessment_table", args=[assessment.pk])).content
    rows = list(load_workbook(io.BytesIO(table)).active.iter_rows(min_row=5, values_only=True))
    assert [row[3] for row in rows[:2]] == ["开展普法宣传活动", "负责人出庭"]
    assert (rows[0][6], rows[0][9], rows[2][5], rows[2][9]) == ("普法活动场次 1场", 2.5, 5, 2.5)


def test_the_report_is_a_text_like_others_until_somebody_works_on_it_written_anew(
    world, sign_in, assessment, item, make
):
    make(OutreachEvent)
    item.ties.create(kind=Tie.Kind.INDICATOR, key="outreach.events")
    item.ties.create(kind=Tie.Kind.INDICATOR, key="disputes.mediated")
    Item.objects.create(
        assessment=assessment, position=2, first="二、应诉", third="负责人出庭", points=2,
        not_applicable="本年没有行政诉讼",
    )  # fmt: skip
    client, url = sign_in(world.coordinator), reverse("reports:assessment_report", args=[assessment.pk])
    client.post(url)
    before = Manuscript.objects.get()
    assert "还有1项没有自评。" in before.text
    Item.objects.filter(pk=item.pk).update(own_points=Decimal("2.5"), own_reason="少开展\n1场。")
    answer = client.post(url)
    report = Manuscript.objects.get(pk=before.pk)
    assert answer.url == reverse("reports:edit", args=[report.pk])
    assert report.title == "毛俊镇关于2022年度法治建设考核的自评报告"
    text = write_report(report).text
    for said in (
        "其中不适用1项，参加自评1项，分值3分。自评得分2.5分。",
        "（一）普法",
        "开展普法宣传活动：普法活动场次1场；少开展1场；自评2.5分（分值3分）。",
        "负责人出庭：不适用，本年没有行政诉讼。",
        "开展普法宣传活动自评扣0.5分，少开展1场。",
    ):
        assert said in text
    assert prove(report).obstacle == ""
    for name, start in (("preview", b"%PDF"), ("draft_word", b"PK")):
        assert client.get(reverse(f"reports:{name}", args=[report.pk])).content.startswith(start)
    lock(report, by=world.coordinator)
    client.post(url)
    assert Manuscript.objects.get(pk=report.pk).text == report.text
    Item.objects.filter(pk=item.pk).update(own_reason="改过")
    client.post(url)
    assert Manuscript.objects.get(pk=report.pk).text == report.text
    assert sign_in(world.reviewer).post(url).status_code == 404
    assert (
        reverse("reports:detail", args=[report.pk])
        in sign_in(world.reviewer).get(reverse("reports:assessment", args=[assessment.pk])).text
    )


def test_who_is_addressed_follows_the_place_above(world, assessment):
    Area.objects.filter(pk=world.county_area.pk).update(name="某某区")
    assessment.area.refresh_from_db()
    text = self_report(assessment, Period.year(2022))
    assert text.startswith("区委全面依法治区委员会办公室：\n")


# The year after -------------------------------------------------------------------------------------


def test_what_the_county_took_off_shows_at_the_same_item_a_year_later(world, sign_in, assessment, item):
    item.county_points, item.county_reason = Decimal(1), "少了方案"
    item.save()
    later = Assessment.objects.create(
        area=world.township, year=2023, title="法治建设考核", basis="县考核细则", content=b"x"
    )
    same = Item.objects.create(
        assessment=later, position=7, number="3.2", third="开展法治宣传普法活动", points=3
    )
    other = Item.objects.create(assessment=later, position=8, number="1.1", third="成立领导小组", points=3)
    client = sign_in(world.coordinator)
    assert "扣 2 分：少了方案" in client.get(reverse("reports:assessment_item", args=[same.pk])).text
    assert "2022年扣 2 分：少了方案" in client.get(reverse("reports:assessment", args=[later.pk])).text
    assert counterpart(other, [item]) is None
