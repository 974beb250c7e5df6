"""From cells to records: verdicts, writing, importing twice, access, undoing."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from disputes.models import Dispute
from outreach.models import MaterialKind, OutreachEvent, Team
from outreach.registers import OutreachEvents
from tests.factories import _sample, make_record, registers
from township.people.gate import Gate
from township.people.models import Person
from township.people.roles import Power
from township.records.fields import MonthField, MultiChoiceField
from township.records.listing import columns_of, with_related
from township.records.models import Change, Record, RecordLock, State, SwitchedOff
from township.records.register import registry
from township.records.saving import Refused
from township.workbooks.blank import template_bytes
from township.workbooks.book import Unreadable, open_book
from township.workbooks.checking import counts
from township.workbooks.committing import Choices, commit
from township.workbooks.draft import draft_of
from township.workbooks.ledgers import list_table, table_bytes, whole_bytes
from township.workbooks.lines import cell_of
from township.workbooks.targets import targets_of
from training.models import StudySession

from .conftest import HEADERS, event, xlsx

each_register = pytest.mark.parametrize("register", registers(), ids=lambda register: register.slug)


def exported(register, user, records=None):
    records = records if records is not None else Gate(user).records(register, Power.EXPORT)
    return whole_bytes(Gate(user), register, records=records, words="筛选：无")


# Identity -----------------------------------------------------------------------------------------


@each_register
def test_a_ledger_brought_in_again_changes_nothing(world, bring, register):
    for area in (world.a, world.b):
        make_valid(register, world, area)
    total = register.model.objects.count()
    before = Change.objects.count()
    content = exported(register, world.coordinator)
    assert bring(content, register.slug).problems == []
    found = bring(content, register.slug, write=True)
    assert found.counts == {"same": total}
    assert (register.model.objects.count(), Change.objects.count()) == (total, before)


@each_register
def test_a_ledger_without_its_keys_finds_its_records_again(world, bring, register):
    make_valid(register, world, world.a)
    total = register.model.objects.count()
    gate = Gate(world.coordinator)
    draft = bring(exported(register, world.coordinator), register.slug).draft
    draft.mapping.pop(max(draft.mapping))
    assert counts(draft.checker(register, gate).check())["same"] == total


@each_register
def test_a_ledger_of_one_township_becomes_the_same_ledger_elsewhere(world, bring, register):
    """Export, void, bring in as new: the new records read as the old ones did."""
    make_valid(register, world, world.township, world.a)
    if register.model.objects.count() > 1 or register.sealed_fields():
        pytest.skip("the register points to records of its own kind, or holds sealed fields")
    content = exported(register, world.coordinator)
    old = register.model.objects.get()
    register.model.objects.update(state=State.VOIDED)
    draft = bring(content, register.slug).draft
    draft.mapping.pop(max(draft.mapping))
    gate = Gate(world.coordinator)
    verdicts, written = commit(
        draft.checker(register, gate).check, declaration=register, by=world.coordinator, choices=Choices()
    )
    assert counts(verdicts)["new"] == 1, [verdict.problems for verdict in verdicts]
    new = register.model.objects.get(pk=written.made[0].pk)
    again = exported(register, world.coordinator, register.model.objects.filter(pk=new.pk))
    assert _cells(again)[:-1] == _cells(content)[:-1]
    assert new.entry_id != old.entry_id


def make_valid(register, world, *areas):
    """A record as the form would have let it in: in a place that suits it, with what only the form asks for."""
    record = make_record(register, world, area=areas[0])
    for field in record._meta.concrete_fields:
        if isinstance(field, MultiChoiceField) and not field.blank and not getattr(record, field.name):
            setattr(record, field.name, [field.flatchoices[0][0]])
        if isinstance(field, MonthField) and getattr(record, field.name):
            setattr(record, field.name, getattr(record, field.name).replace(day=1))
    for name in register.required:
        if getattr(record, record._meta.get_field(name).attname) in (None, ""):
            setattr(record, name, _sample(record._meta.get_field(name), world))
    for area in areas:
        record.area = record.keeper = area
        try:
            record.clean()
        except ValidationError:
            continue
        break
    register.complete(record)
    record.save()
    return record


def _cells(content):
    return open_book(content).sheets[0].rows[4][1]


@each_register
def test_the_list_as_seen_is_recognised_as_well(world, bring, register):
    make_valid(register, world, world.a)
    columns = columns_of(register)
    records = with_related(Gate(world.coordinator).records(register, Power.EXPORT), columns)
    gate = Gate(world.coordinator)
    table = list_table(gate, register, columns=columns, records=records)
    content = table_bytes(gate, table, words="筛选：无")
    assert bring(content, register.slug).counts == {"same": register.model.objects.count()}


@each_register
def test_the_template_as_it_is_holds_no_row_and_all_columns(world, register):
    gate = Gate(world.coordinator)
    content = template_bytes(register, gate, 2022)
    assert [sheet.hidden for sheet in open_book(content).sheets] == [False, True, True]
    draft = draft_of(register, gate, content)
    assert set(draft.mapping.values()) == set(targets_of(register, gate))
    assert draft.checker(register, gate).check() == []
    other = next(other for other in registers() if other is not register)
    with pytest.raises(Unreadable, match=f"这是“{register.label}”的模板"):
        draft_of(other, gate, content)


# Importing ------------------------------------------------------------------------------------------


def test_rows_become_submitted_records_with_history(world, bring):
    found = bring(xlsx([*HEADERS, "发放资料"], [*event(1), "120份"], [*event(2), None]), write=True)
    assert found.counts == {"new": 2}
    first = OutreachEvent.objects.order_by("date").first()
    assert (first.state, first.source, first.keeper, first.created_by) == (
        State.SUBMITTED,
        Record.Source.WORKBOOK,
        world.a,
        world.coordinator,
    )
    assert [str(material) for material in first.materials.all()] == ["宣传资料120份"]
    change = Change.objects.get(record_id=first.pk)
    assert (change.action, change.reason) == (Change.Action.SUBMITTED, "表格导入")
    assert ["参加群众（人次）", "—", "21"] in change.details
    assert ["发放资料", "—", "宣传资料 120 份"] in change.details


def test_kinds_of_materials_are_known_by_name(world, bring):
    """Kinds of the township as the portal writes them and as ledgers do; a neighbour's are unknown."""
    MaterialKind.objects.create(area=world.township, name="法治扑克")
    MaterialKind.objects.create(area=world.other_township, name="邻镇挂历")
    headers, cells = [*HEADERS, "发放资料"], ["法治扑克｜50｜件", "法治扑克30件、海报2张、120份"]
    content = xlsx(headers, *([*event(number), cell] for number, cell in enumerate(cells, 1)))
    assert bring(content, write=True).counts == {"new": 2}
    lines = next(lines for lines in OutreachEvents.lines if lines.name == "materials")
    written = [cell_of(record, lines) for record in OutreachEvent.objects.order_by("date")]
    assert written == [cells[0], "法治扑克｜30｜件\n海报｜2｜张\n宣传资料｜120｜份"]
    assert bring(content).counts == {"same": 2}
    (refused,) = bring(xlsx(headers, [*event(3), "邻镇挂历｜5｜张"])).verdicts
    assert refused.problems[0].message.startswith("发放资料第 1 行：品种里没有“邻镇挂历”，可填：")


def test_a_kind_no_longer_offered_is_not_taken_for_granted(world, bring):
    leaflet = MaterialKind.objects.get(key="leaflet")
    SwitchedOff.objects.create(area=world.township, list="materialkind", entry_id=leaflet.pk)
    (refused,) = bring(xlsx([*HEADERS, "发放资料"], [*event(1), "120份"])).verdicts
    assert "缺少品种" in refused.problems[0].message


def test_approximate_numbers_are_kept_as_such(world, bring):
    bring(xlsx(HEADERS, event(1, attendance="300余人")), write=True)
    record = OutreachEvent.objects.get()
    assert (record.attendance, record.approximate) == (300, True)


def test_importing_twice_changes_nothing(world, bring):
    content = xlsx(HEADERS, *(event(number) for number in range(1, 8)))
    assert bring(content, write=True).counts == {"new": 7}
    assert bring(content, write=True).counts == {"same": 7}
    assert (OutreachEvent.objects.count(), Change.objects.count()) == (7, 7)


def test_twice_the_same_row_is_asked_about_and_both_are_found_again(world, bring):
    content = xlsx(HEADERS, event(1), event(1))
    assert bring(content).counts == {"new": 1, "duplicate": 1}
    bring(content, write=True, add_duplicates=True)
    assert OutreachEvent.objects.count() == 2
    assert bring(content).counts == {"same": 2}
    OutreachEvent.objects.order_by("pk").last().delete()
    assert bring(content).counts == {"same": 1, "duplicate": 1}


def test_one_wrong_row_keeps_all_out_unless_the_good_ones_are_wanted(world, bring):
    content = xlsx(HEADERS, event(1), event(2, area="丙村"))
    with pytest.raises(Refused, match="有 1 行有问题，一行都没有导入"):
        bring(content, write=True)
    assert OutreachEvent.objects.count() == 0
    assert bring(content, write=True, good_only=True).counts == {"new": 1, "wrong": 1}
    assert OutreachEvent.objects.count() == 1


def test_changed_rows_by_their_keys(world, bring, make):
    record = make(OutreachEvent, attendance=20)
    content = xlsx(["记录编号", "参加群众", "地点"], [str(record.entry_id), 25, "村部"])
    # What the form asks for stands in the record already; the file changes what it has columns for.
    found = bring(content, write=True)
    assert found.counts == {"changed": 1}, found.problems
    record.refresh_from_db()
    assert (record.attendance, record.place, record.version) == (25, "村部", 2)
    change = Change.objects.get()
    assert (change.action, change.details) == (
        Change.Action.EDITED,
        [["参加群众（人次）", "20", "25"], ["地点", "—", "村部"]],
    )


def test_numbers_of_outside_systems_are_keys(world, bring):
    headers = [*HEADERS, "外部系统编号"]
    assert bring(xlsx(headers, [*event(1), "HN-1"]), write=True).counts == {"new": 1}
    assert OutreachEvent.objects.get().source == Record.Source.EXTERNAL
    found = bring(xlsx(headers, [*event(1, attendance=99), "HN-1"], [*event(5), "HN-2"], [*event(6), "HN-2"]))
    assert found.counts == {"changed": 1, "new": 1, "wrong": 1}
    assert found.problems[0].cell == "F4"


def test_a_likely_duplicate_of_the_day_before(world, bring, make):
    make(OutreachEvent, title="宪法宣传周集中宣讲活动", date=datetime.date(2022, 12, 4), attendance=50)
    row = event(1, date="2022-12-5", title="宪法宣传周宣讲活动", attendance=60)
    other_setting = event(1, date="2022-12-5", title="宪法宣传周宣讲活动", setting="进学校")
    found = bring(xlsx(HEADERS, row, other_setting))
    assert found.counts == {"duplicate": 1, "new": 1}
    assert found.verdicts[0].twin.title == "宪法宣传周集中宣讲活动"
    assert bring(xlsx(HEADERS, row), write=True, update_twins=True).counts == {"changed": 1}
    assert OutreachEvent.objects.get().attendance == 60


@pytest.mark.parametrize(("number", "cell"), [(61, "E62"), (0, None)])
def test_all_problems_are_said_at_once(world, bring, number, cell):
    rows = [event(index % 90) for index in range(1, 61)]
    if number:
        rows.append(event(95, attendance="很多"))
        rows.append(event(95, date="2022-2-30", area="丙村", setting="进月球"))
    found = bring(xlsx(HEADERS, *rows))
    assert [problem.cell for problem in found.problems] == ([cell, "A63", "B63", "D63"] if cell else [])


def test_rules_of_form_and_model_hold_for_files(world, bring):
    headers = [
        "受理日期",
        "村",
        "类型",
        "案件来源",
        "案情",
        "结果",
        "结案日期",
        "调解组织",
        "协议形式",
        "调解员",
    ]
    good = ["2022-3-5", "甲村", "邻里纠纷", "主动调解", "甲乙两家因排水争执", "达成协议", "2022-3-9", "村（社区）调委会", "口头协议", "陈志远"]  # fmt: skip
    rows = [
        good,
        [*good[:6], "2022-3-1", *good[7:]],  # closed before it was accepted
        [*good[:8], "", "陈志远"],  # an agreement without its form
        [*good[:9], ""],  # nobody mediated
        [*good[:4], "张三，电话13812345678", *good[5:]],
    ]
    found = bring(xlsx(headers, *rows), "disputes", user=world.mediator)
    assert [(problem.cell, problem.message) for problem in found.problems] == [
        ("G3", "结案日期不能早于受理日期。"),
        ("I4", "协议形式：达成协议的，请选择口头协议或书面协议。"),
        ("J5", "结案的请选择调解员。"),
        ("E6", "简要情况：这里写了手机号码，请删去；联系电话填在专门的栏目里。"),
    ]


def test_sub_tables_about_people_only_with_the_right(world, bring):
    headers = ["受理日期", "村", "类型", "案件来源", "案情", "当事人"]
    row = ["2022-3-5", "甲村", "邻里纠纷", "主动调解", "排水争执", "张三、李四"]
    assert "parties" not in bring(xlsx(headers, row), "disputes", user=world.clerk_a).draft.mapping.values()
    bring(xlsx(headers, row), "disputes", write=True)
    assert [party.name for party in Dispute.objects.get().parties.all()] == ["张三", "李四"]
    assert "张三" not in str(list(Change.objects.values_list("details", flat=True)))


def test_new_people_join_the_roster_once(world, bring):
    headers = ["队伍名称", "村", "类别", "组建日期", "队长", "成员"]
    rows = [
        ["法治宣传一队", "甲村", "法治宣传队", "2022-1-5", "周新（支书）", "周新（支书）、吴二（委员）"],
        ["法治宣传二队", "甲村", "法治宣传队", "2022-1-6", "周新（支书）", "吴二（委员）"],
    ]
    assert bring(xlsx(headers, *rows), "teams").counts == {"new": 2}
    assert Person.objects.count() == 1
    bring(xlsx(headers, *rows), "teams", write=True)
    assert sorted(Person.objects.values_list("name", flat=True)) == ["吴二", "周新", "陈志远"]
    assert [team.members.count() for team in Team.objects.order_by("date")] == [2, 1]
    assert bring(xlsx(headers, *rows), "teams").counts == {"same": 2}


def test_a_team_needs_its_members(world, bring):
    headers = ["队伍名称", "村", "类别", "组建日期"]
    found = bring(xlsx(headers, ["一队", "甲村", "法治宣传队", "2022-1-5"]), "teams")
    assert found.problems[0].message == "表里没有“成员”这一栏，请指定是哪一列，或在表里补上。"


def test_unique_years_are_kept_without_asking_row_by_row(world, bring):
    headers = ["年度", "法律进", "责任单位", "项目", "状态", "形成日期"]
    row = [2022, "进乡村", "司法所", "工作方案", "已有", "2022-3-5"]
    other = [2022, "进学校", *row[2:]]
    found = bring(xlsx(headers, row, other, [*row[:4], "没有", row[5]]), "five-items")
    assert found.counts == {"new": 2, "wrong": 1}
    assert "已经登记过" in found.problems[0].message
    bring(xlsx(headers, row), "five-items", write=True)
    assert bring(xlsx(headers, row), "five-items").counts == {"same": 1}


# Who -----------------------------------------------------------------------------------------------


def test_a_village_imports_for_itself(world, bring):
    found = bring(xlsx(HEADERS, event(1), event(2, area="乙村")), user=world.clerk_a)
    assert found.counts == {"new": 1, "wrong": 1}
    assert "您不能替乙村录入" in found.problems[0].message
    without_place = xlsx([*HEADERS[:1], *HEADERS[2:]], [*event(1)[:1], *event(1)[2:]])
    bring(without_place, user=world.clerk_a, write=True)
    assert OutreachEvent.objects.get().area == world.a


def test_an_office_keeps_what_it_imports(world, bring):
    bring(xlsx(HEADERS, event(1)), user=world.office_clerk, write=True)
    record = OutreachEvent.objects.get()
    assert (record.office, record.keeper, record.area) == (world.office, world.township, world.a)


def test_another_units_key_is_nobodys(world, bring, make):
    foreign = make(OutreachEvent, area=world.foreign_village)
    row = [str(foreign.entry_id), *event(1)]
    found = bring(xlsx(["记录编号", *HEADERS], row), write=True)
    assert found.counts == {"new": 1}
    foreign.refresh_from_db()
    assert (foreign.version, OutreachEvent.objects.count()) == (1, 2)


def test_what_may_not_be_edited_is_not_changed_by_a_file(world, bring, make):
    approved = make(OutreachEvent, state=State.APPROVED)
    voided = make(OutreachEvent, state=State.VOIDED)
    locked = make(OutreachEvent)
    RecordLock.objects.create(register="outreach-events", record_id=locked.pk, label="2022年度报告")
    rows = [[str(record.entry_id), 77] for record in (approved, voided, locked)]
    found = bring(xlsx(["记录编号", "参加群众"], *rows), user=world.clerk_a)
    assert found.counts == {"wrong": 3}
    assert [
        ("您不能修改" in p.message, "已作废" in p.message, "申请更正" in p.message) for p in found.problems
    ] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]
    same = [[str(locked.entry_id), locked.attendance]]
    assert bring(xlsx(["记录编号", "参加群众"], *same), user=world.clerk_a).counts == {"same": 1}


def test_somebody_elses_change_at_the_same_moment_stops_the_import(world, bring, make):
    record = make(OutreachEvent)
    gate = Gate(world.coordinator)
    declaration = registry.get("outreach-events")
    draft = bring(xlsx(["记录编号", "参加群众"], [str(record.entry_id), 9])).draft

    def check():
        verdicts = draft.checker(declaration, gate).check()
        OutreachEvent.objects.filter(pk=record.pk).update(version=5)
        return verdicts

    with pytest.raises(Refused, match="刚被别人改过"):
        commit(check, declaration=declaration, by=world.coordinator, choices=Choices())


# Queries and dry runs --------------------------------------------------------------------------------


def test_rows_cost_no_queries(world, bring):
    def cost(number):
        rows = [event(index % 100, title=f"{index}号活动{chr(0x4E00 + index)}") for index in range(number)]
        with CaptureQueriesContext(connection) as found:
            bring(xlsx(HEADERS, *rows))
        return len(found)

    cost(2)
    assert cost(200) == cost(5)


cells = st.one_of(
    st.none(),
    st.integers(-5, 60_000),
    st.floats(0, 1e6, allow_nan=False),
    st.booleans(),
    st.sampled_from(
        [
            "甲村",
            "乙村",
            "丙村",
            "2022-3-5",
            "3月5日",
            "约300人",
            "进乡村",
            "进学校",
            "进家庭",
            "宣讲",
            "无",
            "√",
            "—",
            "合计",
            "2022-13-1",
        ]
    ),
    st.dates(datetime.date(2021, 1, 1), datetime.date(2022, 12, 31)),
    st.text(max_size=12),
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows=st.lists(st.lists(cells, min_size=5, max_size=5), min_size=1, max_size=8))
def test_the_real_run_gives_the_verdicts_of_the_dry_run_and_twice_is_once(world, bring, rows):
    rows = [
        [ILLEGAL_CHARACTERS_RE.sub("", cell) if isinstance(cell, str) else cell for cell in row]
        for row in rows
    ]
    content = xlsx(HEADERS, event(90), *rows)
    dry = bring(content)
    real = bring(content, write=True, good_only=True)
    assert [(v.number, v.kind, v.problems) for v in dry.verdicts] == [
        (v.number, v.kind, v.problems) for v in real.verdicts
    ]
    total = OutreachEvent.objects.count()
    again = bring(content, write=True, good_only=True)
    assert again.counts.get("new", 0) == 0
    assert OutreachEvent.objects.count() == total
    OutreachEvent.objects.all().delete()


def test_the_year_is_the_users_or_the_titles(world, bring):
    row = event(1, date="3月5日")
    titled = xlsx(["毛俊镇2021年普法台账"], HEADERS, row, merged=["A1:E1"])
    assert bring(titled).verdicts[0].record.date.year == 2021
    assert bring(titled, year=2020).verdicts[0].record.date.year == 2020


def test_study_sessions_with_township_forms_only(world, bring):
    headers = ["日期", "村", "学法形式", "学习主题", "实到人数"]
    found = bring(xlsx(headers, ["2022-3-5", "甲村", "党委会会前学法", "宪法", 9]), "study-sessions")
    assert "镇本级" in found.problems[0].message and found.problems[0].cell == "C2"
    assert StudySession.objects.count() == 0
