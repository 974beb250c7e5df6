"""工作总览: equal to what is read, opening its records, saying what is due, ranking nobody."""

import datetime
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from disputes.models import Dispute, RiskCheck
from governance.models import Meeting
from openness.models import PostingRule, VillageNotice
from outreach.models import CounselVisit, OutreachEvent
from reports.models import AnnualReport
from reports.outline import outline
from reports.tokens import indicators_of
from tests.factories import make_record
from township.figures.indicator import indicators
from township.figures.models import NilReturn
from township.figures.period import Period
from township.figures.reading import by_month, read
from township.people.gate import Gate
from township.people.models import Area
from township.records.models import State
from township.records.register import registry

YEAR = Period.year(2022)


def day(text):
    return datetime.date.fromisoformat(text)


def overview(client, **params):
    return client.get(reverse("reports:overview"), {"year": 2022, **params})


def tiles(response):
    """{key: Tile} of the page."""
    return {
        tile.compared.indicator.key: tile
        for group in response.context["groups"]
        for tile in (*group.telling, *group.rest)
    }


@pytest.fixture
def ledger(world, make):
    make(OutreachEvent, attendance=30)
    make(OutreachEvent, area=world.b, attendance=45, date=day("2022-06-01"), state=State.APPROVED)
    make(OutreachEvent, area=world.b, attendance=7, date=day("2021-06-01"))
    make(OutreachEvent, area=world.b, attendance=500, state=State.DRAFT)
    make(OutreachEvent, area=world.foreign_village, attendance=999)
    make_record(registry.of(Dispute), world, area=world.a)
    make_record(registry.of(Meeting), world, area=world.township)


class TestFigures:
    @pytest.mark.parametrize(
        "name", ["clerk_a", "clerk_b", "office_clerk", "coordinator", "mediator", "principal", "county"]
    )
    def test_every_number_is_what_is_read(self, world, ledger, sign_in, name):
        user = world.users[name]
        shown = tiles(overview(sign_in(user)))
        wanted = [indicators.get(key) for key in shown]
        gate = Gate(user)
        now = read(wanted, area=user.area, period=YEAR, gate=gate)
        before = read(wanted, area=user.area, period=YEAR.last_year(), gate=gate)
        assert shown
        assert {key: (tile.compared.now, tile.compared.before) for key, tile in shown.items()} == {
            key: (now[key], before[key]) for key in now
        }

    def test_every_number_opens_its_records(self, world, ledger, sign_in):
        client = sign_in(world.coordinator)
        shown = tiles(overview(client))
        for key, expected in (("outreach.events", 2), ("disputes.accepted", 1), ("governance.meetings", 1)):
            assert (
                len(client.get(shown[key].url).context["rows"]) == expected == shown[key].compared.now.value
            )
        rows = client.get(shown["outreach.attendance"].url).context["rows"]
        assert (
            sum(row.record.attendance for row in rows)
            == 75
            == shown["outreach.attendance"].compared.now.value
        )

    def test_what_the_report_quotes_comes_first(self, world, ledger, sign_in):
        groups = overview(sign_in(world.coordinator)).context["groups"]
        telling = {tile.compared.indicator for group in groups for tile in group.telling}
        assert telling == set(indicators_of(outline(world.township, 2022)))
        assert [group.name for group in groups] == ["学法", "普法", "矛盾纠纷", "公开", "依法行政"]
        assert len(tiles(overview(sign_in(world.coordinator)))) == len(indicators.all())

    def test_a_tile_says_value_unit_last_year_and_what_nobody_reviewed(self, world, ledger, sign_in):
        html = overview(sign_in(world.coordinator)).content.decode()
        [tile] = re.findall(
            r'<li class="tile">(?:(?!</li>).)*法律进乡村活动次数</a>.*?</li>', html, re.DOTALL
        )
        words = re.sub(r"<[^>]+>|\s+", " ", tile)
        assert "2次" in words
        assert "上年同期1次，多1次" in re.sub(r"\s+", "", words)
        assert "含未审核 1 条" in words
        assert indicators.get("outreach.events_rural").definition in words

    def test_not_filled_in_is_not_zero(self, world, make, sign_in):
        make(OutreachEvent, setting=world.settings["school"])
        html = overview(sign_in(world.coordinator)).content.decode()
        assert re.search(r'法律进乡村活动次数</a></h3>\s*<p class="tile-value">\s*<a [^>]*>0次</a>', html)
        assert re.search(
            r'群众意见收集条数</a></h3>\s*<p class="tile-value">\s*<span class="nothing">未填</span>', html
        )

    def test_villages_do_not_owe_what_offices_record(self, world, ledger, sign_in):
        shown = tiles(overview(sign_in(world.clerk_a)))
        assert "governance.meetings" not in shown
        assert shown["outreach.events"].compared.now.value == 1

    def test_an_office_sees_its_own(self, world, make, sign_in):
        make(OutreachEvent, area=world.township, office=world.office)
        make(OutreachEvent, area=world.township, office=world.justice_office)
        assert tiles(overview(sign_in(world.office_clerk)))["outreach.events"].compared.now.value == 1

    def test_the_county_reads_townships_and_opens_nothing(self, world, ledger, sign_in):
        client = sign_in(world.county)
        shown = tiles(overview(client, area=world.other_township.pk))
        assert shown["outreach.events"].compared.now.value == 1
        assert {tile.url for tile in shown.values()} == {""}
        assert "/ledgers/" not in overview(client).content.decode()

    def test_areas_out_of_reach_are_404(self, world, ledger, sign_in):
        client = sign_in(world.coordinator)
        assert overview(client, area=world.b.pk).status_code == 200
        for area in (world.other_township, world.foreign_village, world.county_area):
            assert overview(client, area=area.pk).status_code == 404
        assert overview(sign_in(world.clerk_a), area=world.b.pk).status_code == 404

    def test_those_without_figures_are_told_what_they_do(self, world, ledger, sign_in):
        for user in (world.administrator, world.auditor):
            response = overview(sign_in(user))
            html = response.content.decode()
            assert response.status_code == 200
            assert user.role_names in html
            assert "不查看台账内容、案情和统计数字" in html
            assert "groups" not in response.context
            assert 'class="tile"' not in html


class TestChart:
    def test_by_default_the_largest_telling_figure(self, world, ledger, sign_in):
        response = overview(sign_in(world.coordinator))
        assert (
            response.context["indicator"].key
            == max(
                (
                    tile.compared.now
                    for group in response.context["groups"]
                    for tile in group.telling
                    if tile.compared.now.indicator.counted.additive and tile.compared.now.value
                ),
                key=lambda figure: figure.value,
            ).indicator.key
        )

    def test_the_chosen_one_alone(self, world, ledger, sign_in):
        client = sign_in(world.coordinator)
        alone = overview(client, part="chart", chart="outreach.attendance")
        whole = overview(client, chart="outreach.attendance")
        indicator = indicators.get("outreach.attendance")
        values = by_month([indicator], area=world.township, period=YEAR, gate=Gate(world.coordinator))
        for response in (alone, whole):
            assert [line.value for line in response.context["splits"][0].lines] == list(
                values[indicator.key].values()
            )
        assert "<html" not in alone.content.decode()
        assert alone.content.decode().strip() in whole.content.decode()

    @pytest.mark.parametrize(
        "params", [{"chart": "nothing"}, {"part": "chart"}, {"chart": "outreach.events", "part": "chart"}]
    )
    def test_what_cannot_be_chosen_is_404(self, world, ledger, sign_in, params):
        assert overview(sign_in(world.mediator), **params).status_code == 404

    def test_nothing_to_show_by_month(self, world, sign_in):
        response = overview(sign_in(world.coordinator))
        assert response.context["splits"] == []
        assert "按月和按单位看" not in response.content.decode()


class TestDue:
    @pytest.fixture(autouse=True)
    def a_year_nearly_done(self, world, make):
        """Village A owes finance of September, village B nothing, the township its liaison of May."""
        PostingRule.objects.exclude(category="finance").delete()
        for month in range(1, 13):
            start = datetime.date(2022, month, 1)
            if month != 5:
                make_record(registry.of(Meeting), world, area=world.township, date=start, kind="liaison")
            for area in (world.a, world.b):
                make(RiskCheck, area=area, date=start, kind="daily", found=0)
                make(OutreachEvent, area=area, date=start)
                make_record(registry.of(CounselVisit), world, area=area, date=start)
                if (area, month) != (world.a, 9):
                    make(
                        VillageNotice,
                        area=area,
                        date=start,
                        period_start=start,
                        category="finance",
                        items=1,
                        supervisor=world.person,
                    )

    def due(self, user, sign_in, **params):
        return [
            (one.sentence, [owed.cell.area.name for owed in one.owed])
            for one in overview(sign_in(user), **params).context["due"]
            if one.duty.key
            in {
                "openness.finance",
                "governance.liaison",
                "disputes.monthly_check",
                "outreach.quarterly",
            }
        ]

    def test_in_the_users_own_words_oldest_first(self, world, sign_in):
        assert self.due(world.clerk_a, sign_in) == [("本村9月未报：财务公开。", ["甲村"])]
        assert self.due(world.clerk_b, sign_in) == []
        assert self.due(world.coordinator, sign_in) == [
            ("毛俊镇5月未报：法治建设联席会议。", ["毛俊镇"]),
            ("9月未报：财务公开", ["甲村"]),
        ]
        assert self.due(world.coordinator, sign_in, area=world.a.pk) == [
            ("本村9月未报：财务公开。", ["甲村"])
        ]

    def test_nobody_is_scolded(self, world, sign_in):
        html = overview(sign_in(world.coordinator)).content.decode()
        due = html[html.index("应报未报") : html.index("按月和按单位看")]
        assert not re.search("扣分|通报|逾期|排名|最差|落后", due)

    def test_the_link_opens_a_form_that_knows_the_cell(self, world, sign_in):
        client = sign_in(world.clerk_a)
        [due] = [one for one in overview(client).context["due"] if one.duty.key == "openness.finance"]
        html = client.get(due.owed[0].enter_url).content.decode()
        assert '<option value="finance" selected>' in html
        assert 'name="period_start" value="2022-09"' in html
        assert due.owed[0].nil == {}

    def test_a_zero_report_answers_and_leads_back(self, world, sign_in):
        RiskCheck.objects.filter(area=world.a, date="2022-07-01").delete()
        client = sign_in(world.clerk_a)
        [due] = [one for one in overview(client).context["due"] if one.duty.key == "disputes.monthly_check"]
        nil = due.owed[0].nil
        response = client.post(nil["url"], {**nil, "back": "/?year=2022"})
        assert response["Location"] == "/?year=2022"
        assert NilReturn.objects.get().start == day("2022-07-01")
        assert self.due(world.clerk_a, sign_in) == [("本村9月未报：财务公开。", ["甲村"])]

    def test_a_coordinator_enters_for_a_village_and_a_reviewer_does_not(self, world, sign_in):
        def links(user):
            found = overview(sign_in(user)).context["due"]
            return {owed.cell.area: owed.enter_url for one in found for owed in one.owed}

        form = sign_in(world.coordinator).get(links(world.coordinator)[world.a]).content.decode()
        assert f'<option value="{world.a.pk}" selected>' in form
        assert set(links(world.reviewer).values()) == {""}

    def test_the_reminder_names_exactly_the_missing_cells(self, world, sign_in):
        RiskCheck.objects.filter(area=world.b, date__month__in=[2, 3]).delete()
        response = overview(sign_in(world.coordinator))
        lines = response.context["reminder"].splitlines()
        assert lines[0] == "请补报2022年以下台账，确实没有的请报“零报告”："
        assert lines[2:] == ["甲村：财务公开（9月）。", "乙村：矛盾纠纷排查（2月、3月）。"]
        assert lines[1].startswith("毛俊镇：")
        assert "法治建设联席会议（5月）" in lines[1]
        named = sum(
            len(re.split("[、；]", part)) for line in lines[1:] for part in re.findall("（(.*?)）", line)
        )
        assert named == sum(len(one.owed) for one in response.context["due"])

    def test_only_those_who_follow_up_send_reminders(self, world, sign_in):
        reminded = {
            name
            for name, user in world.users.items()
            if "复制提醒内容" in overview(sign_in(user)).content.decode()
        }
        assert reminded == {"coordinator", "reviewer", "stranger"}

    def test_offices_are_told_nothing_they_cannot_know(self, world, sign_in):
        response = overview(sign_in(world.office_clerk))
        assert response.context["due"] == []
        assert "应报未报" not in response.content.decode()

    def test_nothing_due(self, world, sign_in):
        html = overview(sign_in(world.clerk_b)).content.decode()
        assert "2022年没有未报的台账。" in html


class TestReports:
    def test_the_years_report(self, world, report, sign_in):
        reached = {
            name: [found.pk for found in overview(sign_in(user)).context.get("reports") or []]
            for name, user in world.users.items()
        }
        readers = {name for name, found in reached.items() if found}
        assert readers == {"coordinator", "reviewer", "deputy", "principal"}
        assert overview(sign_in(world.coordinator), year=2021).context["reports"] == []

    def test_offices_confirm_from_here(self, world, report, sign_in):
        AnnualReport.objects.update(state=AnnualReport.State.CONFIRMING)
        client = sign_in(world.office_clerk)
        url = reverse("reports:confirm", args=[report.pk])
        assert url in overview(client).content.decode()
        client.post(url, {"seen": client.get(url).context["seen"]})
        assert url not in overview(client).content.decode()


def test_the_number_of_queries_does_not_grow(world, make, sign_in):
    client = sign_in(world.coordinator)
    counts = set()
    for area in (world.a, world.b, world.township):
        village = Area.objects.create(name=f"新{area.pk}村", parent=world.township, level=Area.Level.VILLAGE)
        for place in (area, village):
            make(
                OutreachEvent,
                area=place,
                lines={"materials": [{"kind_id": "reader", "quantity": 2, "unit": "本"}]},
            )
        make_record(registry.of(Dispute), world, area=area)
        with CaptureQueriesContext(connection) as queries:
            assert overview(client, chart="outreach.events").status_code == 200
        counts.add(len(queries))
    [count] = counts
    # This span and last year's: a query for each grain and date, one for a register that none looks at.
    declared = [found for found in indicators.all() if not found.is_ratio]
    grains = {(found.records, found.is_stock or found.date) for found in declared}
    assert count < 2 * (len(grains) + len(registry.all())) + 20
