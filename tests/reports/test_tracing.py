"""查看来源台账 of a report: the records behind each figure, now and when it was locked, and what was left out."""

import datetime

import pytest
from django.urls import reverse

from outreach.models import OutreachEvent
from reports.locking import lock
from reports.models import AnnualReport
from township.records.models import State

KEY = "outreach.events_rural"
READERS = {"coordinator", "reviewer", "deputy", "principal"}


def day(text):
    return datetime.date.fromisoformat(text)


def titles(response):
    return {row.record.title for row in response.context["rows"]}


def reasons(found):
    return {one.record.title: one.reason for one in found.rows}


@pytest.fixture
def revision(report, world, make):
    make(OutreachEvent, title="草稿一场", state=State.DRAFT)
    return lock(report, by=world.coordinator)


@pytest.fixture
def counted(report):
    return set(OutreachEvent.objects.countable().values_list("title", flat=True))


class TestDraft:
    def sources(self, client, report, key=KEY):
        return client.get(reverse("reports:sources", args=[report.pk, key]))

    def test_a_figure_shows_what_it_counts_and_what_not(self, report, world, make, sign_in, counted):
        AnnualReport.objects.update(cutoff=day("2022-11-30"))
        make(OutreachEvent, title="岁末一场", date=day("2022-12-20"))
        make(OutreachEvent, title="草稿一场", state=State.DRAFT)
        found = self.sources(sign_in(world.principal), report).context["sources"]
        assert {record.title for record, _ in found.rows} == counted
        assert reasons(found.left_out) == {
            "岁末一场": "在统计截止日（2022年11月30日）之后：2022年12月20日",
            "草稿一场": "草稿，还没有提交",
        }
        # The list behind it says the same.
        response = sign_in(world.principal).get(found.url)
        assert titles(response) == counted
        assert reasons(response.context["beside"].context["found"]) == reasons(found.left_out)

    def test_the_editor_names_it_for_every_figure(self, report, world, sign_in):
        state = sign_in(world.coordinator).get(reverse("reports:edit", args=[report.pk])).context["state"]
        assert state["figures"][0]["sources"] == reverse("reports:sources", args=[report.pk, KEY])

    def test_only_readers_of_the_report(self, report, world, sign_in):
        reached = {
            name
            for name, user in world.users.items()
            if self.sources(sign_in(user), report).status_code == 200
        }
        assert reached == READERS

    def test_what_is_no_indicator_is_404(self, report, world, sign_in):
        assert self.sources(sign_in(world.coordinator), report, "x").status_code == 404


class TestLocked:
    def locked(self, client, revision, key=KEY):
        return client.get(reverse("reports:locked_sources", args=[revision.report_id, revision.ordinal, key]))

    def test_the_counted_records_stay_those_of_the_day(self, revision, counted, world, make, sign_in):
        gone = OutreachEvent.objects.get(attendance=145)
        OutreachEvent.objects.filter(pk=gone.pk).update(state=State.VOIDED, reason="重复")
        make(OutreachEvent, title="后来的一场")
        OutreachEvent.objects.filter(title="草稿一场").update(state=State.SUBMITTED)
        client = sign_in(world.deputy)
        found = self.locked(client, revision).context["sources"]
        assert {record.title for record, _ in found.rows} == counted
        assert reasons(found.left_out) == {"后来的一场": "锁定后新增", "草稿一场": "锁定后提交或修改"}
        response = client.get(found.url)
        assert titles(response) == counted
        assert response.context["query"].mark.value_text == "2次"
        assert reasons(response.context["beside"].context["found"]) == reasons(found.left_out)

    def test_drafts_of_the_day_are_still_drafts(self, revision, world, sign_in):
        found = self.locked(sign_in(world.deputy), revision).context["sources"]
        assert reasons(found.left_out) == {"草稿一场": "草稿，还没有提交"}

    def test_its_page_lists_every_figure(self, revision, world, sign_in):
        address = reverse("reports:locked_figures", args=[revision.report_id, revision.ordinal])
        rows = sign_in(world.principal).get(address).context["rows"]
        assert [(row["label"], row["value"]) for row in rows] == [
            ("法律进乡村活动次数", "2次"),
            ("普法活动参加人次", "345人次"),
        ]
        reached = {
            name for name, user in world.users.items() if sign_in(user).get(address).status_code == 200
        }
        assert reached == READERS

    def test_only_readers_of_the_report_open_its_lists(self, revision, world, sign_in):
        url = self.locked(sign_in(world.deputy), revision).context["sources"].url
        reached = {name for name, user in world.users.items() if sign_in(user).get(url).status_code == 200}
        assert reached == READERS

    @pytest.mark.parametrize(
        "address", ["locked=x", "locked=²", "locked=9999999", "locked={0}", "locked={0}&locked_figure=x"]
    )
    def test_what_is_not_there_is_404(self, revision, world, sign_in, address):
        url = reverse("records:list", args=["outreach-events"])
        response = sign_in(world.deputy).get(f"{url}?{address.format(revision.pk)}")
        assert response.status_code == 404

    def test_a_figure_of_another_register_is_404(self, revision, world, sign_in):
        url = reverse("records:list", args=["study-sessions"])
        response = sign_in(world.deputy).get(f"{url}?locked={revision.pk}&locked_figure={KEY}")
        assert response.status_code == 404
