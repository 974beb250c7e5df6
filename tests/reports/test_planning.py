"""Last year's plans as this year's tasks, whether the text answers them, and gaps with ready sentences."""

import datetime

import pytest
from django.urls import reverse

from outreach.models import OutreachEvent
from reports.gaps import gaps
from reports.models import AnnualReport
from reports.planning import answers, proposals
from reports.proofing.draft import prove
from reports.tokens import tokens_of
from tests.reports.texts import PARTS
from township.figures.models import PlanItem, StatisticalYear
from township.people.gate import Gate
from township.records.models import Change, State

PLANS = (
    "一、成效\n开展普法。\n二、2022年主要安排\n（一）加强普法。全年开展普法活动24场。在镇区建成法治文化广场。"
)
FIRST, SECOND = "全年开展普法活动24场", "在镇区建成法治文化广场"


@pytest.fixture
def last_year(report, world):
    return AnnualReport.objects.create(
        area=world.township, year=2021, title="毛俊镇2021年报告", text=PLANS, cutoff="2021-12-31"
    )


def url(name, report):
    return reverse(f"reports:{name}", args=[report.pk])


def take(client, report, chosen, office):
    return client.post(url("plans", report), {"chosen": [one.id for one in chosen], "office": office.pk})


@pytest.fixture
def taken(last_year, report, world, sign_in):
    """Both sentences as tasks of the year."""
    take(sign_in(world.coordinator), report, proposals(report), world.justice_office)
    return list(PlanItem.objects.order_by("pk"))


class TestTakingOver:
    def test_each_sentence_is_proposed_with_the_figure_that_it_names(self, last_year, report):
        assert [(one.text, one.indicator and one.indicator.key, one.target) for one in proposals(report)] == [
            (FIRST, "outreach.events", 24),
            (SECOND, None, None),
        ]

    def test_what_is_ticked_becomes_a_task_of_the_year_with_its_history(self, taken, report, world):
        first, second = taken
        assert (first.title, first.indicator, first.target, first.unit) == (
            FIRST,
            "outreach.events",
            24,
            "场",
        )
        assert (second.title, second.indicator, second.target) == (SECOND, "", None)
        assert {(one.year, one.plan, one.office, one.state, one.basis) for one in taken} == {
            (2022, PlanItem.Plan.LAST_REPORT, world.justice_office, State.SUBMITTED, "毛俊镇2021年报告")
        }
        assert {one.deadline for one in taken} == {datetime.date(2022, 12, 31)}
        assert Change.objects.filter(register="plan-items", record_id=first.pk).count() == 1

    def test_a_task_is_due_by_the_end_of_the_statistical_year(self, last_year, report, world, sign_in):
        StatisticalYear.objects.create(area=world.township, first_year=2022, begins="december")
        take(sign_in(world.coordinator), report, proposals(report)[:1], world.office)
        assert PlanItem.objects.get().deadline == datetime.date(2022, 11, 30)

    def test_only_what_is_ticked_and_each_once(self, last_year, report, world, sign_in):
        client = sign_in(world.coordinator)
        first, _ = proposals(report)
        for _ in range(2):
            assert take(client, report, [first], world.office).status_code == 302
        assert [item.title for item in PlanItem.objects.all()] == [FIRST]
        assert [one.item is not None for one in proposals(report)] == [True, False]

    def test_a_long_sentence_is_kept_whole(self, last_year, report, world, sign_in):
        text = "在镇区和各村建成法治文化广场" * 12
        AnnualReport.objects.filter(pk=last_year.pk).update(
            text=f"一、成效\n无。\n二、2022年主要安排\n{text}。"
        )
        take(sign_in(world.coordinator), report, proposals(report), world.office)
        item = PlanItem.objects.get()
        assert (len(item.title), item.note) == (120, text)

    @pytest.mark.parametrize(
        ("what", "sentence"), [("office", "请选择责任部门。"), ("chosen", "请至少勾选一条安排。")]
    )
    def test_what_is_missing_is_said_and_the_ticks_stay(
        self, last_year, report, world, sign_in, what, sentence
    ):
        first, _ = proposals(report)
        sent = {"chosen": [first.id], "office": world.office.pk}
        answer = sign_in(world.coordinator).post(url("plans", report), {**sent, what: ""})
        assert answer.status_code == 422
        assert sentence in answer.content.decode()
        assert answer.context["ticked"] - {""} == ({first.id} if what == "office" else set())

    def test_an_office_of_another_township_is_no_choice(self, last_year, report, world, sign_in):
        foreign = world.other_township.offices.create(name="邻镇司法所")
        assert take(sign_in(world.coordinator), report, proposals(report), foreign).status_code == 422
        assert not PlanItem.objects.exists()

    @pytest.mark.parametrize("name", ["plans", "answers", "gaps"])
    def test_only_who_compiles(self, last_year, report, world, sign_in, name):
        reached = {
            who
            for who, user in world.users.items()
            if sign_in(user).get(url(name, report)).status_code == 200
        }
        assert reached == {"coordinator"}

    def test_without_a_report_of_last_year_the_page_says_so(self, report, world, sign_in):
        assert "去年没有报告" in sign_in(world.coordinator).get(url("plans", report)).content.decode()


class TestAnswering:
    def told(self, report, world, text):
        AnnualReport.objects.filter(pk=report.pk).update(text=f"一、成效\n{text}{PARTS}")
        report.refresh_from_db()
        found = answers(report, gate=Gate(world.coordinator))
        said = [one.finding.message for one in prove(report).noted if one.finding.check == "plans_unanswered"]
        assert said == [f"去年安排的“{one.item.title}”，全文没有交代。" for one in found if not one.is_told]
        return {one.item.title: one.is_told for one in found}

    def test_a_task_is_answered_by_its_figure_or_in_words(self, taken, report, world):
        assert self.told(report, world, "推进工作。") == {FIRST: False, SECOND: False}
        assert self.told(report, world, "送法下乡{{普法活动场次}}场。") == {FIRST: True, SECOND: False}
        assert self.told(report, world, "镇区的法治文化广场已经建成。") == {FIRST: False, SECOND: True}

    def test_ready_sentences_quote_the_figure_or_the_account(self, taken, report, world):
        PlanItem.objects.filter(title=SECOND).update(account="广场已建成使用。")
        found = {one.item.title: one.sentence for one in answers(report, gate=Gate(world.coordinator))}
        assert found == {
            FIRST: f"去年安排的“{FIRST}”，全年完成{{{{普法活动场次}}}}场。",
            SECOND: "广场已建成使用。",
        }

    def test_the_number_in_a_quoted_title_asks_for_no_source(self, taken, report, world):
        """A ready sentence can be put in as it is; the same words without quotation marks say a figure."""
        PlanItem.objects.filter(title=FIRST).update(title="送法下乡24场", plan="outreach")
        text = "去年安排的“送法下乡24场”，全年完成{{普法活动场次}}场。"
        for said, typed in ((text, []), (text.replace("24", "25"), ["25场"]), ("送法下乡24场。", ["24场"])):
            AnnualReport.objects.filter(pk=report.pk).update(text=f"一、成效\n{said}{PARTS}")
            report.refresh_from_db()
            assert [one.text for one in prove(report).typed] == typed

    def test_until_they_are_tasks_last_years_own_sentences_are_asked_for(self, last_year, report):
        found = [
            one.finding.message for one in prove(report).noted if one.finding.check == "plans_unanswered"
        ]
        assert found == [f"去年安排的“{SECOND}”，全文没有交代。"]


class TestGaps:
    def found(self, report, world, kind):
        return [one for one in gaps(report, gate=Gate(world.coordinator)) if one.kind == kind]

    def test_a_task_that_fell_short(self, taken, report, world):
        PlanItem.objects.filter(title=FIRST).update(stage="failed", shortfall="人手少。")
        PlanItem.objects.filter(title=SECOND).update(stage="done")
        [gap] = self.found(report, world, "年度任务")
        assert gap.sentence == f"“{FIRST}”还没有达到目标，全年完成{{{{普法活动场次}}}}场，主要原因是人手少。"
        assert gap.measured == f"{FIRST}：未完成，2／24场（8%）"

    def test_duties_not_met_and_settings_without_an_activity(self, report, world, make):
        make(OutreachEvent, setting=world.settings["school"])
        [gap] = self.found(report, world, "法律七进")
        assert gap.sentence == "普法对象覆盖还不全面，“法律进社区”“法律进家庭”还没有开展活动。"
        duties = self.found(report, world, "应办事项")
        assert duties
        assert all("涉及2个村" in one.measured for one in duties if "甲村、乙村有缺漏" in one.sentence)
        assert any("甲村、乙村有缺漏" in one.sentence for one in duties)

    def test_every_token_of_a_ready_sentence_can_be_filled(self, taken, report, world):
        PlanItem.objects.update(stage="partly")
        sentences = "\n".join(one.sentence for one in gaps(report, gate=Gate(world.coordinator)))
        assert all(token.indicator for token in tokens_of(sentences))

    def test_the_page_offers_them(self, report, world, sign_in):
        page = sign_in(world.coordinator).get(url("gaps", report)).content.decode()
        assert 'data-insert-text="普法对象覆盖还不全面' in page
