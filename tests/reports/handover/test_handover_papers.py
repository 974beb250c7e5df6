"""The handover papers: a successor who has nothing else finds all open work and comes to last year's figures."""

import datetime
import io
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from governance.models import Finding, Inspection
from outreach.models import OutreachEvent
from reports.gaps import gaps
from reports.handover.papers import SHOWN, papers
from reports.locking import lock
from reports.models import Assessment, Item
from township.figures.drilldown import drill_url
from township.figures.indicator import indicators
from township.figures.models import PlanItem, StatisticalYear
from township.people.gate import Gate
from township.people.models import Person, RoleGrant, User
from township.people.roles import Role
from township.records.models import Change, State

TODAY = datetime.date.today()


@pytest.fixture
def successor(world):
    """Somebody new in the township, without any seat yet, whom the roster knows."""
    user = User.objects.create(username="newcomer", name="新来的", area=world.township)
    RoleGrant.objects.create(user=user, role=Role.PRINCIPAL_LEADER)
    Person.objects.create(area=world.township, name="新来的")
    return user


@pytest.fixture
def work(world, make, report):
    """What the coordinator leaves behind: a locked report and one open thing of each kind."""
    person = Person.objects.create(area=world.township, name=world.coordinator.name)
    lock(report, by=world.coordinator)
    kept = {"created_by": world.coordinator, "keeper": world.township, "area": world.township}
    make(OutreachEvent, title="没写完的活动", state=State.DRAFT, **kept)
    make(OutreachEvent, title="退回来的活动", state=State.RETURNED, **kept)
    inspection = make(Inspection, area=world.township, title="县里的督察", origin=Inspection.Origin.COMMITTEE)
    finding = Finding.objects.create(
        record=inspection, content="台账不全", responsible=person, due_on="2099-01-01"
    )
    task = make(
        PlanItem, area=world.township, title="建一处法治公园", year=TODAY.year, plan=PlanItem.Plan.OTHER,
        office=world.office, responsible=person, date=TODAY,
    )  # fmt: skip
    assessment = Assessment.objects.create(
        area=world.township, year=2022, title="法治建设考核", basis="县考核细则", content=b"x"
    )
    item = Item.objects.create(assessment=assessment, position=1, third="组建普法队伍", responsible=person)
    return {"finding": finding, "task": task, "item": item}


def sheets(client, leaver):
    content = client.get(reverse("reports:handover_workbook", args=[leaver.pk])).content
    return {
        sheet.title: [row for row in sheet.iter_rows(min_row=5, values_only=True) if row[0] != "没有"]
        for sheet in load_workbook(io.BytesIO(content))
    }


def test_a_successor_with_the_papers_alone_finds_all_and_rebuilds_last_years_figures(
    world, sign_in, work, report, successor
):
    papers = sheets(sign_in(world.coordinator), world.coordinator)
    by_administrator = reverse("reference:handover", args=[world.coordinator.pk])
    given = {"successor": successor.pk, "seat": "on", "close": "on"}
    assert sign_in(world.administrator).post(by_administrator, given).status_code == 302

    client = sign_in(User.objects.get(pk=successor.pk))
    open_work = ("没办完的记录", "年度任务", "整改", "考核条目")
    found = [
        (what.rpartition(" ")[2], client.get(where))
        for name in open_work
        for what, _, _, where in papers[name]
    ]
    assert [what for what, _ in found] == [
        "没写完的活动", "退回来的活动", "建一处法治公园", "台账不全", "组建普法队伍",
    ]  # fmt: skip
    assert all(page.status_code == 200 and what in page.text for what, page in found)
    assert client.get(papers["报告"][0][3]).status_code == 200
    assert papers["未报的月份"] and all(
        client.get(row[3]).status_code == 200 for row in papers["未报的月份"][:3]
    )

    revision = report.latest_revision()
    locked = {row["label"]: row["value"] for row in revision.figures}
    rebuilt = {}
    for label, definition, value, where in papers["上年报告用到的数据"]:
        indicator = indicators.by_label[label]
        assert parse_qs(urlsplit(where).query) == {
            "locked": [str(revision.pk)],
            "locked_figure": [indicator.key],
        }
        # The records that were counted, and by the definition the figure of the same days anew.
        again = drill_url(indicator, area=report.area, period=revision.period)
        for page in (client.get(where), client.get(again)):
            assert definition in page.text
            assert value == re.search(r'class="mark-value">([^<]+)<', page.text)[1].strip()
        rebuilt[label] = int(re.match(r"\d+", value)[0])
    assert rebuilt == locked == {"法律进乡村活动次数": 2, "普法活动参加人次": 345}
    assert [row[1] for row in papers["上年报告的句子和指标"]] == list(locked)


def test_what_stood_under_the_leavers_name_stands_under_the_successors(world, sign_in, work, successor):
    url = reverse("reference:handover", args=[world.coordinator.pk])
    sign_in(world.administrator).post(url, {"successor": successor.pk, "seat": "on"})
    for one in work.values():
        one.refresh_from_db()
        assert one.responsible.name == "新来的"
    change = Change.objects.get(register="plan-items", record_id=work["task"].pk)
    assert change.details == [["责任人", "coordinator", "新来的"]]


def test_somebody_whom_the_roster_does_not_know_cannot_take_tasks(world, sign_in, work, successor):
    Person.objects.filter(name="新来的").delete()
    url = reverse("reference:handover", args=[world.coordinator.pk])
    response = sign_in(world.administrator).post(url, {"successor": successor.pk, "seat": "on"})
    assert (
        "coordinator名下还有3项任务，新来的不在人员名册上，请先把新来的加进人员名册再移交。" in response.text
    )
    work["task"].refresh_from_db()
    assert work["task"].responsible.name == "coordinator"


def test_one_pdf_and_one_page(world, sign_in, work):
    client = sign_in(world.coordinator)
    response = client.get(reverse("reports:handover_pdf", args=[world.coordinator.pk]))
    assert response.content.startswith(b"%PDF")
    page = client.get(reverse("reports:own_handover"))
    assert "建一处法治公园" in page.text and "县里的督察" in page.text


def test_the_page_counts_what_it_leaves_to_the_files(world, sign_in, make):
    for number in range(SHOWN + 3):
        make(OutreachEvent, title=f"第{number}场", state=State.DRAFT, created_by=world.coordinator)
    client = sign_in(world.coordinator)
    assert "其余 3 项在下载的清单里" in client.get(reverse("reports:own_handover")).text
    other = reverse("reports:handover_pdf", args=[world.coordinator.pk]).replace(".pdf", ".exe")
    assert client.get(other).status_code == 404


def test_a_month_is_looked_up_in_its_statistical_year(world, sign_in):
    StatisticalYear.objects.create(area=world.township, first_year=2000, begins="december")
    found = papers(world.coordinator, gate=Gate(world.coordinator))
    lines = next(one for one in found if one.title == "未报的月份").lines
    assert lines
    for line in lines:
        year = int(re.match(r"\d+", line.figure)[0]) + ("年12月" in line.figure)
        assert f"year={year}" in line.where


def test_papers_are_ones_own_or_of_an_account_that_one_manages(world, sign_in):
    url = reverse("reports:handover", args=[world.clerk_a.pk])
    reached = {name for name, user in world.users.items() if sign_in(user).get(url).status_code == 200}
    assert reached == {"clerk_a", "coordinator"}
    own = sign_in(world.clerk_b).get(reverse("reports:own_handover")).text
    assert "coordinator（coordinator）" not in own


def test_open_findings_are_offered_to_the_next_reports_draft(world, work, report):
    found = [one for one in gaps(report, gate=Gate(world.coordinator)) if one.kind == "整改"]
    assert [one.sentence for one in found] == ["县里的督察指出的“台账不全”还没有整改到位。"]
    Finding.objects.update(stage=Finding.Stage.CLOSED, done_on="2022-12-01")
    assert not [one for one in gaps(report, gate=Gate(world.coordinator)) if one.kind == "整改"]
